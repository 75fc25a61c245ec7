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
/** Radians above the level at which a stream may still leave a sign that has its name above it. */
const STEEP = 0.3;
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
export function edgePoint(place: Place, angle: number): Port {
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

/** Pushes angles apart until each line has its room, and keeps them near where they want to be. */
function spread(wants: readonly Want[], radius: number): Map<string, number> {
  const sorted = [...wants].sort((a, b) => a.angle - b.angle || a.order - b.order);
  const angles = sorted.map((want) => want.angle);
  const whole = (2 * Math.PI) / sorted.length;
  for (let round = 0; round < 60; round++) {
    for (let i = 0; i < sorted.length; i++) {
      const j = (i + 1) % sorted.length;
      if (i === j) continue;
      const need = Math.min(whole, ((sorted[i]!.width + sorted[j]!.width) / 2 + 9) / radius);
      const gap = angles[j]! - angles[i]! + (j === 0 ? 2 * Math.PI : 0);
      if (gap < need) {
        angles[i]! -= (need - gap) / 2;
        angles[j]! += (need - gap) / 2;
      }
    }
  }
  return new Map(sorted.map((want, i) => [want.key, angles[i]!]));
}

/**
 * Those outside send and receive along the edge that looks at the table, one below the other and never behind
 * themselves: a stream begins beside the sign, or beside its words where it stands lower.
 */
function alongEdge(place: Place, wants: readonly Want[], table: Point): Map<string, Port> {
  const at = middle(place.body);
  const toTable = minus(table, at);
  const wide = Math.abs(toTable.x) > Math.abs(toTable.y);
  const sign = Math.sign(wide ? toTable.x : toTable.y) || 1;
  const [deep, half] = wide
    ? [place.body.width / 2, place.body.height / 2]
    : [place.body.height / 2, place.body.width / 2];
  const facing = Math.atan2(wide ? 0 : sign, wide ? sign : 0);
  const sorted = wants
    .map((want) => {
      const turn = Math.atan2(Math.sin(want.angle - facing), Math.cos(want.angle - facing));
      return { want, turn: (wide ? sign : -sign) * Math.max(-1.4, Math.min(1.4, turn)) };
    })
    .sort((a, b) => a.turn - b.turn || (wide ? sign : -sign) * (a.want.order - b.want.order));
  const need = sorted.map(({ want }, i) => (i === 0 ? 0 : (want.width + sorted[i - 1]!.want.width) / 2 + 7));
  const total = need.reduce((sum, one) => sum + one, 0);
  const wish = sorted.reduce((sum, { turn }) => sum + Math.tan(turn) * deep, 0) / sorted.length;
  const slack = Math.max(0, half - 8 - total / 2);
  let offset = Math.max(-slack, Math.min(slack, wish)) - total / 2;
  const found = new Map<string, Port>();
  const words = wordsWide(place) / 2;
  const under = place.box.y + place.box.height - at.y;
  sorted.forEach(({ want, turn }, i) => {
    offset += need[i]!;
    const low = wide && offset + want.width / 2 > half;
    let far = low ? Math.max(deep, words) : deep;
    // Downwards past its own words.
    if (!wide && sign > 0) far = Math.max(deep, under);
    far += CLEAR;
    const soft = turn * 0.5;
    found.set(want.key, {
      at: add(at, wide ? { x: sign * far, y: offset } : { x: offset, y: sign * far }),
      out: wide
        ? { x: sign * Math.cos(soft), y: Math.sin(soft) }
        : { x: Math.sin(soft), y: sign * Math.cos(soft) },
    });
  });
  return found;
}

function wordsWide(place: Place): number {
  return Math.max(0, ...place.words.map((words) => words.block.width));
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
  const outward = wants.filter((want) => !want.inside);
  return new Map([
    ...alongRim(
      place,
      wants.filter((want) => want.inside),
      table,
    ),
    ...atEnds(place, outward, table),
  ]);
}

/** To the table and across it: side by side along the rim, in the order in which they arrive. */
function alongRim(place: Place, wants: readonly Seek[], table: Point): [string, Port][] {
  const lengths = [0];
  place.rim.forEach((point, i) => {
    if (i > 0) lengths.push(lengths[i - 1]! + distance(place.rim[i - 1]!, point));
  });
  const total = lengths.at(-1) ?? 0;
  const [first, last] = [place.rim[0]!, place.rim.at(-1)!];
  const forth = unit(minus(last, first));
  const wish = wants.map((want) => {
    const inner = Math.max(10, Math.min(total - 10, project(place.rim, lengths, want.toward)));
    const far = total < 20 ? total / 2 : inner;
    // Those that all want the same end leave in the order in which they fan out.
    const way = unit(minus(want.toward, add(first, times(forth, far))));
    return { want, far, turn: far + 12 * (way.x * forth.x + way.y * forth.y) };
  });
  wish.sort((a, b) => a.turn - b.turn || a.want.order - b.want.order);
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
  return wish.map(({ want, far }) => {
    const held = Math.max(-16, Math.min(total + 16, far));
    const after = lengths.findIndex((length) => length >= held);
    const i = after < 0 ? lengths.length - 1 : Math.max(1, after);
    const [a, b] = [place.rim[i - 1] ?? place.at, place.rim[i] ?? place.at];
    const part = lengths[i]! - lengths[i - 1]!;
    const at = add(a, times(minus(b, a), part === 0 ? 0 : (held - lengths[i - 1]!) / part));
    return [want.key, { at, out: unit(minus(table, at)) }];
  });
}

/** To the outside: at the end of the arc that is nearer, one above the other, never behind the seats where the name stands. */
function atEnds(place: Place, wants: readonly Seek[], table: Point): [string, Port][] {
  const found: [string, Port][] = [];
  const [first, last] = [place.rim[0]!, place.rim.at(-1)!];
  const nearer = (want: Seek) => (distance(first, want.toward) < distance(last, want.toward) ? first : last);
  for (const [end, before] of [
    [first, place.rim[1]!],
    [last, place.rim.at(-2)!],
  ] as const) {
    const along = unit(minus(end, before));
    const inward = unit(minus(table, end));
    const mine = wants
      .filter((want) => nearer(want) === end)
      .map((want) => {
        const way = unit(minus(want.toward, end));
        return { want, way, turn: way.x * inward.x + way.y * inward.y };
      })
      .sort((a, b) => a.turn - b.turn || a.want.order - b.want.order);
    let deep = -6;
    for (const { want, way } of mine) {
      deep += want.width / 2;
      const at = add(add(end, times(along, 13 - Math.max(0, deep) * 0.4)), times(inward, deep));
      found.push([want.key, { at, out: unit(add(way, along)) }]);
      deep += want.width / 2 + 4;
    }
  }
  return found;
}

/** Where the name stands above a sign, its streams leave to the sides and below. */
export function offName(place: Place, angle: number): number {
  if (place.radius !== null || place.box.y > place.body.y - 4) return angle;
  const turn = Math.atan2(Math.sin(angle), Math.cos(angle));
  if (turn > -STEEP || turn < STEEP - Math.PI) return turn;
  return turn > -Math.PI / 2 ? -STEEP : STEEP - Math.PI;
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
    if (zone === 'giver' || zone === 'receiver')
      for (const [key, port] of alongEdge(place, wants, table)) found.set(key, port);
    else
      for (const [key, angle] of spread(wants, radius))
        found.set(key, edgePoint(place, offName(place, angle)));
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
