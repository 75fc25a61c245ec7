/** Amounts as shapes. Their spelling is read here; unit and kind are settled when the whole file is known. */
import type { Node } from 'yaml';
import { isScalar } from '#core/file/nodes';
import { readAmount, spellAmount } from '#core/file/read-amount';
import { readNumber, spellNumber } from '#core/file/read-number';
import { type Reading, textOf } from '#core/file/reading';
import { type Schema, type Shape, wrongShape } from '#core/file/shape/shape';
import type { Amount, Price } from '#core/model/amount';
import { timesPerMonth } from '#core/model/rate';

export const AMOUNT_SCHEMA: Schema = {
  description:
    'How much, unit, period: 12 h/month, 4..8 h/week, 10..20..60 h/month, about 12 h/month, some h/month, unknown, none, 20000 CHF once.',
  anyOf: [{ type: 'number', minimum: 0 }, { type: 'string' }],
};

/** An amount in any unit. */
export const amount: Shape<Amount> = {
  holdsUnknown: true,
  says: 'amount',
  schema: { $ref: '#/$defs/amount' },
  read(node, reading) {
    if (!isScalar(node)) return wrongShape(node, reading, 'amount');
    return amountAt(node, reading);
  },
  write: (value) => plainAmount(value),
};

function amountAt(node: Node & { value: unknown; source?: string }, reading: Reading): Amount | undefined {
  const isNumber = typeof node.value === 'number';
  const written = isNumber && !/^\d[\d.]*$/.test(textOf(node)) ? String(node.value) : textOf(node);
  const result = readAmount(written, { bare: isNumber && reading.isJson });
  if ('mistake' in result) {
    reading.report(result.mistake.code, node, result.mistake.params, textOf(node));
    return undefined;
  }
  reading.places.set(result.amount, node);
  return result.amount;
}

/** The text as it was written where that still says the same; otherwise a plain spelling of the numbers. */
export function plainAmount(value: Amount): string | number {
  const again = readAmount(value.text);
  const text = 'amount' in again && saysTheSame(again.amount, value) ? value.text : spellAmount(value);
  return /^\d{1,15}$/.test(text) || /^\d{1,9}\.\d{1,2}$/.test(text) ? Number(text) : text;
}

function saysTheSame(read: Amount, value: Amount): boolean {
  if (read.is !== value.is || read.per !== value.per) return false;
  if (read.is !== 'known' || value.is !== 'known') return true;
  if (read.shape !== value.shape || read.likely === 0)
    return read.shape === value.shape && value.likely === 0;
  // A day of work was turned into hours, or hours into minutes: the three numbers then differ by one factor.
  const factor = value.likely / read.likely;
  const turned = /days? of work/.test(read.unit ?? '') || (read.unit === 'h' && value.unit === 'min');
  if (factor !== 1 && !turned) return false;
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  return near(read.least * factor, value.least) && near(read.most * factor, value.most);
}

const PRICE = /^(.+?)\s*\/\s*(\S.*)$/;

/** `25 EUR/h`: so much of one unit for one of another. */
export const price: Shape<Price> = {
  says: 'rate such as 25 EUR/h',
  schema: { type: 'string', pattern: '/' },
  read(node, reading) {
    if (!isScalar(node)) return wrongShape(node, reading, 'text');
    const written = textOf(node).trim();
    const match = PRICE.exec(written);
    const result = match ? readAmount(match[1] ?? '') : null;
    if (result && 'mistake' in result && result.mistake.code !== 'bad-amount') {
      reading.report(result.mistake.code, node, result.mistake.params, written);
      return undefined;
    }
    if (
      !match ||
      !result ||
      'mistake' in result ||
      result.amount.is !== 'known' ||
      result.amount.unit === null
    ) {
      reading.report('bad-price', node, {}, written);
      return undefined;
    }
    const value: Price = {
      value: result.amount.likely,
      unit: result.amount.unit,
      perUnit: match[2] ?? '',
      text: written,
    };
    reading.places.set(value, node);
    return value;
  },
  write: (value) => value.text,
};

/** `0.2 / month`: the share that regrows, per month. */
export const perMonth: Shape<number> = {
  holdsUnknown: true,
  says: 'share per period, such as 0.2 / month',
  schema: { type: 'string' },
  read(node, reading) {
    if (!isScalar(node)) return wrongShape(node, reading, 'amount');
    const written = textOf(node).trim();
    const percent = /^(\d+(?:[.,]\d+)?) ?%\s*(\/.*)$/.exec(written);
    const number = percent ? readNumber(percent[1] ?? '') : null;
    const plain =
      percent && number && 'value' in number ? `${spellNumber(number.value / 100)} ${percent[2]}` : written;
    const result = readAmount(plain);
    if ('mistake' in result) {
      reading.report(result.mistake.code, node, result.mistake.params, written);
      return undefined;
    }
    const read = result.amount;
    if (read.is === 'unknown') return undefined;
    const times = timesPerMonth(read.per === 'once' ? null : read.per, {
      seasonMonths: 3,
      eventsPerMonth: null,
      since: null,
      until: null,
    });
    if (read.is !== 'known' || read.unit !== null || times === null) {
      const code = read.unit === null ? 'wrong-period' : 'wrong-unit';
      reading.report(
        code,
        node,
        { wanted: code === 'wrong-period' ? 'yes' : 'none', unit: read.unit ?? 'none' },
        written,
      );
      return undefined;
    }
    return read.likely * times;
  },
  write: (value) => `${spellNumber(value)} / month`,
};
