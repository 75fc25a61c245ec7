import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAmount, spellAmount } from '#core/file/read-amount';
import { readDuration, spellDuration } from '#core/file/read-duration';
import { readNumber, spellNumber } from '#core/file/read-number';
import type { Amount } from '#core/model/amount';

function known(
  text: string,
):
  | [shape: string, least: number, likely: number, most: number, unit: string | null, per: string | null]
  | string {
  const result = readAmount(text);
  if ('mistake' in result) return result.mistake.code;
  const { amount } = result;
  return amount.is === 'known'
    ? [amount.shape, amount.least, amount.likely, amount.most, amount.unit, amount.per]
    : amount.is;
}

describe('the spellings of the contract', () => {
  test.each([
    ['12 h/month', ['exact', 12, 12, 12, 'h', 'month']],
    ['4..8 h/week', ['range', 4, 6, 8, 'h', 'week']],
    ['10..20..60 h/month', ['range', 10, 20, 60, 'h', 'month']],
    ['about 12 h/month', ['about', 12, 12, 12, 'h', 'month']],
    ['20000 CHF once', ['exact', 20000, 20000, 20000, 'CHF', 'once']],
    ['20000 CHF', ['exact', 20000, 20000, 20000, 'CHF', null]],
    ['EUR 4000/year', ['exact', 4000, 4000, 4000, 'EUR', 'year']],
    ["1'200 CHF", ['exact', 1200, 1200, 1200, 'CHF', null]],
    ['1 200,50 EUR', ['exact', 1200.5, 1200.5, 1200.5, 'EUR', null]],
    ['6 / year', ['exact', 6, 6, 6, null, 'year']],
    ['1 person/month', ['exact', 1, 1, 1, 'person', 'month']],
    ['35..40..45', ['range', 35, 40, 45, null, null]],
    ['2 day of work/month', ['exact', 2, 2, 2, 'day of work', 'month']],
    ['0.2 / month', ['exact', 0.2, 0.2, 0.2, null, 'month']],
    ['300 / month', ['exact', 300, 300, 300, null, 'month']],
    ['0 h/month', ['exact', 0, 0, 0, 'h', 'month']],
  ])('%s', (text, expected) => expect(known(text)).toEqual(expected));

  test('what exists uncounted, is not known, or is none, keeps its unit and period', () => {
    expect(readAmount('some h/month')).toEqual({
      amount: { is: 'some', unit: 'h', per: 'month', text: 'some h/month' },
    });
    expect(readAmount('unknown CHF/year')).toEqual({
      amount: { is: 'unknown', unit: 'CHF', per: 'year', text: 'unknown CHF/year' },
    });
    expect(readAmount('unknown')).toEqual({
      amount: { is: 'unknown', unit: null, per: null, text: 'unknown' },
    });
    expect(readAmount('none')).toEqual({ amount: { is: 'none', unit: null, per: null, text: 'none' } });
  });

  test.each(['day', 'week', 'month', 'quarter', 'year', 'season', 'event'])('per %s', (per) => {
    expect(known(`3 h/${per}`)).toEqual(['exact', 3, 3, 3, 'h', per]);
  });
});

describe('numbers as people write them', () => {
  test.each([
    ['1200', 1200],
    ["1'200", 1200],
    ['1’200', 1200],
    ['1 200', 1200],
    ['1\u00a0200', 1200],
    ['1\u202f200', 1200],
    ['1 200 000', 1200000],
    ['1,200.50', 1200.5],
    ['1.200,50', 1200.5],
    ['1,200,300', 1200300],
    ['1.200.300', 1200300],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['0.125', 0.125],
    ['0,125', 0.125],
    ['1234.567', 1234.567],
    ['1.2500', 1.25],
    ["1'200.500", 1200.5],
  ])('%s', (text, value) => expect(readNumber(text)).toEqual({ value }));

  test.each([
    ['1,200', '1.2', '1200'],
    ['1.200', '1.2', '1200'],
    ['12.345', '12.3450', '12345'],
  ])('%s has two readings', (text, small, large) => {
    expect(readNumber(text)).toEqual({ small, large });
    expect(readAmount(`${text} EUR/year`)).toEqual({
      mistake: { code: 'ambiguous-number', params: { number: text, small, large } },
    });
  });

  test('a number of a JSON file has one reading', () => {
    expect(readAmount('1.125', { bare: true })).toMatchObject({ amount: { likely: 1.125 } });
  });

  test.each(['12 00', '1,20,0', '1..', '1.2.3', '12.', "1'20"])('%s is no number', (text) =>
    expect(readNumber(text)).toBe(null),
  );
});

describe('mistakes', () => {
  test.each([
    ['8..4 h/week', 'reversed-range'],
    ['10..5..60 h', 'reversed-range'],
    ['-20 EUR', 'negative-amount'],
    ['−20 EUR', 'negative-amount'],
    ['-4..8 h', 'negative-amount'],
    ['NaN h/month', 'not-a-number'],
    ['.inf EUR', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['12 h/fortnight', 'unknown-period'],
    ['12 h/months', 'unknown-period'],
    ['', 'bad-amount'],
    ['h/month', 'bad-amount'],
    ['12 h/', 'bad-amount'],
    ['lots', 'bad-amount'],
    ['about', 'bad-amount'],
    ['12 h 3', 'bad-amount'],
    ['EUR 12 EUR', 'bad-amount'],
    ['1..2..3..4 h', 'bad-amount'],
    ['twelve h/month', 'bad-amount'],
    ['1/2 h/month', 'bad-amount'],
    ['12 + 3 h', 'bad-amount'],
  ])('%s', (text, code) => expect(known(text)).toBe(code));

  test.each([
    ['4-8 h/week', '4..8 h/week'],
    ['~12 h/month', 'about 12 h/month'],
    ['12 h per month', '12 h/month'],
    ['a few h/week', 'some h/week'],
    ['?', 'unknown'],
    ['4 to 8 h', '4..8 h'],
  ])('%s is mended to %s', (text, near) =>
    expect(readAmount(text)).toMatchObject({ mistake: { code: 'bad-amount', params: { near } } }),
  );

  test('a reversed range is mended by its order', () => {
    expect(readAmount('8..4 h/week')).toMatchObject({ mistake: { params: { near: '4..8 h/week' } } });
  });
});

describe('writing and reading agree', () => {
  const amounts: fc.Arbitrary<Amount> = fc
    .record({
      numbers: fc.array(
        fc.double({ min: 0, max: 1e12, noNaN: true }).map((n) => Math.abs(n)),
        { minLength: 1, maxLength: 3 },
      ),
      about: fc.boolean(),
      unit: fc.constantFrom(null, 'h', 'EUR', 'page', 'day of work'),
      per: fc.constantFrom(null, 'once' as const, 'month' as const, 'event' as const),
    })
    .map(({ numbers, about, unit, per }) => {
      const [least = 0, second = least, third] = [...numbers].sort((a, b) => a - b);
      const likely = numbers.length === 3 ? second : (least + second) / 2;
      const shape = numbers.length === 1 ? (about ? 'about' : 'exact') : 'range';
      return { is: 'known', shape, least, likely, most: third ?? second, unit, per, text: '' };
    });

  test('for any amount', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const text = spellAmount(amount);
        expect(readAmount(text)).toEqual({ amount: { ...amount, text } });
      }),
    );
  });

  test('for any number and length of time', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumber(spellNumber(Math.abs(value)))).toEqual({ value: Math.abs(value) });
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (months) => {
        expect(readDuration(spellDuration(Math.abs(months)))).toBe(Math.abs(months));
      }),
    );
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        readAmount(text);
        expect(readDuration(text) ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test('lengths of time are months of a year of 365.2425 days', () => {
  expect(readDuration('3 months')).toBe(3);
  expect(readDuration('1 year')).toBe(12);
  expect(readDuration('1 quarter')).toBeCloseTo(3, 12);
  expect(readDuration('52.1775 weeks')).toBeCloseTo(12, 12);
  expect(readDuration('0 months')).toBe(0);
  expect(readDuration('a while')).toBe(null);
});
