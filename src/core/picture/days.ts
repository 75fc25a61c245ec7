/** Dates in a few words for the picture: `8 Oct 2009`, `Jun 2008`, `2009`. */
import type { Day, When } from '#core/model/dates';
import { isoDay } from '#core/model/dates';
import { WORDS } from '#core/picture/words';
import { dateFormat } from '#core/words/formats';
import { speech } from '#core/words/speech';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `8 Oct 2009`. */
export function dayWords(day: Day): string {
  if (speech().language !== 'en') return spoken(day, { day: 'numeric', month: 'short', year: 'numeric' });
  const [year = '', month = '1', date = '1'] = isoDay(day).split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${Number(year)}`;
}

/** A date no more exactly than it was written. */
export function whenWords(when: When): string {
  const written = when.about ? when.text.slice(6).trim() : when.text;
  const [year = '', month, date] = written.split('-');
  const words = wordsOf(when, year, month, date);
  return when.about ? WORDS.about({ text: words }).text : words;
}

function wordsOf(when: When, year: string, month: string | undefined, date: string | undefined): string {
  if (month === undefined) return year;
  const day = date === undefined ? '' : `${Number(date)} `;
  if (speech().language === 'en' || when.first === null) return `${day}${MONTHS[Number(month) - 1]} ${year}`;
  return spoken(when.first, {
    ...(date === undefined ? {} : { day: 'numeric' }),
    month: 'short',
    year: 'numeric',
  });
}

function spoken(day: Day, options: Intl.DateTimeFormatOptions): string {
  const moment = new Date(`${isoDay(day)}T00:00:00Z`);
  return dateFormat(speech().language, { ...options, timeZone: 'UTC' }).format(moment);
}
