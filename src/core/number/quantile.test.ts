import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandOf, quantilesInPlace } from '#core/number/quantile';

/** The bounds by putting all draws in order. */
function inOrder(draws: readonly number[]): readonly [number, number] {
  const sorted = [...draws].sort((a, b) => a - b);
  const at = (share: number): number => {
    const position = share * (sorted.length - 1);
    const below = Math.floor(position);
    const low = sorted[below] as number;
    return position === below ? low : low + (position - below) * ((sorted[below + 1] as number) - low);
  };
  return [at(0.05), at(0.95)];
}

const sampleOf = (draws: readonly number[]): Float64Array => Float64Array.from([draws[0] ?? 0, ...draws]);

test('a band is what putting the draws in order gives, however they are spread', () => {
  const spreads: readonly ((share: number) => number)[] = [
    (x) => x,
    (x) => 1000 - 7 * x,
    (x) => x ** 20 * 1e9,
    (x) => Math.round(x * 12),
    (x) => (x < 0.5 ? 0 : 3 + x),
    (x) => (x < 0.97 ? 1 / (1.01 - x) : 1e12),
  ];
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 1200, size: 'max' }),
      fc.constantFrom(...spreads),
      (shares, spread) => {
        const draws = shares.map(spread);
        const [low, high] = inOrder(draws);
        const wanted = high - low > 1e-9 * Math.abs(high) ? [low, high] : null;
        expect(bandOf(sampleOf(draws))).toEqual(wanted);
      },
    ),
    { numRuns: 60 },
  );
});

test('a few draws without an end leave the band its ends; draws that are all alike have none', () => {
  // 980 draws are 1, 2, … 980 and twenty lie beyond: the places 49.95 and 949.05 of 0 to 999.
  const draws = Array.from({ length: 1000 }, (_, i) => (i < 980 ? i + 1 : Number.POSITIVE_INFINITY));
  const [low, high] = bandOf(sampleOf(draws)) as readonly [number, number];
  expect(low).toBeCloseTo(50.95, 9);
  expect(high).toBeCloseTo(950.05, 9);
  expect(bandOf(sampleOf(new Array<number>(1000).fill(4)))).toBeNull();
  expect(bandOf(5)).toBeNull();
});

test('several quantiles at once are what putting all in order gives, also where many are alike', () => {
  const shares = [0.05, 0.25, 0.5, 0.75, 0.95];
  const value = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 300, size: 'max' }), (values) => {
      const sorted = Float64Array.from(values).sort();
      const wanted = shares.map((share) => {
        const below = Math.floor(share * (sorted.length - 1));
        const low = sorted[below] as number;
        return low + (share * (sorted.length - 1) - below) * ((sorted[below + 1] ?? low) - low);
      });
      // Whether a nothing is +0 or −0 is no matter.
      const found = quantilesInPlace(Float64Array.from(values), shares);
      expect(found.map((one) => one + 0)).toEqual(wanted.map((one) => one + 0));
    }),
  );
});
