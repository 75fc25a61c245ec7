/**
 * The network of one kind, as `cycling` and `order` see it (end of the community file's contract): nodes are parties
 * inside, pools and activities; what comes from or goes to the outside crosses the boundary; each outside party is a
 * source row and a sink column of its own; a stock that rises counts as an export, one that falls as coming from the past.
 */
import type { RunOptions } from '#core/analyses/define';
import { type Ground, groundOf } from '#core/analyses/network/ground';
import type { View } from '#core/audience/view';
import { holdsOn, monthsBetween } from '#core/model/dates';
import type { Id } from '#core/model/fact';
import type { Kind } from '#core/model/kind';
import type { Pool } from '#core/model/things';
import type { Draws } from '#core/number/draws';
import type { Sample } from '#core/number/sample';

export interface Link {
  /** Number of a node, or -1 where it comes from outside. */
  readonly from: number;
  readonly to: number;
  /** Name of the source row and of the sink column. */
  readonly source: string;
  readonly sink: string;
  readonly amount: Sample;
}

export interface KindNetwork {
  readonly kind: Kind;
  /** Node number to id, sorted. */
  readonly nodes: readonly Id[];
  readonly links: readonly Link[];
  /** Flows of the kind that touch the network, sorted. */
  readonly evidence: readonly Id[];
  /** Quantified flows as a share of them; null where there are none. */
  readonly kappa: number | null;
}

const laid = new WeakMap<Ground, readonly KindNetwork[]>();

/** The networks of all kinds that flow, by kind id, laid out once for all who ask; relational kinds do not flow. */
export function kindNetworks(
  view: View,
  options: Pick<RunOptions, 'draws' | 'seed'>,
): readonly KindNetwork[] {
  const ground = groundOf(view, options);
  const before = laid.get(ground);
  if (before !== undefined) return before;
  const networks = layOut(view, ground.draws);
  laid.set(ground, networks);
  return networks;
}

function layOut(view: View, draws: Draws): KindNetwork[] {
  const ends = new Map<Id, End>();
  return view.kinds
    .filter((kind) => kind.law !== 'relational')
    .map((kind) => kindNetwork(view, kind, draws, ends))
    .filter((network) => network.evidence.length > 0)
    .sort((a, b) => (a.kind.id < b.kind.id ? -1 : 1));
}

interface End {
  readonly id: Id;
  readonly inside: boolean;
  /** A node is one row and column; an outside party is a source row and a sink column of its own. */
  readonly name: string;
}

/** A pocket is a part of its pool; a party inside, a pool and an activity are nodes; all else is outside. */
function endOf(view: View, id: Id): End {
  const thing = view.thing(id);
  const end = (own: Id, inside: boolean): End => ({
    id: own,
    inside,
    name: `${inside ? 'in' : 'out'}:${own}`,
  });
  if (thing === null) return end(id, false);
  if (thing.section === 'pockets') return end(thing.pool, true);
  if (thing.section === 'pools' || thing.section === 'activities') return end(id, true);
  return end(id, thing.section === 'parties' && thing.inside);
}

function kindNetwork(view: View, kind: Kind, draws: Draws, ends: Map<Id, End>): KindNetwork {
  const endAt = (id: Id): End => {
    let end = ends.get(id);
    if (end === undefined) {
      end = endOf(view, id);
      ends.set(id, end);
    }
    return end;
  };
  const flows = view.countedFlows
    .filter((flow) => flow.kind === kind.id)
    .map((flow) => ({ flow, from: endAt(flow.from), to: endAt(flow.to), rate: view.rate(flow) }))
    .filter(
      ({ flow, from, to }) => (from.inside || to.inside) && !(from.id === to.id && flow.from !== flow.to),
    );
  const known = flows.filter(({ rate }) => rate.is === 'known' || rate.is === 'none');
  const stocks = view.pools.filter((pool) => pool.kind === kind.id).flatMap((pool) => rise(view, pool));
  const ids = new Set(stocks.map((stock) => stock.pool));
  for (const { from, to } of known) for (const end of [from, to]) if (end.inside) ids.add(end.id);
  const nodes = [...ids].sort((a, b) => (a < b ? -1 : 1));
  const number = new Map(nodes.map((id, index) => [id, index]));
  const at = (end: End): number => (end.inside ? (number.get(end.id) ?? -1) : -1);
  const links = known.flatMap(({ flow, from, to, rate }): Link[] => {
    if (rate.is !== 'known') return [];
    const amount = draws.pert(flow.id, rate);
    return [{ from: at(from), to: at(to), source: from.name, sink: to.name, amount }];
  });
  for (const { pool, perMonth } of stocks) {
    const node = number.get(pool) ?? -1;
    if (perMonth > 0)
      links.push({ from: node, to: -1, source: `in:${pool}`, sink: `stock:${pool}`, amount: perMonth });
    if (perMonth < 0)
      links.push({ from: -1, to: node, source: `stock:${pool}`, sink: `in:${pool}`, amount: -perMonth });
  }
  return {
    kind,
    nodes,
    links,
    evidence: flows.map(({ flow }) => flow.id).sort(),
    kappa: flows.length === 0 ? null : known.length / flows.length,
  };
}

/** How fast a stock rises a month between two dated readings: around the day of the view, or the last ones before it. */
function rise(view: View, pool: Pool): { readonly pool: Id; readonly perMonth: number }[] {
  const readings = pool.stock
    .flatMap((reading) => {
      const day = reading.on?.first ?? null;
      return day === null || reading.amount.is !== 'known' ? [] : [{ day, amount: reading.amount.likely }];
    })
    .sort((a, b) => a.day - b.day);
  if (!holdsOn(pool.since, pool.until, view.day)) return [];
  const index = readings.findLastIndex((reading) => reading.day <= view.day);
  const before = readings[index];
  const after = readings[index + 1];
  const [from, to] = after === undefined ? [readings[index - 1], before] : [before, after];
  if (from === undefined || to === undefined || from.day === to.day) return [];
  return [{ pool: pool.id, perMonth: (to.amount - from.amount) / monthsBetween(from.day, to.day) }];
}

/** What the network looks like in one slot of its samples: sums of nodes and of boundary rows and columns. */
export interface Slot {
  /** Inflow and outflow of each node, with the boundary. */
  readonly inflow: Float64Array;
  readonly outflow: Float64Array;
  /** What comes in over the boundary at each node. */
  readonly imports: Float64Array;
}

export function slotOf(network: KindNetwork, amountOf: (link: Link) => number): Slot {
  const n = network.nodes.length;
  const inflow = new Float64Array(n);
  const outflow = new Float64Array(n);
  const imports = new Float64Array(n);
  for (const link of network.links) {
    const amount = amountOf(link);
    if (link.from >= 0) outflow[link.from]! += amount;
    if (link.to >= 0) inflow[link.to]! += amount;
    if (link.from < 0) imports[link.to]! += amount;
  }
  return { inflow, outflow, imports };
}

/** In less out, for the nodes where they differ by more than rounding. */
export function imbalance(network: KindNetwork, slot: Slot): Record<Id, number> {
  const gaps: Record<Id, number> = {};
  for (const [node, id] of network.nodes.entries()) {
    const gap = slot.inflow[node]! - slot.outflow[node]!;
    if (Math.abs(gap) > 1e-9 * Math.max(slot.inflow[node]!, slot.outflow[node]!)) gaps[id] = gap;
  }
  return gaps;
}
