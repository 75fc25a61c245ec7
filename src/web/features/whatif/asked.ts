/** What goes to the worker that runs a community forward, and what comes back. Plain data; computes nothing. */
import type { ViewJson } from '#core/audience/view';
import type { ScenarioChange } from '#core/model/things';
import type { Fan } from '#core/simulate/core-report';
import type { LongRun, SensitivityOf, Tipping } from '#core/simulate/findings';
import type { Assumption, ScenarioEnd } from '#core/simulate/report';
import type { ShiftStory } from '#core/simulate/shift-story';
import type { ScenarioChoice, ScenarioEntry, SimulationResult } from '#core/simulate/simulation';
import type { Tip } from '#core/simulate/tips';
import type { Message } from '#core/words/message';
import type { Speech } from '#core/words/speech';
import type { Portion } from './draws-together';

/** What is run: the baseline is always run beside it. */
export interface Asked {
  /** Up to four. Empty: only the baseline. */
  readonly scenarios: readonly ScenarioChoice[];
  readonly months: number;
  readonly runs: number;
  readonly seed: number;
  /** Levers moved by hand, by their id: `joins: 2`. */
  readonly levers: Readonly<Record<string, number>>;
  /** Assumptions that were edited, by their id. */
  readonly values: Readonly<Record<string, number>>;
}

export type ToWorker =
  /** The language is that in which the run is told. */
  | { readonly is: 'view'; readonly view: ViewJson; readonly speech: Speech }
  /** `about`: the column that is told about, the baseline being 0. */
  | { readonly is: 'run'; readonly turn: number; readonly asked: Asked; readonly about: number }
  /** Of a run that is drawn: how far a parameter of a column can go, or, without one, all that the column says. */
  | {
      readonly is: 'ask';
      readonly turn: number;
      readonly number: number;
      readonly about: number;
      readonly parameter: string | null;
    }
  /** Another worker draws along, at the other end of this port. */
  | { readonly is: 'mate'; readonly port: MessagePort }
  /** Draw along with the worker at the other end of this port. */
  | { readonly is: 'help'; readonly port: MessagePort }
  | { readonly is: 'view-of-mate'; readonly view: ViewJson }
  /** Of these, counted from 0 for the baseline, draw from the last draw back. */
  | { readonly is: 'draw'; readonly turn: number; readonly asked: Asked; readonly which: readonly number[] }
  /** Draw no more, and tell what there is. */
  | { readonly is: 'stop' }
  /** All is drawn. */
  | { readonly is: 'enough' };

/** What a worker that draws along gives to the other. */
export interface FromMate {
  readonly turn: number;
  readonly portion: Portion;
}

/** A series as people know it. */
export interface Shown {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
}

/** One scenario as far as it has been run. `null`: the baseline. */
export interface Column {
  readonly entry: ScenarioEntry | null;
  readonly series: SimulationResult['series'];
  readonly fans: Readonly<Record<string, Fan>>;
  readonly runs: number;
  readonly survival: SimulationResult['survival'];
  readonly falls: { readonly month: number; readonly why: string } | null;
  readonly changes: SimulationResult['changes'];
  readonly problems: readonly Message[];
  readonly unflowed: SimulationResult['unflowed'];
}

/** What needs the runs and more: tells which guess matters, what tips it, how it ends beyond. */
export interface Rest {
  readonly says: readonly Message[];
  readonly tipping: readonly Tipping[];
  readonly sensitivity: readonly SensitivityOf[];
  readonly assumptions: readonly Assumption[];
  /** Of each series, which assumptions move it. */
  readonly behind: Readonly<Record<string, readonly string[]>>;
  /** Assumptions that a file can hold under `simulation`. */
  readonly kept: readonly string[];
  readonly notes: readonly Message[];
  readonly longRun: LongRun;
  readonly shift: ShiftStory;
}

/** What can be copied into a scenario of one's own. */
export interface Copies {
  /** The changes of each scenario of the list, as a file has them, by its id. */
  readonly changes: Readonly<Record<string, readonly ScenarioChange[]>>;
  /** What the simulation itself has here that can be changed, such as `simulation.joins`, with its name. */
  readonly settings: Readonly<Record<string, string>>;
}

export type FromWorker =
  | {
      readonly is: 'columns';
      readonly turn: number;
      readonly shown: readonly Shown[];
      /** The baseline first. */
      readonly columns: readonly Column[];
      /** 0 to 1. */
      readonly done: number;
    }
  | { readonly is: 'rest'; readonly turn: number; readonly about: number; readonly rest: Rest }
  /** To the question of that number. One that a newer run has overtaken is never answered. */
  | { readonly is: 'answer'; readonly turn: number; readonly number: number; readonly answer: Rest | Tip }
  | { readonly is: 'list'; readonly list: readonly ScenarioEnd[]; readonly copies: Copies }
  | { readonly is: 'trouble'; readonly turn: number; readonly text: string };
