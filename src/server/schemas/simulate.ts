/** The shape in which a simulation is answered, by the command line and by the API. Computes nothing. */
import { z } from 'zod';
import { messageSchema, problemSchema } from '#server/schemas/answers';

const ids = z.array(z.string());
const number = z.number().nullable().describe('Null: no number could be worked out.');
const byStock = z.record(z.string(), number);
const months = z.array(number).describe('By month, from month 0.');
const share = z.number().min(0).max(1);

const fan = z.object({ p5: months, p25: months, p50: months, p75: months, p95: months });
const at = z.record(z.string(), byStock).describe('Month to stock to level: the run as described.');
const survival = z
  .object({ share: share.nullable(), low: share, high: share })
  .describe(
    'Share of draws that still stand, with its Wilson interval of 95 %. Without draws: null, and 0 to 1.',
  );

const entry = z.object({
  id: z.string(),
  name: z.string(),
  origin: z.enum(['file', 'preset', 'page']).describe('`preset`: one that every community can try.'),
});

const change = z.object({
  at: z.number().describe('Months from the day of the description.'),
  what: messageSchema,
  why: z.string().nullable(),
  of: z.string().nullable().describe('The thing of the file that changes.'),
});

const fall = z
  .object({
    month: z.int(),
    why: z.enum(['core', 'energy', 'trust', 'money']),
    about: z.string().nullable(),
  })
  .nullable()
  .describe('The first month at whose end it no longer stands. Null: it stands at the horizon.');

const sensitivity = z.object({
  id: z.string(),
  about: ids,
  low: z.number(),
  high: z.number(),
  unit: z.string(),
  guessed: z.boolean(),
  stands: z.tuple([z.boolean(), z.boolean()]).describe('With the guess at its low and at its high end.'),
  at: z.record(z.string(), z.tuple([number, number])).describe('Stock at the horizon, low and high.'),
  changesVerdict: z.boolean(),
  question: messageSchema.nullable().describe('Where it changes the verdict: what to ask.'),
});

const assumption = z.object({
  id: z.string(),
  value: z.number(),
  unit: z.string(),
  source: z.string().describe('A source, `described`, or `heuristic`.'),
  explain: z.string(),
  low: z.number(),
  high: z.number(),
  guessed: z.boolean(),
  facts: ids,
  says: messageSchema.nullable(),
  cites: messageSchema
    .nullable()
    .describe('Its source in a sentence, for one that is neither described nor a rule of thumb.'),
});

const unflowed = z.object({
  pool: z.string(),
  name: z.string(),
  month: z.int(),
  amount: z.number(),
  unit: z.string(),
});

const tipping = z.array(
  z.object({
    lever: z.string(),
    value: z.number().describe('Times what it is now.'),
    unit: z.string(),
    says: messageSchema,
  }),
);

const turn = z
  .number()
  .nullable()
  .describe('The nearest value on that side at which the answer changes. Null: none within the range.');

const tip = z.object({
  id: z.string(),
  now: z.number().describe('What it is taken as.'),
  low: z.number(),
  high: z.number(),
  unit: z.string(),
  below: turn,
  above: turn,
  says: z.array(messageSchema),
});

const longRun = z.object({
  months: z.int(),
  stands: z.boolean(),
  falls: z.int().nullable(),
  says: messageSchema,
});

/** What one of several beside each other says. */
const told = {
  changes: z.array(change),
  grows: z.array(messageSchema).describe('What stretches, beside staying as things are.'),
  shrinks: z.array(messageSchema).describe('What gives way.'),
  says: z.array(messageSchema),
  tipping,
  sensitivity: z.array(sensitivity),
  longRun,
  unflowed: z.array(unflowed),
};

export const simulateSchema = z
  .object({
    potluck: z.literal(1),
    community: z.string().nullable(),
    asOf: z.string().nullable(),
    audience: z.string(),
    scenario: entry.nullable().describe('Null: the baseline, in which nothing changes.'),
    months: z.int(),
    runs: z.int(),
    seed: z.int(),
    unit: z.record(z.string(), z.string()),
    names: z.record(z.string(), z.string()),
    at,
    fans: z.record(z.string(), fan),
    survival,
    tipping,
    tips: z.array(tip).describe('Of the parameters that were asked for: where the answer turns.'),
    sensitivity: z.array(sensitivity),
    assumptions: z.array(assumption),
    says: z.array(messageSchema).describe('The answer in sentences, the verdict first.'),
    changes: z.array(change),
    falls: fall,
    longRun: longRun.nullable(),
    stability: z.object({ rate: number, returnMonths: number }).nullable(),
    unflowed: z.array(unflowed).describe('What pools were asked for and could not pay.'),
    notes: z.array(messageSchema),
    scenarios: z.array(
      entry.extend({
        changes: z.array(change),
        stands: z.boolean(),
        falls: fall,
        end: byStock,
        problems: z.array(messageSchema),
      }),
    ),
    compared: z.array(
      z.object({
        ...{ scenario: entry.nullable(), at, fans: z.record(z.string(), fan), survival, falls: fall },
        ...told,
      }),
    ),
    diverged: z.object({ month: z.int(), stock: z.string() }).nullable(),
    problems: z.array(problemSchema),
  })
  .meta({ id: 'Simulate', description: 'What the described assumptions imply; never a forecast.' });
