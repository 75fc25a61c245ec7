/** What lies just behind a day, and just before it: how the story tells late from soon. Says nothing itself. */
import { type Day, monthsBetween, type When } from '#core/model/dates';

/** Whether it ended before the day, at most so many months ago. */
export function endedLately(until: When | null, day: Day, months: number): boolean {
  if (until === null || until.last === null || until.last >= day) return false;
  return monthsBetween(until.last, day) <= months;
}

/** Whether it began by the day, at most so many months ago. */
export function begunLately(since: When | null, day: Day, months: number): boolean {
  if (since === null || since.first === null || since.first > day) return false;
  return monthsBetween(since.first, day) <= months;
}

/** Whether it still holds on the day and ends at most so many months later. */
export function endsSoon(until: When | null, day: Day, months: number): boolean {
  if (until === null || until.last === null || until.last < day) return false;
  return monthsBetween(day, until.last) <= months;
}

/** Whether it lasted for a year or less by its own dates: given once, so that its end is no loss. */
export function isOnce(span: { readonly since: When | null; readonly until: When | null }): boolean {
  const first = span.since?.first ?? null;
  const last = span.until?.last ?? null;
  return first !== null && last !== null && last - first <= 366;
}
