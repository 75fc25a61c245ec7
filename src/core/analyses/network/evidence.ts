/** Which facts a traced result stands on, and how many of them carry a number. */
import type { Ground } from '#core/analyses/network/ground';
import type { Reached } from '#core/analyses/network/reach';
import type { Row, Trace } from '#core/analyses/network/trace';
import type { Id } from '#core/model/fact';
import { count, countBoth, has, join, members, put, same, wordsFor } from '#core/number/bits';

/** Results that stand on the same facts share one of these; the lists are made when somebody reads them. */
export class Standing {
  readonly #bits: Uint32Array;
  readonly #uncountedOfAll: Uint32Array;
  readonly #ids: readonly Id[];
  #evidence: readonly Id[] | null = null;
  #uncounted: readonly Id[] | null = null;
  /** How many facts, and how many of them carry no number. */
  readonly size: number;
  readonly missing: number;

  /** `ids` are all facts of a trace, sorted, `bits` those that are meant, `uncounted` all of the trace without a number. */
  constructor(ids: readonly Id[], bits: Uint32Array, uncounted: Uint32Array) {
    this.#ids = ids;
    this.#bits = bits;
    this.#uncountedOfAll = uncounted;
    this.size = count(bits);
    this.missing = countBoth(bits, uncounted);
  }

  /** Quantified ÷ all of them; 1 where there are none. */
  get kappa(): number {
    return this.size === 0 ? 1 : 1 - this.missing / this.size;
  }

  /** Ids of the flows (and, for wear, pools) on the way from the givers, sorted. */
  get evidence(): readonly Id[] {
    this.#evidence ??= members(this.#bits).map((rank) => this.#ids[rank] as Id);
    return this.#evidence;
  }

  /** Puts the facts, by their numbers, into a set of all facts of the same trace. */
  joinInto(bits: Uint32Array): void {
    join(bits, this.#bits);
  }

  /** Those without a number, sorted. */
  get uncounted(): readonly Id[] {
    this.#uncounted ??=
      this.missing === 0
        ? []
        : members(this.#bits)
            .filter((rank) => has(this.#uncountedOfAll, rank))
            .map((rank) => this.#ids[rank] as Id);
    return this.#uncounted;
  }
}

/** What the whole trace stands on, or what reaches one node and leaves it; or only what some of its givers stand on. */
export function standingOf(
  ground: Ground,
  trace: Trace,
  node: Id | null,
  rows: readonly Row[] = trace.rows,
): Standing {
  const facts = factsOf(ground, trace);
  return node === null ? facts.ofRows(rows) : facts.ofNode(node);
}

/** What any of several nodes stands on. */
export function standingOfAny(ground: Ground, trace: Trace, nodes: readonly Id[]): Standing {
  return factsOf(ground, trace).ofAny(nodes);
}

function factsOf(ground: Ground, trace: Trace): Facts {
  let facts = known.get(trace);
  if (facts === undefined) {
    facts = new Facts(ground, trace);
    known.set(trace, facts);
  }
  return facts;
}

const known = new WeakMap<Trace, Facts>();

/** The facts of one trace by number, in the order of their ids, so that sets of them are bits. */
class Facts {
  readonly #trace: Trace;
  readonly #ids: readonly Id[];
  readonly #rankOf: ReadonlyMap<Id, number>;
  /** The facts that carry no number. */
  readonly #uncounted: Uint32Array;
  /** What was told before, by a number made of its bits. */
  readonly #told = new Map<number, { readonly bits: Uint32Array; readonly standing: Standing }[]>();
  /** For each link the fact that it is, or −1. */
  readonly #ofLink: Int32Array;
  /** For each node the facts that put something into it. */
  readonly #into = new Map<number, number[]>();
  /** Nodes that some recorded flow leaves. */
  readonly #flowing: readonly number[];
  /** The links backwards: the nodes that lead to node i. */
  readonly #from: readonly (readonly number[])[];
  readonly #beyond = new Map<Reached, Uint32Array>();
  readonly #ofNode = new Map<Id, Standing>();
  #whole: Standing | null = null;

  constructor(ground: Ground, trace: Trace) {
    const { wiring, inputs } = trace;
    const counted = new Map<Id, boolean>();
    for (const { fact, amount } of inputs) {
      // Work whose pay leaves the gift unknown still has a number of its own.
      if (fact !== null) counted.set(fact, amount !== null || ground.counted.has(fact));
    }
    const links = wiring.nodes.flatMap((node) => node.links);
    for (const { flow, share } of links) if (flow !== null) counted.set(flow, share !== null);
    this.#trace = trace;
    this.#ids = [...counted.keys()].sort();
    this.#rankOf = new Map(this.#ids.map((id, rank) => [id, rank] as const));
    this.#uncounted = new Uint32Array(wordsFor(this.#ids.length));
    for (const [rank, id] of this.#ids.entries()) if (counted.get(id) !== true) put(this.#uncounted, rank);
    this.#ofLink = Int32Array.from(links, ({ flow }) => (flow === null ? -1 : this.#rank(flow)));
    this.#flowing = wiring.nodes.flatMap((node, index) =>
      node.links.some((link) => link.flow !== null) ? [index] : [],
    );
    for (const { to, fact } of inputs) {
      const node = to.isNode ? wiring.indexOf.get(to.id) : undefined;
      if (node === undefined || fact === null) continue;
      const into = this.#into.get(node);
      if (into === undefined) this.#into.set(node, [this.#rank(fact)]);
      else into.push(this.#rank(fact));
    }
    const from: number[][] = wiring.nodes.map(() => []);
    for (let node = 0; node < from.length; node++) {
      for (let link = wiring.first[node] as number; link < (wiring.first[node + 1] as number); link++) {
        const to = wiring.toNode[link] as number;
        if (to !== -1 && wiring.there[link] === 1) (from[to] as number[]).push(node);
      }
    }
    this.#from = from;
  }

  #rank(id: Id): number {
    return this.#rankOf.get(id) as number;
  }

  ofRows(rows: readonly Row[]): Standing {
    if (rows === this.#trace.rows) {
      this.#whole ??= this.#standing(rows, [this.#trace.entered]);
      return this.#whole;
    }
    return this.#standing(rows, new Set(rows.map((row) => row.mayReach)));
  }

  #standing(rows: readonly Row[], reached: Iterable<Reached>): Standing {
    const bits = new Uint32Array(wordsFor(this.#ids.length));
    for (const row of rows) for (const { fact } of row.inputs) if (fact !== null) put(bits, this.#rank(fact));
    for (const one of reached) join(bits, this.#leaving(one));
    return new Standing(this.#ids, bits, this.#uncounted);
  }

  /** The recorded flows that leave the nodes of a set. */
  #leaving(reached: Reached): Uint32Array {
    let bits = this.#beyond.get(reached);
    if (bits !== undefined) return bits;
    bits = new Uint32Array(wordsFor(this.#ids.length));
    const { first } = this.#trace.wiring;
    for (const node of this.#flowing) {
      if (!reached.node(node)) continue;
      for (let link = first[node] as number; link < (first[node + 1] as number); link++) {
        const fact = this.#ofLink[link] as number;
        if (fact !== -1) put(bits, fact);
      }
    }
    this.#beyond.set(reached, bits);
    return bits;
  }

  /** What reaches a node and leaves it. */
  ofNode(id: Id): Standing {
    let standing = this.#ofNode.get(id);
    if (standing === undefined) {
      const node = this.#trace.indexOf.get(id);
      const bits = new Uint32Array(wordsFor(this.#ids.length));
      if (node !== undefined) this.#gather(node, bits);
      standing = this.#tell(bits);
      this.#ofNode.set(id, standing);
    }
    return standing;
  }

  ofAny(nodes: readonly Id[]): Standing {
    const bits = new Uint32Array(wordsFor(this.#ids.length));
    for (const one of new Set(nodes.map((id) => this.ofNode(id)))) one.joinInto(bits);
    return this.#tell(bits);
  }

  #gather(node: number, bits: Uint32Array): void {
    const { first, toNode } = this.#trace.wiring;
    const upstream = this.#leadingTo(node);
    for (const index of upstream.nodes) {
      for (const fact of this.#into.get(index) ?? []) put(bits, fact);
      if (!this.#trace.entered.node(index)) continue;
      for (let link = first[index] as number; link < (first[index + 1] as number); link++) {
        const fact = this.#ofLink[link] as number;
        if (fact === -1) continue;
        const to = toNode[link] as number;
        if (index === node || (to !== -1 && has(upstream.bits, to))) put(bits, fact);
      }
    }
  }

  /** The node and all that leads to it. */
  #leadingTo(node: number): { readonly nodes: readonly number[]; readonly bits: Uint32Array } {
    const bits = new Uint32Array(wordsFor(this.#from.length));
    const nodes = [node];
    put(bits, node);
    for (const index of nodes) {
      for (const from of this.#from[index] as readonly number[]) {
        if (has(bits, from)) continue;
        put(bits, from);
        nodes.push(from);
      }
    }
    return { nodes, bits };
  }

  #tell(bits: Uint32Array): Standing {
    let hash = 0;
    for (let i = 0; i < bits.length; i++) hash = (Math.imul(hash, 31) + (bits[i] as number)) | 0;
    const alike = this.#told.get(hash) ?? [];
    const before = alike.find((one) => same(one.bits, bits));
    if (before !== undefined) return before.standing;
    const standing = new Standing(this.#ids, bits, this.#uncounted);
    this.#told.set(hash, [...alike, { bits, standing }]);
    return standing;
  }
}
