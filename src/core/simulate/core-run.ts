/** Runs the small core with some parameters and changes, and reads from a run whether the community still stands. */
import { CORE_STOCKS, type CoreParameters, type CoreStock } from '#core/simulate/core-parameters';
import { coreSystem } from '#core/simulate/core-system';
import { interpret, type Run } from '#core/simulate/interpret';

/** Levels below which a community no longer stands at a month's end (section 5, survival). */
export const SURVIVES = { K: 2, E: 0.3, T: 0.3, M: 0 } as const;

/** Parameter names of the system for the names of the contract: `needs` and `mi` are spread out. */
export function flatten(set: Readonly<Record<string, unknown>>): Record<string, number> {
  const flat: Record<string, number> = {};
  for (const [name, value] of Object.entries(set)) {
    if (name === 'needs') {
      for (const [index, need] of (value as [number, number][]).entries()) {
        flat[`q${index + 1}`] = need[0];
        flat[`beta${index + 1}`] = need[1];
      }
    } else if (name === 'mi') {
      for (const [index, effect] of (value as number[]).entries()) flat[`m${index + 1}`] = effect;
    } else {
      flat[name] = value as number;
    }
  }
  return flat;
}

/** Runs the core over some months. */
export function runCore(parameters: CoreParameters, months: number): Run {
  return interpret(coreSystem(parameters), {
    months,
    start: { X: parameters.X0, ...parameters.start },
    changes: parameters.changes.map(({ at, set }) => ({ at, set: flatten(set) })),
  });
}

/** The level of a stock at a month's end. */
export function levelAt(run: Run, month: number, stock: CoreStock): number {
  return run.levels[month]?.[CORE_STOCKS.indexOf(stock)] ?? Number.NaN;
}

const PLACES = Object.entries(SURVIVES).map(
  ([stock, least]) => [CORE_STOCKS.indexOf(stock as CoreStock), least] as const,
);

/** The first month at whose end the community no longer stood; null where it stood to the end. */
export function firstFall(run: Run): number | null {
  const month = run.levels.findIndex((levels) =>
    PLACES.some(([place, least]) => !((levels[place] ?? 0) >= least)),
  );
  return month >= 0 ? month : (run.diverged?.month ?? null);
}

/** Whether a run kept standing at every month's end. */
export function stands(run: Run): boolean {
  return firstFall(run) === null;
}
