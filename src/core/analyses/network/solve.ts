/**
 * Carries what is put in through a network of shares to where it ends: Π = D (I − S)⁻¹ T, exactly, cycles included. Parts
 * that feed one another in a ring are solved together; all else is passed along once, in order. A closed part from which
 * nothing leaves keeps what enters it: a trap.
 */
import type { Link } from '#core/analyses/network/shares';
import type { Id } from '#core/model/fact';
import { components } from '#core/number/components';
import { Part } from '#core/number/eliminate';
import { at, plus, type Sample, shown, times } from '#core/number/sample';

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
          put(row.places, link.to.id, times(visits, link.share));
          continue;
        }
        const to = this.#index.get(link.to.id);
        if (to === undefined || within.has(to)) continue;
        const before = row.visits[to];
        const more = times(visits, link.share);
        row.visits[to] = before === undefined ? more : plus(before, more);
      }
    }
  }

  /** Replaces what enters the nodes of a part by all that passes them, slot by slot. */
  #goRound(part: readonly number[], busy: readonly Carried[]): void {
    const size = part.length;
    const place = new Map(part.map((node, index) => [node, index]));
    const inside: { from: number; to: number; share: Sample }[] = [];
    const leaks: { from: number; share: Sample }[] = [];
    part.forEach((node, from) => {
      for (const link of (this.#nodes[node] as Node).links) {
        if (link.share === null) continue;
        const to = link.to.isNode ? place.get(this.#index.get(link.to.id) ?? -1) : undefined;
        if (to === undefined) leaks.push({ from, share: link.share });
        else if (to !== from) inside.push({ from, to, share: link.share });
      }
    });
    const rows = busy.map((row) => part.map((node) => row.visits[node] ?? 0));
    const samples = [...inside.map((one) => one.share), ...leaks.map((one) => one.share), ...rows.flat()];
    const slots = samples.reduce(
      (most: number, sample) => (typeof sample === 'number' ? most : sample.length),
      1,
    );
    const results = rows.map(() => part.map(() => new Float64Array(slots)));
    const sharesMove = [...inside, ...leaks].some((one) => typeof one.share !== 'number');
    let solved: Part | null = null;
    for (let slot = 0; slot < slots; slot++) {
      if (solved === null || sharesMove) {
        const matrix = new Float64Array(size * size);
        for (const { from, to, share } of inside)
          matrix[from * size + to] = (matrix[from * size + to] as number) + at(share, slot);
        const out = new Float64Array(size);
        for (const { from, share } of leaks) out[from] = (out[from] as number) + at(share, slot);
        solved = new Part(size, matrix, out);
      }
      rows.forEach((row, index) => {
        const mass = Float64Array.from(row, (sample) => at(sample, slot));
        (solved as Part).visits(mass);
        for (let node = 0; node < size; node++)
          ((results[index] as Float64Array[])[node] as Float64Array)[slot] = mass[node] as number;
      });
    }
    busy.forEach((row, index) => {
      part.forEach((node, within) => {
        const all = (results[index] as Float64Array[])[within] as Float64Array;
        row.visits[node] = slots === 1 ? (all[0] as number) : all;
      });
    });
  }
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
