/**
 * Seeded draws of a system's parameters: rates by a lognormal factor whose spread is itself drawn between .15 and .30
 * (section 5), amounts by PERT in their range. The same seed and number of runs give the same draws in any engine, and
 * whichever worker runs them.
 */
import { Draws } from '#core/number/draws';
import type { Sample } from '#core/number/sample';
import { Chance } from '#core/simulate/chance';
import type { System } from '#core/simulate/system';

/** Rates that are shares: at most 1. */
export const SHARES: ReadonlySet<string> = new Set(['j', 'sigma']);

export class Drawing {
  readonly #rates: readonly { readonly id: string; readonly value: number }[];
  readonly #ranges: readonly { readonly id: string; readonly sample: Sample }[];
  readonly #seed: number;
  /** Of the runs that were asked for: a slider asks for the same ones again and again. */
  readonly #known: Record<string, number>[] = [];

  constructor(system: System, runs: number, seed: number) {
    const draws = new Draws(runs, seed);
    this.#seed = seed;
    this.#rates = system.parameters.flatMap((one) =>
      one.drawn?.as === 'rate' ? [{ id: one.id, value: one.value }] : [],
    );
    this.#ranges = system.parameters.flatMap((one) =>
      one.drawn?.as === 'range'
        ? [
            {
              id: one.id,
              sample: draws.pert(one.id, {
                least: one.low,
                likely: one.drawn.likely,
                most: one.high,
                mean: one.value,
              }),
            },
          ]
        : [],
    );
  }

  /** The parameters that are drawn. */
  get drawn(): string[] {
    return [...this.#rates, ...this.#ranges].map((one) => one.id);
  }

  /** The parameters of one run, counted from 0. */
  of(run: number): Readonly<Record<string, number>> {
    this.#known[run] ??= this.#draw(run);
    return this.#known[run];
  }

  #draw(run: number): Record<string, number> {
    const parameters: Record<string, number> = {};
    for (const { id, value } of this.#rates) {
      const drawn = value * new Chance(this.#seed, run, id).factor(0.15, 0.3);
      parameters[id] = SHARES.has(id) ? Math.min(1, drawn) : drawn;
    }
    for (const { id, sample } of this.#ranges)
      parameters[id] = typeof sample === 'number' ? sample : (sample[run + 1] ?? sample[0] ?? 0);
    return parameters;
  }
}
