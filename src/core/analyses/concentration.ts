/**
 * A6: on how few each thing rests: for a whole kind, for each pool, for each need; how much of a need hangs on one giver;
 * and which roles have fewer holders than they need. A question, never a verdict: few may be exactly what is wished.
 */

import { FIRMNESS } from '#core/analyses/coverage';
import { defineAnalysis } from '#core/analyses/define';
import { EIGHT } from '#core/analyses/examples/money';
import type { Finding } from '#core/analyses/finding';
import { type Counted, count, type Ground, groundOf } from '#core/analyses/network/ground';
import { grouped } from '#core/analyses/network/grouped';
import { movesOf } from '#core/analyses/network/moves';
import { isNamed, type Sources, sourcesOf, sourcesOfKind } from '#core/analyses/network/sources';
import { idsOf, kappaOf, valuesOf } from '#core/analyses/network/values';
import { sayConcentration, sayDependence, sayRole } from '#core/analyses/says/concentration';
import { ENOUGH_KNOWN, sideOf } from '#core/analyses/thresholds';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type { Kind } from '#core/model/kind';
import type { Flow, Need, Role } from '#core/model/things';
import { boundsOf } from '#core/number/quantile';
import { across, over, plus, type Sample, shown } from '#core/number/sample';
import { fewestReachingHalf, herfindahl } from '#core/number/spread';

/** Two or fewer contributors reaching half; more than half of a need from one giver (heuristics, `domain.md` A6). */
export const FEW = 2;
export const MUCH = 0.5;

export const concentration = defineAnalysis({
  id: 'concentration',
  title: 'Concentration',
  asks: 'On how few do our hours, our money and each need rest, and which roles have too few holders?',
  formula:
    'hhi = Σ s² over named givers;  caf = fewest givers reaching half;  dep_p = 1 − cov without p / cov;  gap = needed − holders',
  symbols: {
    s: 'share of one named giver',
    caf: 'contributor absence factor',
    dep_p: 'share of a need’s coverage that would go with giver p, followed back through pools (A3)',
    gap: 'holders that a role lacks',
  },
  unit: 'hhi and dep are shares; caf and gap count',
  readAs:
    'hhi near 1: one giver carries nearly all; 1/n: n carry alike. caf of 2 or less, or dep above 0.5 (rules of thumb), is worth a ' +
    'conversation. hhi changes when people are gathered into circles, so compare it only at the same level.',
  blindTo:
    'How replaceable a giver is, and how likely to leave. Spreading sources is no cure by itself: a meta-analysis found little effect on ' +
    'vulnerability and slightly lower capacity.',
  dataPoor:
    'Names the givers and counts them; where there is only one, all of it hangs on that one, whatever the amounts. Role gaps need no amounts.',
  sources: [
    'Contributor absence factor: CHAOSS',
    'Diversification of income: Chikoto, Ling, Neely 2015; Lu, Lin, Wang 2019',
    'Herfindahl–Hirschman index',
  ],
  run: (view, options) => {
    const ground = groundOf(view, options);
    const kinds = new Map(ground.kinds.map((kind) => [kind.id, kind]));
    const ofKinds = ground.kinds.map((kind) => spread(ground, kind, [], sourcesOfKind(ground, kind)));
    const ofPools = view.pools.flatMap((pool) => {
      const kind = kinds.get(pool.kind);
      return kind === undefined
        ? []
        : [spread(ground, kind, [pool.id], sourcesOf(ground, kind, intoPool(ground, pool.id, kind)))];
    });
    const ofNeeds = view.needs.flatMap((need) => {
      const kind = need.kind === null ? undefined : kinds.get(need.kind);
      return kind === undefined ? [] : ofNeed(ground, kind, need);
    });
    return [
      ...[...ofKinds, ...ofPools, ...ofNeeds].filter((one) => one !== null),
      ...view.roles.map((role) => ofRole(ground, role)),
    ];
  },
  examples: [EIGHT],
});

function intoPool(ground: Ground, pool: Id, kind: Kind): Counted[] {
  const ins = new Set(
    movesOf(ground)
      .through(pool, kind.id)
      .ins.map((move) => move.flow),
  );
  return ground.ofKind(kind.id).filter((one) => ins.has(one.flow.id) && !one.once);
}

/** hhi and caf over the named givers; null where nobody is named. */
function spread(ground: Ground, kind: Kind, about: readonly Id[], sources: Sources): Finding | null {
  const named = [...sources.byGiver].filter(([id]) => isNamed(ground, id));
  if (named.length === 0) return null;
  const counted = named.flatMap(([, amount]) => (amount === null ? [] : [amount]));
  const only = named.length === 1;
  const known = only || (counted.some((one) => shown(one) > 0) && kappaOf(sources.flows) >= ENOUGH_KNOWN);
  const hhi = only ? 1 : across(counted, (values) => herfindahl(values) ?? 0);
  const caf = only ? 1 : across(counted, (values) => fewestReachingHalf(values) ?? 0);
  const side = known ? sideOf(boundsOf(caf), FEW + 1) : 0;
  const verdict = !known || side === 0 ? 'cannot-tell' : side === -1 ? 'flagged' : 'measured';
  return {
    analysis: 'concentration',
    about,
    kind: kind.id,
    unit: 'share',
    verdict,
    ...valuesOf({ hhi: known ? hhi : null, caf: known ? caf : null }),
    evidence: idsOf(sources.flows),
    says: sayConcentration(
      ground.view,
      about,
      kind.id,
      known ? shown(caf) : null,
      named.map(([id]) => id),
    ),
    more: {
      givers: named.map(([id]) => id).sort(),
      uncounted: idsOf(sources.flows.filter((one) => one.amount === null)),
    },
  };
}

const fulfilling = new WeakMap<View, ReadonlyMap<Id | null, readonly Flow[]>>();

/** The flows of every status that meet a need. */
function flowsOf(view: View, need: Id): readonly Flow[] {
  let byNeed = fulfilling.get(view);
  if (byNeed === undefined) {
    byNeed = grouped(view.flows, (flow) => flow.fulfils);
    fulfilling.set(view, byNeed);
  }
  return byNeed.get(need) ?? [];
}

function ofNeed(ground: Ground, kind: Kind, need: Need): (Finding | null)[] {
  const bits = flowsOf(ground.view, need.id)
    .filter((flow) => flow.kind === kind.id)
    .map((flow) => count(ground.view, ground.draws, flow))
    .filter((one) => one.rate.is !== 'none' && !one.once);
  const standing = bits.filter((one) => one.flow.status === 'actual' || one.flow.status === 'agreed');
  const firm = sourcesOf(ground, kind, bits, (one) => FIRMNESS[one.flow.status]);
  const givers = [...firm.byGiver.keys()].sort();
  return [
    spread(ground, kind, [need.id], sourcesOf(ground, kind, standing)),
    ...givers.filter((id) => isNamed(ground, id)).map((giver) => dependence(ground, kind, need, giver, firm)),
  ];
}

/** What share of the coverage of a need would go with one giver. Where there is only one, all of it. */
function dependence(ground: Ground, kind: Kind, need: Need, giver: Id, firm: Sources): Finding {
  const own = firm.byGiver.get(giver) ?? null;
  const only = firm.byGiver.size === 1;
  const total = [...firm.byGiver.values()].reduce<Sample>(
    (sum, one) => (one === null ? sum : plus(sum, one)),
    0,
  );
  const known = only || (own !== null && shown(total) > 0 && kappaOf(firm.flows) >= ENOUGH_KNOWN);
  const dep = !known ? null : only ? 1 : over(own as Sample, total);
  const side = dep === null ? 0 : sideOf(boundsOf(dep), MUCH + 1e-12);
  return {
    analysis: 'concentration',
    about: [need.id, giver],
    kind: kind.id,
    unit: 'share',
    verdict: side === 0 ? 'cannot-tell' : side === 1 ? 'flagged' : 'measured',
    ...valuesOf({ dep }),
    evidence: idsOf(firm.flows),
    says: sayDependence(ground.view, need.id, giver, dep === null ? null : shown(dep)),
  };
}

function ofRole(ground: Ground, role: Role): Finding {
  const holders = role.heldBy.length;
  const gap = role.needs === null ? null : Math.max(0, role.needs - holders);
  return {
    analysis: 'concentration',
    about: [role.id],
    unit: 'holders',
    verdict: gap === null ? 'cannot-tell' : gap > 0 ? 'flagged' : 'measured',
    values: { holders, needs: role.needs, gap },
    evidence: [role.id],
    says: sayRole(ground.view, role.id, holders, gap),
  };
}
