/**
 * Carries amounts without draws: row by row through the same few arrays of numbers, in the order in which samples are carried,
 * so that both come to the same.
 */
import {
  type Carried,
  type Entering,
  feedsItself,
  partNumbers,
  ringOf,
} from '#core/analyses/network/carried';
import { ExactRing } from '#core/analyses/network/ring';
import type { Wiring } from '#core/analyses/network/wiring';
import type { Sample } from '#core/number/sample';

/** Above this many rows, and where they enter at fewer nodes, what enters one node is followed once for all of them. */
const MANY = 64;

/** Carries rows of single numbers, one after the other, in the same few arrays. */
export class Exact {
  readonly #wiring: Wiring;
  readonly #partOf: Int32Array;
  /** Shares of links; −1 where nobody knows. */
  readonly #shares: Float64Array;
  readonly #rings = new Map<number, ExactRing | null>();
  readonly #visits: Float64Array;
  readonly #touched: Uint8Array;
  readonly #touchedEights: Float64Array;
  readonly #ends: Float64Array;
  readonly #ended: Uint8Array;
  readonly #endedEights: Float64Array;
  readonly #found: Int32Array;

  constructor(wiring: Wiring) {
    this.#wiring = wiring;
    this.#partOf = partNumbers(wiring);
    this.#shares = Float64Array.from(wiring.shares, (share) => (share === null ? -1 : (share as number)));
    this.#visits = new Float64Array(wiring.nodes.length);
    this.#touchedEights = new Float64Array((wiring.nodes.length + 7) >>> 3);
    this.#touched = new Uint8Array(this.#touchedEights.buffer);
    this.#ends = new Float64Array(wiring.places.length);
    this.#endedEights = new Float64Array((wiring.places.length + 7) >>> 3);
    this.#ended = new Uint8Array(this.#endedEights.buffer);
    this.#found = new Int32Array(Math.max(this.#touched.length, this.#ended.length));
  }

  get residual(): number {
    let most = 0;
    for (const ring of this.#rings.values()) most = Math.max(most, ring?.residual ?? 0);
    return most;
  }

  carry(rows: readonly Entering[]): Carried[] {
    const entries = new Set(rows.flatMap((row) => row.nodes));
    if (rows.length < MANY || 2 * entries.size > rows.length) {
      return rows.map((row) => {
        for (const [i, node] of row.nodes.entries()) this.#arrive(node, row.amounts[i] as number);
        this.#follow(row.nodes);
        return this.#taken(row);
      });
    }
    const one = new Map(
      [...entries].map((node) => {
        this.#arrive(node, 1);
        this.#follow([node]);
        return [node, this.#taken(null)] as const;
      }),
    );
    return rows.map((row) => {
      if (row.nodes.length === 1 && row.places.length === 0)
        return inProportionTo(one.get(row.nodes[0] as number) as Carried, row.amounts[0] as number);
      for (const [i, node] of row.nodes.entries())
        this.#add(one.get(node) as Carried, row.amounts[i] as number);
      return this.#taken(row);
    });
  }

  #arrive(node: number, amount: number): void {
    this.#visits[node] = (this.#visits[node] as number) + amount;
    this.#touched[node] = 1;
  }

  #end(place: number, amount: number): void {
    this.#ends[place] = (this.#ends[place] as number) + amount;
    this.#ended[place] = 1;
  }

  #add({ nodes, visits, places, ends }: Carried, amount: number): void {
    for (let i = 0; i < nodes.length; i++) this.#arrive(nodes[i] as number, amount * (visits[i] as number));
    for (let i = 0; i < places.length; i++) this.#end(places[i] as number, amount * (ends[i] as number));
  }

  /** Follows what has arrived at some nodes to its ends, part by part. */
  #follow(from: readonly number[]): void {
    const { order, heldPlace } = this.#wiring;
    const touched = this.#touched;
    let least = order.length;
    for (const node of from) least = Math.min(least, this.#partOf[node] as number);
    for (let at = least; at < order.length; at++) {
      const part = order[at] as readonly number[];
      if (part.length === 1 ? touched[part[0] as number] === 0 : !part.some((node) => touched[node] === 1))
        continue;
      const held = heldPlace[part[0] as number] as number;
      if (held !== -1) {
        for (const node of part) this.#end(held, this.#visits[node] as number);
        continue;
      }
      this.#ring(at, part)?.goRound(this.#visits, touched);
      for (const node of part) if (touched[node] === 1) this.#passOn(node, at);
    }
  }

  #ring(at: number, part: readonly number[]): ExactRing | null {
    let ring = this.#rings.get(at);
    if (ring === undefined) {
      const turns = part.length > 1 || feedsItself(this.#wiring, part[0] as number);
      ring = turns ? new ExactRing(part, ringOf(this.#wiring, part)) : null;
      this.#rings.set(at, ring);
    }
    return ring;
  }

  #passOn(node: number, part: number): void {
    const { first, toNode, toPlace } = this.#wiring;
    const passing = this.#visits[node] as number;
    const end = first[node + 1] as number;
    for (let link = first[node] as number; link < end; link++) {
      const share = this.#shares[link] as number;
      if (share < 0) continue;
      const to = toNode[link] as number;
      if (to === -1) this.#end(toPlace[link] as number, passing * share);
      else if (this.#partOf[to] !== part) this.#arrive(to, passing * share);
    }
  }

  /** The row as it has come out, with what went straight to places; the arrays are empty again. */
  #taken(direct: Entering | null): Carried {
    for (const [i, place] of (direct?.places ?? []).entries()) this.#end(place, direct?.ends[i] as number);
    const nodes = taken(this.#touched, this.#touchedEights, this.#found);
    const places = taken(this.#ended, this.#endedEights, this.#found);
    return {
      nodes,
      visits: emptied(nodes, this.#visits, this.#touched),
      places,
      ends: emptied(places, this.#ends, this.#ended),
    };
  }
}

/** What comes of one that enters somewhere, for another amount that enters there. */
function inProportionTo(one: Carried, amount: number): Carried {
  const times = (list: ArrayLike<Sample>): Float64Array => {
    const all = new Float64Array(list.length);
    for (let i = 0; i < all.length; i++) all[i] = amount * (list[i] as number);
    return all;
  };
  return { nodes: one.nodes, visits: times(one.visits), places: one.places, ends: times(one.ends) };
}

/** Which flags are set, rising; eight are looked at together, for most are not. */
function taken(flags: Uint8Array, eights: Float64Array, found: Int32Array): Int32Array {
  let count = 0;
  for (let at = 0; at < eights.length; at++) {
    if (eights[at] === 0) continue;
    for (let i = 8 * at; i < 8 * at + 8; i++) if (flags[i] === 1) found[count++] = i;
  }
  return found.slice(0, count);
}

function emptied(indices: Int32Array, amounts: Float64Array, flags: Uint8Array): Float64Array {
  const kept = new Float64Array(indices.length);
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i] as number;
    kept[i] = amounts[index] as number;
    amounts[index] = 0;
    flags[index] = 0;
  }
  return kept;
}
