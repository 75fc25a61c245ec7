/** Runs a system in WebAssembly: the same numbers as the interpreter, some hundred times as fast. */
import type { Run, RunInput } from '#core/simulate/interpret';
import type { System } from '#core/simulate/system';
import { emitSystem } from '#core/simulate/wasm/emit';
import { type Beginning, type Exports, Machine, type Rows } from '#core/simulate/wasm/machine';

/** A compiled system. One engine runs one thing at a time. */
export class Engine {
  readonly system: System;
  readonly exports: Exports;
  readonly #machine: Machine;

  constructor(system: System) {
    this.system = system;
    this.#machine = new Machine(system, emitSystem(system));
    this.exports = this.#machine.exports;
  }

  /** Runs month by month, exactly as `interpret` does. */
  run(input: RunInput): Run {
    return this.#machine.run(input)[0] as Run;
  }
}

/**
 * A system compiled for many runs that share everything but the parameters in `drawn`: what is the same in all of them
 * is worked out once, and two runs go side by side where the platform can compute on pairs. Each run has the very bits
 * that it would have alone in `Engine`.
 */
export class Many {
  readonly #machine: Machine;
  readonly #input: RunInput;
  readonly #rows: Rows = [[], []];

  constructor(system: System, input: RunInput, drawn: Iterable<string>) {
    this.#input = input;
    const open = new Set(drawn);
    for (const { set } of input.changes ?? []) for (const id of Object.keys(set)) open.add(id);
    const fixed = new Map(
      system.parameters
        .filter((one) => !open.has(one.id))
        .map((one) => [one.id, input.parameters?.[one.id] ?? one.value]),
    );
    this.#machine = machineFor(system, fixed);
  }

  /** Runs at most so many at a time. */
  get abreast(): number {
    return this.#machine.lanes;
  }

  /**
   * One run for each set of drawn parameters, of which there are at most `abreast`. The next call writes over them.
   * `changes` may stand in for those of the beginning: they set the same things, to other values or at other times.
   */
  run(
    drawn: readonly Readonly<Record<string, number>>[],
    changes: RunInput['changes'] = this.#input.changes,
  ): Run[] {
    const { parameters, start, months } = this.#input;
    const beginnings = drawn.map(
      (own): Beginning => ({ parameters: parameters === undefined ? own : { ...parameters, ...own }, start }),
    );
    const input = changes === undefined ? { months } : { months, changes };
    return this.#machine.run(input, beginnings, this.#rows);
  }
}

/** For two runs side by side; for one where the platform cannot compute on pairs. */
function machineFor(system: System, fixed: ReadonlyMap<string, number>): Machine {
  try {
    return new Machine(system, emitSystem(system, 2, fixed));
  } catch {
    return new Machine(system, emitSystem(system, 1, fixed));
  }
}
