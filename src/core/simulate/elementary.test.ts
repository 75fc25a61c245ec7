import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, ln, power } from '#core/simulate/elementary';

/** Relative difference, 0 where both are the same. */
const off = (a: number, b: number): number =>
  Object.is(a, b) || a === b ? 0 : Math.abs(a - b) / Math.abs(b);

describe('our own elementary functions', () => {
  test('exp is within 1e-15 of the platform, over its whole range', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 709, noNaN: true }), (x) => off(exp(x), Math.exp(x)) < 1e-15),
      { numRuns: 5000 },
    );
    expect([exp(0), exp(800), exp(-800), exp(Number.NaN)]).toEqual([
      1,
      Number.POSITIVE_INFINITY,
      0,
      Number.NaN,
    ]);
    expect(exp(1)).toBeCloseTo(Math.E, 14);
  });

  test('ln is within 1e-15 of the platform', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
        (x) => off(ln(x), Math.log(x)) < 1e-15 || Math.abs(ln(x) - Math.log(x)) < 1e-16,
      ),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        (x) => Math.abs(ln(x) - Math.log(x)) <= 3e-16,
      ),
      { numRuns: 5000 },
    );
    expect([ln(1), ln(0), ln(-1), ln(5e-324)]).toEqual([
      0,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
      Math.log(5e-324),
    ]);
  });

  test('power is exact for whole powers and close for the others', () => {
    expect([power(2, 10), power(-3, 3), power(10, -2), power(0, 0), power(0, 2), power(7, 1)]).toEqual([
      1024, -27, 0.01, 1, 0, 7,
    ]);
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        (x, y) => off(power(x, y), x ** y) < 1e-13,
      ),
      { numRuns: 5000 },
    );
  });
});
