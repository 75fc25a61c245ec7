/**
 * Who bears what, of one kind: the network around the givers, solved, with the sets of who reaches whom that stand even
 * where no amount is known. `who-bears`, `payer-beneficiary` and all that builds on full cost read this.
 */
import type { Ground } from '#core/analyses/network/ground';
import { grouped } from '#core/analyses/network/grouped';
import { type Input, inputsOf } from '#core/analyses/network/inputs';
import { movesOf } from '#core/analyses/network/moves';
import { Reach, type Reached } from '#core/analyses/network/reach';
import { type Basis, linksOf } from '#core/analyses/network/shares';
import { type Carried, isThere, Network, type Node } from '#core/analyses/network/solve';
import type { Id } from '#core/model/fact';
import type { Kind } from '#core/model/kind';
import { plus, type Sample } from '#core/number/sample';

export interface Row {
  /** The giver. */
  readonly id: Id;
  readonly inputs: readonly Input[];
  /** All that is known to be given, a month (D·1). */
  readonly given: Sample;
  readonly carried: Carried;
  /** Nodes and places that the giver reaches for sure, whatever the amounts. */
  readonly reaches: Reached;
  /** As `reaches`, with what may stay where flows are not known. */
  readonly mayReach: Reached;
}

export interface Trace {
  readonly kind: Kind | null;
  readonly basis: Basis;
  /** Sorted by id. */
  readonly rows: readonly Row[];
  /** Ids of nodes, as the visits of rows are indexed. */
  readonly nodes: readonly Node[];
  readonly indexOf: ReadonlyMap<Id, number>;
  /** Closed sets that something enters, or in which flows of the kind go round. */
  readonly traps: readonly (readonly Id[])[];
  /** Some activity here is said to be used otherwise than it is meant. */
  readonly usedOtherwise: boolean;
  /** For each node by index, the indices of nodes that lead to it. */
  readonly linksInto: readonly (readonly number[])[];
  /** Share of what entered a large part that was still moving when solving ended; 0 where all was solved exactly. */
  readonly residual: number;
  /** What any giver may reach. */
  readonly entered: Reached;
  /** What is put into each node, by its index. */
  readonly inputsAt: ReadonlyMap<number, readonly Input[]>;
}

const known = new WeakMap<Ground, Map<string, Trace>>();

/** The trace of a kind (null: of the flows whose kind nobody named), worked out once for a run. */
export function traceOf(ground: Ground, kind: Kind | null, basis: Basis): Trace {
  let ofGround = known.get(ground);
  if (ofGround === undefined) {
    ofGround = new Map();
    known.set(ground, ofGround);
  }
  const key = `${basis} ${kind?.id ?? ''}`;
  let trace = ofGround.get(key);
  if (trace === undefined) {
    trace = work(ground, kind, basis);
    ofGround.set(key, trace);
  }
  return trace;
}

function work(ground: Ground, kind: Kind | null, basis: Basis): Trace {
  const inputs = inputsOf(ground, kind);
  const touched = movesOf(ground).nodesOf(kind?.id ?? null);
  const nodes = discover(ground, kind, basis, [
    ...inputs.filter((one) => one.to.isNode).map((one) => one.to.id),
    ...touched,
  ]);
  const indexOf = new Map(nodes.map((node, index) => [node.id, index] as const));
  const network = new Network(nodes, indexOf);
  const groups = [...grouped(inputs, (one) => one.row)].sort(([a], [b]) => (a < b ? -1 : 1));
  const enters = groups.map(([, of]) => entering(of, indexOf, nodes.length));
  const carried = network.carry(enters.map((one) => one.byNode));
  const starts = inputs.map((input) => input.to);
  const may = new Reach(nodes, network, indexOf, starts);
  const isAnyUnsure = nodes.some((node) => node.links.some((link) => link.unsure));
  const sure = isAnyUnsure ? new Reach(nodes, network, indexOf, starts, (link) => !link.unsure) : may;
  const rows = groups.map(([id, of], index): Row => {
    const row = carried[index] as Carried;
    for (const [place, amount] of (enters[index] as Entering).direct)
      row.places.set(place, addTo(row.places.get(place), amount));
    const starts = of.map((input) => input.to);
    const reaches = sure.from(starts);
    const mayReach = may === sure ? reaches : may.from(starts);
    return { id, inputs: of, given: (enters[index] as Entering).given, carried: row, reaches, mayReach };
  });
  const entered = may.from(starts);
  const ringing = new Set(touched);
  return {
    kind,
    basis,
    rows,
    nodes,
    indexOf,
    traps: network.traps.filter(
      (trap) =>
        trap.some((id) => entered.node(indexOf.get(id) as number)) || trap.every((id) => ringing.has(id)),
    ),
    usedOtherwise: nodes.some(
      (node) => Object.keys(ground.view.get('activities', node.id)?.usedBy ?? {}).length > 0,
    ),
    linksInto: intoEach(nodes, indexOf),
    residual: network.residual,
    entered,
    inputsAt: grouped(
      inputs.filter((input) => input.to.isNode),
      (input) => indexOf.get(input.to.id) as number,
    ),
  };
}

/** The nodes that can be reached from some, with their links. */
function discover(ground: Ground, kind: Kind | null, basis: Basis, from: readonly Id[]): Node[] {
  const found = new Map<Id, Node>();
  const waiting = [...new Set(from)];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    const links = linksOf(ground, id, kind?.id ?? null, basis);
    found.set(id, { id, links });
    for (const link of links) if (link.to.isNode) waiting.push(link.to.id);
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

interface Entering {
  readonly byNode: (Sample | undefined)[];
  readonly direct: Map<Id, Sample>;
  readonly given: Sample;
}

function addTo(before: Sample | undefined, more: Sample): Sample {
  return before === undefined ? more : plus(before, more);
}

/** What one giver puts where. A flow straight from a party to a party is its own final share. */
function entering(inputs: readonly Input[], indexOf: ReadonlyMap<Id, number>, count: number): Entering {
  const byNode: (Sample | undefined)[] = new Array(count).fill(undefined);
  const direct = new Map<Id, Sample>();
  let given: Sample = 0;
  for (const input of inputs) {
    if (input.amount === null) continue;
    given = plus(given, input.amount);
    const index = input.to.isNode ? indexOf.get(input.to.id) : undefined;
    if (index === undefined) direct.set(input.to.id, addTo(direct.get(input.to.id), input.amount));
    else byNode[index] = addTo(byNode[index], input.amount);
  }
  return { byNode, direct, given };
}

function intoEach(nodes: readonly Node[], indexOf: ReadonlyMap<Id, number>): number[][] {
  const into: number[][] = nodes.map(() => []);
  nodes.forEach((node, from) => {
    for (const link of node.links) {
      if (link.to.isNode && isThere(link)) (into[indexOf.get(link.to.id) as number] as number[]).push(from);
    }
  });
  return into;
}
