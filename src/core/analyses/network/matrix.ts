/** Lays a matrix out for a finding: sorted, without empty columns, with bands where there are draws. */
import type { Matrix, Value } from '#core/analyses/finding';
import type { Id } from '#core/model/fact';
import { bandOf } from '#core/number/quantile';
import { type Sample, shown } from '#core/number/sample';
import { tidy } from '#core/number/tidy';

/** A cell: a number with its draws, null where something is there and nobody knows how much. No cell: nothing is there. */
export type Cell = Sample | null;

export interface Line {
  readonly id: Id;
  readonly cells: ReadonlyMap<Id, Cell>;
}

/** Columns in which no line has anything are left out; lines are kept as they are given. Both are sorted by id. */
export function layOut(lines: readonly Line[]): Matrix {
  const rows = [...lines].sort((a, b) => (a.id < b.id ? -1 : 1));
  const filled = new Set<Id>();
  for (const row of rows) {
    for (const [id, cell] of row.cells) if (cell === null || shown(cell) !== 0) filled.add(id);
  }
  const cols = [...filled].sort();
  const indexOf = new Map(cols.map((id, index) => [id, index]));
  const empty = (): Value[][] => rows.map(() => new Array<Value>(cols.length).fill(0));
  const cells = empty();
  const bands: { readonly row: number; readonly col: number; readonly band: readonly [number, number] }[] =
    [];
  rows.forEach((line, row) => {
    const values = cells[row] as Value[];
    for (const [id, cell] of line.cells) {
      const col = indexOf.get(id);
      if (col === undefined) continue;
      values[col] = cell === null ? null : tidy(shown(cell));
      const band = cell === null ? null : bandOf(cell);
      if (band !== null) bands.push({ row, col, band });
    }
  });
  const matrix: Matrix = { rows: rows.map((row) => row.id), cols, cells };
  if (bands.length === 0) return matrix;
  const low = cells.map((row) => [...row]);
  const high = cells.map((row) => [...row]);
  for (const { row, col, band } of bands) {
    (low[row] as Value[])[col] = band[0];
    (high[row] as Value[])[col] = band[1];
  }
  return { ...matrix, low, high };
}
