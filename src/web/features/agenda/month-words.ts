/** Months and legs as people say them. */
import { type Day, readWhen } from '#core/model/dates';
import type { Leg } from '#core/talk/item';
import { languageTag, t } from '../../shared/words';

/** `2027-01` for the one after `2026-12`. */
export function monthAfter(month: string, steps: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  const number = year * 12 + of - 1 + steps;
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** "December 2026". */
export function monthName(month: string): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return new Intl.DateTimeFormat(languageTag(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(Date.UTC(year, of - 1, 1)),
  );
}

/** A day as written, as a number of days. */
export function dayNumber(iso: string): Day {
  return readWhen(iso)?.first ?? 0;
}

export function legName(leg: Leg): string {
  return t(
    'month.leg',
    '{leg, select, social {Between us} institutional {How we are ordered} other {What comes and goes}}',
    { leg },
  );
}
