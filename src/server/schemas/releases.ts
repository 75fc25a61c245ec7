/** The shapes of releases. Says what is asked and answered; computes nothing. */
import { z } from 'zod';
import { RELEASED } from '#core/released-page';
import { MOST_COMPARED } from '#core/simulate/report';
import { messageSchema } from '#server/schemas/answers';

const reason = z.string().max(2000).nullish();

const numbers = z.record(z.string().max(120), z.number());

const run = z
  .strictObject({
    scenarios: z
      .array(z.string().min(1).max(120))
      .max(MOST_COMPARED)
      .optional()
      .describe('Of the file, or such as any community can try. None: as it is, or by levers alone.'),
    months: z.int().min(1).max(600).optional().describe('60 unless said.'),
    runs: z.int().min(0).max(5000).optional().describe('1000 unless said.'),
    seed: z.int().min(0).max(2_147_483_647).optional().describe('1 unless said.'),
    levers: numbers.optional().describe('As `simulate` takes them.'),
    values: numbers.optional().describe('Assumptions put in place of those described, by their id.'),
  })
  .meta({ id: 'ReleasedRun' });

export const releaseRequest = z
  .strictObject({
    audience: z.string().min(1).max(200).describe('Who may read it; not stewards.'),
    what: z.enum(RELEASED),
    of: z.string().max(200).nullish().describe('The basket, for `sponsor`.'),
    run: run.nullish().describe('What is run, for `what-if`. It is run on what the readers may know.'),
    asOf: z.string().max(40).nullish().describe('The day from which it is seen.'),
    withhold: z
      .boolean()
      .optional()
      .describe('Leave out what would give something away, rather than be refused.'),
    despite: reason.describe('Why it goes out although those meet who were to stay apart. It is logged.'),
    reason: reason.describe('Why it is released. It is logged.'),
  })
  .meta({ id: 'ReleaseRequest' });

export const releaseSchema = z
  .object({
    id: z.uuid(),
    community: z.string(),
    audience: z.string(),
    what: z.enum(RELEASED),
    basket: z.string().nullable(),
    version: z.int().describe('Of the community, when it was released.'),
    asOf: z.string(),
    at: z.string().describe('ISO 8601, UTC.'),
    by: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
    withdrawnAt: z.string().nullable(),
  })
  .meta({ id: 'Release', description: 'What was frozen for an audience, without its content.' });

export const releasedSchema = z
  .object({
    id: z.uuid(),
    link: z.string().describe('`/r/<secret>`: told here and never again.'),
    withheld: z.array(z.object({ kind: z.string(), count: z.int(), why: messageSchema.nullable() })),
  })
  .meta({ id: 'Released', description: 'It is out; at this address, which can be withdrawn.' });

export const withdrawRequest = z.strictObject({ reason }).meta({ id: 'WithdrawRequest' });
