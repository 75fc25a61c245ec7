/** Where one is signed in, and ending that; leaving for good. */
import { createRoute, z } from '@hono/zod-openapi';
import { message } from '#core/words/message';
import { type Desk, mustBeSignedIn } from '#server/people/desk';
import { Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import { reading, refusal, router } from '#server/route';
import { sessionSchema } from '#server/schemas/people';
import { HOUSE } from '#store/people/port';

/** What is refused here. */
const SAYS = {
  noSession: message('refused.no-session', 'There is no such session of yours.'),
  nobodyForYou: message('refused.nobody-for-you', 'There is no such person for you.'),
} as const;

const tags = ['People'];

const list = createRoute({
  method: 'get',
  path: '/api/sessions',
  tags,
  summary: 'Where one is signed in',
  responses: {
    ...reading(z.array(sessionSchema), 'The last used first.'),
    401: refusal('Nobody is signed in.'),
  } as const,
});

const end = createRoute({
  method: 'delete',
  path: '/api/sessions/{session}',
  tags,
  summary: 'End one of one’s own sessions',
  request: { params: z.object({ session: z.uuid() }) },
  responses: {
    204: { description: 'Ended.' },
    401: refusal('Nobody is signed in.'),
    404: refusal('No such session.'),
  } as const,
});

const erase = createRoute({
  method: 'delete',
  path: '/api/people/{account}',
  tags,
  summary: 'Erase a person: oneself, or anybody for those who look after the house',
  description:
    'The account goes with its sessions, passkeys and places; names and notes go from every history. What the files of communities say of a party is erased there.',
  request: { params: z.object({ account: z.string().min(1).max(100) }) },
  responses: {
    204: { description: 'Erased.' },
    404: refusal('No such person for you.'),
    409: refusal('Nobody would be left to look after the house.'),
  } as const,
});

/** The routes of sessions and of leaving for good. */
export function sessionRoutes(desk: Desk) {
  const { people, store } = desk;
  return router()
    .openapi(list, async (context) => {
      const { account, session } = mustBeSignedIn(context);
      const all = await people.sessions(account.id);
      return context.json(
        all.map((one) => ({ ...one, current: one.id === session })),
        200,
      );
    })
    .openapi(end, async (context) => {
      const { account, session } = mustBeSignedIn(context);
      const { session: ending } = context.req.valid('param');
      if (ending === session) await desk.signOut(context);
      else if (await people.endSession(account.id, ending)) await desk.note('session-revoked', account.id);
      else throw new Refusal(404, 'not-found', SAYS.noSession());
      return context.body(null, 204);
    })
    .openapi(erase, async (context) => {
      const { account } = mustBeSignedIn(context);
      const { account: leaving } = context.req.valid('param');
      const mayAny = context.get('standing')?.memberships.some((one) => one.community === HOUSE) === true;
      const done = leaving === account.id || mayAny ? await people.erase(leaving) : 'absent';
      if (done === 'absent') throw new Refusal(404, 'not-found', SAYS.nobodyForYou());
      if (done === 'last') throw new Refusal(409, 'last', REFUSED.nobodyLeft());
      await store.erasePerson(leaving);
      await desk.note('erased', leaving === account.id ? null : account.id, { what: 'person' });
      if (leaving === account.id) desk.forget(context);
      return context.body(null, 204);
    });
}
