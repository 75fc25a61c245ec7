/** An amount as described by people. Unknown is a value of its own and never zero. */

export type Period = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'season' | 'event';

interface Spelling {
  /** The unit as an entry of its kind (`h`, `EUR`, `page`, `person`); null where none was written. */
  readonly unit: string | null;
  /** `once` was written; null: no period was written, which for a flow means the same. */
  readonly per: Period | 'once' | null;
  /** As it was written. */
  readonly text: string;
}

/** Someone looked for it or it simply is not said; nothing can be computed from it. */
export interface UnknownAmount extends Spelling {
  readonly is: 'unknown';
}
/** Looked, and there is none. */
export interface NoAmount extends Spelling {
  readonly is: 'none';
}
/** It exists; nobody counted. */
export interface SomeAmount extends Spelling {
  readonly is: 'some';
}
/** A number with its spread. For `exact` and `about` the three numbers are the same one. */
export interface KnownAmount extends Spelling {
  readonly is: 'known';
  readonly shape: 'exact' | 'about' | 'range';
  readonly least: number;
  readonly likely: number;
  readonly most: number;
}

export type Amount = UnknownAmount | NoAmount | SomeAmount | KnownAmount;

/** The amount that a missing `amount:` stands for. */
export const UNKNOWN: UnknownAmount = { is: 'unknown', unit: null, per: null, text: 'unknown' };

/** A rate such as `25 EUR/h`: so much of one unit for one of another. */
export interface Price {
  readonly value: number;
  readonly unit: string;
  readonly perUnit: string;
  readonly text: string;
}

/** Mean of a PERT distribution (lambda 4), in the unit of its arguments. */
export function pertMean(least: number, likely: number, most: number): number {
  return (least + 4 * likely + most) / 6;
}
