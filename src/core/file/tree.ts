/**
 * A community file as nodes without a text: the same maps, lists and scalars that reading a text gives, as far as
 * `resolve` and the operations look at them, and a few bytes of code instead of a reader of YAML. Made of plain data.
 */
import type * as Yaml from 'yaml';
import { isScalar, LIST, MAP, NODE_TYPE, PAIR, SCALAR } from '#core/file/nodes';
import { BESIDE, type Plain } from '#core/file/plain';
import { meaningOf } from '#core/file/scalar-meaning';

class TreeScalar {
  readonly [NODE_TYPE] = SCALAR;
  value: unknown;
  source: string;

  constructor(value: unknown, source: string) {
    this.value = value;
    this.source = source;
  }

  toJSON(): unknown {
    return this.value;
  }
}

class TreePair {
  readonly [NODE_TYPE] = PAIR;
  key: unknown;
  value: unknown;

  constructor(key: unknown, value: unknown) {
    this.key = key;
    this.value = value;
  }
}

class TreeList {
  readonly [NODE_TYPE] = LIST;
  readonly items: unknown[] = [];

  toJSON(): unknown[] {
    return this.items.map(jsonOf);
  }
}

class TreeMap {
  readonly [NODE_TYPE] = MAP;
  readonly items: TreePair[] = [];

  get(key: string, whole = false): unknown {
    const value = this.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
    return !whole && isScalar(value) ? value.value : (value ?? undefined);
  }

  has(key: string): boolean {
    return this.items.some((pair) => isScalar(pair.key) && pair.key.value === key);
  }

  toJSON(): Record<string, unknown> {
    return Object.fromEntries(this.items.map(({ key, value }) => [keyOf(key), jsonOf(value)]));
  }
}

function jsonOf(node: unknown): unknown {
  return (node as { toJSON?: () => unknown } | null)?.toJSON?.() ?? null;
}

/** As the YAML library makes a name of a key: nothing is the empty name. */
function keyOf(node: unknown): string {
  const key = jsonOf(node);
  return key === null ? '' : typeof key === 'object' ? JSON.stringify(key) : String(key);
}

/** A word that stands without quotes, with the meaning that it then has. */
export function word(source: string): Yaml.Scalar {
  return new TreeScalar(meaningOf(source), source) as unknown as Yaml.Scalar;
}

export function pairOf(key: unknown, value: unknown): Yaml.Pair {
  return new TreePair(key, value) as unknown as Yaml.Pair;
}

/** The nodes of plain values as operations carry them: every object is a map with just these names as texts. */
export function nodeOf(value: unknown): Yaml.Node {
  if (Array.isArray(value)) return listOf(value.map(nodeOf));
  if (value === null || typeof value !== 'object') return scalarOf(value);
  const said = Object.entries(value).filter(([, one]) => one !== undefined);
  return mapOf(said.map(([key, one]) => [scalarOf(key), nodeOf(one)]));
}

/** The nodes of plain data as `plainOf` writes them. */
export function treeOf(plain: Plain): Yaml.Node {
  if (Array.isArray(plain)) return listOf(plain.map(treeOf));
  if (plain === null || typeof plain !== 'object') return scalarOf(plain);
  const beside = (plain as Readonly<Record<string, Plain>>)[BESIDE];
  if (typeof beside === 'string') return word(beside);
  if (Array.isArray(beside))
    return mapOf((beside as [Plain, Plain][]).map(([key, value]) => [treeOf(key), treeOf(value)]));
  return mapOf(Object.entries(plain).map(([key, value]) => [scalarOf(key), treeOf(value)]));
}

function scalarOf(value: unknown): Yaml.Scalar {
  const known = value ?? null;
  return new TreeScalar(known, known === null ? '' : String(known)) as unknown as Yaml.Scalar;
}

function listOf(items: readonly unknown[]): Yaml.Node {
  const list = new TreeList();
  for (const item of items) list.items.push(item);
  return list as unknown as Yaml.Node;
}

function mapOf(entries: readonly (readonly [unknown, unknown])[]): Yaml.Node {
  const map = new TreeMap();
  for (const [key, value] of entries) map.items.push(new TreePair(key, value));
  return map as unknown as Yaml.Node;
}
