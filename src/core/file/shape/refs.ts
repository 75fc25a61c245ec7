/** References: an id somewhere else in the file. They are collected here and checked when every id is known. */
import type { Node } from 'yaml';
import { isMap, isScalar, isSeq } from '#core/file/nodes';
import { type Reading, type ReferenceWhat, textOf } from '#core/file/reading';
import { pairsOf, put, type Schema, type Shape, wrongShape } from '#core/file/shape/shape';
import { number } from '#core/file/shape/words';
import type { Id, Section } from '#core/model/fact';

const ID_SCHEMA: Schema = { $ref: '#/$defs/id' };

/** The id of a thing in one of these sections, or one of these reserved words. */
export function ref(
  says: string,
  sections: readonly Section[] | 'any',
  reserved: readonly string[] = [],
): Shape<Id> {
  const what: ReferenceWhat = { says, sections, reserved };
  return {
    says: sections === 'any' ? 'id' : `id of ${[...sections, ...reserved].join(', ')}`,
    schema: ID_SCHEMA,
    read(node, reading) {
      if (!isScalar(node)) return wrongShape(node, reading, 'id');
      return refer(node, reading, what);
    },
    write: (value) => value,
  };
}

function refer(node: Node, reading: Reading, what: ReferenceWhat): Id {
  const id = textOf(node as { value: unknown; source?: string });
  reading.references.push({ id, at: node, what });
  return id;
}

export const party = ref('party', ['parties']);
export const holder = ref('holder', ['parties', 'roles']);
export const activity = ref('activity', ['activities']);
export const flow = ref('flow', ['flows']);
export const anyThing = ref('thing', 'any');

const ENDS: readonly Section[] = ['parties', 'pools', 'pockets', 'activities'];
export const FLOW_ENDS = ['outside', 'past', 'future', 'ecosystem', 'made', 'loss'] as const;

/** An end of a flow. Which reserved words give and which take is checked later. */
export const flowEnd = ref('end', ENDS, FLOW_ENDS);

/**
 * Where something goes, with weights: `{gardeners: 0.7, street: 0.3}`. One id, or a list of ids, share alike.
 * Weights are kept as written; whoever computes makes them sum to 1.
 */
export function weights(
  says: string,
  sections: readonly Section[],
  reserved: readonly string[] = [],
): Shape<Readonly<Record<Id, number>>> {
  const what: ReferenceWhat = { says, sections, reserved };
  const weight = number('weight');
  return {
    says: 'ids with weights',
    schema: {
      anyOf: [
        { type: 'object', additionalProperties: number('weight').schema },
        ID_SCHEMA,
        { type: 'array', items: ID_SCHEMA },
      ],
    },
    read(node, reading, key) {
      const all: Record<Id, number> = {};
      if (isMap(node)) {
        for (const { node: value, pair } of pairsOf(node, reading)) {
          const id = refer(reading.follow(pair.key) as Node, reading, what);
          const one = value === null ? undefined : weight.read(value, reading, key);
          if (one !== undefined && one < 0) reading.report('bad-weights', value as Node, { all: 'no', key });
          else if (one !== undefined) put(all, id, one);
        }
        const values = Object.values(all);
        if (values.length > 0 && values.length === node.items.length && values.every((one) => one === 0)) {
          reading.report('bad-weights', node, { all: 'zero', key });
        }
        return all;
      }
      const items = isSeq(node) ? node.items.map((item) => reading.follow(item)) : [node];
      for (const item of items) {
        if (isScalar(item)) put(all, refer(item, reading, what), 1);
        else if (item !== null) wrongShape(item, reading, 'weights');
      }
      return all;
    },
    write: (value) => ({ ...value }),
  };
}

/** A kind, declared or known without a declaration. */
export const kindId: Shape<Id> = {
  says: 'id of a kind',
  schema: ID_SCHEMA,
  read(node, reading) {
    if (!isScalar(node)) return wrongShape(node, reading, 'word');
    const id = textOf(node);
    reading.names.push({ id, at: node, space: 'kinds' });
    return id;
  },
  write: (value) => value,
};
