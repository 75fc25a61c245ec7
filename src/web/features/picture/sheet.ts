/** Where the sheet of the picture lies in its frame, and where wheels, buttons and fingers take it. Knows no screen. */
import type { Point } from '#core/picture/shape';

/** The left upper corner of the sheet in px of the frame, and how much larger than the frame it is. */
export interface Sheet {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** One finger or two, in px of the frame. */
export type Fingers = readonly [Point] | readonly [Point, Point];

export const WHOLE: Sheet = { x: 0, y: 0, scale: 1 };
const LEAST = 0.5;
const MOST = 6;

/** Closer by a factor, or further; what lies at the point stays there. */
export function zoomed(sheet: Sheet, factor: number, at: Point): Sheet {
  const scale = Math.min(MOST, Math.max(LEAST, sheet.scale * factor));
  const by = scale / sheet.scale;
  return { x: at.x - (at.x - sheet.x) * by, y: at.y - (at.y - sheet.y) * by, scale };
}

/** Fingers take the sheet along: what lay in the middle between them lies there again, two that part bring it closer. */
export function carried(sheet: Sheet, was: Fingers, is: Fingers): Sheet {
  const [from, to] = [middle(was), middle(is)];
  const moved = { x: sheet.x + to.x - from.x, y: sheet.y + to.y - from.y, scale: sheet.scale };
  const [before, after] = [apart(was), apart(is)];
  return before === 0 || after === 0 ? moved : zoomed(moved, after / before, to);
}

/** Something of the sheet stays in sight. */
export function inSight(sheet: Sheet, { width, height }: Frame): Sheet {
  const within = (at: number, long: number) =>
    Math.min(long * 0.6, Math.max(long * 0.4 - long * sheet.scale, at));
  return { x: within(sheet.x, width), y: within(sheet.y, height), scale: sheet.scale };
}

/** Whether one finger scrolls the page: where all of the sheet is seen, and at its edge in the direction of the finger. */
export function goesToPage(sheet: Sheet, { height }: Frame, by: Point): boolean {
  if (sheet.scale <= 1.01) return true;
  if (Math.abs(by.x) >= Math.abs(by.y)) return false;
  return by.y > 0 ? sheet.y >= -1 : sheet.y <= height - height * sheet.scale + 1;
}

function middle([one, other = one]: Fingers): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

function apart([one, other = one]: Fingers): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
