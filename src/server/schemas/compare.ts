/** The shape in which a comparison is answered, by the command line and by the API. Computes nothing. */
import { z } from 'zod';
import { messageSchema, problemSchema, questionSchema } from '#server/schemas/answers';

const ids = z.array(z.string());
const side = z.int().min(0).describe('Index of a community, in the order asked for.');
const value = z.number().nullable().describe('Null: unknown, not zero.');

const measureValue = z.object({
  value,
  band: z.tuple([z.number(), z.number()]).nullable().describe('5 and 95 %; null where nothing was drawn.'),
  state: z
    .enum(['measured', 'cannot-tell', 'not-described'])
    .describe('`cannot-tell`: too little is known; `not-described`: there is nothing to read it from.'),
  evidence: ids,
});

const measure = z.object({
  id: z.string().describe('`robust`; with its kind or circle where there is one for each: `hhi:hours`.'),
  title: messageSchema,
  says: messageSchema,
  unit: z.enum(['share', 'ratio', 'pairs']),
  least: z.number(),
  most: z.number(),
  leans: z
    .enum(['more', 'less'])
    .nullable()
    .describe('Which way people usually wish it; null: that depends.'),
  values: z.array(measureValue).describe('In the order of the communities.'),
});

const rowSide = z.object({
  blocks: z
    .array(z.object({ id: z.string(), name: z.string(), asks: z.string().nullable() }))
    .describe('Its own blocks that meet on this row; empty where it has none.'),
  things: z.array(z.object({ id: z.string(), section: z.string(), name: z.string() })),
  either: z.int().describe('Things that may belong here, and nobody has said so.'),
  questions: z.array(questionSchema),
});

const row = z.object({
  origins: ids.describe('Blocks of the default scheme that meet here; empty: what has no common block.'),
  sides: z.array(rowSide).describe('In the order of the communities.'),
  measures: z.array(measure),
  onlyIn: side.nullable().describe('The only community that has this; null where several have.'),
});

const community = z.object({
  community: z.string(),
  name: z.string(),
  label: z.string().describe('The name, with the day where one community stands there twice.'),
  asOf: z.string(),
  scheme: z.object({ id: z.string(), version: z.int() }),
  context: z.array(
    z.object({
      id: z.enum(['kind', 'size', 'age', 'form', 'technology', 'funds']),
      value: z.union([z.string(), z.number()]).nullable().describe('`size`: a band; `age`: years.'),
      from: z.enum(['stated', 'description']).nullable(),
    }),
  ),
  onlyKinds: z.array(z.object({ id: z.string(), name: z.string() })),
});

const alike = z.object({
  between: z.tuple([side, side]),
  s: value,
  comparable: z.number().describe('Share of the weight that is known of both.'),
  contextS: value,
  contextComparable: z.number(),
  says: messageSchema,
});

const gain = z.object({ measure: z.string(), here: z.number(), there: z.number(), gain: z.number() });

const roleModels = z.object({
  of: side.describe('The community that looks.'),
  models: z
    .array(
      z.object({
        side: z
          .int()
          .min(0)
          .describe(
            'Index of a community; from the number of communities on, one of those among whom was looked.',
          ),
        community: z.string(),
        name: z.string(),
        contextS: z.number(),
        gains: z.array(gain),
        tradeOffs: z.array(gain).describe('On what it is less far along.'),
        unknown: ids.describe('Picked measures of which one of the two cannot tell.'),
        lacks: z
          .array(z.int())
          .describe(
            'Rows under which it has nothing and the one that looks has something; empty for one that has no column.',
          ),
        says: z.array(messageSchema),
      }),
    )
    .describe('Two, or none; in the order asked for. No ranking.'),
  says: messageSchema,
});

export const compareSchema = z
  .object({
    potluck: z.literal(1),
    audience: z.string(),
    communities: z.array(community),
    rows: z.array(row),
    alike: z.array(alike),
    roleModels: z.array(roleModels).describe('Empty where no measures were picked.'),
    change: z
      .object({
        since: z.string(),
        until: z.string(),
        sentences: z.array(z.object({ text: z.string(), evidence: ids, message: messageSchema })),
      })
      .nullable()
      .describe('Where one community is seen on two days.'),
    problems: z.array(problemSchema),
  })
  .meta({
    id: 'Comparison',
    title: 'potluck compare --json',
    description:
      'Communities side by side: one row a common block, each in its own words. No ranking, no total.',
  });
