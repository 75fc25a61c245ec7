/**
 * A draft is a text that has been read as YAML and not yet understood: the document with the place of everything in
 * it. It holds no meaning; `resolve` gives that.
 */
import type { Document, LineCounter, Node, Scalar, YAMLMap } from 'yaml';
import type { FoundProblems } from '#core/file/found';
import { isAlias, isMap, isScalar, isSeq } from '#core/file/nodes';
import type { Problem } from '#core/file/problem';

export interface Place {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** Where a thing stands in a draft. */
export interface Spot extends Place {
  readonly id: string;
  /** The key of the file: `flows`; nested things have `needs` or `pockets`. */
  readonly section: string;
  /** Keys and list positions from the root of the document to the thing, as the YAML document takes them. */
  readonly path: readonly (string | number)[];
  /** The key that is the id, or the value of `id:` in a list. */
  readonly key: Scalar;
  /** The map that holds the keys of the thing; null where nothing stands after the id. */
  readonly node: YAMLMap | null;
}

/** What `resolve` needs of a file, whether it was read from a text or made of plain data. */
export interface Resolvable {
  /** The outermost node; null where nothing could be read. Not to be changed. */
  readonly root: Node | null;
  /** The full YAML document, for files of older versions; null where there is none. */
  readonly document: Document.Parsed | null;
  /** What is wrong with the text itself. */
  readonly found: FoundProblems;
  /** JSON numbers have a decimal point and nothing else, so that 1.125 has one reading. */
  readonly isJson: boolean;
}

export interface Draft extends Resolvable {
  readonly file: string;
  /** The text as it was read, byte for byte. */
  readonly text: string;
  /** The outermost node of the text with its range; null where nothing of the text could be read. Not to be changed. */
  readonly root: Node | null;
  /** The full YAML document with its comments, read when it is first asked for; null where the text cannot be read. */
  readonly document: Document.Parsed | null;
  /** Whether somebody asked for the document, and so may have changed it. */
  readonly touched: () => boolean;
  readonly lines: LineCounter;
  /** What is wrong with the text itself. Problems of meaning come from `resolve`. */
  readonly problems: readonly Problem[];
  /** Those problems with their offsets, for `resolve`. */
  readonly found: FoundProblems;
  /** Line and column of the thing with this id, or of an audience, kind or source where no thing has it; null where nothing has. */
  readonly place: (id: string) => Place | null;
  /** Where the thing with this id stands in the document; null where there is none. */
  readonly spot: (id: string) => Spot | null;
}

const NESTED: Readonly<Record<string, string>> = { pools: 'pockets', activities: 'needs' };
const OWN_SPACES = new Set(['sources', 'kinds', 'audiences', 'rates', 'questions']);

/** Every id of a document with its place, things first; the first of two with the same id counts. */
export function spotsOf(root: Node | null, lines: LineCounter): ReadonlyMap<string, Spot> {
  const spots = new Map<string, Spot>();
  const others = new Map<string, Spot>();
  if (!isMap(root)) return spots;
  for (const pair of root.items) {
    if (!isScalar(pair.key)) continue;
    const section = String(pair.key.value);
    collect(pair.value as Node | null, section, [section], OWN_SPACES.has(section) ? others : spots, lines);
  }
  for (const [id, spot] of others) if (!spots.has(id)) spots.set(id, spot);
  return spots;
}

function collect(
  node: Node | null,
  section: string,
  path: (string | number)[],
  into: Map<string, Spot>,
  lines: LineCounter,
): void {
  const add = (key: Scalar, value: unknown, at: (string | number)[]): void => {
    const id = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    const { line, col } = lines.linePos(key.range?.[0] ?? 0);
    const map = isMap(value) ? (value as YAMLMap) : null;
    if (!into.has(id)) into.set(id, { id, section, path: at, key, node: map, line, column: col });
    const inner = NESTED[section];
    if (inner !== undefined && map !== null)
      collect((map.get(inner, true) as Node | undefined) ?? null, inner, [...at, inner], into, lines);
  };
  if (isMap(node)) {
    for (const pair of node.items) {
      if (isScalar(pair.key) && !isAlias(pair.value))
        add(pair.key, pair.value, [...path, pair.key.value as string]);
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, index) => {
      const id = isMap(item) ? item.get('id', true) : undefined;
      if (isScalar(id)) add(id, item, [...path, index]);
    });
  }
}
