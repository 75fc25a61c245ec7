/**
 * Where flows really begin and end. Pools, pockets that are legal or agreed, and activities are nodes, which pass things on;
 * parties, the boundary and loss are places, where things end. Softer pockets mix with their pool. Money paid to a party for
 * work, or for a need, is carried on to the activity which that work serves (settled readings 9 and 12).
 */
import type { Counted, Ground } from '#core/analyses/network/ground';
import { grouped } from '#core/analyses/network/grouped';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { excess, type Sample, shown, sum } from '#core/number/sample';

/** Where something arrives: a node that passes it on, or a place where it ends. */
export interface Target {
  readonly id: Id;
  readonly isNode: boolean;
}

export interface Move {
  /** Null: what a pocket takes from its pool, which nobody writes down. */
  readonly flow: Id | null;
  readonly from: Target;
  readonly to: Target;
  readonly amount: Sample | null;
}

/** What enters and leaves a node of one kind. Sums are over the known; the flags say that something is not known. */
export interface Through {
  readonly ins: readonly Move[];
  readonly outs: readonly Move[];
  readonly inflow: Sample;
  readonly outflow: Sample;
  readonly unclearIn: boolean;
  readonly unclearOut: boolean;
}

export interface Moves {
  readonly ofKind: (kind: Id | null) => readonly Move[];
  /** Node ids that recorded flows of the kind touch. */
  readonly nodesOf: (kind: Id | null) => readonly Id[];
  readonly through: (node: Id, kind: Id | null) => Through;
}

const targets = new WeakMap<View, Map<Id, Target>>();

/** What an id is as an end: pockets that only exist in a head are their pool. Each is looked up once. */
export function targetOf(view: View, id: Id): Target {
  let ofView = targets.get(view);
  if (ofView === undefined) {
    ofView = new Map();
    targets.set(view, ofView);
  }
  let target = ofView.get(id);
  if (target === undefined) {
    target = lookUp(view, id);
    ofView.set(id, target);
  }
  return target;
}

function lookUp(view: View, id: Id): Target {
  const thing = view.thing(id);
  if (thing?.section === 'pockets') {
    const apart = thing.softness === 'legal' || thing.softness === 'agreed';
    return { id: apart ? id : thing.pool, isNode: true };
  }
  return { id, isNode: thing?.section === 'pools' || thing?.section === 'activities' };
}

/** Where a counted flow arrives in the end: its `to`, or for money the activity which the paid work serves. */
export function arrival(view: View, one: Counted): Target {
  const target = targetOf(view, one.flow.to);
  if (target.isNode || one.kind === null || view.kind(one.kind)?.law !== 'conserved') return target;
  if (one.flow.compensates !== null) {
    const work = view.get('flows', one.flow.compensates);
    if (work !== null) {
      const served = targetOf(view, work.to);
      return served.isNode || work.fulfils === null ? served : (activityOfNeed(view, work.fulfils) ?? served);
    }
  }
  return one.flow.fulfils === null ? target : (activityOfNeed(view, one.flow.fulfils) ?? target);
}

function activityOfNeed(view: View, need: Id): Target | null {
  const activity = view.get('needs', need)?.activity;
  return activity === undefined ? null : { id: activity, isNode: true };
}

const EMPTY: Through = { ins: [], outs: [], inflow: 0, outflow: 0, unclearIn: false, unclearOut: false };
const known = new WeakMap<Ground, Moves>();

/** The moves of a run, worked out once. */
export function movesOf(ground: Ground): Moves {
  const before = known.get(ground);
  if (before !== undefined) return before;
  const made = workOut(ground);
  known.set(ground, made);
  return made;
}

function workOut(ground: Ground): Moves {
  const { view } = ground;
  const byKind = new Map<Id | null, Move[]>();
  for (const one of ground.flows) {
    const from = targetOf(view, one.flow.from);
    const to = arrival(view, one);
    // What stays within a node (from a pool to a soft pocket of its own, from an activity to its own helpers) moves nothing.
    if (from.isNode && to.isNode && from.id === to.id) continue;
    const move: Move = { flow: one.flow.id, from, to, amount: one.amount };
    const ofKind = byKind.get(one.kind);
    if (ofKind === undefined) byKind.set(one.kind, [move]);
    else ofKind.push(move);
  }
  for (const kind of ground.kinds) topUpPockets(view, kind.id, byKind);
  const tables = new Map([...byKind].map(([kind, moves]) => [kind, tabulate(moves)] as const));
  return {
    ofKind: (kind) => byKind.get(kind) ?? [],
    nodesOf: (kind) => [...(tables.get(kind)?.keys() ?? [])],
    through: (node, kind) => tables.get(kind)?.get(node) ?? EMPTY,
  };
}

/** A pocket that is a node of its own takes from its pool what it spends beyond what came to it directly (reading 12). */
function topUpPockets(view: View, kind: Id, byKind: Map<Id | null, Move[]>): void {
  const moves = byKind.get(kind);
  if (moves === undefined) return;
  const table = tabulate(moves);
  for (const [id, through] of table) {
    const pocket = view.get('pockets', id);
    if (pocket === null || view.get('pools', pocket.pool)?.kind !== kind) continue;
    const amount = excess(through.outflow, through.inflow);
    const unclear = through.unclearIn || through.unclearOut;
    if (shown(amount) === 0 && typeof amount === 'number' && !unclear) continue;
    const topUp = unclear && shown(amount) === 0 ? null : amount;
    moves.push({
      flow: null,
      from: { id: pocket.pool, isNode: true },
      to: { id, isNode: true },
      amount: topUp,
    });
  }
}

function tabulate(moves: readonly Move[]): Map<Id, Through> {
  const ins = grouped(
    moves.filter((move) => move.to.isNode),
    (move) => move.to.id,
  );
  const outs = grouped(
    moves.filter((move) => move.from.isNode),
    (move) => move.from.id,
  );
  const table = new Map<Id, Through>();
  for (const id of new Set([...ins.keys(), ...outs.keys()])) {
    table.set(id, throughOf(ins.get(id) ?? [], outs.get(id) ?? []));
  }
  return table;
}

function throughOf(ins: readonly Move[], outs: readonly Move[]): Through {
  const amounts = (moves: readonly Move[]): Sample[] =>
    moves.flatMap((move) => (move.amount === null ? [] : [move.amount]));
  return {
    ins,
    outs,
    inflow: sum(amounts(ins)),
    outflow: sum(amounts(outs)),
    unclearIn: ins.some((move) => move.amount === null),
    unclearOut: outs.some((move) => move.amount === null),
  };
}
