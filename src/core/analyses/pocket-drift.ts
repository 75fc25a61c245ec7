/**
 * A14: whether money set aside in pockets goes where it was meant to. Compares shares of what leaves the pool with the
 * shares that were intended; what is meant for no pocket is a pocket of its own. Drift may be a change of mind, well made.
 */
import { defineAnalysis } from '#core/analyses/define';
import type { Finding } from '#core/analyses/finding';
import { type Counted, type Ground, groundOf } from '#core/analyses/network/ground';
import { idsOf, kappaOf, valuesOf } from '#core/analyses/network/values';
import { sayDrift } from '#core/analyses/says/pocket-drift';
import { ENOUGH_KNOWN, sideOf } from '#core/analyses/thresholds';
import type { Id } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import type { Pocket, Pool } from '#core/model/things';
import { boundsOf } from '#core/number/quantile';
import { across, over, plus, type Sample, shown, sum } from '#core/number/sample';
import { tidy } from '#core/number/tidy';

/** Drift above which it is worth asking whether a pocket has changed its meaning (heuristic). */
export const DRIFTED = 0.2;

export const pocketDrift = defineAnalysis({
  id: 'pocket-drift',
  title: 'Pocket drift',
  asks: 'Did what we set aside go where we meant it to?',
  formula: 'drift = ½ Σ |actual − intended|',
  symbols: {
    intended: 'share of the pool meant for a pocket',
    actual:
      'share of what leaves the pool that is paid from that pocket; what is paid from none is a share of its own',
  },
  unit: 'share',
  readAs: '0: as meant. Above 0.2 (a rule of thumb): ask whether the meaning of a pocket has changed.',
  blindTo: 'Why it went elsewhere, and money that waits in a pocket for its day.',
  dataPoor: 'Without intended shares or counted spending it names the pockets and stays open.',
  sources: ['Stashes: Lave 1988; earmarking: Zelizer 2012', 'Total variation distance'],
  run: (view, options) => {
    const ground = groundOf(view, options);
    return view.pools.flatMap((pool) => {
      const pockets = pool.pockets
        .flatMap((id) => view.get('pockets', id) ?? [])
        .filter((one) => view.valid(one));
      return pockets.some((one) => one.share.length > 0) ? [ofPool(ground, pool, pockets)] : [];
    });
  },
  examples: [
    {
      given: `
potluck: 1
id: three-pockets
name: Three pockets
as-of: 2026-01-15
pools:
  kitty:
    kind: eur
    pockets:
      seeds: {share: 0.5, softness: agreed}
      tea: {share: 0.3, softness: habit}
      roof: {share: 0.2, softness: habit}
parties:
  members: {type: circle, inside: true}
flows:
  a: {from: seeds, to: members, amount: 35 EUR/month, because: {how: record}}
  b: {from: tea, to: members, amount: 30 EUR/month, because: {how: record}}
  c: {from: roof, to: members, amount: 35 EUR/month, because: {how: record}}
`,
      gives: [
        {
          analysis: 'pocket-drift',
          about: ['kitty'],
          kind: 'eur',
          unit: 'share',
          verdict: 'measured',
          values: { drift: 0.15 },
        },
      ],
    },
  ],
});

function ofPool(ground: Ground, pool: Pool, pockets: readonly Pocket[]): Finding {
  const { view } = ground;
  const own = new Set([pool.id, ...pool.pockets]);
  const flows = ground.ofKind(pool.kind).filter((one) => own.has(one.flow.from) && !own.has(one.flow.to));
  const paid = (id: Id | null): Sample =>
    flows
      .filter((one) => (pockets.some((pocket) => pocket.id === one.flow.from) ? one.flow.from : null) === id)
      .reduce<Sample>((total, one) => (one.amount === null ? total : plus(total, one.amount)), 0);
  const total = sum([...pockets.map((pocket) => paid(pocket.id)), paid(null)]);
  const intended = pockets.map((pocket) => readingOn(pocket.share, view.day)?.value ?? null);
  const known = !intended.includes(null) && shown(total) > 0 && kappaOf(flows) >= ENOUGH_KNOWN;
  const shares = intended.map((share) => share ?? 0);
  const rest = Math.max(0, 1 - shares.reduce((sum, share) => sum + share, 0));
  const actual = [...pockets.map((pocket) => over(paid(pocket.id), total)), over(paid(null), total)];
  const drift = known
    ? across(
        actual,
        (values) => values.reduce((sum, value, i) => sum + Math.abs(value - (shares[i] ?? rest)), 0) / 2,
      )
    : null;
  const side = drift === null ? 0 : sideOf(boundsOf(drift), DRIFTED + 1e-12);
  const moved = pockets.filter((_, i) => Math.abs(shown(actual[i] as Sample) - (shares[i] as number)) > 1e-9);
  return {
    analysis: 'pocket-drift',
    about: [pool.id],
    kind: pool.kind,
    unit: 'share',
    verdict: side === 0 ? 'cannot-tell' : side === 1 ? 'flagged' : 'measured',
    ...valuesOf({ drift }),
    evidence: [...idsOf(flows), ...(known ? moved : pockets).map((one) => one.id)].sort(),
    says: sayDrift(
      view,
      pool.id,
      pockets.map((one) => one.id),
      drift === null ? null : shown(drift),
    ),
    more: {
      intended: Object.fromEntries(pockets.map((pocket, i) => [pocket.id, intended[i] ?? null])),
      actual: Object.fromEntries(
        pockets.map((pocket, i) => [pocket.id, known ? tidy(shown(actual[i] as Sample)) : null]),
      ),
      notAllowed: notAllowed(flows, pockets),
      uncounted: idsOf(flows.filter((one) => one.amount === null)),
    },
  };
}

/** Payments from a pocket to something that it does not name among what it may be used for. */
function notAllowed(flows: readonly Counted[], pockets: readonly Pocket[]): Id[] {
  return flows
    .filter((one) => {
      const pocket = pockets.find((candidate) => candidate.id === one.flow.from);
      return pocket !== undefined && pocket.allowed.length > 0 && !pocket.allowed.includes(one.flow.to);
    })
    .map((one) => one.flow.id)
    .sort();
}
