import { describe, expect, test } from 'vitest';
import { complete } from '#core/simulate/core-parameters';
import { coreReport, tippingPoint } from '#core/simulate/core-report';
import { coreSystem } from '#core/simulate/core-system';
import { Engine } from '#core/simulate/wasm/engine';
import { wilson } from '#core/simulate/wilson';

const OPEN_MOVE = { mi: [0.8, 1.3], mf: 1.3, md: 0.5, mc: 0.6, X0: 0.05 };

describe('the report of the small core', () => {
  test('survival of the open move: about 100, 98, 68, 30 % for mj 1, 1.5, 2, 2.5', () => {
    for (const [mj, share] of [
      [1, 1],
      [1.5, 0.98],
      [2, 0.68],
      [2.5, 0.3],
    ] as const) {
      const report = coreReport(complete({ ...OPEN_MOVE, mj }), { months: 60, runs: 1000, seed: 1 });
      const stood = report.survival.share ?? Number.NaN;
      expect(Math.abs(stood - share)).toBeLessThan(0.05);
      expect(report.survival.low).toBeLessThan(stood + 1e-12);
    }
  });

  test('its tipping point is mj 2.17', () => {
    const parameters = complete({ ...OPEN_MOVE, mj: 2 });
    const value = tippingPoint(
      new Engine(coreSystem(parameters)),
      { months: 60, start: { X: 0.05 } },
      'mj',
      2,
    );
    expect(value).toBeCloseTo(2.17, 2);
  });

  test('month 0 is the start, every month is there, fans hold the middle run', () => {
    const report = coreReport(complete({ start: { K: 4 } }), { months: 24, runs: 200, seed: 1 });
    expect(Object.keys(report.at).length).toBe(25);
    expect(report.at['0']).toMatchObject({ P: 150, K: 4 });
    const fan = report.fans['K'];
    expect(fan?.p5.length).toBe(25);
    expect(fan?.p5[24]).toBeLessThan(report.at['24']?.['K'] ?? 0);
    expect(fan?.p95[24]).toBeGreaterThan(report.at['24']?.['K'] ?? 0);
  });

  test('same seed, same numbers; another seed, others', () => {
    const fan = (seed: number) =>
      coreReport(complete({ start: { K: 4 } }), { months: 6, runs: 50, seed }).fans['P']?.p5;
    expect(fan(1)).toEqual(fan(1));
    expect(fan(2)).not.toEqual(fan(1));
  });

  test('every guess is an assumption with a source', () => {
    for (const one of coreReport(complete({}), { months: 1, runs: 0, seed: 1 }).assumptions)
      expect(one.source).not.toBe('');
  });
});

test("Wilson's interval: 8 of 10 is 0.49 to 0.943", () => {
  expect(wilson(8, 10).low).toBeCloseTo(0.4902, 4);
  expect(wilson(8, 10).high).toBeCloseTo(0.9433, 4);
  // Where none or all say yes, one bound is exactly that share, at any number of draws.
  for (const of of [1, 3, 7, 100, 999, 1000]) {
    expect(wilson(0, of).low).toBe(0);
    expect(wilson(of, of).high).toBe(1);
  }
});

test('where nothing was drawn no share stands or falls: unknown is not zero', () => {
  expect(wilson(0, 0)).toEqual({ share: null, low: 0, high: 1 });
  const { survival } = coreReport(complete({ mj: 2 }), { months: 12, runs: 0, seed: 1 });
  expect(survival).toEqual({ share: null, low: 0, high: 1 });
});
