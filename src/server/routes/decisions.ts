/** Decisions with what is measured beside them, and minutes of a day. The core sets side by side; this carries. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { analyse } from '#core/analyses/analyse';
import type { View } from '#core/audience/view';
import { type Day, isoDay } from '#core/model/dates';
import { type Id, inLanguage, nameOf, type Text } from '#core/model/fact';
import type { Decision } from '#core/model/things';
import { ask } from '#core/questions/ask';
import { besideDecision } from '#core/talk/beside';
import { LEGS } from '#core/talk/item';
import { agendaFindings } from '#core/talk/legs';
import { minutesMarkdown, minutesOperations } from '#core/talk/minutes';
import { message } from '#core/words/message';
import { audienceOfRequest, type Carried, mustSteward } from '#server/caller';
import { Refusal } from '#server/problem';
import { communityParam, reading, router, seenQuery } from '#server/route';
import { decisionSchema, minutesQuery, minutesSchema } from '#server/schemas/voices';
import type { Seeing } from '#server/seen';
import { STEWARDS, type Store } from '#store/port';

/** What is refused here. */
const SAYS = {
  noDecision: message('refused.no-decision', 'There is no such decision for you.'),
} as const;

const tags = ['Talk'];

const list = createRoute({
  method: 'get',
  path: '/api/communities/{id}/decisions',
  tags,
  summary: 'Decisions, newest first, with what is measured of what they touch',
  request: { params: communityParam, query: seenQuery },
  responses: reading(z.object({ decisions: z.array(decisionSchema) }), 'As the audience may see them.'),
});

const one = createRoute({
  method: 'get',
  path: '/api/communities/{id}/decisions/{decision}',
  tags,
  summary: 'One decision',
  request: { params: communityParam.extend({ decision: z.string().min(1).max(200) }), query: seenQuery },
  responses: reading(decisionSchema, 'As the audience may see it.'),
});

const minutes = createRoute({
  method: 'get',
  path: '/api/communities/{id}/minutes',
  tags,
  summary: 'Minutes of a day as Markdown, and what keeping them would change; for stewards',
  request: { params: communityParam, query: minutesQuery },
  responses: reading(minutesSchema, 'Questions, decisions and trials of the day, with their dates.'),
});

/** The routes of decisions and of minutes. */
export function decisionRoutes(store: Store, seeing: Seeing, today: () => Day) {
  const seen = (context: Context<Carried>, id: string, query: z.infer<typeof seenQuery>) =>
    seeing.view(id, audienceOfRequest(context, id, query.audience), query['as-of']);
  return router()
    .openapi(list, async (context) => {
      const { id } = context.req.valid('param');
      const { view } = await seen(context, id, context.req.valid('query'));
      const decisions = [...view.decisions].sort((a, b) => last(b) - last(a) || (a.id < b.id ? -1 : 1));
      return context.json(
        {
          decisions: decisions.map((each) => told(view, each)) as unknown as z.infer<typeof decisionSchema>[],
        },
        200,
      );
    })
    .openapi(one, async (context) => {
      const { id, decision } = context.req.valid('param');
      const { view } = await seen(context, id, context.req.valid('query'));
      const found = view.get('decisions', decision);
      if (found === null) throw new Refusal(404, 'not-found', SAYS.noDecision());
      return context.json(told(view, found) as never, 200);
    })
    .openapi(minutes, async (context) => {
      const { id } = context.req.valid('param');
      mustSteward(context, id);
      const { on = isoDay(today()), legs = '' } = context.req.valid('query');
      const { view } = await seeing.view(id, STEWARDS, undefined);
      const questions = ask(view, [...analyse(view, undefined, { draws: 0 }), ...agendaFindings(view)]);
      const rounds = (await store.talk.rounds(id))
        .filter((round) => round.record?.on === on)
        .map((round) => ({
          question: round.question.text,
          evidence: round.question.evidence.map((each) => each.id),
          outcome: round.record?.outcome ?? null,
          // What was decided stands among the decisions once it is in the file.
          text: round.decision === null ? (round.record?.text ?? null) : null,
        }));
      const markdown = minutesMarkdown(view, { on, questions, rounds });
      const spoken = LEGS.filter((leg) => legs.split(',').includes(leg));
      const proposes = minutesOperations(view, { on, markdown, legs: spoken });
      return context.json(
        { on, markdown, proposes: proposes as unknown as z.infer<typeof minutesSchema>['proposes'] },
        200,
      );
    });
}

/** The last day that says when it was taken; those without one come last. */
function last(decision: Decision): number {
  return decision.on?.last ?? decision.since?.last ?? Number.NEGATIVE_INFINITY;
}

function told(view: View, decision: Decision) {
  const words = (text: Text | null) => (text === null ? null : inLanguage(text));
  const names = (ids: readonly Id[]) =>
    ids.map((id) => {
      const thing = view.thing(id);
      return { id, name: thing === null ? id : nameOf(thing) };
    });
  const open = decision.state === 'open' || decision.state === 'decided';
  return {
    id: decision.id,
    text: inLanguage(decision.text),
    question: words(decision.question),
    options: decision.options.map((option) => inLanguage(option)),
    reasons: words(decision.reasons),
    objections: words(decision.objections),
    by: names(decision.by),
    about: names(decision.about),
    measures: decision.measures,
    on: decision.on?.text ?? decision.since?.text ?? null,
    reviewOn: decision.reviewOn?.text ?? null,
    state: decision.state,
    due: open && decision.reviewOn?.last != null && decision.reviewOn.last < view.day,
    beside: besideDecision(view, decision),
  };
}
