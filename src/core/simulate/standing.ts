/** Whether a run of a compiled community stands: what must hold at each month's end, and where it first fails. */
import type { Compiled, Criterion } from '#core/simulate/compile/compile';
import type { Run } from '#core/simulate/interpret';

export interface Fall {
  readonly month: number;
  readonly criterion: Criterion;
}

interface Placed {
  readonly criterion: Criterion;
  readonly places: readonly number[];
  readonly now: readonly string[];
}

/** Places and bounds of the criteria for one set of parameter values. */
export class Standing {
  readonly #criteria: readonly Placed[];
  readonly #base: ReadonlyMap<string, number>;

  constructor(compiled: Compiled) {
    const ids = compiled.system.stocks.map((stock) => stock.id);
    this.#base = new Map(compiled.system.parameters.map((one) => [one.id, one.value]));
    this.#criteria = compiled.criteria.map((criterion) => ({
      criterion,
      places: criterion.stocks.map((stock) => ids.indexOf(stock)),
      now: criterion.now,
    }));
  }

  /** The first month at whose end something no longer held; null where all held to the end. */
  fall(run: Run, parameters: Readonly<Record<string, number>> = {}): Fall | null {
    const bounds = this.#criteria.map(({ criterion, now }) => {
      const level = now.reduce((sum, id) => sum + (parameters[id] ?? this.#base.get(id) ?? 0), 0);
      return criterion.most
        ? Math.max(criterion.part * level, 1e-9)
        : Math.min(criterion.cap, criterion.part * level);
    });
    for (let month = 0; month < run.levels.length; month += 1) {
      const levels = run.levels[month] as Float64Array;
      for (let index = 0; index < this.#criteria.length; index += 1) {
        const { criterion, places } = this.#criteria[index] as Placed;
        let level = 0;
        for (const place of places) level += levels[place] ?? 0;
        const bound = bounds[index] ?? 0;
        // A level that is no number holds nothing. A hair's breadth is rounding.
        const holds = criterion.most ? level <= bound * (1 + 1e-9) : level >= bound * (1 - 1e-9);
        if (!holds) return { month, criterion };
      }
    }
    const [first] = this.#criteria;
    return run.diverged !== null && first !== undefined
      ? { month: run.diverged.month, criterion: first.criterion }
      : null;
  }
}
