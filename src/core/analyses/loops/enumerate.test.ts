import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countAll } from '#core/analyses/loops/count-all';
import { countBounded } from '#core/analyses/loops/count-bounded';
import { enumerateLoops } from '#core/analyses/loops/enumerate';
import { type Arrow, graphOf } from '#core/analyses/loops/graph';

function arrows(...pairs: readonly (readonly [string, string])[]): Arrow[] {
  return pairs.map(([from, to], index) => ({ id: `i${index}`, from, to }));
}

/** Park and Miller's generator: the same graphs as any other implementation that uses it. */
function lcg(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

function complete(n: number): Arrow[] {
  const pairs: [string, string][] = [];
  for (let i = 0; i < n; i += 1) for (let j = 0; j < n; j += 1) if (i !== j) pairs.push([`n${i}`, `n${j}`]);
  return arrows(...pairs);
}

/** The obvious slow twin: every path from every node, kept where it closes and began at its smallest node. */
function obvious(list: readonly Arrow[]): string[] {
  const found: string[] = [];
  const walk = (root: string, at: string, seen: string[], used: string[]): void => {
    for (const arrow of list) {
      if (arrow.from !== at) continue;
      if (arrow.to === root) found.push(`${seen.join('>')}|${[...used, arrow.id].join('>')}`);
      else if (arrow.to > root && !seen.includes(arrow.to))
        walk(root, arrow.to, [...seen, arrow.to], [...used, arrow.id]);
    }
  };
  for (const root of new Set(list.map((arrow) => arrow.from))) walk(root, root, [root], []);
  return found.sort();
}

const told = (result: ReturnType<typeof enumerateLoops>): string[] =>
  result.loops.map((loop) => `${loop.nodes.join('>')}|${loop.arrows.join('>')}`);

const random = fc.integer({ min: 1, max: 7 }).chain((n) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: n - 1 }), fc.integer({ min: 0, max: n - 1 })), {
    maxLength: 18,
  }),
);

describe('exactly right', () => {
  test('no arrows, no loops', () => {
    expect(enumerateLoops([], { limit: 10 })).toEqual({ count: 0, longest: 0, complete: true, loops: [] });
  });

  test('an arrow to itself is a loop of one, two arrows between the same things make two loops', () => {
    const result = enumerateLoops(arrows(['a', 'a'], ['a', 'b'], ['a', 'b'], ['b', 'a']), { limit: 10 });
    expect(result.count).toBe(3);
    expect(result.longest).toBe(2);
    expect(told(result)).toEqual(['a|i0', 'a>b|i1>i3', 'a>b|i2>i3']);
  });

  test('separate parts are all found', () => {
    const result = enumerateLoops(
      arrows(['a', 'b'], ['b', 'a'], ['x', 'y'], ['y', 'z'], ['z', 'x'], ['b', 'x']),
      { limit: 10 },
    );
    expect(told(result)).toEqual(['a>b|i0>i1', 'x>y>z|i2>i3>i4']);
  });

  test('complete graphs: sum over k of n! / ((n - k)! k)', () => {
    expect(enumerateLoops(complete(5), { limit: 0 }).count).toBe(10 + 20 + 30 + 24);
    expect(enumerateLoops(complete(10), { limit: 0 })).toMatchObject({
      count: 1_112_073,
      complete: true,
      longest: 10,
    });
  });

  test('the same loops as the obvious twin, on any graph', () => {
    fc.assert(
      fc.property(random, (pairs) => {
        const list = arrows(...pairs.map(([a, b]) => [`n${a}`, `n${b}`] as const));
        const result = enumerateLoops(list, { limit: 1e6 });
        expect([...told(result)].sort()).toEqual(obvious(list));
        expect(result.count).toBe(result.loops.length);
        expect(result.complete).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('counting by length agrees with counting all', () => {
    fc.assert(
      fc.property(random, fc.integer({ min: 1, max: 7 }), (pairs, most) => {
        const list = arrows(...pairs.map(([a, b]) => [`n${a}`, `n${b}`] as const));
        const all = enumerateLoops(list, { limit: 1e6 });
        const bounded = enumerateLoops(list, { limit: 1e6, most });
        const short = all.loops.filter((loop) => loop.nodes.length <= most).length;
        expect(bounded.count).toBe(short);
        expect(bounded.loops.length).toBe(short);
        expect(bounded.complete).toBe(short === all.count);
      }),
      { numRuns: 200 },
    );
  });

  test('counting all agrees with counting length by length, also where much is drawn together', () => {
    const larger = fc.integer({ min: 8, max: 18 }).chain((n) =>
      fc.array(fc.tuple(fc.integer({ min: 0, max: n - 1 }), fc.integer({ min: 0, max: n - 1 })), {
        minLength: n,
        maxLength: Math.floor(2.4 * n),
      }),
    );
    fc.assert(
      fc.property(larger, (pairs) => {
        const graph = graphOf(arrows(...pairs.map(([a, b]) => [`n${a}`, `n${b}`] as const)));
        const { byLength } = countBounded(graph, graph.ids.length, 1e9);
        expect(countAll(graph, 1e9)).toEqual({
          count: byLength.reduce((sum, one) => sum + one, 0),
          longest: Math.max(
            0,
            byLength.findLastIndex((one) => one > 0),
          ),
          complete: true,
        });
      }),
      { numRuns: 150 },
    );
  });

  test('more loops than a number can hold are not called counted', () => {
    const round = (n: number): Arrow[] =>
      arrows(...Array.from({ length: 2 * n }, (_, i) => [`n${i >> 1}`, `n${((i >> 1) + 1) % n}`] as const));
    // Two arrows from each to the next: 2 to the power of n loops.
    expect(enumerateLoops(round(20), { limit: 0 })).toMatchObject({
      count: 2 ** 20,
      longest: 20,
      complete: true,
    });
    expect(countAll(graphOf(round(60)), 1e6).complete).toBe(false);
  });

  test('a ring of 2,000 is one loop', () => {
    const ring = arrows(...Array.from({ length: 2000 }, (_, i) => [`n${i}`, `n${(i + 1) % 2000}`] as const));
    const result = enumerateLoops(ring, { limit: 3 });
    expect(result).toMatchObject({ count: 1, longest: 2000, complete: true });
    expect(result.loops[0]?.nodes.length).toBe(2000);
  });
});

describe('when there are too many', () => {
  const next = lcg(7);
  const dense = arrows(
    ...Array.from(
      { length: 200 },
      () => [`n${Math.floor(next() * 50)}`, `n${Math.floor(next() * 50)}`] as const,
    ),
  );

  test('the length searched is declared and the count up to it is exact', () => {
    const result = enumerateLoops(dense, { limit: 20, budget: 400_000 });
    expect(result.complete).toBe(false);
    expect(result.longest).toBeGreaterThanOrEqual(6);
    const again = enumerateLoops(dense, { limit: 0, most: result.longest, budget: 60_000_000 });
    expect(again.count).toBe(result.count);
    expect(result.loops.length).toBe(20);
    const lengths = result.loops.map((loop) => loop.nodes.length);
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
  });

  test('the limit cuts the list, never the count', () => {
    const few = enumerateLoops(complete(6), { limit: 2 });
    expect(few.loops.length).toBe(2);
    expect(few.count).toBe(15 + 40 + 90 + 144 + 120);
  });
});
