/**
 * Exact visits in one strongly connected part of a network: y = x (I − A)⁻¹ for a matrix A of shares whose rows, with
 * what leaks out of the part, sum to 1. Nodes are eliminated one by one, and the share that stays is never computed as
 * one minus something but as the sum of what leaves (after Grassmann, Taksar and Heyman). No subtraction, so no digit is
 * lost even when almost everything goes round, and what went in comes out to the last places.
 */

export class Part {
  readonly #size: number;
  /** Rows: shares at the time when the later of the two nodes is eliminated. */
  readonly #shares: Float64Array;
  readonly #leaves: Float64Array;

  /**
   * `shares` is size × size, row by row, and is taken over; `leaks` is what each node sends out of the part. The diagonal
   * need not be filled: what a node sends to itself follows from the rest of its row.
   */
  constructor(size: number, shares: Float64Array, leaks: Float64Array) {
    this.#size = size;
    this.#shares = shares;
    this.#leaves = new Float64Array(size);
    this.#eliminate(leaks);
  }

  #eliminate(leaks: Float64Array): void {
    const n = this.#size;
    const a = this.#shares;
    for (let k = n - 1; k >= 0; k--) {
      const row = k * n;
      let leaves = leaks[k] as number;
      for (let j = 0; j < k; j++) leaves += a[row + j] as number;
      this.#leaves[k] = leaves;
      if (leaves <= 0) continue;
      for (let i = 0; i < k; i++) {
        const through = (a[i * n + k] as number) / leaves;
        if (through === 0) continue;
        for (let j = 0; j < k; j++)
          a[i * n + j] = (a[i * n + j] as number) + through * (a[row + j] as number);
        leaks[i] = (leaks[i] as number) + through * (leaks[k] as number);
      }
    }
  }

  /**
   * Turns what enters each node from outside (`mass`, in place) into all that passes it. Where nothing leaves the part,
   * what enters is counted once and goes no further.
   */
  visits(mass: Float64Array): void {
    const n = this.#size;
    const a = this.#shares;
    for (let k = n - 1; k >= 0; k--) {
      const leaves = this.#leaves[k] as number;
      if (leaves <= 0) continue;
      const share = (mass[k] as number) / leaves;
      if (share === 0) continue;
      for (let j = 0; j < k; j++) mass[j] = (mass[j] as number) + share * (a[k * n + j] as number);
    }
    for (let k = 0; k < n; k++) {
      const leaves = this.#leaves[k] as number;
      let arrives = mass[k] as number;
      for (let j = 0; j < k; j++) arrives += (mass[j] as number) * (a[j * n + k] as number);
      mass[k] = leaves > 0 ? arrives / leaves : arrives;
    }
  }
}
