/** Dates in a few words for the picture: `8 Oct 2009`, `Jun 2008`, `2009`. */
import type { Day, When } from '#core/model/dates';
import { isoDay } from '#core/model/dates';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `8 Oct 2009`. */
export function dayWords(day: Day): string {
  const [year = '', month = '1', date = '1'] = isoDay(day).split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${Number(year)}`;
}

/** A date no more exactly than it was written. */
export function whenWords(when: When): string {
  const written = when.about ? when.text.slice(6).trim() : when.text;
  const [year = '', month, date] = written.split('-');
  if (month === undefined) return when.about ? `about ${year}` : year;
  const words =
    date === undefined
      ? `${MONTHS[Number(month) - 1]} ${year}`
      : `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
  return when.about ? `about ${words}` : words;
}
