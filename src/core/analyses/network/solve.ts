/**
 * Carries what is put in through a network of shares to where it ends: Π = D (I − S)⁻¹ T, exactly, cycles included. Parts
 * that feed one another in a ring are solved together; all else is passed along once, in order. A closed part from which
 * nothing leaves keeps what enters it: a trap.
 */
import {
  type Carried,
  type Entering,
  feedsItself,
  partNumbers,
  ringOf,
} from '#core/analyses/network/carried';
import { Exact } from '#core/analyses/network/exact';
import { inProportion, slotBySlot } from '#core/analyses/network/ring';
import type { Wiring } from '#core/analyses/network/wiring';
import { addProduct, plus, type Sample } from '#core/number/sample';

/** The rows carried to their ends. */
export interface Arrived {
  readonly rows: readonly Carried[];
  /** The largest share of what entered a large part that was still moving when solving ended; 0 where all was exact. */
  readonly residual: number;
}

/** Carries rows through the network; amounts without draws take a quicker way to the same numbers. */
export function carry(wiring: Wiring, rows: readonly Entering[]): Arrived {
  const isExact =
    wiring.shares.every((share) => share === null || typeof share === 'number') &&
    rows.every((row) => row.amounts.every(isNumber) && row.ends.every(isNumber));
  if (!isExact) return carrySamples(wiring, rows);
  const exact = new Exact(wiring);
  const carried = exact.carry(rows);
  return { rows: carried, residual: exact.residual };
}

const isNumber = (sample: Sample): boolean => typeof sample === 'number';

interface Moving {
  readonly visits: (Sample | undefined)[];
  readonly ends: (Sample | undefined)[];
}

/** What arrives is added to in place, and what was put in belongs to others who read it too. */
function own(sample: Sample): Sample {
  return typeof sample === 'number' ? sample : sample.slice();
}

function carrySamples(wiring: Wiring, rows: readonly Entering[]): Arrived {
  const partOf = partNumbers(wiring);
  let residual = 0;
  const moving = rows.map(({ nodes, amounts }): Moving => {
    const visits = new Array<Sample | undefined>(wiring.nodes.length).fill(undefined);
    for (let i = 0; i < nodes.length; i++) visits[nodes[i] as number] = own(amounts[i] as Sample);
    return { visits, ends: new Array<Sample | undefined>(wiring.places.length).fill(undefined) };
  });
  for (const [at, part] of wiring.order.entries()) {
    const busy = moving.filter((row) => part.some((node) => row.visits[node] !== undefined));
    if (busy.length === 0) continue;
    const held = wiring.heldPlace[part[0] as number] as number;
    if (held !== -1) {
      for (const { visits, ends } of busy)
        for (const node of part) ends[held] = addProduct(ends[held], visits[node] ?? 0, 1);
      continue;
    }
    if (part.length > 1 || feedsItself(wiring, part[0] as number)) {
      const ring = ringOf(wiring, part);
      if (ring.slots > 1) slotBySlot(part, ring, busy);
      else residual = Math.max(residual, inProportion(part, ring, busy));
    }
    for (const row of busy) for (const node of part) passOn(wiring, partOf, at, node, row);
  }
  return { rows: moving.map((row, index) => listed(row, rows[index] as Entering)), residual };
}

/** Passes what visits a node on to what lies beyond its part. */
function passOn(wiring: Wiring, partOf: Int32Array, part: number, node: number, row: Moving): void {
  const passing = row.visits[node];
  if (passing === undefined) return;
  for (let link = wiring.first[node] as number; link < (wiring.first[node + 1] as number); link++) {
    const share = wiring.shares[link] as Sample | null;
    if (share === null) continue;
    const to = wiring.toNode[link] as number;
    const place = wiring.toPlace[link] as number;
    if (to === -1) row.ends[place] = addProduct(row.ends[place], passing, share);
    else if (partOf[to] !== part) row.visits[to] = addProduct(row.visits[to], passing, share);
  }
}

function listed(row: Moving, direct: Entering): Carried {
  direct.places.forEach((place, i) => {
    const more = direct.ends[i] as Sample;
    const before = row.ends[place];
    row.ends[place] = before === undefined ? more : plus(before, more);
  });
  const nodes = row.visits.flatMap((sample, node) => (sample === undefined ? [] : [node]));
  const places = row.ends.flatMap((sample, place) => (sample === undefined ? [] : [place]));
  return {
    nodes,
    visits: nodes.map((node) => row.visits[node] as Sample),
    places,
    ends: places.map((place) => row.ends[place] as Sample),
  };
}
