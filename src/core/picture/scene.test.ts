/** The geometry of the picture: nothing overlaps, nothing leaves the canvas, an amount moves nothing, the file decides. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { View } from '#core/audience/view';
import { drift, whereabouts } from '#core/picture/layout';
import { type Scene, type SceneOptions, scene } from '#core/picture/scene';
import { overlap, union } from '#core/picture/shape';
import { randomFile, seen } from '#core/picture/testing';

const KM4DEV = readFileSync('cases/km4dev/community.yaml', 'utf8');
const ALLOTMENT = readFileSync('cases/allotment-school/community.yaml', 'utf8');
const PHONE: SceneOptions = { width: 390, height: 640, orientation: 'portrait' };

/** Pairs of labels that lie on one another by more than a hair. */
function clashes(made: Scene): string[] {
  const found: string[] = [];
  made.wordBoxes.forEach((a, i) => {
    for (const b of made.wordBoxes.slice(i + 1)) {
      if (overlap(a, b) > 4) found.push(`${JSON.stringify(a)} ${JSON.stringify(b)}`);
    }
  });
  return found;
}

/** Signs whose bodies lie on one another. */
function piled(made: Scene): string[] {
  const places = [...made.layout.places.values()].filter((place) => place.seats.length === 0);
  return places.flatMap((a, i) =>
    places
      .slice(i + 1)
      .flatMap((b) => (overlap(a.body, b.body) > 16 ? [`${a.sign.id} on ${b.sign.id}`] : [])),
  );
}

function outside(made: Scene): string[] {
  const whole = union([...made.wordBoxes, ...made.groups.map((group) => group.box)]);
  if (whole === null) return [];
  const inside =
    whole.x >= made.x &&
    whole.y >= made.y &&
    whole.x + whole.width <= made.x + made.width &&
    whole.y + whole.height <= made.y + made.height;
  return inside ? [] : [JSON.stringify({ ...whole, canvas: [made.x, made.y, made.width, made.height] })];
}

function expectCalm(view: View, options: SceneOptions = {}): Scene {
  const made = scene(view, options);
  expect(made.wordBoxes.length).toBeGreaterThan(0);
  expect(clashes(made)).toEqual([]);
  expect(piled(made)).toEqual([]);
  expect(outside(made)).toEqual([]);
  return made;
}

describe('no two labels overlap and nothing leaves the canvas', () => {
  test.each(['2007', '2009-10-08', '2012', '2015'])('KM4Dev on %s', (day) => {
    expect(expectCalm(seen(KM4DEV, day)).groups.length).toBeGreaterThan(20);
  });
  test.each(['2007', '2009-10-08', '2012', '2015'])('KM4Dev on a phone on %s', (day) => {
    expectCalm(seen(KM4DEV, day), PHONE);
  });
  test('the allotment school, wide and upright', () => {
    expectCalm(seen(ALLOTMENT, '2026-03-01'));
    expectCalm(seen(ALLOTMENT, '2026-03-01'), PHONE);
  });
  test.each([1, 2, 3, 4, 5, 6])('a community of five things, number %i', (seed) => {
    expectCalm(seen(randomFile(5, seed), '2026-03-01'));
  });
  test.each([1, 2, 3, 4])('a community of thirty things, number %i', (seed) => {
    expectCalm(seen(randomFile(30, seed), '2026-03-01'));
    expectCalm(seen(randomFile(30, seed), '2026-03-01'), PHONE);
  });
  test.each([1, 2])('a community of 150 things, folded, number %i', (seed) => {
    const made = expectCalm(seen(randomFile(150, seed), '2026-03-01'));
    const count = (zone: string) => made.contents.signs.filter((sign) => sign.zone === zone).length;
    expect(count('giver') + count('receiver')).toBeLessThanOrEqual(9);
    expect(made.contents.signs.filter((sign) => sign.look === 'plate').length).toBeLessThanOrEqual(12);
    expect(made.contents.signs.some((sign) => sign.folded.length > 0)).toBe(true);
  });
});

describe('where things go', () => {
  const made = scene(seen(ALLOTMENT, '2026-03-01'));
  const at = (id: string) => made.layout.places.get(id)!.at;

  test('core at the head, members opposite, givers left, receivers right', () => {
    expect(at('core').y).toBeLessThan(made.layout.cloth.y);
    expect(at('gardeners').y).toBeGreaterThan(made.layout.cloth.y);
    expect(at('town').x).toBeLessThan(made.layout.cloth.x);
    expect(at('street').x).toBeGreaterThan(made.layout.cloth.x);
  });

  test('upright, the whole turns by a quarter', () => {
    const upright = scene(seen(ALLOTMENT, '2026-03-01'), PHONE).layout;
    const there = (id: string) => upright.places.get(id)!.at;
    expect(there('core').x).toBeLessThan(upright.cloth.x);
    expect(there('gardeners').x).toBeGreaterThan(upright.cloth.x);
    expect(there('town').y).toBeLessThan(upright.cloth.y);
    expect(there('street').y).toBeGreaterThan(upright.cloth.y);
  });

  test('an amount moves nothing', () => {
    const changed = scene(seen(ALLOTMENT.replace('24 h/month', '60 h/month'), '2026-03-01'));
    for (const id of made.layout.places.keys())
      expect(drift(made.layout, changed.layout, id)).toBeLessThan(0.01);
  });

  test('a new thing leaves the others near where they were, when told where that was', () => {
    const more = ALLOTMENT.replace(
      'flows:\n',
      'flows:\n  help: {from: street, to: upkeep, amount: some h/month}\n',
    );
    const changed = scene(seen(more, '2026-03-01'), { near: whereabouts(made.layout) });
    const drifts = ['kitty', 'open-day', 'upkeep'].map((id) => drift(made.layout, changed.layout, id));
    expect(Math.max(...drifts)).toBeLessThan(60);
  });

  test('positions in the file win', () => {
    const kept = seen(`${ALLOTMENT}\npicture: {positions: {kitty: {x: 90, y: -20}}}\n`, '2026-03-01');
    const { layout } = scene(kept);
    expect(layout.places.get('kitty')!.at.x - layout.cloth.x).toBeCloseTo(90, 1);
    expect(layout.places.get('kitty')!.at.y - layout.cloth.y).toBeCloseTo(-20, 1);
  });

  test('everything drawn can be reached, each once', () => {
    expect([...made.order].sort()).toEqual(made.groups.map((group) => group.id).sort());
    expect(made.groups.every((group) => group.label.length > 5)).toBe(true);
  });
});

describe('what has no name', () => {
  const made = scene(seen(ALLOTMENT, '2026-03-01'));

  test('is drawn and told in words, on the line that its id would fill', () => {
    const sign = made.layout.places.get('open-day');
    expect(sign?.words.map((words) => words.block.lines)).toEqual([['Open day']]);
    expect(made.groups.find((group) => group.id === 'open-day')?.label).toBe(
      'Open day, an activity, offered free.',
    );
  });

  test('breaks at its blanks where it is longer than a line', () => {
    const long = 'potluck: 1\nid: x\nname: X\nactivities:\n  learning-about-old-apples: {}\n';
    const [words] =
      scene(seen(long, '2026-03-01')).layout.places.get('learning-about-old-apples')?.words ?? [];
    expect(words?.block.lines.join(' ')).toBe('Learning about old apples');
    expect(words?.block.lines.length).toBeGreaterThan(1);
  });
});
