/** Things with ids: the keys that every thing may carry, and the map or list in which things stand. */
import type { Node, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq } from '#core/file/nodes';
import { type Reading, textOf } from '#core/file/reading';
import { blockId, evidence, see } from '#core/file/shape/evidence';
import {
  type Field,
  type Fields,
  may,
  or,
  pairsOf,
  type RecordShape,
  record,
  type Schema,
  type Shape,
  type Writing,
  wrongShape,
} from '#core/file/shape/shape';
import { checkSpan, when } from '#core/file/shape/time';
import { text } from '#core/file/shape/words';
import type { When } from '#core/model/dates';
import type { Fact, Id, Section } from '#core/model/fact';

/** Ids with a meaning of their own. `withheld` stands for an end that an audience may not see. */
export const RESERVED: ReadonlySet<string> = new Set([
  'outside',
  'past',
  'future',
  'ecosystem',
  'made',
  'loss',
  'withheld',
]);
export const ID_PATTERN = /^[a-z0-9][a-z0-9-]*$/;

export const FACT_FIELDS: Fields<
  Pick<Fact, 'name' | 'note' | 'since' | 'until' | 'because' | 'see' | 'category'>
> = {
  name: may(text, 'What people call it.'),
  since: may(when, 'First day on which it holds.'),
  until: may(when, 'Last day on which it still holds.'),
  because: or(evidence, [], 'How it is known.'),
  see: may(see, 'Who may see it. Where nothing is said, the see of the file holds.'),
  category: may(blockId, 'Block of the scheme.'),
  note: may(text, 'Anything worth saying about it.'),
};

/** The keys of one sort of thing, besides those that every thing may carry. */
export type OwnFields<T extends Fact> = Fields<Omit<T, keyof Fact>>;

export interface ThingShape<T extends Fact> {
  readonly section: Section;
  /** What the section holds, for the reference. */
  readonly says: string;
  readonly keys: RecordShape<T>;
  /** The property that names the thing in which this one is nested. */
  readonly owner: string | null;
  readonly things: Shape<readonly T[]>;
  readonly schema: Schema;
}

/** Defines one sort of thing. */
export function thing<T extends Fact>(section: Section, says: string, own: OwnFields<T>): ThingShape<T> {
  return shapeOf<T>(section, says, own as Readonly<Record<string, Field<unknown>>>, null);
}

/** Defines a sort of thing that stands inside another: needs in activities, pockets in pools. */
export function nestedThing<T extends Fact, Owner extends keyof T & string>(
  section: 'needs' | 'pockets',
  says: string,
  owner: Owner,
  own: Omit<OwnFields<T>, Owner>,
): ThingShape<T> {
  return shapeOf<T>(section, says, own as Readonly<Record<string, Field<unknown>>>, owner);
}

function shapeOf<T extends Fact>(
  section: Section,
  says: string,
  own: Readonly<Record<string, Field<unknown>>>,
  owner: string | null,
): ThingShape<T> {
  const { name, ...rest } = FACT_FIELDS;
  const keys = record<T>({ name, ...own, ...rest } as unknown as Fields<T>);
  const item = { $ref: `#/$defs/${section}` };
  const withId = { allOf: [item] };
  const things: Shape<readonly T[]> = {
    says: `${section}: id to keys, or a list of entries with id`,
    schema: {
      anyOf: [
        {
          type: 'object',
          propertyNames: { anyOf: [{ $ref: '#/$defs/id' }, { pattern: '^x-' }] },
          patternProperties: { '^x-': {} },
          additionalProperties: { anyOf: [item, { type: 'null' }] },
        },
        { type: 'array', items: withId },
      ],
    },
    read: (node, reading) => readThings<T>(node, reading, section, keys, owner),
    write: (value, writing) => writeThings(value, writing, keys),
  };
  const schema = {
    ...keys.schema,
    properties: {
      id: { $ref: '#/$defs/id', description: 'Where the thing stands in a list.' },
      ...(keys.schema['properties'] as Schema),
    },
  };
  return { section, says, keys, owner, things, schema };
}

function readThings<T extends Fact>(
  node: Node,
  reading: Reading,
  section: Section,
  keys: RecordShape<T>,
  owner: string | null,
): T[] | undefined {
  const things: T[] = [];
  const add = (id: string, at: Node, value: Node | null, inList: boolean): void => {
    const one = readThing<T>(id, at, value, inList, reading, section, keys, owner);
    if (one !== null) things.push(one);
  };
  if (isMap(node)) {
    for (const { key, node: value, pair } of pairsOf(node, reading, 'duplicate-id')) {
      if (!key.startsWith('x-')) add(key, reading.follow(pair.key) as Node, value, false);
    }
    return things;
  }
  if (!isSeq(node)) {
    reading.lostSections.add(section);
    return wrongShape(node, reading, 'things');
  }
  for (const item of node.items) {
    const entry = reading.follow(item);
    if (entry === null) continue;
    if (!isMap(entry)) {
      wrongShape(entry, reading, 'entry');
      continue;
    }
    const id = reading.follow(entry.get('id', true));
    if (isScalar(id) && id.value !== null) add(textOf(id), id, entry, true);
    else reading.report('missing-key', entry, { key: 'id', thing: section, whole: 'entry' });
  }
  return things;
}

function readThing<T extends Fact>(
  id: string,
  at: Node,
  value: Node | null,
  inList: boolean,
  reading: Reading,
  section: Section,
  keys: RecordShape<T>,
  owner: string | null,
): T | null {
  if (!meetId(id, at, section, reading)) return null;
  const empty = value === null || (isScalar(value) && value.value === null);
  if (!empty && !isMap(value)) return wrongShape(value, reading, 'map') ?? null;
  const x: Record<string, unknown> = {};
  const parent = reading.owner;
  if (owner === null) reading.owner = id;
  const map = (empty ? EMPTY_MAP : value) as YAMLMap;
  const values = keys.readInto(map, reading, { thing: id, at, x, ...(inList ? { skip: 'id' } : {}) });
  checkSpan(values['since'] as When | null, values['until'] as When | null, reading);
  const found = { id, section, ...(owner === null ? {} : { [owner]: parent }), ...values, x };
  const keyPlaces = reading.keyPlaces.get(values);
  if (keyPlaces) reading.keyPlaces.set(found, keyPlaces);
  reading.places.set(found, at);
  return found as unknown as T;
}

const EMPTY_MAP = { items: [], flow: false } as unknown as YAMLMap;

/** Takes an id into the one id space. False where the thing cannot be read because of it. */
function meetId(id: string, at: Node, section: Section, reading: Reading): boolean {
  if (!ID_PATTERN.test(id)) {
    const near = slug(id);
    reading.report('bad-id', at, { near }, id);
    reading.lost.add(id);
    reading.lost.add(near);
    return true;
  }
  if (RESERVED.has(id)) {
    reading.report('reserved-id', at, {}, id);
    return true;
  }
  const before = reading.things.get(id);
  if (before !== undefined) {
    reading.report('duplicate-id', at, { line: reading.found.lineOf(before.at) }, id);
    return true;
  }
  reading.things.set(id, { section, at });
  return true;
}

/** An id that is like a text: `Ana María` gives `ana-maria`. */
export function slug(written: string): string {
  const plain = written
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'another-id'
  );
}

function writeThings<T extends Fact>(
  things: readonly T[],
  writing: Writing,
  keys: RecordShape<T>,
): Record<string, unknown> | undefined {
  if (things.length === 0) return undefined;
  const written = things.map(
    (one) =>
      [one.id, { ...keys.writeFrom(one as unknown as Record<string, unknown>, writing), ...one.x }] as const,
  );
  return Object.fromEntries(written);
}

/** Reads nested things, keeps them aside, and gives their ids. */
export function idsOfNested<T extends Fact>(
  shape: ThingShape<T>,
  section: 'needs' | 'pockets',
): Shape<readonly Id[]> {
  return {
    says: shape.things.says,
    schema: shape.things.schema,
    read(node, reading, key) {
      const things = shape.things.read(node, reading, key) ?? [];
      for (const one of things) reading.nested[section].push(one);
      return things.map((one) => one.id);
    },
    write(ids, writing) {
      const all = writing.community[section] as unknown as readonly T[];
      return shape.things.write(
        all.filter((one) => ids.includes(one.id)),
        writing,
      );
    },
  };
}
