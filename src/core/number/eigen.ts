/**
 * Eigenvalues of a small real matrix: reduced to Hessenberg form by elimination with pivots, then by QR steps with
 * Wilkinson's shift in complex numbers, one eigenvalue at a time. Meant for some dozens of rows, not for thousands.
 * Source: Golub and Van Loan, Matrix Computations, chapter 7.
 */

/** Below this share of the largest entry a number is nothing: the squares of what is less would have no digits left. */
const TINY = 1e-100;

export interface Complex {
  readonly re: number;
  readonly im: number;
}

const plus = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });
const minus = (a: Complex, b: Complex): Complex => ({ re: a.re - b.re, im: a.im - b.im });
const times = (a: Complex, b: Complex): Complex => ({
  re: a.re * b.re - a.im * b.im,
  im: a.re * b.im + a.im * b.re,
});
const scaled = (a: Complex, by: number): Complex => ({ re: a.re * by, im: a.im * by });
const conjugate = (a: Complex): Complex => ({ re: a.re, im: -a.im });
const size = (a: Complex): number => Math.hypot(a.re, a.im);

function root(a: Complex): Complex {
  const length = size(a);
  const re = Math.sqrt((length + Math.abs(a.re)) / 2);
  if (re === 0) return { re: 0, im: 0 };
  const im = Math.abs(a.im) / (2 * re);
  return a.re >= 0 ? { re, im: a.im < 0 ? -im : im } : { re: im, im: a.im < 0 ? -re : re };
}

type Rows = Complex[][];

/** Similar to the matrix, with nothing below the first diagonal under the main one. */
function hessenberg(matrix: readonly (readonly number[])[]): Rows {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  for (let k = 1; k < n - 1; k += 1) {
    let pivot = k;
    for (let i = k; i < n; i += 1) if (Math.abs(a[i]![k - 1]!) > Math.abs(a[pivot]![k - 1]!)) pivot = i;
    if (a[pivot]![k - 1] === 0) continue;
    [a[pivot], a[k]] = [a[k]!, a[pivot]!];
    for (const row of a) [row[pivot], row[k]] = [row[k]!, row[pivot]!];
    for (let i = k + 1; i < n; i += 1) {
      const by = a[i]![k - 1]! / a[k]![k - 1]!;
      if (by === 0) continue;
      for (let j = 0; j < n; j += 1) a[i]![j]! -= by * a[k]![j]!;
      for (const row of a) row[k]! += by * row[i]!;
    }
  }
  return a.map((row, i) => row.map((re, j) => ({ re: j < i - 1 ? 0 : re, im: 0 })));
}

/** The eigenvalue of the last two rows up to `high` that lies nearest to the last entry. */
function shift(h: Rows, high: number): Complex {
  const [a, b] = [h[high - 1]![high - 1]!, h[high - 1]![high]!];
  const [c, d] = [h[high]![high - 1]!, h[high]![high]!];
  const half = scaled(minus(a, d), 0.5);
  const spread = root(plus(times(half, half), times(b, c)));
  const middle = plus(d, half);
  const [one, other] = [plus(middle, spread), minus(middle, spread)];
  return size(minus(one, d)) < size(minus(other, d)) ? one : other;
}

/** One QR step on the rows and columns from `low` to `high`. */
function step(h: Rows, low: number, high: number, by: Complex): void {
  for (let i = low; i <= high; i += 1) h[i]![i] = minus(h[i]![i]!, by);
  const turns: [Complex, Complex][] = [];
  for (let k = low; k < high; k += 1) {
    const [x, y] = [h[k]![k]!, h[k + 1]![k]!];
    const length = Math.hypot(size(x), size(y));
    const [c, s] =
      length === 0
        ? [
            { re: 1, im: 0 },
            { re: 0, im: 0 },
          ]
        : [scaled(x, 1 / length), scaled(y, 1 / length)];
    turns.push([c, s]);
    for (let j = k; j <= high; j += 1) {
      const [p, q] = [h[k]![j]!, h[k + 1]![j]!];
      h[k]![j] = plus(times(conjugate(c), p), times(conjugate(s), q));
      h[k + 1]![j] = minus(times(c, q), times(s, p));
    }
  }
  for (const [at, [c, s]] of turns.entries()) {
    const k = low + at;
    for (let i = low; i <= Math.min(high, k + 1); i += 1) {
      const [p, q] = [h[i]![k]!, h[i]![k + 1]!];
      h[i]![k] = plus(times(p, c), times(q, s));
      h[i]![k + 1] = minus(times(q, conjugate(c)), times(p, conjugate(s)));
    }
  }
  for (let i = low; i <= high; i += 1) h[i]![i] = plus(h[i]![i]!, by);
}

/**
 * The eigenvalues of a square matrix given by rows, largest real part first. Null where some entry is no finite number,
 * or where the steps do not come to rest.
 */
export function eigenvalues(matrix: readonly (readonly number[])[]): Complex[] | null {
  if (matrix.some((row) => row.length !== matrix.length || row.some((cell) => !Number.isFinite(cell))))
    return null;
  const largest = matrix.reduce((most, row) => row.reduce((m, cell) => Math.max(m, Math.abs(cell)), most), 0);
  if (largest === 0) return matrix.map(() => ({ re: 0, im: 0 }));
  const h = hessenberg(matrix.map((row) => row.map((cell) => cell / largest)));
  const found: Complex[] = [];
  let high = h.length - 1;
  let tries = 0;
  while (high >= 0) {
    let low = high;
    while (low > 0) {
      const near = size(h[low]![low]!) + size(h[low - 1]![low - 1]!);
      if (size(h[low]![low - 1]!) <= Number.EPSILON * near + TINY) break;
      low -= 1;
    }
    if (low === high) {
      found.push(scaled(h[high]![high]!, largest));
      high -= 1;
      tries = 0;
      continue;
    }
    tries += 1;
    if (tries > 300) return null;
    // Now and then a shift out of line, so that no ring of equal sizes goes round for ever.
    step(h, low, high, tries % 11 === 10 ? { re: size(h[high]![high - 1]!), im: 0 } : shift(h, high));
  }
  return found.sort((a, b) => b.re - a.re || b.im - a.im);
}
