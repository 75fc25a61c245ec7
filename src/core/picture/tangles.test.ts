/**
 * How tangled the pictures of all cases and patterns are: how often streams cross, what they run over, what lies on a
 * name. A picture may become calmer; one that becomes more tangled has to be looked at.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wordsBox } from '#core/picture/place';
import { type Scene, scene } from '#core/picture/scene';
import { type Box, contains, crosses, overlap, type Point } from '#core/picture/shape';
import { seen } from '#core/picture/testing';

const CASES = 'cases';

/** Most crossings of streams, most streams that run over a sign or a name which is not theirs. */
const MOST: Readonly<Record<string, readonly [crossings: number, over: number]>> = {
  'bloggers 2005-04': [1, 0],
  'bloggers 2006-12': [1, 1],
  'bloggers 2008-02': [2, 3],
  'bloggers 2009-10': [2, 0],
  'cider-makers 2007': [0, 1],
  'cpsquare 2009-10': [1, 0],
  'euforic 2008': [10, 0],
  'euforic 2009-11': [10, 9],
  'fadeco 2007-10': [0, 1],
  'fadeco 2010': [0, 1],
  'fadeco 2013': [1, 0],
  'km4dev 2009': [1, 1],
  'km4dev 2012': [5, 6],
  'km4dev 2015': [1, 0],
  'melken 2006': [1, 0],
  'melken 2007-11': [2, 0],
  'moss-cider 2013': [1, 0],
  'moss-cider 2015': [1, 0],
  'airtime-and-volunteers': [1, 0],
  'dues-club': [3, 0],
  'event-carries-the-year': [3, 0],
  'host-pays-all': [0, 1],
  'many-hosts': [1, 1],
  'services-carry-the-commons': [1, 0],
  'trade-margin': [6, 1],
};

/** A case and its day, as its pictures are kept; patterns on New Year's Day of 2026. */
function pictures(): { name: string; file: string; day: string }[] {
  const cases = readdirSync(CASES)
    .filter((name) => name !== 'templates')
    .flatMap((name) =>
      readdirSync(join(CASES, name, 'expected')).flatMap((kept) => {
        const day = /^picture-(.+)\.svg$/.exec(kept)?.[1];
        return day === undefined ? [] : [{ name: `${name} ${day}`, file: join(CASES, name), day }];
      }),
    );
  const patterns = readdirSync(join(CASES, 'templates')).map((name) => ({
    name,
    file: join(CASES, 'templates', name),
    day: '2026-01-01',
  }));
  return [...cases, ...patterns];
}

function meetings(a: readonly Point[], b: readonly Point[]): number {
  let count = 0;
  for (let i = 1; i < a.length; i++)
    for (let j = 1; j < b.length; j++) if (crosses(a[i - 1]!, a[i]!, b[j - 1]!, b[j]!)) count++;
  return count;
}

function crossings(made: Scene): number {
  const lines = made.contents.streams.map(({ id }) => made.ways.get(id) ?? []);
  return lines.reduce(
    (sum, line, i) => sum + lines.slice(i + 1).reduce((more, other) => more + meetings(line, other), 0),
    0,
  );
}

/** Streams whose middle runs over the body or the words of a sign that is not theirs. */
function runsOver(made: Scene): string[] {
  return made.contents.streams.flatMap((stream) =>
    [...made.layout.places.values()].flatMap((place) => {
      if (place.sign.id === stream.from || place.sign.id === stream.to) return [];
      const words = place.words.filter((one) => one.voice !== 'plate').map(wordsBox);
      const bodies = place.seats.length > 0 || place.radius !== null ? [] : [place.body];
      const hit = (made.ways.get(stream.id) ?? []).some(
        (point) =>
          [...words, ...bodies].some((box) => contains(box, point)) ||
          (place.radius !== null && Math.hypot(point.x - place.at.x, point.y - place.at.y) < place.radius),
      );
      return hit ? [`${stream.id} over ${place.sign.id}`] : [];
    }),
  );
}

/** Bodies, seats and labels that lie on the name of another sign. */
function onNames(made: Scene): string[] {
  const places = [...made.layout.places.values()];
  return places.flatMap((place) =>
    places.flatMap((other) => {
      if (other === place) return [];
      const bodies: readonly Box[] =
        other.seats.length > 0
          ? other.seats.map(({ x, y }) => ({ x: x - 4, y: y - 4, width: 8, height: 8 }))
          : [other.body];
      const hit = place.words.some((words) => bodies.some((box) => overlap(wordsBox(words), box) > 16));
      return hit ? [`${other.sign.id} on the name of ${place.sign.id}`] : [];
    }),
  );
}

test.each(pictures())('$name', ({ name, file, day }) => {
  const asked = name === 'km4dev 2009' ? '2009-10-08' : day;
  const made = scene(seen(readFileSync(join(file, 'community.yaml'), 'utf8'), asked));
  const clashes = made.wordBoxes.flatMap((a, i) =>
    made.wordBoxes.slice(i + 1).filter((b) => overlap(a, b) > 4),
  );
  expect(clashes).toEqual([]);
  expect(onNames(made)).toEqual([]);
  expect(made.ways.size).toBeGreaterThan(0);
  const most = MOST[name] ?? [0, 0];
  expect(crossings(made)).toBeLessThanOrEqual(most[0]);
  expect(runsOver(made).length, runsOver(made).join(', ')).toBeLessThanOrEqual(most[1]);
});

/** As phones show it there is less room: how much may cross and run over is bounded for all of them together. */
test('upright, as on a phone', () => {
  let [crossed, over] = [0, 0];
  for (const { name, file, day } of pictures()) {
    const asked = name === 'km4dev 2009' ? '2009-10-08' : day;
    const view = seen(readFileSync(join(file, 'community.yaml'), 'utf8'), asked);
    const made = scene(view, { orientation: 'portrait', width: 390, height: 640 });
    expect(onNames(made), name).toEqual([]);
    crossed += crossings(made);
    over += runsOver(made).length;
  }
  expect(crossed).toBeLessThanOrEqual(70);
  expect(over).toBeLessThanOrEqual(72);
}, 60_000);
