/** Who belongs to a community and as what: for those who look after it. Also for the house as a whole, as `*`. */

import { randomUUID } from 'node:crypto';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { message } from '#core/words/message';
import { type Carried, mustSteward } from '#server/caller';
import { type Desk, mustBeSignedIn } from '#server/people/desk';
import { keptCommunity, mustFit } from '#server/people/kept-community';
import { fromStore, Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import { communityParam, reading, refusal, router, taking } from '#server/route';
import { memberRequest, peopleSchema } from '#server/schemas/people';
import { HOUSE, type Membership } from '#store/people/port';

/** What is refused here. */
const SAYS = {
  notTied: message('refused.not-tied', 'You are tied to no party there.'),
  sameMoment: message('refused.same-moment', 'Somebody changed the community at the same moment. Try again.'),
} as const;

const tags = ['People'];
const done = { 204: { description: 'Done.' } } as const;
const absent = {
  404: refusal('No such community for you to look after, or nobody of that account in it.'),
} as const;

/** A community, or the house. */
export const placeParam = z.object({
  id: z
    .string()
    .regex(/^(?:\*|[a-z0-9][a-z0-9-]*)$/)
    .describe('Id of the community; `*`: the house.'),
});
export const memberParam = placeParam.extend({ account: z.string().min(1).max(100) });

const people = createRoute({
  method: 'get',
  path: '/api/communities/{id}/people',
  tags,
  summary: 'Who belongs, and which invitations are open; for stewards',
  request: { params: placeParam },
  responses: reading(peopleSchema, 'By name.'),
});

const change = createRoute({
  method: 'put',
  path: '/api/communities/{id}/people/{account}',
  tags,
  summary: 'Give somebody another role or party; for stewards',
  description: 'Being tied to a party shows its own only once the person has said yes to it.',
  request: { params: memberParam, ...taking(memberRequest) },
  responses: { ...done, ...absent, 422: refusal('The community cannot offer that.') } as const,
});

const remove = createRoute({
  method: 'delete',
  path: '/api/communities/{id}/people/{account}',
  tags,
  summary: 'Let somebody go; for stewards',
  request: { params: memberParam },
  responses: { ...done, ...absent, 409: refusal('Nobody would be left to look after the house.') } as const,
});

const listed = createRoute({
  method: 'put',
  path: '/api/communities/{id}/listed',
  tags,
  summary: 'Whether anybody may find the community; for stewards',
  request: {
    params: communityParam,
    ...taking(
      z
        .strictObject({ listed: z.boolean(), reason: z.string().max(2000).nullish() })
        .meta({ id: 'ListedRequest' }),
    ),
  },
  responses: { ...done, ...absent } as const,
});

const tie = createRoute({
  method: 'put',
  path: '/api/communities/{id}/tie',
  tags,
  summary: 'Say yes or no to being the party that one was tied to',
  request: {
    params: placeParam,
    ...taking(z.strictObject({ consent: z.boolean() }).meta({ id: 'TieRequest' })),
  },
  responses: { ...done, ...absent } as const,
});

const consent = createRoute({
  method: 'put',
  path: '/api/communities/{id}/consent',
  tags,
  summary: 'Agree, or no longer agree, to have the figures of one’s own party shown where few give',
  description:
    'Written into the file, for the party that one is tied to. What was released before stays as it is.',
  request: {
    params: communityParam,
    ...taking(z.strictObject({ given: z.boolean() }).meta({ id: 'ConsentRequest' })),
  },
  responses: {
    ...done,
    ...absent,
    409: refusal('Somebody changed the community at the same moment.'),
  } as const,
});

/** Makes sure that the place is there, for those who look after every one that is. */
async function mustBeThere(desk: Desk, id: string): Promise<void> {
  if (id !== HOUSE && (await desk.store.audiences(id)).length === 0)
    throw new Refusal(404, 'not-found', REFUSED.notYoursToLookAfter());
}

const nobody = () => new Refusal(404, 'not-found', REFUSED.notOfHere());

/** Who belongs. */
function belongingRoutes(desk: Desk) {
  const { people: kept, store } = desk;
  return router()
    .openapi(people, async (context) => {
      const { id } = context.req.valid('param');
      mustSteward(context, id);
      await mustBeThere(desk, id);
      const [members, invites, isListed] = await Promise.all([
        kept.members(id),
        kept.invites(id),
        id === HOUSE ? false : kept.isListed(id),
      ]);
      const makers = new Map<string, string | null>();
      for (const by of new Set(invites.flatMap((one) => one.by ?? [])))
        makers.set(by, (await kept.account(by))?.name ?? null);
      return context.json(
        {
          people: members.map(({ account, role, party, audience, consentedAt, since }) => ({
            account: account.id,
            name: account.name,
            role,
            party,
            audience,
            consentedAt,
            since,
          })),
          invites: invites.map(({ community: _, by, ...one }) => ({
            ...one,
            by: by === null ? null : (makers.get(by) ?? null),
          })),
          listed: isListed,
        },
        200,
      );
    })
    .openapi(change, async (context) => {
      const { id, account } = context.req.valid('param');
      mustSteward(context, id);
      await mustBeThere(desk, id);
      const { role, party, audience = null } = context.req.valid('json');
      const offer = { community: id, role, party, audience };
      mustFit(id === HOUSE ? null : await keptCommunity(store, id), offer);
      if ((await kept.setMembership(account, offer)) === 'absent') throw nobody();
      await note(desk, context, id, 'role-changed', { account, role, party });
      return context.body(null, 204);
    })
    .openapi(remove, async (context) => {
      const { id, account } = context.req.valid('param');
      mustSteward(context, id);
      const gone = await kept.removeMembership(account, id);
      if (gone === 'absent') throw nobody();
      if (gone === 'last') throw new Refusal(409, 'last', REFUSED.nobodyLeft());
      await note(desk, context, id, 'person-removed', { account });
      return context.body(null, 204);
    });
}

function note(
  desk: Desk,
  context: Context<Carried>,
  id: string,
  act: Parameters<Desk['note']>[0],
  about: Parameters<Desk['note']>[2],
  reason: string | null = null,
): Promise<void> {
  const community = id === HOUSE ? null : id;
  return desk.note(act, context.get('caller').account, about, { community, reason });
}

/** The place that one has in a community, with a party; anything else looks like no community at all. */
function ownPlace(context: Context<Carried>, id: string): Membership & { readonly party: string } {
  const place = context.get('standing')?.memberships.find((one) => one.community === id);
  if (place?.party == null) throw new Refusal(404, 'not-found', SAYS.notTied());
  return { ...place, party: place.party };
}

/** Agrees in the file, as a change of one field that its person alone may make. */
async function agree(desk: Desk, context: Context<Carried>, id: string, given: boolean): Promise<void> {
  const { party, consentedAt } = ownPlace(context, id);
  if (consentedAt === null) throw new Refusal(404, 'not-found', SAYS.notTied());
  const { author } = context.get('caller');
  const operations = [{ op: 'patch' as const, id: party, value: { consent: given } }];
  // Who may not see the text has no version of it to name; somebody may be writing at the same moment.
  for (let tries = 0; ; tries += 1) {
    const [last] = await desk.store.revisions(id, { limit: 1 });
    const outcome = await desk.store.change(id, {
      changeId: randomUUID(),
      version: last?.version ?? 0,
      author,
      operations,
    });
    if (outcome.ok) return;
    if (outcome.why !== 'stale') throw fromStore(outcome);
    if (tries === 3) throw new Refusal(409, 'stale', SAYS.sameMoment());
  }
}

/** The routes of belonging. */
export function memberRoutes(desk: Desk) {
  const { people: kept } = desk;
  return router()
    .route('/', belongingRoutes(desk))
    .openapi(listed, async (context) => {
      const { id } = context.req.valid('param');
      mustSteward(context, id);
      const { listed: open, reason = null } = context.req.valid('json');
      if (!(await kept.setListed(id, open)))
        throw new Refusal(404, 'not-found', REFUSED.notYoursToLookAfter());
      await note(desk, context, id, open ? 'listed' : 'unlisted', {}, reason);
      return context.body(null, 204);
    })
    .openapi(tie, async (context) => {
      const { id } = context.req.valid('param');
      const { account } = mustBeSignedIn(context);
      const { party } = ownPlace(context, id);
      const { consent: given } = context.req.valid('json');
      await kept.consent(account.id, id, given);
      await note(desk, context, id, given ? 'consent-given' : 'consent-withdrawn', { party, what: 'tied' });
      return context.body(null, 204);
    })
    .openapi(consent, async (context) => {
      const { id } = context.req.valid('param');
      mustBeSignedIn(context);
      const { given } = context.req.valid('json');
      const { party } = ownPlace(context, id);
      await agree(desk, context, id, given);
      await note(desk, context, id, given ? 'consent-given' : 'consent-withdrawn', { party, what: 'shown' });
      return context.body(null, 204);
    });
}
