/** Where streams and arrows leave and reach a sign: spread round its edge so that they do not start on top of one another. */
import type { Id } from '#core/model/fact';
import type { Place } from '#core/picture/place';
import { add, distance, middle, minus, type Point, times, unit } from '#core/picture/shape';
import type { Zone } from '#core/picture/zones';

/** One line that wants to go from one sign to another. */
export interface Link {
  readonly id: Id;
  readonly from: Place;
  readonly to: Place;
  readonly width: number;
  /** Keeps lines between the same two signs in one order. */
  readonly order: number;
}

export interface Port {
  readonly at: Point;
  /** The way out. */
  readonly out: Point;
}

const CLEAR = 4;
const INSIDE: readonly Zone[] = ['table', 'head', 'foot', 'free'];

/** The middle of a sign as seen by a line. */
export function heart(place: Place, toward: Point): Point {
  if (place.rim.length > 0) return nearest(place.rim, toward);
  return middle(place.body);
}

function nearest(points: readonly Point[], to: Point): Point {
  return points.reduce((best, point) => (distance(point, to) < distance(best, to) ? point : best));
}

/** Where a ray from the middle of a sign leaves it, `angle` in radians. */
function edgePoint(place: Place, angle: number): Port {
  const out = { x: Math.cos(angle), y: Math.sin(angle) };
  const at = middle(place.body);
  if (place.radius !== null) return { at: add(at, times(out, place.radius + CLEAR)), out };
  // Below its words, where it leaves downwards and the words stand there.
  const under =
    out.y > 0.6 && place.words.length > 0
      ? Math.max(0, place.box.y + place.box.height - place.body.y - place.body.height)
      : 0;
  const [hx, hy] = [
    place.body.width / 2 + CLEAR + (under > 0 ? 20 : 0),
    place.body.height / 2 + CLEAR + under,
  ];
  const reach = Math.min(
    out.x === 0 ? Infinity : hx / Math.abs(out.x),
    out.y === 0 ? Infinity : hy / Math.abs(out.y),
  );
  return { at: add(at, times(out, reach)), out };
}

interface Seek extends Want {
  readonly toward: Point;
  /** The other end lies on the table or across it. */
  readonly inside: boolean;
}

interface Want {
  readonly key: string;
  readonly angle: number;
  readonly width: number;
  readonly order: number;
}

/** Half the angle within which those outside send their streams: towards the table, never behind themselves. */
const FACING = 1.3;

/** Pushes angles apart until each line has its room, and keeps them near where they want to be. */
function spread(wants: readonly Want[], radius: number, facing: number | null): Map<string, number> {
  const turned = (angle: number) =>
    facing === null ? angle : facing + Math.atan2(Math.sin(angle - facing), Math.cos(angle - facing));
  const held = (angle: number) =>
    facing === null ? angle : Math.max(facing - FACING, Math.min(facing + FACING, angle));
  const sorted = wants
    .map((want) => ({ ...want, angle: held(turned(want.angle)) }))
    .sort((a, b) => a.angle - b.angle || a.order - b.order);
  const angles = sorted.map((want) => want.angle);
  const whole =
    facing === null ? (2 * Math.PI) / sorted.length : (2 * FACING) / Math.max(1, sorted.length - 1);
  for (let round = 0; round < 60; round++) {
    for (let i = 0; i < sorted.length; i++) {
      const j = (i + 1) % sorted.length;
      if (i === j || (j === 0 && facing !== null)) continue;
      const need = Math.min(whole, ((sorted[i]!.width + sorted[j]!.width) / 2 + 9) / radius);
      const gap = angles[j]! - angles[i]! + (j === 0 ? 2 * Math.PI : 0);
      if (gap < need) {
        angles[i] = held(angles[i]! - (need - gap) / 2);
        angles[j] = held(angles[j]! + (need - gap) / 2);
      }
    }
  }
  return new Map(sorted.map((want, i) => [want.key, angles[i]!]));
}

/** How far along a line the point lies that is nearest to another. */
function project(line: readonly Point[], lengths: readonly number[], to: Point): number {
  let [far, least] = [0, Infinity];
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    const d = minus(b, a);
    const long = d.x * d.x + d.y * d.y || 1;
    const t = Math.max(0, Math.min(1, ((to.x - a.x) * d.x + (to.y - a.y) * d.y) / long));
    const gap = distance(to, add(a, times(d, t)));
    if (gap < least) [least, far] = [gap, lengths[i - 1]! + t * Math.sqrt(long)];
  }
  return far;
}

function onRim(place: Place, wants: readonly Seek[], table: Point): Map<string, Port> {
  const lengths = [0];
  place.rim.forEach((point, i) => {
    if (i > 0) lengths.push(lengths[i - 1]! + distance(place.rim[i - 1]!, point));
  });
  const total = lengths.at(-1) ?? 0;
  const wish = wants.map((want) => {
    const inner = Math.max(10, Math.min(total - 10, project(place.rim, lengths, want.toward)));
    return { want, far: total < 20 ? total / 2 : inner };
  });
  wish.sort((a, b) => a.far - b.far || a.want.angle - b.want.angle || a.want.order - b.want.order);
  for (let round = 0; round < 40; round++) {
    for (let i = 0; i + 1 < wish.length; i++) {
      const need = (wish[i]!.want.width + wish[i + 1]!.want.width) / 2 + 14;
      const gap = wish[i + 1]!.far - wish[i]!.far;
      if (gap < need) {
        wish[i]!.far -= (need - gap) / 2;
        wish[i + 1]!.far += (need - gap) / 2;
      }
    }
  }
  return new Map(
    wish.map(({ want, far }) => {
      const held = Math.max(-16, Math.min(total + 16, far));
      const after = lengths.findIndex((length) => length >= held);
      const i = after < 0 ? lengths.length - 1 : Math.max(1, after);
      const [a, b] = [place.rim[i - 1] ?? place.at, place.rim[i] ?? place.at];
      const part = lengths[i]! - lengths[i - 1]!;
      const at = add(a, times(minus(b, a), part === 0 ? 0 : (held - lengths[i - 1]!) / part));
      const inward = unit(minus(table, at));
      if (want.inside) return [want.key, { at, out: inward }] as const;
      // Towards the outside it begins at the end of the arc, or behind the last row of seats.
      const [first, last] = [place.rim[0]!, place.rim.at(-1)!];
      const end = distance(first, want.toward) < distance(last, want.toward) ? first : last;
      if (held < 14 || held > total - 14) {
        const before = end === first ? place.rim[1]! : place.rim.at(-2)!;
        const from = add(end, times(unit(minus(end, before)), 12));
        return [want.key, { at: from, out: unit(minus(want.toward, from)) }] as const;
      }
      const out = times(inward, -1);
      const deep = Math.max(
        0,
        ...place.seats.map((seat) =>
          distance(seat, at) < 70 ? (seat.x - at.x) * out.x + (seat.y - at.y) * out.y : 0,
        ),
      );
      return [want.key, { at: add(at, times(out, deep + 12)), out }] as const;
    }),
  );
}

/** The two ports of every line. */
export function ports(links: readonly Link[], table: Point): Map<string, Port> {
  const byPlace = new Map<Place, Seek[]>();
  const want = (link: Link, end: 'from' | 'to') => {
    const [mine, other] = end === 'from' ? [link.from, link.to] : [link.to, link.from];
    const toward = heart(other, heart(mine, middle(other.body)));
    const here = heart(mine, toward);
    // Side by side lines keep their order at both ends, which is the opposite turn at the other end.
    const order = mine.sign.id < other.sign.id ? link.order : -link.order;
    const one = {
      key: `${link.id} ${end}`,
      angle: Math.atan2(toward.y - here.y, toward.x - here.x),
      width: link.width,
      order,
      toward,
      inside: INSIDE.includes(other.sign.zone),
    };
    byPlace.set(mine, [...(byPlace.get(mine) ?? []), one]);
  };
  for (const link of links) {
    want(link, 'from');
    want(link, 'to');
  }
  const found = new Map<string, Port>();
  for (const [place, wants] of byPlace) {
    if (place.rim.length > 0) continue;
    const radius = place.radius ?? Math.min(place.body.width, place.body.height) / 2 + 6;
    const { zone } = place.sign;
    const inward = minus(table, middle(place.body));
    const facing = zone === 'giver' || zone === 'receiver' ? Math.atan2(inward.y, inward.x) : null;
    for (const [key, angle] of spread(wants, radius, facing)) found.set(key, edgePoint(place, angle));
  }
  // Circles last: their streams leave in the order in which they arrive.
  for (const [place, wants] of byPlace) {
    if (place.rim.length === 0) continue;
    const seen = wants.map((want) => ({ ...want, toward: found.get(otherEnd(want.key))?.at ?? want.toward }));
    for (const [key, port] of onRim(place, seen, table)) found.set(key, port);
  }
  return found;
}

function otherEnd(key: string): string {
  return key.endsWith(' from') ? `${key.slice(0, -5)} to` : `${key.slice(0, -3)} from`;
}
