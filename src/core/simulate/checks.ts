/**
 * Book-keeping over a run: every level against what flowed in and out of it, step by step, by a route of its own that adds
 * up flows and knows nothing of how engines step. A level that its bounds held back shows here as a difference.
 */
import { formula } from '#core/simulate/formula';
import { evaluateWith, type RunInput } from '#core/simulate/interpret';
import type { System } from '#core/simulate/system';
import { Engine } from '#core/simulate/wasm/engine';

export interface Discrepancy {
  readonly stock: string;
  /** The first month by whose end old + in − out no longer gave new. */
  readonly month: number;
  /** New less (old + in − out), largest over the run. */
  readonly by: number;
}

export interface Books {
  /** Steps looked at, over all stocks. */
  readonly looked: number;
  readonly discrepancies: readonly Discrepancy[];
  /** By unit: what came from outside less what went there, and what the stocks rose by. They are equal where books close. */
  readonly byUnit: Readonly<Record<string, { readonly net: number; readonly rise: number }>>;
}

/** What has flowed so far, as a stock that nothing bounds. */
const counter = (id: string): string => `booked_${id}`;

/** Runs a system with every flow added up beside it, and compares. `within`: relative, for rounding. */
export function keepBooks(system: System, input: RunInput, within = 1e-9): Books {
  const told = { explain: '', source: '', facts: [] };
  const counted: System = {
    ...system,
    stocks: [
      ...system.stocks,
      ...system.flows.map((flow) => ({
        id: counter(flow.id),
        unit: '1',
        start: '0',
        least: null,
        most: null,
        ...told,
      })),
    ],
    flows: [
      ...system.flows,
      ...system.flows.map((flow) => ({
        ...flow,
        id: `again_${flow.id}`,
        formula: flow.id,
        from: null,
        to: counter(flow.id),
      })),
    ],
  };
  const run = new Engine(counted).run(input);
  const place = new Map(run.stocks.map((id, index) => [id, index]));
  const at = (month: number, id: string): number => run.levels[month]?.[place.get(id) ?? -1] ?? Number.NaN;
  const moved = (month: number, stock: string): number =>
    system.flows.reduce(
      (sum, flow) =>
        sum +
        (flow.to === stock ? at(month, counter(flow.id)) : 0) -
        (flow.from === stock ? at(month, counter(flow.id)) : 0),
      0,
    );
  const discrepancies: Discrepancy[] = [];
  let looked = 0;
  for (const stock of system.stocks) {
    const turnover = system.flows.reduce(
      (sum, flow) =>
        flow.to === stock.id || flow.from === stock.id
          ? sum + Math.abs(at(run.levels.length - 1, counter(flow.id)))
          : sum,
      Math.abs(at(0, stock.id)),
    );
    let first: number | null = null;
    let by = 0;
    for (let month = 1; month < run.levels.length; month += 1) {
      looked += 1;
      const gap = at(month, stock.id) - at(0, stock.id) - moved(month, stock.id);
      if (Math.abs(gap) <= within * Math.max(1, turnover)) continue;
      first ??= month;
      if (Math.abs(gap) > Math.abs(by)) by = gap;
    }
    if (first !== null) discrepancies.push({ stock: stock.id, month: first, by });
  }
  return { looked, discrepancies, byUnit: unitBooks(system, run.levels.length - 1, at) };
}

function unitBooks(system: System, last: number, at: (month: number, id: string) => number): Books['byUnit'] {
  const books: Record<string, { net: number; rise: number }> = {};
  for (const stock of system.stocks) {
    const book = books[stock.unit] ?? { net: 0, rise: 0 };
    books[stock.unit] = book;
    book.rise += at(last, stock.id) - at(0, stock.id);
    for (const flow of system.flows) {
      if (flow.to === stock.id && flow.from === null) book.net += at(last, counter(flow.id));
      if (flow.from === stock.id && flow.to === null) book.net -= at(last, counter(flow.id));
    }
  }
  return books;
}

/** The largest relative difference at the horizon between steps as they are and steps half as long. */
export function halvingMoves(system: System, input: RunInput): number {
  const [whole, half] = [system, { ...system, dt: system.dt / 2 }].map(
    (one) => new Engine(one).run(input).levels.at(-1) ?? new Float64Array(),
  );
  return Math.max(
    0,
    ...system.stocks.map(
      (_, index) =>
        Math.abs((whole?.[index] ?? Number.NaN) - (half?.[index] ?? Number.NaN)) /
        Math.max(1, Math.abs(half?.[index] ?? 0)),
    ),
  );
}

/** Where a system begins: each start by its formula. */
export function startsOf(system: System): Readonly<Record<string, number>> {
  const values = new Map(system.parameters.map((one) => [one.id, one.value]));
  return Object.fromEntries(
    system.stocks.map((stock) => [stock.id, evaluateWith(formula(stock.start), values)]),
  );
}
