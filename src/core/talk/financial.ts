/** The financial leg of a month: what ends or is to be renewed, how long it would last, sponsors, one pocket. */
import type { Finding } from '#core/analyses/finding';
import { called, calledFirst, manyOf } from '#core/questions/called';
import { of, value } from '#core/questions/reading';
import { isMoney } from '#core/questions/shares';
import { type AgendaItem, dueIn, type Ground, inTurn, item } from '#core/talk/item';
import { sayAt, sayWhen } from '#core/words/dates';
import { message } from '#core/words/message';

const FLOW_ENDS = message(
  'talk.renewals.flow',
  '{stream} {many, select, yes {end} other {ends}} {when}. What do we wish to come after, and who asks?',
);
const TOOL_ENDS = message(
  'talk.renewals.tool',
  '{tool} {many, select, yes {run} other {runs}} out {when}. Do we renew, and who sees to it?',
);
const BASKET_ENDS = message(
  'talk.renewals.basket',
  '{basket}, supported by {sponsor}, {many, select, yes {end} other {ends}} {when}. Who speaks with them, and what do both sides hope for?',
);
const SPEND_BY = message(
  'talk.renewals.spend-by',
  'What is left of {basket} is to be spent by {date}. Is it where it is needed?',
);
const LASTS = message(
  'talk.runway',
  'If nothing came in, {pool} would last {months, plural, =0 {less than a month} one {about # month} other {about # months}}. When is it lowest, and what then?',
);
const LASTS_UNKNOWN = message(
  'talk.runway.unknown',
  'How long {pool} would last, nobody can tell yet. Which number could we find out?',
);
export const MONEY_ANY = message('talk.runway.any', 'How do we stand with what comes in and what goes out?');
const SPONSOR = message(
  'talk.sponsor',
  'When did we last speak with {sponsor}, and what would they be glad to hear?',
);
const POCKET = message(
  'talk.pocket',
  'One pocket: {pocket}, set aside in {pool}. Is it still used for what we meant?',
);

export function financial(ground: Ground, findings: readonly Finding[]): readonly AgendaItem[] {
  return [...renewals(ground), ...runway(ground, findings), ...sponsor(ground), ...pocket(ground)];
}

/** What is, and ends in the window: streams, tools, baskets. Streams that carry no money stand on the institutional leg. */
function renewals({ view, window }: Ground): readonly AgendaItem[] {
  const { flows, tools, baskets } = view.ever;
  const ending = flows
    .filter((flow) => flow.status === 'actual' || flow.status === 'agreed')
    .flatMap((flow) => {
      const day = dueIn(flow.until, window);
      if (day === null) return [];
      const said = FLOW_ENDS({
        stream: calledFirst(view, flow.id),
        many: manyOf(view, flow.id),
        when: sayAt(flow.until),
      });
      const leg = isMoney(view, flow.kind) ? 'financial' : 'institutional';
      return [item('renewals', said, { on: flow.id, evidence: [flow.id], day, leg })];
    });
  const expiring = tools.flatMap((tool) => {
    const day = dueIn(tool.until, window);
    if (day === null) return [];
    const said = TOOL_ENDS({
      tool: calledFirst(view, tool.id),
      many: manyOf(view, tool.id),
      when: sayAt(tool.until),
    });
    return [item('renewals', said, { on: tool.id, evidence: [tool.id], day, leg: 'institutional' })];
  });
  return [...ending, ...expiring, ...baskets.flatMap((one) => ofBasket(view, one, window))];
}

function ofBasket(
  view: Ground['view'],
  basket: Ground['view']['baskets'][number],
  window: Ground['window'],
): readonly AgendaItem[] {
  const evidence = [basket.id];
  const ends = dueIn(basket.ends ?? basket.until, window);
  const spend = dueIn(basket.spendBy, window);
  const name = called(view, basket.id);
  const all: AgendaItem[] = [];
  if (ends !== null) {
    const said = BASKET_ENDS({
      basket: calledFirst(view, basket.id),
      many: manyOf(view, basket.id),
      sponsor: called(view, basket.sponsor),
      when: sayAt(basket.ends ?? basket.until),
    });
    all.push(item('renewals', said, { on: basket.id, evidence, day: ends }));
  }
  if (spend !== null) {
    const said = SPEND_BY({ basket: name, date: sayWhen(basket.spendBy) });
    all.push(item('renewals', said, { on: `${basket.id}.spend-by`, evidence, day: spend }));
  }
  return all;
}

/** The pool that would last least long; where none can be told, that none can. */
function runway({ view, seesAll }: Ground, findings: readonly Finding[]): readonly AgendaItem[] {
  const pools = of(findings, 'runway').filter(
    (one) => one.about[0] !== undefined && view.get('pools', one.about[0]) !== null,
  );
  const [lowest] = pools
    .flatMap((finding) => {
      const months = value(finding, 'months');
      return typeof months === 'number' ? [{ finding, months }] : [];
    })
    .sort((a, b) => a.months - b.months);
  const told = lowest?.finding ?? pools[0];
  const pool = told?.about[0];
  if (told === undefined || pool === undefined) return [];
  // What is hidden from this audience is not unknown.
  if (lowest === undefined && (!seesAll || view.coversAny || view.mask !== null)) return [];
  const said =
    lowest === undefined
      ? LASTS_UNKNOWN({ pool: called(view, pool) })
      : LASTS({ pool: called(view, pool), months: Math.floor(lowest.months + 1e-9) });
  return [item('runway', said, { on: pool, evidence: told.evidence })];
}

function sponsor({ view, window, isPublic }: Ground): readonly AgendaItem[] {
  if (isPublic) return [];
  const given = [
    ...view.baskets.map((one) => ({ id: one.id, from: one.sponsor })),
    ...view.countedFlows.filter((one) => one.form === 'grant').map(({ id, from }) => ({ id, from })),
  ].filter((one) => view.get('parties', one.from) !== null);
  const from = inTurn([...new Set(given.map((one) => one.from))], window);
  if (from === null) return [];
  const evidence = given.filter((one) => one.from === from).map((one) => one.id);
  return [item('sponsor', SPONSOR({ sponsor: called(view, from) }), { on: from, evidence })];
}

function pocket({ view, window }: Ground): readonly AgendaItem[] {
  const one = inTurn(view.pockets, window);
  if (one === null) return [];
  const said = POCKET({ pocket: called(view, one.id), pool: called(view, one.pool) });
  return [item('pocket', said, { on: one.id, evidence: [one.id] })];
}
