import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { halvingMoves, keepBooks } from '#core/simulate/checks';
import { complete } from '#core/simulate/core-parameters';
import { coreSystem } from '#core/simulate/core-system';
import { delay } from '#core/simulate/delay';
import { formula } from '#core/simulate/formula';
import { evaluateWith, interpret, type RunInput } from '#core/simulate/interpret';
import { Simulation, scenarioList } from '#core/simulate/simulation';
import type { System } from '#core/simulate/system';
import { unitMistakes } from '#core/simulate/units';
import { Engine } from '#core/simulate/wasm/engine';
import { caseNames, caseText, viewOf } from '../../../test/shelf';

const told = { unit: '1', explain: '', source: 'test', facts: [] };

/** A system of stocks with their starts, and flows as `[from, to, formula]`. */
function made(
  starts: Readonly<Record<string, number>>,
  flows: readonly (readonly [string | null, string | null, string])[],
  method: System['method'] = 'rk4',
): System {
  return {
    id: 'test',
    dt: 1 / 16,
    method,
    parameters: [],
    auxiliaries: [],
    stocks: Object.entries(starts).map(([id, start]) => ({
      id,
      start: start < 0 ? `-${-start}` : String(start),
      least: null,
      most: null,
      ...told,
    })),
    flows: flows.map(([from, to, formula], index) => ({ id: `f${index}`, from, to, formula, ...told })),
  };
}

const both = (system: System, input: RunInput): Float64Array => {
  const fast = new Engine(system).run(input).levels.at(-1) ?? new Float64Array();
  const slow = interpret(system, input).levels.at(-1) ?? new Float64Array();
  expect([...fast]).toEqual([...slow]);
  return fast;
};

describe('closed forms', () => {
  test('exponential: 100 e^(-t/10)', () => {
    const system = made({ S: 100 }, [['S', null, 'S / 10']]);
    expect(both(system, { months: 24 })[0]).toBeCloseTo(100 * Math.exp(-2.4), 7);
  });

  test('logistic: K / (1 + 9 e^(-rt))', () => {
    const system = made({ S: 10 }, [[null, 'S', '0.3 * S * (1 - S / 100)']]);
    expect(both(system, { months: 20 })[0]).toBeCloseTo(100 / (1 + 9 * Math.exp(-6)), 5);
  });

  test('oscillator: cos t and −sin t, its energy kept', () => {
    const system = made({ x: 1, v: 0 }, [
      [null, 'x', 'v'],
      ['v', null, 'x'],
    ]);
    const [x = 0, v = 0] = both(system, { months: 10 });
    expect(x).toBeCloseTo(Math.cos(10), 5);
    expect(v).toBeCloseTo(-Math.sin(10), 5);
    expect(x * x + v * v).toBeCloseTo(1, 5);
  });

  test('Euler: the compound interest of its own step', () => {
    const system = made({ S: 1 }, [[null, 'S', 'S / 10']], 'euler');
    expect(both(system, { months: 12 })[0]).toBeCloseTo((1 + 1 / 160) ** 192, 9);
  });
});

describe('delays and tables', () => {
  test.each([1, 3, 12])('a chain of %i lets out what an Erlang distribution says', (order) => {
    const chain = delay({ id: 'out', input: '10', months: '6', order, unit: '1', explain: 'x' });
    const arrived = { id: 'S', start: '0', least: null, most: null, ...told };
    const system = {
      ...made({}, []),
      dt: 1 / 32,
      stocks: [arrived, ...chain.stocks],
      flows: chain.flows.map((one) => (one.id === 'out' ? { ...one, to: 'S' } : one)),
    };
    const at = both(system, { months: 9 })[0] ?? 0;
    // What has arrived by t: the integral of the Erlang distribution's share, by a fine sum.
    const rate = order / 6;
    const share = (t: number) => {
      let term = Math.exp(-rate * t);
      let left = 0;
      for (let k = 0; k < order; k += 1) {
        left += term;
        term *= (rate * t) / (k + 1);
      }
      return 1 - left;
    };
    const steps = 20_000;
    const whole = Array.from(
      { length: steps },
      (_, i) => (10 * share(((i + 0.5) * 9) / steps) * 9) / steps,
    ).reduce((a, b) => a + b, 0);
    expect(at).toBeCloseTo(whole, 3);
  });

  test('a table is straight between its points and level beyond', () => {
    const tree = formula('table(x, 0, 1, 10, 3, 20, 0)');
    const at = (x: number) => evaluateWith(tree, new Map([['x', x]]));
    expect([-5, 0, 5, 10, 15, 20, 99].map(at)).toEqual([1, 1, 2, 3, 1.5, 0, 0]);
    expect(() => formula('table(x, 0, 1, 0, 2)')).toThrow('rising x');
  });
});

describe('books', () => {
  test('the small core, in the open move: old + in − out is new, for every stock and month', () => {
    const system = coreSystem(complete({ mi: [0.8, 1.3], mf: 1.3, md: 0.5, mc: 0.6, mj: 2, X0: 0.05 }));
    const { looked, discrepancies } = keepBooks(system, { months: 60 });
    expect(looked).toBe(9 * 60);
    expect(discrepancies).toEqual([]);
  });

  test.each(caseNames())('%s, every scenario', (name) => {
    const view = viewOf(caseText(name));
    for (const { id } of scenarioList(view)) {
      const { compiled, input } = new Simulation(view, { scenario: id, runs: 0, months: 24 });
      // A scenario that sets a level by hand breaks the books on purpose.
      const byHand = (input.changes ?? []).some(
        (one) =>
          Object.keys(one.times ?? {}).length > 0 ||
          compiled.system.stocks.some((stock) => stock.id in one.set),
      );
      const { discrepancies, looked, byUnit } = keepBooks(compiled.system, input, 1e-6);
      expect(looked).toBeGreaterThan(100);
      if (byHand) continue;
      // What is felt of an influence is no resource: it may rest on its bound.
      expect(
        discrepancies.filter((one) => !one.stock.startsWith('felt_')),
        id,
      ).toEqual([]);
      for (const [unit, { net, rise }] of Object.entries(byUnit))
        expect(Math.abs(net - rise) / Math.max(1, Math.abs(net)), `${id} ${unit}`).toBeLessThan(1e-6);
    }
  });

  test('a level that its bound held back is found', () => {
    const system = made({ S: 1 }, [['S', null, '1']]);
    const bounded = { ...system, stocks: system.stocks.map((one) => ({ ...one, least: 0 })) };
    expect(keepBooks(bounded, { months: 3 }).discrepancies).toMatchObject([{ stock: 'S', month: 2, by: 2 }]);
  });
});

describe('steps', () => {
  test.each(caseNames())('%s: half the step barely moves the result', (name) => {
    const view = viewOf(caseText(name));
    const { compiled, input } = new Simulation(view, { scenario: 'open-move', runs: 0 });
    expect(halvingMoves(compiled.system, input)).toBeLessThan(2e-3);
  });

  test('an empty pool stays empty: nothing is paid from nothing', () => {
    const view = viewOf(
      caseText('allotment-school')
        .replace('stock: 1200 EUR', 'stock: 0 EUR')
        .replace('amount: 1500 EUR/year', 'amount: none'),
    );
    const { series } = new Simulation(view, { runs: 0, months: 24 }).result();
    for (const level of series['kitty'] ?? []) expect(Math.abs(level)).toBeLessThan(1e-9);
  });
});

describe('no NaN for any parameter in its stated range', () => {
  test.each(['allotment-school', 'km4dev', 'templates/trade-margin', 'fadeco'])('%s', (name) => {
    const view = viewOf(caseText(name));
    const { compiled, engine, input } = new Simulation(view, { scenario: 'open-move', runs: 0 });
    const ranged = compiled.system.parameters.filter((one) => one.drawn !== undefined);
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(part, { minLength: ranged.length, maxLength: ranged.length }), (parts) => {
        const parameters = Object.fromEntries(
          ranged.map((one, index) => [one.id, one.low + (one.high - one.low) * (parts[index] ?? 0)]),
        );
        const run = engine.run({ ...input, months: 36, parameters });
        expect(run.diverged).toBeNull();
        for (const level of run.levels.at(-1) ?? []) expect(Number.isFinite(level)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('the small core', () => {
    const system = coreSystem(complete({}));
    const engine = new Engine(system);
    const free = system.parameters.filter((one) => one.high > one.low && one.id !== 'Np');
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(part, { minLength: free.length, maxLength: free.length }), (parts) => {
        const parameters = Object.fromEntries(
          free.map((one, index) => [
            one.id,
            Math.min(
              ['Es', 'Gs', 'Ts', 'j', 'sigma'].includes(one.id) ? 1 : Infinity,
              one.low + (one.high - one.low) * (parts[index] ?? 0),
            ),
          ]),
        );
        expect(engine.run({ months: 36, parameters }).diverged).toBeNull();
      }),
      { numRuns: 60 },
    );
  });
});

test('units of delays fit', () => {
  const chain = delay({ id: 'out', input: '0', months: 'T', order: 2, unit: 'people', explain: 'x' });
  const system: System = {
    ...made({}, []),
    ...chain,
    parameters: [{ id: 'T', value: 1, low: 1, high: 1, unit: 'month', explain: '', source: '', facts: [] }],
  };
  expect(unitMistakes(system)).toEqual([]);
});
