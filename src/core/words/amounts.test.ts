import { describe, expect, test } from 'vitest';
import type { Amount } from '#core/model/amount';
import { sayAmount, sayRate, sortOfUnit } from '#core/words/amounts';
import { clearly, inTurn, listed } from '#core/words/lists';

const known = (
  likely: number,
  unit: string,
  per: Amount['per'],
  shape: 'exact' | 'about' = 'exact',
): Amount => ({
  is: 'known',
  shape,
  least: likely,
  likely,
  most: likely,
  unit,
  per,
  text: '',
});

describe('amounts as people say them', () => {
  test('hours, money, people and own units carry their unit and their period', () => {
    expect(sayAmount(known(24, 'h', 'month'))).toBe('24 hours a month');
    expect(sayAmount(known(1, 'h', 'week'))).toBe('1 hour a week');
    expect(sayAmount(known(1500, 'EUR', 'year'))).toBe('EUR 1,500 a year');
    expect(sayAmount(known(20000, 'CHF', 'once'))).toBe('CHF 20,000');
    expect(sayAmount(known(20000, 'CHF', null))).toBe('CHF 20,000');
    expect(sayAmount(known(650, 'person', null, 'about'))).toBe('about 650 people');
    expect(sayAmount(known(40, 'page', null))).toBe('40 pages');
    expect(sayAmount(known(500, 'kg', 'event'))).toBe('500 kg each time');
  });

  test('a range says both its ends', () => {
    const range: Amount = {
      is: 'known',
      shape: 'range',
      least: 10,
      likely: 12,
      most: 15,
      unit: 'h',
      per: 'month',
      text: '',
    };
    expect(sayAmount(range)).toBe('10 to 15 hours a month');
    expect(sayAmount({ ...range, unit: 'EUR', per: null, least: 500, most: 1000 })).toBe('EUR 500 to 1,000');
  });

  test('unknown, some and none are three different things and none of them is a zero', () => {
    const blank = { unit: 'h', per: 'week', text: '' } as const;
    expect(sayAmount({ is: 'some', ...blank })).toBe('some hours, not counted');
    expect(sayAmount({ is: 'unknown', ...blank })).toBe('an amount that nobody wrote down');
    expect(sayAmount({ is: 'none', ...blank })).toBe('nothing');
  });

  test('rates are rounded as a person would', () => {
    expect(sayRate(34.4999999, 'h')).toBe('34.5 hours a month');
    expect(sayRate(319.149, 'EUR')).toBe('EUR 319 a month');
    expect(sortOfUnit('EUR')).toBe('money');
  });
});

describe('lists as people say them', () => {
  test('each name once, the rest counted', () => {
    expect(listed(['a', 'b', 'a'])).toBe('a and b');
    expect(listed(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
    expect(clearly(['a and b', 'c'])).toBe('a and b, and c');
    expect(clearly(['a', 'b'])).toBe('a and b');
    expect(inTurn(['a for b and c', 'd for e', 'f'], 2)).toBe('a for b and c; d for e; and 1 more');
  });
});
