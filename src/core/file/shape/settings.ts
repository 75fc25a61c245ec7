/** What a community says about its own description: sources, audiences, scheme, calendar, rates, questions, picture. */
import type { Node } from 'yaml';
import { isMap, isScalar, isSeq } from '#core/file/nodes';
import { type Reading, textOf } from '#core/file/reading';
import { amount } from '#core/file/shape/amounts';
import { audienceId } from '#core/file/shape/evidence';
import { kindId, ref } from '#core/file/shape/refs';
import {
  may,
  must,
  or,
  pairsOf,
  put,
  type RecordShape,
  record,
  type Shape,
  wrongShape,
} from '#core/file/shape/shape';
import { ID_PATTERN, slug } from '#core/file/shape/thing';
import { duration, when } from '#core/file/shape/time';
import { list, number, oneOf, text, word, yesNo } from '#core/file/shape/words';
import type { Amount } from '#core/model/amount';
import type {
  AudienceDeclaration,
  Block,
  QuestionRevision,
  Rate,
  Scheme,
  SchemeRevision,
  Source,
} from '#core/model/community';
import { DEFAULT_SCHEME } from '#core/model/scheme';

/** A map from ids in a name space of their own to records; the id becomes part of the record. */
export function named<T extends { readonly id: string }>(
  shape: RecordShape<Omit<T, 'id'>>,
  says: string,
  pattern = ID_PATTERN,
): Shape<readonly T[]> {
  return {
    says,
    schema: {
      type: 'object',
      patternProperties: { '^x-': {} },
      additionalProperties: { anyOf: [shape.schema, { type: 'null' }] },
    },
    read(node, reading) {
      if (!isMap(node)) return wrongShape(node, reading, 'things');
      const all: T[] = [];
      for (const { key, node: value, pair } of pairsOf(node, reading, 'duplicate-id')) {
        if (key.startsWith('x-')) continue;
        const at = reading.follow(pair.key) as Node;
        if (!pattern.test(key)) {
          reading.report('bad-id', at, { near: slug(key) }, key);
          reading.lost.add(key);
          reading.lost.add(slug(key));
          continue;
        }
        if (value !== null && !isMap(value) && !(isScalar(value) && value.value === null)) {
          wrongShape(value, reading, 'map');
          reading.lost.add(key);
          continue;
        }
        const map = isMap(value) ? value : ({ items: [] } as never);
        const values = shape.readInto(map, reading, { thing: key, at });
        const one = { id: key, ...values } as unknown as T;
        const keyPlaces = reading.keyPlaces.get(values);
        if (keyPlaces) reading.keyPlaces.set(one, keyPlaces);
        reading.places.set(one, at);
        all.push(one);
      }
      return all;
    },
    write: (value, writing) =>
      Object.fromEntries(value.map(({ id, ...rest }) => [id, shape.writeFrom(rest, writing)])),
  };
}

export const source = record<Omit<Source, 'id'>>({
  title: may(text, 'What it is called.'),
  url: may(word, 'Where it can be found.'),
  note: may(text, 'Anything worth saying about it.'),
  on: may(when, 'When it was written or said.'),
});

export const audience = record<Omit<AudienceDeclaration, 'id'>>({
  name: may(text, 'What people call it.'),
  includes: or(list(audienceId), [], 'Audiences whose facts this one sees as well.'),
  least: may(number('whole'), 'Contributors below which a sum is withheld.'),
  note: may(text, 'Anything worth saying about it.'),
});

export const rate = record<Omit<Rate, 'id'>>({
  name: may(text, 'What people call it.'),
  from: must(kindId, 'The kind that is converted.'),
  to: must(kindId, 'The kind it is converted into.'),
  value: must(number('positive'), 'How many of the second one of the first is worth.'),
  by: may(text, 'Who says so.'),
});

export const questionRevision = record<Omit<QuestionRevision, 'id'>>({
  text: may(text, 'The question in our own words.'),
  block: may(word, 'The block it belongs to.'),
  retired: or(yesNo, false, 'Whether it is no longer asked.'),
  why: may(text, 'Why it was changed.'),
});

export const block = record<Omit<Block, 'id'>>({
  name: must(text, 'What it is called.'),
  asks: may(text, 'What it asks.'),
  differs: may(text, 'How it differs from what a business would ask.'),
});

export const revision = record<SchemeRevision>({
  on: must(when, 'When.'),
  op: must(oneOf(['add', 'rename', 'merge', 'split', 'retire']), 'add, rename, merge, split or retire.'),
  of: or(list(word), [], 'Blocks before.'),
  into: or(list(word), [], 'Blocks after.'),
  why: may(text, 'Why.'),
  decision: may(ref('decision', ['decisions']), 'The decision that it follows.'),
});

export const ownScheme = record<Scheme>({
  id: must(word, 'Id of the scheme.'),
  version: or(number('whole'), 1, 'Version, counting up.'),
  blocks: or(named<Block>(block, 'blocks: id to keys'), [], 'Its blocks.'),
  revised: or(list(revision), [], 'How it was changed, and why.'),
});

/** `community`, or a map with id, version, blocks and revisions. */
export const scheme: Shape<Scheme> = {
  says: 'community | map',
  schema: { anyOf: [{ const: 'community' }, ownScheme.schema] },
  read(node, reading, key) {
    if (isScalar(node) && textOf(node) === 'community') return DEFAULT_SCHEME;
    return isMap(node) ? ownScheme.read(node, reading, key) : wrongShape(node, reading, 'scheme');
  },
  write: (value, writing) =>
    value.id === DEFAULT_SCHEME.id && value.version === DEFAULT_SCHEME.version
      ? 'community'
      : ownScheme.write(value, writing),
};

export interface WrittenCalendar {
  readonly season: number | null;
  readonly workday: Amount | null;
}

export const calendar = record<WrittenCalendar>({
  season: may(duration, 'Length of a season: 3 months, unless said.'),
  workday: may(amount, 'Hours in a day of work: 8 h, unless said.'),
});

type Position = { readonly x: number; readonly y: number };

const place = record<Position>({
  x: must(number('signed'), 'To the right.'),
  y: must(number('signed'), 'Downwards.'),
});

/** `positions: {id: {x, y}}`, in the picture's own coordinates. */
const positions: Shape<Readonly<Record<string, Position>>> = {
  says: 'positions: id to {x, y}',
  schema: {
    type: 'object',
    additionalProperties: {
      anyOf: [place.schema, { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 }],
    },
  },
  read(node, reading) {
    if (!isMap(node)) return wrongShape(node, reading, 'position');
    const all: Record<string, Position> = {};
    for (const { key, node: value, pair } of pairsOf(node, reading)) {
      if (key.startsWith('x-') || value === null) continue;
      const at = reading.follow(pair.key) as Node;
      reading.references.push({
        id: key,
        at,
        what: {
          says: 'thing',
          sections: 'any',
          reserved: ['outside', 'past', 'future', 'ecosystem', 'made', 'loss'],
        },
      });
      const one = positionAt(value, reading, key);
      if (one !== undefined) put(all, key, one);
    }
    return all;
  },
  write: (value) => value,
};

function positionAt(node: Node, reading: Reading, key: string): Position | undefined {
  if (isMap(node)) return place.read(node, reading, key);
  const numbers = isSeq(node) ? list(number('signed')).read(node, reading, key) : undefined;
  const [x, y] = numbers ?? [];
  return x === undefined || y === undefined ? wrongShape(node, reading, 'position') : { x, y };
}

const pictureKeys = record<{ readonly positions: Readonly<Record<string, Position>> }>({
  positions: or(positions, {}, 'Where things stand in the picture: {ana: {x: 120, y: 80}}.'),
});

/** `positions:` and below it the places, or the places at once. */
export const picture: RecordShape<{ readonly positions: Readonly<Record<string, Position>> }> = {
  ...pictureKeys,
  schema: { anyOf: [pictureKeys.schema, positions.schema] },
  read(node, reading, key) {
    if (isMap(node) && !node.has('positions')) return { positions: positions.read(node, reading, key) ?? {} };
    return pictureKeys.read(node, reading, key);
  },
};

export const simulation: Shape<Readonly<Record<string, unknown>>> = {
  says: 'parameters: {…}',
  schema: {
    type: 'object',
    properties: { parameters: { description: 'Parameters of the simulation.', type: 'object' } },
    patternProperties: { '^x-': {} },
    additionalProperties: false,
  },
  read(node, reading, key) {
    const parameters: Shape<unknown> = {
      says: 'map',
      schema: {},
      read: (at) => (isMap(at) ? reading.plain(at) : wrongShape(at, reading, 'map')),
      write: (value) => value,
    };
    const shape = record<{ parameters: unknown }>({
      parameters: may(parameters, 'Parameters of the simulation.') as never,
    });
    const value = shape.read(node, reading, key);
    return value === undefined
      ? undefined
      : value.parameters === null
        ? {}
        : { parameters: value.parameters };
  },
  write: (value) => ({ ...value }),
};
