import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eigenvalues } from '#core/number/eigen';

const rounded = (matrix: number[][]) =>
  (eigenvalues(matrix) ?? []).map(({ re, im }) => [Number(re.toFixed(8)) + 0, Number(im.toFixed(8)) + 0]);

test('a triangle has its diagonal', () => {
  expect(
    rounded([
      [3, 5, 7],
      [0, -1, 9],
      [0, 0, 2],
    ]),
  ).toEqual([
    [3, 0],
    [2, 0],
    [-1, 0],
  ]);
});

test('a quarter turn has i and -i', () => {
  expect(
    rounded([
      [0, -1],
      [1, 0],
    ]),
  ).toEqual([
    [0, 1],
    [0, -1],
  ]);
});

test('a ring of four has the fourth roots of one', () => {
  const found = rounded([
    [0, 0, 0, 1],
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
  ]);
  expect(found).toEqual([
    [1, 0],
    [0, 1],
    [0, -1],
    [-1, 0],
  ]);
});

test('x³ − 6x² + 11x − 6 has 1, 2 and 3', () => {
  expect(
    rounded([
      [6, -11, 6],
      [1, 0, 0],
      [0, 1, 0],
    ]),
  ).toEqual([
    [3, 0],
    [2, 0],
    [1, 0],
  ]);
});

test('their sum is the trace, and the sum of their squares that of the matrix squared', () => {
  const cell = fc.double({ min: -10, max: 10, noNaN: true });
  const square = fc
    .integer({ min: 1, max: 12 })
    .chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }));
  fc.assert(
    fc.property(square, (matrix) => {
      const found = eigenvalues(matrix);
      expect(found).not.toBeNull();
      const trace = matrix.reduce((sum, row, i) => sum + row[i]!, 0);
      const squared = matrix.reduce(
        (sum, row, i) => sum + row.reduce((s, one, j) => s + one * matrix[j]![i]!, 0),
        0,
      );
      expect(found!.reduce((sum, one) => sum + one.re, 0)).toBeCloseTo(trace, 6);
      expect(found!.reduce((sum, one) => sum + one.re ** 2 - one.im ** 2, 0)).toBeCloseTo(squared, 3);
    }),
    { numRuns: 100 },
  );
});

test('entries of very different sizes come to rest: a corner of 1e-205 beside ones of 3 has 3 and nothing', () => {
  const tiny = 1e-205;
  const found = rounded([
    [tiny, 2 * tiny, 0],
    [3 * tiny, tiny, 0],
    [0, 0, 3],
  ]);
  expect(found).toEqual([
    [3, 0],
    [0, 0],
    [0, 0],
  ]);
});

test('a matrix of very small numbers has eigenvalues in proportion', () => {
  const found = eigenvalues([
    [2e-205, 1e-205],
    [1e-205, 2e-205],
  ])!;
  expect(found.map(({ re }) => re / 1e-205).map((one) => Number(one.toFixed(9)))).toEqual([3, 1]);
});

test('what is no number has none', () => {
  expect(eigenvalues([[Number.NaN]])).toBeNull();
  expect(eigenvalues([])).toEqual([]);
});
