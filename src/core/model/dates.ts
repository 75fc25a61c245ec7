/**
 * Days and spans of days, as people write them: `2009`, `2009-10`, `2009-10-08`, `about 1995`, `unknown`.
 * A day is a whole number of days since 1 January 1970, so that no time zone can move it.
 * This file reads no clock: today is always given by the caller.
 */

/** A day, counted from 1 January 1970. */
export type Day = number;

/** A date as it was written, with the first and last day that it may name. `unknown` has neither. */
export interface When {
  readonly text: string;
  readonly first: Day | null;
  readonly last: Day | null;
  readonly about: boolean;
}

const MS_PER_DAY = 86_400_000;
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The day of a year, month (1 to 12) and day of the month; null where the calendar has no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const ms = Date.UTC(year, month - 1, dayOfMonth);
  const date = new Date(ms);
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return same ? Math.round(ms / MS_PER_DAY) : null;
}

/** Reads a date. Returns null where the text is none of the legal spellings or names no day of the calendar. */
export function readWhen(text: string): When | null {
  const trimmed = text.trim();
  if (trimmed === 'unknown') return { text: trimmed, first: null, last: null, about: false };
  const about = trimmed.startsWith('about ');
  const match = DATE.exec(about ? trimmed.slice(6).trim() : trimmed);
  if (!match) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]);
  const dayOfMonth = match[3] === undefined ? null : Number(match[3]);
  const first = dayOf(year, month ?? 1, dayOfMonth ?? 1);
  if (first === null) return null;
  return { text: trimmed, first, last: lastDay(year, month, dayOfMonth), about };
}

function lastDay(year: number, month: number | null, dayOfMonth: number | null): Day {
  if (month === null) return (dayOf(year + 1, 1, 1) ?? 0) - 1;
  if (dayOfMonth === null) return Math.round(Date.UTC(year, month, 1) / MS_PER_DAY) - 1;
  return Math.round(Date.UTC(year, month - 1, dayOfMonth) / MS_PER_DAY);
}

/**
 * The one day that a written date stands for when a single day is needed: itself, or the middle of the month or
 * year (`2009` is 1 July 2009, `2009-10` is 16 October). Null where the text is no date.
 */
export function middleDay(text: string): Day | null {
  const when = readWhen(text);
  if (when === null || when.first === null || when.last === null) return null;
  const match = DATE.exec(when.about ? when.text.slice(6).trim() : when.text);
  if (match?.[2] === undefined) return dayOf(Number(match?.[1]), 7, 1);
  if (match[3] === undefined) return dayOf(Number(match[1]), Number(match[2]), 16);
  return when.first;
}

/** `2026-03-01` for a day. */
export function isoDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

/** Months from one day to another (may be negative), counting 365.2425 / 12 days a month. */
export function monthsBetween(from: Day, to: Day): number {
  return ((to - from) * 12) / 365.2425;
}

/** Whether something that holds from `since` to the last day of `until` holds on that day. Missing ends are open. */
export function holdsOn(since: When | null, until: When | null, day: Day): boolean {
  if (since !== null && since.first !== null && since.first > day) return false;
  if (until !== null && until.last !== null && until.last < day) return false;
  return true;
}
