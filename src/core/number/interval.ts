/** Interval arithmetic: a least, a likely and a most that stay true whatever the amounts within them turn out to be. */

export interface Interval {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

export const NOTHING: Interval = { low: 0, likely: 0, high: 0 };

export function add(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, likely: a.likely + b.likely, high: a.high + b.high };
}

export function subtract(a: Interval, b: Interval): Interval {
  return { low: a.low - b.high, likely: a.likely - b.likely, high: a.high - b.low };
}

/** Times a number that is not negative. */
export function scale(a: Interval, factor: number): Interval {
  return { low: a.low * factor, likely: a.likely * factor, high: a.high * factor };
}
