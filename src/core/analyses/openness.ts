/** A15: how much of what flows is shown to an audience, beside what was declared. Compares with nothing else. */
import { defineAnalysis, type RunOptions } from '#core/analyses/define';
import type { Finding } from '#core/analyses/finding';
import { type Counted, groundOf } from '#core/analyses/network/ground';
import { ENOUGH_KNOWN } from '#core/analyses/thresholds';
import { type Audience, audienceOf } from '#core/audience/audience';
import type { View } from '#core/audience/view';
import { visibleIds } from '#core/audience/visible';
import type { Id } from '#core/model/fact';
import type { Flow, Level } from '#core/model/things';
import { bandOf } from '#core/number/quantile';
import { over, type Sample, shown, sum, times } from '#core/number/sample';
import { message } from '#core/words/message';

const says = {
  told: message(
    'finding.openness.told',
    'Of the {kind} that flow, {tau, number, percent} is open to {audience}.',
  ),
  open: message(
    'finding.openness.open',
    'We cannot tell how much of the {kind} is open to {audience}: too little of it is counted.',
  ),
};

/** What each level counts (`domain.md` A15). */
export const LEVEL_VALUE: Readonly<Record<Level, number>> = {
  hidden: 0,
  existence: 0.25,
  aggregate: 0.5,
  range: 0.75,
  exact: 1,
};

/** Reading 24: what the flow says of itself, else what is stated for its kind if `see` lets the audience have it, else hidden. */
function levelFor(view: View, flow: Flow, audience: Audience, visible: ReadonlySet<Id>): Level {
  const own = flow.shown[audience.id];
  if (own !== undefined) return own;
  if (!visible.has(flow.id)) return 'hidden';
  return view.openness[audience.id]?.[flow.kind ?? ''] ?? 'exact';
}

/** Audiences about which something was declared, or of which a flow says how it is shown to them. */
function audiencesOf(view: View): string[] {
  const named = [
    ...Object.keys(view.openness),
    ...view.countedFlows.flatMap((flow) => Object.keys(flow.shown)),
  ];
  return [...new Set(named)].sort();
}

function run(view: View, options: RunOptions): Finding[] {
  const ground = groundOf(view, options);
  return audiencesOf(view).flatMap((id) => {
    const audience = audienceOf(view.ever, id);
    if (audience === null) return [];
    const visible = visibleIds(view.ever, audience);
    return ground.kinds.map((kind) => finding(view, kind.id, audience, visible, ground.ofKind(kind.id)));
  });
}

function finding(
  view: View,
  kind: Id,
  audience: Audience,
  visible: ReadonlySet<Id>,
  flows: readonly Counted[],
): Finding {
  const levels = flows.map(({ flow }) => levelFor(view, flow, audience, visible));
  const known = flows.flatMap((one, index) =>
    one.amount === null ? [] : [{ amount: one.amount, level: levels[index] ?? 'hidden' }],
  );
  const total = sum(known.map(({ amount }) => amount));
  const open = sum(known.map(({ amount, level }): Sample => times(amount, LEVEL_VALUE[level])));
  const kappa = flows.length === 0 ? 0 : known.length / flows.length;
  const tau = known.length === 0 || shown(total) === 0 ? null : over(open, total);
  const band = tau === null ? null : bandOf(tau);
  const declared = view.openness[audience.id]?.[kind];
  const enough = tau !== null && kappa >= ENOUGH_KNOWN;
  const counts: Record<string, number> = {};
  for (const level of levels) counts[level] = (counts[level] ?? 0) + 1;
  return {
    analysis: 'openness',
    about: [audience.id],
    kind,
    unit: 'share',
    verdict: enough ? 'measured' : 'cannot-tell',
    values: {
      tau: tau === null ? null : shown(tau),
      ...(declared === undefined ? {} : { declared: LEVEL_VALUE[declared] }),
    },
    ...(band === null ? {} : { bands: { tau: band } }),
    evidence: flows.map(({ flow }) => flow.id).sort(),
    says: enough
      ? says.told({ kind, audience: audience.id, tau: shown(tau) })
      : says.open({ kind, audience: audience.id }),
    more: { audience: audience.id, kappa, levels: counts },
  };
}

export const openness = defineAnalysis({
  id: 'openness',
  title: 'Openness',
  asks: 'How much of what flows does each audience get to see, and is it what we meant?',
  formula: 'τ = Σ q v / Σ q, for one kind and one audience',
  symbols: {
    q: 'amount of a flow, per month',
    v: 'how far it is shown: hidden 0, existence 0.25, aggregate 0.5, range 0.75, exact 1',
    declared: 'the same number for the level that the community declared, where it did',
  },
  unit: 'share',
  readAs:
    '1: everything is shown to the last digit. 0: nothing is. Compare it with what you meant to show, and with nothing else.',
  blindTo: 'Whether showing is good here, and what people tell each other anyway.',
  dataPoor: 'Without amounts it counts at which level each flow is shown; how much that is stays open.',
  sources: ['domain.md A15', 'Bernstein 2012, The transparency paradox'],
  run,
  examples: [
    {
      given: `
potluck: 1
id: open
name: Four sums
see: members
kinds:
  eur: {unit: EUR, law: conserved}
parties:
  town: {type: organisation}
pools:
  purse: {kind: eur}
flows:
  a: {from: town, to: purse, amount: 3000 EUR/month, shown: {public: aggregate}, because: {how: record}}
  b: {from: town, to: purse, amount: 1000 EUR/month, shown: {public: exact}, because: {how: record}}
  c: {from: town, to: purse, amount: 600 EUR/month, because: {how: record}}
  d: {from: town, to: purse, amount: 200 EUR/month, shown: {public: existence}, because: {how: record}}
`,
      asOf: '2026-01-01',
      gives: [
        { analysis: 'openness', about: ['public'], kind: 'eur', verdict: 'measured', values: { tau: 0.531 } },
      ],
    },
  ],
});
