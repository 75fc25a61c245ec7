/** An influence: one thin line in ink with an open head, its sign in a circle, two strokes where it takes time. */

import type { Arrow } from '#core/picture/contents';
import { byHand } from '#core/picture/ribbon';
import {
  add,
  along,
  boxAround,
  type Mark,
  minus,
  polyline,
  round,
  smooth,
  times,
  turned,
  type Walk,
} from '#core/picture/shape';
import type { Taken } from '#core/picture/spots';

export function drawArrow(arrow: Arrow, route: Walk, taken: Taken): Mark[] {
  const way = byHand(arrow.id, route);
  const tip = way.points.at(-1)!;
  const heading = along(way, way.length - 5).heading;
  const back = minus(tip, times(heading, 10));
  const wing = times(turned(heading), 5);
  let d = smooth(way.points) + polyline([add(back, wing), tip, minus(back, wing)]);
  if (arrow.delayed) {
    for (const off of [-2.6, 2.6]) {
      const { point, heading: here } = along(way, way.length * 0.45 + off);
      const side = times(turned(here), 6.5);
      d += polyline([add(point, side), minus(point, side)]);
    }
  }
  const at = signAt(way, taken);
  const cross = `M${round(at.x - 3.6)} ${round(at.y)}H${round(at.x + 3.6)}${arrow.sign === '+' ? `M${round(at.x)} ${round(at.y - 3.6)}V${round(at.y + 3.6)}` : ''}`;
  return [
    { tag: 'path', attrs: { class: 'p-influence', d } },
    { tag: 'circle', attrs: { class: 'p-influence-sign', cx: round(at.x), cy: round(at.y), r: 7.5 } },
    { tag: 'path', attrs: { class: 'p-influence', d: cross, 'stroke-width': 1.2 } },
  ];
}

/** Beside the line, near its head, where nothing stands. */
function signAt(way: Walk, taken: Taken) {
  for (const back of [30, 44, 60, 80, 104]) {
    if (back > way.length * 0.7) break;
    const { point, heading } = along(way, way.length - back);
    for (const side of [1, -1]) {
      const at = add(point, times(turned(heading), side * 12));
      const box = boxAround(at, 17, 17);
      if (!taken.free(box) || taken.under(boxAround(at, 12, 12), null) > 0) continue;
      taken.boxes.push(box);
      return at;
    }
  }
  const at = along(way, way.length * 0.7).point;
  taken.boxes.push(boxAround(at, 17, 17));
  return at;
}
