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

/** As `Line`, with columns by index. */
export interface PlaceLine {
  readonly id: Id;
  /** Where something ends and nobody knows how much, unless `cells` say it. */
  readonly open: ArrayLike<number>;
  readonly places: ArrayLike<number>;
  readonly cells: ArrayLike<Sample>;
}

/** A matrix with the sum of its cells. */
export interface LaidOut {
  readonly matrix: Matrix;
  readonly whole: number;
  /** Whether something is there of which nobody knows how much. */
  readonly isOpen: boolean;
  /** Whether a cell is other than nothing, where that can be told without the cells. */
  readonly isBorne?: (row: number, col: number) => boolean;
}

/** Columns in which no line has anything are left out; lines are kept as they are given. Both are sorted by id. */
export function layOut(lines: readonly Line[]): Matrix {
  return laidOut(lines).matrix;
}

/** As `layOut`, with the sum. */
export function laidOut(lines: readonly Line[]): LaidOut {
  const rows = [...lines].sort((a, b) => (a.id < b.id ? -1 : 1));
  const columns = [...new Set(rows.flatMap((row) => [...row.cells.keys()]))].sort();
  const indexOf = new Map(columns.map((id, index) => [id, index] as const));
  const byIndex = rows.map((row): PlaceLine => {
    const open = [...row.cells].filter(([, cell]) => cell === null).map(([id]) => indexOf.get(id) as number);
    const known = [...row.cells].filter(([, cell]) => cell !== null);
    return {
      id: row.id,
      open,
      places: known.map(([id]) => indexOf.get(id) as number),
      cells: known.map(([, cell]) => cell as Sample),
    };
  });
  return layOutPlaces(byIndex, columns);
}

/** As `laidOut`, from columns by their index in a sorted list; the lines are sorted too. */
export function layOutPlaces(lines: readonly PlaceLine[], columns: readonly Id[]): LaidOut {
  const filled = new Uint8Array(columns.length);
  for (const { open, places, cells } of lines) {
    for (let i = 0; i < open.length; i++) filled[open[i] as number] = 1;
    for (let i = 0; i < places.length; i++)
      if (shown(cells[i] as Sample) !== 0) filled[places[i] as number] = 1;
  }
  const cols = columns.filter((_, index) => filled[index] === 1);
  const at = new Int32Array(columns.length).fill(-1);
  for (let index = 0, next = 0; index < filled.length; index++) if (filled[index] === 1) at[index] = next++;
  const rows = lines.map((line) => line.id);
  if (lines.every(isPlain)) {
    const matrix = cellsLater(rows, cols, () => lines.map((line) => rowOf(line, cols.length, at)));
    return { matrix, whole: wholeOf(lines), isOpen: false };
  }
  const cells = lines.map((line) => rowOf(line, cols.length, at));
  const matrix: Matrix = { rows, cols, cells };
  const laid = { whole: wholeOf(lines), isOpen: cells.some((row) => row.includes(null)) };
  const bands = lines.flatMap((line, row) => bandsOf(line, row, at));
  if (bands.length === 0) return { matrix, ...laid };
  const low = cells.map((row) => [...row]);
  const high = cells.map((row) => [...row]);
  for (const { row, col, band } of bands) {
    (low[row] as Value[])[col] = band[0];
    (high[row] as Value[])[col] = band[1];
  }
  return { matrix: { ...matrix, low, high }, ...laid };
}

interface Band {
  readonly row: number;
  readonly col: number;
  readonly band: readonly [number, number];
}

function isPlain(line: PlaceLine): boolean {
  if (line.open.length > 0) return false;
  if (line.cells instanceof Float64Array) return true;
  for (let i = 0; i < line.cells.length; i++) if (typeof line.cells[i] !== 'number') return false;
  return true;
}

/** Cells are laid out in full when somebody reads them: of many givers and places most are nothing. */
export function cellsLater(
  rows: readonly Id[],
  cols: readonly Id[],
  make: () => readonly (readonly Value[])[],
): Matrix {
  let cells: readonly (readonly Value[])[] | undefined;
  return {
    rows,
    cols,
    get cells() {
      cells ??= make();
      return cells;
    },
  };
}

function wholeOf(lines: readonly PlaceLine[]): number {
  let whole = 0;
  for (const { cells } of lines)
    for (let i = 0; i < cells.length; i++) whole += tidy(shown(cells[i] as Sample));
  return whole;
}

function rowOf(line: PlaceLine, width: number, at: Int32Array): Value[] {
  const values = zeros(width);
  for (let i = 0; i < line.open.length; i++) values[at[line.open[i] as number] as number] = null;
  for (let i = 0; i < line.places.length; i++) {
    const col = at[line.places[i] as number] as number;
    if (col !== -1) values[col] = tidy(shown(line.cells[i] as Sample));
  }
  return values;
}

function bandsOf(line: PlaceLine, row: number, at: Int32Array): Band[] {
  const bands: Band[] = [];
  for (let i = 0; i < line.places.length; i++) {
    const col = at[line.places[i] as number] as number;
    const band = col === -1 ? null : bandOf(line.cells[i] as Sample);
    if (band !== null) bands.push({ row, col, band });
  }
  return bands;
}

/** Made of fractions first, so that the machine need not change its mind about what the row holds. */
function zeros(width: number): Value[] {
  return new Array<Value>(width).fill(0.5).fill(0);
}
