/** What described assumptions imply, for an audience on a day. The core runs; this carries, and bounds how much is run. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { MOST_COMPARED, simulateReport } from '#core/simulate/report';
import { UnknownScenario } from '#core/simulate/simulation';
import { MOST_TIPS, UnknownParameter } from '#core/simulate/tips';
import { message } from '#core/words/message';
import { audienceOfRequest, type Carried } from '#server/caller';
import { Refusal } from '#server/problem';
import { communityParam, reading, router, seenQuery, taking } from '#server/route';
import { simulateSchema } from '#server/schemas/simulate';
import type { Seeing } from '#server/seen';

/** What is refused here. */
const SAYS = {
  noParameter: message(
    'refused.no-parameter',
    'There is no parameter {id} in this simulation; its assumptions list them.',
  ),
  tooManyTips: message('refused.too-many-tips', 'At most {most} parameters can be asked for at once.'),
  noScenario: message('refused.no-scenario', 'There is no scenario {id}. There are: {known}.'),
  tooManyBeside: message('refused.too-many-beside', 'At most {most} scenarios can stand beside each other.'),
} as const;

/** Bounds of one request, so that none holds up the others. */
const MOST_MONTHS = 600;
const MOST_RUNS = 5000;

const tags = ['Answers'];
const scenarioId = z.string().max(120);
const months = z.coerce.number().int().min(1).max(MOST_MONTHS).optional().describe('60 unless said.');
const runs = z.coerce.number().int().min(0).max(MOST_RUNS).optional().describe('1000 unless said.');
const seed = z.coerce.number().int().min(0).max(2_147_483_647).optional().describe('1 unless said.');
const tips = z.array(z.string().max(120)).max(MOST_TIPS);
const description = 'As `potluck simulate --json`.';

const get = createRoute({
  method: 'get',
  path: '/api/communities/{id}/simulate',
  tags,
  summary: 'A community run forward, under a scenario or as it is',
  request: {
    params: communityParam,
    query: seenQuery.extend({
      scenario: z.string().max(500).optional().describe('Ids with commas between, at most four.'),
      tip: z
        .string()
        .max(1300)
        .optional()
        .describe('Parameters, with commas between, of which to tell how far each can go; at most ten.'),
      months,
      runs,
      seed,
    }),
  },
  responses: reading(simulateSchema, description),
});

const numbers = z.record(z.string().max(120), z.number());
const asked = z.object({
  scenario: scenarioId.nullable().optional(),
  beside: z.array(scenarioId).max(MOST_COMPARED).optional(),
  tip: tips.optional().describe('Parameters of which to tell how far each can go before the answer turns.'),
  months,
  runs,
  seed,
  values: numbers.optional().describe('Assumptions put in place of those described, by their id.'),
  levers: numbers
    .optional()
    .describe('Levers moved from the start on: `joins`, `hands`, `work`, `moneyIn`, `leaving`.'),
});

const post = createRoute({
  method: 'post',
  path: '/api/communities/{id}/simulate',
  tags,
  summary: 'The same with assumptions edited and levers moved',
  request: { params: communityParam, query: seenQuery, ...taking(asked) },
  responses: reading(simulateSchema, description),
});

type Asked = z.infer<typeof asked>;

/** The routes of simulation. */
export function simulateRoutes(seeing: Seeing) {
  const run = async (
    context: Context<Carried>,
    id: string,
    query: z.infer<typeof seenQuery>,
    options: Asked,
  ): Promise<z.infer<typeof simulateSchema>> => {
    const { view } = await seeing.view(id, audienceOfRequest(context, id, query.audience), query['as-of']);
    const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
    try {
      return simulateReport(view, given) as unknown as z.infer<typeof simulateSchema>;
    } catch (error) {
      if (error instanceof UnknownScenario || error instanceof UnknownParameter) {
        const { id: unknown, known } = error;
        const says =
          error instanceof UnknownScenario
            ? SAYS.noScenario({ id: unknown, known: known.join(', ') })
            : SAYS.noParameter({ id: unknown });
        throw new Refusal(400, 'bad-request', says);
      }
      throw error;
    }
  };
  return router()
    .openapi(get, async (context) => {
      const { id } = context.req.valid('param');
      const { scenario, tip, ...query } = context.req.valid('query');
      const ids = idsOf(scenario);
      if (ids.length > MOST_COMPARED)
        throw new Refusal(400, 'bad-request', SAYS.tooManyBeside({ most: MOST_COMPARED }));
      const asked = idsOf(tip);
      if (asked.length > MOST_TIPS)
        throw new Refusal(400, 'bad-request', SAYS.tooManyTips({ most: MOST_TIPS }));
      const options = { ...query, scenario: ids[0] ?? null, beside: ids.length > 1 ? ids : [], tip: asked };
      return context.json(await run(context, id, query, pick(options)), 200);
    })
    .openapi(post, async (context) => {
      const { id } = context.req.valid('param');
      return context.json(await run(context, id, context.req.valid('query'), context.req.valid('json')), 200);
    });
}

/** What the core understands, without who asks and of which day. */
function pick({ scenario, beside, tip, months: far, runs: many, seed: from }: Asked): Asked {
  return { scenario, beside, tip, months: far, runs: many, seed: from };
}

/** Ids between commas. */
const idsOf = (text = ''): string[] => text.split(',').filter((one) => one !== '');
