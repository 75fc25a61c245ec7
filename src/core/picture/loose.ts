/** Tools that no stream touches: they stand where there is room between the cloth and the line of those who say "we". */
import type { Sign } from '#core/picture/contents';
import type { Layout } from '#core/picture/layout';
import { type Place, placeAt, sizeOf } from '#core/picture/place';
import { onOval } from '#core/picture/rim';
import { grow, type Point } from '#core/picture/shape';
import type { Taken } from '#core/picture/spots';

/** From the lower left round to the lower right: the corners that others use least come first. */
const ANGLES = [2.5, 0.64, 2.75, 0.39, -2.6, -0.54, 2.2, 0.94, 3, 0.14, -2.85, -0.29, -2.3, -0.84, 1.9, 1.24];

export function looseTools(signs: readonly Sign[], plan: Layout, taken: Taken): Place[] {
  const placed: Place[] = [];
  for (const sign of signs.filter((one) => one.look === 'tool' && !plan.places.has(one.id))) {
    const place = best(sign, plan, taken) ?? below(sign, plan, placed);
    taken.boxes.push(place.box);
    placed.push(place);
  }
  return placed;
}

function best(sign: Sign, plan: Layout, taken: Taken): Place | null {
  const size = sizeOf(sign, plan.orientation);
  let chosen: Place | null = null;
  let least = Infinity;
  for (const [i, angle] of ANGLES.entries()) {
    for (const share of [0.5, 0.3, 0.7, 0.95, 1.2]) {
      const place = placeAt(sign, between(plan, angle, share), size);
      if (!taken.free(grow(place.box, 5))) continue;
      const cost = taken.under(grow(place.box, 3), null) * 4 + i * 0.8 + Math.abs(share - 0.5) * 6;
      if (cost < least) {
        least = cost;
        chosen = place;
      }
    }
  }
  return chosen;
}

/** Where there is no room at all: in a row below the picture, which grows by that. */
function below(sign: Sign, plan: Layout, placed: readonly Place[]): Place {
  const size = sizeOf(sign, plan.orientation);
  const row = placed.filter((place) => place.box.y >= plan.height);
  const left = row.length === 0 ? 16 : Math.max(...row.map((place) => place.box.x + place.box.width)) + 24;
  return placeAt(sign, { x: left + size.wide / 2, y: plan.height + 12 + size.height / 2 }, size);
}

/** Part of the way from the cloth to the boundary. */
function between(plan: Layout, angle: number, share: number): Point {
  const inner = onOval(plan.cloth, angle, 26);
  const outer = plan.boundary === null ? onOval(plan.cloth, angle, 80) : onOval(plan.boundary, angle, -30);
  return { x: inner.x + (outer.x - inner.x) * share, y: inner.y + (outer.y - inner.y) * share };
}
