/**
 * Amounts as they are written: `12 h/month`, `EUR 4000/year`, `4..8 h/week`, `about 12 h`, `some h/month`, `none`.
 * Reads the spelling only. Whether the unit is known, and of which kind it is, is settled when the whole file is read.
 */

import { CURRENCIES } from '#core/file/currencies';
import { nearest } from '#core/file/nearest';
import { NUMBER, readNumber, spellNumber } from '#core/file/read-number';
import type { Amount, Period } from '#core/model/amount';

/** What is wrong with a spelling: a problem code and what its sentences need. */
export interface Mistake {
  readonly code:
    | 'bad-amount'
    | 'ambiguous-number'
    | 'negative-amount'
    | 'reversed-range'
    | 'unknown-period'
    | 'not-a-number';
  readonly params: Readonly<Record<string, string>>;
}

export type AmountReading = { readonly amount: Amount } | { readonly mistake: Mistake };

export const PERIODS: readonly Period[] = ['day', 'week', 'month', 'quarter', 'year', 'season', 'event'];

const PERIOD_HINTS: Readonly<Record<string, Period>> = {
  d: 'day',
  days: 'day',
  daily: 'day',
  w: 'week',
  wk: 'week',
  weekly: 'week',
  m: 'month',
  mo: 'month',
  mth: 'month',
  monthly: 'month',
  q: 'quarter',
  quarterly: 'quarter',
  y: 'year',
  yr: 'year',
  a: 'year',
  annum: 'year',
  yearly: 'year',
  annually: 'year',
  meeting: 'event',
  session: 'event',
  time: 'event',
};

const FIRST_CURRENCY = new RegExp(String.raw`^([A-Z]{3})\s*(?=${NUMBER})`);
const KNOWN = new RegExp(
  String.raw`^(${NUMBER})(?:\s*\.\.\s*(${NUMBER})(?:\s*\.\.\s*(${NUMBER}))?)?(?!\s*\.\.)\s*(\D.*)?$`,
  's',
);
/** Units begin with a letter or a sign of money; digits in them stand close (m2), never apart. */
const UNIT = /^[\p{L}€$£¥%°][^/]*$/u;
const NOT_A_NUMBER = /^[-+]?\.?(?:nan|inf(?:inity)?|∞)\b/i;

/** Reads an amount. `bare` allows `1.200` to be twelve tenths: a JSON number, whose point is always decimal. */
export function readAmount(written: string, options: { readonly bare?: boolean } = {}): AmountReading {
  const text = written.trim().replace(/\s+/g, (space) => (/[\u00a0\u202f]/.test(space) ? space : ' '));
  const head = splitPeriod(text);
  if ('mistake' in head) return head;
  const { rest, per } = head;
  if (NOT_A_NUMBER.test(rest)) return { mistake: { code: 'not-a-number', params: {} } };
  const word = /^(unknown|none|some)(?:\s+(.+))?$/s.exec(rest);
  if (word) {
    if (word[2] !== undefined && !isUnit(word[2])) return bad(text);
    return { amount: { is: word[1] as 'unknown' | 'none' | 'some', unit: word[2] ?? null, per, text } };
  }
  return readKnown(text, rest, per, options.bare ?? false);
}

function splitPeriod(text: string): { rest: string; per: Amount['per'] } | { mistake: Mistake } {
  const once = /^(.*\S)\s+once$/s.exec(text);
  if (once) return { rest: once[1] ?? '', per: 'once' };
  const stroke = text.lastIndexOf('/');
  if (stroke === -1) return { rest: text, per: null };
  const period = text.slice(stroke + 1).trim();
  const rest = text.slice(0, stroke).trim();
  if ((PERIODS as readonly string[]).includes(period)) return { rest, per: period as Period };
  if (period === '' || /^\d/.test(period)) return bad(text);
  const near = PERIOD_HINTS[period.toLowerCase()] ?? nearest(period, PERIODS) ?? 'none';
  return { mistake: { code: 'unknown-period', params: { period, near } } };
}

function readKnown(text: string, rest: string, per: Amount['per'], bare: boolean): AmountReading {
  const about = /^about\s+/.test(rest);
  let body = about ? rest.replace(/^about\s+/, '') : rest;
  const first = FIRST_CURRENCY.exec(body);
  if (first) body = body.slice(first[0].length);
  const match = KNOWN.exec(body);
  if (!match) return bad(text);
  const unit = first?.[1] ?? match[4]?.trim() ?? null;
  if (first && match[4] !== undefined) return bad(text);
  if (unit !== null && !isUnit(unit)) return bad(text);
  const numbers: number[] = [];
  for (const one of [match[1], match[2], match[3]]) {
    if (one === undefined) continue;
    const value = numberIn(one.trim(), text, bare);
    if (typeof value !== 'number') return value;
    numbers.push(value);
  }
  return ranged(text, numbers, { unit, per, text }, about);
}

function isUnit(text: string): boolean {
  return UNIT.test(text) && !/\s\d|\s(?:per|an?|each|every)\s/.test(text);
}

function numberIn(one: string, text: string, bare: boolean): number | { mistake: Mistake } {
  if (/^[-−]/.test(one)) {
    return { mistake: { code: 'negative-amount', params: {} } };
  }
  const reading = bare && /^\d+\.\d+$/.test(one) ? { value: Number(one) } : readNumber(one);
  if (reading === null) return bad(text);
  if (!('value' in reading))
    return {
      mistake: {
        code: 'ambiguous-number',
        params: { number: one, small: reading.small, large: reading.large },
      },
    };
  return Number.isFinite(reading.value) ? reading.value : { mistake: { code: 'not-a-number', params: {} } };
}

function ranged(
  text: string,
  numbers: readonly number[],
  spelling: Pick<Amount, 'unit' | 'per' | 'text'>,
  about: boolean,
): AmountReading {
  const [least = 0, second = least, third] = numbers;
  const most = third ?? second;
  const likely = third === undefined ? (least + most) / 2 : second;
  if (least > likely || likely > most) {
    const sorted = [...numbers]
      .sort((a, b) => a - b)
      .map(spellNumber)
      .join('..');
    const near = `${about ? 'about ' : ''}${sorted}${spelling.unit === null ? '' : ` ${spelling.unit}`}${spellPeriod(spelling.per)}`;
    return { mistake: { code: 'reversed-range', params: { near } } };
  }
  if (numbers.length > 1)
    return { amount: { is: 'known', shape: 'range', least, likely, most, ...spelling } };
  return {
    amount: { is: 'known', shape: about ? 'about' : 'exact', least, likely, most, ...spelling, text },
  };
}

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/^(?:~|≈|ca\.?|circa|roughly|approx\.?|around)\s*(?=[\dA-Z])/i, 'about '],
  [/^(?:a few|a little|a bit of|several|many|lots of|a lot of)\b/i, 'some'],
  [/^(?:\?+|tbd|n\/?a|not known|don't know)$/i, 'unknown'],
  [/(?<=\d)\s*(?:-|–|—|\bto\b)\s*(?=\d)/, '..'],
  [/(?<=\d)\s*(?:\.{3,}|…)\s*(?=\d)/, '..'],
  [/\s+(?:per|an?|each|every)\s+(?=[a-z]+$)/, '/'],
  [/\/\s*$/, '/month'],
  [/€/, ' EUR '],
  [/£/, ' GBP '],
];

function bad(text: string): { mistake: Mistake } {
  let near = text;
  for (const [pattern, instead] of ADVICE) near = near.replace(pattern, instead);
  near = near.replace(/\s+/g, ' ').trim();
  const helped =
    near !== text &&
    !/^-/.test(near) &&
    !('mistake' in (near.length < 80 ? guarded(near) : { mistake: null }));
  return { mistake: { code: 'bad-amount', params: { near: helped ? near : 'none' } } };
}

/** Whether a suggestion can itself be read: a mend that does not mend is worse than none. */
function guarded(near: string): AmountReading {
  const head = splitPeriodOnly(near);
  return KNOWN.test(head) || FIRST_CURRENCY.test(head) || /^(?:about|some|unknown)\b/.test(head)
    ? { amount: { is: 'unknown', unit: null, per: null, text: near } }
    : { mistake: { code: 'bad-amount', params: {} } };
}

function splitPeriodOnly(text: string): string {
  const stroke = text.lastIndexOf('/');
  return stroke === -1 ? text : text.slice(0, stroke).trim();
}

function spellPeriod(per: Amount['per']): string {
  if (per === null) return '';
  return per === 'once' ? ' once' : `/${per}`;
}

/** Writes an amount out of its numbers, in the plainest spelling. */
export function spellAmount(amount: Amount): string {
  const tail = `${amount.unit === null ? '' : ` ${amount.unit}`}${spellPeriod(amount.per)}`;
  if (amount.is !== 'known') return `${amount.is}${tail}`;
  const { shape, least, likely, most } = amount;
  if (shape === 'about') return `about ${spellNumber(likely)}${tail}`;
  if (shape === 'exact') return `${spellNumber(likely)}${tail}`;
  const middle = likely === (least + most) / 2 ? [] : [likely];
  return `${[least, ...middle, most].map(spellNumber).join('..')}${tail}`;
}

/** Whether a unit is a currency of ISO 4217, in capitals. */
export function isCurrency(unit: string): boolean {
  return CURRENCIES.has(unit);
}
