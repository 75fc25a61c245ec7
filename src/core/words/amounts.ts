/**
 * Amounts as people say them: "24 hours a month", "EUR 1,500 a year", "some hours, not counted". Phrases to put into a
 * sentence as one parameter; each is a message of its own. Adds nothing up and never turns an unknown into a number.
 */
import type { Amount, Period } from '#core/model/amount';
import { message } from '#core/words/message';
import { speech } from '#core/words/speech';

const PER = message(
  'amount.per',
  '{amount}{per, select, day { a day} week { a week} month { a month} quarter { a quarter} year { a year} season { a season} event { each time} other {}}',
);
const HOURS = message('amount.hours', '{n, plural, one {# hour} other {# hours}}');
const HOURS_RANGE = message('amount.hours-range', '{least, number} to {most, number} hours');
const MINUTES = message('amount.minutes', '{n, plural, one {# minute} other {# minutes}}');
const MINUTES_RANGE = message('amount.minutes-range', '{least, number} to {most, number} minutes');
const PEOPLE = message('amount.people', '{n, plural, one {# person} other {# people}}');
const PEOPLE_RANGE = message('amount.people-range', '{least, number} to {most, number} people');
const MONEY = message('amount.money', '{currency} {n, number}');
const MONEY_RANGE = message('amount.money-range', '{currency} {least, number} to {most, number}');
const OTHER = message('amount.other', '{n, plural, one {# {unit}} other {# {units}}}');
const OTHER_RANGE = message('amount.other-range', '{least, number} to {most, number} {units}');
const BARE = message('amount.bare', '{n, number}');
const BARE_RANGE = message('amount.bare-range', '{least, number} to {most, number}');
const ABOUT = message('amount.about', 'about {amount}');
const SOME = message(
  'amount.some',
  '{sort, select, hours {some hours, not counted} minutes {some minutes, not counted} people {some people, not counted} money {some money, not counted} other {some, not counted}}',
);
const UNKNOWN = message('amount.unknown', 'an amount that nobody wrote down');
const NONE = message('amount.none', 'nothing');

export type Sort = 'hours' | 'minutes' | 'people' | 'money' | 'other' | 'bare';

/** How a unit is spoken of: `h` as hours, a currency code as money. */
export function sortOfUnit(unit: string | null): Sort {
  if (unit === null) return 'bare';
  if (unit === 'h') return 'hours';
  if (unit === 'min') return 'minutes';
  if (unit === 'person' || unit === 'people') return 'people';
  return /^[A-Z]{3}$/.test(unit) ? 'money' : 'other';
}

/** A number as a person would say it: two figures after the point below 10, one below 100, none above. */
export function spokenNumber(value: number): number {
  const size = Math.abs(value);
  const digits = size < 10 ? 2 : size < 100 ? 1 : 0;
  return Number(value.toFixed(digits));
}

/** So much of a unit, without a period. */
export function sayNumber(value: number, unit: string | null): string {
  const n = spokenNumber(value);
  const sort = sortOfUnit(unit);
  if (sort === 'hours') return HOURS({ n }).text;
  if (sort === 'minutes') return MINUTES({ n }).text;
  if (sort === 'people') return PEOPLE({ n }).text;
  if (sort === 'money') return MONEY({ currency: unit ?? '', n }).text;
  if (sort === 'bare') return BARE({ n }).text;
  return OTHER({ n, unit: unit ?? '', units: plural(unit ?? '') }).text;
}

function sayRange(from: number, to: number, unit: string | null): string {
  const least = spokenNumber(from);
  const most = spokenNumber(to);
  const sort = sortOfUnit(unit);
  if (sort === 'hours') return HOURS_RANGE({ least, most }).text;
  if (sort === 'minutes') return MINUTES_RANGE({ least, most }).text;
  if (sort === 'people') return PEOPLE_RANGE({ least, most }).text;
  if (sort === 'money') return MONEY_RANGE({ currency: unit ?? '', least, most }).text;
  if (sort === 'bare') return BARE_RANGE({ least, most }).text;
  return OTHER_RANGE({ least, most, units: plural(unit ?? '') }).text;
}

/** So much a month (or another period), as in "34.5 hours a month". */
export function sayRate(value: number, unit: string | null, per: Period = 'month'): string {
  return PER({ amount: sayNumber(value, unit), per }).text;
}

/** An amount as it was described. Its own unit is used; `unit` stands in where none was written. */
export function sayAmount(amount: Amount, unit: string | null = null): string {
  const of = amount.unit ?? unit;
  if (amount.is === 'unknown') return UNKNOWN().text;
  if (amount.is === 'none') return NONE().text;
  if (amount.is === 'some') return SOME({ sort: sortOfUnit(of) }).text;
  const per = amount.per ?? 'once';
  if (amount.shape === 'range') return PER({ amount: sayRange(amount.least, amount.most, of), per }).text;
  const text = PER({ amount: sayNumber(amount.likely, of), per }).text;
  return amount.shape === 'about' ? ABOUT({ amount: text }).text : text;
}

/** The plural of a unit is English; elsewhere a unit is said as it was written. */
function plural(unit: string): string {
  if (speech().language !== 'en') return unit;
  return unit.length <= 2 || unit !== unit.toLowerCase() || unit.endsWith('s') ? unit : `${unit}s`;
}
