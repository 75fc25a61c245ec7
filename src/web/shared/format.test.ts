/** Amounts as pages tell them. */
import { expect, test } from 'vitest';
import { amountText } from './format';

const written = (text: string) =>
  amountText({ is: 'known', text } as unknown as Parameters<typeof amountText>[0]);

test('a range is told in words, with its unit; every other amount as it was written', () => {
  expect(written('10..15 h/month')).toBe('10 to 15 h/month');
  expect(written('35..40..45')).toBe('35 to 45');
  expect(written('0.5..1.25 h/week')).toBe('0.5 to 1.25 h/week');
  expect(written('about 650')).toBe('about 650');
  expect(written('1500 EUR/year')).toBe('1500 EUR/year');
  expect(written('6 / year')).toBe('6 / year');
});
