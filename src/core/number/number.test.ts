import { describe, expect, test } from 'vitest';
import { components } from '#core/number/components';
import { Draws } from '#core/number/draws';
import { Part } from '#core/number/eliminate';
import { pertQuantiles } from '#core/number/pert';
import { bandOf, quantile } from '#core/number/quantile';
import { excess, over, plus, times } from '#core/number/sample';
import { Sweeps } from '#core/number/sweeps';

describe('PERT draws', () => {
  test('mean and spread are those of the beta distribution', () => {
    // alpha 3, beta 3: mean ½, variance ab/((a+b)²(a+b+1)) = 1/28.
    const even = pertQuantiles(0.5, 20_000);
    const mean = even.reduce((sum, x) => sum + x, 0) / even.length;
    const variance = even.reduce((sum, x) => sum + (x - mean) ** 2, 0) / even.length;
    expect(mean).toBeCloseTo(0.5, 6);
    expect(variance).toBeCloseTo(1 / 28, 5);
    // alpha 1, beta 5: the distribution function is 1 − (1 − x)⁵.
    const low = pertQuantiles(0, 9);
    expect(low[4]).toBeCloseTo(1 - 0.5 ** 0.2, 4);
  });

  test('(10, 20, 60) has the mean 25 that is shown', () => {
    const sample = new Draws(5000, 1).pert('x', {
      least: 10,
      likely: 20,
      most: 60,
      mean: 25,
    }) as Float64Array;
    const drawn = sample.slice(1);
    expect(drawn.reduce((sum, x) => sum + x, 0) / drawn.length).toBeCloseTo(25, 2);
    expect(Math.min(...drawn)).toBeGreaterThan(10);
    expect(Math.max(...drawn)).toBeLessThan(60);
  });

  test('the same name and seed give the same draws, another name or seed others', () => {
    const spread = { least: 1, likely: 2, most: 3, mean: 2 };
    const draw = (name: string, seed: number) => [
      ...(new Draws(50, seed).pert(name, spread) as Float64Array),
    ];
    expect(draw('a', 1)).toEqual(draw('a', 1));
    expect(draw('a', 1)).not.toEqual(draw('b', 1));
    expect(draw('a', 1)).not.toEqual(draw('a', 2));
    expect(new Draws(50, 1).pert('a', { ...spread, least: 2, most: 2 })).toBe(2);
    expect(new Draws(0, 1).pert('a', spread)).toBe(2);
  });

  test('draws of different names are nearly independent', () => {
    const spread = { least: -1, likely: 0, most: 1, mean: 0 };
    const draws = new Draws(4000, 7);
    const a = draws.pert('helvetas', spread) as Float64Array;
    const b = draws.pert('helvetat', spread) as Float64Array;
    const product = a.reduce((sum, x, i) => sum + x * (b[i] as number), 0) / 4000;
    expect(Math.abs(product) * 7).toBeLessThan(0.06);
  });
});

describe('quantiles', () => {
  test('lie between neighbours by proportion', () => {
    expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(quantile([10, 20], 0.95)).toBeCloseTo(19.5, 12);
    expect(quantile([], 0.5)).toBeNull();
    expect(bandOf(Float64Array.from([50, ...Array.from({ length: 101 }, (_, i) => 100 - i)]))).toEqual([
      5, 95,
    ]);
    expect(bandOf(3)).toBeNull();
  });
});

describe('samples', () => {
  test('slot 0 is the value, further slots the draws', () => {
    const a = Float64Array.from([2, 1, 3]);
    expect([...(plus(a, 1) as Float64Array)]).toEqual([3, 2, 4]);
    expect([...(times(2, a) as Float64Array)]).toEqual([4, 2, 6]);
    expect([...(over(6, a) as Float64Array)]).toEqual([3, 6, 2]);
    expect(over(1, 0)).toBe(0);
    expect([...(excess(2, a) as Float64Array)]).toEqual([0, 1, 0]);
    expect(excess(0.1 + 0.2, 0.3)).toBe(0);
  });
});

describe('components', () => {
  test('come in the order of the links', () => {
    expect(components([[1], [2], [0, 3], [4], []])).toEqual([[0, 1, 2], [3], [4]]);
    expect(components([[], [0]])).toEqual([[1], [0]]);
    expect(components([])).toEqual([]);
  });

  test('a chain of 100,000 does not overflow', () => {
    const chain = Array.from({ length: 100_000 }, (_, i) => (i + 1 < 100_000 ? [i + 1] : []));
    expect(components(chain).length).toBe(100_000);
  });
});

describe('elimination', () => {
  test('gives the visits of x (I − A)⁻¹', () => {
    // Two nodes: 0 → 1 all, 1 → 0 a fifth: visits of node 0 are 1 / (1 − 0.2).
    const part = new Part(2, Float64Array.from([0, 1, 0.2, 0]), Float64Array.from([0, 0.8]));
    const mass = Float64Array.from([1, 0]);
    part.visits(mass);
    expect(mass[0]).toBeCloseTo(1.25, 14);
    expect(mass[1]).toBeCloseTo(1.25, 14);
  });

  test('loses nothing where almost everything goes round', () => {
    const leak = 1e-13;
    const part = new Part(3, Float64Array.from([0, 1, 0, 0, 0, 1, 1, 0, 0]), Float64Array.from([0, 0, leak]));
    const mass = Float64Array.from([5, 0, 0]);
    part.visits(mass);
    expect(Math.abs((mass[2] as number) * leak - 5)).toBeLessThan(1e-14);
  });
});

describe('sweeps', () => {
  test('find what elimination finds, and say how much was missing', () => {
    const size = 400;
    let state = 7;
    const pick = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const inside = Array.from({ length: size }, (_, from) =>
      Array.from({ length: 4 }, () => ({ from, to: (from + 1 + pick(size - 1)) % size, share: 0.2 })),
    ).flat();
    const leaks = Array.from({ length: size }, (_, from) => ({ from, to: -1, share: 0.2 }));
    const matrix = new Float64Array(size * size);
    for (const { from, to, share } of inside)
      matrix[from * size + to] = (matrix[from * size + to] as number) + share;
    const exact = new Float64Array(size);
    exact[3] = 10;
    const enters = exact.slice();
    new Part(
      size,
      matrix,
      Float64Array.from(leaks, (one) => one.share),
    ).visits(exact);
    const sweeps = new Sweeps(size, inside, leaks);
    const found = sweeps.visits(enters);
    for (let i = 0; i < size; i++)
      expect(Math.abs((found[i] as number) - (exact[i] as number))).toBeLessThan(1e-12);
    expect(sweeps.residual).toBeLessThan(1e-13);
  });
});
