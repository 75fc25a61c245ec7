/** Solves a part of a network that goes round, exactly, by elimination. */
import { Part } from '#core/number/eliminate';
import { addProduct, at, type Sample } from '#core/number/sample';

/** A share of what passes one node of a part that goes to another (by place in the part), or out of it (`to` −1). */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly share: Sample;
}

export interface Ring {
  readonly size: number;
  readonly inside: readonly Step[];
  readonly leaks: readonly Step[];
  /** 1 where all shares are exact. */
  readonly slots: number;
}

/** What passes each node, by the index of the node in the whole network; the part lists its indices. */
interface Visiting {
  readonly visits: (Sample | undefined)[];
}

export function slotsOf(samples: readonly Sample[]): number {
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

/** Where the shares are exact, what enters one node visits the others in fixed proportions. */
export function byInverse(part: readonly number[], ring: Ring, busy: readonly Visiting[]): void {
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
      const shares = proportions[from] as Float64Array;
      for (let to = 0; to < shares.length; to++) {
        const share = shares[to] as number;
        if (share > 0) all[to] = addProduct(all[to], enters, share);
      }
    });
    part.forEach((node, index) => {
      row.visits[node] = all[index];
    });
  }
}

/** Where the shares are drawn, each draw is a network of its own. */
export function slotBySlot(part: readonly number[], ring: Ring, busy: readonly Visiting[]): void {
  const { size, slots } = ring;
  const mass = new Float64Array(size);
  const results = busy.map(() => part.map(() => new Float64Array(slots)));
  for (let slot = 0; slot < slots; slot++) {
    const solved = partIn(ring, slot);
    for (let r = 0; r < busy.length; r++) {
      const { visits } = busy[r] as Visiting;
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
