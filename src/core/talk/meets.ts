/**
 * When a community meets, as its file says under `x-meeting`: `{on: first tuesday, at: "19:30", zone: Europe/Amsterdam,
 * minutes: 90}`. What is not understood is left out: then the meeting stands on the first of the month, all day.
 */
import type { View } from '#core/audience/view';
import { type Day, dayOf } from '#core/model/dates';

const NTH = ['first', 'second', 'third', 'fourth'] as const;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const BY_DAY = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

export interface Meets {
  /** The day of every month: `{nth: 1, weekday: 2}` is the first Tuesday, `nth: -1` the last; or a day of the month, 1 to 28. */
  readonly on: { readonly nth: number; readonly weekday: number } | { readonly dayOfMonth: number };
  /** Minutes after midnight; null: nobody said. */
  readonly at: number | null;
  /** A time zone by its name in the IANA list, as it is written; null: the reader's own. */
  readonly zone: string | null;
  /** Length; 90 unless said. */
  readonly minutes: number;
}

const USUAL: Meets = { on: { dayOfMonth: 1 }, at: null, zone: null, minutes: 90 };

/** When the community of a view meets, as far as its audience may know. */
export function meetsOf(view: View): Meets {
  const said = view.ever.x['x-meeting'];
  if (typeof said !== 'object' || said === null) return USUAL;
  const { on, at, zone, minutes } = said as Record<string, unknown>;
  return {
    on: readOn(on) ?? USUAL.on,
    at: readTime(at),
    zone: typeof zone === 'string' && /^[A-Za-z0-9+_/-]{1,64}$/.test(zone) ? zone : null,
    minutes:
      typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 10 && minutes <= 1440
        ? minutes
        : USUAL.minutes,
  };
}

function readOn(said: unknown): Meets['on'] | null {
  if (typeof said === 'number')
    return Number.isInteger(said) && said >= 1 && said <= 28 ? { dayOfMonth: said } : null;
  if (typeof said !== 'string') return null;
  const [which = '', day = '', ...more] = said.trim().toLowerCase().split(/\s+/);
  const weekday = (WEEKDAYS as readonly string[]).indexOf(day);
  const nth = which === 'last' ? -1 : (NTH as readonly string[]).indexOf(which) + 1;
  return more.length > 0 || weekday < 0 || nth === 0 ? null : { nth, weekday };
}

/** `19:30` as minutes after midnight. */
function readTime(said: unknown): number | null {
  const match = typeof said === 'string' ? /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(said.trim()) : null;
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}

/** The weekday of a day, 0 for Sunday. The first day of all was a Thursday. */
function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The day of the meeting in a month (1 to 12). */
export function meetingDay({ on }: Meets, year: number, month: number): Day {
  if ('dayOfMonth' in on) return dayOf(year, month, on.dayOfMonth) ?? 0;
  if (on.nth > 0) {
    const first = dayOf(year, month, 1) ?? 0;
    return first + ((on.weekday - weekdayOf(first) + 7) % 7) + (on.nth - 1) * 7;
  }
  const last = (dayOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) ?? 0) - 1;
  return last - ((weekdayOf(last) - on.weekday + 7) % 7);
}

/** The same as a rule of RFC 5545: `FREQ=MONTHLY;BYDAY=1TU`. */
export function recurrenceOf({ on }: Meets): string {
  return 'dayOfMonth' in on
    ? `FREQ=MONTHLY;BYMONTHDAY=${on.dayOfMonth}`
    : `FREQ=MONTHLY;BYDAY=${on.nth}${BY_DAY[on.weekday]}`;
}
