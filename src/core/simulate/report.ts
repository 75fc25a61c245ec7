/**
 * The answer of `potluck simulate` about a community, for every door: series month by month, fans, survival, tipping points,
 * guesses that matter, assumptions with their sources, and how the other scenarios end beside it.
 */
import type { View } from '#core/audience/view';
import { isoDay } from '#core/model/dates';
import type { Id } from '#core/model/fact';
import type { Fan } from '#core/simulate/core-report';
import { type LongRun, type SensitivityOf, stability, type Tipping } from '#core/simulate/findings';
import type { ToldChange } from '#core/simulate/scenario';
import {
  type Progress,
  type ScenarioChoice,
  type ScenarioEntry,
  type Series,
  SIMULATION_DEFAULTS,
  Simulation,
  type SimulationOptions,
  scenarioList,
  type Unflowed,
} from '#core/simulate/simulation';
import { sourceSaid } from '#core/simulate/sources';
import type { Fall } from '#core/simulate/standing';
import { type Telling, tellingOf } from '#core/simulate/telling';
import { MOST_TIPS, type Tip, tipOf } from '#core/simulate/tips';
import type { ShareOfDraws } from '#core/simulate/wilson';
import type { Message } from '#core/words/message';

/** Told to the page, not drawn: where a criterion first failed. */
export interface ToldFall {
  readonly month: number;
  readonly why: Fall['criterion']['id'];
  readonly about: Id | null;
}

export interface Assumption {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  /** A source, `described`, or `heuristic`. */
  readonly source: string;
  readonly explain: string;
  readonly low: number;
  readonly high: number;
  readonly guessed: boolean;
  /** The facts of the file it comes from. */
  readonly facts: readonly Id[];
  readonly says: Message | null;
  /** Its source in a sentence, for one that is neither `described` nor `heuristic`. */
  readonly cites: Message | null;
}

export interface ScenarioEnd extends ScenarioEntry {
  readonly changes: readonly ToldChange[];
  readonly stands: boolean;
  readonly falls: ToldFall | null;
  readonly end: Readonly<Record<string, number>>;
  readonly problems: readonly Message[];
}

/** One of several beside each other: its numbers, and all that it says. */
export interface Compared extends Telling {
  /** Null: the baseline. */
  readonly scenario: ScenarioEntry | null;
  readonly at: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly fans: Readonly<Record<string, Fan>>;
  readonly survival: SimulateReport['survival'];
  readonly falls: ToldFall | null;
}

export interface SimulateReport {
  readonly potluck: 1;
  readonly community: Id | null;
  readonly asOf: string | null;
  readonly audience: string;
  readonly scenario: ScenarioEntry | null;
  readonly months: number;
  readonly runs: number;
  readonly seed: number;
  readonly unit: Readonly<Record<string, string>>;
  /** What each series is called. */
  readonly names: Readonly<Record<string, string>>;
  readonly at: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly fans: Readonly<Record<string, Fan>>;
  readonly survival: ShareOfDraws;
  readonly tipping: readonly Tipping[];
  /** Of the parameters that were asked for. */
  readonly tips: readonly Tip[];
  readonly sensitivity: readonly SensitivityOf[];
  readonly assumptions: readonly Assumption[];
  readonly says: readonly Message[];
  readonly changes: readonly ToldChange[];
  readonly falls: ToldFall | null;
  readonly longRun: LongRun;
  readonly stability: { readonly rate: number | null; readonly returnMonths: number | null };
  readonly unflowed: readonly Unflowed[];
  readonly notes: readonly Message[];
  readonly scenarios: readonly ScenarioEnd[];
  readonly compared: readonly Compared[];
  readonly diverged: { readonly month: number; readonly stock: string } | null;
  readonly problems: readonly unknown[];
}

export interface ReportOptions extends SimulationOptions, Progress {
  /** Up to four scenarios to set beside the baseline and this one. */
  readonly beside?: readonly ScenarioChoice[];
  /** Parameters of which to tell how far each can go before the answer turns, at most ten. */
  readonly tip?: readonly string[];
  readonly problems?: readonly unknown[];
}

export const MOST_COMPARED = 4;

/** Levers and constants that are no assumption about the community. */
const NOT_ASSUMED = ['a lever', 'by definition'];

/** Assumptions of a simulation, in the order of the equations. */
export function assumptionsOf(simulation: Simulation): Assumption[] {
  return simulation.compiled.system.parameters
    .filter((one) => !NOT_ASSUMED.includes(one.source))
    .map(({ id, value, unit, source, explain, low, high, guessed = false, facts, says = null }) => ({
      id,
      value,
      unit,
      source,
      explain,
      low,
      high,
      guessed,
      facts,
      says,
      cites: sourceSaid(source),
    }));
}

/**
 * The whole answer.
 *
 * @throws UnknownScenario
 * @throws UnknownParameter
 */
export function simulateReport(view: View, options: ReportOptions = {}): SimulateReport {
  const { seed } = { ...SIMULATION_DEFAULTS, ...options };
  const simulation = finished(view, options);
  const { series, fans, survival, falls, scenario, runs, diverged } = simulation.result();
  const told = tellingOf(simulation, null);
  const steady = stability(simulation);
  const { tip = [], beside = [] } = options;
  return {
    potluck: 1,
    community: view.id,
    asOf: isoDay(view.day),
    audience: view.audience,
    scenario,
    months: simulation.months,
    runs,
    seed,
    unit: Object.fromEntries(simulation.compiled.told.map((one) => [one.key, one.unit])),
    names: Object.fromEntries(simulation.compiled.told.map((one) => [one.key, one.name])),
    at: byMonth(series),
    fans,
    survival,
    tipping: told.tipping,
    tips: tip.slice(0, MOST_TIPS).map((id) => tipOf(simulation, id)),
    sensitivity: told.sensitivity,
    assumptions: assumptionsOf(simulation),
    says: told.says,
    changes: told.changes,
    falls: toldFall(falls),
    longRun: told.longRun,
    stability: { rate: steady.rate, returnMonths: steady.returnMonths },
    unflowed: told.unflowed,
    notes: simulation.compiled.notes,
    scenarios: scenarioEnds(view, options),
    compared: beside.length === 0 ? [] : comparedOf(view, options, beside.slice(0, MOST_COMPARED)),
    diverged,
    problems: options.problems ?? [],
  };
}

/** The baseline, and each scenario beside it. */
function comparedOf(view: View, options: ReportOptions, beside: readonly ScenarioChoice[]): Compared[] {
  const base = finished(view, { ...options, scenario: null });
  const others = beside.map((scenario) => finished(view, { ...options, scenario }));
  return [base, ...others].map((one) => {
    const { scenario, series, fans, survival, falls } = one.result();
    return {
      ...{ scenario, at: byMonth(series), fans, survival, falls: toldFall(falls) },
      ...tellingOf(one, one === base ? null : base),
    };
  });
}

function finished(view: View, options: ReportOptions): Simulation {
  const simulation = new Simulation(view, options);
  while (simulation.done < simulation.of && options.shouldStop?.() !== true) {
    simulation.more(options.portion ?? 100);
    options.onProgress?.(simulation.done / simulation.of);
  }
  return simulation;
}

/** How every scenario ends in the run as described: for a list to choose from. */
export function scenarioEnds(view: View, options: SimulationOptions = {}): ScenarioEnd[] {
  return scenarioList(view).map((entry) => {
    const one = new Simulation(view, { ...options, scenario: entry.id, runs: 0 });
    const { changes, problems, falls, series } = one.result();
    return {
      ...entry,
      changes,
      stands: falls === null,
      falls: toldFall(falls),
      end: Object.fromEntries(
        Object.entries(series).map(([key, values]) => [key, values.at(-1) ?? Number.NaN]),
      ),
      problems,
    };
  });
}

function toldFall(fall: Fall | null): ToldFall | null {
  return fall === null ? null : { month: fall.month, why: fall.criterion.id, about: fall.criterion.about };
}

/** `{"0": {stock: value}, "1": …}` */
export function byMonth(series: Series): Record<string, Record<string, number>> {
  const months = Math.max(0, ...Object.values(series).map((values) => values.length));
  return Object.fromEntries(
    Array.from({ length: months }, (_, month) => [
      String(month),
      Object.fromEntries(Object.entries(series).map(([key, values]) => [key, values[month] ?? Number.NaN])),
    ]),
  );
}
