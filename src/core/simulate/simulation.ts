/**
 * A community run forward under a scenario: once as described, and many times with its guesses drawn. Work comes in
 * portions, so that a page can show how far it is and stop it; nothing here waits or reads a clock. What comes out is what
 * the described assumptions imply, never a forecast.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { nameOf } from '#core/model/fact';
import type { ScenarioChange } from '#core/model/things';
import { type Compiled, compile, type Told } from '#core/simulate/compile/compile';
import { type Fan, fanOf } from '#core/simulate/core-report';
import { Drawing } from '#core/simulate/drawing';
import { withValues } from '#core/simulate/edited';
import type { Change, Run, RunInput } from '#core/simulate/interpret';
import { type Preset, presets } from '#core/simulate/presets';
import { type Applied, applyScenario, flowsToCome, type ToldChange } from '#core/simulate/scenario';
import { type Fall, Standing } from '#core/simulate/standing';
import { Engine, Many } from '#core/simulate/wasm/engine';
import { type ShareOfDraws, wilson } from '#core/simulate/wilson';
import type { Message } from '#core/words/message';

/** A scenario of the file or a preset by its id, or changes made up on a page. */
export type ScenarioChoice =
  | string
  | { readonly id: string; readonly name: string; readonly changes: readonly ScenarioChange[] };

export interface SimulationOptions {
  /** Absent: the baseline, in which nothing changes. */
  readonly scenario?: ScenarioChoice | null;
  readonly months?: number;
  readonly runs?: number;
  readonly seed?: number;
  /** Parameters put in place of the file's own (symbols of section 5), as under `simulation: {parameters}`. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Assumptions that somebody edited, by their id. */
  readonly values?: Readonly<Record<string, number>>;
  /** Levers and factors moved from the start on, by their id: `joins: 2`. */
  readonly levers?: Readonly<Record<string, number>>;
}

export const SIMULATION_DEFAULTS = { months: 60, runs: 1000, seed: 1 } as const;

export interface ScenarioEntry {
  readonly id: string;
  readonly name: string;
  readonly origin: 'file' | 'preset' | 'page';
}

/** No scenario has that id. */
export class UnknownScenario extends RangeError {
  readonly known: readonly string[];
  readonly id: string;

  constructor(id: string, known: readonly string[]) {
    super(`There is no scenario ${id}. There are: ${known.join(', ')}.`);
    this.id = id;
    this.known = known;
  }
}

export type Series = Readonly<Record<string, readonly number[]>>;

export interface SimulationResult {
  readonly scenario: ScenarioEntry | null;
  readonly months: number;
  /** Runs done so far. */
  readonly runs: number;
  /** The run as described, by told series, from month 0. */
  readonly series: Series;
  readonly fans: Readonly<Record<string, Fan>>;
  readonly survival: ShareOfDraws;
  readonly falls: Fall | null;
  readonly changes: readonly ToldChange[];
  readonly problems: readonly Message[];
  readonly unflowed: readonly Unflowed[];
  readonly diverged: Run['diverged'];
}

/** What a pool was asked for and could not pay in the run as described. */
export interface Unflowed {
  readonly pool: Id;
  readonly name: string;
  /** The first month at whose end something was missing. */
  readonly month: number;
  /** All that was missing by the end. */
  readonly amount: number;
  readonly unit: string;
}

/** The scenarios that can be run on this community: those of the file, then the presets. */
export function scenarioList(view: View, compiled: Compiled = compile(view)): readonly ScenarioEntry[] {
  return [
    ...view.scenarios.map((one): ScenarioEntry => ({ id: one.id, name: nameOf(one), origin: 'file' })),
    ...presets(view, compiled).map(
      (one): ScenarioEntry => ({ id: one.id, name: one.name.text, origin: 'preset' }),
    ),
  ];
}

interface Chosen {
  readonly entry: ScenarioEntry | null;
  readonly compiled: Compiled;
  readonly applied: Applied;
}

const NOTHING: Applied = { changes: [], told: [], problems: [] };

/** The equations of a community with what a scenario changes in them. */
function choose(view: View, { scenario = null, parameters = {}, values = {} }: SimulationOptions): Chosen {
  const edited = (compiled: Compiled): Compiled => ({
    ...compiled,
    system: withValues(compiled.system, values),
  });
  if (scenario === null)
    return { entry: null, compiled: edited(compile(view, { parameters })), applied: NOTHING };
  const own = typeof scenario === 'string' ? view.scenarios.find((one) => one.id === scenario) : scenario;
  if (own !== undefined) {
    const compiled = edited(compile(view, { parameters, also: flowsToCome(view, own.changes) }));
    const entry: ScenarioEntry =
      typeof scenario === 'string'
        ? { id: own.id, name: nameOf(own as Parameters<typeof nameOf>[0]), origin: 'file' }
        : { id: own.id, name: scenario.name, origin: 'page' };
    return { entry, compiled, applied: applyScenario(view, compiled, own.changes) };
  }
  const compiled = edited(compile(view, { parameters }));
  const all = presets(view, compiled);
  const preset: Preset | undefined = all.find((one) => one.id === scenario);
  if (preset === undefined)
    throw new UnknownScenario(
      String(scenario),
      scenarioList(view, compiled).map((one) => one.id),
    );
  return { entry: { id: preset.id, name: preset.name.text, origin: 'preset' }, compiled, applied: preset };
}

/** What does not depend on where the levers stand. */
interface Built extends Chosen {
  readonly engine: Engine;
  readonly holds: Standing;
  readonly drawing: Drawing;
  /** For many runs, by what its changes set. */
  readonly manys: Map<string, Many>;
}

function build(view: View, options: SimulationOptions): Built {
  const { runs, seed } = { ...SIMULATION_DEFAULTS, ...options };
  const chosen = choose(view, options);
  const { compiled } = chosen;
  return {
    ...chosen,
    engine: new Engine(compiled.system),
    holds: new Standing(compiled),
    drawing: new Drawing(compiled.system, runs, seed),
    manys: new Map(),
  };
}

/** Some draws of a simulation, as they cross from one worker to another. */
export interface Part {
  readonly runs: number;
  /** How many of them still stand. */
  readonly standing: number;
  readonly kept: Float64Array;
}

/** One community under one scenario. */
export class Simulation {
  readonly compiled: Compiled;
  readonly entry: ScenarioEntry | null;
  readonly engine: Engine;
  readonly input: RunInput;
  /** The run as described. */
  readonly run: Run;
  readonly months: number;
  readonly of: number;
  #done = 0;
  #standing = 0;
  #many: Many | null = null;
  readonly #view: View;
  readonly #options: SimulationOptions;
  readonly #built: Built;
  /** Of each run, of each told series, what it came to month by month. */
  readonly #kept: Float64Array;
  readonly #places: readonly (readonly number[])[];

  /**
   * `built` comes from a simulation that differs in its levers alone; see `moved`.
   *
   * @throws UnknownScenario
   */
  constructor(view: View, options: SimulationOptions = {}, built: Built = build(view, options)) {
    const { months, runs } = { ...SIMULATION_DEFAULTS, ...options };
    const { entry, compiled, applied, engine } = built;
    this.#view = view;
    this.#options = options;
    this.#built = built;
    this.compiled = compiled;
    this.entry = entry;
    this.months = months;
    this.of = runs;
    this.engine = engine;
    const levers: Change[] = options.levers === undefined ? [] : [{ at: 0, set: options.levers }];
    this.input = { months, changes: [...compiled.changes, ...levers, ...applied.changes] };
    this.run = engine.run(this.input);
    const ids = compiled.system.stocks.map((stock) => stock.id);
    this.#places = compiled.told.map((one) => one.stocks.map((stock) => ids.indexOf(stock)));
    this.#kept = new Float64Array(runs * compiled.told.length * (months + 1));
  }

  /** The same from its beginning with other levers. Nothing is built anew, so that curves follow a slider. */
  moved(levers: Readonly<Record<string, number>>): Simulation {
    return new Simulation(this.#view, { ...this.#options, levers }, this.#built);
  }

  /** What is moved from the start on. */
  get levers(): Readonly<Record<string, number>> {
    return this.#options.levers ?? {};
  }

  get done(): number {
    return this.#done;
  }

  /** Runs so many further draws, or as many as are left. */
  more(count: number): void {
    const end = Math.min(this.of, this.#done + count);
    this.#standing += this.#draw(this.#done, end, this.#kept.subarray(this.#done * this.#row));
    this.#done = Math.max(this.#done, end);
  }

  /**
   * Some of the draws, counted from 0, for whoever puts them together (`take`). They are not counted as done here. Each
   * draw has its own seed, so that it has the very bits it would have anywhere.
   */
  part(from: number, count: number): Part {
    const end = Math.min(this.of, from + count);
    const kept = new Float64Array(Math.max(0, end - from) * this.#row);
    return { runs: Math.max(0, end - from), standing: this.#draw(from, end, kept), kept };
  }

  /** Puts in draws that were run elsewhere. Each may come once, in any order: what is told of them does not depend on it. */
  take({ runs, standing, kept }: Part): void {
    if (this.#done + runs > this.of || kept.length !== runs * this.#row)
      throw new RangeError('These draws are not of this simulation, or came before.');
    this.#kept.set(kept, this.#done * this.#row);
    this.#standing += standing;
    this.#done += runs;
  }

  /** Numbers that are kept of one run. */
  get #row(): number {
    return this.#places.length * (this.months + 1);
  }

  /** Runs these draws, writes down each, and gives how many still stand. */
  #draw(from: number, end: number, into: Float64Array): number {
    if (from >= end) return 0;
    const { drawing, holds } = this.#built;
    this.#many ??= this.#manyOf();
    let standing = 0;
    for (let at = from; at < end; ) {
      const drawn: Readonly<Record<string, number>>[] = [];
      for (let run = at; run < Math.min(end, at + this.#many.abreast); run += 1) drawn.push(drawing.of(run));
      for (const [index, run] of this.#many.run(drawn, this.input.changes).entries()) {
        if (holds.fall(run, drawn[index] ?? {}) === null) standing += 1;
        this.#keep(run, into, (at - from + index) * this.#row);
      }
      at += drawn.length;
    }
    return standing;
  }

  /** Compiled for many runs in which the same things are set; before this simulation was moved, perhaps. */
  #manyOf(): Many {
    const { drawing, manys, compiled } = this.#built;
    const set = new Set((this.input.changes ?? []).flatMap((one) => Object.keys(one.set)));
    const key = [...set].sort().join(' ');
    const many = manys.get(key) ?? new Many(compiled.system, this.input, drawing.drawn);
    manys.set(key, many);
    return many;
  }

  /** Takes down one run. */
  #keep({ levels }: Run, kept: Float64Array, place: number): void {
    let at = place;
    for (const places of this.#places) {
      const only = places.length === 1 ? (places[0] as number) : -1;
      for (let month = 0; month <= this.months; month += 1) {
        const row = levels[month < levels.length ? month : levels.length - 1] as Float64Array;
        kept[at++] = only < 0 ? added(row, places) : (row[only] as number);
      }
    }
  }

  /** Where a run first no longer stands; of the run as described where none is given. */
  fall(run: Run = this.run, parameters: Readonly<Record<string, number>> = {}): Fall | null {
    return this.#built.holds.fall(run, parameters);
  }

  /** The told series of a run, by month. */
  series(run: Run = this.run): Series {
    return Object.fromEntries(
      this.compiled.told.map((one, index) => [
        one.key,
        run.levels.map((levels) => added(levels, this.#places[index] ?? [])),
      ]),
    );
  }

  /** What is known so far. */
  result(): SimulationResult {
    const fans = this.compiled.told.map((one, index) => [one.key, fanOf(this.#byMonth(index))] as const);
    return {
      scenario: this.entry,
      months: this.months,
      runs: this.#done,
      series: this.series(),
      fans: Object.fromEntries(fans),
      survival: wilson(this.#standing, this.#done),
      falls: this.fall(),
      changes: this.#built.applied.told,
      problems: this.#built.applied.problems,
      unflowed: this.#unflowed(),
      diverged: this.run.diverged,
    };
  }

  /** Of one told series, for each month, what the runs came to. A few runs at a time, so that memory is read in order. */
  #byMonth(told: number): Float64Array[] {
    const months = this.months + 1;
    const row = this.#places.length * months;
    const values = Array.from({ length: months }, () => new Float64Array(this.#done));
    for (let from = 0; from < this.#done; from += 16) {
      const to = Math.min(this.#done, from + 16);
      for (let month = 0; month < months; month += 1) {
        const into = values[month] as Float64Array;
        for (let run = from; run < to; run += 1)
          into[run] = this.#kept[run * row + told * months + month] as number;
      }
    }
    return values;
  }

  #unflowed(): Unflowed[] {
    return this.compiled.unpaid.flatMap(({ id, name, stock, unit }): Unflowed[] => {
      const place = this.compiled.system.stocks.findIndex((one) => one.id === stock);
      const amount = this.run.levels.at(-1)?.[place] ?? 0;
      const scale = Math.max(1, amount);
      if (!(amount > 1e-6 * scale)) return [];
      const month = this.run.levels.findIndex((levels) => (levels[place] ?? 0) > 1e-6 * scale);
      return [{ pool: id, name, month, amount, unit }];
    });
  }
}

function added(levels: Float64Array, places: readonly number[]): number {
  let sum = 0;
  for (const place of places) sum += levels[place] ?? 0;
  return sum;
}

export interface Progress {
  /** Called after each portion with the share that is done. */
  readonly onProgress?: (done: number) => void;
  /** Asked before each portion; true ends the run with what there is. */
  readonly shouldStop?: () => boolean;
  /** Runs in a portion. */
  readonly portion?: number;
}

/**
 * Runs a community under a scenario to its end, in portions. For a page in a worker; to give the worker time to hear a
 * stop, make a `Simulation` and call `more` from it instead.
 *
 * @throws UnknownScenario
 */
export function runScenario(view: View, options: SimulationOptions & Progress = {}): SimulationResult {
  const { onProgress, shouldStop, portion = 100 } = options;
  const simulation = new Simulation(view, options);
  while (simulation.done < simulation.of && shouldStop?.() !== true) {
    simulation.more(portion);
    onProgress?.(simulation.done / simulation.of);
  }
  return simulation.result();
}

export type { Told };
