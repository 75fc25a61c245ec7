/** Steadiness: what is added or changed moves little else; what is large folds, and all of it can be laid out. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OPEN_ALL, SMALL_STREAMS } from '#core/picture/fold';
import { drift, whereabouts } from '#core/picture/layout';
import { scene } from '#core/picture/scene';
import { tally } from '#core/picture/svg';
import { randomFile, seen } from '#core/picture/testing';

const DAY = '2026-01-01';

test.each(['landscape', 'portrait'] as const)(
  'one more activity moves the others but a little, whatever the community: %s',
  (orientation) => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 26 }), fc.integer({ min: 1, max: 400 }), (count, seed) => {
        const file = randomFile(count, seed);
        const before = scene(seen(file, DAY), { orientation });
        const more = seen(file.replace('activities:', 'activities:\n  zz-new: {name: "Quite new"}'), DAY);
        const after = scene(more, { orientation, near: whereabouts(before.layout) });
        const middle = {
          x: after.layout.cloth.x - before.layout.cloth.x,
          y: after.layout.cloth.y - before.layout.cloth.y,
        };
        const moved = [...before.layout.places.keys()]
          .filter((id) => after.layout.places.has(id) && !id.startsWith('fold-'))
          .map((id) => {
            const [a, b] = [before.layout.places.get(id)!.at, after.layout.places.get(id)!.at];
            return Math.hypot(b.x - a.x - middle.x, b.y - a.y - middle.y);
          })
          .sort((a, b) => a - b);
        expect(moved.length).toBeGreaterThan(0);
        // Half of all hardly move; hardly any goes elsewhere.
        expect(moved[Math.floor((moved.length - 1) / 2)]!).toBeLessThan(40);
      }),
      { numRuns: 8, seed: 20091008 },
    );
  },
  60_000,
);

test('an amount that changes moves nothing at all', () => {
  const file = randomFile(20, 7);
  const before = scene(seen(file, DAY));
  const after = scene(seen(file.replace(/amount: unknown h/, 'amount: 9 h/month'), DAY));
  for (const id of before.layout.places.keys()) expect(drift(before.layout, after.layout, id)).toBe(0);
});

test('a large community folds what is small, says how much, and nothing is lost', () => {
  const view = seen(randomFile(150, 3), DAY);
  const made = scene(view);
  const { small, streams } = made.contents;
  expect(streams.length).toBeLessThanOrEqual(44);
  expect(made.groups.filter((group) => group.kind === 'fold').length).toBeGreaterThan(2);
  expect(made.contents.signs.length).toBeLessThan(45);
  // Every flow that is told is drawn, folded, or goes round within one stack.
  const told = new Set([...streams, ...small].flatMap((stream) => stream.facts));
  expect(told.size).toBeGreaterThan(view.flows.length * 0.7);
  if (small.length > 0) {
    const drawn = scene(view, { open: [SMALL_STREAMS] });
    expect(drawn.contents.small).toEqual([]);
    expect(tally(drawn).streams).toBe(tally(made).streams);
  }
}, 60_000);

test('everything can be laid out, and small communities fold nothing', () => {
  const large = seen(randomFile(60, 5), DAY);
  const all = scene(large, { open: [OPEN_ALL] });
  expect(all.groups.some((group) => group.kind === 'fold')).toBe(false);
  expect(all.contents.small).toEqual([]);
  expect(tally(all).streams).toBe(large.flows.length);
  const few = scene(seen(randomFile(10, 5), DAY));
  expect(few.contents.small).toEqual([]);
  expect(few.groups.some((group) => group.kind === 'fold')).toBe(false);
}, 60_000);
