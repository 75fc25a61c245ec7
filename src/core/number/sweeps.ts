/**
 * Visits in a large part of a network, by going over its links again and again: y = x + y A, each node taking up what has
 * just been found for the others. What is still moving at the end is reported, and left out of no total: it is told as the
 * residual. Takes longer the less leaves the part; then elimination is the better way.
 */

export interface ExactStep {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** Going over the links stops when less than this share of what entered still moves. */
const STILL = 1e-15;
const MOST_SWEEPS = 2000;

export class Sweeps {
  readonly #size: number;
  /** Links by the node they lead to, as in a compressed sparse matrix. */
  readonly #starts: Int32Array;
  readonly #from: Int32Array;
  readonly #share: Float64Array;
  /** 1 less what a node keeps in a ring of its own, which is what leaves it. */
  readonly #leaves: Float64Array;
  readonly #leaks: Float64Array;
  /** Share of what entered that had not left at the end, at worst. */
  residual = 0;

  constructor(size: number, inside: readonly ExactStep[], leaks: readonly ExactStep[]) {
    this.#size = size;
    this.#leaves = new Float64Array(size);
    const counts = new Int32Array(size + 1);
    for (const { to } of inside) counts[to + 1] = (counts[to + 1] as number) + 1;
    for (let i = 0; i < size; i++) counts[i + 1] = (counts[i + 1] as number) + (counts[i] as number);
    this.#starts = counts.slice();
    this.#from = new Int32Array(inside.length);
    this.#share = new Float64Array(inside.length);
    for (const { from, to, share } of inside) {
      const at = counts[to] as number;
      counts[to] = at + 1;
      this.#from[at] = from;
      this.#share[at] = share;
      this.#leaves[from] = (this.#leaves[from] as number) + share;
    }
    this.#leaks = new Float64Array(size);
    for (const { from, share } of leaks) {
      this.#leaves[from] = (this.#leaves[from] as number) + share;
      this.#leaks[from] = (this.#leaks[from] as number) + share;
    }
  }

  /** All that passes each node, for what enters it. */
  visits(enters: Float64Array): Float64Array {
    const n = this.#size;
    const y = new Float64Array(n);
    let whole = 0;
    for (let i = 0; i < n; i++) whole += enters[i] as number;
    let moved = whole;
    for (let sweep = 0; sweep < MOST_SWEEPS && moved > STILL * whole; sweep++) {
      moved = 0;
      // There and back, so that a ring is quick in either direction.
      for (let step = 0; step < 2 * n; step++) {
        const node = step < n ? step : 2 * n - 1 - step;
        let arrives = enters[node] as number;
        for (let at = this.#starts[node] as number; at < (this.#starts[node + 1] as number); at++) {
          arrives += (y[this.#from[at] as number] as number) * (this.#share[at] as number);
        }
        const visits = arrives / (this.#leaves[node] as number);
        moved = Math.max(moved, Math.abs(visits - (y[node] as number)));
        y[node] = visits;
      }
    }
    let left = 0;
    for (let i = 0; i < n; i++) left += (y[i] as number) * (this.#leaks[i] as number);
    if (whole > 0) this.residual = Math.max(this.residual, Math.abs(whole - left) / whole);
    return y;
  }
}
