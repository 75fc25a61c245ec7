/**
 * The matrices of `who-bears`: for the whole community (givers by final places) and for one thing (givers by what the thing
 * passes on to). Where no amount is known they say who without saying how much: 1 for a way that is there, null otherwise.
 */

import type { Matrix, Value } from '#core/analyses/finding';
import type { Borne } from '#core/analyses/network/four-frees';
import {
  type Cell,
  cellsLater,
  type LaidOut,
  type Line,
  laidOut,
  layOut,
  layOutPlaces,
} from '#core/analyses/network/matrix';
import type { Link } from '#core/analyses/network/shares';
import type { Row, Trace } from '#core/analyses/network/trace';
import { isThere } from '#core/analyses/network/wiring';
import type { Id } from '#core/model/fact';
import { bandOf } from '#core/number/quantile';
import { plus, type Sample, shown, times } from '#core/number/sample';
import { tidy } from '#core/number/tidy';

export interface Bearing extends Borne {
  /** How much; null cells are given and not counted. */
  readonly matrix: Matrix;
  /** Who, whatever the amounts: 1 or null. */
  readonly reach: () => Matrix;
  /** Whether any cell carries a number. */
  readonly anyKnown: boolean;
  /** Whether any cell is given and not counted. */
  readonly isOpen: boolean;
  /** The sum of the cells that carry a number. */
  readonly takes: number;
}

/** Rows are all givers, columns final places. */
export function bearingOfAll(trace: Trace): Bearing {
  const rows = trace.rows.filter((row) => row.isShown);
  const { placeOf, places } = trace.wiring;
  const isOpen = trace.nodes.some((node) => node.links.some((link) => link.share === null));
  const lines = rows.map((row) => {
    const { carried } = row;
    const open = isOpen || !row.isCounted ? row.mayReach.places().map((id) => placeOf.get(id) as number) : [];
    if (open.length === 0 && row.isCounted)
      return { id: row.id, open, places: carried.places, cells: carried.ends };
    const known = Array.from(carried.places, (_, i) => i).filter((i) =>
      isNumber(carried.ends[i] as Sample, row),
    );
    return {
      id: row.id,
      open,
      places: known.map((i) => carried.places[i] as number),
      cells: known.map((i) => carried.ends[i] as Sample),
    };
  });
  const reach = () =>
    rows.map(
      (row): Line => ({ id: row.id, cells: new Map(row.reaches.places().map((place) => [place, 1])) }),
    );
  return bearing(layOutPlaces(lines, places), reach);
}

/** Rows are those whose gifts reach the node, columns what it passes them on to: its own direct shares. */
export function bearingOf(trace: Trace, node: Id): Bearing {
  const index = trace.indexOf.get(node);
  if (index === undefined) return bearing(laidOut([]), () => []);
  const links = trace.nodes[index]?.links ?? [];
  const trapped = trace.traps.some((trap) => trap.includes(node));
  const { shown: rows, ids } = trace.reaching(index);
  const known = passing(trace, index, rows, trapped);
  const reach = () => {
    const onto = [...new Set(links.filter(isThere).map((link) => link.to.id))];
    return rows
      .map((at) => trace.rows[at] as Row)
      .filter((row) => row.reaches.node(index))
      .map((row): Line => ({ id: row.id, cells: new Map(onto.map((id) => [id, 1])) }));
  };
  const ways = waysOf(links);
  const laid = ways.every((way) => typeof way.share === 'number')
    ? divided(ids, known, ways as readonly ExactWay[])
    : laidOut(ids.map((id, i): Line => ({ id, cells: onward(ways, known[i] ?? null) })));
  return bearing(laid, reach);
}

/** What of each row passes a node; null where that is not known. */
function passing(
  trace: Trace,
  node: number,
  rows: readonly number[],
  trapped: boolean,
): ArrayLike<Sample | null> {
  const column = trace.column(node);
  // The usual case, all counted and all of it passing, needs no list of its own.
  if (!trapped && column.rows.length === rows.length && column.visits instanceof Float64Array) {
    if (rows.every((at, i) => column.rows[i] === at && (trace.rows[at] as Row).isCounted))
      return column.visits;
  }
  let next = 0;
  return rows.map((at) => {
    while (next < column.rows.length && (column.rows[next] as number) < at) next += 1;
    const visits = column.rows[next] === at && !trapped ? column.visits[next] : undefined;
    return visits !== undefined && isNumber(visits, trace.rows[at] as Row) ? visits : null;
  });
}

function bearing({ matrix, whole, isOpen, isBorne }: LaidOut, reachLines: () => readonly Line[]): Bearing {
  return {
    rows: matrix.rows,
    cols: matrix.cols,
    isBorne: isBorne ?? ((row, col) => matrix.cells[row]?.[col] !== 0),
    matrix,
    reach: () => {
      const only = layOut(reachLines());
      return { ...only, cells: only.cells.map((row) => row.map((cell) => (cell === 0 ? null : cell))) };
    },
    anyKnown: whole > 0,
    isOpen,
    takes: whole,
  };
}

interface OnwardWay {
  readonly id: Id;
  /** Null where some flow that way is not counted. */
  readonly share: Sample | null;
}

interface ExactWay {
  readonly id: Id;
  readonly share: number;
}

/** What a thing passes on, by where it goes: several links to one place are one way. Sorted by id. */
function waysOf(links: readonly Link[]): OnwardWay[] {
  const ways = new Map<Id, Sample | null>();
  for (const { to, share } of links.filter(isThere)) {
    const before = ways.get(to.id);
    ways.set(to.id, before == null || share === null ? (before ?? share) : plus(before, share));
  }
  return [...ways].map(([id, share]) => ({ id, share })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Rows divided in fixed shares: the band of a share is the share of the band. Rows are sorted already. */
function divided(rows: readonly Id[], visits: ArrayLike<Sample | null>, ways: readonly ExactWay[]): LaidOut {
  let isAny = false;
  let isAnyOpen = false;
  let isAnyDrawn = false;
  let whole = 0;
  for (let i = 0; i < visits.length; i++) {
    const one = visits[i] as Sample | null;
    if (one === null) isAnyOpen = true;
    else if (typeof one !== 'number') isAnyDrawn = true;
    if (one === null || shown(one) !== 0) isAny = true;
    if (one === null) continue;
    const amount = shown(one);
    for (let way = 0; way < ways.length; way++) whole += tidy(amount * (ways[way] as ExactWay).share);
  }
  const kept = isAny ? ways : [];
  const isOpen = kept.length > 0 && isAnyOpen;
  const cols = kept.map((way) => way.id);
  const isBorne = (row: number, col: number): boolean => {
    const one = visits[row] ?? null;
    return one === null || shown(one) * (kept[col] as ExactWay).share !== 0;
  };
  const make = (): Value[][] =>
    Array.from(visits, (one) =>
      kept.map((way): Value => (one === null ? null : tidy(shown(one) * way.share))),
    );
  const bands =
    isAnyDrawn && kept.length > 0 ? Array.from(visits, (one) => (one === null ? null : bandOf(one))) : [];
  if (bands.every((band) => band === null))
    return { matrix: cellsLater(rows, cols, make), whole, isOpen, isBorne };
  const cells = make();
  const bound = (side: 0 | 1): Value[][] =>
    cells.map((row, i) => {
      const band = bands[i] ?? null;
      return band === null ? row : kept.map((way) => band[side] * way.share);
    });
  return { matrix: { rows, cols, cells, low: bound(0), high: bound(1) }, whole, isOpen, isBorne };
}

/** What passes a thing, divided over where it goes. */
function onward(ways: readonly OnwardWay[], visits: Sample | null): Map<Id, Cell> {
  return new Map(
    ways.map(
      ({ id, share }) => [id, visits === null || share === null ? null : times(visits, share)] as const,
    ),
  );
}

/** Nothing known together with something uncounted is not nothing. */
function isNumber(amount: Sample, row: Row): boolean {
  return row.isCounted || shown(amount) > 0;
}
