/** Arranging by hand: a sign lies where it was let go, in either orientation, and circles keep their seats. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { scene } from '#core/picture/scene';
import { seen } from '#core/picture/testing';
import { keptAt, mayMove, moving } from './arranging';

const ALLOTMENT = readFileSync('cases/allotment-school/community.yaml', 'utf8');
const view = seen(ALLOTMENT, '2026-03-01');

describe.each(['landscape', 'portrait'] as const)('a sign moved in a %s picture', (orientation) => {
  const size = orientation === 'portrait' ? { width: 390, height: 640 } : {};
  const made = scene(view, { orientation, ...size });

  test('lies there the next time', () => {
    const to = keptAt(made, 'kitty', { x: 14, y: -9 })!;
    const text = `${ALLOTMENT}\npicture: {positions: {kitty: {x: ${to.x}, y: ${to.y}}}}\n`;
    const again = scene(seen(text, '2026-03-01'), { orientation, ...size });
    const [was, is] = [made.layout, again.layout].map((plan) => {
      const { at } = plan.places.get('kitty')!;
      return { x: at.x - plan.cloth.x, y: at.y - plan.cloth.y };
    });
    expect(is!.x - was!.x).toBeCloseTo(14, 0);
    expect(is!.y - was!.y).toBeCloseTo(-9, 0);
  });

  test('is no circle and no stack', () => {
    expect(mayMove(made, 'kitty')).toBe(true);
    expect(mayMove(made, 'gardeners')).toBe(false);
    expect(mayMove(made, 'nobody')).toBe(false);
  });
});

test('taking it back lets the picture choose again', () => {
  const edit = moving(view, 'kitty', { x: 1, y: 2 });
  expect(edit.does).toEqual([{ op: 'set', path: ['picture', 'positions', 'kitty'], value: { x: 1, y: 2 } }]);
  expect(edit.undoes).toEqual([{ op: 'set', path: ['picture', 'positions', 'kitty'], value: null }]);
});
