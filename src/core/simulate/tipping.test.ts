import { describe, expect, test } from 'vitest';
import type { System } from '#core/simulate/system';
import { turnsWithin } from '#core/simulate/tipping';
import { Engine } from '#core/simulate/wasm/engine';

/** One stock that starts somewhere and moves by a formula of itself and `r`. */
function endOf(start: number, into: string, months: number): (r: number) => number {
  const told = { unit: '1', explain: '', source: 'test', facts: [] };
  const system: System = {
    id: 'test',
    dt: 1 / 16,
    method: 'rk4',
    parameters: [{ id: 'r', value: 0.1, low: 0, high: 1, ...told }],
    auxiliaries: [],
    stocks: [{ id: 'S', start: String(start), least: null, most: null, ...told }],
    flows: [{ id: 'f', from: null, to: 'S', formula: into, ...told }],
  };
  const engine = new Engine(system);
  return (r) => engine.run({ months, parameters: { r } }).levels.at(-1)?.[0] ?? Number.NaN;
}

describe('where a parameter turns the answer, within its range', () => {
  test('what decays by e^(−rt) from 100 keeps 30 for 24 months while r < ln(100/30)/24', () => {
    const end = endOf(100, '0 - r * S', 24);
    const found = turnsWithin((r) => end(r) >= 30, { value: 0.02, low: 0.005, high: 0.2 });
    expect(found.above).toBeCloseTo(Math.log(100 / 30) / 24, 5);
    expect(found.below).toBeNull();
  });

  test('a logistic from 10 towards 100 is half way after 20 months if r ≥ ln(9)/20', () => {
    const end = endOf(10, 'r * S * (1 - S / 100)', 20);
    const stands = (r: number) => end(r) >= 50;
    expect(turnsWithin(stands, { value: 0.3, low: 0.05, high: 0.6 }).below).toBeCloseTo(Math.log(9) / 20, 5);
    // From the side on which it does not stand, the same place.
    const other = turnsWithin(stands, { value: 0.06, low: 0.05, high: 0.6 });
    expect(other.above).toBeCloseTo(Math.log(9) / 20, 5);
    expect(other.below).toBeNull();
  });

  test('nothing turns where the range ends before', () => {
    const end = endOf(10, 'r * S * (1 - S / 100)', 20);
    expect(turnsWithin((r) => end(r) >= 50, { value: 0.3, low: 0.12, high: 0.6 })).toEqual({
      below: null,
      above: null,
    });
  });

  test('a window has two ends; so has one around nothing, or below it', () => {
    const within = (least: number, most: number) => (at: number) => at >= least && at <= most;
    const two = turnsWithin(within(1, 4), { value: 2, low: 0.5, high: 8 });
    expect([two.below, two.above]).toEqual([expect.closeTo(1, 3), expect.closeTo(4, 3)]);
    const nought = turnsWithin(within(-0.5, 3), { value: 0, low: -2, high: 10 });
    expect([nought.below, nought.above]).toEqual([expect.closeTo(-0.5, 3), expect.closeTo(3, 3)]);
    const debt = turnsWithin(within(-9, -2), { value: -3, low: -27, high: -1 });
    expect([debt.below, debt.above]).toEqual([expect.closeTo(-9, 3), expect.closeTo(-2, 3)]);
  });

  test('no range, or a present value at its end: nothing is looked for there', () => {
    expect(turnsWithin(() => true, { value: 0, low: 0, high: 0 })).toEqual({ below: null, above: null });
    const found = turnsWithin((at) => at < 2, { value: 1, low: 1, high: 3 });
    expect(found).toEqual({ below: null, above: expect.closeTo(2, 3) });
  });
});
