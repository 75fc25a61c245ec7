/** Releases beside each other: what the first hides, the second must not tell by the difference. */
import { expect, test } from 'vitest';
import { linearBounds } from '#core/audience/protect/linear';
import { type Contributed, differenced } from '#core/audience/protect/releases';
import { highsBounds } from '#server/highs-bounds';

const gift = (id: string, amount: number): Contributed => ({ id, by: id, amount, heads: 1 });
const SPRING = [gift('ana', 40), gift('ben', 50), gift('cleo', 60), gift('dan', 45)];

test('one who joined is not told by the difference of two totals', async () => {
  const spring = { id: 'spring', of: SPRING };
  const autumn = { id: 'autumn', of: [...SPRING, gift('eve', 70)] };
  for (const bounds of [linearBounds, await highsBounds()]) {
    expect(differenced([], [spring], 3, bounds).told).toEqual(['spring']);
    expect(differenced([spring], [autumn], 3, bounds)).toEqual({
      told: [],
      withheld: [{ id: 'autumn', why: 'other' }],
    });
  }
});

test('where enough changed, the next total is told', () => {
  const autumn = { id: 'autumn', of: [...SPRING, gift('eve', 70), gift('fay', 60), gift('gus', 50)] };
  const found = differenced([{ id: 'spring', of: SPRING }], [autumn], 3, linearBounds);
  expect(found).toEqual({ told: ['autumn'], withheld: [] });
});

test('the same again tells nothing new, and a part that is too small is refused by itself', () => {
  const spring = { id: 'spring', of: SPRING };
  expect(differenced([spring], [{ ...spring, id: 'again' }], 3, linearBounds).told).toEqual(['again']);
  expect(differenced([], [{ id: 'two', of: SPRING.slice(0, 2) }], 3, linearBounds).withheld).toEqual([
    { id: 'two', why: 'few' },
  ]);
});

test('within one release: three sums from which a fourth follows', () => {
  const all = { id: 'all', of: SPRING };
  const three = { id: 'three', of: SPRING.slice(0, 3) };
  expect(differenced([], [all, three], 3, linearBounds)).toEqual({
    told: ['all'],
    withheld: [{ id: 'three', why: 'other' }],
  });
});
