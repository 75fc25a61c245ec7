/**
 * Income and full cost of each activity that serves people, in one kind of money: the ground of `cross-subsidy`. An activity
 * that only serves other activities is part of their cost. A basket that holds several activities stands for them all.
 */

import { standingOf, standingOfAny } from '#core/analyses/network/evidence';
import type { Counted, Ground } from '#core/analyses/network/ground';
import { grouped } from '#core/analyses/network/grouped';
import { arrival, targetOf } from '#core/analyses/network/moves';
import { type Trace, traceOf } from '#core/analyses/network/trace';
import { isThere } from '#core/analyses/network/wiring';
import type { Id } from '#core/model/fact';
import type { Kind } from '#core/model/kind';
import { addProducts, plus, type Sample } from '#core/number/sample';

export interface Entry {
  readonly id: Id;
  readonly income: Sample;
  readonly cost: Sample;
  /** Every flow of it has a number. */
  readonly known: boolean;
}

export interface Ledger {
  /** Sorted by id. */
  readonly entries: readonly Entry[];
  /** Income that nobody tied to an activity; null where there is none. */
  readonly undirected: Entry | null;
  readonly evidence: readonly Id[];
  readonly uncounted: readonly Id[];
  readonly kappa: number;
  /** Those of whose income or cost something is not counted. */
  readonly uncertain: ReadonlySet<Id>;
}

const UNDIRECTED = 'undirected';

export function ledgerOf(ground: Ground, kind: Kind): Ledger {
  const trace = traceOf(ground, kind, 'intention');
  const holders = holdersOf(ground);
  const incomes = new Map<Id, Counted[]>();
  for (const one of ground.ofKind(kind.id)) {
    const holder = incomeOf(ground, one, holders);
    if (holder === null) continue;
    const others = incomes.get(holder);
    if (others === undefined) incomes.set(holder, [one]);
    else others.push(one);
  }
  const facts = new Map<Id, boolean>();
  const uncertain = new Set<Id>();
  const held = grouped([...holders], ([, holder]) => holder);
  const traced = standingOfAny(ground, trace, [...holders.keys()]);
  for (const fact of traced.evidence) facts.set(fact, true);
  for (const fact of traced.uncounted) facts.set(fact, false);
  const entries = [...held.keys()].sort().map((id): Entry => {
    const activities = (held.get(id) ?? []).map(([activity]) => activity);
    const standings = activities.map((activity) => standingOf(ground, trace, activity));
    const earned = incomes.get(id) ?? [];
    for (const one of earned) facts.set(one.flow.id, one.amount !== null);
    const known = earned.every((one) => one.amount !== null) && standings.every((one) => one.missing === 0);
    if (!known) uncertain.add(id);
    return {
      id,
      income: total(earned),
      cost: sumOf(activities.map((activity) => costOf(ground, trace, activity))),
      known,
    };
  });
  const loose = incomes.get(UNDIRECTED) ?? [];
  for (const one of loose) facts.set(one.flow.id, one.amount !== null);
  if (loose.some((one) => one.amount === null)) uncertain.add(UNDIRECTED);
  const evidence = [...facts.keys()].sort();
  const uncounted = evidence.filter((id) => facts.get(id) === false);
  return {
    entries,
    undirected:
      loose.length === 0
        ? null
        : { id: UNDIRECTED, income: total(loose), cost: 0, known: !uncertain.has(UNDIRECTED) },
    evidence,
    uncounted,
    kappa: evidence.length === 0 ? 1 : 1 - uncounted.length / evidence.length,
    uncertain,
  };
}

/** Each activity that serves a party, and the basket of several that holds it, or itself. */
function holdersOf(ground: Ground): Map<Id, Id> {
  const holders = new Map<Id, Id>();
  for (const activity of ground.view.activities) {
    const served = Object.keys(activity.for).map((id) => targetOf(ground.view, id));
    if (!served.some((target) => !target.isNode && target.id !== 'loss')) continue;
    const basket = ground.view.baskets.find(
      (one) => one.includes.length > 1 && one.includes.includes(activity.id),
    );
    holders.set(activity.id, basket?.id ?? activity.id);
  }
  return holders;
}

/** Whose income a flow is: what it says it is earned by, its basket, or the activity it goes to; null where it is no income. */
function incomeOf(ground: Ground, one: Counted, holders: ReadonlyMap<Id, Id>): Id | null {
  const { flow } = one;
  if (flow.for !== null) return holders.get(flow.for) ?? UNDIRECTED;
  const basket = ground.view.baskets.find((candidate) => candidate.income.includes(flow.id));
  if (basket !== undefined) {
    const [only] = basket.includes;
    return (
      (basket.includes.length === 1 ? holders.get(only as Id) : undefined) ??
      firstHeld(basket.includes, holders) ??
      UNDIRECTED
    );
  }
  if (targetOf(ground.view, flow.from).isNode) return null;
  const to = arrival(ground.view, one);
  if (!to.isNode) return null;
  return holders.get(to.id) ?? UNDIRECTED;
}

function firstHeld(activities: readonly Id[], holders: ReadonlyMap<Id, Id>): Id | null {
  for (const activity of activities) {
    const holder = holders.get(activity);
    if (holder !== undefined) return holder;
  }
  return null;
}

function total(flows: readonly Counted[]): Sample {
  return flows.reduce<Sample>((sum, one) => (one.amount === null ? sum : plus(sum, one.amount)), 0);
}

function sumOf(samples: readonly Sample[]): Sample {
  return samples.reduce<Sample>((sum, one) => plus(sum, one), 0);
}

/** What of the kind passes the activity to those it serves; what goes on to other activities is their cost. */
function costOf(ground: Ground, trace: Trace, activity: Id): Sample {
  const index = trace.indexOf.get(activity);
  if (index === undefined) return 0;
  const { visits } = trace.column(index);
  let cost: Sample | undefined;
  for (const link of trace.nodes[index]?.links ?? []) {
    const isFinal = !link.to.isNode || ground.view.get('activities', link.to.id) === null;
    if (!isFinal || link.share === null || !isThere(link) || link.flow !== null) continue;
    cost = addProducts(cost, visits, link.share);
  }
  return cost ?? 0;
}
