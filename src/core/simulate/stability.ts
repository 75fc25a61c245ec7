/**
 * Whether a system returns to where it stands after a small push: eigenvalues of the matrix of slopes by levels, taken by
 * central differences. The largest real part tells: below zero it returns, in about −1/Re λ months; at zero or above it
 * does not. Looks at small pushes only; tipping points and survival look at large ones.
 */
import { type Complex, eigenvalues } from '#core/number/eigen';
import { slopesOf } from '#core/simulate/interpret';
import type { System } from '#core/simulate/system';

export interface Stability {
  /** Largest real part, per month; null where it could not be worked out. */
  readonly rate: number | null;
  /** Months after which a small push has faded to about a third; null where it does not fade. */
  readonly returnMonths: number | null;
  readonly eigenvalues: readonly Complex[];
}

export interface StabilityOptions {
  /** Levels in the order of the stocks. */
  readonly levels: Float64Array;
  readonly parameters?: Readonly<Record<string, number>>;
  /** Stocks that are held where they are. */
  readonly without?: readonly string[];
}

/** Slope of each stock (row) by the level of each stock (column), per month, without the stocks that are held. */
export function jacobian(
  system: System,
  { levels, parameters = {}, without = [] }: StabilityOptions,
): number[][] {
  const slopes = slopesOf(system, parameters);
  const kept = system.stocks.flatMap((stock, index) => (without.includes(stock.id) ? [] : [index]));
  const columns = kept.map((column) => {
    const level = levels[column] ?? 0;
    const by = 1e-6 * Math.max(Math.abs(level), 1e-3);
    const at = (shift: number): Float64Array => {
      const moved = levels.slice();
      moved[column] = level + shift;
      return slopes(moved);
    };
    const [above, below] = [at(by), at(-by)];
    return kept.map((row) => ((above[row] ?? 0) - (below[row] ?? 0)) / (2 * by));
  });
  return kept.map((_, row) => columns.map((column) => column[row] ?? 0));
}

/** Whether small pushes fade at these levels, and how fast. */
export function stabilityAt(system: System, options: StabilityOptions): Stability {
  const found = eigenvalues(jacobian(system, options));
  const rate = found?.[0]?.re ?? null;
  return {
    rate,
    returnMonths: rate !== null && rate < 0 ? -1 / rate : null,
    eigenvalues: found ?? [],
  };
}
