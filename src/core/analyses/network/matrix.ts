/** Lays a matrix out for a finding: sorted, without empty columns, with bands where there are draws. */
import type { Matrix, Value } from '#core/analyses/finding';
import type { Id } from '#core/model/fact';
import { bandOf } from '#core/number/quantile';
import { type Sample, shown } from '#core/number/sample';
import { tidy } from '#core/number/tidy';

export interface KnownCell {
  readonly value: number;
  readonly band: readonly [number, number] | null;
}

/** A cell: a number, null where something is there and nobody knows how much. Where there is nothing there is no cell. */
export type Cell = KnownCell | null;

export interface Line {
  readonly id: Id;
  readonly cells: ReadonlyMap<Id, Cell>;
}

export function cellOf(sample: Sample): KnownCell {
  return { value: tidy(shown(sample)), band: bandOf(sample) };
}

/** Columns in which no line has anything are left out; lines are kept as they are given. Both are sorted by id. */
export function layOut(lines: readonly Line[]): Matrix {
  const rows = [...lines].sort((a, b) => (a.id < b.id ? -1 : 1));
  const filled = new Set<Id>();
  let anyBand = false;
  for (const row of rows) {
    for (const [id, cell] of row.cells) {
      if (cell === null || cell.value !== 0) filled.add(id);
      if (cell?.band) anyBand = true;
    }
  }
  const cols = [...filled].sort();
  const laid = (read: (cell: KnownCell) => number): Value[][] =>
    rows.map((row) =>
      cols.map((col) => {
        const cell = row.cells.get(col);
        return cell === undefined ? 0 : cell === null ? null : read(cell);
      }),
    );
  const matrix: Matrix = { rows: rows.map((row) => row.id), cols, cells: laid((cell) => cell.value) };
  if (!anyBand) return matrix;
  return {
    ...matrix,
    low: laid((cell) => cell.band?.[0] ?? cell.value),
    high: laid((cell) => cell.band?.[1] ?? cell.value),
  };
}
