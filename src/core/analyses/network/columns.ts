/** A trace read by its nodes instead of by its givers: what passes a node, and whose gifts may reach it. */
import type { Carried } from '#core/analyses/network/carried';
import type { Reached } from '#core/analyses/network/reach';
import type { Id } from '#core/model/fact';
import { members, same, transposed } from '#core/number/bits';
import type { Sample } from '#core/number/sample';

/** What passes one node, row by row. */
export interface Column {
  /** Rising. */
  readonly rows: ArrayLike<number>;
  readonly visits: ArrayLike<Sample>;
}

/** Some rows, by their indices, rising. */
export interface Givers {
  readonly rows: readonly number[];
  /** Of these, the rows to show, and their ids. */
  readonly shown: readonly number[];
  readonly ids: readonly Id[];
}

/** What is carried, node by node: one long list of which each node has a stretch. */
export class Columns {
  readonly #starts: Int32Array;
  readonly #rows: Int32Array;
  readonly #visits: Float64Array | Sample[];

  constructor(rows: readonly Carried[], count: number) {
    const starts = new Int32Array(count + 1);
    for (const { nodes } of rows)
      for (let i = 0; i < nodes.length; i++) starts[(nodes[i] as number) + 1]! += 1;
    for (let node = 0; node < count; node++) starts[node + 1]! += starts[node] as number;
    const whole = starts[count] as number;
    const next = starts.slice();
    this.#starts = starts;
    this.#rows = new Int32Array(whole);
    const isExact = rows.every(({ visits }) => visits instanceof Float64Array);
    const all: Float64Array | Sample[] = isExact ? new Float64Array(whole) : new Array<Sample>(whole).fill(0);
    for (let row = 0; row < rows.length; row++) {
      const { nodes, visits } = rows[row] as Carried;
      for (let i = 0; i < nodes.length; i++) {
        const at = next[nodes[i] as number]!++;
        this.#rows[at] = row;
        all[at] = visits[i] as number;
      }
    }
    this.#visits = all;
  }

  of(node: number): Column {
    const from = this.#starts[node] as number;
    const to = this.#starts[node + 1] as number;
    const visits = this.#visits;
    return {
      rows: this.#rows.subarray(from, to),
      visits: visits instanceof Float64Array ? visits.subarray(from, to) : visits.slice(from, to),
    };
  }
}

interface Giving {
  readonly id: Id;
  readonly isShown: boolean;
  readonly mayReach: Reached;
}

/** Whose gifts may reach each node; nodes that the same reach share one list. */
export class GiversByNode {
  readonly #rows: readonly Giving[];
  /** For each node the rows that may reach it, as bits. */
  readonly #bits: readonly Uint32Array[];
  readonly #known = new Map<number, { readonly bits: Uint32Array; readonly givers: Givers }[]>();

  constructor(rows: readonly Giving[], count: number) {
    this.#rows = rows;
    this.#bits = transposed(
      rows.map((row) => row.mayReach.bits),
      count,
    );
  }

  of(node: number): Givers {
    const bits = this.#bits[node] as Uint32Array;
    let hash = 0;
    for (let i = 0; i < bits.length; i++) hash = (Math.imul(hash, 31) + (bits[i] as number)) | 0;
    const alike = this.#known.get(hash) ?? [];
    const before = alike.find((one) => same(one.bits, bits));
    if (before !== undefined) return before.givers;
    const rows = members(bits);
    const shown = rows.filter((row) => (this.#rows[row] as Giving).isShown);
    const givers = { rows, shown, ids: shown.map((row) => (this.#rows[row] as Giving).id) };
    this.#known.set(hash, [...alike, { bits, givers }]);
    return givers;
  }
}
