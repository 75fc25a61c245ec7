/** What an analysis is: formula, symbols, unit, sense and source as data beside the code that computes it. */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import type { Day } from '#core/model/dates';

export interface RunOptions {
  /** Number of seeded draws for bands; 0 computes no bands. */
  readonly draws: number;
  readonly seed: number;
  /** For `change`: the earlier day. */
  readonly since?: Day;
  /** For `loops`: how many are listed. */
  readonly limit?: number;
  /** For `loops`: search none longer than this; left out, all are counted where that can be done. */
  readonly longest?: number;
}

export interface Example {
  /** A community file. */
  readonly given: string;
  readonly asOf?: string;
  /** Findings that must be among those computed, each compared key by key; numbers within 0.01. */
  readonly gives: readonly Partial<Finding>[];
}

export interface Analysis {
  readonly id: string;
  readonly title: string;
  readonly asks: string;
  readonly formula: string;
  readonly symbols: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly readAs: string;
  readonly blindTo: string;
  /** What still works when there are names and arrows but no numbers. */
  readonly dataPoor: string;
  readonly sources: readonly [string, ...string[]];
  readonly forExperts?: boolean;
  readonly run: (view: View, options: RunOptions) => readonly Finding[];
  readonly examples: readonly [Example, ...Example[]];
}

/** Defines an analysis. Without a source and an example it does not compile. */
export function defineAnalysis(analysis: Analysis): Analysis {
  return analysis;
}
