/** Two fingers on the sheet: what lies between them stays between them, and the page scrolls where the sheet has no more. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carried, type Fingers, goesToPage, inSight, type Sheet, WHOLE, zoomed } from './sheet';

const FRAME = { width: 390, height: 640 };
const point = fc.record({ x: fc.integer({ min: 0, max: 390 }), y: fc.integer({ min: 0, max: 640 }) });
const sheet = fc.record({
  x: fc.integer({ min: -200, max: 200 }),
  y: fc.integer({ min: -200, max: 200 }),
  scale: fc.double({ min: 0.6, max: 5, noNaN: true }),
});
/** The place of the picture that lies at a point of the frame. */
const under = (one: Sheet, at: { x: number; y: number }) => ({
  x: (at.x - one.x) / one.scale,
  y: (at.y - one.y) / one.scale,
});

describe('two fingers', () => {
  test('that part to twice the distance bring it twice as near, about their middle', () => {
    const was: Fingers = [
      { x: 100, y: 200 },
      { x: 200, y: 200 },
    ];
    const is: Fingers = [
      { x: 50, y: 200 },
      { x: 250, y: 200 },
    ];
    // 150 px from the left lies what lay there: 150 - 150 * 2.
    expect(carried(WHOLE, was, is)).toEqual({ x: -150, y: -200, scale: 2 });
  });

  test('that stay as far apart move it', () => {
    const was: Fingers = [
      { x: 100, y: 200 },
      { x: 200, y: 300 },
    ];
    const is: Fingers = [
      { x: 130, y: 190 },
      { x: 230, y: 290 },
    ];
    expect(carried({ x: 5, y: 5, scale: 2 }, was, is)).toEqual({ x: 35, y: -5, scale: 2 });
  });

  test('keep between them what lay between them, however they go', () => {
    fc.assert(
      fc.property(sheet, point, point, point, point, (lies, a, b, c, d) => {
        fc.pre(Math.hypot(a.x - b.x, a.y - b.y) > 20 && Math.hypot(c.x - d.x, c.y - d.y) > 20);
        const next = carried(lies, [a, b], [c, d]);
        const was = under(lies, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
        const is = under(next, { x: (c.x + d.x) / 2, y: (c.y + d.y) / 2 });
        expect(is.x).toBeCloseTo(was.x, 5);
        expect(is.y).toBeCloseTo(was.y, 5);
        expect(next.scale).toBeGreaterThanOrEqual(0.5);
        expect(next.scale).toBeLessThanOrEqual(6);
      }),
    );
  });

  test('on one spot change nothing but the place', () => {
    const one = { x: 10, y: 10 };
    expect(carried(WHOLE, [one, one], [one, { x: 90, y: 10 }])).toEqual({ x: 40, y: 0, scale: 1 });
  });
});

test('one finger takes the sheet along', () => {
  expect(carried({ x: 0, y: 0, scale: 2 }, [{ x: 50, y: 50 }], [{ x: 40, y: 70 }])).toEqual({
    x: -10,
    y: 20,
    scale: 2,
  });
});

test('nearer than six times and further than half is nobody taken', () => {
  expect(zoomed(WHOLE, 100, { x: 0, y: 0 }).scale).toBe(6);
  expect(zoomed(WHOLE, 0.01, { x: 0, y: 0 }).scale).toBe(0.5);
});

test('something of the sheet stays in sight', () => {
  fc.assert(
    fc.property(sheet, (lies) => {
      const far = inSight({ ...lies, x: lies.x * 100, y: lies.y * 100 }, FRAME);
      expect(far.x).toBeLessThan(FRAME.width);
      expect(far.x + FRAME.width * far.scale).toBeGreaterThan(0);
      expect(far.y).toBeLessThan(FRAME.height);
      expect(far.y + FRAME.height * far.scale).toBeGreaterThan(0);
    }),
  );
});

describe('one finger scrolls the page', () => {
  test('where the whole picture is seen', () => {
    expect(goesToPage(WHOLE, FRAME, { x: 0, y: -20 })).toBe(true);
    expect(goesToPage(WHOLE, FRAME, { x: 20, y: 0 })).toBe(true);
  });

  test('and at the lower and upper edge of one that is close, not before, and never aside', () => {
    const down = { x: 2, y: 20 };
    const up = { x: 2, y: -20 };
    const top = { x: -50, y: 0, scale: 2 };
    expect([goesToPage(top, FRAME, down), goesToPage(top, FRAME, up)]).toEqual([true, false]);
    const bottom = { x: -50, y: -640, scale: 2 };
    expect([goesToPage(bottom, FRAME, down), goesToPage(bottom, FRAME, up)]).toEqual([false, true]);
    expect(goesToPage(top, FRAME, { x: 20, y: 5 })).toBe(false);
  });
});
