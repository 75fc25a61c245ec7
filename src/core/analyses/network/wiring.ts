/**
 * The network of one trace in rows of numbers: which node leads to which node or place, which links carry something, which
 * parts go round, and which of these are closed. Laid out once; reach, evidence and amounts all read it.
 */
import type { Link } from '#core/analyses/network/shares';
import type { Id } from '#core/model/fact';
import { componentsAlong } from '#core/number/components';
import { type Sample, shown } from '#core/number/sample';

export interface Node {
  readonly id: Id;
  readonly links: readonly Link[];
}

/** Whether a link carries something, as far as is known. */
export function isThere(link: Link): boolean {
  return link.share === null || shown(link.share) > 0;
}

/** The place where a closed part keeps what enters it, by its smallest id. */
const trapAt = (trap: readonly Id[]): Id => `trap:${trap[0]}`;

/** Where something stays that enters a part out of which only uncounted ways lead. */
const UNASSIGNED = 'unassigned';

export class Wiring {
  /** Sorted by id. */
  readonly nodes: readonly Node[];
  readonly indexOf: ReadonlyMap<Id, number>;
  /** Ids of places, sorted: a smaller index is a smaller id. */
  readonly places: readonly Id[];
  readonly placeOf: ReadonlyMap<Id, number>;
  /** Links of node i are `first[i]` up to `first[i + 1] − 1`. */
  readonly first: Int32Array;
  /** For each link the node that it leads to, or −1. */
  readonly toNode: Int32Array;
  /** For each link the place that it leads to, or −1. */
  readonly toPlace: Int32Array;
  /** For each link its share; null where it is not known. */
  readonly shares: readonly (Sample | null)[];
  /** 1 for links that carry something. */
  readonly there: Uint8Array;
  /** 1 for links that carry something for sure: nothing of what seems to stay may go elsewhere. */
  readonly sure: Uint8Array;
  readonly isAnyUnsure: boolean;
  /** Whether every share is one known number. */
  readonly isPlain: boolean;
  /** The parts that go round, links leading onward: over all links that carry something. */
  readonly parts: readonly (readonly number[])[];
  /** The parts over the links whose share is known, in the order in which amounts are carried. */
  readonly order: readonly (readonly number[])[];
  /** The nodes of each closed part, sorted; parts by their smallest id. */
  readonly traps: readonly (readonly Id[])[];
  /** For each node in a closed part, the place where that keeps what enters; −1 for others. */
  readonly trapPlace: Int32Array;
  /** For each node in a part that nothing known leaves, the place where it is held; −1 for others. */
  readonly heldPlace: Int32Array;

  /** `starts` are ids of places that inputs lead to straight away. */
  constructor(nodes: readonly Node[], starts: Iterable<Id>) {
    this.nodes = nodes;
    this.indexOf = new Map(nodes.map((node, index) => [node.id, index] as const));
    const count = nodes.reduce((sum, { links }) => sum + links.length, 0);
    this.first = new Int32Array(nodes.length + 1);
    this.toNode = new Int32Array(count).fill(-1);
    this.toPlace = new Int32Array(count).fill(-1);
    this.there = new Uint8Array(count);
    this.sure = new Uint8Array(count);
    const known = new Uint8Array(count);
    const shares: (Sample | null)[] = [];
    const placeIds = new Set(starts);
    for (const [index, { links }] of nodes.entries()) {
      for (const link of links) {
        const at = shares.push(link.share) - 1;
        if (link.to.isNode) this.toNode[at] = this.indexOf.get(link.to.id) as number;
        else placeIds.add(link.to.id);
        this.there[at] = isThere(link) ? 1 : 0;
        this.sure[at] = isThere(link) && !link.unsure ? 1 : 0;
        known[at] = link.share === null ? 0 : 1;
      }
      this.first[index + 1] = shares.length;
    }
    this.shares = shares;
    this.isAnyUnsure = nodes.some(({ links }) => links.some((link) => link.unsure));
    this.isPlain = shares.every((share) => typeof share === 'number');
    this.parts = componentsAlong(this.first, this.toNode, this.there);
    const closed = this.#closed(this.parts, this.there);
    this.order = this.isPlain ? this.parts : componentsAlong(this.first, this.toNode, known);
    const certain = this.there.map((there, at) => there & (known[at] as number));
    const held = this.isPlain ? closed : this.#closed(this.order, certain);
    const traps = closed.map((part) => part.map((index) => (nodes[index] as Node).id));
    for (const trap of traps) placeIds.add(trapAt(trap));
    if (held.length > 0) placeIds.add(UNASSIGNED);
    this.places = [...placeIds].sort();
    this.placeOf = new Map(this.places.map((id, index) => [id, index] as const));
    this.#placeLinks();
    this.trapPlace = new Int32Array(nodes.length).fill(-1);
    for (const [at, part] of closed.entries()) {
      const place = this.#place(trapAt(traps[at] as readonly Id[]));
      for (const node of part) this.trapPlace[node] = place;
    }
    this.heldPlace = new Int32Array(nodes.length).fill(-1);
    for (const part of held) {
      for (const node of part) {
        const trap = this.trapPlace[node] as number;
        this.heldPlace[node] = trap === -1 ? this.#place(UNASSIGNED) : trap;
      }
    }
    this.traps = traps.sort((a, b) => ((a[0] as Id) < (b[0] as Id) ? -1 : 1));
  }

  #place(id: Id): number {
    return this.placeOf.get(id) as number;
  }

  #placeLinks(): void {
    let at = 0;
    for (const { links } of this.nodes) {
      for (const { to } of links) {
        if (!to.isNode) this.toPlace[at] = this.#place(to.id);
        at += 1;
      }
    }
  }

  /** The parts in which something goes round and from which none of the links leads out. */
  #closed(parts: readonly (readonly number[])[], follows: Uint8Array): (readonly number[])[] {
    const partOf = new Int32Array(this.nodes.length);
    parts.forEach((part, at) => {
      for (const node of part) partOf[node] = at;
    });
    return parts.filter((part, at) => {
      let links = 0;
      for (const node of part) {
        for (let link = this.first[node] as number; link < (this.first[node + 1] as number); link++) {
          if (follows[link] === 0) continue;
          const target = this.toNode[link] as number;
          if (target === -1 || partOf[target] !== at) return false;
          links += 1;
        }
      }
      return links > 0;
    });
  }
}
