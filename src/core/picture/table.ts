/** The cloth, its hem, and the line of those who say "we". */

import { waver } from '#core/picture/chance';
import type { Layout } from '#core/picture/layout';
import { block } from '#core/picture/measure';
import { roughEllipse } from '#core/picture/pen';
import { type Oval, onOval, reach } from '#core/picture/rim';
import {
  type Box,
  boxAround,
  boxOf,
  contains,
  grow,
  type Mark,
  middle,
  overlap,
  type Point,
  smooth,
} from '#core/picture/shape';
import type { Taken } from '#core/picture/spots';
import { textMarks } from '#core/picture/text';
import { WORDS } from '#core/picture/words';

function ring(oval: Oval, seed: number, loose: number, out: number): Point[] {
  const hand = waver(seed, 5);
  return Array.from({ length: 61 }, (_, i) => {
    const angle = (i / 60) * 2 * Math.PI - Math.PI / 2;
    const calm = Math.min(1, i / 6, (60 - i) / 6);
    return onOval(oval, angle, out + hand(i) * loose * calm);
  });
}

export function cloth(plan: Layout): Mark[] {
  if (plan.boundary === null && plan.places.size > 0) return [];
  const { cloth: oval } = plan;
  const edge = ring(oval, 11, 2, 0);
  return [
    { tag: 'path', attrs: { class: 'p-cloth', d: `${smooth(edge)}Z` } },
    {
      tag: 'path',
      attrs: {
        class: 'p-cloth-edge',
        d: roughEllipse('cloth', oval, oval.rx * 2, oval.ry * 2, { roughness: 1.3 }),
      },
    },
    { tag: 'path', attrs: { class: 'p-hem', d: smooth(ring(oval, 23, 1, -8)) } },
  ];
}

/** The words of the boundary, at a place where nothing else stands. */
export function boundaryWords(plan: Layout, taken: Taken): Mark[] {
  const oval = plan.boundary;
  if (oval === null) return [];
  const words = block([WORDS.we().text], 'hand', 14);
  const angles = [
    0,
    0.16,
    -0.16,
    0.32,
    -0.32,
    0.5,
    -0.5,
    0.7,
    -0.7,
    Math.PI,
    Math.PI + 0.3,
    Math.PI - 0.3,
    Math.PI + 0.6,
    Math.PI - 0.6,
  ];
  let box: Box | null = null;
  let least = 14;
  for (const [i, angle] of angles.entries()) {
    const tried = boxAround(onOval(oval, -Math.PI / 2 + angle), words.width + 12, words.height);
    const cost = taken.under(grow(tried, 2), null) * 3 + i;
    if (cost >= least || !taken.free(tried)) continue;
    least = cost;
    box = tried;
  }
  if (box === null) return [];
  taken.say(box);
  return textMarks(
    { block: words, voice: 'aside', top: { x: box.x + box.width / 2, y: box.y }, anchor: 'middle' },
    false,
  );
}

/** The line of those who say "we": drawn when every word has its place, as it stops before each. */
export function boundaryLine(plan: Layout, taken: Taken): Mark[] {
  if (plan.boundary === null) return [];
  const line = ring(plan.boundary, 37, 3, 0);
  const d = broken(
    line,
    taken.boxes.map((one) => grow(one, 3)),
  );
  return [{ tag: 'path', attrs: { class: 'p-boundary', d } }];
}

/** A line that stops before words and signs and goes on behind them. */
function broken(points: readonly Point[], obstacles: readonly Box[]): string {
  const parts: Point[][] = [[]];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const stretch = grow(boxOf([a, b]), 1);
    const near = obstacles.filter((box) => overlap(box, stretch) > 0);
    for (let k = 0; k < 6; k++) {
      const point = { x: a.x + ((b.x - a.x) * k) / 6, y: a.y + ((b.y - a.y) * k) / 6 };
      const hidden = near.some((box) => contains(box, point));
      if (hidden && parts.at(-1)!.length > 0) parts.push([]);
      else if (!hidden) parts.at(-1)!.push(point);
    }
  }
  return parts
    .filter((part) => part.length > 2)
    .map(smooth)
    .join('');
}

/** Whether a box lies on the cloth: its words then take their halo from it. */
export function onCloth(plan: Layout, box: Box): boolean {
  return reach(plan.cloth, middle(box)) < 1;
}
