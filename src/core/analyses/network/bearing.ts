/**
 * The matrices of `who-bears`: for the whole community (givers by final places) and for one thing (givers by what the thing
 * passes on to). Where no amount is known they say who without saying how much: 1 for a way that is there, null otherwise.
 */
import type { Matrix } from '#core/analyses/finding';
import { type Cell, cellOf, type KnownCell, type Line, layOut, shareOf } from '#core/analyses/network/matrix';
import type { Link } from '#core/analyses/network/shares';
import { isThere } from '#core/analyses/network/solve';
import { nodeMark, type Row, type Trace } from '#core/analyses/network/trace';
import type { Id } from '#core/model/fact';
import { addProduct, type Sample, shown } from '#core/number/sample';

const ONE: KnownCell = { value: 1, band: null };

export interface Bearing {
  /** How much; null cells are given and not counted. */
  readonly matrix: Matrix;
  /** Who, whatever the amounts: 1 or null. */
  readonly reach: () => Matrix;
  /** Whether any cell carries a number. */
  readonly anyKnown: boolean;
}

/** Rows are all givers, columns final places. */
export function bearingOfAll(trace: Trace): Bearing {
  const rows = trace.rows.filter(isShown);
  const lines = rows.map((row): Line => {
    const cells = new Map<Id, Cell>();
    for (const mark of row.mayReach) if (!mark.endsWith('/')) cells.set(mark, null);
    for (const [place, amount] of row.carried.places)
      if (isNumber(amount, row)) cells.set(place, cellOf(amount));
    return { id: row.id, cells };
  });
  const reach = () =>
    rows.map((row): Line => {
      const places = [...row.reaches].filter((mark) => !mark.endsWith('/'));
      return { id: row.id, cells: new Map(places.map((place) => [place, ONE])) };
    });
  return bearing(lines, reach);
}

/** Rows are those whose gifts reach the node, columns what it passes them on to: its own direct shares. */
export function bearingOf(trace: Trace, node: Id): Bearing {
  const index = trace.indexOf.get(node);
  const links = index === undefined ? [] : (trace.nodes[index]?.links ?? []);
  const trapped = trace.traps.some((trap) => trap.includes(node));
  const rows = trace.rows.filter((row) => isShown(row) && row.mayReach.has(nodeMark(node)));
  const lines = rows.map((row): Line => {
    const visits = index === undefined || trapped ? undefined : row.carried.visits[index];
    const known = visits !== undefined && isNumber(visits, row) ? visits : null;
    return { id: row.id, cells: onward(links, known) };
  });
  const reach = () =>
    rows
      .filter((row) => row.reaches.has(nodeMark(node)))
      .map(
        (row): Line => ({
          id: row.id,
          cells: new Map(links.filter(isThere).map((link) => [link.to.id, ONE])),
        }),
      );
  return bearing(lines, reach);
}

function bearing(lines: readonly Line[], reachLines: () => readonly Line[]): Bearing {
  const matrix = layOut(lines);
  return {
    matrix,
    reach: () => {
      const only = layOut(reachLines());
      return { ...only, cells: only.cells.map((row) => row.map((cell) => (cell === 0 ? null : cell))) };
    },
    anyKnown: matrix.cells.some((row) => row.some((cell) => cell !== null && cell > 0)),
  };
}

/** What passes a thing, divided over what it passes it on to. */
function onward(links: readonly Link[], visits: Sample | null): Map<Id, Cell> {
  const whole = visits === null ? null : cellOf(visits);
  const drawn = new Map<Id, Sample>();
  const cells = new Map<Id, Cell>();
  for (const { to, share } of links.filter(isThere)) {
    const several = links.filter((one) => one.to.id === to.id && one.share !== null).length > 1;
    if (visits === null || whole === null || share === null) cells.set(to.id, cells.get(to.id) ?? null);
    else if (typeof share === 'number' && !several) cells.set(to.id, shareOf(whole, share));
    else drawn.set(to.id, addProduct(drawn.get(to.id), visits, share));
  }
  for (const [id, amount] of drawn) cells.set(id, cellOf(amount));
  return cells;
}

/** Nothing known together with something uncounted is not nothing. */
function isNumber(amount: Sample, row: Row): boolean {
  return shown(amount) > 0 || row.inputs.every((input) => input.amount !== null);
}

/** What only appears in draws (a past that is drawn on if less came in than was written) is no row of its own. */
function isShown(row: Row): boolean {
  return row.inputs.some((input) => input.amount === null || shown(input.amount) > 0 || input.fact !== null);
}
