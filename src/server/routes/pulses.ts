/**
 * Pulses: one question to a circle, two taps, from a link without an account. Stewards begin and close one; what it says
 * is told when it is closed and enough have answered, as a band, and goes into the file when a steward confirms it.
 */
import { createRoute, z } from '@hono/zod-openapi';
import type { View } from '#core/audience/view';
import { type Day, isoDay } from '#core/model/dates';
import { readingOn } from '#core/model/rate';
import { called } from '#core/questions/called';
import { leastHeard } from '#core/questions/least';
import { pulseOperations, pulseQuestion, pulseResult } from '#core/talk/pulse';
import { message } from '#core/words/message';
import { audienceOfRequest, mustSteward } from '#server/caller';
import { Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import { changing, communityParam, creating, reading, router, taking } from '#server/route';
import {
  answerPulseRequest,
  begunPulseSchema,
  joinedPulseSchema,
  joinPulseRequest,
  pulseRequest,
  pulseSchema,
} from '#server/schemas/voices';
import type { Seeing } from '#server/seen';
import { newToken, tokenHash } from '#store/people/secrets';
import { STEWARDS, type Store } from '#store/port';
import type { Pulse } from '#store/voices/port';

/** What is refused here. */
const SAYS = {
  noCircle: message('refused.no-circle', 'A pulse asks a circle. Choose one of those in the picture.'),
  noThing: message('refused.no-thing', 'There is no {thing} here.'),
  noOpenPulse: message('refused.no-open-pulse', 'There is no such open pulse.'),
  noPulse: message('refused.no-pulse', 'There is no such pulse.'),
  noPulseAtLink: message('refused.no-pulse-at-link', 'There is no pulse at this link. Ask for another one.'),
  pulseClosed: message('refused.pulse-closed', 'This pulse is closed. Thank you all the same.'),
} as const;

const tags = ['Talk'];
const done = { ...changing(z.object({}), 'Done.'), 204: { description: 'Done.' } };
const pulseParam = communityParam.extend({ pulse: z.uuid() });

const begin = createRoute({
  method: 'post',
  path: '/api/communities/{id}/pulses',
  tags,
  summary: 'Ask a circle one question; for stewards',
  request: { params: communityParam, ...taking(pulseRequest) },
  responses: creating(begunPulseSchema, 'The link, told only now.'),
});

const list = createRoute({
  method: 'get',
  path: '/api/communities/{id}/pulses',
  tags,
  summary: 'Pulses, newest first, as far as you may see them',
  request: { params: communityParam },
  responses: reading(z.object({ pulses: z.array(pulseSchema) }), 'A band where enough answered.'),
});

const close = createRoute({
  method: 'post',
  path: '/api/communities/{id}/pulses/{pulse}/close',
  tags,
  summary: 'Close a pulse for good; for stewards',
  request: { params: pulseParam },
  responses: done,
});

const drop = createRoute({
  method: 'delete',
  path: '/api/communities/{id}/pulses/{pulse}',
  tags,
  summary: 'Forget a pulse; for stewards',
  request: { params: pulseParam },
  responses: done,
});

const join = createRoute({
  method: 'post',
  path: '/api/pulses/join',
  tags,
  summary: 'Come to a pulse by its link; no account is needed',
  request: taking(joinPulseRequest),
  responses: reading(joinedPulseSchema, 'The question, and a seat for one answer.'),
});

const answer = createRoute({
  method: 'post',
  path: '/api/pulses/answer',
  tags,
  summary: 'Answer a pulse, once for each seat',
  request: taking(answerPulseRequest),
  responses: done,
});

/** The routes of pulses. */
export function pulseRoutes(store: Store, seeing: Seeing, today: () => Day) {
  return router()
    .route('/', stewardRoutes(store, seeing, today))
    .route('/', answerRoutes(store, seeing));
}

function stewardRoutes(store: Store, seeing: Seeing, today: () => Day) {
  const { voices } = store;
  return router()
    .openapi(begin, async (context) => {
      const { id } = context.req.valid('param');
      mustSteward(context, id);
      const { view } = await seeing.view(id, STEWARDS, isoDay(today()));
      const asked = context.req.valid('json');
      const circle = view.get('parties', asked.circle);
      if (circle === null || circle.type === 'person') throw new Refusal(400, 'bad-request', SAYS.noCircle());
      if (asked.about !== null && view.thing(asked.about) === null)
        throw new Refusal(400, 'bad-request', SAYS.noThing({ thing: asked.about }));
      const what = called(view, asked.about ?? asked.circle);
      const token = newToken();
      const pulse = await voices.beginPulse({
        community: id,
        circle: circle.id,
        circleName: called(view, circle.id),
        sort: asked.sort,
        about: asked.sort === 'worth' ? asked.about : null,
        question: asked.question ?? pulseQuestion(asked.sort, what),
        audience: asked.audience,
        least: leastHeard(readingOn(circle.size, view.day)?.value),
        begunOn: isoDay(today()),
        token: tokenHash(token),
      });
      const person = context.get('caller').author?.id ?? null;
      await store.log.append({ community: id, act: 'pulse-begun', person, about: { circle: circle.id } });
      return context.json({ id: pulse.id, link: `/p#${token}` }, 201);
    })
    .openapi(list, async (context) => {
      const { id } = context.req.valid('param');
      audienceOfRequest(context, id, undefined);
      const caller = context.get('caller');
      if (caller.roleIn(id) === 'public') throw new Refusal(404, 'not-found', REFUSED.noCommunity({ id }));
      const isSteward = caller.roleIn(id) === 'steward';
      const kept = await voices.pulses(id);
      // Whoever is of the core is a member too.
      const isMember = ['core', 'treasurer', 'member'].includes(caller.roleIn(id));
      const mine = kept.filter(
        (one) =>
          isSteward ||
          (isMember && one.audience === 'members') ||
          caller.audienceFor(id, one.audience) !== null,
      );
      const view =
        isSteward && mine.length > 0 ? (await seeing.view(id, STEWARDS, isoDay(today()))).view : null;
      return context.json(
        { pulses: mine.map((one) => told(one, view)) as unknown as z.infer<typeof pulseSchema>[] },
        200,
      );
    })
    .openapi(close, async (context) => {
      const { id, pulse } = context.req.valid('param');
      mustSteward(context, id);
      if (!(await voices.closePulse(id, pulse, isoDay(today()))))
        throw new Refusal(404, 'not-found', SAYS.noOpenPulse());
      const person = context.get('caller').author?.id ?? null;
      await store.log.append({ community: id, act: 'pulse-closed', person, about: { pulse } });
      return context.body(null, 204) as never;
    })
    .openapi(drop, async (context) => {
      const { id, pulse } = context.req.valid('param');
      mustSteward(context, id);
      if (!(await voices.dropPulse(id, pulse))) throw new Refusal(404, 'not-found', SAYS.noPulse());
      return context.body(null, 204) as never;
    });
}

/** As it may be told: nothing while it runs, and nothing of too few. */
function told(pulse: Pulse, view: View | null) {
  const { counts, community: _, ...plain } = pulse;
  const result = pulse.closedOn === null ? null : pulseResult(counts, pulse.least);
  const closedOn = pulse.closedOn ?? '';
  const proposes =
    view === null || result === null
      ? []
      : pulseOperations(view, { ...pulse, closedOn }, result, `pulse-${pulse.id.slice(0, 8)}`);
  return { ...plain, result, proposes };
}

function answerRoutes(store: Store, seeing: Seeing) {
  const { voices } = store;
  const absent = () => new Refusal(404, 'not-found', SAYS.noPulseAtLink());
  return router()
    .openapi(join, async (context) => {
      const { token, seat: held } = context.req.valid('json');
      const pulse = await voices.pulseBy(tokenHash(token));
      if (pulse === null) throw absent();
      const { view } = await seeing.view(pulse.community, STEWARDS, undefined);
      const plain = {
        community: typeof view.name === 'string' ? view.name : (Object.values(view.name)[0] ?? ''),
        circle: pulse.circleName,
        question: pulse.question,
        sort: pulse.sort,
      };
      if (pulse.closedOn !== null)
        return context.json({ ...plain, state: 'closed' as const, seat: null }, 200);
      const answered = held === undefined ? null : await voices.seatAnswered(pulse.id, tokenHash(held));
      if (answered !== null && held !== undefined) {
        const state: 'answered' | 'open' = answered ? 'answered' : 'open';
        return context.json({ ...plain, state, seat: held }, 200);
      }
      const seat = newToken();
      if (!(await voices.takeSeat(pulse.id, tokenHash(seat)))) throw absent();
      return context.json({ ...plain, state: 'open' as const, seat }, 200);
    })
    .openapi(answer, async (context) => {
      const { token, seat, step } = context.req.valid('json');
      const pulse = await voices.pulseBy(tokenHash(token));
      if (pulse === null) throw absent();
      const done = await voices.answerPulse(pulse.id, tokenHash(seat), step);
      if (done === 'closed') throw new Refusal(409, 'closed', SAYS.pulseClosed());
      if (done === 'no-seat') throw absent();
      // Sent again because the line broke: it counted once, and that is said.
      return context.body(null, 204) as never;
    });
}
