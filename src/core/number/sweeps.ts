/**
 * Visits in a large part of a network, by going over its links again and again: y = x + y A, each node taking up what has
 * just been found for the others, and the whole kept in scale, so that what leaves is what entered. What does not settle is
 * told as the residual. Takes longer where much goes round in separate corners; then elimination is the better way.
 */

export interface ExactStep {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** Going over the links stops when less than this share of what entered still moves. */
const STILL = 3e-15;
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
  /** What arrives at the nodes and is not sent on in the end, as a share of what entered, at worst. */
  residual = 0;
  /** The same, of what was asked last. */
  missed = 0;

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
    for (let sweep = 0; sweep < MOST_SWEEPS && moved > STILL * whole; sweep++)
      moved = this.#sweep(enters, y, whole);
    this.missed = whole > 0 ? this.#unsettled(enters, y) / whole : 0;
    this.residual = Math.max(this.residual, this.missed);
    return y;
  }

  /**
   * Goes over all nodes once, then makes what leaves equal what entered: the slowest error is one of scale, and goes at
   * once. Answers how far any node moved.
   */
  #sweep(enters: Float64Array, y: Float64Array, whole: number): number {
    const n = this.#size;
    let moved = 0;
    let left = 0;
    for (let node = 0; node < n; node++) {
      const visits = this.#arrivesAt(node, enters, y) / (this.#leaves[node] as number);
      const step = Math.abs(visits - (y[node] as number));
      if (step > moved) moved = step;
      y[node] = visits;
      left += visits * (this.#leaks[node] as number);
    }
    if (left > 0 && left !== whole) {
      const scale = whole / left;
      for (let node = 0; node < n; node++) y[node] = (y[node] as number) * scale;
    }
    return moved;
  }

  #arrivesAt(node: number, enters: Float64Array, y: Float64Array): number {
    const end = this.#starts[node + 1] as number;
    let arrives = enters[node] as number;
    for (let at = this.#starts[node] as number; at < end; at++) {
      arrives += (y[this.#from[at] as number] as number) * (this.#share[at] as number);
    }
    return arrives;
  }

  /** By how much the nodes together send on more or less than arrives. */
  #unsettled(enters: Float64Array, y: Float64Array): number {
    let off = 0;
    for (let node = 0; node < this.#size; node++) {
      off += Math.abs(
        this.#arrivesAt(node, enters, y) - (y[node] as number) * (this.#leaves[node] as number),
      );
    }
    return off;
  }
}
