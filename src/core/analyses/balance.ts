/**
 * A1: whether the flows that are written down explain how the stock of a pool changed between two dated readings. A gap
 * names missing records, never missing money. Only conserved kinds have a balance: hours leave no stock, a copied text is
 * not used up, and trust is not transferred.
 */
import { defineAnalysis } from '#core/analyses/define';
import type { Finding } from '#core/analyses/finding';
import { intervalOf, type Passed, passedIn, type Span } from '#core/analyses/network/interval-flows';
import { targetOf } from '#core/analyses/network/moves';
import { sayBalance } from '#core/analyses/says/balance';
import type { View } from '#core/audience/view';
import { type Day, isoDay } from '#core/model/dates';
import type { Id } from '#core/model/fact';
import type { Pool } from '#core/model/things';
import { add, type Interval, NOTHING, subtract } from '#core/number/interval';

/** An interval is narrow when its half-width is at most this share of opening + in (settled reading 20; heuristic). */
export const NARROW = 0.1;

export const balance = defineAnalysis({
  id: 'balance',
  title: 'Balance',
  asks: 'Do the flows we know explain how a stock changed from one reading to the next?',
  formula:
    'ε = opening + in + made − out − used − lost − closing, by interval arithmetic;  gap = |ε| / (opening + in)',
  symbols: {
    ε: 'what the records do not explain: low, likely and high',
    opening: 'the stock at the earlier reading',
    closing: 'the stock at the later reading',
    gap: 'the likely ε as a share of opening + in',
  },
  unit: 'the unit of the kind; gap is a share',
  readAs:
    'Zero outside low..high: records are missing. Zero inside a narrow range: it closes. Zero inside a wide range: we cannot tell. ' +
    'From a gap of about 0.1 (a rule of thumb) it is worth asking which flows are unwritten.',
  blindTo:
    'Two omissions that cancel out, and everything that happened between readings and left no trace in them.',
  dataPoor:
    'With fewer than two dated readings of a stock, or an uncounted flow, it cannot tell and says what is missing.',
  sources: ['Stock and flow in Resource–Event–Agent accounting: Geerts, McCarthy; Valueflows documentation'],
  run: (view) =>
    view.pools
      .filter((pool) => view.kind(pool.kind)?.law === 'conserved')
      .flatMap((pool) => ofPool(view, pool)),
  examples: [
    {
      given: `
potluck: 1
id: kitty-year
name: A year of a kitty
as-of: 2026-01-15
parties:
  members: {type: circle, inside: true}
pools:
  kitty:
    kind: eur
    stock: [{on: 2025-01-01, amount: 1200 EUR}, {on: 2025-12-31, amount: 700 EUR}]
flows:
  fair: {from: members, to: kitty, amount: 800 EUR once, since: 2025-03-01}
  dues: {from: members, to: kitty, amount: 600 EUR once, since: 2025-05-01}
  gifts: {from: members, to: kitty, amount: 900..1000..1100 EUR once, since: 2025-07-01}
  hall: {from: kitty, to: outside, amount: 1400 EUR once, since: 2025-08-01}
  tea: {from: kitty, to: outside, amount: 250 EUR once, since: 2025-09-01}
`,
      gives: [
        {
          analysis: 'balance',
          about: ['kitty'],
          kind: 'eur',
          unit: 'EUR',
          verdict: 'gap',
          values: { low: 1150, likely: 1250, high: 1350, gap: 0.347 },
          evidence: ['dues', 'fair', 'gifts', 'hall', 'kitty', 'tea'],
        },
      ],
    },
  ],
});

interface Dated {
  readonly day: Day;
  readonly amount: Interval | null;
}

function ofPool(view: View, pool: Pool): Finding[] {
  const readings = pool.stock
    .flatMap((reading): Dated[] => {
      const { on } = reading;
      if (on === null || on.first === null || on.last === null) return [];
      const because = reading.because.length > 0 ? reading.because : pool.because;
      const amount = view.isCovered(pool.id) ? null : intervalOf(reading.amount, because);
      return [{ day: Math.floor((on.first + on.last) / 2), amount }];
    })
    .sort((a, b) => a.day - b.day);
  if (readings.length < 2) return [open(view, pool, [pool.id], { readings: readings.length })];
  return readings.slice(1).map((closing, index) => {
    const opening = readings[index] as Dated;
    return between(view, pool, opening, closing, readings.length === 2);
  });
}

function between(view: View, pool: Pool, opening: Dated, closing: Dated, only: boolean): Finding {
  const span: Span = { from: opening.day, to: closing.day };
  const ins: Passed[] = [];
  const outs: Passed[] = [];
  for (const flow of view.ever.flows) {
    if (flow.kind !== pool.kind || (flow.status !== 'actual' && flow.status !== 'agreed')) continue;
    const to = holds(view, pool, flow.to);
    if (to === holds(view, pool, flow.from)) continue;
    const passed = passedIn(view, flow, span, only);
    if (passed !== null) (to ? ins : outs).push(passed);
  }
  const all = [...ins, ...outs];
  const evidence = [...all.map((one) => one.flow.id), pool.id].sort();
  const entered = total(ins);
  const epsilon = subtract(
    add(opening.amount ?? NOTHING, entered),
    add(total(outs), closing.amount ?? NOTHING),
  );
  const dates = { from: isoDay(span.from), to: isoDay(span.to) };
  const uncounted = all
    .filter((one) => one.amount === null)
    .map((one) => one.flow.id)
    .sort();
  if (uncounted.length > 0 || opening.amount === null || closing.amount === null) {
    return open(view, pool, evidence, { ...dates, uncounted, withoutThem: epsilon });
  }
  const scale = opening.amount.likely + entered.likely;
  const undated = all
    .filter((one) => one.undated)
    .map((one) => one.flow.id)
    .sort();
  const values = { ...epsilon, gap: scale > 0 ? Math.abs(epsilon.likely) / scale : null };
  const verdict = verdictOf(epsilon, scale);
  return {
    ...head(view, pool, verdict),
    values,
    evidence,
    says: sayBalance(view, pool, verdict, epsilon, dates),
    more: { ...dates, ...(undated.length === 0 ? {} : { undated }) },
  };
}

/** Whether an end of a flow is the pool or one of its pockets. */
function holds(view: View, pool: Pool, end: Id): boolean {
  return end === pool.id || pool.pockets.includes(end) || targetOf(view, end).id === pool.id;
}

function total(all: readonly Passed[]): Interval {
  return all.reduce((sum, one) => (one.amount === null ? sum : add(sum, one.amount)), NOTHING);
}

function verdictOf(epsilon: Interval, scale: number): string {
  // Sums of cents are not exact in binary: what is far below a cent is nothing.
  const tiny = 1e-9 * Math.max(1, scale);
  if (epsilon.low > tiny || epsilon.high < -tiny) return 'gap';
  return (epsilon.high - epsilon.low) / 2 <= NARROW * scale + tiny ? 'closes' : 'cannot-tell';
}

function head(
  view: View,
  pool: Pool,
  verdict: string,
): Pick<Finding, 'analysis' | 'about' | 'kind' | 'unit' | 'verdict'> {
  return {
    analysis: 'balance',
    about: [pool.id],
    kind: pool.kind,
    unit: view.kind(pool.kind)?.unit ?? pool.kind,
    verdict,
  };
}

function open(
  view: View,
  pool: Pool,
  evidence: readonly Id[],
  more: Readonly<Record<string, unknown>>,
): Finding {
  return {
    ...head(view, pool, 'cannot-tell'),
    values: { low: null, likely: null, high: null, gap: null },
    evidence,
    says: sayBalance(view, pool, 'cannot-tell', null, null),
    more,
  };
}
