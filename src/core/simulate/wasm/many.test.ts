import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complete } from '#core/simulate/core-parameters';
import { coreSystem } from '#core/simulate/core-system';
import { interpret } from '#core/simulate/interpret';
import type { System } from '#core/simulate/system';
import { Engine, Many } from '#core/simulate/wasm/engine';

const described = { unit: '1', explain: '', source: '', facts: [] };

/** A system whose stocks come to what the formulas of x, y and z give, after one step of one month. */
function formulas(...texts: readonly string[]): System {
  return {
    id: 'formulas',
    dt: 1,
    method: 'euler',
    parameters: ['x', 'y', 'z'].map((id) => ({ id, value: 1, low: 0, high: 1, ...described })),
    auxiliaries: [],
    stocks: texts.map((_, i) => ({ id: `S${i}`, start: '0', least: null, most: null, ...described })),
    flows: texts.map((text, i) => ({ id: `F${i}`, from: null, to: `S${i}`, formula: text, ...described })),
  };
}

const levelsOf = (run: { readonly levels: readonly Float64Array[] }): number[][] =>
  run.levels.map((row) => [...row]);

const any = fc.oneof(
  fc.double(),
  fc.double({ min: -10, max: 1000 }),
  fc.integer({ min: -70, max: 70 }),
  fc.constantFrom(0, -0, 1, -1, 0.5, 2, 5e-324, 1e-310, 700, -700, 709.8, -745.2, Number.MAX_VALUE),
);
const drawn = fc.record({ x: any, y: any, z: any });

describe('two runs side by side have the bits of each alone', () => {
  // `S0 * 0` keeps the formulas from being worked out beforehand.
  const moving = ['x', 'y', 'z'].map((id) => `(${id} + S0 * 0)`) as [string, string, string];
  const texts = [
    '0',
    ...['exp(x)', 'ln(x)', 'x ^ y', 'sqrt(x)', 'abs(x)', 'floor(x)', '-x', 'x / y', 'x - y * z'],
    ...['min(x, y)', 'max(x, y)', 'clamp(x, y, z)', 'clamp(x, 0, 1)', 'above(x, y)', 'choose(x, y, z)'],
    ...['x ^ y + x ^ z', 'exp(x) * 1 + 0', 'x ^ 2', 'x ^ 1', 'x ^ 0', 'x ^ 3', '0 * x'],
  ];
  const system = formulas(
    ...texts,
    ...texts.map((text) => text.replace(/\b[xyz]\b/g, (id) => moving['xyz'.indexOf(id)] ?? id)),
  );
  const many = new Many(system, { months: 1 }, ['x', 'y', 'z']);
  const engine = new Engine(system);

  test('every operation, with anything', () => {
    fc.assert(
      fc.property(drawn, drawn, (one, other) => {
        const runs = many.run([one, other]);
        for (const [index, parameters] of [one, other].entries()) {
          const alone = interpret(system, { months: 1, parameters });
          expect(runs[index]?.levels.map((row) => [...row])).toEqual(levelsOf(alone));
          expect(runs[index]?.diverged).toEqual(alone.diverged);
          expect(levelsOf(engine.run({ months: 1, parameters }))).toEqual(levelsOf(alone));
        }
      }),
      { numRuns: 400 },
    );
  });

  test('ordinary powers, exponentials and logarithms', () => {
    const ordinary = fc.double({ min: 1e-6, max: 1e4, noNaN: true });
    const triple = fc.record({ x: ordinary, y: fc.double({ min: -4, max: 4, noNaN: true }), z: ordinary });
    fc.assert(
      fc.property(triple, triple, (one, other) => {
        const runs = many.run([one, other]);
        for (const [index, parameters] of [one, other].entries())
          expect(runs[index]?.levels.map((row) => [...row])).toEqual(
            levelsOf(interpret(system, { months: 1, parameters })),
          );
      }),
      { numRuns: 1500 },
    );
  });
});

test('many runs of the small core, with changes in the middle of a month, an odd one left over', () => {
  const system = coreSystem(complete({ mi: [0.8, 1.3], mf: 1.3, md: 0.5, mc: 0.6, mj: 2, X0: 0.05 }));
  const input = {
    months: 24,
    start: { X: 0.05 },
    parameters: { omega: 1.4 },
    changes: [
      { at: 6.25, set: { other: 20 } },
      { at: 12, set: { K: 3, u: 0.05 }, times: { P: 0.9 } },
    ],
  };
  const names = ['l', 'pi', 'eta', 'sigma', 'rho', 'tau'];
  const many = new Many(system, input, names);
  const draws = Array.from({ length: 5 }, (_, run) =>
    Object.fromEntries(
      names.map((name, i) => [
        name,
        (system.parameters.find((one) => one.id === name)?.value ?? 0) *
          (0.7 + ((run * 7 + i * 3) % 10) / 15),
      ]),
    ),
  );
  const found: number[][][] = [];
  for (let at = 0; at < draws.length; at += many.abreast)
    found.push(...many.run(draws.slice(at, at + many.abreast)).map(levelsOf));
  const alone = draws.map((own) =>
    interpret(system, { ...input, parameters: { ...input.parameters, ...own } }),
  );
  expect(found).toEqual(alone.map(levelsOf));
  expect(many.abreast).toBe(2);
});

test('a run that ends early leaves its neighbour whole, and the next pair untouched', () => {
  const system = formulas('x * S0 * S0 + x');
  const long = { ...system, stocks: system.stocks.map((one) => ({ ...one, start: 'y + 1' })) };
  const many = new Many(long, { months: 12 }, ['x']);
  for (const pair of [
    [{ x: 3 }, { x: 0.01 }],
    [{ x: 0.02 }, { x: 5 }],
    [{ x: 0.01 }, { x: 0.02 }],
  ]) {
    const runs = many.run(pair);
    for (const [index, parameters] of pair.entries()) {
      const alone = interpret(long, { months: 12, parameters });
      expect(levelsOf(runs[index] as (typeof runs)[0])).toEqual(levelsOf(alone));
      expect(runs[index]?.diverged).toEqual(alone.diverged);
    }
  }
});

test('where the platform cannot compute on pairs, one run goes at a time, with the same bits', () => {
  type Platform = { Module: new (bytes: Uint8Array) => object };
  const platform = (globalThis as unknown as { WebAssembly: Platform }).WebAssembly;
  const { Module } = platform;
  let refused = 0;
  // 0xfd begins each instruction on pairs; this system has no other such byte.
  platform.Module = class extends Module {
    constructor(bytes: Uint8Array) {
      if (bytes.includes(0xfd)) {
        refused += 1;
        throw new Error('no pairs here');
      }
      super(bytes);
    }
  };
  try {
    const system = formulas('x / 4 + S0 * y');
    const many = new Many(system, { months: 6 }, ['x']);
    expect([many.abreast, refused]).toEqual([1, 1]);
    for (const x of [0.3, 7]) {
      const [run] = many.run([{ x }]);
      expect(run?.levels.map((row) => [...row])).toEqual(
        levelsOf(interpret(system, { months: 6, parameters: { x } })),
      );
    }
  } finally {
    platform.Module = Module;
  }
});
