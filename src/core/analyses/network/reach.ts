/**
 * Who reaches what, whatever the amounts: for every node of a network the nodes and places that lie beyond it, as bits. Worked
 * out once for each part that goes round, from the ends backwards, so that large communities stay cheap.
 */
import type { Link } from '#core/analyses/network/shares';
import { isThere } from '#core/analyses/network/solve';
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
   * `follows` says which links count; `traps` are the closed parts, which end in a place of their own; `starts` are all
   * places that may be asked for besides those that links lead to.
   */
  constructor(
    nodes: readonly { readonly id: Id; readonly links: readonly Link[] }[],
    indexOf: ReadonlyMap<Id, number>,
    traps: readonly (readonly Id[])[],
    starts: readonly Start[],
    follows: (link: Link) => boolean,
  ) {
    this.#indexOf = indexOf;
    this.#nodeCount = nodes.length;
    const links = nodes.map((node) => node.links.filter((link) => isThere(link) && follows(link)));
    for (const link of links.flat()) if (!link.to.isNode) this.#placeAt(link.to.id);
    for (const start of starts) if (!start.isNode) this.#placeAt(start.id);
    const trapOf = new Map(
      traps.flatMap((trap) => trap.map((id) => [id, this.#placeAt(`trap:${trap[0]}`)] as const)),
    );
    const leadsTo = links.map((of) =>
      of.flatMap((link) => (link.to.isNode ? [indexOf.get(link.to.id) as number] : [])),
    );
    this.#beyond = new Array<Uint32Array>(nodes.length);
    for (const part of components(leadsTo).reverse()) {
      const bits = this.#empty();
      for (const index of part) {
        const trap = trapOf.get((nodes[index] as { id: Id }).id);
        set(bits, index);
        if (trap !== undefined) set(bits, trap);
        for (const link of links[index] as readonly Link[]) {
          if (!link.to.isNode) set(bits, this.#placeAt(link.to.id));
          else join(bits, this.#beyond[indexOf.get(link.to.id) as number]);
        }
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
