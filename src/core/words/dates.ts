/** Dates as people say them: "2009", "June 2008", "about July 2009". Knows no today. */
import type { Day, When } from '#core/model/dates';
import { dateFormat } from '#core/words/formats';
import { message } from '#core/words/message';
import { speechTag } from '#core/words/speech';

const MS_PER_DAY = 86_400_000;

function format(sort: 'day' | 'month'): Intl.DateTimeFormat {
  const day = sort === 'day' ? ({ day: 'numeric' } as const) : {};
  return dateFormat(speechTag(), { ...day, month: 'long', year: 'numeric', timeZone: 'UTC' });
}

const IN = message('date.in', 'in {date}');
const ON = message('date.on', 'on {date}');
const ABOUT = message('date.about', 'about {date}');

/** "July 2009" for a day. */
export function sayMonth(day: Day): string {
  return format('month').format(new Date(day * MS_PER_DAY));
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
  if (when.first === when.last) return format('day').format(first);
  const days = (when.last ?? 0) - (when.first ?? 0);
  return days > 31 ? String(first.getUTCFullYear()) : format('month').format(first);
}
