/** What is put into a network and what comes of it, row by row, and how the network falls into parts on the way. */
import { type Ring, type Step, slotsOf } from '#core/analyses/network/ring';
import type { Wiring } from '#core/analyses/network/wiring';
import type { Sample } from '#core/number/sample';

/** What one giver puts where: into nodes, or straight into places, by their indices. */
export interface Entering {
  readonly nodes: readonly number[];
  readonly amounts: readonly Sample[];
  readonly places: readonly number[];
  readonly ends: readonly Sample[];
}

/** Only what is there is kept: nodes that something of the row passes, and places where something of it ends. */
export interface Carried {
  /** Indices of nodes, rising. */
  readonly nodes: ArrayLike<number>;
  /** What of the row passes each of them, (D N). */
  readonly visits: ArrayLike<Sample>;
  /** Indices of places, rising. */
  readonly places: ArrayLike<number>;
  /** What of the row ends in each of them, Π. */
  readonly ends: ArrayLike<Sample>;
}

/** The links of a part, by places in the part. */
export function ringOf(wiring: Wiring, part: readonly number[]): Ring {
  const place = new Map(part.map((node, index) => [node, index]));
  const inside: Step[] = [];
  const leaks: Step[] = [];
  part.forEach((node, from) => {
    for (let link = wiring.first[node] as number; link < (wiring.first[node + 1] as number); link++) {
      const share = wiring.shares[link] as Sample | null;
      if (share === null) continue;
      const to = place.get(wiring.toNode[link] as number);
      if (to === undefined) leaks.push({ from, to: -1, share });
      else if (to !== from) inside.push({ from, to, share });
    }
  });
  return { size: part.length, inside, leaks, slots: slotsOf([...inside, ...leaks]) };
}

/** Whether a known link leads from the node to itself. */
export function feedsItself(wiring: Wiring, node: number): boolean {
  for (let link = wiring.first[node] as number; link < (wiring.first[node + 1] as number); link++)
    if (wiring.toNode[link] === node && wiring.shares[link] !== null) return true;
  return false;
}

/** For each node the number of its part, in the order in which amounts are carried. */
export function partNumbers(wiring: Wiring): Int32Array {
  const partOf = new Int32Array(wiring.nodes.length);
  wiring.order.forEach((part, at) => {
    for (const node of part) partOf[node] = at;
  });
  return partOf;
}
