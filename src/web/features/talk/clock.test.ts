/** When an item of a meeting begins. */
import { expect, test } from 'vitest';
import { clock } from './use-meeting';

test('with an hour of its own the clock goes on, past midnight too; without one it counts from the beginning', () => {
  expect(clock('19:00', 20)).toBe('19:20');
  expect(clock('09:50', 15)).toBe('10:05');
  expect(clock('23:30', 45)).toBe('00:15');
  expect(clock('', 0)).toBe('0:00');
  expect(clock('', 65)).toBe('1:05');
});
