/**
 * How much passed between two dated readings of a stock, flow by flow, as intervals. Rates count for the days on which they
 * held; a one-time amount counts where its date lies. Numbers stand as written here and are widened only where somebody
 * said that they are an estimate, hearsay or a guess: a cash box is counted, not estimated.
 */
import type { View } from '#core/audience/view';
import type { Amount } from '#core/model/amount';
import { type Day, monthsBetween, type When } from '#core/model/dates';
import type { Evidence, Series } from '#core/model/fact';
import { manner, SPREAD, timesPerMonth } from '#core/model/rate';
import type { Flow } from '#core/model/things';
import { add, type Interval, NOTHING, scale } from '#core/number/interval';

/** From the evening of one day to the evening of another. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

export interface Passed {
  readonly flow: Flow;
  /** Null where the flow held in the span and its amount is not known. */
  readonly amount: Interval | null;
  /** A one-time amount without a date, taken to belong to the only span there is. */
  readonly undated: boolean;
}

/** The amount as an interval, without its period; null where there is no number. */
export function intervalOf(amount: Amount, because: readonly Evidence[]): Interval | null {
  if (amount.is === 'none') return NOTHING;
  if (amount.is !== 'known') return null;
  const { least, likely, most } = amount;
  if (amount.shape === 'range') return { low: least, likely, high: most };
  const said = because.some((one) => one.how !== null);
  const [low, high] = amount.shape === 'about' ? SPREAD.estimate : said ? SPREAD[manner(because)] : [1, 1];
  return { low: likely * low, likely, high: likely * high };
}

/** What of a flow passed in a span; null where nothing of it did. `only`: there is no other span it could belong to. */
export function passedIn(view: View, flow: Flow, span: Span, only: boolean): Passed | null {
  let total: Interval = NOTHING;
  let seen = false;
  let unknown = false;
  let undated = false;
  for (const reading of written(flow.amount)) {
    const since = reading.since ?? flow.since;
    const until = reading.until ?? flow.until;
    const because = reading.because.length > 0 ? reading.because : flow.because;
    const once = isOnce(reading.value) && !(since?.first != null && until?.last != null);
    const part = once ? onceIn(since, until, span, only) : shareOfDays(since, until, span);
    if (part === 0 || reading.value.is === 'none') continue;
    seen = true;
    undated ||= once && since === null && until === null;
    const amount = view.isCovered(flow.id) ? null : intervalOf(reading.value, because);
    const times = once ? 1 : monthly(view, flow, reading.value, since, until);
    if (amount === null || times === null) unknown = true;
    else total = add(total, scale(amount, times * (once ? 1 : part)));
  }
  return seen ? { flow, amount: unknown ? null : total, undated } : null;
}

/** An amount that is missing altogether is unknown while the flow holds. */
function written(series: Series<Amount>): Series<Amount> {
  if (series.length > 0) return series;
  return [
    { since: null, until: null, value: { is: 'unknown', unit: null, per: null, text: '' }, because: [] },
  ];
}

function isOnce(amount: Amount): boolean {
  return amount.is === 'known' && (amount.per === null || amount.per === 'once');
}

/** Months of the span on which something held. */
function shareOfDays(since: When | null, until: When | null, span: Span): number {
  const from = Math.max(span.from, since?.first == null ? Number.NEGATIVE_INFINITY : since.first - 1);
  const to = Math.min(span.to, until?.last ?? Number.POSITIVE_INFINITY);
  return to > from ? monthsBetween(from, to) : 0;
}

/** 1 where the date of a one-time amount lies in the span. A partial date means its middle. */
function onceIn(since: When | null, until: When | null, span: Span, only: boolean): 0 | 1 {
  const date = since ?? until;
  if (date === null) return only ? 1 : 0;
  if (date.first === null || date.last === null) return 0;
  const day = Math.floor((date.first + date.last) / 2);
  return day > span.from && day <= span.to ? 1 : 0;
}

function monthly(
  view: View,
  flow: Flow,
  amount: Amount,
  since: When | null,
  until: When | null,
): number | null {
  const ends = [flow.from, flow.to].map((end) => view.get('activities', end)).filter((one) => one !== null);
  const eventsPerMonth = ends.map((one) => view.eventsPerMonth(one)).find((one) => one !== null) ?? null;
  return timesPerMonth(amount.per, {
    seasonMonths: view.calendar.seasonMonths,
    eventsPerMonth,
    since,
    until,
  });
}
