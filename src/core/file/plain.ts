/**
 * A community file as plain data: what its text means in YAML, without its comments and its layout. Maps are objects,
 * lists are arrays, scalars are themselves. What JSON has no word for stands as an object with the empty name alone:
 * `{"": "12.50"}` is a word as it stands in the file without quotes, where its value alone would not tell how it was
 * written; `{"": [[key, value], …]}` is a map whose keys are no distinct texts, or would not keep their order.
 */
import type * as Yaml from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from '#core/file/nodes';
import { meaningOf } from '#core/file/scalar-meaning';

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A whole file. */
export interface PlainFile {
  /** The outermost map. */
  readonly data: Plain;
  /** The file is written as JSON: then its numbers have a decimal point and nothing else. */
  readonly json: boolean;
}

/** The name under which stands what JSON has no word for. */
export const BESIDE = '';

/** Nodes that are named elsewhere are written out, up to so many. */
const MOST_WRITTEN_OUT = 20_000;
const MOST_DEEP = 200;

/**
 * The plain data of a node, with what is named elsewhere (an alias) written out; null where that grows without end.
 * `follow` gives what an alias stands for.
 */
export function plainOf(root: Yaml.Node | null, follow: (alias: Yaml.Alias) => Yaml.Node | null): Plain {
  let left = MOST_WRITTEN_OUT;
  const plain = (node: unknown, depth: number, out: boolean): Plain => {
    if (out) left -= 1;
    if (left < 0 || depth > MOST_DEEP) throw TOO_MUCH;
    if (isAlias(node)) return plain(follow(node), depth + 1, true);
    if (isScalar(node)) return scalar(node);
    if (isSeq(node)) return node.items.map((item) => plain(item, depth + 1, out));
    if (!isMap(node)) return null;
    const entries = node.items.map(
      (pair) => [plain(pair.key, depth + 1, out), plain(pair.value, depth + 1, out)] as const,
    );
    return isSimple(entries.map(([key]) => key)) ? Object.fromEntries(entries) : { [BESIDE]: entries };
  };
  try {
    return plain(root, 0, false);
  } catch (reason) {
    if (reason === TOO_MUCH) return null;
    throw reason;
  }
}

const TOO_MUCH = Symbol('more than a person writes');

function scalar({ value, source }: Yaml.Scalar): Plain {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value !== 'number' && typeof value !== 'boolean') return String(value);
  const isAsWritten = source === undefined || source === String(value);
  return isAsWritten || !Object.is(meaningOf(source), value) ? value : { [BESIDE]: source };
}

/** Whether an object of these names keeps them all, in their order. */
function isSimple(keys: readonly Plain[]): boolean {
  return (
    keys.every((key) => typeof key === 'string' && key !== BESIDE && !/^\d+$/.test(key)) &&
    new Set(keys).size === keys.length
  );
}
