/** Finds room for small things: discs on their streams, amounts beside them, signs of influence, names of loops. */
import type { Block } from '#core/picture/measure';
import {
  along,
  type Box,
  boxAround,
  boxOf,
  distance,
  grow,
  overlap,
  type Point,
  round,
  times,
  turned,
  type Walk,
} from '#core/picture/shape';

/** What already has its place. */
export class Taken {
  readonly boxes: Box[] = [];
  /** Those among them that hold words. */
  readonly words: Box[] = [];
  readonly ways: { readonly id: string; readonly way: Walk; readonly width: number; readonly box: Box }[] =
    [];
  readonly width: number;
  readonly height: number;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }

  cross(id: string, way: Walk, width: number): void {
    this.ways.push({ id, way, width, box: grow(boxOf(way.points), width / 2 + 1) });
  }

  say(box: Box): void {
    this.boxes.push(box);
    this.words.push(box);
  }

  /** Whether a box lies on nothing and within the canvas. */
  free(box: Box): boolean {
    if (box.x < 4 || box.y < 4 || box.x + box.width > this.width - 4 || box.y + box.height > this.height - 4)
      return false;
    return this.boxes.every((other) => overlap(box, other) === 0);
  }

  /** How much of other lines lies under a box. */
  under(box: Box, own: string | null): number {
    let cost = 0;
    for (const { id, way, width, box: theirs } of this.ways) {
      if (id === own || overlap(box, theirs) === 0) continue;
      const by = width / 2;
      const [left, right, top, bottom] = [
        box.x - by,
        box.x + box.width + by,
        box.y - by,
        box.y + box.height + by,
      ];
      for (const { x, y } of way.points) if (x > left && x < right && y > top && y < bottom) cost += 1;
    }
    return cost;
  }
}

/** So many lines leave no room to be chosen: discs stand near the start, and amounts are told when one asks. */
const THICKET = 200;

const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/** Room for words beside a stream, upright and never on it; null where there is none. */
export function beside(words: Block, way: Walk, width: number, taken: Taken): Box | null {
  if (taken.ways.length > THICKET) return null;
  let best: Box | null = null;
  let least = 7;
  for (const share of SHARES) {
    const { point, heading } = along(way, way.length * share);
    for (const side of [-1, 1]) {
      const out = times(turned(heading), side);
      const reach = (Math.abs(out.x) * words.width + Math.abs(out.y) * words.height) / 2 + width / 2 + 3;
      for (const more of [0, 7]) {
        const center = { x: point.x + out.x * (reach + more), y: point.y + out.y * (reach + more) };
        const box = boxAround(center, words.width + 4, words.height);
        if (!taken.free(box)) continue;
        const above = out.y < 0 ? 0 : 0.5;
        const cost = taken.under(grow(box, 1), null) * 1.4 + Math.abs(share - 0.5) * 3 + above + more * 0.05;
        if (cost < least) {
          least = cost;
          best = box;
        }
      }
    }
  }
  if (best !== null) taken.say(best);
  return best;
}

/**
 * Where a disc stands on its stream: near the start, off other discs, streams and signs. Px along the way. Null where
 * it may be left out (`spare`) and would lie on something.
 */
export function discAt(way: Walk, radius: number, taken: Taken, own: string, spare = false): number | null {
  let best = Math.min(26, way.length * 0.3);
  if (taken.ways.length > THICKET) return spare ? null : best;
  let least = Infinity;
  let crowded = false;
  for (let far = Math.min(24, way.length * 0.3); far <= way.length * 0.72; far += 11) {
    const { point } = along(way, far);
    const box = boxAround(point, radius * 2 + 2, radius * 2 + 2);
    const signs = taken.boxes.reduce((sum, other) => sum + overlap(box, other), 0);
    const cost = far * 0.03 + signs * 0.6 + taken.under(grow(box, -3), own) * 2;
    if (cost < least - 0.01) {
      least = cost;
      best = far;
      crowded = signs > 30;
    }
  }
  if (spare && crowded) return null;
  taken.boxes.push(boxAround(along(way, best).point, radius * 2, radius * 2));
  return best;
}

/** Room for a block near a point, in widening rings; null within `reach` px where there is none. */
export function near(at: Point, width: number, height: number, taken: Taken, reach: number): Box | null {
  let best: Box | null = null;
  let least = Infinity;
  for (let far = 0; far <= reach; far += 12) {
    const count = far === 0 ? 1 : Math.max(6, Math.round(far / 6));
    for (let i = 0; i < count; i++) {
      const angle = (i / count) * 2 * Math.PI;
      const center = { x: at.x + far * Math.cos(angle), y: at.y + far * 0.8 * Math.sin(angle) };
      const box = boxAround(center, width, height);
      if (!taken.free(box)) continue;
      const cost = taken.under(box, null) * 20 + distance(at, center) * 0.25;
      if (cost < least) {
        least = cost;
        best = box;
      }
    }
    if (best !== null && least < far * 0.25) break;
  }
  if (best !== null) taken.say(best);
  return best;
}

/** A box with one decimal, as it leaves this room. */
export function tidy(box: Box): Box {
  return { x: round(box.x), y: round(box.y), width: round(box.width), height: round(box.height) };
}
