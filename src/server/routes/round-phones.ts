/**
 * Rounds from a phone: somebody joins by a link or a code, without an account. A note never comes with a place, so that no
 * request joins the two; and nothing here looks at who is signed in.
 */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { message } from '#core/words/message';
import { Refusal } from '#server/problem';
import { Attempts } from '#server/rounds/attempts';
import type { RoundHub } from '#server/rounds/hub';
import { orRefuse } from '#server/rounds/refusals';
import { phoneState } from '#server/rounds/state';
import { followRound, seenVersion } from '#server/rounds/stream';
import { Tickets } from '#server/rounds/tickets';
import { reading, router, taking } from '#server/route';
import * as shapes from '#server/schemas/rounds';
import type { Talk } from '#store/talk/port';
import { newSecret } from '#store/talk/secrets';

/** What is refused here. */
const SAYS = {
  roundOver: message(
    'refused.round-over',
    'There is no such round, or it is over. Ask for the link once more.',
  ),
  oldTicket: message('refused.old-ticket', 'This ticket no longer holds. Ask for another.'),
  triedTooOften: message('refused.tried-too-often', 'That was tried too often. Wait a little.'),
} as const;

const tags = ['Rounds'];
const secret = (name: string, says: string) =>
  z.object({ [name]: z.string().max(100).optional().describe(says) });
const withSeat = { headers: secret('x-seat', 'The secret of a place.') };
const withRound = { headers: secret('x-round', 'The token of the round; no place comes along.') };
const withEither = { headers: z.object({ ...withSeat.headers.shape, ...withRound.headers.shape }) };
const noteParam = z.object({ key: shapes.secretSchema.describe('Made by the phone: 32 bytes of chance.') });
const done = { 204: { description: 'Done.' } } as const;

const join = createRoute({
  method: 'post',
  path: '/api/rounds/join',
  tags,
  summary: 'Take a place in a round, by its link or its short code',
  request: taking(shapes.joinRequest),
  responses: reading(shapes.joinedSchema, 'The place; its secret is told once.'),
});
const me = createRoute({
  method: 'get',
  path: '/api/rounds/me',
  tags,
  summary: 'The round of a place, as it stands',
  request: withSeat,
  responses: reading(shapes.placeSchema, 'The same place as before, after whatever drop.'),
});
const over = createRoute({
  method: 'get',
  path: '/api/rounds/over/{round}',
  tags,
  summary: 'What a round came to, for a phone that comes back after its end',
  description:
    'By the id that only those who took part, or lead, have been told. For thirty days, without what was written. No place is asked for: there are none any more.',
  request: { params: z.object({ round: z.uuid().describe('Id of the round.') }) },
  responses: reading(shapes.phoneStateSchema, 'The round as it ended.'),
});
const putNote = createRoute({
  method: 'put',
  path: '/api/rounds/notes/{key}',
  tags,
  summary: 'Write a note, or give it other words',
  request: { ...withRound, params: noteParam, ...taking(shapes.noteRequest) },
  responses: { ...reading(z.object({}), ''), ...done },
});
const deleteNote = createRoute({
  method: 'delete',
  path: '/api/rounds/notes/{key}',
  tags,
  summary: 'Take a note back',
  request: { ...withRound, params: noteParam },
  responses: { ...reading(z.object({}), ''), ...done },
});
const mine = createRoute({
  method: 'post',
  path: '/api/rounds/notes/mine',
  tags,
  summary: 'Notes that are not released yet, by their keys',
  request: { ...withRound, ...taking(shapes.mineRequest) },
  responses: reading(shapes.mineSchema, 'Those that are there, in the order of the keys.'),
});
const written = createRoute({
  method: 'post',
  path: '/api/rounds/written',
  tags,
  summary: 'Say that one is done writing',
  request: withSeat,
  responses: { ...reading(z.object({}), ''), ...done },
});
const choice = createRoute({
  method: 'post',
  path: '/api/rounds/choice',
  tags,
  summary: 'Answer when the round decides; the last answer counts',
  request: { ...withSeat, ...taking(shapes.choiceRequest) },
  responses: { ...reading(z.object({}), ''), ...done },
});
const ticket = createRoute({
  method: 'post',
  path: '/api/rounds/ticket',
  tags,
  summary: 'A ticket to follow the round',
  request: withEither,
  responses: reading(shapes.ticketSchema, 'Good for this round, whoever has it.'),
});
const events = createRoute({
  method: 'get',
  path: '/api/rounds/events',
  tags,
  summary: 'Server-sent events: the state of the round when it moves, counts between',
  description: 'Events `state` (whose id is the version), `counts`, and `gone`.',
  request: { query: z.object({ ticket: z.string().max(300), after: z.string().max(9).optional() }) },
  responses: {
    ...reading(z.object({}), ''),
    200: { description: 'The stream.', content: { 'text/event-stream': { schema: z.string() } } },
  },
});

/** How long after its end a round tells phones what it came to; milliseconds. */
const TOLD_FOR = 30 * 86_400_000;

const gone = () => new Refusal(404, 'not-found', SAYS.roundOver());

/** The address that a connection comes from. Used for counting attempts in memory, and kept nowhere. */
function addressOf(context: Context): string {
  const env = context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return env?.incoming?.socket?.remoteAddress ?? 'here';
}

/** The routes of phones. `now` gives milliseconds. */
export function roundPhoneRoutes(talk: Talk, hub: RoundHub, now: () => number) {
  const tickets = new Tickets(now);
  return router()
    .route('/', joining(talk, hub, now))
    .route('/', writing(talk, hub))
    .route('/', answering(talk, hub))
    .openapi(over, async (context) => {
      const round = await talk.round(context.req.valid('param').round);
      if (round?.closedAt == null || now() - Date.parse(round.closedAt) > TOLD_FOR) throw gone();
      const ended = { ...round, shown: [] };
      return context.json(phoneState(ended, now()) as never, 200);
    })
    .openapi(ticket, async (context) => {
      const round = await roundOfEither(talk, context);
      if (round === null) throw gone();
      return context.json({ ticket: tickets.make(round) }, 200);
    })
    .openapi(events, async (context) => {
      const round = tickets.read(context.req.valid('query').ticket);
      if (round === null) throw new Refusal(401, 'ticket', SAYS.oldTicket());
      return followRound(context, hub, round, 'phone', seenVersion(context)) as never;
    });
}

async function roundOfEither(talk: Talk, context: Context): Promise<string | null> {
  const token = context.req.header('x-round');
  if (token !== undefined) return (await talk.roundOf(token))?.id ?? null;
  const seat = context.req.header('x-seat');
  return seat === undefined ? null : ((await talk.seat(seat))?.round.id ?? null);
}

function joining(talk: Talk, hub: RoundHub, now: () => number) {
  const attempts = new Attempts(now);
  return router()
    .openapi(join, async (context) => {
      const address = addressOf(context);
      const wait = attempts.wait(address);
      if (wait > 0) {
        context.header('retry-after', String(wait));
        throw new Refusal(429, 'too-many', SAYS.triedTooOften(), { seconds: wait });
      }
      const round = await talk.roundOfWord(context.req.valid('json').token.trim());
      if (round?.token == null) {
        attempts.fail(address);
        throw gone();
      }
      const seat = newSecret();
      orRefuse(await talk.join(round.id, seat));
      hub.counted(round.id);
      const state = phoneState({ ...round, joined: round.joined + 1 }, now());
      return context.json({ seat, round: round.token, state } as never, 200);
    })
    .openapi(me, async (context) => {
      const place = await talk.seat(seatOf(context));
      if (place === null) throw gone();
      const { round, written: isDone, chosen } = place;
      return context.json({ ...phoneState(round, now()), seat: { written: isDone, chosen } } as never, 200);
    });
}

function writing(talk: Talk, hub: RoundHub) {
  return router()
    .openapi(putNote, async (context) => {
      const { key } = context.req.valid('param');
      const token = tokenOf(context);
      const { round } = orRefuse(await talk.write(token, key, context.req.valid('json').text));
      hub.counted(round);
      return context.body(null, 204);
    })
    .openapi(deleteNote, async (context) => {
      const { round } = orRefuse(await talk.unwrite(tokenOf(context), context.req.valid('param').key));
      hub.counted(round);
      return context.body(null, 204);
    })
    .openapi(mine, async (context) => {
      const notes = await talk.mine(tokenOf(context), context.req.valid('json').keys);
      return context.json({ notes: notes.map(({ key, body }) => ({ key, text: body })) }, 200);
    });
}

function answering(talk: Talk, hub: RoundHub) {
  return router()
    .openapi(written, async (context) => {
      const { round } = orRefuse(await talk.done(seatOf(context)));
      hub.counted(round);
      return context.body(null, 204);
    })
    .openapi(choice, async (context) => {
      const { round } = orRefuse(await talk.choose(seatOf(context), context.req.valid('json')));
      hub.counted(round);
      return context.body(null, 204);
    });
}

function seatOf(context: Context): string {
  return headerOf(context, 'x-seat');
}

function tokenOf(context: Context): string {
  return headerOf(context, 'x-round');
}

function headerOf(context: Context, name: 'x-seat' | 'x-round'): string {
  const value = context.req.header(name);
  if (value === undefined || value === '') throw gone();
  return value;
}
