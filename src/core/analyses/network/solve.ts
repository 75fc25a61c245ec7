/**
 * Carries what is put in through a network of shares to where it ends: Π = D (I − S)⁻¹ T, exactly, cycles included. Parts
 * that feed one another in a ring are solved together; all else is passed along once, in order. A closed part from which
 * nothing leaves keeps what enters it: a trap.
 */

import { byInverse, type Ring, type Step, slotBySlot, slotsOf } from '#core/analyses/network/ring';
import type { Link } from '#core/analyses/network/shares';
import type { Id } from '#core/model/fact';
import { components } from '#core/number/components';
import { addProduct, type Sample, shown } from '#core/number/sample';
import { type ExactStep, Sweeps } from '#core/number/sweeps';

export interface Node {
  readonly id: Id;
  readonly links: readonly Link[];
}

export interface Carried {
  /** What of the row passes each node, (D N); undefined where none of it does. By the index of the node. */
  readonly visits: (Sample | undefined)[];
  /** What of the row ends in each place, Π. */
  readonly places: Map<Id, Sample>;
}

/** A network made ready once, to carry any number of rows. */
export class Network {
  readonly #nodes: readonly Node[];
  readonly #order: readonly (readonly number[])[];
  /** The known links of each node, with what they lead to by index. */
  readonly #links: readonly (readonly Way[])[];
  readonly #placeIds: Id[] = [];
  readonly #placeAt = new Map<Id, number>();
  /** Where a node's part keeps what enters it, as nothing known leads out: a trap, or a way that nobody counted. */
  readonly #heldAt = new Map<number, Id>();
  /** The nodes of each closed part, by smallest id. */
  readonly traps: readonly (readonly Id[])[];

  /** For each node and link, the index of the node that it leads to; −1 where it leads to a place. */
  readonly targets: readonly (readonly number[])[];
  /** The parts that go round, links leading onward: over all links that carry something. */
  readonly parts: readonly (readonly number[])[];

  constructor(nodes: readonly Node[], indexOf: ReadonlyMap<Id, number>) {
    this.#nodes = nodes;
    this.targets = nodes.map(({ links }) =>
      links.map((link) => (link.to.isNode ? (indexOf.get(link.to.id) as number) : -1)),
    );
    this.parts = components(this.#ways(isThere));
    const closed = this.#closed(this.parts, isThere);
    this.traps = closed
      .map((part) => part.map((index) => (nodes[index] as Node).id).sort())
      .sort((a, b) => ((a[0] as Id) < (b[0] as Id) ? -1 : 1));
    this.#links = nodes.map(({ links }, index) =>
      links.flatMap((link, at): Way[] => {
        const node = this.targets[index]?.[at] as number;
        return link.share === null
          ? []
          : [{ node, place: node === -1 ? this.#place(link.to.id) : -1, share: link.share }];
      }),
    );
    const isPlain = nodes.every(({ links }) => links.every((link) => typeof link.share === 'number'));
    this.#order = isPlain ? this.parts : components(this.#ways((link) => link.share !== null));
    const certain = (link: Link): boolean => link.share !== null && isThere(link);
    for (const part of isPlain ? closed : this.#closed(this.#order, certain)) {
      for (const index of part) this.#heldAt.set(index, this.#trapOf(index) ?? 'unassigned');
    }
  }

  /** For each node, the nodes that some of its links lead to. */
  #ways(counts: (link: Link) => boolean): number[][] {
    return this.#nodes.map(({ links }, index) => {
      const targets = this.targets[index] as readonly number[];
      return targets.filter((target, at) => target !== -1 && counts(links[at] as Link));
    });
  }

  /** The parts in which something goes round and from which none of the links leads out. */
  #closed(parts: readonly (readonly number[])[], counts: (link: Link) => boolean): (readonly number[])[] {
    const partOf = new Int32Array(this.#nodes.length);
    parts.forEach((part, at) => {
      for (const node of part) partOf[node] = at;
    });
    return parts.filter((part, at) => {
      let links = 0;
      for (const node of part) {
        const targets = this.targets[node] as readonly number[];
        const own = (this.#nodes[node] as Node).links;
        for (let i = 0; i < own.length; i++) {
          if (!counts(own[i] as Link)) continue;
          const target = targets[i] as number;
          if (target === -1 || partOf[target] !== at) return false;
          links += 1;
        }
      }
      return links > 0;
    });
  }

  #trapOf(index: number): Id | null {
    const { id } = this.#nodes[index] as Node;
    const trap = this.traps.find((one) => one.includes(id));
    return trap === undefined ? null : `trap:${trap[0]}`;
  }

  #place(id: Id): number {
    let index = this.#placeAt.get(id);
    if (index === undefined) {
      index = this.#placeIds.push(id) - 1;
      this.#placeAt.set(id, index);
    }
    return index;
  }

  /** The rows, each with what it puts into nodes (by index), carried to their ends. */
  carry(rows: readonly (readonly (Sample | undefined)[])[]): Carried[] {
    const moving = rows.map((row): Moving => ({ visits: [...row], places: [] }));
    for (const part of this.#order) {
      const busy = moving.filter((row) => part.some((node) => row.visits[node] !== undefined));
      if (busy.length === 0) continue;
      const heldAt = this.#heldAt.get(part[0] as number);
      if (heldAt !== undefined) {
        for (const row of busy)
          for (const node of part) put(row.places, this.#place(heldAt), row.visits[node] ?? 0, 1);
        continue;
      }
      if (part.length > 1 || this.#feedsItself(part[0] as number)) this.#goRound(part, busy);
      for (const row of busy) this.#passOn(part, row);
    }
    return moving.map(({ visits, places }) => ({ visits, places: this.#named(places) }));
  }

  #named(places: readonly (Sample | undefined)[]): Map<Id, Sample> {
    const named = new Map<Id, Sample>();
    places.forEach((amount, index) => {
      if (amount !== undefined) named.set(this.#placeIds[index] as Id, amount);
    });
    return named;
  }

  #feedsItself(node: number): boolean {
    return (this.#links[node] as readonly Way[]).some((way) => way.node === node);
  }

  /** Passes what visits a part on to what lies beyond it. */
  #passOn(part: readonly number[], row: Moving): void {
    const within = part.length > 1 ? new Set(part) : null;
    for (const node of part) {
      const visits = row.visits[node];
      if (visits === undefined) continue;
      for (const way of this.#links[node] as readonly Way[]) {
        if (way.node === -1) put(row.places, way.place, visits, way.share);
        else if (within === null ? way.node !== node : !within.has(way.node)) {
          row.visits[way.node] = addProduct(row.visits[way.node], visits, way.share);
        }
      }
    }
  }

  /** Replaces what enters the nodes of a part by all that passes them. */
  #goRound(part: readonly number[], busy: readonly Moving[]): void {
    const ring = this.#ringOf(part);
    if (ring.slots > 1) slotBySlot(part, ring, busy);
    else if (part.length > LARGE) this.#byIteration(part, ring, busy);
    else byInverse(part, ring, busy);
  }

  #ringOf(part: readonly number[]): Ring {
    const place = new Map(part.map((node, index) => [node, index]));
    const inside: Step[] = [];
    const leaks: Step[] = [];
    part.forEach((node, from) => {
      for (const way of this.#links[node] as readonly Way[]) {
        const to = place.get(way.node);
        if (to === undefined) leaks.push({ from, to: -1, share: way.share });
        else if (to !== from) inside.push({ from, to, share: way.share });
      }
    });
    return {
      size: part.length,
      inside,
      leaks,
      slots: slotsOf([...inside, ...leaks].map((step) => step.share)),
    };
  }

  /** A large part whose shares are exact: the links are gone over until nothing more moves. */
  #byIteration(part: readonly number[], ring: Ring, busy: readonly Moving[]): void {
    const sweeps = new Sweeps(
      ring.size,
      ring.inside as readonly ExactStep[],
      ring.leaks as readonly ExactStep[],
    );
    const isPlain = busy.every((row) => part.every((node) => typeof (row.visits[node] ?? 0) === 'number'));
    const found = isPlain
      ? busy.map((row) => sweeps.visits(Float64Array.from(part, (node) => (row.visits[node] ?? 0) as number)))
      : [];
    // Where little leaves, going over the links would lose digits, and elimination is the better way.
    if (!isPlain || (sweeps.residual > CLOSE && part.length <= LARGEST)) {
      byInverse(part, ring, busy);
      return;
    }
    busy.forEach((row, r) => {
      part.forEach((node, index) => {
        const visits = (found[r] as Float64Array)[index] as number;
        if (visits > 0) row.visits[node] = visits;
      });
    });
    this.residual = Math.max(this.residual, sweeps.residual);
  }

  /** The largest share of what entered a large part that was still moving when its solving ended; 0 where all was exact. */
  residual = 0;
}

/** Parts above this many nodes are solved by going over their links instead of by elimination. */
const LARGE = 150;
/** Parts above this are never eliminated: it would take minutes. Their residual is told. */
const LARGEST = 1500;
/** What may be missing in the end of what entered a part, as a share. */
const CLOSE = 5e-13;

interface Moving {
  readonly visits: (Sample | undefined)[];
  readonly places: (Sample | undefined)[];
}

interface Way {
  /** −1 where it leads to a place. */
  readonly node: number;
  readonly place: number;
  readonly share: Sample;
}

/** Whether a link carries something, as far as is known. */
export function isThere(link: Link): boolean {
  return link.share === null || shown(link.share) > 0;
}

function put(places: (Sample | undefined)[], place: number, amount: Sample, share: Sample): void {
  places[place] = addProduct(places[place], amount, share);
}
