import { expect, test } from 'vitest';
import { Refusal } from '../api';
import { refusedText } from './refused';

const often = (seconds: number | null) =>
  refusedText(new Refusal(429, 'too-many', 'Wait a moment.', [], [], [], [], seconds));

test.each([
  [1, 'Wait a second'],
  [42.1, 'Wait 43 seconds'],
  [60, 'Wait a minute'],
  [61, 'Wait 2 minutes'],
  [null, 'Wait a moment.'],
])('after too many tries, %j seconds are said so', (seconds, says) => {
  expect(often(seconds)).toContain(says);
});

test('anything else is told in its own words', () => {
  expect(refusedText(new Refusal(401, 'sign-in', 'Another one.'))).toBe('Another one.');
});
