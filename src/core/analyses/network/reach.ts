/**
 * Who reaches what, whatever the amounts: for every node of a network the nodes and places that lie beyond it, as bits. Worked
 * out once for each part that goes round, from the ends backwards, so that large communities stay cheap.
 */
import type { Wiring } from '#core/analyses/network/wiring';
import type { Id } from '#core/model/fact';
import { has, join, members, put, wordsFor } from '#core/number/bits';
import { componentsAlong } from '#core/number/components';

/** What one giver reaches. Givers who reach the same share one of these. */
export class Reached {
  /** Nodes by their index, then places. */
  readonly bits: Uint32Array;
  readonly #wiring: Wiring;
  #nodes: readonly number[] | null = null;
  #places: readonly Id[] | null = null;

  constructor(bits: Uint32Array, wiring: Wiring) {
    this.bits = bits;
    this.#wiring = wiring;
  }

  /** Whether the node of that index is reached. */
  node(index: number): boolean {
    return has(this.bits, index);
  }

  /** Whether the place of that index is reached. */
  place(index: number): boolean {
    return has(this.bits, this.#wiring.nodes.length + index);
  }

  /** Indices of the nodes reached, rising. */
  nodes(): readonly number[] {
    this.#nodes ??= members(this.bits, 0, this.#wiring.nodes.length);
    return this.#nodes;
  }

  /** Ids of the places reached, sorted; what stays at a node has the node's id. */
  places(): readonly Id[] {
    const { nodes, places } = this.#wiring;
    const count = nodes.length;
    this.#places ??= members(this.bits, count, count + places.length).map(
      (index) => places[index - count] as Id,
    );
    return this.#places;
  }
}

export interface Start {
  readonly id: Id;
  readonly isNode: boolean;
}

/** Answers what is reached from some starts. */
export class Reach {
  readonly #wiring: Wiring;
  /** For each node the number of its part. */
  readonly #partOf: Int32Array;
  /** For each part the nodes and places in it and beyond it. */
  readonly #beyond: readonly Uint32Array[];
  readonly #known = new Map<string, Reached>();

  /** Over the links that carry something, or with `onlySure` over those that do so in any case. */
  constructor(wiring: Wiring, onlySure = false) {
    this.#wiring = wiring;
    const { nodes, first, toNode, toPlace, trapPlace } = wiring;
    const follows = onlySure ? wiring.sure : wiring.there;
    const parts = onlySure ? componentsAlong(first, toNode, follows) : wiring.parts;
    const words = wordsFor(nodes.length + wiring.places.length);
    this.#partOf = new Int32Array(nodes.length);
    parts.forEach((part, at) => {
      for (const node of part) this.#partOf[node] = at;
    });
    const beyond = new Array<Uint32Array>(parts.length);
    for (let at = parts.length - 1; at >= 0; at--) {
      const bits = new Uint32Array(words);
      for (const node of parts[at] as readonly number[]) {
        put(bits, node);
        const trap = trapPlace[node] as number;
        if (trap !== -1) put(bits, nodes.length + trap);
        for (let link = first[node] as number; link < (first[node + 1] as number); link++) {
          if (follows[link] === 0) continue;
          const to = toNode[link] as number;
          if (to === -1) put(bits, nodes.length + (toPlace[link] as number));
          else if (this.#partOf[to] !== at) join(bits, beyond[this.#partOf[to] as number] as Uint32Array);
        }
      }
      beyond[at] = bits;
    }
    this.#beyond = beyond;
  }

  from(starts: readonly Start[]): Reached {
    const { nodes, indexOf, placeOf } = this.#wiring;
    const parts = new Set<number>();
    const places = new Set<number>();
    for (const start of starts) {
      const node = start.isNode ? indexOf.get(start.id) : undefined;
      if (node === undefined) places.add(placeOf.get(start.id) as number);
      else parts.add(this.#partOf[node] as number);
    }
    const key = `${[...parts].sort()} ${[...places].sort()}`;
    let reached = this.#known.get(key);
    if (reached === undefined) {
      const bits = new Uint32Array(wordsFor(nodes.length + this.#wiring.places.length));
      for (const part of parts) join(bits, this.#beyond[part] as Uint32Array);
      for (const place of places) put(bits, nodes.length + place);
      reached = new Reached(bits, this.#wiring);
      this.#known.set(key, reached);
    }
    return reached;
  }
}
