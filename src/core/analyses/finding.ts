/** A finding: a computed fact about a community with the evidence it stands on. It raises questions and grades nobody. */
import type { Id } from '#core/model/fact';
import type { Message } from '#core/words/message';

/** A number, or null: unknown, not zero. */
export type Value = number | null;

export interface Matrix {
  readonly rows: readonly Id[];
  readonly cols: readonly Id[];
  readonly cells: readonly (readonly Value[])[];
  /** The 5 and 95 % bounds of each cell, where draws were made. */
  readonly low?: readonly (readonly Value[])[];
  readonly high?: readonly (readonly Value[])[];
}

export interface Loop {
  /** In the order of the arrows, from the smallest id. */
  readonly nodes: readonly Id[];
  readonly arrows: readonly Id[];
  readonly sign: 'R' | 'B';
  /** Months; unknown delays count as zero here and are counted in `unknownDelays`. */
  readonly delay: number;
  readonly unknownDelays?: number;
  /** The arrow of least strength. */
  readonly weakest?: Id | null;
}

/** A pattern that deserves a question, with the facts that make it. */
export interface Flag {
  readonly flag: string;
  readonly evidence: readonly Id[];
  /** What the parts of the pattern have in common. */
  readonly shared?: readonly Id[];
}

export interface Finding {
  /** Id of the analysis that computed it. */
  readonly analysis: string;
  /** What it is about; empty: the whole community. */
  readonly about: readonly Id[];
  readonly kind?: Id;
  readonly unit?: string;
  readonly verdict: string;
  readonly basis?: 'intention' | 'use';
  readonly values?: Readonly<Record<string, Value | Readonly<Record<string, Value>> | readonly Id[]>>;
  /** 5 and 95 % bounds of a value, from seeded draws. */
  readonly bands?: Readonly<Record<string, readonly [number, number]>>;
  readonly matrix?: Matrix;
  readonly traps?: readonly (readonly Id[])[];
  readonly loops?: readonly Loop[];
  readonly flags?: readonly Flag[];
  /** For `contact`: one shortest way for each pair that was to stay apart. */
  readonly paths?: readonly (readonly Id[])[];
  /** Ids of the facts from which it was computed, sorted. */
  readonly evidence: readonly Id[];
  /** The finding as a sentence, where a person will read it. */
  readonly says?: Message;
  /** Further structure of one analysis, named in its reference page. */
  readonly more?: Readonly<Record<string, unknown>>;
}
