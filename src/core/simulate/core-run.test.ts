import { describe, expect, test } from 'vitest';
import { type CoreParameters, complete, readCoreParameters } from '#core/simulate/core-parameters';
import { firstFall, levelAt, runCore } from '#core/simulate/core-run';
import { coreSystem } from '#core/simulate/core-system';
import { slopesAt } from '#core/simulate/interpret';

const OPEN_MOVE: Partial<CoreParameters> = { mi: [0.8, 1.3], mf: 1.3, md: 0.5, mc: 0.6, X0: 0.05 };

function at60(given: Partial<CoreParameters>): Record<string, number> {
  const run = runCore(complete(given), 60);
  return Object.fromEntries(
    (['P', 'A', 'K', 'E', 'G', 'T', 'M', 'C'] as const).map((stock) => [stock, levelAt(run, 60, stock)]),
  );
}

describe('the small core, every number of section 5', () => {
  test('the defaults are an equilibrium', () => {
    for (const slope of slopesAt(coreSystem(complete({})), {})) expect(Math.abs(slope)).toBeLessThan(1e-12);
  });

  test('any snapshot is an equilibrium, also where hands are missing', () => {
    const parameters = complete({
      hK: 8,
      reference: { P: 90, A: 12, K: 3, E: 0.55, G: 0.5, T: 0.4, M: 20, C: 10 },
    });
    for (const slope of slopesAt(coreSystem(parameters), {})) expect(Math.abs(slope)).toBeLessThan(1e-12);
  });

  test('open move with twice the joins, month 60', () => {
    const is = at60({ ...OPEN_MOVE, mj: 2 });
    expect(is['P']).toBeCloseTo(227.3, 1);
    expect(is['A']).toBeCloseTo(26.5, 1);
    expect(is['K']).toBeCloseTo(4.53, 2);
    expect(is['E']).toBeCloseTo(0.598, 3);
    expect(is['G']).toBeCloseTo(0.28, 3);
    expect(is['T']).toBeCloseTo(0.327, 3);
    expect(is['M']).toBeCloseTo(2268, -0.5);
    expect(is['C']).toBeCloseTo(219.3, 1);
  });

  test('open move without more joins passes month 60 with K 4.94', () => {
    const run = runCore(complete({ ...OPEN_MOVE, mj: 1 }), 60);
    expect(levelAt(run, 60, 'K')).toBeCloseTo(4.94, 2);
    expect(firstFall(run)).toBeNull();
  });

  test('its attractor is P 31, K 0.2', () => {
    const run = runCore(complete({ ...OPEN_MOVE, mj: 1 }), 6000);
    expect(levelAt(run, 6000, 'P')).toBeCloseTo(31, -0.3);
    expect(levelAt(run, 6000, 'K')).toBeCloseTo(0.2, 1);
  });

  test('member-driven work falls instead: P 292.6, K 6.76', () => {
    const run = runCore(complete({ ...OPEN_MOVE, mi: [0.8, 0.7], mj: 2 }), 2400);
    expect(levelAt(run, 2400, 'P')).toBeCloseTo(292.6, 1);
    expect(levelAt(run, 2400, 'K')).toBeCloseTo(6.76, 2);
  });

  test('the sponsor leaves: money is negative at month 36', () => {
    const run = runCore(complete({ changes: [{ at: 12, set: { other: 50 } }] }), 60);
    expect(levelAt(run, 35, 'M')).toBeGreaterThanOrEqual(0);
    expect(levelAt(run, 36, 'M')).toBeLessThan(0);
    expect(levelAt(run, 60, 'T')).toBeLessThan(0.7);
  });

  test('two stewards leave: K 5.66, C 273.8 at month 60', () => {
    const is = at60({ start: { K: 4 } });
    expect(is['K']).toBeCloseTo(5.66, 2);
    expect(is['C']).toBeCloseTo(273.8, 1);
  });

  test('neutral move: P 140.2, C 291.5 at month 60', () => {
    const is = at60({ X0: 0.05 });
    expect(is['P']).toBeCloseTo(140.2, 1);
    expect(is['C']).toBeCloseTo(291.5, 1);
  });
});

describe('parameters', () => {
  test('everything wrong is told at once', () => {
    const read = readCoreParameters({
      uu: 1,
      l: 'x',
      needs: [[1]],
      reference: { Q: 1 },
      changes: [{ at: -1, set: { z: 1 } }],
    });
    expect('mistakes' in read ? read.mistakes.map((one) => one.at) : []).toEqual([
      'uu',
      'l',
      'needs[0]',
      'reference.Q',
      'changes[0].at',
      'changes[0].set.z',
    ]);
  });

  test('other takes what keeps money level, unless it is given', () => {
    expect(complete({}).other).toBe(150);
    expect(complete({ dues: 2 }).other).toBe(150 + 186 - 372);
    expect(complete({ other: 10 }).other).toBe(10);
  });
});
