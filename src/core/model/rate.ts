/**
 * Amounts per month: the one scale of every analysis. 1 year = 12 months, 1 week = 12/52.1775 month,
 * 1 day = 12/365.2425 month. Says nothing about what an unknown amount might be.
 */
import type { Amount, Period } from '#core/model/amount';
import { pertMean } from '#core/model/amount';
import { type Day, holdsOn, monthsBetween, type When } from '#core/model/dates';
import type { Evidence, How, Series } from '#core/model/fact';

/** A rate per month in the unit of its kind. */
export type Rate =
  | { readonly is: 'unknown' | 'some' | 'none' }
  | {
      readonly is: 'known';
      /** The least, likely and most of the PERT draws: the written range, or the number spread by its evidence. */
      readonly least: number;
      readonly likely: number;
      readonly most: number;
      /** What is displayed and computed with: the PERT mean of a written range, or the number itself. */
      readonly mean: number;
    };

export interface RateContext {
  readonly seasonMonths: number;
  /** Events a month of the activity at one end; null where no end has a rhythm. */
  readonly eventsPerMonth: number | null;
  /** Where both are given, a one-time amount is spread evenly between them. */
  readonly since: When | null;
  readonly until: When | null;
}

const PERIODS_PER_MONTH: Readonly<Record<Exclude<Period, 'season' | 'event'>, number>> = {
  day: 365.2425 / 12,
  week: 52.1775 / 12,
  month: 1,
  quarter: 1 / 3,
  year: 1 / 12,
};

/** How many of a period go into a month; null where that cannot be said. */
export function timesPerMonth(per: Period | 'once' | null, context: RateContext): number | null {
  if (per === null || per === 'once') {
    const { since, until } = context;
    if (since?.first == null || until?.last == null) return null;
    const months = monthsBetween(since.first, until.last + 1);
    return months > 0 ? 1 / months : null;
  }
  if (per === 'season') return 1 / context.seasonMonths;
  if (per === 'event') return context.eventsPerMonth;
  return PERIODS_PER_MONTH[per];
}

/** Relative spread of an exact number by how it is known (heuristic, `domain.md` section 1): factors of least and most. */
export const SPREAD: Readonly<Record<How, readonly [number, number]>> = {
  record: [1, 1],
  count: [0.9, 1.1],
  estimate: [0.7, 1.3],
  told: [0.5, 1.5],
  guess: [0.5, 2],
  inferred: [0.5, 2],
};

const WEAKNESS: readonly How[] = ['record', 'count', 'estimate', 'told', 'guess', 'inferred'];

/** The best manner of knowing among the evidence; `count` where nothing is said. */
export function manner(because: readonly Evidence[]): How {
  const hows = because.map((one) => one.how).filter((how) => how !== null);
  return WEAKNESS.find((how) => hows.includes(how)) ?? 'count';
}

/** The rate per month of one amount, known in this manner. */
export function monthlyRate(amount: Amount, because: readonly Evidence[], context: RateContext): Rate {
  if (amount.is === 'none' || amount.is === 'unknown' || amount.is === 'some') return { is: amount.is };
  const times = timesPerMonth(amount.per, context);
  if (times === null) return { is: 'unknown' };
  const least = amount.least * times;
  const likely = amount.likely * times;
  const most = amount.most * times;
  if (amount.shape === 'range')
    return { is: 'known', least, likely, most, mean: pertMean(least, likely, most) };
  const [low, high] = SPREAD[amount.shape === 'about' ? 'estimate' : manner(because)];
  return { is: 'known', least: likely * low, likely, most: likely * high, mean: likely };
}

/** The reading of a series that holds on a day; the last such where several do. Null where none does. */
export function readingOn<T>(series: Series<T>, day: Day): Series<T>[number] | null {
  return series.findLast((reading) => holdsOn(reading.since, reading.until, day)) ?? null;
}
