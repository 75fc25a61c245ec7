/** Dates as people say them. Knows no today: the day is that of the view. */
import { type Day, monthsBetween, type When } from '#core/model/dates';
import { message } from '#core/words/message';

const MS_PER_DAY = 86_400_000;
const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const IN = message('story.date.in', 'in {date}');
const ON = message('story.date.on', 'on {date}');
const ABOUT = message('story.date.about', 'about {date}');

/** "July 2009" for a day. */
export function sayMonth(day: Day): string {
  return MONTH.format(new Date(day * MS_PER_DAY));
}

/** "2009", "June 2008", "15 March 2008", "about July 2009"; empty where no date is known. */
export function sayWhen(when: When | null): string {
  if (when === null || when.first === null) return '';
  const date = exact(when);
  return when.about ? ABOUT({ date }).text : date;
}

/** The same with its preposition: "in June 2008", "on 15 March 2008", "about July 2009". */
export function sayAt(when: When | null): string {
  if (when === null || when.first === null) return '';
  const date = exact(when);
  if (when.about) return ABOUT({ date }).text;
  return when.first === when.last ? ON({ date }).text : IN({ date }).text;
}

function exact(when: When): string {
  const first = new Date((when.first ?? 0) * MS_PER_DAY);
  if (when.first === when.last) return DAY.format(first);
  const days = (when.last ?? 0) - (when.first ?? 0);
  return days > 31 ? String(first.getUTCFullYear()) : MONTH.format(first);
}

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
