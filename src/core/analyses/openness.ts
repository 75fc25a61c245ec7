/**
 * A15: how much of what flows an audience can see, beside what the community said it would show. Openness is negotiated
 * flow by flow: more is not better, and the only yardstick is the community's own word.
 */
import { defineAnalysis } from '#core/analyses/define';
import type { Finding } from '#core/analyses/finding';
import { type Ground, groundOf } from '#core/analyses/network/ground';
import { audiencesOf, levelFor } from '#core/analyses/network/levels';
import { idsOf, kappaOf, valuesOf } from '#core/analyses/network/values';
import { sayOpenness } from '#core/analyses/says/openness';
import { ENOUGH_KNOWN, sideOf } from '#core/analyses/thresholds';
import type { Kind } from '#core/model/kind';
import type { Level } from '#core/model/things';
import { boundsOf } from '#core/number/quantile';
import { over, plus, type Sample, shown, times } from '#core/number/sample';

/** How much a level lets see (heuristic). */
export const SEEN: Readonly<Record<Level, number>> = {
  hidden: 0,
  existence: 0.25,
  aggregate: 0.5,
  range: 0.75,
  exact: 1,
};

export const openness = defineAnalysis({
  id: 'openness',
  title: 'Openness',
  asks: 'How much of what flows can each audience see, and is that what we said?',
  formula: 'τ = Σ q v / Σ q',
  symbols: {
    q: 'amount of a flow a month',
    v: 'what its level lets see: hidden 0, existence 0.25, aggregate 0.5, range 0.75, exact 1 (a rule of thumb)',
    τ: 'openness of one kind towards one audience',
  },
  unit: 'share',
  readAs:
    'Compare it only with the level that the community declared. Below that: something meant to be shown is not. More openness is not better by itself.',
  blindTo:
    'Whether anyone looks or understands, and what people then do unseen: observation can breed concealment.',
  dataPoor: 'Without amounts it counts which flows are at which level, and tells no τ.',
  sources: ['Observation and concealment: Bernstein 2012', 'Potluck’s own choice: weights of levels'],
  run: (view, options) => {
    const ground = groundOf(view, options);
    return audiencesOf(view).flatMap((audience) =>
      ground.kinds.flatMap((kind) => towards(ground, audience, kind)),
    );
  },
  examples: [
    {
      given: `
potluck: 1
id: four-figures
name: Four figures
as-of: 2026-01-15
see: public
parties:
  town: {type: organisation}
  us: {type: circle, inside: true}
openness:
  members: {eur: aggregate}
flows:
  grant: {from: town, to: us, amount: 3000 EUR/month, because: {how: record}}
  dues: {from: us, to: town, amount: 1000 EUR/month, shown: {members: exact}, because: {how: record}}
  pay: {from: us, to: town, amount: 600 EUR/month, shown: {members: hidden}, because: {how: record}}
  gift: {from: us, to: town, amount: 200 EUR/month, shown: {members: existence}, because: {how: record}}
`,
      gives: [
        {
          analysis: 'openness',
          about: ['members'],
          kind: 'eur',
          unit: 'share',
          verdict: 'measured',
          values: { tau: 0.531, declared: 0.5 },
          evidence: ['dues', 'gift', 'grant', 'pay'],
        },
      ],
    },
  ],
});

function towards(ground: Ground, audience: string, kind: Kind): Finding[] {
  const { view } = ground;
  const flows = ground.ofKind(kind.id);
  const declared = view.openness[audience]?.[kind.id];
  if (declared === undefined && flows.every((one) => one.flow.shown[audience] === undefined)) return [];
  const levels = flows.map((one) => levelFor(view, one.flow, audience));
  let seen: Sample = 0;
  let total: Sample = 0;
  flows.forEach((one, index) => {
    if (one.amount === null) return;
    seen = plus(seen, times(one.amount, SEEN[levels[index] as Level]));
    total = plus(total, one.amount);
  });
  // Who does not see all cannot tell what share of it is shown to others.
  const seesAll = view.audience === 'stewards' && flows.every((one) => !one.covered);
  const known = seesAll && shown(total) > 0 && kappaOf(flows) >= ENOUGH_KNOWN;
  const tau = known ? over(seen, total) : null;
  const meant = declared === undefined ? null : SEEN[declared];
  const side = tau === null ? 0 : meant === null ? 1 : sideOf(boundsOf(tau), meant - 1e-12);
  const counts: Record<string, number> = {};
  for (const level of levels) counts[level] = (counts[level] ?? 0) + 1;
  return [
    {
      analysis: 'openness',
      about: [audience],
      kind: kind.id,
      unit: 'share',
      verdict: side === 0 ? 'cannot-tell' : side === -1 ? 'flagged' : 'measured',
      ...valuesOf({ tau, ...(meant === null ? {} : { declared: meant }) }),
      evidence: idsOf(flows),
      says: sayOpenness(view, audience, kind.id, tau === null ? null : shown(tau), meant),
      more: { audience, levels: counts, uncounted: idsOf(flows.filter((one) => one.amount === null)) },
    },
  ];
}
