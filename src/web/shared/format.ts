/** Numbers and days as people read them. Each number keeps its unit; nothing is added up here. */
import type { Amount } from '#core/model/amount';
import { type Day, isoDay, type When } from '#core/model/dates';
import { sayAmount } from '#core/words/amounts';
import { dateFormat, numberFormat } from '#core/words/formats';
import { languageTag, t } from './words';

/** A number with at most so many significant parts as people can use: 34.5, 125, 0.83. */
export function number(value: number, digits?: number): string {
  const size = Math.abs(value);
  const most = digits ?? (size >= 100 ? 0 : size >= 10 ? 1 : 2);
  return numberFormat(languageTag(), {
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: most,
  }).format(value);
}

/** `8 October 2009`. */
export function longDay(day: Day): string {
  return dayFormat({ day: 'numeric', month: 'long', year: 'numeric' }).format(dateOf(day));
}

/** `8 Oct 2009`. */
export function shortDay(day: Day): string {
  return dayFormat({ day: 'numeric', month: 'short', year: 'numeric' }).format(dateOf(day));
}

/** A date as exactly as it was written: `2009`, `October 2009`, `8 October 2009`, `about 1995`. */
export function whenText(when: When): string {
  if (when.first === null) return t('date.unknown', 'date not known');
  const parts = when.text.replace(/^about /, '').split('-').length;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric' };
  if (parts > 1) options.month = 'long';
  if (parts > 2) options.day = 'numeric';
  const said = dayFormat(options).format(dateOf(when.first));
  return when.about ? t('date.roughly', 'about {when}', { when: said }) : said;
}

/** From when until when, in words; empty where nobody said. */
export function spanText(since: When | null, until: When | null): string {
  const from = since === null ? null : since.first === null ? '' : whenText(since);
  const to = until === null ? null : until.first === null ? '' : whenText(until);
  if (from === '' && to === null) return t('date.since-unknown', 'since when is not known');
  if (from === '' || to === '') {
    const unknown = t('date.unknown', 'date not known');
    return t('date.span', '{since} to {until}', { since: from || unknown, until: to || unknown });
  }
  if (from !== null && to !== null) return t('date.span', '{since} to {until}', { since: from, until: to });
  if (from !== null) return t('date.since', 'since {since}', { since: from });
  if (to !== null) return t('date.until', 'until {until}', { until: to });
  return '';
}

/** What lies between two ends: `10..15 h/month`, `35..40..45`; the likely one in the middle is not told here. */
const RANGE = /^(\d[\d.]*?)\.\.(?:\d[\d.]*?\.\.)?(\d[\d.]*)(.*)$/s;

/** An amount as it was written, a range in words, or the word for what is not known of it. */
export function amountText(amount: Amount | undefined): string {
  if (amount === undefined || amount.is === 'unknown') return t('amount.not-known', 'not known');
  if (amount.is === 'some') return t('amount.uncounted', 'some, not counted');
  if (amount.is === 'none') return t('amount.no-amount', 'none');
  // As it was written; in another language as it is said there.
  if (languageTag() !== 'en-GB') return sayAmount(amount);
  const [, least, most, rest = ''] = RANGE.exec(amount.text) ?? [];
  if (least === undefined || most === undefined) return amount.text;
  return t('amount.range', '{least} to {most}{rest}', { least, most, rest });
}

/** `h` of `h/month`; the unit alone where there is no period. */
export function bareUnit(unit: string | undefined): string {
  return unit?.split('/')[0] ?? '';
}

/** Months, days and such in the reader's language from a server's time stamp. */
export function momentText(iso: string): string {
  return dateFormat(languageTag(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

function dayFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return dateFormat(languageTag(), { ...options, timeZone: 'UTC' });
}

function dateOf(day: Day): Date {
  return new Date(`${isoDay(day)}T00:00:00Z`);
}
