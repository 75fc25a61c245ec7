/** What is left of a round: its minutes as Markdown, and by one press the decision in the community's history. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Operation } from '#core/file/operations';
import { inLanguage } from '#core/model/fact';
import { type MinutedRound, roundMinutes } from '#core/round-minutes';
import { decisionIdOf, recordOperations } from '#core/talk/round-record';
import { message } from '#core/words/message';
import { mustWrite } from '#server/caller';
import { fromStore, Refusal } from '#server/problem';
import { REFUSED } from '#server/refused';
import { whoTold } from '#server/rounds/state';
import { changing, communityParam, reading, router, taking } from '#server/route';
import { ledRound, type RoundsHouse, whoIsNamed } from '#server/routes/rounds';
import { keptSchema } from '#server/schemas/rounds';
import { STEWARDS } from '#store/port';
import type { Round } from '#store/talk/port';

/** What is refused here. */
const SAYS = {
  recordFirst: message('refused.record-first', 'Record first what was decided, or that it is not now.'),
} as const;

const tags = ['Rounds'];
const roundParam = communityParam.extend({ round: z.uuid().describe('Id of the round.') });
/** How often a change is tried again that met another one. */
const TRIES = 5;

const minutes = createRoute({
  method: 'get',
  path: '/api/communities/{id}/rounds/{round}/minutes',
  tags,
  summary: 'Minutes of a round, or of several as one meeting',
  request: {
    params: roundParam,
    query: z.object({
      with: z
        .string()
        .max(2000)
        .optional()
        .describe('Ids of further rounds of the meeting, with commas between.'),
      notes: z.enum(['1']).optional().describe('`1`: with what was written in silence.'),
    }),
  },
  responses: {
    ...reading(z.object({}), ''),
    200: { description: 'The minutes.', content: { 'text/markdown': { schema: z.string() } } },
  },
});

const keep = createRoute({
  method: 'post',
  path: '/api/communities/{id}/rounds/{round}/keep',
  tags,
  summary:
    'Write the decision into the community, as a revision with its author; twice changes nothing twice',
  request: { params: roundParam, ...taking(z.strictObject({})) },
  responses: changing(keptSchema, 'Kept.'),
});

/** The routes of what a round leaves. */
export function roundMinutesRoutes(house: RoundsHouse) {
  const { seeing, hub, store } = house;
  return router()
    .openapi(minutes, async (context) => {
      const { id, round } = context.req.valid('param');
      const { with: others = '', notes } = context.req.valid('query');
      const ids = [...new Set([round, ...others.split(',').filter((one) => one !== '')])];
      const rounds: Round[] = [];
      for (const one of ids) {
        if (!z.uuid().safeParse(one).success) throw new Refusal(404, 'not-found', REFUSED.noRound());
        rounds.push(await ledRound(house, context, { id, round: one }));
      }
      rounds.sort((a, b) => a.openedAt.localeCompare(b.openedAt));
      // Parties are named as those see them through whose eyes the first round was shown.
      const { view } = await seeing.view(id, rounds[0]?.audience ?? 'public', undefined);
      const named = await whoIsNamed(house, context, { community: id, audience: view.audience });
      const told = rounds.map((one) => minuted(one, notes === '1'));
      const text = roundMinutes(inLanguage(view.name), told, named);
      return context.body(text, 200, {
        'content-type': 'text/markdown; charset=utf-8',
        'content-disposition': `attachment; filename="${id}-minutes.md"`,
      }) as never;
    })
    .openapi(keep, async (context) => {
      const round = await ledRound(house, context, context.req.valid('param'));
      mustWrite(context, round.community);
      if (round.decision !== null && round.keptVersion !== null)
        return context.json({ decision: round.decision, version: round.keptVersion }, 200);
      const kept = await keepRecord(house, round, context.get('caller').author);
      const now = await store.talk.round(round.id);
      if (now !== null) hub.moved(now);
      return context.json(kept, 200);
    });
}

function minuted(round: Round, withNotes: boolean): MinutedRound {
  const { question, anonymous, joined, options, result } = round;
  const record = round.record === null ? null : { ...round.record, who: whoTold(round.record) };
  const on = record?.on ?? round.openedAt.slice(0, 10);
  const notes = withNotes && round.gathered === 'released' ? round.shown : null;
  return { question, anonymous, joined, options, result, record, notes, on };
}

async function keepRecord(
  { store, seeing }: RoundsHouse,
  round: Round,
  author: Parameters<typeof store.change>[1]['author'],
) {
  const { record } = round;
  if (record === null)
    throw new Refusal(409, 'wrong-phase', SAYS.recordFirst(), {
      phase: round.phase,
    });
  for (let tries = 1; ; tries += 1) {
    const { view, version } = await seeing.view(round.community, STEWARDS, undefined);
    const operations = recordOperations(view, { ...round, record }) as readonly Operation[];
    // The round's own id, so that the same press sent twice is one revision.
    const request = { changeId: round.id, version, author, message: round.question.text, operations };
    const outcome = await store.change(round.community, request);
    if (outcome.ok) {
      const decision = decisionIdOf(round.id);
      await store.talk.kept(round.id, decision, outcome.version);
      return { decision, version: outcome.version };
    }
    if (outcome.why !== 'stale' || tries === TRIES) throw fromStore(outcome);
  }
}
