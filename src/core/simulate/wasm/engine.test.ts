import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complete } from '#core/simulate/core-parameters';
import { coreSystem } from '#core/simulate/core-system';
import { exp, ln, power } from '#core/simulate/elementary';
import { interpret } from '#core/simulate/interpret';
import type { System } from '#core/simulate/system';
import { Engine } from '#core/simulate/wasm/engine';

const core = new Engine(coreSystem(complete({})));
const fast = core.exports as Required<Engine['exports']>;

/** n stocks in a ring; each passes on rate × stock × min(1, stock / (next + 1)) (`engines.md`, timing model). */
function ring(n: number): System {
  const described = { unit: '1', explain: '', source: '', facts: [] };
  const next = (i: number): string => `S${(i + 1) % n}`;
  const ids = Array.from({ length: n }, (_, i) => i);
  return {
    id: 'ring',
    dt: 0.125,
    method: 'euler',
    parameters: [{ id: 'rate', value: 0.1, low: 0, high: 1, ...described }],
    auxiliaries: [],
    stocks: ids.map((i) => ({ id: `S${i}`, start: String(100 + i), least: null, most: null, ...described })),
    flows: ids.map((i) => ({
      id: `F${i}`,
      from: `S${i}`,
      to: next(i),
      formula: `rate * S${i} * min(1, S${i} / (${next(i)} + 1))`,
      ...described,
    })),
  };
}

describe('the same bits as the interpreter', () => {
  test('exp, ln and power', () => {
    const double = fc.double({ noNaN: false });
    fc.assert(
      fc.property(double, (x) => Object.is(fast.exp(x), exp(x)) && Object.is(fast.ln(x), ln(x))),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(fc.double({ min: -10, max: 1e4 }), fc.double({ min: -70, max: 70 }), (x, y) =>
        Object.is(fast.power(x, y), power(x, y)),
      ),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(fc.double({ min: -10, max: 10 }), fc.integer({ min: -70, max: 70 }), (x, y) =>
        Object.is(fast.power(x, y), power(x, y)),
      ),
      { numRuns: 2000 },
    );
  });

  test('the small core, with changes in the middle of a month and after it', () => {
    const system = coreSystem(complete({ mi: [0.8, 1.3], mf: 1.3, md: 0.5, mc: 0.6, mj: 2, X0: 0.05 }));
    const input = {
      months: 60,
      start: { X: 0.05 },
      changes: [
        { at: 6.25, set: { other: 20 } },
        { at: 12, set: { K: 3 } },
        { at: 12, set: { u: 0.05 } },
      ],
    };
    const fast = new Engine(system).run(input);
    const slow = interpret(system, input);
    expect(fast.levels.map((row) => [...row])).toEqual(slow.levels.map((row) => [...row]));
  });

  test('any parameters', () => {
    const factor = fc.double({ min: 0.5, max: 2, noNaN: true });
    const names = ['u', 'l', 'pi', 'eta', 'sigma', 'omega', 'rho', 'g', 'tau', 'hK', 'hA', 'Ks'];
    fc.assert(
      fc.property(fc.array(factor, { minLength: names.length, maxLength: names.length }), (factors) => {
        const parameters = Object.fromEntries(
          names.map((name, i) => [
            name,
            (core.system.parameters.find((one) => one.id === name)?.value ?? 0) * factors[i]!,
          ]),
        );
        const input = { months: 12, parameters };
        const fast = core.run(input);
        const slow = interpret(core.system, input);
        expect(fast.levels.map((row) => [...row])).toEqual(slow.levels.map((row) => [...row]));
        expect(fast.diverged).toBeNull();
      }),
      { numRuns: 25 },
    );
  });

  test('a ring of 250 stocks, in functions of a hundred equations', () => {
    const system = ring(250);
    const fast = new Engine(system).run({ months: 3 });
    const slow = interpret(system, { months: 3 });
    expect([...(fast.levels[3] ?? [])]).toEqual([...(slow.levels[3] ?? [])]);
    const total = (row: Float64Array | undefined): number =>
      [...(row ?? [])].reduce((sum, level) => sum + level, 0);
    expect(total(fast.levels[3])).toBeCloseTo(total(fast.levels[0]), 8);
  });
});

test('a run that diverges says where', () => {
  const system: System = {
    ...ring(2),
    flows: [
      {
        id: 'F',
        from: null,
        to: 'S1',
        formula: 'S1 * S1 * S1',
        unit: '1',
        explain: '',
        source: '',
        facts: [],
      },
    ],
  };
  expect(new Engine(system).run({ months: 20 }).diverged).toMatchObject({ stock: 'S1' });
  expect(new Engine(system).run({ months: 20 }).diverged).toEqual(interpret(system, { months: 20 }).diverged);
});
