/** Cycling and order at their edges, by hand, and against a slow twin that is written another way. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import type { Finding } from '#core/analyses/finding';
import { viewOf } from '#core/analyses/testing';

type Flows = readonly (readonly [from: string, to: string, amount: number])[];

/** Findings of cycling and order on one kind; `in` and `out` are outside, capitals are pools, all else is inside. */
function measured(flows: Flows, pools: readonly string[] = []): { cycling: Finding; order: Finding } {
  const inside = new Set(flows.flatMap(([from, to]) => [from, to]).filter((id) => !/^(in|out)$/.test(id)));
  const view = viewOf({
    kinds: { grain: { unit: 'kg', law: 'conserved' } },
    parties: {
      in: { type: 'organisation' },
      out: { type: 'organisation' },
      ...Object.fromEntries(
        [...inside].filter((id) => !pools.includes(id)).map((id) => [id, { type: 'circle', inside: true }]),
      ),
    },
    pools: Object.fromEntries(pools.map((id) => [id, { kind: 'grain' }])),
    flows: Object.fromEntries(
      flows.map(([from, to, amount], index) => [`f${index}`, { from, to, amount: `${amount} kg/month` }]),
    ),
  });
  const [cycling, order, ...more] = analyse(view, ['cycling', 'order'], { draws: 0 });
  expect(more).toEqual([]);
  return { cycling: cycling!, order: order! };
}

const MILL: Flows = [
  ['in', 'mill', 100],
  ['mill', 'oven', 80],
  ['oven', 'mill', 30],
  ['mill', 'out', 50],
  ['oven', 'out', 50],
];

test('a pool that nothing reaches is answered, and its gap is told', () => {
  const { cycling, order } = measured(
    [
      ['in', 'mill', 100],
      ['well', 'mill', 20],
      ['mill', 'out', 120],
    ],
    ['well'],
  );
  // The mill has an inflow of 120, the well none; 100 come in over the boundary.
  expect(cycling).toMatchObject({
    verdict: 'measured',
    values: { tst: 120, fci: 0, apl: 1.2, imbalance: { well: -20 } },
  });
  // Each f t / (r c) is 2: 100·240/(100·120), 20·240/(20·120), 120·240/(120·120).
  expect(order.values?.['ami']).toBeCloseTo(Math.log(2), 12);
  expect(order.values?.['roles']).toBeCloseTo(2, 12);
  expect(order.values?.['imbalance']).toEqual({ well: -20 });
});

test('a ring that feeds only itself is named, and the rest is answered', () => {
  const { cycling, order } = measured([...MILL, ['spin', 'weave', 7], ['weave', 'spin', 7]]);
  expect(cycling).toMatchObject({ verdict: 'flagged', traps: [['spin', 'weave']] });
  // Mill 130, oven 80; what comes by again: (80/130)·(30/80) = 3/13 at both.
  expect(cycling.values?.['tst']).toBe(210);
  expect(cycling.values?.['fci']).toBeCloseTo(3 / 13, 12);
  expect(cycling.values?.['apl']).toBeCloseTo(2.1, 12);
  const t = 324;
  const ami =
    100 * Math.log((100 * t) / (100 * 130)) +
    80 * Math.log((80 * t) / (130 * 80)) +
    30 * Math.log((30 * t) / (80 * 130)) +
    50 * Math.log((50 * t) / (130 * 100)) +
    50 * Math.log((50 * t) / (80 * 100)) +
    14 * Math.log((7 * t) / (7 * 7));
  expect(order.values?.['ascendency']).toBeCloseTo(ami, 9);
});

test('a ring that gives to the rest is named too, and what it gives counts as coming in', () => {
  const { cycling } = measured([...MILL, ['spin', 'weave', 7], ['weave', 'spin', 7], ['spin', 'mill', 10]]);
  // Mill 140, oven 80, 110 come in; (80/140)·(30/80) = 3/14.
  expect(cycling).toMatchObject({ verdict: 'flagged', traps: [['spin', 'weave']] });
  expect(cycling.values?.['tst']).toBe(220);
  expect(cycling.values?.['fci']).toBeCloseTo(3 / 14, 12);
  expect(cycling.values?.['apl']).toBeCloseTo(2, 12);
});

test('nothing but a ring: it is named, and nothing is said of the rest', () => {
  const { cycling } = measured([
    ['spin', 'weave', 7],
    ['weave', 'spin', 7],
  ]);
  expect(cycling).toMatchObject({ verdict: 'cannot-tell', traps: [['spin', 'weave']] });
  expect(cycling.values).toMatchObject({ fci: null, apl: null });
});

test('a network out of balance is computed on the inflow side, its gap told per node', () => {
  const { cycling, order } = measured([
    ['in', 'mill', 100],
    ['mill', 'oven', 80],
    ['mill', 'out', 50],
    ['oven', 'out', 60],
  ]);
  expect(cycling.values).toEqual({ tst: 180, fci: 0, apl: 1.8, imbalance: { mill: -30, oven: 20 } });
  expect(order.values?.['imbalance']).toEqual({ mill: -30, oven: 20 });
});

type Square = readonly (readonly number[])[];

const times = (a: Square, b: Square): number[][] =>
  a.map((row) => b.map((_, j) => row.reduce((sum, one, k) => sum + one * b[k]![j]!, 0)));

const plus = (a: Square, b: Square): number[][] => a.map((row, i) => row.map((one, j) => one + b[i]![j]!));

/** 1 + G + G² + … as (1 + G)(1 + G²)(1 + G⁴)…: no elimination, no parts, no diagonal alone. */
function allRounds(g: Square): number[][] {
  const one = g.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
  let sum: number[][] = one;
  let power = g.map((row) => [...row]);
  for (let step = 0; step < 24; step += 1) {
    sum = times(sum, plus(one, power));
    power = times(power, power);
  }
  return sum;
}

const random = fc.integer({ min: 2, max: 7 }).chain((n) =>
  fc.record({
    flows: fc.array(
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 })), { minLength: n, maxLength: n }),
      { minLength: n, maxLength: n },
    ),
    more: fc.array(fc.integer({ min: 1, max: 90 }), { minLength: n, maxLength: n }),
    out: fc.array(fc.integer({ min: 0, max: 90 }), { minLength: n, maxLength: n }),
  }),
);

test('any network agrees with the slow twin to 1e-9', () => {
  fc.assert(
    fc.property(random, ({ flows, more, out }) => {
      const n = flows.length;
      // More comes into each place than it passes on, so that the sum of all rounds is finite.
      const into = flows.map((row, i) => row.reduce((sum, one) => sum + one, 0) + more[i]!);
      const all = Array.from({ length: n + 2 }, (_, i) =>
        Array.from({ length: n + 2 }, (_, j) =>
          i < n && j < n ? flows[i]![j]! : i === n && j < n ? into[j]! : i < n && j === n + 1 ? out[i]! : 0,
        ),
      );
      const name = (i: number): string => (i === n ? 'in' : i === n + 1 ? 'out' : `n${i}`);
      const list = all.flatMap((row, i) =>
        row.flatMap((amount, j) => (amount > 0 ? [[name(i), name(j), amount] as const] : [])),
      );
      const { cycling, order } = measured(list);

      const columns = all.map((_, j) => all.reduce((sum, row) => sum + row[j]!, 0));
      const rows = all.map((row) => row.reduce((sum, one) => sum + one, 0));
      const through = columns.slice(0, n);
      const rounds = allRounds(flows.map((row, i) => row.map((one) => one / through[i]!)));
      const tst = through.reduce((sum, one) => sum + one, 0);
      const fci = through.reduce((sum, one, i) => sum + one * (1 - 1 / rounds[i]![i]!), 0) / tst;
      const apl = tst / into.reduce((sum, one) => sum + one, 0);
      const t = rows.reduce((sum, one) => sum + one, 0);
      let ami = 0;
      let h = 0;
      for (const [i, row] of all.entries())
        for (const [j, f] of row.entries()) {
          if (f === 0) continue;
          ami += (f / t) * (Math.log(f) + Math.log(t) - Math.log(rows[i]!) - Math.log(columns[j]!));
          h += (f / t) * (Math.log(t) - Math.log(f));
        }
      const close = (given: unknown, expected: number): void =>
        expect(Math.abs(Number(given) - expected)).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(expected)),
        );
      close(cycling.values?.['tst'], tst);
      close(cycling.values?.['fci'], fci);
      close(cycling.values?.['apl'], apl);
      close(order.values?.['ami'], ami);
      close(order.values?.['h'], h);
      close(order.values?.['ascendency'], t * ami);
      close(order.values?.['overhead'], t * (h - ami));
      close(order.values?.['alpha'], ami / h);
      const gaps = (cycling.values?.['imbalance'] ?? {}) as Record<string, number>;
      for (let i = 0; i < n; i += 1) close(gaps[`n${i}`] ?? 0, columns[i]! - rows[i]!);
    }),
    { numRuns: 60 },
  );
});
