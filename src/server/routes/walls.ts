/** Whether an invitation, a release or a round would bring together those who were to stay apart; for stewards, beforehand. */
import { createRoute, z } from '@hono/zod-openapi';
import { audienceOf } from '#core/audience/audience';
import { wallBreaches } from '#core/audience/walls';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { type Community, describedDay } from '#core/model/community';
import type { Day } from '#core/model/dates';
import { message } from '#core/words/message';
import { mustSteward } from '#server/caller';
import { Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import { communityParam, reading, router, taking } from '#server/route';
import { messageSchema } from '#server/schemas/answers';
import { STEWARDS, type Store } from '#store/port';

/** What is refused here. */
const SAYS = {
  noThingInIt: message('refused.no-thing-in-it', 'There is no {thing} in this community.'),
} as const;

const names = z.array(z.string().min(1).max(200)).max(200).default([]);

const meeting = z
  .object({
    act: z.enum(['invitation', 'release', 'round']),
    parties: names.describe('Who is invited; of whom a release tells; who takes part in a round.'),
    audiences: names.describe('Among whom; who reads it; who takes part.'),
  })
  .meta({ id: 'Meeting', description: 'What is about to happen, and who would then be in contact.' });

const breach = z
  .object({
    between: z.array(z.string()).length(2),
    path: z.array(z.string().nullable()).describe('Null stands for what is about to happen.'),
    says: messageSchema,
  })
  .meta({ id: 'Breach', description: 'Two who were to stay apart, and the way by which they would meet.' });

const check = createRoute({
  method: 'post',
  path: '/api/communities/{id}/walls/check',
  tags: ['Answers'],
  summary: 'Whether something would bring together those who were to stay apart; for stewards',
  request: { params: communityParam, ...taking(meeting) },
  responses: reading(z.object({ breaches: z.array(breach) }), 'One entry a pair; none where all is well.'),
});

/** The route of the wall. It changes nothing. */
export function wallRoutes(store: Store, today: () => Day) {
  return router().openapi(check, async (context) => {
    const { id } = context.req.valid('param');
    mustSteward(context, id);
    const wanted = context.req.valid('json');
    const kept = await store.text(id, STEWARDS);
    const community = kept === null ? null : resolve(parse(kept.body, { file: 'community.yaml' })).community;
    if (community === null) throw new Refusal(404, 'not-found', REFUSED.noCommunity({ id }));
    const stranger = strangerIn(community, wanted);
    if (stranger !== null) throw new Refusal(400, 'bad-request', SAYS.noThingInIt({ thing: stranger }));
    const breaches = wallBreaches(community, wanted, describedDay(community) ?? today());
    const told = breaches.map(({ between, path, says }) => ({
      between: [...between],
      path: [...path],
      says: { ...says, params: { ...says.params } },
    }));
    return context.json({ breaches: told }, 200);
  });
}

function strangerIn(
  community: Community,
  wanted: { readonly parties: readonly string[]; readonly audiences: readonly string[] },
): string | null {
  const party = wanted.parties.find((one) => !community.parties.some((known) => known.id === one));
  if (party !== undefined) return `party ${party}`;
  const audience = wanted.audiences.find((one) => one !== 'partners' && audienceOf(community, one) === null);
  return audience === undefined ? null : `audience ${audience}`;
}
