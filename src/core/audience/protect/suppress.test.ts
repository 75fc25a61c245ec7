/** The worked example of `domain.md`, section 8, and the same bounds by three ways: flows, the small solver, HiGHS. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { banded, bandOf } from '#core/audience/protect/band';
import { type Bounds, linearBounds, type System } from '#core/audience/protect/linear';
import { type Arc, boundsOn, bridgesOf, cheapestPath } from '#core/audience/protect/network';
import { slackFor, tooTelling } from '#core/audience/protect/rules';
import { type Figure, suppress } from '#core/audience/protect/suppress';
import { readAmount } from '#core/file/read-amount';
import { highsBounds } from '#server/highs-bounds';
import { sameCases } from '../../../../test/same-cases';

const each = (...amounts: number[]) => amounts.map((amount) => ({ heads: 1, amount }));

test('a sum is withheld where too few gave or one gave most', () => {
  expect(tooTelling(each(500, 60, 40, 10), 3)).toBe('one');
  expect(tooTelling(each(500, 60, 60, 25), 3)).toBeNull();
  expect(tooTelling(each(5, 5), 3)).toBe('few');
  expect(tooTelling(each(5, 5, 5, 5), 5)).toBe('few');
  expect(tooTelling(each(5, 5, 5), 3)).toBeNull();
  expect(tooTelling([{ heads: 35, amount: 24 }], 5)).toBeNull();
  expect(tooTelling([{ heads: 1, amount: 0 }], 5)).toBeNull();
});

const ROWS = [
  [50, 30, 8],
  [20, 6, 24],
  [5, 14, 11],
];

/** Cells, row totals, column totals and the grand total, as one network. */
function tableOf(rows: readonly (readonly number[])[]): { vertices: number; arcs: Arc[] } {
  const r = rows.length;
  const c = rows[0]?.length ?? 0;
  const cells = rows.flatMap((row, i) => row.map((value, j) => ({ from: i, to: r + j, value })));
  const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
  const rowTotals = rows.map((row, i) => ({ from: r + c, to: i, value: sum(row) }));
  const colTotals = (rows[0] ?? []).map((_, j) => ({
    from: r + j,
    to: r + c + 1,
    value: sum(rows.map((row) => row[j] ?? 0)),
  }));
  const total = { from: r + c + 1, to: r + c, value: sum(rows.map(sum)) };
  return { vertices: r + c + 2, arcs: [...cells, ...rowTotals, ...colTotals, total] };
}

const figuresOf = (arcs: readonly Arc[], sensitive: readonly number[]): Figure[] =>
  arcs.map((arc, at) => ({ ...arc, parts: new Map(), why: sensitive.includes(at) ? 'few' : null }));

test('worked example: 8 sensitive, 30, 14 and 11 withheld with it at a cost of 55, bounds from 0 to 19', () => {
  const { vertices, arcs } = tableOf(ROWS);
  const path = cheapestPath({ vertices, arcs }, new Set([2]), 2) ?? [];
  expect(path.map((arc) => arcs[arc]?.value).sort()).toEqual([11, 14, 30]);
  const { withheld, looked } = suppress(vertices, figuresOf(arcs, [2]));
  expect([...withheld].map(([arc, why]) => [arcs[arc]?.value, why])).toEqual([
    [8, 'few'],
    [11, 'other'],
    [14, 'other'],
    [30, 'other'],
  ]);
  expect(looked).toBeGreaterThanOrEqual(4);
  expect(boundsOn({ vertices, arcs }, new Set(withheld.keys()), 2)).toEqual([0, 19]);
  expect(bridgesOf({ vertices, arcs }, new Set([2, 1, 7]))).toEqual([2, 1, 7]);
});

/** The same table for a solver of linear programmes: at each vertex, what comes in is what goes out. */
function systemOf(vertices: number, arcs: readonly Arc[], withheld: ReadonlySet<number>): System {
  const known = Array.from({ length: vertices }, (_, vertex) => {
    const terms = new Map<number, number>();
    arcs.forEach((arc, at) => {
      const sign = (arc.to === vertex ? 1 : 0) - (arc.from === vertex ? 1 : 0);
      if (sign !== 0) terms.set(at, sign);
    });
    return { terms, least: 0, most: 0 };
  });
  const shown = arcs.flatMap((arc, at) =>
    withheld.has(at) ? [] : [{ terms: new Map([[at, 1]]), least: arc.value, most: arc.value }],
  );
  return { amounts: arcs.length, known: [...known, ...shown] };
}

const table = fc
  .record({ rows: fc.integer({ min: 1, max: 4 }), cols: fc.integer({ min: 1, max: 4 }) })
  .chain(({ rows, cols }) =>
    fc.record({
      table: fc.array(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 900 })), {
          minLength: cols,
          maxLength: cols,
        }),
        { minLength: rows, maxLength: rows },
      ),
      sensitive: fc.array(fc.nat(rows * cols - 1), { minLength: 1, maxLength: 3 }),
    }),
  );

test('over random tables nobody comes within 15 % of a withheld figure, and three ways find the same bounds', async () => {
  const highs = await highsBounds();
  const same = (a: readonly [number, number], b: readonly [number, number]) => {
    for (const at of [0, 1] as const)
      if (a[at] !== b[at]) expect(Math.abs(a[at] - b[at])).toBeLessThan(1e-4 * Math.max(1, Math.abs(a[at])));
  };
  let looked = 0;
  fc.assert(
    fc.property(table, ({ table: rows, sensitive }) => {
      const { vertices, arcs } = tableOf(rows);
      const figures = figuresOf(
        arcs,
        sensitive.filter((at) => (arcs[at]?.value ?? 0) > 0),
      );
      const withheld = new Set(suppress(vertices, figures).withheld.keys());
      const system = systemOf(vertices, arcs, withheld);
      for (const arc of withheld) {
        const value = arcs[arc]?.value ?? 0;
        const [low, high] = highs(system, new Map([[arc, 1]]));
        expect(high - value).toBeGreaterThanOrEqual(slackFor(value) - 1e-4);
        expect(value - low).toBeGreaterThanOrEqual(Math.min(value, slackFor(value)) - 1e-4);
        same([low, high], linearBounds(system, new Map([[arc, 1]])));
        same([low, high], boundsOn({ vertices, arcs }, withheld, arc));
        looked += 1;
      }
    }),
    sameCases(15),
  );
  expect(looked).toBeGreaterThan(15);
});

test('bounds of other sums: a known range, one without end, and what does not fit', async () => {
  const one = (from: number, to: number): System => ({
    amounts: 2,
    known: [
      {
        terms: new Map([
          [0, 1],
          [1, 1],
        ]),
        least: 10,
        most: 12,
      },
      { terms: new Map([[0, 1]]), least: from, most: to },
    ],
  });
  for (const bounds of [linearBounds, await highsBounds()] satisfies Bounds[]) {
    expect(bounds(one(4, Number.POSITIVE_INFINITY), new Map([[1, 1]]))).toEqual([0, 8]);
    expect(bounds({ amounts: 1, known: [] }, new Map([[0, 1]]))).toEqual([0, Number.POSITIVE_INFINITY]);
    expect(() => bounds(one(20, 30), new Map([[1, 1]]))).toThrow(RangeError);
  }
});

test('bands of 1, 2 and 5, always outwards', () => {
  expect([0, 1, 1.5, 3, 7, 10, 49, 50, 1500, 0.03].map(bandOf)).toEqual([
    [0, 0],
    [1, 2],
    [1, 2],
    [2, 5],
    [5, 10],
    [10, 20],
    [20, 50],
    [50, 100],
    [1000, 2000],
    [0.02, 0.05],
  ]);
  const amount = (text: string) => {
    const read = readAmount(text);
    if (!('amount' in read)) throw new Error(text);
    return banded(read.amount).text;
  };
  expect(amount('1500 EUR/year')).toBe('1000..2000 EUR/year');
  expect(amount('12..17 h/month')).toBe('10..20 h/month');
  expect(amount('10..20 h/month')).toBe('10..20 h/month');
  expect(amount('unknown EUR/year')).toBe('unknown EUR/year');
});
