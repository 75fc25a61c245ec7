import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inverseDiagonal } from '#core/number/inverse-diagonal';

describe('inverseDiagonal', () => {
  test('two places that feed each other: n = 1 / (1 − ab)', () => {
    const diagonal = inverseDiagonal(2, Float64Array.of(0, 80 / 130, 30 / 80, 0));
    expect(diagonal?.values[0]).toBeCloseTo(1 / (1 - (80 / 130) * (30 / 80)), 12);
    expect(diagonal?.values[1]).toBeCloseTo(1 / (1 - (80 / 130) * (30 / 80)), 12);
  });

  test('a closed ring has none', () => {
    expect(inverseDiagonal(2, Float64Array.of(0, 1, 1, 0))).toBeNull();
    expect(inverseDiagonal(1, Float64Array.of(1))).toBeNull();
  });

  test('agrees with following what starts at a node until nothing is left', () => {
    const shares = fc
      .integer({ min: 2, max: 6 })
      .chain((n) =>
        fc.array(fc.double({ min: 0, max: 0.9 / n, noNaN: true }), { minLength: n * n, maxLength: n * n }),
      );
    fc.assert(
      fc.property(shares, (list) => {
        const n = Math.sqrt(list.length);
        const diagonal = inverseDiagonal(n, Float64Array.from(list));
        for (let start = 0; start < n; start += 1) {
          let now: number[] = Array.from({ length: n }, (_, i) => (i === start ? 1 : 0));
          let back = 1;
          for (let step = 0; step < 400; step += 1) {
            now = now.map((_, j) => now.reduce((sum, mass, i) => sum + mass * list[i * n + j]!, 0));
            back += now[start]!;
          }
          expect(diagonal?.values[start]).toBeCloseTo(back, 9);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('a large sparse part is followed along its links, and a ring of shares s gives 1 / (1 − s^n)', () => {
    const n = 410;
    const g = new Float64Array(n * n);
    for (let i = 0; i < n; i += 1) {
      g[i * n + ((i + 1) % n)] = 0.5;
      g[i * n + i] = 0.25;
    }
    const diagonal = inverseDiagonal(n, g);
    expect(diagonal?.values[7]).toBeCloseTo(1 / 0.75, 12);
  });
});
