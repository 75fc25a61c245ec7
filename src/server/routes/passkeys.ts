/** Passkeys: adding one to an account, and coming in by one. What is checked is checked by SimpleWebAuthn. */
import { createRoute, z } from '@hono/zod-openapi';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Context } from 'hono';
import { message } from '#core/words/message';
import type { Carried } from '#server/caller';
import { Challenges } from '#server/people/challenges';
import { type Desk, mustBeSignedIn } from '#server/people/desk';
import { meOf } from '#server/people/me';
import { Refusal } from '#server/problem';
import { reading, refusal, router, taking } from '#server/route';
import { meSchema, nameField } from '#server/schemas/people';

/** What is refused here. */
const SAYS = {
  passkeyNeedsName: message(
    'refused.passkey-needs-name',
    'Passkeys need a name. Open Potluck at http://localhost:{port} instead of {host}.',
  ),
  passkeyUnproven: message(
    'refused.passkey-unproven',
    'This passkey does not prove itself. Try again, from the beginning.',
  ),
  noPasskey: message('refused.no-passkey', 'There is no such passkey of yours.'),
  passkeyUnknown: message(
    'refused.passkey-unknown',
    'This passkey is not known here, or does not prove itself.',
  ),
} as const;

const tags = ['People'];
/** What the browser passes to the authenticator and back; its inside is the matter of WebAuthn. */
const options = z.looseObject({ challenge: z.string() }).meta({ id: 'PasskeyOptions' });
const response = z
  .looseObject({
    id: z.string().min(1).max(2000),
    rawId: z.string().max(2000),
    type: z.literal('public-key'),
    response: z.looseObject({ clientDataJSON: z.string().max(10_000) }),
    clientExtensionResults: z.looseObject({}),
  })
  .meta({ id: 'PasskeyResponse', description: 'What the browser gives back, after WebAuthn.' });
const passkey = z
  .object({ id: z.string(), name: z.string(), at: z.string(), used: z.string().nullable() })
  .meta({ id: 'Passkey' });
const signedIn = { 401: refusal('Nobody is signed in.') } as const;
const often = { 429: refusal('Tried too often.') } as const;
const named = {
  409: refusal('Passkeys need a name: this Potluck was opened by the number of its address.'),
} as const;

const addOptions = createRoute({
  method: 'post',
  path: '/api/passkeys/options',
  tags,
  summary: 'What the browser needs to make a passkey for who is signed in',
  responses: { ...reading(options, 'For navigator.credentials.create.'), ...signedIn, ...named } as const,
});

const add = createRoute({
  method: 'post',
  path: '/api/passkeys',
  tags,
  summary: 'Keep the passkey that the browser made',
  request: taking(z.strictObject({ name: nameField, response }).meta({ id: 'PasskeyRequest' })),
  responses: {
    201: { description: 'Kept.', content: { 'application/json': { schema: passkey } } },
    400: refusal('The request is not as it should be.'),
    ...signedIn,
    ...named,
    422: refusal('The passkey does not prove itself.'),
  } as const,
});

const list = createRoute({
  method: 'get',
  path: '/api/passkeys',
  tags,
  summary: 'One’s own passkeys',
  responses: { ...reading(z.array(passkey), 'The first one first.'), ...signedIn } as const,
});

const remove = createRoute({
  method: 'delete',
  path: '/api/passkeys/{passkey}',
  tags,
  summary: 'Take a passkey of one’s own away',
  request: { params: z.object({ passkey: z.string().min(1).max(2000) }) },
  responses: { 204: { description: 'Gone.' }, ...signedIn, 404: refusal('No such passkey.') } as const,
});

const askOptions = createRoute({
  method: 'post',
  path: '/api/sign-in/passkey/options',
  tags,
  summary: 'What the browser needs to come in by a passkey',
  responses: { ...reading(options, 'For navigator.credentials.get.'), ...named, ...often } as const,
});

const comeIn = createRoute({
  method: 'post',
  path: '/api/sign-in/passkey',
  tags,
  summary: 'Sign in by a passkey',
  request: taking(z.strictObject({ response }).meta({ id: 'PasskeySignInRequest' })),
  responses: {
    ...reading(meSchema, 'Signed in.'),
    401: refusal('The passkey is not known here, or does not prove itself.'),
    ...named,
    ...often,
  } as const,
});

/** Under which name keys are made and used. WebAuthn knows names only, and none by number. */
function placeOf(desk: Desk, context: Context): { readonly rpID: string; readonly origin: string } {
  const url = desk.site ?? new URL(context.req.url);
  if (/^[\d.]+$|^\[/.test(url.hostname))
    throw new Refusal(409, 'passkey', SAYS.passkeyNeedsName({ port: url.port || '80', host: url.host }));
  return { rpID: url.hostname, origin: url.origin };
}

const notProven = () => new Refusal(422, 'passkey', SAYS.passkeyUnproven());

/** Adding, listing and taking away. */
function ownRoutes(desk: Desk, challenges: Challenges) {
  const { people } = desk;
  return router()
    .openapi(addOptions, async (context) => {
      const { account } = mustBeSignedIn(context);
      const { rpID } = placeOf(desk, context);
      const { generateRegistrationOptions } = await import('@simplewebauthn/server');
      const made = await generateRegistrationOptions({
        rpName: 'Potluck',
        rpID,
        userID: new Uint8Array(Buffer.from(account.id)),
        userName: account.login,
        userDisplayName: account.name,
        challenge: challenges.make(`add ${account.id}`),
        attestationType: 'none',
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        excludeCredentials: (await people.passkeys(account.id)).map(({ id }) => ({ id })),
      });
      return context.json(made as never, 200);
    })
    .openapi(add, async (context) => {
      const { account } = mustBeSignedIn(context);
      const { rpID, origin } = placeOf(desk, context);
      const { name, response: answer } = context.req.valid('json');
      const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
      const { registrationInfo } = await verifyRegistrationResponse({
        response: answer as unknown as RegistrationResponseJSON,
        expectedChallenge: (challenge) => challenges.take(challenge, `add ${account.id}`),
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: true,
      }).catch(() => ({ registrationInfo: undefined }));
      if (registrationInfo === undefined) throw notProven();
      const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
      if (!(await people.addPasskey({ id, account: account.id, publicKey, counter, transports }, name)))
        throw notProven();
      const kept = (await people.passkeys(account.id)).find((one) => one.id === id);
      if (kept === undefined) throw notProven();
      return context.json(kept, 201);
    })
    .openapi(list, async (context) => {
      const { account } = mustBeSignedIn(context);
      return context.json([...(await people.passkeys(account.id))], 200);
    })
    .openapi(remove, async (context) => {
      const { account } = mustBeSignedIn(context);
      if (!(await people.removePasskey(account.id, context.req.valid('param').passkey)))
        throw new Refusal(404, 'not-found', SAYS.noPasskey());
      return context.body(null, 204);
    });
}

/** Whose passkey this answer is of; null where it proves nothing. */
async function provenBy(
  desk: Desk,
  challenges: Challenges,
  context: Context<Carried>,
  answer: AuthenticationResponseJSON,
): Promise<string | null> {
  const { rpID, origin } = placeOf(desk, context);
  const key = await desk.people.passkey(answer.id);
  if (key === null) return null;
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: (challenge) => challenges.take(challenge, 'sign-in'),
    expectedOrigin: origin,
    expectedRPID: rpID,
    credential: {
      id: key.id,
      publicKey: new Uint8Array(key.publicKey),
      counter: key.counter,
      transports: [...key.transports] as never,
    },
    requireUserVerification: true,
  }).catch(() => ({ verified: false, authenticationInfo: null }));
  if (!verified || authenticationInfo === null) return null;
  return (await desk.people.usedPasskey(key.id, authenticationInfo.newCounter)) ? key.account : null;
}

/** The routes of passkeys. */
export function passkeyRoutes(desk: Desk) {
  const challenges = new Challenges(desk.now);
  return router()
    .route('/', ownRoutes(desk, challenges))
    .openapi(askOptions, async (context) => {
      const { rpID } = placeOf(desk, context);
      await desk.mayTry(context, 'passkey');
      const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
      const challenge = challenges.make('sign-in');
      const made = await generateAuthenticationOptions({ rpID, challenge, userVerification: 'required' });
      return context.json(made as never, 200);
    })
    .openapi(comeIn, async (context) => {
      await desk.mayTry(context, 'passkey');
      const { response: answer } = context.req.valid('json');
      const account = await provenBy(
        desk,
        challenges,
        context,
        answer as unknown as AuthenticationResponseJSON,
      );
      if (account === null) {
        await desk.note('sign-in-failed', null, { how: 'passkey' });
        throw new Refusal(401, 'sign-in', SAYS.passkeyUnknown());
      }
      return context.json(await meOf(desk.people, await desk.signIn(context, account)), 200);
    });
}
