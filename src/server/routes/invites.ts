/** Making links that work once: invitations into a community or the house, and ways back into an account. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { wallBreaches } from '#core/audience/walls';
import { describedDay } from '#core/model/community';
import type { Day } from '#core/model/dates';
import { message } from '#core/words/message';
import { type Carried, mustSteward } from '#server/caller';
import type { Desk } from '#server/people/desk';
import { keptCommunity, mustFit, namesIn } from '#server/people/kept-community';
import { invitation, wayBack } from '#server/people/mail';
import { audiencesOf } from '#server/people/standing';
import { Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import { refusal, router, taking } from '#server/route';
import { memberParam, placeParam } from '#server/routes/members';
import { emailField, inviteRequest, linkSchema } from '#server/schemas/people';
import { HOUSE, type Offer } from '#store/people/port';

/** What is refused here. */
const SAYS = {
  wallByInvite: message(
    'refused.wall-by-invite',
    'With this invitation some would meet who were to stay apart. Say why, if it is meant.',
  ),
  accountFirst: message(
    'refused.account-first',
    'Make your own account first: others need somebody to turn to.',
  ),
  noInvitation: message('refused.no-invitation', 'There is no such invitation for you.'),
  belongsToMore: message(
    'refused.belongs-to-more',
    'They belong to more than you look after. Ask somebody who looks after the whole house.',
  ),
} as const;

const tags = ['People'];
/** A way back is good for so many hours. */
const BACK_HOURS = 24;
const absent = {
  404: refusal('No such community for you to look after, or nobody of that account in it.'),
} as const;

const recovery = createRoute({
  method: 'post',
  path: '/api/communities/{id}/people/{account}/recover',
  tags,
  summary: 'A link by which somebody comes back into their account; good once and for a day',
  description:
    'For those who look after every community that the person belongs to; otherwise the house is asked.',
  request: {
    params: memberParam,
    body: {
      required: false,
      content: {
        'application/json': { schema: z.strictObject({ email: emailField }).meta({ id: 'RecoveryRequest' }) },
      },
    },
  },
  responses: {
    201: { description: 'Made.', content: { 'application/json': { schema: linkSchema } } },
    ...absent,
    403: refusal('The person belongs to more than you look after.'),
  } as const,
});

const invite = createRoute({
  method: 'post',
  path: '/api/communities/{id}/invites',
  tags,
  summary: 'A link by which somebody comes in; good once',
  request: { params: placeParam, ...taking(inviteRequest) },
  responses: {
    201: { description: 'Made.', content: { 'application/json': { schema: linkSchema } } },
    400: refusal('The request is not as it should be.'),
    ...absent,
    409: refusal('Who was to stay apart would meet (`wall`, with `breaches`), unless `despite` says why.'),
    422: refusal('The community cannot offer that.'),
    429: refusal('Too many at once.'),
  } as const,
});

const withdraw = createRoute({
  method: 'delete',
  path: '/api/communities/{id}/invites/{invite}',
  tags,
  summary: 'Take an invitation back; for stewards',
  request: { params: placeParam.extend({ invite: z.uuid() }) },
  responses: { 204: { description: 'Done.' }, 404: refusal('No such invitation for you.') } as const,
});

/** What would come to pass by an invitation that was to stay apart; told, or noted where a reason was given. */
async function askTheWall(
  desk: Desk,
  context: Context<Carried>,
  offer: Offer,
  more: { readonly despite: string | undefined; readonly today: Day },
): Promise<void> {
  const community = offer.community === HOUSE ? null : await keptCommunity(desk.store, offer.community);
  if (offer.community !== HOUSE && community === null)
    throw new Refusal(404, 'not-found', REFUSED.notYoursToLookAfter());
  mustFit(community, offer);
  if (community === null || offer.party === null) return;
  const among = audiencesOf({ ...offer, consentedAt: null, since: '' });
  const meeting = { act: 'invitation', audiences: [...among], parties: [offer.party] } as const;
  const breaches = wallBreaches(community, meeting, describedDay(community) ?? more.today);
  if (breaches.length === 0) return;
  if (more.despite === undefined)
    throw new Refusal(409, 'wall', SAYS.wallByInvite(), { breaches: breaches.map(({ says }) => ({ says })) });
  await desk.note(
    'wall-overridden',
    context.get('caller').account,
    { act: 'invitation', party: offer.party, breaches: breaches.length },
    { community: offer.community, reason: more.despite },
  );
}

/** The routes of making links. */
export function inviteRoutes(desk: Desk, today: () => Day) {
  const { people } = desk;
  return router()
    .openapi(invite, async (context) => {
      const { id } = context.req.valid('param');
      mustSteward(context, id);
      if (!(await desk.isShared())) throw new Refusal(409, 'not-shared', SAYS.accountFirst());
      const { role, days, note, despite, email, ...named } = context.req.valid('json');
      const offer = { community: id, role, party: named.party ?? null, audience: named.audience ?? null };
      const by = context.get('caller').account;
      await desk.mayTry(context, 'inviting', by ?? undefined);
      await askTheWall(desk, context, offer, { despite, today: today() });
      const made = await people.invite(offer, by, { note: note ?? null, days });
      const about = { invite: made.id, role, party: offer.party, audience: offer.audience };
      await desk.note('invited', by, about, { community: id === HOUSE ? null : id });
      const link = `/join#${made.token}`;
      const community = id === HOUSE ? null : await keptCommunity(desk.store, id);
      const mailed = await desk.mail(email, (to) =>
        invitation(
          to,
          community === null ? null : namesIn(community, null).name,
          desk.wholeLink(context, link),
          made.until,
        ),
      );
      return context.json({ id: made.id, link, until: made.until, mailed }, 201);
    })
    .openapi(withdraw, async (context) => {
      const { id, invite: taken } = context.req.valid('param');
      mustSteward(context, id);
      if (!(await people.withdrawInvite(id, taken))) throw new Refusal(404, 'not-found', SAYS.noInvitation());
      await desk.note(
        'invite-withdrawn',
        context.get('caller').account,
        { invite: taken },
        {
          community: id === HOUSE ? null : id,
        },
      );
      return context.body(null, 204);
    })
    .openapi(recovery, async (context) => {
      const { id, account } = context.req.valid('param');
      mustSteward(context, id);
      const places = await people.membershipsOf(account);
      if (!places.some((one) => one.community === id))
        throw new Refusal(404, 'not-found', REFUSED.notOfHere());
      const caller = context.get('caller');
      // Who gives a way back could walk it: nobody may come by it to more than they have.
      if (!places.every((one) => caller.roleIn(one.community) === 'steward'))
        throw new Refusal(403, 'not-yours', SAYS.belongsToMore());
      await desk.mayTry(context, 'inviting', caller.account ?? undefined);
      const made = await people.recovery(account, caller.account, BACK_HOURS);
      await desk.note(
        'recovered',
        caller.account,
        { account, what: 'link' },
        {
          community: id === HOUSE ? null : id,
        },
      );
      const link = `/recover#${made.token}`;
      const mailed = await desk.mail(context.req.valid('json').email, (to) =>
        wayBack(to, desk.wholeLink(context, link), made.until),
      );
      return context.json({ id: made.id, link, until: made.until, mailed }, 201);
    });
}
