/** What a stream or an arrow should not run over: signs, their words, rows of seats, the edge of the canvas. */
import type { Place } from '#core/picture/place';
import { wordsBox } from '#core/picture/place';
import type { Link } from '#core/picture/ports';
import { type Box, crosses, type Point } from '#core/picture/shape';

/** Something a line should not run over: a box or a disc, and what each step over it costs. */
export interface Obstacle {
  readonly place: Place;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Negative for a box. */
  readonly radius: number;
  readonly x: number;
  readonly y: number;
  readonly cost: number;
  readonly sort: 'body' | 'words' | 'seat';
}

export interface Ground {
  readonly width: number;
  readonly height: number;
  readonly table: Point;
  readonly places: readonly Place[];
}

/** On a phone names stand between the streams, and a way round one is worth the search. */
export const isNarrow = (ground: Ground): boolean => ground.width < 500;

export function obstacles(ground: Ground, arrows: boolean): Obstacle[] {
  return ground.places.flatMap((place) => {
    const of = (box: Box, sort: Obstacle['sort'], cost: number, radius = -1): Obstacle => ({
      place,
      left: box.x,
      right: box.x + box.width,
      top: box.y,
      bottom: box.y + box.height,
      radius,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      cost,
      sort,
    });
    const words = place.words
      .filter((one) => one.voice !== 'plate')
      .map((one) => of(wordsBox(one), 'words', arrows ? 8 : isNarrow(ground) ? 30 : 11));
    if (place.rim.length > 0)
      return [
        ...words,
        ...place.seats.map((seat) =>
          of(
            { x: seat.x - 4, y: seat.y - 4, width: 8, height: 8 },
            'seat',
            place.sign.seats?.sort === 'dots' ? 1 : 2.6,
          ),
        ),
      ];
    return [of(place.body, 'body', 9, place.radius ?? -1), ...words];
  });
}

/** How often a line breaks through a row of seats. */
function overRim(line: readonly Point[], rim: readonly Point[]): number {
  let count = 0;
  for (let j = 2; j < rim.length; j += 2) {
    const [c, d] = [rim[j - 2]!, rim[j]!];
    for (let i = 1; i < line.length; i++) if (crosses(line[i - 1]!, line[i]!, c, d)) count++;
  }
  return count;
}

/** What it costs a line to run where it runs. */
export function onSigns(
  link: Link,
  candidate: { readonly line: readonly Point[]; readonly box: Box },
  ground: Ground,
  blocks: readonly Obstacle[],
): number {
  const room = link.width / 2 + 5;
  const { line, box } = candidate;
  let cost = 0;
  for (const point of line) {
    const out = Math.max(
      6 - point.x,
      point.x - ground.width + 6,
      6 - point.y,
      point.y - ground.height + 6,
      0,
    );
    if (out > 0) cost += 12 + out;
  }
  for (const place of ground.places)
    if (place !== link.from && place !== link.to) cost += 90 * overRim(line, place.rim);
  const [left, right, top, bottom] = [
    box.x - room,
    box.x + box.width + room,
    box.y - room,
    box.y + box.height + room,
  ];
  for (const block of blocks) {
    if (block.left > right || block.right < left || block.top > bottom || block.bottom < top) continue;
    const own = block.place === link.from || block.place === link.to;
    const near = own ? (block.sort === 'body' ? 1 : room - 2) : room;
    for (let i = 0; i < line.length; i++) {
      const { x, y } = line[i]!;
      if (x < block.left - near || x > block.right + near || y < block.top - near || y > block.bottom + near)
        continue;
      if (block.radius > 0 && Math.hypot(x - block.x, y - block.y) > block.radius + near) continue;
      const end = own && (i < 2 || i > line.length - 3);
      if (!end) cost += block.cost;
      else if (block.sort === 'words') cost += 2;
    }
  }
  return cost;
}
