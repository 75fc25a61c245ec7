/**
 * Who bears what, of one kind: the network around the givers, solved, with the sets of who reaches whom that stand even
 * where no amount is known. `who-bears`, `payer-beneficiary` and all that builds on full cost read this. Sets and amounts
 * are worked out when somebody first asks for them: not all need both.
 */
import type { Carried, Entering } from '#core/analyses/network/carried';
import { type Column, Columns, type Givers, GiversByNode } from '#core/analyses/network/columns';
import type { Ground } from '#core/analyses/network/ground';
import { grouped } from '#core/analyses/network/grouped';
import { type Input, inputsOf } from '#core/analyses/network/inputs';
import { movesOf } from '#core/analyses/network/moves';
import { Reach, type Reached } from '#core/analyses/network/reach';
import { type Basis, linksOf } from '#core/analyses/network/shares';
import { type Arrived, carry } from '#core/analyses/network/solve';
import { type Node, Wiring } from '#core/analyses/network/wiring';
import type { Id } from '#core/model/fact';
import type { Kind } from '#core/model/kind';
import { plus, type Sample, shown } from '#core/number/sample';

export class Row {
  readonly #trace: Trace;
  readonly #at: number;
  /** The giver. */
  readonly id: Id;
  readonly inputs: readonly Input[];
  /** All that is known to be given, a month (D·1). */
  readonly given: Sample;
  /** Everything that is given has a number. */
  readonly isCounted: boolean;
  /** What only appears in draws (a past that is drawn on if less came in than was written) is no row of its own. */
  readonly isShown: boolean;

  constructor(trace: Trace, at: number, id: Id, inputs: readonly Input[]) {
    this.#trace = trace;
    this.#at = at;
    this.id = id;
    this.inputs = inputs;
    this.given = inputs.reduce<Sample>((sum, { amount }) => (amount === null ? sum : plus(sum, amount)), 0);
    this.isCounted = inputs.every((input) => input.amount !== null);
    this.isShown = inputs.some((one) => one.amount === null || shown(one.amount) > 0 || one.fact !== null);
  }

  /** What passes nodes and where it ends. */
  get carried(): Carried {
    return this.#trace.arrived.rows[this.#at] as Carried;
  }

  /** Nodes and places that the giver reaches for sure, whatever the amounts. */
  get reaches(): Reached {
    return this.#trace.reached(this.#at, 'sure');
  }

  /** As `reaches`, with what may stay where flows are not known. */
  get mayReach(): Reached {
    return this.#trace.reached(this.#at, 'may');
  }
}

export class Trace {
  readonly kind: Kind | null;
  readonly basis: Basis;
  /** Sorted by id. */
  readonly rows: readonly Row[];
  readonly wiring: Wiring;
  readonly inputs: readonly Input[];
  /** Some activity here is said to be used otherwise than it is meant. */
  readonly usedOtherwise: boolean;
  /** Node ids that recorded flows of the kind touch. */
  readonly #touched: readonly Id[];
  #arrived: Arrived | null = null;
  #may: Reach | null = null;
  #sure: Reach | null = null;
  readonly #mayReach: (Reached | undefined)[] = [];
  readonly #surelyReach: (Reached | undefined)[] = [];
  #entered: Reached | null = null;
  #traps: readonly (readonly Id[])[] | null = null;
  #columns: Columns | null = null;
  #reaching: GiversByNode | null = null;

  constructor(ground: Ground, kind: Kind | null, basis: Basis) {
    this.kind = kind;
    this.basis = basis;
    this.inputs = inputsOf(ground, kind);
    this.#touched = movesOf(ground).nodesOf(kind?.id ?? null);
    const into = this.inputs.flatMap((one) => (one.to.isNode ? [one.to.id] : []));
    const nodes = discover(ground, kind, basis, [...into, ...this.#touched]);
    const straight = this.inputs.flatMap((one) => (one.to.isNode ? [] : [one.to.id]));
    this.wiring = new Wiring(nodes, straight);
    const groups = [...grouped(this.inputs, (one) => one.row)].sort(([a], [b]) => (a < b ? -1 : 1));
    this.rows = groups.map(([id, of], at) => new Row(this, at, id, of));
    this.usedOtherwise = nodes.some(
      (node) => Object.keys(ground.view.get('activities', node.id)?.usedBy ?? {}).length > 0,
    );
  }

  get nodes(): readonly Node[] {
    return this.wiring.nodes;
  }

  get indexOf(): ReadonlyMap<Id, number> {
    return this.wiring.indexOf;
  }

  get arrived(): Arrived {
    this.#arrived ??= carry(
      this.wiring,
      this.rows.map((row) => entering(row.inputs, this.wiring)),
    );
    return this.#arrived;
  }

  /** Share of what entered a large part that was still moving when solving ended; 0 where all was solved exactly. */
  get residual(): number {
    return this.arrived.residual;
  }

  reached(at: number, how: 'may' | 'sure'): Reached {
    const isSure = how === 'sure' && this.wiring.isAnyUnsure;
    const known = isSure ? this.#surelyReach : this.#mayReach;
    const before = known[at];
    if (before !== undefined) return before;
    const made = this.#reach(isSure).from((this.rows[at] as Row).inputs.map((input) => input.to));
    known[at] = made;
    return made;
  }

  #reach(isSure: boolean): Reach {
    if (isSure) {
      this.#sure ??= new Reach(this.wiring, true);
      return this.#sure;
    }
    this.#may ??= new Reach(this.wiring);
    return this.#may;
  }

  /** What any giver may reach. */
  get entered(): Reached {
    this.#entered ??= this.#reach(false).from(this.inputs.map((input) => input.to));
    return this.#entered;
  }

  /** What somebody reaches for sure. */
  get surelyEntered(): Reached {
    return this.#reach(this.wiring.isAnyUnsure).from(this.inputs.map((input) => input.to));
  }

  /** Closed sets that something enters, or in which flows of the kind go round. */
  get traps(): readonly (readonly Id[])[] {
    if (this.#traps !== null) return this.#traps;
    const ringing = new Set(this.#touched);
    this.#traps = this.wiring.traps.filter(
      (trap) =>
        trap.some((id) => this.entered.node(this.indexOf.get(id) as number)) ||
        trap.every((id) => ringing.has(id)),
    );
    return this.#traps;
  }

  /** What of each row passes a node; rows of which nothing known does are left out. */
  column(node: number): Column {
    this.#columns ??= new Columns(this.arrived.rows, this.nodes.length);
    return this.#columns.of(node);
  }

  /** The givers whose gifts may reach a node; nodes that the same reach share one list. */
  reaching(node: number): Givers {
    this.#reaching ??= new GiversByNode(this.rows, this.nodes.length);
    return this.#reaching.of(node);
  }
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
    trace = new Trace(ground, kind, basis);
    ofGround.set(key, trace);
  }
  return trace;
}

/** The trace by intention, and where something here is used otherwise than it is meant, the one by use. */
export function tracesOf(ground: Ground, kind: Kind | null): Trace[] {
  const meant = traceOf(ground, kind, 'intention');
  return meant.usedOtherwise ? [meant, traceOf(ground, kind, 'use')] : [meant];
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

/** What one giver puts where. A flow straight from a party to a party is its own final share. */
function entering(inputs: readonly Input[], wiring: Wiring): Entering {
  const nodes = new Map<number, Sample>();
  const places = new Map<number, Sample>();
  for (const { to, amount } of inputs) {
    if (amount === null) continue;
    const node = to.isNode ? wiring.indexOf.get(to.id) : undefined;
    const [into, index] = node === undefined ? [places, wiring.placeOf.get(to.id) as number] : [nodes, node];
    const before = into.get(index);
    into.set(index, before === undefined ? amount : plus(before, amount));
  }
  return {
    nodes: [...nodes.keys()],
    amounts: [...nodes.values()],
    places: [...places.keys()],
    ends: [...places.values()],
  };
}
