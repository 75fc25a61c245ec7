/**
 * The small geometry that every picture file speaks: points, boxes, curves, and the light tree in which a drawing
 * leaves this room. Knows nothing of communities.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle by its corner at the upper left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One element of a drawing: a tag of SVG, its attributes, what is inside. Colours are named by class, never given. */
export interface Mark {
  readonly tag: 'g' | 'path' | 'circle' | 'text' | 'tspan' | 'rect' | 'line';
  readonly attrs: Readonly<Record<string, string | number>>;
  readonly children?: readonly (Mark | string)[];
}

/** One decimal: enough for a pen, and the same text on every machine. */
export function round(value: number): number {
  const rounded = Math.round(value * 10) / 10;
  return rounded === 0 ? 0 : rounded;
}

export function boxAround(center: Point, width: number, height: number): Box {
  return { x: center.x - width / 2, y: center.y - height / 2, width, height };
}

export function grow(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

export function middle(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export function contains(box: Box, point: Point): boolean {
  return (
    point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height
  );
}

/** Area that two boxes share; 0 where they do not touch. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Whether two boxes come nearer than `by` px. */
export function touch(a: Box, b: Box, by: number): boolean {
  return (
    a.x - by < b.x + b.width &&
    b.x - by < a.x + a.width &&
    a.y - by < b.y + b.height &&
    b.y - by < a.y + a.height
  );
}

/** The smallest box around others; null where there are none. */
export function union(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

export function boxOf(points: readonly Point[]): Box {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (const { x, y } of points) {
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function add(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y };
}

export function minus(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y };
}

export function times(a: Point, factor: number): Point {
  return { x: a.x * factor, y: a.y * factor };
}

export function distance(a: Point, b: Point): number {
  const dx = a.x - b.x;
  const dy = a.y - b.y;
  return Math.sqrt(dx * dx + dy * dy);
}

/** The direction of a vector with length one; to the right where it has none. */
export function unit(a: Point): Point {
  const length = Math.hypot(a.x, a.y);
  return length === 0 ? { x: 1, y: 0 } : { x: a.x / length, y: a.y / length };
}

/** A quarter turn, clockwise on screen. */
export function turned(a: Point): Point {
  return { x: -a.y, y: a.x };
}

/** Whether two segments cross. */
export function crosses(a: Point, b: Point, c: Point, d: Point): boolean {
  const rx = b.x - a.x;
  const ry = b.y - a.y;
  const sx = d.x - c.x;
  const sy = d.y - c.y;
  const across = rx * sy - ry * sx;
  if (across < 1e-9 && across > -1e-9) return false;
  const t = ((c.x - a.x) * sy - (c.y - a.y) * sx) / across;
  if (t <= 0 || t >= 1) return false;
  const u = ((c.x - a.x) * ry - (c.y - a.y) * rx) / across;
  return u > 0 && u < 1;
}

/** Distance from a point to a segment. */
export function away(point: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length2;
  const t = along < 0 ? 0 : along > 1 ? 1 : along;
  const x = point.x - a.x - t * dx;
  const y = point.y - a.y - t * dy;
  return Math.sqrt(x * x + y * y);
}

export type Cubic = readonly [Point, Point, Point, Point];

/** Points of a cubic curve, evenly by its parameter, ends included. */
export function sample([a, b, c, d]: Cubic, count: number): Point[] {
  const points: Point[] = [];
  for (let i = 0; i <= count; i++) {
    const t = i / count;
    const s = 1 - t;
    const [w0, w1, w2, w3] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    points.push({
      x: w0 * a.x + w1 * b.x + w2 * c.x + w3 * d.x,
      y: w0 * a.y + w1 * b.y + w2 * c.y + w3 * d.y,
    });
  }
  return points;
}

/** A line walked at an even pace: points, the direction at each, and how far along each lies. */
export interface Walk {
  readonly points: readonly Point[];
  readonly heading: readonly Point[];
  readonly at: readonly number[];
  readonly length: number;
}

/** Walks a line of points in steps of about `step` px. */
export function walk(points: readonly Point[], step: number): Walk {
  const line = points.length > 1 ? points : [points[0] ?? { x: 0, y: 0 }, points[0] ?? { x: 0, y: 0 }];
  const lengths = [0];
  for (let i = 1; i < line.length; i++) lengths.push(lengths[i - 1]! + distance(line[i - 1]!, line[i]!));
  const length = lengths.at(-1) ?? 0;
  const count = Math.max(2, Math.round(length / step));
  const steps: Point[] = [];
  const at: number[] = [];
  let j = 1;
  for (let i = 0; i <= count; i++) {
    const goal = (length * i) / count;
    while (j < lengths.length - 1 && lengths[j]! < goal) j++;
    const [from, to] = [line[j - 1]!, line[j]!];
    const part = lengths[j]! - lengths[j - 1]!;
    const t = part === 0 ? 0 : (goal - lengths[j - 1]!) / part;
    steps.push({ x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t });
    at.push(goal);
  }
  const heading = steps.map((_, i) =>
    unit(minus(steps[Math.min(i + 1, count)]!, steps[Math.max(i - 1, 0)]!)),
  );
  return { points: steps, heading, at, length };
}

/** Where one stands after `far` px of a walk. */
export function along(way: Walk, far: number): { point: Point; heading: Point } {
  const share = way.length === 0 ? 0 : Math.max(0, Math.min(1, far / way.length));
  const exact = share * (way.points.length - 1);
  const i = Math.min(Math.floor(exact), way.points.length - 2);
  const t = exact - i;
  const [a, b] = [way.points[i]!, way.points[i + 1]!];
  return {
    point: { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t },
    heading: way.heading[t < 0.5 ? i : i + 1]!,
  };
}

/** A path through points; `closed` joins the ends. */
export function polyline(points: readonly Point[], closed = false): string {
  const text = points.map((point, i) => `${i === 0 ? 'M' : 'L'}${round(point.x)} ${round(point.y)}`).join('');
  return closed ? `${text}Z` : text;
}

/** A smooth path through points (quadratics between middles). */
export function smooth(points: readonly Point[]): string {
  if (points.length < 3) return polyline(points);
  let text = `M${round(points[0]!.x)} ${round(points[0]!.y)}`;
  for (let i = 1; i < points.length - 1; i++) {
    const [here, next] = [points[i]!, points[i + 1]!];
    const end = i === points.length - 2 ? next : { x: (here.x + next.x) / 2, y: (here.y + next.y) / 2 };
    text += `Q${round(here.x)} ${round(here.y)} ${round(end.x)} ${round(end.y)}`;
  }
  return text;
}
