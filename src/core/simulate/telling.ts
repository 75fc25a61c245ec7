/**
 * All that one scenario says in words, so that each of several beside each other can be told: what changes, what stretches
 * and what gives way beside staying, what tips it, which guess matters, how it ends beyond the horizon.
 */
import { endsBeside } from '#core/simulate/ends';
import {
  type LongRun,
  longRun,
  type SensitivityOf,
  sensitivities,
  sentences,
  stability,
  type Tipping,
  tippings,
} from '#core/simulate/findings';
import type { ToldChange } from '#core/simulate/scenario';
import type { Simulation, Unflowed } from '#core/simulate/simulation';
import type { Message } from '#core/words/message';

export interface Telling {
  readonly changes: readonly ToldChange[];
  /** What stretches, beside staying as things are; none where this is the baseline. */
  readonly grows: readonly Message[];
  /** What gives way. */
  readonly shrinks: readonly Message[];
  /** The verdict first; what could not be done last. */
  readonly says: readonly Message[];
  readonly tipping: readonly Tipping[];
  readonly sensitivity: readonly SensitivityOf[];
  readonly longRun: LongRun;
  readonly unflowed: readonly Unflowed[];
}

/** What a simulation says beside the one in which nothing changes; null: this is that one. */
export function tellingOf(simulation: Simulation, base: Simulation | null): Telling {
  const { changes, problems, unflowed, series } = simulation.result();
  const long = longRun(simulation);
  const { grows, shrinks } =
    base === null ? { grows: [], shrinks: [] } : endsBeside(simulation.compiled.told, base.series(), series);
  return {
    changes,
    grows,
    shrinks,
    says: [...sentences(simulation, long, stability(simulation)), ...problems],
    tipping: tippings(simulation),
    sensitivity: sensitivities(simulation),
    longRun: long,
    unflowed,
  };
}
