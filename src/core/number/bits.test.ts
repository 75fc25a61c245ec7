import { expect, test } from 'vitest';
import { count, countBoth, has, join, members, put, same, transposed, wordsFor } from '#core/number/bits';
import { tidy } from '#core/number/tidy';

test('a set of bits holds what was put in, in order, within bounds', () => {
  const bits = new Uint32Array(wordsFor(70));
  expect(bits.length).toBe(3);
  for (const index of [69, 31, 0, 32, 40]) put(bits, index);
  expect(has(bits, 31)).toBe(true);
  expect(has(bits, 30)).toBe(false);
  expect(members(bits)).toEqual([0, 31, 32, 40, 69]);
  expect(members(bits, 32, 69)).toEqual([32, 40]);
  const more = new Uint32Array(3);
  put(more, 63);
  join(bits, more);
  expect(members(bits, 41)).toEqual([63, 69]);
});

test('sets of bits are counted and compared', () => {
  const even = new Uint32Array(wordsFor(96));
  const threes = new Uint32Array(wordsFor(96));
  for (let index = 0; index < 96; index += 2) put(even, index);
  for (let index = 0; index < 96; index += 3) put(threes, index);
  expect(count(even)).toBe(48);
  expect(count(threes)).toBe(32);
  expect(countBoth(even, threes)).toBe(16);
  expect(count(new Uint32Array(2).fill(0xffffffff))).toBe(64);
  expect(same(even, even.slice())).toBe(true);
  expect(same(even, threes)).toBe(false);
});

test('sets turned about say of each number which of them hold it', () => {
  for (const [many, most] of [
    [1, 1],
    [33, 40],
    [70, 31],
    [64, 96],
  ] as const) {
    const holds = (set: number, number: number): boolean => (set * 7 + number * number * 3) % 5 < 2;
    const sets = Array.from({ length: many }, (_, set) => {
      const bits = new Uint32Array(wordsFor(most + 40));
      // What lies beyond the numbers asked for is no matter.
      for (let number = 0; number < most + 40; number += 1) if (holds(set, number)) put(bits, number);
      return bits;
    });
    const found = transposed(sets, most).map((bits) => members(bits));
    const wanted = Array.from({ length: most }, (_, number) =>
      sets.flatMap((_, set) => (holds(set, number) ? [set] : [])),
    );
    expect(found).toEqual(wanted);
  }
});

test('a number loses its dust and keeps its size, from a billionth to ten billion', () => {
  expect(tidy(0.1 + 0.2)).toBe(0.3);
  expect(tidy(16.8 + 1e-14)).toBe(16.8);
  for (let power = -8; power < 10; power++) {
    const size = 1.234_567_890_123 * 10 ** power;
    expect(tidy(size * (1 + 1e-15)), `${power}`).toBe(Number(size.toPrecision(13)));
    expect(tidy(-size)).toBe(-tidy(size));
  }
  expect(tidy(1e-10)).toBe(1e-10);
});
