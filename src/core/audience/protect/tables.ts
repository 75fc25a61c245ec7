/** Lays the parts out in tables, one for each kind and standing, and withholds what has to be. */

import { bandOf } from '#core/audience/protect/band';
import type { Mask, MaskFigure, MaskTable } from '#core/audience/protect/mask';
import type { Part, Standing } from '#core/audience/protect/parts';
import { type Contribution, tooTelling, type Why } from '#core/audience/protect/rules';
import { type Figure, suppress } from '#core/audience/protect/suppress';
import type { Id } from '#core/model/fact';

/** What the tables have to know of the parties. */
export interface People {
  /** Whether that id is a party, whose own giving or getting a figure could tell. */
  readonly isParty: (id: Id) => boolean;
  /** How many contributors a party is. */
  readonly heads: (id: Id) => number;
  /** How many people there are in a group as the audience knows it; null where nobody counted. */
  readonly groupSize: (group: Id) => number | null;
  readonly agreed: (id: Id) => boolean;
}

export interface Cell {
  readonly row: Id;
  readonly col: Id;
  readonly parts: readonly Part[];
}

/** A table with the parts of each cell, for those who make flows of it. */
export interface Laid {
  readonly kind: Id;
  readonly standing: Standing;
  readonly level: 'aggregate' | 'range';
  readonly rows: readonly Id[];
  readonly cols: readonly Id[];
  readonly cells: readonly (Cell & MaskFigure)[];
  readonly rowTotals: readonly MaskFigure[];
  readonly colTotals: readonly MaskFigure[];
  readonly total: MaskFigure;
  /** The true figures, withheld or not, as arcs: cells, row totals, column totals, the total. Never leaves this room. */
  readonly figures: readonly Figure[];
  readonly vertices: number;
  readonly withheld: ReadonlySet<number>;
}

/** All tables of an audience, in the order of their kinds and standings. */
export function layTables(parts: readonly Part[], people: People, least: number): Laid[] {
  const tables = grouped(parts, (part) => `${part.kind} ${part.standing} ${part.level}`);
  return [...tables].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, of]) => layTable(of, people, least));
}

function layTable(parts: readonly Part[], people: People, least: number): Laid {
  const first = parts[0] as Part;
  const rows = [...new Set(parts.map((part) => part.row))].sort();
  const cols = [...new Set(parts.map((part) => part.col))].sort();
  const byCell = grouped(parts, (part) => `${part.row} ${part.col}`);
  const byRow = grouped(parts, (part) => part.row);
  const byCol = grouped(parts, (part) => part.col);
  const inRow = (id: Id) => byRow.get(id) ?? [];
  const inCol = (id: Id) => byCol.get(id) ?? [];
  const cells = [...byCell]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, of]): Cell => ({ row: of[0]?.row ?? '', col: of[0]?.col ?? '', parts: of }));
  const figure = figureOf(people, least);
  // Vertices: rows, columns, where all rows begin and where all columns end. The grand total closes the circle.
  const start = rows.length + cols.length;
  const end = start + 1;
  const row = new Map(rows.map((id, at) => [id, at]));
  const col = new Map(cols.map((id, at) => [id, rows.length + at]));
  const rowOf = (id: Id) => row.get(id) ?? 0;
  const colOf = (id: Id) => col.get(id) ?? 0;
  const figures: Figure[] = [
    ...cells.map((cell) => figure(rowOf(cell.row), colOf(cell.col), cell.parts, [cell.row, cell.col])),
    ...rows.map((id) => figure(start, rowOf(id), inRow(id), [id])),
    ...cols.map((id) => figure(colOf(id), end, inCol(id), [id])),
    figure(end, start, parts, []),
  ];
  const { withheld } = suppress(end + 1, figures);
  const shown = (at: number, of: readonly Part[]): MaskFigure => {
    const why = withheld.get(at) ?? null;
    const isKnown = of.some((part) => part.rate.is === 'known');
    if (why !== null || !isKnown) return { amount: null, why };
    const value = rounded(figures[at]?.value ?? 0);
    return { amount: first.level === 'range' ? bandOf(value) : value, why };
  };
  return {
    kind: first.kind,
    standing: first.standing,
    level: first.level,
    rows,
    cols,
    cells: cells.map((cell, at) => ({ ...cell, ...shown(at, cell.parts) })),
    rowTotals: rows.map((id, at) => shown(cells.length + at, inRow(id))),
    colTotals: cols.map((id, at) => shown(cells.length + rows.length + at, inCol(id))),
    total: shown(figures.length - 1, parts),
    figures,
    vertices: end + 1,
    withheld: new Set(withheld.keys()),
  };
}

/** Nine figures say all that was ever counted, and hide in which order it was summed. */
const rounded = (value: number): number => Number(value.toPrecision(9));

function grouped(parts: readonly Part[], key: (part: Part) => string): Map<string, Part[]> {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const group = groups.get(key(part));
    if (group === undefined) groups.set(key(part), [part]);
    else group.push(part);
  }
  return groups;
}

const mean = (part: Part): number => (part.rate.is === 'known' ? part.rate.mean : 0);

function figureOf(people: People, least: number) {
  return (from: number, to: number, parts: readonly Part[], groups: readonly Id[]): Figure => {
    const known = parts.filter((part) => part.rate.is === 'known' && part.rate.mean > 0);
    const own = new Map<Id, number>();
    for (const part of known)
      for (const end of new Set([part.flow.from, part.flow.to]))
        if (people.isParty(end)) own.set(end, (own.get(end) ?? 0) + mean(part));
    const value = known.reduce((sum, part) => sum + mean(part), 0);
    return { from, to, value, parts: own, why: whyNot(known, people, least, groups) };
  };
}

/** Why a sum may not be told by itself: of all its parts, and of those that remain for somebody who knows the others. */
function whyNot(parts: readonly Part[], people: People, least: number, groups: readonly Id[]): Why | null {
  let bits = 0;
  let whole = -1;
  for (const part of parts) {
    bits |= part.knownTo;
    whole &= part.knownTo;
  }
  // Who knows every part of it is told nothing new by the sum.
  bits &= ~whole;
  for (let known = 0; known <= bits; known = known === 0 ? 1 : known << 1) {
    if (known !== 0 && (bits & known) === 0) continue;
    const rest = known === 0 ? parts : parts.filter((part) => (part.knownTo & known) === 0);
    for (const end of ['from', 'to'] as const) {
      const by = contributionsAt(rest, people, end);
      const why = tooTelling([...by.values()], least);
      if (why === null) continue;
      const isSmall = groups.some((group) => (people.groupSize(group) ?? least) < least);
      if (!isSmall) return why;
      if (![...by.keys()].every(people.agreed)) return 'consent';
    }
  }
  return null;
}

/** Who gave (or got) how much. A part between two that are no parties is nobody's own. */
function contributionsAt(parts: readonly Part[], people: People, end: 'from' | 'to'): Map<Id, Contribution> {
  const by = new Map<Id, Contribution>();
  for (const part of parts) {
    const id = part.flow[end];
    // What a pool passes on is nobody's gift; then only who receives it can be told by it.
    if (!people.isParty(id)) continue;
    by.set(id, { heads: people.heads(id), amount: (by.get(id)?.amount ?? 0) + mean(part) });
  }
  return by;
}

/** The tables as the audience may have them. */
export function maskOf(laid: readonly Laid[], least: number, flowOf: (cell: Cell) => Id | null): Mask {
  const tables = laid.map(
    ({ kind, standing, level, rows, cols, rowTotals, colTotals, total, ...table }): MaskTable => ({
      ...{ kind, standing, level, rows, cols, rowTotals, colTotals, total },
      cells: table.cells.map((cell) => ({
        row: cell.row,
        col: cell.col,
        flow: flowOf(cell),
        amount: cell.amount,
        why: cell.why,
      })),
    }),
  );
  return { least, tables };
}
