/** What each audience sees, for those who look after the community: the grid of the Openness room. The core works it out. */
import { createRoute, z } from '@hono/zod-openapi';
import { audiencesToShow, lookingThrough } from '#core/audience/looking-through';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { describedDay } from '#core/model/community';
import { type Day, isoDay } from '#core/model/dates';
import { mustWrite } from '#server/caller';
import { Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import { communityParam, reading, router, seenQuery } from '#server/route';
import { messageSchema } from '#server/schemas/answers';
import type { Seeing } from '#server/seen';
import { STEWARDS, type Store } from '#store/port';

const level = z.enum(['hidden', 'existence', 'aggregate', 'range', 'exact']);

const sight = z
  .object({
    audience: z.string(),
    kinds: z.array(
      z.object({
        kind: z.string(),
        level,
        isStated: z.boolean().describe('Said in `openness`; else it follows from what may be seen.'),
        from: z.string().nullable(),
        because: z.union([z.string(), z.record(z.string(), z.string())]).nullable(),
      }),
    ),
    things: z.array(
      z.object({
        id: z.string(),
        section: z.string(),
        level,
        isCounted: z.boolean().describe('Not seen by itself, and counted in a total.'),
      }),
    ),
    withheld: z.array(z.object({ kind: z.string(), count: z.int(), why: messageSchema.nullable() })),
    totals: z.object({ told: z.int(), withheld: z.int() }),
  })
  .meta({ id: 'Sight', description: 'What one audience sees of every kind and every thing.' });

const openness = createRoute({
  method: 'get',
  path: '/api/communities/{id}/openness',
  tags: ['Answers'],
  summary: 'What each audience sees, side by side; for stewards',
  request: { params: communityParam, query: seenQuery.pick({ 'as-of': true }) },
  responses: reading(
    z.object({ community: z.string(), asOf: z.string(), audiences: z.array(sight) }),
    'One entry an audience.',
  ),
});

/** The route of the Openness room. */
export function opennessRoutes(store: Store, seeing: Seeing, today: () => Day) {
  return router().openapi(openness, async (context) => {
    const { id } = context.req.valid('param');
    mustWrite(context, id);
    const asOf = context.req.valid('query')['as-of'];
    const kept = await store.text(id, STEWARDS);
    const community = kept === null ? null : resolve(parse(kept.body, { file: 'community.yaml' })).community;
    if (community === null) throw new Refusal(404, 'not-found', REFUSED.noCommunity({ id }));
    const day = asOf === undefined ? (describedDay(community) ?? today()) : seeing.day(asOf);
    const audiences = audiencesToShow(community).map((audience) => {
      const { kinds, withheld, ...rest } = lookingThrough(community, audience, day);
      return {
        ...rest,
        kinds: kinds.map((one) => ({ ...one, from: one.from?.text ?? null })),
        withheld: withheld.map(({ kind, count, why }) => ({ kind, count, why: why ?? null })),
      };
    });
    const answer = { community: id, asOf: isoDay(day), audiences };
    return context.json(
      answer as unknown as z.infer<
        (typeof openness)['responses'][200]['content']['application/json']['schema']
      >,
      200,
    );
  });
}
