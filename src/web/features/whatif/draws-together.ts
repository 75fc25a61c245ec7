/**
 * One thousand draws between two workers: one goes from the first draw on, its mate from the last one back, until they
 * meet. Each draw has its own seed, so that the numbers are the same whoever ran it, and however fast the mate is.
 */
import type { Part, Simulation } from '#core/simulate/simulation';

/** Draws between two looks at the post. */
export const PORTION = 50;

/** A portion of each simulation that is drawn, from the mate. */
export interface Portion {
  /** Counted from 0. */
  readonly portion: number;
  readonly parts: readonly Part[];
}

/** All draws of these simulations, as far as they go here; portions of a mate are put in as they come. */
export class DrawsTogether {
  readonly #simulations: readonly Simulation[];
  readonly #portions: number;
  #next = 0;
  #back: number;

  constructor(simulations: readonly Simulation[]) {
    this.#simulations = simulations;
    this.#portions = portionsOf(simulations);
    this.#back = this.#portions;
  }

  /** 0 to 1. */
  get done(): number {
    return this.#portions === 0 ? 1 : 1 - (this.#back - this.#next) / this.#portions;
  }

  /** Draws the next portion here. */
  draw(): void {
    if (this.#next >= this.#back) return;
    const from = this.#next * PORTION;
    this.#next += 1;
    for (const one of this.#simulations) one.take(one.part(from, PORTION));
  }

  /** Puts in what the mate has drawn; what was drawn here meanwhile is left out. */
  take({ portion, parts }: Portion): void {
    if (portion !== this.#back - 1 || portion < this.#next) return;
    this.#back = portion;
    for (const [at, one] of this.#simulations.entries()) one.take(parts[at] as Part);
  }
}

/** What the mate does: portion after portion from the last one back, until `goOn` says no. */
export async function drawBackwards(
  simulations: readonly Simulation[],
  post: (portion: Portion) => void,
  goOn: () => Promise<boolean>,
): Promise<void> {
  for (let portion = portionsOf(simulations) - 1; portion >= 0; portion -= 1) {
    post({ portion, parts: simulations.map((one) => one.part(portion * PORTION, PORTION)) });
    if (!(await goOn())) return;
  }
}

function portionsOf(simulations: readonly Simulation[]): number {
  return Math.ceil(Math.max(0, ...simulations.map((one) => one.of)) / PORTION);
}
