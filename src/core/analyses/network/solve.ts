/**
 * Carries what is put in through a network of shares to where it ends: Π = D (I − S)⁻¹ T, exactly, cycles included. Parts
 * that feed one another in a ring are solved together; all else is passed along once, in order. A closed part from which
 * nothing leaves keeps what enters it: a trap.
 */
import type { Link } from '#core/analyses/network/shares';
import type { Id } from '#core/model/fact';
import { components } from '#core/number/components';
import { Part } from '#core/number/eliminate';
import { addProduct, at, plus, type Sample, shown } from '#core/number/sample';

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
  readonly #index: ReadonlyMap<Id, number>;
  readonly #order: readonly (readonly number[])[];
  /** Where a node's part keeps what enters it, as nothing known leads out: a trap, or a way that nobody counted. */
  readonly #heldAt = new Map<number, Id>();
  /** The nodes of each closed part, by smallest id. */
  readonly traps: readonly (readonly Id[])[];

  constructor(nodes: readonly Node[]) {
    this.#nodes = nodes;
    this.#index = new Map(nodes.map((node, index) => [node.id, index]));
    const there = nodes.map((node) => node.links.filter(isThere));
    const trapped = closedParts(components(this.#ways(there)), there, this.#index);
    this.traps = trapped
      .map((part) => part.map((index) => (nodes[index] as Node).id).sort())
      .sort((a, b) => ((a[0] as Id) < (b[0] as Id) ? -1 : 1));
    const known = nodes.map((node) => node.links.filter((link) => link.share !== null));
    this.#order = components(this.#ways(known));
    const certain = known.map((links) => links.filter(isThere));
    for (const part of closedParts(this.#order, certain, this.#index)) {
      for (const index of part) this.#heldAt.set(index, this.#trapOf(index) ?? 'unassigned');
    }
  }

  /** For each node, the nodes that some of its links lead to. */
  #ways(links: readonly (readonly Link[])[]): number[][] {
    return links.map((of) => [
      ...new Set(of.flatMap((link) => (link.to.isNode ? [this.#index.get(link.to.id) as number] : []))),
    ]);
  }

  #trapOf(index: number): Id | null {
    const { id } = this.#nodes[index] as Node;
    const trap = this.traps.find((one) => one.includes(id));
    return trap === undefined ? null : `trap:${trap[0]}`;
  }

  /** The rows, each with what it puts into nodes (by index), carried to their ends. */
  carry(rows: readonly (readonly (Sample | undefined)[])[]): Carried[] {
    const carried = rows.map((row): Carried => ({ visits: [...row], places: new Map() }));
    for (const part of this.#order) {
      const busy = carried.filter((row) => part.some((node) => row.visits[node] !== undefined));
      if (busy.length === 0) continue;
      const heldAt = this.#heldAt.get(part[0] as number);
      if (heldAt !== undefined) {
        for (const row of busy) for (const node of part) put(row.places, heldAt, row.visits[node] ?? 0);
        continue;
      }
      if (part.length > 1 || this.#feedsItself(part[0] as number)) this.#goRound(part, busy);
      for (const row of busy) this.#passOn(part, row);
    }
    return carried;
  }

  #feedsItself(node: number): boolean {
    const { id, links } = this.#nodes[node] as Node;
    return links.some((link) => link.to.isNode && link.to.id === id);
  }

  /** Passes what visits a part on to what lies beyond it. */
  #passOn(part: readonly number[], row: Carried): void {
    const within = new Set(part);
    for (const node of part) {
      const visits = row.visits[node];
      if (visits === undefined) continue;
      for (const link of (this.#nodes[node] as Node).links) {
        if (link.share === null) continue;
        if (!link.to.isNode) {
          row.places.set(link.to.id, addProduct(row.places.get(link.to.id), visits, link.share));
          continue;
        }
        const to = this.#index.get(link.to.id);
        if (to === undefined || within.has(to)) continue;
        row.visits[to] = addProduct(row.visits[to], visits, link.share);
      }
    }
  }

  /** Replaces what enters the nodes of a part by all that passes them. */
  #goRound(part: readonly number[], busy: readonly Carried[]): void {
    const ring = this.#ringOf(part);
    if (ring.slots === 1) this.#byInverse(part, ring, busy);
    else this.#slotBySlot(part, ring, busy);
  }

  #ringOf(part: readonly number[]): Ring {
    const place = new Map(part.map((node, index) => [node, index]));
    const inside: Way[] = [];
    const leaks: Way[] = [];
    part.forEach((node, from) => {
      for (const link of (this.#nodes[node] as Node).links) {
        if (link.share === null) continue;
        const to = link.to.isNode ? place.get(this.#index.get(link.to.id) ?? -1) : undefined;
        if (to === undefined) leaks.push({ from, to: -1, share: link.share });
        else if (to !== from) inside.push({ from, to, share: link.share });
      }
    });
    return {
      size: part.length,
      inside,
      leaks,
      slots: slotsOf([...inside, ...leaks].map((way) => way.share)),
    };
  }

  /** Where the shares are exact, what enters one node visits the others in fixed proportions. */
  #byInverse(part: readonly number[], ring: Ring, busy: readonly Carried[]): void {
    const solved = partIn(ring, 0);
    const proportions = part.map((_, from) => {
      const mass = new Float64Array(ring.size);
      mass[from] = 1;
      solved.visits(mass);
      return mass;
    });
    for (const row of busy) {
      const all: (Sample | undefined)[] = part.map(() => undefined);
      part.forEach((node, from) => {
        const enters = row.visits[node];
        if (enters === undefined) return;
        (proportions[from] as Float64Array).forEach((share, to) => {
          if (share > 0) all[to] = addProduct(all[to], enters, share);
        });
      });
      part.forEach((node, index) => {
        row.visits[node] = all[index];
      });
    }
  }

  /** Where the shares are drawn, each draw is a network of its own. */
  #slotBySlot(part: readonly number[], ring: Ring, busy: readonly Carried[]): void {
    const { size, slots } = ring;
    const mass = new Float64Array(size);
    const results = busy.map(() => part.map(() => new Float64Array(slots)));
    for (let slot = 0; slot < slots; slot++) {
      const solved = partIn(ring, slot);
      for (let r = 0; r < busy.length; r++) {
        const { visits } = busy[r] as Carried;
        for (let node = 0; node < size; node++) mass[node] = at(visits[part[node] as number] ?? 0, slot);
        solved.visits(mass);
        const result = results[r] as Float64Array[];
        for (let node = 0; node < size; node++) (result[node] as Float64Array)[slot] = mass[node] as number;
      }
    }
    busy.forEach((row, r) => {
      part.forEach((node, index) => {
        row.visits[node] = (results[r] as Float64Array[])[index];
      });
    });
  }
}

interface Way {
  readonly from: number;
  readonly to: number;
  readonly share: Sample;
}

interface Ring {
  readonly size: number;
  readonly inside: readonly Way[];
  readonly leaks: readonly Way[];
  readonly slots: number;
}

function slotsOf(samples: readonly Sample[]): number {
  return samples.reduce((most: number, sample) => (typeof sample === 'number' ? most : sample.length), 1);
}

/** The part as it is in one slot. */
function partIn(ring: Ring, slot: number): Part {
  const matrix = new Float64Array(ring.size * ring.size);
  const out = new Float64Array(ring.size);
  for (const { from, to, share } of ring.inside) {
    matrix[from * ring.size + to] = (matrix[from * ring.size + to] as number) + at(share, slot);
  }
  for (const { from, share } of ring.leaks) out[from] = (out[from] as number) + at(share, slot);
  return new Part(ring.size, matrix, out);
}

/** Whether a link carries something, as far as is known. */
export function isThere(link: Link): boolean {
  return link.share === null || shown(link.share) > 0;
}

/** The parts in which something goes round and from which none of the links leads out. */
function closedParts(
  parts: readonly (readonly number[])[],
  links: readonly (readonly Link[])[],
  index: ReadonlyMap<Id, number>,
): (readonly number[])[] {
  return parts.filter((part) => {
    const members = new Set(part);
    const ofPart = part.flatMap((node) => links[node] as readonly Link[]);
    return (
      ofPart.length > 0 &&
      ofPart.every((link) => link.to.isNode && members.has(index.get(link.to.id) as number))
    );
  });
}

function put(places: Map<Id, Sample>, place: Id, amount: Sample): void {
  const before = places.get(place);
  places.set(place, before === undefined ? amount : plus(before, amount));
}
