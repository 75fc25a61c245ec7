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
    let fall: Fall | null = null;
    for (let index = 0; index < this.#criteria.length; index += 1) {
      const { criterion, places } = this.#criteria[index] as Placed;
      // Of those that fail in the same month, the first counts.
      const month = failing(run.levels, places, bounds[index] ?? 0, criterion.most, fall?.month);
      if (month >= 0) fall = { month, criterion };
    }
    if (fall !== null) return fall;
    const [first] = this.#criteria;
    return run.diverged !== null && first !== undefined
      ? { month: run.diverged.month, criterion: first.criterion }
      : null;
  }
}

/** The first month before `until` in which what the places add up to is on the wrong side of its bound; −1 where none is. */
function failing(
  levels: readonly Float64Array[],
  places: readonly number[],
  bound: number,
  most: boolean,
  until: number = levels.length,
): number {
  // A level that is no number holds nothing. A hair's breadth is rounding.
  const edge = most ? bound * (1 + 1e-9) : bound * (1 - 1e-9);
  const [only = -1] = places;
  for (let month = 0; month < until; month += 1) {
    const row = levels[month] as Float64Array;
    let level = 0;
    if (places.length === 1) level = row[only] ?? 0;
    else for (const place of places) level += row[place] ?? 0;
    if (!(most ? level <= edge : level >= edge)) return month;
  }
  return -1;
}
