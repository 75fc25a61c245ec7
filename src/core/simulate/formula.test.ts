/** Formulas as text: what binds to what, how numbers are written, and what is no formula. */
import { expect, test } from 'vitest';
import { formula } from '#core/simulate/formula';
import { evaluateWith } from '#core/simulate/interpret';

const names = new Map([
  ['a', 2],
  ['b_1', 3],
  ['need.of', 5],
]);
const value = (text: string): number => evaluateWith(formula(text), names);

test.each([
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['7 - 2 - 1', 4],
  ['12 / 3 / 2', 2],
  ['-a ^ 2', -4],
  ['a ^ -1', 0.5],
  ['2 ^ 3 ^ 2', 512],
  ['a*b_1-need.of', 1],
  ['  min( a ,b_1,  1 ) ', 1],
  ['max(1, a, b_1)', 3],
  ['1.5e2 + 1E-1', 150.1],
  ['2e+1', 20],
  ['table(a, 0, 0, 4, 8)', 4],
])('%s comes to %d', (text, comes) => {
  expect(value(text)).toBe(comes);
});

test.each([
  '',
  '1 +',
  '(1',
  '1)',
  '2 a',
  '1.',
  '.5',
  '2e',
  'min(1',
  'min 1',
  'nothing(1)',
  'exp(1, 2)',
  'a $ 2',
  '1,2',
])('%j is no formula', (text) => {
  expect(() => formula(text)).toThrow(SyntaxError);
});
