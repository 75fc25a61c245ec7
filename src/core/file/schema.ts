/** The JSON Schema (draft 2020-12) of a community file, made from the shapes that read it, for completion in editors. */
import { activities, needs } from '#core/file/shape/activities';
import { AMOUNT_SCHEMA } from '#core/file/shape/amounts';
import { community } from '#core/file/shape/community';
import { EVIDENCE_SCHEMA, SEE_SCHEMA } from '#core/file/shape/evidence';
import { accounts, baskets, flows, trials } from '#core/file/shape/flows';
import { movements, parties, roles, ties, walls } from '#core/file/shape/parties';
import { pockets, pools, tools } from '#core/file/shape/pools';
import { scenarios } from '#core/file/shape/scenarios';
import type { Schema } from '#core/file/shape/shape';
import { decisions, history, influences, quantities, vision, voices, worth } from '#core/file/shape/stories';
import { ID_PATTERN, type ThingShape } from '#core/file/shape/thing';
import { DATE_SCHEMA } from '#core/file/shape/time';
import { TEXT_SCHEMA } from '#core/file/shape/words';
import type { Fact } from '#core/model/fact';

/** Every sort of thing, in the order of the reference. */
export const THING_SHAPES: readonly ThingShape<Fact>[] = [
  parties,
  roles,
  pools,
  pockets,
  activities,
  needs,
  flows,
  accounts,
  baskets,
  trials,
  influences,
  quantities,
  ties,
  walls,
  movements,
  tools,
  vision,
  worth,
  voices,
  decisions,
  history,
  scenarios,
] as unknown as readonly ThingShape<Fact>[];

/** The schema as plain data. */
export function communitySchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://potluck.example/community.schema.json',
    title: 'A community file of Potluck',
    description:
      'The economy of a learning community: who brings what, and who carries what is called free. Version 1.',
    ...community.schema,
    $defs: {
      id: {
        description: 'Small letters, digits and hyphens.',
        anyOf: [
          { type: 'string', pattern: ID_PATTERN.source },
          { type: 'integer', minimum: 0 },
        ],
      },
      text: TEXT_SCHEMA,
      date: DATE_SCHEMA,
      amount: AMOUNT_SCHEMA,
      evidence: EVIDENCE_SCHEMA,
      see: SEE_SCHEMA,
      ...Object.fromEntries(
        THING_SHAPES.map((shape) => [shape.section, { description: shape.says, ...shape.schema }]),
      ),
    },
  };
}

/** The schema as the text of `docs/reference/community.schema.json`. */
export function schemaText(): string {
  return `${JSON.stringify(communitySchema(), null, 2)}\n`;
}
