/** What one does with a link that works once: look what it offers, come in by it, come back into one's account. */
import { createRoute, z } from '@hono/zod-openapi';
import { message } from '#core/words/message';
import { browserOf } from '#server/people/address';
import type { Desk } from '#server/people/desk';
import { keptCommunity, namesIn } from '#server/people/kept-community';
import { meOf, mustBeStrong } from '#server/people/me';
import { Refusal } from '#server/problem';
import { reading, refusal, router, taking } from '#server/route';
import { acceptRequest, meSchema, offerSchema, recoverRequest } from '#server/schemas/people';
import { HOUSE, type NewAccount } from '#store/people/port';

/** What is refused here. */
const SAYS = {
  linkUsed: message('refused.link-used', 'This link does not work, or no longer. Ask for a new one.'),
  loginTaken: message(
    'refused.login-taken',
    'This login is taken. Choose another, or sign in and open the link again.',
  ),
  belongsAlready: message(
    'refused.belongs-already',
    'You belong already. Those who look after it can change what you are there.',
  ),
  noFreshAccount: message('refused.no-fresh-account', 'Send name, login and password, or sign in first.'),
} as const;

const tags = ['People'];
const often = { 429: refusal('Tried too often; `retry-after` says how many seconds to wait.') } as const;

const look = createRoute({
  method: 'post',
  path: '/api/invites/look',
  tags,
  summary: 'What an invitation offers',
  request: taking(z.strictObject({ token: acceptRequest.shape.token })),
  responses: { ...reading(offerSchema, 'It can be used.'), ...often } as const,
});

const accept = createRoute({
  method: 'post',
  path: '/api/invites/accept',
  tags,
  summary: 'Use an invitation up: with a new account, or as who is signed in',
  request: taking(acceptRequest),
  responses: {
    ...reading(meSchema, 'One belongs now, and is signed in.'),
    409: refusal('The login is taken, or one belongs already; the invitation still works.'),
    422: refusal('The password is easy to guess.'),
    ...often,
  } as const,
});

const recover = createRoute({
  method: 'post',
  path: '/api/recover',
  tags,
  summary: 'Use a way back up: a new password; every session and passkey from before ends',
  request: taking(recoverRequest),
  responses: { ...reading(meSchema, 'Signed in.'), 422: refusal('Easy to guess.'), ...often } as const,
});

/** The same for a link that never was, ran out, was withdrawn or was used: nobody learns which. */
const notUsed = () => new Refusal(404, 'not-used', SAYS.linkUsed());

/** The routes of links that work once. */
export function joiningRoutes(desk: Desk) {
  const { people, store } = desk;
  return router()
    .openapi(look, async (context) => {
      await desk.mayTry(context, 'invite');
      const invite = await people.lookAtInvite(context.req.valid('json').token);
      if (invite === null) throw notUsed();
      const community = invite.community === HOUSE ? null : await keptCommunity(store, invite.community);
      const names = community === null ? null : namesIn(community, invite.party);
      return context.json(
        {
          community: names?.name ?? null,
          role: invite.role,
          party: names?.party ?? null,
          until: invite.until,
        },
        200,
      );
    })
    .openapi(accept, async (context) => {
      const { token, consent, ...typed } = context.req.valid('json');
      await desk.mayTry(context, 'invite');
      const here = context.get('standing')?.account ?? null;
      const who = here === null ? { fresh: freshOf(typed), where: browserOf(context) } : { account: here.id };
      const done = await people.acceptInvite(token, who, consent);
      if (done === 'absent') throw notUsed();
      if (done === 'taken') throw new Refusal(409, 'taken', SAYS.loginTaken());
      if (done === 'already') throw new Refusal(409, 'already', SAYS.belongsAlready());
      const { invite, opened, account } = done;
      const about = { invite: invite.id, role: invite.role, party: invite.party };
      const community = invite.community === HOUSE ? null : invite.community;
      await desk.note('invite-used', account, about, { community });
      if (invite.party !== null && consent)
        await desk.note('consent-given', account, { party: invite.party, what: 'tied' }, { community });
      const standing =
        opened === null ? await desk.signIn(context, account) : await desk.welcome(context, opened);
      return context.json(await meOf(people, standing), 200);
    })
    .openapi(recover, async (context) => {
      const { token, password } = context.req.valid('json');
      await desk.mayTry(context, 'recover');
      mustBeStrong(password);
      const opened = await people.recover(token, password, browserOf(context));
      if (opened === null) throw notUsed();
      await desk.note('recovered', opened.account, { what: 'used' });
      return context.json(await meOf(people, await desk.welcome(context, opened)), 200);
    });
}

function freshOf({
  name,
  login,
  password,
}: { [K in keyof NewAccount]?: NewAccount[K] | undefined }): NewAccount {
  if (name === undefined || login === undefined || password === undefined)
    throw new Refusal(400, 'bad-request', SAYS.noFreshAccount());
  mustBeStrong(password, login);
  return { name, login, password };
}
