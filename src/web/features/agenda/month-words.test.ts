/** Months follow each other, over the turn of the year too. */
import { expect, test } from 'vitest';
import { monthAfter, monthName } from './month-words';

test('the month after and before, over the turn of a year', () => {
  expect(['2026-11', '2026-12'].map((one) => monthAfter(one, 1))).toEqual(['2026-12', '2027-01']);
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
  expect(monthAfter('2026-03', -15)).toBe('2024-12');
});

test('as people say it', () => {
  expect(monthName('2026-12')).toBe('December 2026');
});
