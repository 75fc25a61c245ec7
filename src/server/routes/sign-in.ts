/** Coming in and going out: the first account, signing in by password, signing out, and who one is. */
import { createRoute } from '@hono/zod-openapi';
import { message } from '#core/words/message';
import { browserOf, isFromHere } from '#server/people/address';
import { type Desk, mustBeSignedIn } from '#server/people/desk';
import { meOf, mustBeStrong } from '#server/people/me';
import { START_MINUTES } from '#server/people/start-token';
import { Refusal } from '#server/problem';
import { reading, refusal, router, taking } from '#server/route';
import { changeMeRequest, meSchema, signInRequest, startRequest } from '#server/schemas/people';

/** What is refused here. */
const SAYS = {
  oldPassword: message('refused.old-password', 'The old password is another one. Nothing was changed.'),
  atMachineOnly: message('refused.at-machine-only', 'This can be asked at the machine itself only.'),
  notTheToken: message(
    'refused.not-the-token',
    'This is not the token on the terminal, or it is too old. Ask for a new one.',
  ),
  alreadyShared: message(
    'refused.already-shared',
    'Somebody has an account here already. Ask them for an invitation.',
  ),
  wrongPassword: message('refused.wrong-password', 'Login and password do not belong together.'),
} as const;

const tags = ['People'];
const nothing = { 204: { description: 'Done.' } } as const;
const often = { 429: refusal('Tried too often; `retry-after` says how many seconds to wait.') } as const;
const unknown = {
  401: refusal('Nobody is signed in, or login and password do not belong together.'),
} as const;
const created = (description: string) => ({
  description,
  content: { 'application/json': { schema: meSchema } },
});

const me = createRoute({
  method: 'get',
  path: '/api/me',
  tags,
  summary: 'Who asks, and what they are in which community',
  responses: reading(meSchema, 'Without an account `account` is null.'),
});

const changeMe = createRoute({
  method: 'put',
  path: '/api/me',
  tags,
  summary: 'Another name or password for oneself; a new password ends all other sessions',
  request: taking(changeMeRequest),
  responses: {
    ...reading(meSchema, 'As it is now.'),
    ...unknown,
    ...often,
    422: refusal('Easy to guess.'),
  } as const,
});

const startToken = createRoute({
  method: 'post',
  path: '/api/people/start-token',
  tags,
  summary: `Prints a token on the server's own terminal, good once and for ${START_MINUTES} minutes`,
  description: 'Only from the machine itself, and only while nobody has an account.',
  responses: { ...nothing, ...often, 409: refusal('Somebody has an account already.') } as const,
});

const start = createRoute({
  method: 'post',
  path: '/api/people/start',
  tags,
  summary: 'The first account: steward of every community. From then on one has to sign in',
  request: taking(startRequest),
  responses: {
    201: created('Made, and signed in.'),
    400: refusal('The request is not as it should be.'),
    404: refusal('The token is not the one on the terminal, or it is too old.'),
    409: refusal('Somebody has an account already.'),
    422: refusal('The password is easy to guess.'),
    ...often,
  } as const,
});

const signIn = createRoute({
  method: 'post',
  path: '/api/sign-in',
  tags,
  summary: 'Sign in by login and password',
  description: 'The answer is the same, and takes as long, whether there is such a login or not.',
  request: taking(signInRequest),
  responses: {
    ...reading(meSchema, 'Signed in; the cookie of the session comes along.'),
    ...unknown,
    ...often,
  } as const,
});

const signOut = createRoute({
  method: 'post',
  path: '/api/sign-out',
  tags,
  summary: 'End the session of this browser',
  responses: nothing,
});

/** Who one is. */
function meRoutes(desk: Desk) {
  const { people } = desk;
  return router()
    .openapi(me, async (context) => context.json(await meOf(people, context.get('standing')), 200))
    .openapi(changeMe, async (context) => {
      const { account, session } = mustBeSignedIn(context);
      const { name, password } = context.req.valid('json');
      if (password !== undefined) {
        mustBeStrong(password.new, account.login);
        const right = await desk.mayTry(context, 'password', account.id);
        if ((await people.checkPassword(account.login, password.old)) === null)
          throw new Refusal(401, 'sign-in', SAYS.oldPassword());
        await right();
        await people.setPassword(account.id, password.new, session);
        await desk.note('session-revoked', account.id, { why: 'password' });
      }
      if (name !== undefined) await people.rename(account.id, name);
      // The token of this browser changes too: whoever had copied it is out.
      const standing =
        password === undefined
          ? { ...context.get('standing'), account: { ...account, name: name ?? account.name } }
          : await desk.welcome(context, await people.openSession(account.id, browserOf(context)));
      return context.json(await meOf(people, standing as never), 200);
    });
}

/** The first account. */
function startRoutes(desk: Desk) {
  const { people } = desk;
  return router()
    .openapi(startToken, async (context) => {
      if (await desk.isShared()) throw alreadyShared();
      if (!isFromHere(context)) throw new Refusal(404, 'not-found', SAYS.atMachineOnly());
      await desk.mayTry(context, 'start');
      desk.announce(
        `Somebody at this machine wants to invite others. For the next ${START_MINUTES} minutes this token makes the first account:\n\n    ${desk.startToken.make()}\n`,
      );
      return context.body(null, 204);
    })
    .openapi(start, async (context) => {
      if (await desk.isShared()) throw alreadyShared();
      const { token, ...first } = context.req.valid('json');
      await desk.mayTry(context, 'start');
      if (!isFromHere(context) || !desk.startToken.is(token))
        throw new Refusal(404, 'not-used', SAYS.notTheToken());
      mustBeStrong(first.password, first.login);
      const opened = await people.start(first, browserOf(context));
      if (opened === null) throw alreadyShared();
      desk.startToken.use();
      desk.becomesShared();
      const standing = await desk.welcome(context, opened);
      await desk.note('signed-in', opened.account, { how: 'start' });
      return context.json(await meOf(people, standing), 201);
    });
}

const alreadyShared = () => new Refusal(409, 'taken', SAYS.alreadyShared());

/** The routes of coming in and going out. */
export function signInRoutes(desk: Desk) {
  const { people } = desk;
  return router()
    .route('/', meRoutes(desk))
    .route('/', startRoutes(desk))
    .openapi(signIn, async (context) => {
      const { login, password } = context.req.valid('json');
      const right = await desk.mayTry(context, 'sign-in', login);
      const account = await people.checkPassword(login, password);
      if (account === null) {
        await desk.note('sign-in-failed', null);
        throw new Refusal(401, 'sign-in', SAYS.wrongPassword());
      }
      await right();
      return context.json(await meOf(people, await desk.signIn(context, account.id)), 200);
    })
    .openapi(signOut, async (context) => {
      await desk.signOut(context);
      return context.body(null, 204);
    });
}
