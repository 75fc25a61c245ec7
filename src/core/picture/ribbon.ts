/**
 * A stream as a ribbon drawn by hand: two wavering edges, an open head, the pattern of its kind along the middle. Its
 * body says how sure the amount is, its edges how sure the stream is. Colour comes from a class.
 */
import { seedOf, waver } from '#core/picture/chance';
import type { Stream } from '#core/picture/contents';
import { between, disc, pattern } from '#core/picture/marks';
import {
  add,
  along,
  type Mark,
  minus,
  type Point,
  polyline,
  round,
  smooth,
  times,
  turned,
  type Walk,
  walk,
} from '#core/picture/shape';

/** A way with the small unsteadiness of a hand, none at its ends. */
export function byHand(id: string, way: Walk): Walk {
  const hand = waver(seedOf(id), 64);
  const points = way.points.map((point, i) => {
    const calm = Math.min(1, way.at[i]! / 40, (way.length - way.at[i]!) / 40);
    return add(point, times(turned(way.heading[i]!), hand(way.at[i]!) * 1.5 * calm));
  });
  return walk(points, 6);
}

export interface Outline {
  readonly left: readonly Point[];
  readonly right: readonly Point[];
  /** Wing, tip, wing; empty where the stream has a bar instead of a head. */
  readonly head: readonly Point[];
  /** How far the body goes along the way. */
  readonly until: number;
}

export function headLength(width: number, length: number): number {
  return Math.min(Math.max(12, width * 0.62 + 7), length * 0.45);
}

/** The two edges and the head of a ribbon. */
export function outline(id: string, way: Walk, width: number, headed: boolean): Outline {
  const seed = seedOf(id);
  const [leftHand, rightHand] = [waver(seed + 1, 34), waver(seed + 2, 38)];
  const until = headed ? way.length - headLength(width, way.length) : way.length;
  const left: Point[] = [];
  const right: Point[] = [];
  const loose = width < 5 ? 0.35 : 0.8;
  const put = (point: Point, heading: Point, at: number) => {
    const side = turned(heading);
    left.push(add(point, times(side, -(width / 2 + leftHand(at) * loose))));
    right.push(add(point, times(side, width / 2 + rightHand(at) * loose)));
  };
  way.points.forEach((point, i) => {
    if (way.at[i]! < until - 1) put(point, way.heading[i]!, way.at[i]!);
  });
  const base = along(way, until);
  put(base.point, base.heading, until);
  if (!headed) return { left, right, head: [], until };
  const tip = way.points.at(-1)!;
  const heading = along(way, (until + way.length) / 2).heading;
  const wing = times(turned(heading), width / 2 + Math.max(4, Math.min(7, width * 0.35)));
  const back = add(base.point, times(heading, -1.5));
  return { left, right, head: [add(back, times(wing, -1)), tip, add(back, wing)], until };
}

function bodyPath(shape: Outline): string {
  return polyline([...shape.left, ...shape.head, ...[...shape.right].reverse()], true);
}

/** Slanted strokes between the edges: written down, not yet seen. */
function hatch(shape: Outline, gap: number): string {
  const { left, right } = shape;
  const count = Math.min(left.length, right.length);
  const each = Math.max(1, gap / 6);
  let text = '';
  for (let i = 0; i + each * 0.9 < count; i += each) {
    const [a, b] = [at(left, i + each * 0.9), at(right, i)];
    text += `M${round(a.x)} ${round(a.y)}L${round(b.x)} ${round(b.y)}`;
  }
  return text;
}

function at(points: readonly Point[], exact: number): Point {
  const i = Math.min(points.length - 1, Math.floor(exact));
  const next = points[Math.min(points.length - 1, i + 1)]!;
  const t = exact - Math.floor(exact);
  return { x: points[i]!.x + (next.x - points[i]!.x) * t, y: points[i]!.y + (next.y - points[i]!.y) * t };
}

function path(cls: string, d: string): Mark {
  return { tag: 'path', attrs: { class: cls, d } };
}

/** The lines round a ribbon. */
function edges(shape: Outline, stream: Stream): Mark[] {
  const left = smooth(shape.left);
  const right = smooth(shape.right);
  const head =
    shape.head.length === 0 ? '' : polyline([shape.left.at(-1)!, ...shape.head, shape.right.at(-1)!]);
  const start = polyline([shape.left[0]!, shape.right[0]!]);
  if (stream.over !== null) return [path('p-edge-dashed', left + right)];
  if (stream.status === 'hoped') return [path('p-edge-dotted', left + head + right)];
  if (stream.status === 'told') return [path('p-edge', left + head), path('p-edge-dashed', right)];
  return [
    path(
      stream.role === 'serves' ? 'p-edge-fine' : 'p-edge',
      left + head + right + (stream.measure.known ? start : ''),
    ),
  ];
}

function bar(way: Walk, far: number, half: number): Mark {
  const { point, heading } = along(way, far);
  const side = times(turned(heading), half);
  return path('p-bar', polyline([add(point, side), minus(point, side)]));
}

/** A gate across the stream: at a price, or kept apart. */
export function gate(way: Walk, far: number, width: number): Mark {
  const { point, heading } = along(way, far);
  const side = turned(heading);
  // On the short streams of a legend everything is smaller.
  const long = width / 2 + (way.length < 60 ? 4 : 10);
  const strokes = [-3.5, 3.5].flatMap((off) => {
    const middle = add(point, times(heading, off));
    return [add(middle, times(side, -long)), add(middle, times(side, long))];
  });
  const rails = [-0.62, 0.62].flatMap((off) => {
    const middle = add(point, times(side, off * long));
    return [add(middle, times(heading, -6.5)), add(middle, times(heading, 6.5))];
  });
  const all = [...strokes, ...rails];
  let d = '';
  for (let i = 0; i < all.length; i += 2) d += polyline([all[i]!, all[i + 1]!]);
  return path('p-line', d);
}

/** A covered dish: it is there, and not for you to see. */
export function dish(point: Point, size = 1): Mark[] {
  const p = (x: number, y: number) => `${round(point.x + x * size)} ${round(point.y + y * size)}`;
  const dome = `M${p(-15, 6)}C${p(-14, -15)} ${p(14, -15)} ${p(15, 6)}Z`;
  const knob = `M${p(-2.6, -11)}C${p(-3.4, -16)} ${p(3.4, -16)} ${p(2.6, -11)}`;
  return [path('p-body', dome), path('p-line', dome + knob), path('p-line', `M${p(-20, 8)}L${p(20, 7.4)}`)];
}

function body(stream: Stream, shape: Outline, way: Walk): Mark[] {
  const marks: Mark[] = [];
  const { body: told } = stream.measure;
  if (stream.over !== null || stream.status === 'hoped')
    return pattern(stream.paint.pattern, way, 10, shape.until - 6, stream.width, false);
  marks.push(path('p-hollow', bodyPath(shape)));
  if (stream.covered)
    return [
      ...marks,
      path('p-pale', bodyPath(shape)),
      ...pattern(stream.paint.pattern, way, 10, shape.until - 2, stream.width, false),
    ];
  const counted = told.is === 'known' || told.is === 'counted-once';
  if (stream.status === 'agreed') {
    marks.push(path('p-hatch', hatch(shape, counted ? 6 : 10)));
    if (!counted) marks.push(...pattern(stream.paint.pattern, way, 10, shape.until - 2, stream.width, false));
    return marks;
  }
  if (!counted || stream.status === 'told') {
    marks.push(...pattern(stream.paint.pattern, way, 10, shape.until - 2, stream.width, false));
    if (told.is === 'some') {
      const middle = along(way, shape.until * 0.6).point;
      marks.push({
        tag: 'circle',
        attrs: { class: 'p-bead', cx: round(middle.x), cy: round(middle.y), r: 4.6 },
      });
    }
    return marks;
  }
  if (told.is === 'known' && told.range) {
    const inner = outline(`${stream.id} least`, walk(between(way, 0, way.length - 5), 6), told.least, true);
    marks.push(path('p-pale', bodyPath(shape)), path('p-full', bodyPath(inner)));
    return [...marks, ...pattern(stream.paint.pattern, way, 10, inner.until - 2, told.least, true)];
  }
  marks.push(path('p-full', bodyPath(shape)));
  return [...marks, ...pattern(stream.paint.pattern, way, 10, shape.until - 2, stream.width, true)];
}

/** A short piece of hollow stream, open at both ends, for pills and legends. */
export function tube(stream: Stream, way: Walk): Mark[] {
  const shape = outline(stream.id, way, stream.width, false);
  const ends =
    polyline([shape.left[0]!, shape.right[0]!]) + polyline([shape.left.at(-1)!, shape.right.at(-1)!]);
  return [
    path('p-hollow', bodyPath(shape)),
    ...pattern(stream.paint.pattern, way, 3, way.length - 2, stream.width, false),
    path('p-edge', smooth(shape.left) + smooth(shape.right) + ends),
  ];
}

export interface Drawn {
  readonly marks: readonly Mark[];
  /** The way as drawn, for labels and light. */
  readonly way: Walk;
}

/** Draws one stream along its way; `markAt` is where its disc stands, in px from the start; null for none. */
export function ribbon(stream: Stream, route: Walk, markAt: number | null): Drawn {
  const none = stream.measure.body.is === 'none' && stream.over === null;
  const whole = byHand(stream.id, route);
  const way = none
    ? walk(between(whole, 0, Math.min(52, whole.length * 0.5)), 6)
    : stream.over === null
      ? whole
      : walk(between(whole, 0, whole.length - 10), 6);
  const shape = outline(stream.id, way, stream.width, !none && stream.over === null);
  const marks: Mark[] = [...body(stream, shape, way), ...edges(shape, stream)];
  if (none || stream.over !== null) marks.push(bar(way, way.length, stream.width / 2 + 5));
  if (stream.gate) marks.push(gate(way, shape.until - 20, stream.width));
  if (markAt !== null && stream.role === 'flow') marks.push(...disc(stream.paint, along(way, markAt).point));
  if (stream.covered) {
    const small = way.length < 60;
    marks.push(
      ...dish(
        add(along(way, way.length * (small ? 0.5 : 0.55)).point, { x: 0, y: small ? -1 : -2 }),
        small ? 0.55 : 1,
      ),
    );
  }
  return { marks, way };
}
