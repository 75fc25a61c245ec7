/** Solves a part of a network that goes round: by elimination, or, where it is large, by going over its links. */
import { Part } from '#core/number/eliminate';
import { addProduct, at, type Sample } from '#core/number/sample';
import { type ExactStep, Sweeps } from '#core/number/sweeps';

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

export function slotsOf(steps: readonly Step[]): number {
  return steps.reduce((most, { share }) => (typeof share === 'number' ? most : share.length), 1);
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

/** Parts above this many nodes are solved by going over their links instead of by elimination. */
const LARGE = 150;
/** Parts above this are never eliminated: it would take minutes. Their residual is told. */
const LARGEST = 1500;
/** What may be missing in the end of what entered a part, as a share. */
const CLOSE = 5e-13;

/**
 * A part whose shares are single numbers, made ready for any number of rows. What enters one node visits the others in fixed
 * proportions, which are worked out when first needed.
 */
export class ExactRing {
  readonly #part: readonly number[];
  readonly #ring: Ring;
  readonly #sweeps: Sweeps | null;
  readonly #enters: Float64Array;
  readonly #proportions: (Float64Array | undefined)[];
  #solved: Part | null = null;
  /** The largest share of what entered that was still moving when solving ended; 0 where all was exact. */
  residual = 0;

  constructor(part: readonly number[], ring: Ring) {
    this.#part = part;
    this.#ring = ring;
    this.#enters = new Float64Array(ring.size);
    this.#proportions = new Array<Float64Array | undefined>(ring.size).fill(undefined);
    this.#sweeps =
      ring.size > LARGE
        ? new Sweeps(ring.size, ring.inside as readonly ExactStep[], ring.leaks as readonly ExactStep[])
        : null;
  }

  /** Replaces what enters the nodes of the part by all that passes them; `touched` is 1 where anything does. */
  goRound(visits: Float64Array, touched: Uint8Array): void {
    const part = this.#part;
    for (let i = 0; i < part.length; i++) this.#enters[i] = visits[part[i] as number] as number;
    const swept = this.#sweep(this.#enters);
    if (swept === null) this.#divide(visits, touched);
    else {
      for (let i = 0; i < part.length; i++) {
        const passes = swept[i] as number;
        if (!(passes > 0)) continue;
        visits[part[i] as number] = passes;
        touched[part[i] as number] = 1;
      }
    }
  }

  /** What passes each node of the part for one that enters at a node of it. */
  proportions(from: number): Float64Array {
    const before = this.#proportions[from];
    if (before !== undefined) return before;
    const one = new Float64Array(this.#part.length);
    one[from] = 1;
    const shares = this.#sweep(one) ?? this.#eliminated(one);
    this.#proportions[from] = shares;
    return shares;
  }

  /** Null where the part is small, or where so little leaves that going over the links would lose digits. */
  #sweep(enters: Float64Array): Float64Array | null {
    const sweeps = this.#sweeps;
    if (sweeps === null || this.#solved !== null) return null;
    const passes = sweeps.visits(enters);
    if (sweeps.missed > CLOSE && this.#part.length <= LARGEST) return null;
    this.residual = Math.max(this.residual, sweeps.missed);
    return passes;
  }

  #eliminated(mass: Float64Array): Float64Array {
    this.#solved ??= partIn(this.#ring, 0);
    this.#solved.visits(mass);
    return mass;
  }

  #divide(visits: Float64Array, touched: Uint8Array): void {
    const part = this.#part;
    const entered = part.map((node) => touched[node]);
    for (const node of part) {
      visits[node] = 0;
      touched[node] = 0;
    }
    for (let from = 0; from < part.length; from++) {
      if (entered[from] === 0) continue;
      const enters = this.#enters[from] as number;
      const shares = this.proportions(from);
      for (let i = 0; i < part.length; i++) {
        const share = shares[i] as number;
        if (!(share > 0)) continue;
        const node = part[i] as number;
        visits[node] = (visits[node] as number) + enters * share;
        touched[node] = 1;
      }
    }
  }
}

/** Where the shares are exact and what enters is drawn. */
export function inProportion(part: readonly number[], ring: Ring, busy: readonly Visiting[]): number {
  const exact = new ExactRing(part, ring);
  for (const row of busy) {
    const all: (Sample | undefined)[] = part.map(() => undefined);
    part.forEach((node, from) => {
      const enters = row.visits[node];
      if (enters === undefined) return;
      const shares = exact.proportions(from);
      for (let to = 0; to < shares.length; to++) {
        const share = shares[to] as number;
        if (share > 0) all[to] = addProduct(all[to], enters, share);
      }
    });
    part.forEach((node, index) => {
      row.visits[node] = all[index];
    });
  }
  return exact.residual;
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
