/**
 * The few shares that questions need and no analysis states by itself: a part of some flows among all of them, or of
 * a matrix among its cells. One kind at a time. Null, never a guess, where anything in it is unknown.
 */
import type { Matrix } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type * as T from '#core/model/things';

/** The sum of flows of one kind per month; null as soon as one of them is not known. `none` is zero. */
export function sumOf(view: View, flows: readonly T.Flow[]): number | null {
  let sum = 0;
  for (const flow of flows) {
    const rate = view.rate(flow);
    if (rate.is === 'none') continue;
    if (rate.is !== 'known') return null;
    sum += rate.mean;
  }
  return sum;
}

/** A part among all, 0 to 1; null where unknown, or where there is nothing to share. */
export function shareOf(view: View, part: readonly T.Flow[], all: readonly T.Flow[]): number | null {
  const one = sumOf(view, part);
  const whole = sumOf(view, all);
  return one === null || whole === null || whole === 0 ? null : one / whole;
}

/** The share of a matrix that lies in these columns; null where a cell is unknown or the matrix is empty. */
export function columnShare(matrix: Matrix, columns: readonly Id[]): number | null {
  let part = 0;
  let whole = 0;
  for (const row of matrix.cells) {
    for (const [index, cell] of row.entries()) {
      if (cell === null) return null;
      whole += cell;
      if (columns.includes(matrix.cols[index] ?? '')) part += cell;
    }
  }
  return whole === 0 ? null : part / whole;
}

/** The largest row of a matrix as a share of all of it; null where nothing is known. */
export function largestRow(
  matrix: Matrix,
  besides: readonly Id[] = [],
): { readonly row: Id; readonly share: number } | null {
  const sums = matrix.rows.map((row, index) => ({
    row,
    sum: (matrix.cells[index] ?? []).reduce<number>((sum, cell) => sum + (cell ?? 0), 0),
  }));
  const whole = sums.reduce((sum, one) => sum + one.sum, 0);
  const named = sums.filter((one) => !besides.includes(one.row)).sort((a, b) => b.sum - a.sum)[0];
  return named === undefined || whole === 0 ? null : { row: named.row, share: named.sum / whole };
}

/** Flows of a currency. */
export function isMoney(view: View, kind: Id | null): boolean {
  return kind !== null && view.kind(kind)?.currency === true;
}

/** Flows of people's time. */
export function isHours(view: View, kind: Id | null): boolean {
  return kind !== null && view.kind(kind)?.unit === 'h';
}
