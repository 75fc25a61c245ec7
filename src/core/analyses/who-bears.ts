/**
 * A3, the core: who bears what is called free. Follows everything that is given through pools, pockets and activities to
 * where it ends, one kind at a time, and loses nothing on the way. Names bearers even where no amount is known. It never
 * adds kinds together and never says whether bearing is fair.
 */
import { defineAnalysis, type RunOptions } from '#core/analyses/define';
import { A3_COMMUNITY, ALLOTMENT, PAID_WORK, RECIPROCAL } from '#core/analyses/examples/tracing';
import type { Finding } from '#core/analyses/finding';
import { type Bearing, bearingOf, bearingOfAll } from '#core/analyses/network/bearing';
import { type Standing, standingOf } from '#core/analyses/network/evidence';
import { type Borne, fourFrees } from '#core/analyses/network/four-frees';
import { type Ground, groundOf } from '#core/analyses/network/ground';
import { paidWork } from '#core/analyses/network/pay';
import { type Trace, tracesOf } from '#core/analyses/network/trace';
import { sayWhoBears } from '#core/analyses/says/who-bears';
import { ENOUGH_KNOWN } from '#core/analyses/thresholds';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { shown } from '#core/number/sample';
import { tidy } from '#core/number/tidy';

export const whoBears = defineAnalysis({
  id: 'who-bears',
  title: 'Who bears “free”',
  asks: 'Who carries what is offered here, and whom does it reach, each resource on its own?',
  formula: 'N = (I − S)⁻¹;  Π = D · N · T;  and always Π · 1 = D · 1',
  symbols: {
    D: 'what each giver puts into each pool, pocket or activity, a month',
    S: 'share of what passes one node that goes on to another node',
    T: 'share of what passes a node that ends with a beneficiary, stays as a reserve, or is lost',
    Π: 'what each giver bears for each final place, a month',
    φ: 'share of paid work that the pay covers, min(1, m / (h ρ)); only the rest is the worker’s gift',
  },
  unit: 'unit of the kind a month',
  readAs:
    'A row is a giver, a column is where what was given ends. For one free thing, the columns are those it serves directly. ' +
    'Drawing on reserves is borne by “past”, wear that is not renewed by “future”. There is no good or bad value: the vector is the finding.',
  blindTo:
    'What giving costs a giver, what a gift is worth to whoever receives it, and ties that no flow describes. Everything that ' +
    'enters a node is taken to mix there in proportion.',
  dataPoor:
    'Where no amount is known it still says who reaches whom: 1 for a way that is there, empty otherwise. Where some are known, ' +
    'they are followed; empty cells are borne and not counted, and below three fifths counted it says “cannot tell” beside the matrix.',
  sources: [
    'Flow tracing by proportional sharing: Bialek 1996; Wang, Grebogi, Baptista 2016',
    'Reciprocal cost allocation: University of Regina, Management Accounting 1, reciprocal method',
    'The four kinds of free: Anderson 2009',
  ],
  run: (view, options) => bear(view, options),
  examples: [ALLOTMENT, A3_COMMUNITY, PAID_WORK, RECIPROCAL],
});

function bear(view: View, options: RunOptions): Finding[] {
  const ground = groundOf(view, options);
  const findings: Finding[] = [];
  for (const kind of [...ground.kinds, null]) {
    for (const trace of tracesOf(ground, kind)) {
      if (trace.rows.length === 0 && trace.traps.length === 0) continue;
      findings.push(finding(ground, trace, null));
      for (const activity of view.activities) {
        if (activity.price !== 'free') continue;
        const one = finding(ground, trace, activity.id);
        if ((one.matrix?.rows.length ?? 0) > 0) findings.push(one);
      }
    }
  }
  return findings;
}

function finding(ground: Ground, trace: Trace, thing: Id | null): Finding {
  const found = thing === null ? bearingOfAll(trace) : bearingOf(trace, thing);
  const standing = standingOf(ground, trace, thing);
  const traps = trace.traps.filter((trap) => thing === null || trap.includes(thing));
  const verdict = verdictOf(found, standing, traps);
  const said: Finding = {
    analysis: 'who-bears',
    about: thing === null ? [] : [thing],
    ...(trace.kind === null ? {} : { kind: trace.kind.id, unit: ground.view.unitPerMonth(trace.kind.id) }),
    verdict,
    basis: trace.basis,
    matrix: verdict === 'reach' ? found.reach() : found.matrix,
    ...(traps.length === 0 ? {} : { traps }),
    get evidence() {
      return standing.evidence;
    },
    more: {
      ...moreOf(ground, trace, found, standing, verdict),
      ...(thing === null ? {} : freeOf(ground, trace, found)),
    },
  };
  // Assigned, not spread: the evidence is listed when somebody reads it.
  return Object.assign(said, { says: sayWhoBears(ground.view, said) });
}

/**
 * Nothing known: who reaches whom. A closed set that keeps what enters it is told before all else. With some known, the
 * known is traced, and said to be too little to tell where less than three fifths of the flows it stands on are counted.
 */
function verdictOf(found: Bearing, standing: Standing, traps: readonly unknown[]): string {
  if (!found.anyKnown && found.isOpen) return 'reach';
  if (traps.length > 0) return 'trap';
  return standing.kappa < ENOUGH_KNOWN ? 'cannot-tell' : 'traced';
}

function reachOf(found: Bearing): Borne {
  const { rows, cols, cells } = found.reach();
  return { rows, cols, isBorne: (row, col) => cells[row]?.[col] !== 0 };
}

/** Which of the four kinds of free is at work, for a thing that is offered. */
function freeOf(ground: Ground, trace: Trace, found: Bearing): Record<string, unknown> {
  const free = fourFrees(ground.view, trace.kind?.id ?? null, found.anyKnown ? found : reachOf(found));
  return free.length === 0 ? {} : { free };
}

function moreOf(
  ground: Ground,
  trace: Trace,
  found: Bearing,
  standing: Standing,
  verdict: string,
): Record<string, unknown> {
  const pays = [...paidWork(ground).values()];
  const stands = new Set(pays.length === 0 ? [] : standing.evidence);
  const paid = pays.filter((one) => stands.has(one.work));
  const gifts = paid.map(({ gift, ...rest }) => ({
    ...rest,
    gift: gift === null ? null : tidy(shown(gift)),
  }));
  return {
    kappa: standing.kappa,
    draws: ground.draws.count,
    ...(trace.residual > 0 ? { residual: trace.residual } : {}),
    ...(found.anyKnown ? { takes: tidy(found.takes) } : {}),
    ...(standing.missing > 0 ? { uncounted: standing.uncounted } : {}),
    ...(gifts.length > 0 ? { phi: Object.fromEntries(gifts.map((one) => [one.work, one.phi])) } : {}),
    ...(gifts.length > 0 && trace.kind !== null
      ? { paid: gifts.sort((a, b) => (a.work < b.work ? -1 : 1)) }
      : {}),
    ...(verdict !== 'reach' && standing.missing > 0 ? { reach: found.reach() } : {}),
  };
}
