/**
 * The way of each stream and arrow: of many bent curves the one that passes over least. Streams cross rarely, near a
 * right angle where they must, and keep off signs and words.
 */
import type { Id } from '#core/model/fact';
import type { Place } from '#core/picture/place';
import { wordsBox } from '#core/picture/place';
import { type Link, type Port, ports } from '#core/picture/ports';
import {
  add,
  type Box,
  boxOf,
  type Cubic,
  crosses,
  distance,
  grow,
  minus,
  type Point,
  sample,
  times,
  touch,
  turned,
  unit,
  type Walk,
  walk,
} from '#core/picture/shape';
import type { Steps } from '#core/picture/steps';

export interface Route {
  readonly id: Id;
  readonly way: Walk;
  readonly width: number;
}

/** Something a line should not run over: a box or a disc, and what each step over it costs. */
interface Obstacle {
  readonly place: Place;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Negative for a box. */
  readonly radius: number;
  readonly x: number;
  readonly y: number;
  readonly cost: number;
  readonly sort: 'body' | 'words' | 'seat';
}

export interface Ground {
  readonly width: number;
  readonly height: number;
  readonly table: Point;
  readonly places: readonly Place[];
}

interface Candidate {
  readonly line: readonly Point[];
  readonly box: Box;
  /** What it costs by itself: its bow, and what it runs over. */
  own: number;
}

interface Laid {
  readonly link: Link;
  candidate: Candidate;
}

const BOWS = [0, 0.1, -0.1, 0.2, -0.2, 0.32, -0.32, 0.48, -0.48];
const WIDE_BOWS = [0.25, -0.25, 0.4, -0.4, 0.6, -0.6, 0.85, -0.85, 0.12, -0.12];
const FEW_BOWS = [0, 0.12, -0.12, 0.28, -0.28];
const LEAST_BOWS = [0.1, -0.1];
const STEPS = 16;
/** Above this many lines fewer ways are tried for each, and above that only one to each side. */
const MANY = 26;
const THICKET = 200;
/** On a phone names stand between the streams, and a way round one is worth the search. */
const MANY_NARROW = 48;
const isNarrow = (ground: Ground): boolean => ground.width < 500;

/** Routes lines. `arrows` bend more and cost less to cross. */
export function* route(
  links: readonly Link[],
  ground: Ground,
  before: readonly Route[] = [],
  arrows = false,
): Steps<Route[]> {
  const doors = ports(links, ground.table);
  const options = new Map<Id, Candidate[]>();
  const blocks = obstacles(ground, arrows);
  for (const link of links) {
    yield;
    const [from, to] = [doors.get(`${link.id} from`)!, doors.get(`${link.id} to`)!];
    const effort = {
      arrows,
      many: links.length > (isNarrow(ground) ? MANY_NARROW : MANY),
      thicket: links.length > THICKET,
    };
    const ways = candidates(link, from, to, effort, ground);
    for (const one of ways) one.own += onSigns(link, one, ground, blocks);
    options.set(link.id, ways);
  }
  const laid: Laid[] = [];
  const others = before.map(({ way, width }) => ({
    line: thin(way.points),
    box: grow(boxOf(way.points), width / 2),
    width,
  }));
  const length = (link: Link) => distance(doors.get(`${link.id} from`)!.at, doors.get(`${link.id} to`)!.at);
  const order = [...links].sort((a, b) => length(a) - length(b) || (a.id < b.id ? -1 : 1));
  for (const link of order) {
    yield;
    laid.push({ link, candidate: best(link, options.get(link.id)!, laid, others, arrows) });
  }
  for (const one of links.length > 3 * MANY ? [] : laid) {
    yield;
    one.candidate = best(
      one.link,
      options.get(one.link.id)!,
      laid.filter((other) => other !== one),
      others,
      arrows,
    );
  }
  return laid.map(({ link, candidate }) => ({
    id: link.id,
    way: walk(candidate.line, 6),
    width: link.width,
  }));
}

function thin(points: readonly Point[]): Point[] {
  const each = Math.max(1, Math.floor(points.length / STEPS));
  return points.filter((_, i) => i % each === 0 || i === points.length - 1);
}

interface Effort {
  readonly arrows: boolean;
  readonly many: boolean;
  readonly thicket: boolean;
}

function candidates(
  link: Link,
  from: Port,
  to: Port,
  { arrows, many, thicket }: Effort,
  ground: Ground,
): Candidate[] {
  if (link.from === link.to) return selfLoops(link, from, ground);
  const span = distance(from.at, to.at);
  const straight = unit(minus(to.at, from.at));
  const side = turned(straight);
  const found: Candidate[] = [];
  for (const bow of arrows ? WIDE_BOWS : thicket ? LEAST_BOWS : many ? FEW_BOWS : BOWS) {
    for (const lead of arrows || many ? [0.38] : [0.3, 0.45]) {
      for (const soft of arrows ? [0.2] : many ? [0.5] : [0.75, 0.2]) {
        const reach = Math.min(span * lead, 190);
        const leave = unit(add(times(from.out, soft), times(straight, 1 - soft)));
        const arrive = unit(add(times(to.out, soft), times(straight, soft - 1)));
        const shift = times(side, bow * span);
        const curve: Cubic = [
          from.at,
          add(add(from.at, times(leave, reach)), shift),
          add(add(to.at, times(arrive, reach)), shift),
          to.at,
        ];
        const line = sample(curve, many ? 14 : 22);
        found.push({
          line,
          box: grow(boxOf(line), link.width / 2),
          own: Math.abs(bow) * (arrows ? 10 : 26) + bend(line) * 4,
        });
      }
    }
  }
  return found;
}

/** How much a line turns, in radians, beyond a gentle quarter. */
function bend(line: readonly Point[]): number {
  let turn = 0;
  for (let i = 2; i < line.length; i++) {
    const a = unit(minus(line[i - 1]!, line[i - 2]!));
    const b = unit(minus(line[i]!, line[i - 1]!));
    turn += Math.abs(Math.atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y));
  }
  return Math.max(0, turn - 0.9);
}

/** A stream that comes back to where it began: a bow along the outer side of its circle, or a ring at a corner. */
function selfLoops(link: Link, from: Port, ground: Ground): Candidate[] {
  const { from: place } = link;
  if (place.rim.length > 0) return rimLoops(place, ground);
  const r = place.radius ?? Math.max(place.body.width, place.body.height) / 2;
  return [0.25, 0.75, 1.25, 1.75].map((turn) => {
    const [a, b] = [turn * Math.PI - 0.45, turn * Math.PI + 0.45];
    const point = (angle: number, far: number) =>
      add(place.at, { x: Math.cos(angle) * far, y: Math.sin(angle) * far });
    const line = sample(
      [point(a, r + 4), point(a - 0.25, r + 58), point(b + 0.25, r + 58), point(b, r + 4)],
      20,
    );
    return { line, box: grow(boxOf(line), link.width), own: from.at === place.at ? 1 : 0 };
  });
}

/** Below or above the arc where it is wide; at its ends, out and back, where it is not. */
function rimLoops(place: Place, ground: Ground): Candidate[] {
  const [a, b] = [place.rim.at(0)!, place.rim.at(-1)!];
  const out = unit(minus(place.rim[Math.floor(place.rim.length / 2)]!, ground.table));
  const found: Candidate[] = [];
  const put = (curve: Cubic, own: number) => {
    const line = sample(curve, 20);
    found.push({ line, box: grow(boxOf(line), 12), own });
  };
  for (const [end, other] of [
    [b, a],
    [a, b],
  ] as const) {
    const along = unit(minus(end, other));
    const start = add(end, times(along, 12));
    const finish = add(add(end, times(along, 10)), times(out, 34));
    put(
      [
        start,
        add(add(start, times(along, 66)), times(out, -4)),
        add(add(finish, times(along, 58)), times(out, 8)),
        finish,
      ],
      3,
    );
  }
  const along = unit(minus(b, a));
  for (const share of [0.2, 0.8, 0.5]) {
    const at = add(a, times(minus(b, a), share));
    const deep = Math.max(
      ...place.seats.map((seat) =>
        distance(seat, at) < 90 ? (seat.x - at.x) * out.x + (seat.y - at.y) * out.y : 0,
      ),
    );
    const [left, right] = [-1, 1].map((side) =>
      add(add(at, times(along, side * 56)), times(out, deep + 16)),
    ) as [Point, Point];
    put(
      [
        left,
        add(add(left, times(along, 26)), times(out, 20)),
        add(add(right, times(along, -26)), times(out, 20)),
        right,
      ],
      distance(a, b) < 200 ? 30 : 0,
    );
  }
  return found;
}

type Other = { readonly line: readonly Point[]; readonly box: Box; readonly width: number };

function best(
  link: Link,
  all: readonly Candidate[],
  laid: readonly Laid[],
  before: readonly Other[],
  arrows: boolean,
): Candidate {
  const others: Other[] = [
    ...before,
    ...laid.map(({ link: other, candidate }) => ({
      line: candidate.line,
      box: candidate.box,
      width: other.width,
    })),
  ];
  let chosen = all[0]!;
  let least = Infinity;
  for (const candidate of all) {
    let cost = candidate.own;
    if (cost >= least) continue;
    for (const other of others) {
      if (!touch(candidate.box, other.box, 12)) continue;
      cost += meeting(candidate.line, other, link.width, arrows);
      if (cost >= least) break;
    }
    if (cost < least) {
      least = cost;
      chosen = candidate;
    }
  }
  return chosen;
}

function obstacles(ground: Ground, arrows: boolean): Obstacle[] {
  return ground.places.flatMap((place) => {
    const of = (box: Box, sort: Obstacle['sort'], cost: number, radius = -1): Obstacle => ({
      place,
      left: box.x,
      right: box.x + box.width,
      top: box.y,
      bottom: box.y + box.height,
      radius,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      cost,
      sort,
    });
    const words = place.words
      .filter((one) => one.voice !== 'plate')
      .map((one) => of(wordsBox(one), 'words', arrows ? 8 : isNarrow(ground) ? 30 : 11));
    if (place.rim.length > 0)
      return [
        ...words,
        ...place.seats.map((seat) =>
          of(
            { x: seat.x - 4, y: seat.y - 4, width: 8, height: 8 },
            'seat',
            place.sign.seats?.sort === 'dots' ? 1 : 2.6,
          ),
        ),
      ];
    return [of(place.body, 'body', 9, place.radius ?? -1), ...words];
  });
}

/** How often a line breaks through a row of seats. */
function overRim(line: readonly Point[], rim: readonly Point[]): number {
  let count = 0;
  for (let j = 2; j < rim.length; j += 2) {
    const [c, d] = [rim[j - 2]!, rim[j]!];
    for (let i = 1; i < line.length; i++) if (crosses(line[i - 1]!, line[i]!, c, d)) count++;
  }
  return count;
}

function onSigns(link: Link, candidate: Candidate, ground: Ground, blocks: readonly Obstacle[]): number {
  const room = link.width / 2 + 5;
  const { line, box } = candidate;
  let cost = 0;
  for (const point of line) {
    const out = Math.max(
      6 - point.x,
      point.x - ground.width + 6,
      6 - point.y,
      point.y - ground.height + 6,
      0,
    );
    if (out > 0) cost += 12 + out;
  }
  for (const place of ground.places)
    if (place !== link.from && place !== link.to) cost += 90 * overRim(line, place.rim);
  const [left, right, top, bottom] = [
    box.x - room,
    box.x + box.width + room,
    box.y - room,
    box.y + box.height + room,
  ];
  for (const block of blocks) {
    if (block.left > right || block.right < left || block.top > bottom || block.bottom < top) continue;
    const own = block.place === link.from || block.place === link.to;
    const near = own ? (block.sort === 'body' ? 1 : room - 2) : room;
    for (let i = 0; i < line.length; i++) {
      const { x, y } = line[i]!;
      if (x < block.left - near || x > block.right + near || y < block.top - near || y > block.bottom + near)
        continue;
      if (block.radius > 0 && Math.hypot(x - block.x, y - block.y) > block.radius + near) continue;
      const end = own && (i < 2 || i > line.length - 3);
      if (!end) cost += block.cost;
      else if (block.sort === 'words') cost += 2;
    }
  }
  return cost;
}

/** What it costs to meet another line: less near a right angle, most when running on top of one another. */
function meeting(line: readonly Point[], other: Other, width: number, arrows: boolean): number {
  let cost = 0;
  const near = (width + other.width) / 2 + 4;
  const theirs = other.line;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    for (let j = 1; j < theirs.length; j++) {
      const [c, d] = [theirs[j - 1]!, theirs[j]!];
      const [dx, dy] = [b.x - d.x, b.y - d.y];
      if (dx > 90 || dx < -90 || dy > 90 || dy < -90) continue;
      if (dx * dx + dy * dy < near * near) cost += 1.6;
      if (!crosses(a, b, c, d)) continue;
      const [ux, uy, vx, vy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
      const slant = 1 - Math.abs(ux * vy - uy * vx) / (Math.hypot(ux, uy) * Math.hypot(vx, vy) || 1);
      cost += arrows ? 4 + 6 * slant : 12 + 26 * slant;
    }
  }
  return cost;
}
