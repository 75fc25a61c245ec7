/**
 * The diagonal of (I − G)⁻¹ for one strongly connected part of a network: how often what is at a node comes by again,
 * counting the first time. G may have rows that sum to more than one (a network out of balance), so this is a general
 * elimination with pivoting, not the subtraction-free one for shares.
 */

/** Above this size the part is solved column by column along its links instead of as a full matrix. */
const DENSE = 400;

export interface Diagonal {
  readonly values: Float64Array;
  /** Largest remaining error of (I − G) N = I that was seen; 0 for the full elimination. */
  readonly residual: number;
}

/** `g` is n × n, row by row. Null where the matrix has no inverse. */
export function inverseDiagonal(n: number, g: Float64Array): Diagonal | null {
  if (n === 0) return { values: new Float64Array(0), residual: 0 };
  if (n === 1) {
    const left = 1 - g[0]!;
    return Math.abs(left) < 1e-14 ? null : { values: Float64Array.of(1 / left), residual: 0 };
  }
  if (n > DENSE) {
    const along = alongLinks(n, g);
    if (along !== null) return along;
  }
  return dense(n, g);
}

/** Gauss and Jordan with partial pivoting on [I − G | I], in place. */
function dense(n: number, g: Float64Array): Diagonal | null {
  const a = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < n; j += 1) a[i * n + j] = (i === j ? 1 : 0) - g[i * n + j]!;
  const row = new Int32Array(n);
  const swapped = new Int32Array(n);
  for (let k = 0; k < n; k += 1) row[k] = k;
  for (let k = 0; k < n; k += 1) {
    let pivot = k;
    for (let i = k + 1; i < n; i += 1) if (Math.abs(a[i * n + k]!) > Math.abs(a[pivot * n + k]!)) pivot = i;
    if (Math.abs(a[pivot * n + k]!) < 1e-14) return null;
    swapped[k] = pivot;
    if (pivot !== k) swapRows(a, n, k, pivot);
    eliminateColumn(a, n, k);
  }
  for (let k = n - 1; k >= 0; k -= 1) if (swapped[k] !== k) swapColumns(a, n, k, swapped[k]!);
  const values = new Float64Array(n);
  for (let i = 0; i < n; i += 1) values[i] = a[i * n + i]!;
  return { values, residual: 0 };
}

function eliminateColumn(a: Float64Array, n: number, k: number): void {
  const inverse = 1 / a[k * n + k]!;
  a[k * n + k] = 1;
  for (let j = 0; j < n; j += 1) a[k * n + j]! *= inverse;
  for (let i = 0; i < n; i += 1) {
    if (i === k) continue;
    const factor = a[i * n + k]!;
    if (factor === 0) continue;
    a[i * n + k] = 0;
    for (let j = 0; j < n; j += 1) a[i * n + j]! -= factor * a[k * n + j]!;
  }
}

function swapRows(a: Float64Array, n: number, one: number, other: number): void {
  for (let j = 0; j < n; j += 1) {
    const kept = a[one * n + j]!;
    a[one * n + j] = a[other * n + j]!;
    a[other * n + j] = kept;
  }
}

function swapColumns(a: Float64Array, n: number, one: number, other: number): void {
  for (let i = 0; i < n; i += 1) {
    const kept = a[i * n + one]!;
    a[i * n + one] = a[i * n + other]!;
    a[i * n + other] = kept;
  }
}

/** Follows what starts at each node along the links until less than 10⁻¹⁴ of it is left. Null where it does not fade. */
function alongLinks(n: number, g: Float64Array): Diagonal | null {
  const first = new Int32Array(n + 1);
  const to: number[] = [];
  const share: number[] = [];
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) {
      if (g[i * n + j] === 0) continue;
      to.push(j);
      share.push(g[i * n + j]!);
    }
    first[i + 1] = to.length;
  }
  const values = new Float64Array(n);
  let residual = 0;
  let now = new Float64Array(n);
  let next = new Float64Array(n);
  for (let start = 0; start < n; start += 1) {
    now.fill(0);
    now[start] = 1;
    let back = 1;
    let left = 1;
    for (let step = 0; step < 400 && left > 1e-14; step += 1) {
      next.fill(0);
      left = 0;
      for (let i = 0; i < n; i += 1) {
        const mass = now[i]!;
        if (mass === 0) continue;
        for (let link = first[i]!; link < first[i + 1]!; link += 1) next[to[link]!]! += mass * share[link]!;
      }
      for (let i = 0; i < n; i += 1) left = Math.max(left, next[i]!);
      back += next[start]!;
      [now, next] = [next, now];
    }
    if (left > 1e-13) return null;
    residual = Math.max(residual, left);
    values[start] = back;
  }
  return { values, residual };
}
