/** Rounds for those who lead them: open, follow, move on, reword, offer options, set a time, record. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { audienceOf } from '#core/audience/audience';
import { type Breach, wallBreaches } from '#core/audience/walls';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { describedDay } from '#core/model/community';
import { type Day, isoDay } from '#core/model/dates';
import { inLanguage, nameOf } from '#core/model/fact';
import { roundQuestion } from '#core/round-question';
import { LEAST, OPTIONS } from '#core/talk/round';
import { message } from '#core/words/message';
import { audienceOfRequest, type Caller, type Carried } from '#server/caller';
import { Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import type { RoundHub } from '#server/rounds/hub';
import { orRefuse } from '#server/rounds/refusals';
import { facilitatorState } from '#server/rounds/state';
import { followRound, seenVersion } from '#server/rounds/stream';
import { communityParam, creating, reading, router, taking } from '#server/route';
import * as shapes from '#server/schemas/rounds';
import type { Seeing } from '#server/seen';
import { tellingWhileAllowed } from '#server/still';
import { STEWARDS, type Store } from '#store/port';
import type { Round, RoundOutcome, RoundQuestion } from '#store/talk/port';

/** What is refused here. */
const SAYS = {
  notYoursToLead: message(
    'refused.not-yours-to-lead',
    'There is no such community for you to lead a round in.',
  ),
  noAudienceForYou: message('refused.no-audience-for-you', 'There is no audience {audience} for you here.'),
  tooManyOptions: message(
    'refused.too-many-options',
    'Those are more options than this way of deciding has.',
  ),
  noThreshold: message('refused.no-threshold', 'A round without anonymity has no threshold.'),
  oneOfBoth: message('refused.one-of-both', 'Name a question, or give its text: one of both.'),
  notAsked: message('refused.not-asked', '{audience} are not asked {question}.'),
  wallInRound: message('refused.wall-in-round', 'In this round some would meet who were to stay apart.'),
} as const;

const tags = ['Rounds'];
const path = '/api/communities/{id}/rounds' as const;
const roundParam = communityParam.extend({ round: z.uuid().describe('Id of the round.') });
const answers = {
  ...reading(shapes.facilitatorStateSchema, 'The round as it stands now.'),
  409: {
    description:
      'Somebody moved it meanwhile (`moved`), too few have written (`too-few`), or this belongs to another phase.',
  },
};
const acting = <M extends 'post' | 'put', P extends string, S extends z.ZodType>(
  method: M,
  end: P,
  summary: string,
  schema: S,
) =>
  createRoute({
    method,
    path: `${path}/{round}/${end}` as `${typeof path}/{round}/${P}`,
    tags,
    summary,
    request: { params: roundParam, ...taking(schema) },
    responses: answers,
  });

const open = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Open a round on a question',
  request: { params: communityParam, ...taking(shapes.openRequest) },
  responses: { ...creating(shapes.openedSchema, 'Opened.'), 404: reading(z.object({}), '')[404] },
});
const list = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Rounds of a community, newest first',
  request: { params: communityParam },
  responses: reading(shapes.roundsSchema, 'Without what was written.'),
});
const read = createRoute({
  method: 'get',
  path: `${path}/{round}`,
  tags,
  summary: 'A round, as its facilitators see it',
  request: { params: roundParam },
  responses: reading(shapes.facilitatorStateSchema, 'Counts, and never who.'),
});
const events = createRoute({
  method: 'get',
  path: `${path}/{round}/events`,
  tags,
  summary: 'Server-sent events for facilitators: the state when it moves, counts between',
  request: { params: roundParam, query: z.object({ after: z.string().max(9).optional() }) },
  responses: {
    ...reading(z.object({}), ''),
    200: { description: 'The stream.', content: { 'text/event-stream': { schema: z.string() } } },
  },
});
const phase = acting('post', 'phase', 'Move a round on', shapes.phaseRequest);
const reword = acting('post', 'paraphrase', 'Give released notes other words', shapes.rewordRequest);
const options = acting('post', 'options', 'Say what there is to choose from', shapes.optionsRequest);
const timer = acting('put', 'timer', 'Set or stop the time', shapes.timerRequest);
const record = acting(
  'post',
  'record',
  'Record what was decided, or that it is not now',
  shapes.recordRequest,
);

/** What the routes of rounds stand on. */
export interface RoundsHouse {
  readonly store: Store;
  readonly seeing: Seeing;
  readonly hub: RoundHub;
  readonly today: () => Day;
  /** Milliseconds. */
  readonly now: () => number;
}

function mayFacilitate(caller: Caller, community: string): boolean {
  const role = caller.roleIn(community);
  return role === 'steward' || role === 'core';
}

/** Lets stewards and the core lead rounds; to anybody else the community looks absent. */
export function mustFacilitate(context: Context<Carried>, community: string): void {
  if (!mayFacilitate(context.get('caller'), community))
    throw new Refusal(404, 'not-found', SAYS.notYoursToLead());
}

/** What the core sees as well, beside its own eyes. */
const BELOW_CORE = ['core', 'members', 'public'];

/** Whether they may lead a round through these eyes: nobody shows others what they may not see themselves. */
function mayShow(caller: Caller, community: string, audience: string): boolean {
  if (caller.roleIn(community) === 'steward' || BELOW_CORE.includes(audience)) return true;
  return caller.audienceFor(community, audience) === audience;
}

const mayLead = (caller: Caller, community: string, audience: string): boolean =>
  mayFacilitate(caller, community) && mayShow(caller, community, audience);

/** The round, where it is one of this community and the caller may lead it. */
export async function ledRound(
  { store }: Pick<RoundsHouse, 'store'>,
  context: Context<Carried>,
  { id, round }: { readonly id: string; readonly round: string },
): Promise<Round> {
  mustFacilitate(context, id);
  const found = await store.talk.round(round);
  if (found === null || found.community !== id || !mayShow(context.get('caller'), id, found.audience))
    throw new Refusal(404, 'not-found', REFUSED.noRound());
  return found;
}

/**
 * How somebody who carries a decision is called where all in the round may read it. Null: a party that the facilitator may
 * know of and they may not. What is no party to the facilitator stays as it was written, so that nobody can try out ids.
 */
export async function whoIsNamed(
  { seeing }: Pick<RoundsHouse, 'seeing'>,
  context: Context<Carried>,
  { community, audience }: Pick<Round, 'community' | 'audience'>,
): Promise<(who: string) => string | null> {
  const { view: theirs } = await seeing.view(community, audience, undefined);
  const { view: own } = await seeing.view(
    community,
    audienceOfRequest(context, community, undefined),
    undefined,
  );
  return (who) => {
    const party = theirs.thing(who);
    if (party?.section === 'parties') return nameOf(party);
    return own.thing(who)?.section === 'parties' ? null : who;
  };
}

/** The routes of facilitators. */
export function roundRoutes(house: RoundsHouse) {
  return router().route('/', openingRoutes(house)).route('/', leadingRoutes(house));
}

function openingRoutes(house: RoundsHouse) {
  const { store, hub, now } = house;
  return router()
    .openapi(open, async (context) => {
      const { id } = context.req.valid('param');
      mustFacilitate(context, id);
      const asked = context.req.valid('json');
      if (!mayShow(context.get('caller'), id, asked.audience))
        throw new Refusal(404, 'not-found', SAYS.noAudienceForYou({ audience: asked.audience }));
      const question = await questionOf(house, id, asked);
      await mustKeepWalls(house, context, id, asked);
      if (asked.options.length > OPTIONS[asked.way].most)
        throw new Refusal(400, 'bad-request', SAYS.tooManyOptions());
      if (!asked.anonymous && asked.k !== undefined)
        throw new Refusal(400, 'bad-request', SAYS.noThreshold());
      const { way, minutes, audience, anonymous, paraphrase, overDays } = asked;
      const k = anonymous ? (asked.k ?? LEAST) : 1;
      const plan = { community: id, question, way, anonymous, k, paraphrase, overDays, minutes, audience };
      const round = await store.talk.open(plan as never, asked.options, new Date(now()));
      await store.log.append({
        community: id,
        act: 'round-opened',
        person: context.get('caller').author?.id ?? null,
        about: { round: round.id, audience, anonymous: anonymous ? 'yes' : 'no' },
      });
      const state = facilitatorState(round, now());
      const answer = { id: round.id, link: state.link ?? '', code: round.code ?? '', state };
      return context.json(answer as never, 201) as never;
    })
    .openapi(list, async (context) => {
      const { id } = context.req.valid('param');
      mustFacilitate(context, id);
      const led = (await store.talk.rounds(id)).filter((one) =>
        mayShow(context.get('caller'), id, one.audience),
      );
      const rounds = led.map((one) => {
        const state = facilitatorState(one, now());
        const { round, question, opened, closed, joined, anonymous, overDays, decision } = state;
        const { phase: at, way, record: recorded } = state;
        return {
          ...{ id: round, phase: at, way, question: question.text, opened, closed, joined },
          ...{ anonymous, overDays, record: recorded, decision },
        };
      });
      return context.json({ rounds }, 200);
    })
    .openapi(read, async (context) => {
      const round = await ledRound(house, context, context.req.valid('param'));
      return context.json(facilitatorState(round, now()) as never, 200);
    })
    .openapi(events, async (context) => {
      const { id } = context.req.valid('param');
      const round = await ledRound(house, context, context.req.valid('param'));
      const listening = (end: () => void) =>
        tellingWhileAllowed(context, (caller) => mayLead(caller, id, round.audience), end);
      return followRound(context, hub, round.id, 'facilitator', seenVersion(context), listening) as never;
    });
}

/** The question as it will be shown: of the bank, through the eyes of those who take part, or one's own words. */
async function questionOf(
  { seeing }: RoundsHouse,
  community: string,
  asked: {
    readonly question?: string | undefined;
    readonly text?: string | undefined;
    readonly audience: string;
  },
): Promise<RoundQuestion> {
  if ((asked.question === undefined) === (asked.text === undefined))
    throw new Refusal(400, 'bad-request', SAYS.oneOfBoth());
  const { view } = await seeing.view(community, asked.audience, undefined);
  if (asked.text !== undefined)
    return { id: null, text: asked.text, why: null, evidence: [], community: inLanguage(view.name) };
  const question = roundQuestion(view, asked.question ?? '');
  if (question === null)
    throw new Refusal(
      404,
      'not-found',
      SAYS.notAsked({ audience: asked.audience, question: asked.question ?? '' }),
    );
  return question;
}

/** Who was to stay apart does not meet in a round, unless somebody says why. */
async function mustKeepWalls(
  { store, today }: RoundsHouse,
  context: Context<Carried>,
  id: string,
  asked: {
    readonly audience: string;
    readonly parties: readonly string[];
    readonly despite?: string | undefined;
  },
): Promise<void> {
  const breaches = await breachesOf(store, id, asked, today());
  if (breaches.length === 0) return;
  if (asked.despite === undefined) throw new Refusal(409, 'wall', SAYS.wallInRound(), { breaches });
  await store.log.append({
    community: id,
    act: 'wall-overridden',
    person: context.get('caller').author?.id ?? null,
    about: { act: 'round', breaches: breaches.length },
    reason: asked.despite,
  });
}

async function breachesOf(
  store: Store,
  id: string,
  { audience, parties }: { readonly audience: string; readonly parties: readonly string[] },
  today: Day,
): Promise<readonly Breach[]> {
  const kept = await store.text(id, STEWARDS);
  const community = kept === null ? null : resolve(parse(kept.body, { file: 'community.yaml' })).community;
  if (community === null) throw new Refusal(404, 'not-found', REFUSED.noCommunity({ id }));
  const known = new Set(community.parties.map((one) => one.id));
  const stranger = parties.find((one) => !known.has(one));
  if (stranger !== undefined) throw new Refusal(400, 'bad-request', REFUSED.noParty({ party: stranger }));
  const audiences = audienceOf(community, audience) === null ? [] : [audience];
  return wallBreaches(community, { act: 'round', audiences, parties }, describedDay(community) ?? today);
}

function leadingRoutes(house: RoundsHouse) {
  const { store, hub, now, today } = house;
  /** What was done, told to all who follow, and answered. */
  const told = (outcome: RoundOutcome) => {
    const { round } = orRefuse(outcome);
    hub.moved(round);
    return facilitatorState(round, now()) as never;
  };
  return router()
    .openapi(phase, async (context) => {
      const { id } = await ledRound(house, context, context.req.valid('param'));
      const { from, to, without = false } = context.req.valid('json');
      const state = told(await store.talk.move(id, { from, to, without }, new Date(now())));
      if (to === 'closed') await logClosed(house, context, context.req.valid('param'));
      return context.json(state, 200);
    })
    .openapi(reword, async (context) => {
      const { id } = await ledRound(house, context, context.req.valid('param'));
      return context.json(told(await store.talk.reword(id, context.req.valid('json').notes)), 200);
    })
    .openapi(options, async (context) => {
      const { id } = await ledRound(house, context, context.req.valid('param'));
      return context.json(told(await store.talk.offer(id, context.req.valid('json').options)), 200);
    })
    .openapi(timer, async (context) => {
      const { id } = await ledRound(house, context, context.req.valid('param'));
      const { seconds } = context.req.valid('json');
      const until = seconds === null ? null : new Date(now() + seconds * 1000);
      return context.json(told(await store.talk.setTimer(id, until)), 200);
    })
    .openapi(record, async (context) => {
      const round = await ledRound(house, context, context.req.valid('param'));
      const { outcome, text, who = [], review, audience, reasons } = context.req.valid('json');
      const carried = typeof who === 'string' ? [who] : who;
      const nameIn = await whoIsNamed(house, context, round);
      const recorded = {
        ...{ outcome, text, audience, on: isoDay(today()) },
        who: carried,
        told: carried.filter((one) => nameIn(one) !== null),
        review: review ?? null,
        reasons: reasons == null || reasons === '' ? null : reasons,
      };
      return context.json(told(await store.talk.record(round.id, recorded)), 200);
    });
}

async function logClosed(
  { store }: RoundsHouse,
  context: Context<Carried>,
  { id, round }: { readonly id: string; readonly round: string },
): Promise<void> {
  await store.log.append({
    community: id,
    act: 'round-closed',
    person: context.get('caller').author?.id ?? null,
    about: { round },
  });
}
