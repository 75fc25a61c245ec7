/** Lengths of time: `3 months`, `2 weeks`, `1 year`, `half a year` is not among them. Always given in months. */
import { readNumber, spellNumber } from '#core/file/read-number';
import { timesPerMonth } from '#core/model/rate';

const DURATION = /^(\d[\d.,]*)\s*(day|week|month|quarter|year)s?$/;
const CONTEXT = { seasonMonths: 3, eventsPerMonth: null, since: null, until: null };

/** Months of a length of time; null where it is none. A bare number counts months. */
export function readDuration(text: string): number | null {
  const bare = /^\d+(?:\.\d+)?$/.test(text.trim()) ? `${text.trim()} months` : text.trim();
  const match = DURATION.exec(bare);
  const number = match ? readNumber(match[1] ?? '') : null;
  if (!match || number === null || !('value' in number)) return null;
  const perMonth = timesPerMonth(match[2] as 'day', CONTEXT);
  return perMonth === null ? null : number.value / perMonth;
}

/** Writes months so that `readDuration` gives the same number back. */
export function spellDuration(months: number): string {
  return months === 1 ? '1 month' : `${spellNumber(months)} months`;
}
