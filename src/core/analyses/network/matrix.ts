/** Lays a matrix of samples out for a finding: sorted, without empty columns, with bands where there are draws. */
import type { Matrix, Value } from '#core/analyses/finding';
import type { Id } from '#core/model/fact';
import { bandOf } from '#core/number/quantile';
import { type Sample, shown } from '#core/number/sample';
import { tidy } from '#core/number/tidy';

/** A cell: a number with its draws, null where something is there and nobody knows how much, 0 where there is nothing. */
export type Cell = Sample | null;

export interface Line {
  readonly id: Id;
  readonly cells: ReadonlyMap<Id, Cell>;
}

/** Columns in which no line has anything are left out; lines are kept as they are given. Both are sorted by id. */
export function layOut(lines: readonly Line[]): Matrix {
  const rows = [...lines].sort((a, b) => (a.id < b.id ? -1 : 1));
  const filled = (cell: Cell): boolean => cell === null || shown(cell) !== 0;
  const cols = [
    ...new Set(rows.flatMap((row) => [...row.cells].filter(([, cell]) => filled(cell)).map(([id]) => id))),
  ].sort();
  const cells = rows.map((row) => cols.map((col) => row.cells.get(col) ?? (row.cells.has(col) ? null : 0)));
  const values = cells.map((row) => row.map((cell): Value => (cell === null ? null : tidy(shown(cell)))));
  const matrix: Matrix = { rows: rows.map((row) => row.id), cols, cells: values };
  const bands = cells.map((row) => row.map((cell) => (cell === null ? null : bandOf(cell))));
  if (!bands.some((row) => row.some((band) => band !== null))) return matrix;
  const bound = (side: 0 | 1): Value[][] =>
    bands.map((row, i) => row.map((band, j) => band?.[side] ?? ((values[i] as Value[])[j] as Value)));
  return { ...matrix, low: bound(0), high: bound(1) };
}
