/**
 * Quantiles of the PERT distribution (lambda 4): a beta distribution with alpha = 1 + 4 (likely − least)/(most − least)
 * and beta = 6 − alpha. Its distribution function is summed on a grid once for each shape and read backwards.
 */

const CELLS = 256;
const known = new Map<string, Float64Array>();

/** The density without its constant, at x of 0 to 1. */
function density(x: number, alpha: number): number {
  return x ** (alpha - 1) * (1 - x) ** (5 - alpha);
}

/**
 * `count` quantiles of the PERT distribution on 0 to 1 at (i + ½)/count, rising. `mode` is where its likely value lies,
 * 0 to 1. Accurate to about one part in a million. The same array is given again: do not write to it.
 */
export function pertQuantiles(mode: number, count: number): Float64Array {
  const key = `${mode} ${count}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size > 2000) known.clear();
  const made = invert(1 + 4 * mode, count);
  known.set(key, made);
  return made;
}

function invert(alpha: number, count: number): Float64Array {
  const edges = new Float64Array(CELLS + 1);
  const sums = new Float64Array(CELLS + 1);
  for (let i = 0; i <= CELLS; i++) edges[i] = density(i / CELLS, alpha);
  for (let i = 0; i < CELLS; i++) {
    const middle = density((i + 0.5) / CELLS, alpha);
    const area = ((edges[i] as number) + 4 * middle + (edges[i + 1] as number)) / (6 * CELLS);
    sums[i + 1] = (sums[i] as number) + area;
  }
  const total = sums[CELLS] as number;
  const out = new Float64Array(count);
  let cell = 0;
  for (let i = 0; i < count; i++) {
    const wanted = ((i + 0.5) / count) * total;
    while (cell < CELLS - 1 && (sums[cell + 1] as number) < wanted) cell++;
    out[i] = (cell + within(edges, sums, cell, wanted)) / CELLS;
  }
  return out;
}

/** Where in a cell (0 to 1) the wanted area is reached, taking the density as a straight line across the cell. */
function within(edges: Float64Array, sums: Float64Array, cell: number, wanted: number): number {
  const from = edges[cell] as number;
  const to = edges[cell + 1] as number;
  const area = (sums[cell + 1] as number) - (sums[cell] as number);
  const mean = (from + to) / 2;
  if (area <= 0 || mean <= 0) return 0.5;
  // Scaled, so that the straight line has exactly the area of the cell.
  const part = ((wanted - (sums[cell] as number)) / area) * mean;
  const slope = to - from;
  if (Math.abs(slope) < 1e-12 * mean) return part / mean;
  return (-from + Math.sqrt(Math.max(0, from * from + 2 * slope * part))) / slope;
}
