/**
 * Who reaches what, whatever the amounts: for every node of a network the nodes and places that lie beyond it, as bits. Worked
 * out once for each part that goes round, from the ends backwards, so that large communities stay cheap.
 */
import type { Link } from '#core/analyses/network/shares';
import { isThere, type Network, type Node } from '#core/analyses/network/solve';
import type { Id } from '#core/model/fact';
import { components } from '#core/number/components';

/** What one giver reaches. */
export class Reached {
  readonly #bits: Uint32Array;
  readonly #placeIds: readonly Id[];
  readonly #nodeCount: number;

  constructor(bits: Uint32Array, placeIds: readonly Id[], nodeCount: number) {
    this.#bits = bits;
    this.#placeIds = placeIds;
    this.#nodeCount = nodeCount;
  }

  /** Whether the node of that index is reached. */
  node(index: number): boolean {
    return ((this.#bits[index >>> 5] as number) & (1 << (index & 31))) !== 0;
  }

  /** Indices of the nodes reached, rising. */
  nodes(): number[] {
    return this.#indices().filter((index) => index < this.#nodeCount);
  }

  /** Ids of the places reached, in the order in which they were first met; what stays at a node has the node's id. */
  places(): Id[] {
    return this.#indices()
      .filter((index) => index >= this.#nodeCount)
      .map((index) => this.#placeIds[index - this.#nodeCount] as Id);
  }

  #indices(): number[] {
    const found: number[] = [];
    this.#bits.forEach((word, at) => {
      for (let left = word; left !== 0; left &= left - 1) found.push(at * 32 + 31 - Math.clz32(left & -left));
    });
    return found;
  }
}

export interface Start {
  readonly id: Id;
  readonly isNode: boolean;
}

/** Answers what is reached from some starts. */
export class Reach {
  readonly #indexOf: ReadonlyMap<Id, number>;
  readonly #places = new Map<Id, number>();
  readonly #placeIds: Id[] = [];
  readonly #nodeCount: number;
  readonly #beyond: Uint32Array[];

  /**
   * Over the links that `follows` says, or over all that carry something. `starts` are all places that may be asked for
   * besides those that links lead to.
   */
  constructor(
    nodes: readonly Node[],
    network: Network,
    indexOf: ReadonlyMap<Id, number>,
    starts: readonly Start[],
    follows?: (link: Link) => boolean,
  ) {
    this.#indexOf = indexOf;
    this.#nodeCount = nodes.length;
    const counts = (link: Link): boolean => isThere(link) && (follows === undefined || follows(link));
    for (const { links } of nodes)
      for (const link of links) if (!link.to.isNode && counts(link)) this.#placeAt(link.to.id);
    for (const start of starts) if (!start.isNode) this.#placeAt(start.id);
    const { targets, traps } = network;
    const trapOf = new Map(
      traps.flatMap((trap) => trap.map((id) => [id, this.#placeAt(`trap:${trap[0]}`)] as const)),
    );
    const parts =
      follows === undefined
        ? network.parts
        : components(
            nodes.map(({ links }, index) =>
              (targets[index] as readonly number[]).filter(
                (to, at) => to !== -1 && counts(links[at] as Link),
              ),
            ),
          );
    this.#beyond = new Array<Uint32Array>(nodes.length);
    for (const part of [...parts].reverse()) {
      const bits = this.#empty();
      for (const index of part) {
        const { id, links } = nodes[index] as Node;
        const trap = trapOf.get(id);
        set(bits, index);
        if (trap !== undefined) set(bits, trap);
        links.forEach((link, at) => {
          const to = targets[index]?.[at] as number;
          if (!counts(link)) return;
          if (to === -1) set(bits, this.#placeAt(link.to.id));
          else join(bits, this.#beyond[to]);
        });
      }
      for (const index of part) this.#beyond[index] = bits;
    }
  }

  #placeAt(id: Id): number {
    let index = this.#places.get(id);
    if (index === undefined) {
      index = this.#nodeCount + this.#places.size;
      this.#places.set(id, index);
      this.#placeIds.push(id);
    }
    return index;
  }

  #empty(): Uint32Array {
    return new Uint32Array((this.#nodeCount + this.#places.size + 31) >>> 5);
  }

  from(starts: readonly Start[]): Reached {
    const bits = this.#empty();
    for (const start of starts) {
      const node = start.isNode ? this.#indexOf.get(start.id) : undefined;
      if (node !== undefined) join(bits, this.#beyond[node]);
      else set(bits, this.#placeAt(start.id));
    }
    return new Reached(bits, this.#placeIds, this.#nodeCount);
  }
}

function set(bits: Uint32Array, index: number): void {
  bits[index >>> 5] = (bits[index >>> 5] as number) | (1 << (index & 31));
}

function join(bits: Uint32Array, more: Uint32Array | undefined): void {
  if (more !== undefined)
    for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] as number) | (more[i] as number);
}
