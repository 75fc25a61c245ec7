/** Three small things that all figures need: a path of a class, points around a middle, and which pen to take. */
import type { Sign } from '#core/picture/contents';
import type { Mark, Point } from '#core/picture/shape';

/** A path of a class. */
export function path(cls: string, d: string): Mark {
  return { tag: 'path', attrs: { class: cls, d } };
}

export function around(at: Point, points: readonly (readonly [number, number])[]): Point[] {
  return points.map(([x, y]) => ({ x: at.x + x, y: at.y + y }));
}

/** The class of an outline: pencil for what is over. */
export function pen(sign: Sign): string {
  return sign.over ? 'p-pencil' : 'p-line';
}
