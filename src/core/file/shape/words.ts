/** The plain shapes: texts, words, numbers, yes and no, lists. */
import type { Node } from 'yaml';
import { nearest } from '#core/file/nearest';
import { isMap, isScalar, isSeq } from '#core/file/nodes';
import { type Reading, textOf } from '#core/file/reading';
import { pairsOf, put, type Schema, type Shape, wrongShape } from '#core/file/shape/shape';
import type { Text } from '#core/model/fact';

const SCALAR_TEXT: Schema = { type: ['string', 'number', 'boolean'] };

/** Words in one language, or a map from language code to words. */
export const text: Shape<Text> = {
  holdsUnknown: true,
  says: 'text',
  schema: { $ref: '#/$defs/text' },
  read(node, reading) {
    if (isScalar(node)) return textOf(node);
    if (!isMap(node)) return wrongShape(node, reading, 'text');
    const words: Record<string, string> = {};
    for (const { key, node: value, pair } of pairsOf(node, reading)) {
      if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(key) || !isScalar(value)) {
        return wrongShape(value ?? (pair.key as Node), reading, 'text');
      }
      put(words, key, textOf(value));
    }
    return words;
  },
  write: (value) => value,
};

export const TEXT_SCHEMA: Schema = {
  description: 'A text, or a map from language codes to texts.',
  anyOf: [
    SCALAR_TEXT,
    {
      type: 'object',
      patternProperties: { '^[a-z]{2,3}(-[A-Za-z0-9]+)*$': SCALAR_TEXT },
      additionalProperties: false,
    },
  ],
};

/** One word or short text, as it is. */
export const word: Shape<string> = {
  holdsUnknown: true,
  says: 'word',
  schema: SCALAR_TEXT,
  read: (node, reading) => (isScalar(node) ? textOf(node) : wrongShape(node, reading, 'word')),
  write: (value) => value,
};

/** One of a few words. `also` maps further spellings to them. */
export function oneOf<T extends string>(
  values: readonly T[],
  also: Readonly<Record<string, T>> = {},
): Shape<T> {
  const known = values.join(', ');
  return {
    says: values.join(' | '),
    schema: { enum: [...values, ...Object.keys(also)] },
    read(node, reading, key) {
      if (!isScalar(node)) return wrongShape(node, reading, 'word');
      const written = textOf(node);
      const value = (values as readonly string[]).includes(written) ? (written as T) : also[written];
      if (value === undefined) {
        reading.report(
          'unknown-word',
          node,
          { key, known, near: nearest(written, [...values, ...Object.keys(also)]) ?? 'none' },
          written,
        );
      }
      return value;
    },
    write: (value) => value,
  };
}

const YES_NO: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false };

/** `yes`, `no`, `true` or `false`. */
export const yesNo: Shape<boolean> = {
  says: 'yes | no',
  schema: { enum: [true, false, 'yes', 'no'] },
  read(node, reading) {
    const value = isScalar(node) ? YES_NO[textOf(node).toLowerCase()] : undefined;
    return value ?? wrongShape(node, reading, 'yesno');
  },
  write: (value) => value,
};

type Range = 'share' | 'positive' | 'whole' | 'any' | 'signed' | 'weight';

const NUMBER_SCHEMAS: Readonly<Record<Range, Schema>> = {
  share: {
    anyOf: [
      { type: 'number', minimum: 0, maximum: 1 },
      { type: 'string', pattern: '^[0-9.]+ ?%$' },
    ],
  },
  positive: { type: 'number', exclusiveMinimum: 0 },
  whole: { type: 'integer', minimum: 0 },
  any: { type: 'number', minimum: 0 },
  signed: { type: 'number' },
  weight: {
    anyOf: [
      { type: 'number', minimum: 0 },
      { type: 'string', pattern: '^[0-9.]+ ?%$' },
    ],
  },
};

/** A number in a range: `share` 0 to 1, also as `60 %`; `positive` above 0; `weight` any, also in per cent; `whole` 0, 1, 2, …; `any` 0 or more. */
export function number(range: Range = 'any'): Shape<number> {
  return {
    says: range === 'share' ? '0 to 1' : range === 'whole' ? 'whole number' : 'number',
    schema: NUMBER_SCHEMAS[range],
    read(node, reading, key) {
      const value = numberAt(node, range);
      if (value === null)
        return wrongShape(node, reading, range === 'whole' || range === 'share' ? range : 'number');
      if (!Number.isFinite(value)) {
        reading.report('not-a-number', node);
        return undefined;
      }
      if (!within(value, range)) {
        reading.report('out-of-range', node, { key, range });
        return undefined;
      }
      return value;
    },
    write: (value) => value,
  };
}

function numberAt(node: Node, range: Range): number | null {
  if (!isScalar(node)) return null;
  if (typeof node.value === 'number') return node.value;
  if (typeof node.value !== 'string') return null;
  if (/^-?(?:nan|inf(?:inity)?)$/i.test(node.value)) return Number.NaN;
  const percent = /^(\d+(?:\.\d+)?) ?%$/.exec(node.value);
  return percent && (range === 'share' || range === 'weight') ? Number(percent[1]) / 100 : null;
}

function within(value: number, range: Range): boolean {
  if (range === 'signed' || range === 'weight') return true;
  if (range === 'share') return value >= 0 && value <= 1;
  if (range === 'positive') return value > 0;
  return value >= 0 && (range !== 'whole' || Number.isInteger(value));
}

/** A list; a single value counts as a list of one. */
export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return {
    says: `list of: ${shape.says}`,
    schema: { anyOf: [{ type: 'array', items: shape.schema }, shape.schema] },
    read(node, reading, key) {
      const nodes = isSeq(node) ? node.items.map((item) => reading.follow(item)) : [node];
      return nodes.flatMap((item) => {
        if (item === null) return [];
        const value = shape.read(item, reading, key);
        return value === undefined ? [] : [value];
      });
    },
    write: (values, writing) => values.map((value) => shape.write(value, writing)),
  };
}

/** A map with any keys, all values of one shape. */
export function mapTo<T>(
  shape: Shape<T>,
  keys?: (key: Node, reading: Reading) => void,
): Shape<Readonly<Record<string, T>>> {
  return {
    says: `map to: ${shape.says}`,
    schema: { type: 'object', patternProperties: { '^x-': {} }, additionalProperties: shape.schema },
    read(node, reading) {
      if (!isMap(node)) return wrongShape(node, reading, 'map');
      const values: Record<string, T> = {};
      for (const { key, node: value, pair } of pairsOf(node, reading)) {
        if (value === null || key.startsWith('x-')) continue;
        keys?.(reading.follow(pair.key) as Node, reading);
        const one = shape.read(value, reading, key);
        if (one !== undefined) put(values, key, one);
      }
      return values;
    },
    write: (value, writing) =>
      Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shape.write(one, writing)])),
  };
}

/** Anything, kept as it is written. */
export const anything: Shape<unknown> = {
  holdsUnknown: true,
  says: 'anything',
  schema: {},
  read: (node, reading) => reading.plain(node) ?? undefined,
  write: (value) => value,
};
