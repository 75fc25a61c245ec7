/**
 * What a shape is: one definition from which a value is read out of YAML, written back, described in the JSON Schema
 * and explained in the reference. Nothing about the format is said in two places.
 */
import type { Node, Pair, Scalar, YAMLMap } from 'yaml';
import { nearest } from '#core/file/nearest';
import { isMap, isScalar, isSeq } from '#core/file/nodes';
import { KeyPlaces, type Reading, textOf } from '#core/file/reading';
import type { Community } from '#core/model/community';

export type Schema = Readonly<Record<string, unknown>>;

/** What is known while a community is written. */
export interface Writing {
  readonly community: Community;
}

export interface Shape<T> {
  /** `unknown` is a text, date or amount of its own here; everywhere else it is the same as leaving the key out. */
  readonly holdsUnknown?: true;
  /** A value of null was written as `unknown`; elsewhere it is what a mistake left. */
  readonly mayBeNull?: true;
  /** How it is written, for the reference: `date`, `amount`, `list of ids`. */
  readonly says: string;
  readonly schema: Schema;
  /** The value, or undefined where there is a mistake, which has then been reported. */
  read(node: Node, reading: Reading, key: string): T | undefined;
  /** Plain data for YAML; undefined leaves the key out. */
  write(value: T, writing: Writing): unknown;
}

export interface Field<T> {
  /** The key in the file. Empty: the property in kebab-case. */
  readonly key: string;
  readonly shape: Shape<T>;
  /** The value where the key is missing. Undefined: it must be there. */
  readonly absent: T | undefined;
  /** For completion in editors and for the reference. */
  readonly says: string;
}

export type Fields<T> = { readonly [K in keyof T]-?: Field<T[K]> };

/** A key that may be left out; the value is then null: unknown. */
export function may<T>(shape: Shape<T>, says: string, key = ''): Field<T | null> {
  const open = shape.holdsUnknown ? (shape as Shape<T | null>) : orUnknown(shape);
  return { key, shape: open, absent: null, says };
}

/** A value or `unknown`, which is null. */
export function orUnknown<T>(shape: Shape<T>): Shape<T | null> {
  return {
    holdsUnknown: true,
    mayBeNull: true,
    says: `${shape.says} | unknown`,
    schema: { anyOf: [shape.schema, { const: 'unknown' }] },
    read(node, reading, key) {
      if (isScalar(node) && node.value === 'unknown') return null;
      return shape.read(node, reading, key);
    },
    write: (value, writing) => (value === null ? 'unknown' : shape.write(value, writing)),
  };
}

/** A key with a meaning where it is left out. */
export function or<T>(shape: Shape<T>, absent: T, says: string, key = ''): Field<T> {
  return { key, shape, absent, says };
}

/** A key without which the thing says nothing. */
export function must<T>(shape: Shape<T>, says: string, key = ''): Field<T> {
  return { key, shape, absent: undefined, says };
}

/** `ours-because` for `oursBecause`. */
export function kebab(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

interface Keyed {
  readonly property: string;
  readonly key: string;
  readonly field: Field<unknown>;
}

/** The fields of a record with their keys in the file. */
export function keyed(fields: Readonly<Record<string, Field<unknown>>>): readonly Keyed[] {
  return Object.entries(fields).map(([property, field]) => ({
    property,
    key: field.key === '' ? kebab(property) : field.key,
    field,
  }));
}

export interface RecordShape<T> extends Shape<T> {
  readonly keyed: readonly Keyed[];
  /** Reads the keys of a map into an object; `skip` names keys that somebody else reads. */
  readInto(map: YAMLMap, reading: Reading, about: RecordPlace): Record<string, unknown>;
  writeFrom(value: Readonly<Record<string, unknown>>, writing: Writing): Record<string, unknown>;
}

export interface RecordPlace {
  /** What the record is about, for problems: the id of the thing, or a key. */
  readonly thing: string;
  /** Where a missing key is reported. */
  readonly at: Node;
  readonly skip?: string;
  /** Where keys that start with `x-` are kept; they are dropped nowhere in the text. */
  readonly x?: Record<string, unknown>;
}

/** A map with known keys, each with a shape. Further keys are mistakes, except those that start with `x-`. */
export function record<T>(fields: Fields<T>, says = 'map'): RecordShape<T> {
  const all = keyed(fields as Readonly<Record<string, Field<unknown>>>);
  const byKey = new Map(all.map((one) => [one.key, one]));
  const keys = new Map(all.map((one) => [one.property, one.key]));
  const known = all.map((one) => one.key).join(', ');
  const schema: Schema = {
    type: 'object',
    properties: Object.fromEntries(
      all.map((one) => [one.key, { description: one.field.says, ...one.field.shape.schema }]),
    ),
    ...requiredKeys(all),
    patternProperties: { '^x-': {} },
    additionalProperties: false,
  };

  // Every value has its properties in the order of the reference, whatever the order in the file.
  const blank = Object.fromEntries(all.map((one) => [one.property, undefined]));

  const readInto = (map: YAMLMap, reading: Reading, about: RecordPlace): Record<string, unknown> => {
    const values: Record<string, unknown> = { ...blank };
    let meant: Set<string> | null = null;
    for (const { key, node, pair } of pairsOf(map, reading)) {
      if (key === about.skip) continue;
      if (key.startsWith('x-')) {
        if (about.x) put(about.x, key, reading.plain(node));
        continue;
      }
      const one = byKey.get(key);
      if (one === undefined) {
        const near = unknownKey(pair.key as Scalar, node, known, byKey.keys(), map, reading);
        if (near !== null) meant = (meant ?? new Set<string>()).add(near);
        continue;
      }
      if (node === null || (isScalar(node) && node.value === null)) continue;
      const value = one.field.shape.read(node, reading, key);
      values[one.property] = value === undefined ? BROKEN : value;
    }
    for (const one of all) {
      if (values[one.property] === BROKEN) values[one.property] = one.field.absent ?? null;
      else if (values[one.property] === undefined) {
        if (one.field.absent === undefined && !meant?.has(one.key)) {
          reading.report('missing-key', about.at, {
            key: one.key,
            thing: about.thing,
            whole: about.thing === '' ? 'yes' : 'no',
          });
        }
        values[one.property] = one.field.absent ?? null;
      }
    }
    reading.keyPlaces.set(values, new KeyPlaces(map, keys, meant ?? NONE));
    return values;
  };

  const writeFrom = (value: Readonly<Record<string, unknown>>, writing: Writing): Record<string, unknown> => {
    const written: Record<string, unknown> = {};
    for (const one of all) {
      const part = value[one.property];
      if (
        part === undefined ||
        (part === null && one.field.absent !== undefined) ||
        isSame(part, one.field.absent)
      )
        continue;
      const plain = one.field.shape.write(part, writing);
      if (plain !== undefined) written[one.key] = plain;
    }
    return written;
  };

  return {
    says,
    schema,
    keyed: all,
    readInto,
    writeFrom,
    read(node, reading, key) {
      const map = mapAt(node, reading, 'map');
      return map === null ? undefined : (readInto(map, reading, { thing: key, at: node }) as T);
    },
    write: (value, writing) => writeFrom(value as Readonly<Record<string, unknown>>, writing),
  };
}

const NONE: ReadonlySet<string> = new Set();
const BROKEN = Symbol('a mistake that has been reported');

/** Sets a key that somebody else chose, so that not even `__proto__` is more than a word. */
export function put<T>(into: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });
}

function requiredKeys(all: readonly Keyed[]): Schema {
  const required = all.filter((one) => one.field.absent === undefined).map((one) => one.key);
  return required.length === 0 ? {} : { required };
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (isEmpty(a) && isEmpty(b));
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Keys of maps that were asked for lately: of thousands of unknown keys each asks for all. */
const keysOf = new WeakMap<YAMLMap, ReadonlySet<string>>();

function keysIn(map: YAMLMap): ReadonlySet<string> {
  let keys = keysOf.get(map);
  if (keys === undefined) {
    keys = new Set(map.items.map((pair) => (isScalar(pair.key) ? textOf(pair.key) : '')));
    keysOf.set(map, keys);
  }
  return keys;
}

/** Reports a key that is not known, and gives the one that was probably meant: first among those not there yet. */
function unknownKey(
  at: Scalar,
  node: Node | null,
  known: string,
  keys: Iterable<string>,
  map: YAMLMap,
  reading: Reading,
): string | null {
  const key = textOf(at);
  const there = keysIn(map);
  const near = nearest(
    key,
    [...keys].sort((a, b) => Number(there.has(a)) - Number(there.has(b))),
  );
  const comma =
    map.flow === true && near === null && (node === null || (isScalar(node) && node.value === null));
  reading.report('unknown-key', at, { known, near: near ?? 'none', comma: comma ? 'yes' : 'no' }, key);
  reading.lose(node);
  return near;
}

/** The map at a node, or null with the problem reported. */
export function mapAt(node: Node, reading: Reading, shape: string): YAMLMap | null {
  if (isMap(node)) return node;
  wrongShape(node, reading, shape);
  return null;
}

export function wrongShape(node: Node, reading: Reading, shape: string): undefined {
  const value = isScalar(node) ? node.value : null;
  const found = isMap(node) ? 'map' : isSeq(node) ? 'list' : typeof value === 'number' ? 'number' : 'other';
  reading.report('wrong-shape', node, { shape, found });
  reading.lose(node);
  return undefined;
}

export interface ReadPair {
  readonly key: string;
  readonly node: Node | null;
  readonly pair: Pair;
}

/** The pairs of a map with the words of their keys. Keys that stand twice are reported and read once. */
export function pairsOf(
  map: YAMLMap,
  reading: Reading,
  twice: 'duplicate-key' | 'duplicate-id' = 'duplicate-key',
): ReadPair[] {
  const seen = new Map<string, Node>();
  const pairs: ReadPair[] = [];
  for (const pair of map.items) {
    const keyNode = reading.follow(pair.key);
    if (!isScalar(keyNode)) {
      if (keyNode !== null) wrongShape(keyNode, reading, 'word');
      continue;
    }
    const key = textOf(keyNode);
    const before = seen.get(key);
    if (before !== undefined) {
      reading.report(twice, keyNode, { line: reading.found.lineOf(before) }, key);
      continue;
    }
    seen.set(key, keyNode);
    pairs.push({ key, node: reading.follow(pair.value), pair: pair as Pair });
  }
  return pairs;
}
