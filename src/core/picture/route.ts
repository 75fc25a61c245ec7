/**
 * The way of each stream and arrow: of many bent curves the one that passes over least. Streams cross rarely, near a
 * right angle where they must, and keep off signs and words.
 */
import type { Id } from '#core/model/fact';
import type { Place } from '#core/picture/place';
import { wordsBox } from '#core/picture/place';
import { type Link, type Port, ports } from '#core/picture/ports';
import {
  add, type Box, boxOf, contains, type Cubic, crossing, distance, grow, minus, overlap, type Point, sample, times, turned, unit, type Walk, walk,
} from '#core/picture/shape';

export interface Route {
  readonly id: Id;
  readonly way: Walk;
  readonly width: number;
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
  readonly own: number;
}

interface Laid {
  readonly link: Link;
  candidate: Candidate;
}

const BOWS = [0, 0.1, -0.1, 0.2, -0.2, 0.32, -0.32, 0.48, -0.48];
const WIDE_BOWS = [0.25, -0.25, 0.4, -0.4, 0.6, -0.6, 0.85, -0.85, 0.12, -0.12];
const STEPS = 16;

/** Routes lines. `arrows` bend more and cost less to cross. */
export function route(links: readonly Link[], ground: Ground, before: readonly Route[] = [], arrows = false): Route[] {
  const doors = ports(links, ground.table);
  const options = new Map<Id, Candidate[]>();
  for (const link of links) {
    const [from, to] = [doors.get(`${link.id} from`)!, doors.get(`${link.id} to`)!];
    options.set(link.id, candidates(link, from, to, arrows, ground));
  }
  const laid: Laid[] = [];
  const others = before.map(({ way, width }) => ({ line: thin(way.points), box: grow(boxOf(way.points), width / 2), width }));
  const length = (link: Link) => distance(doors.get(`${link.id} from`)!.at, doors.get(`${link.id} to`)!.at);
  const order = [...links].sort((a, b) => length(a) - length(b) || (a.id < b.id ? -1 : 1));
  for (const link of order) laid.push({ link, candidate: best(link, options.get(link.id)!, laid, others, ground, arrows) });
  for (const one of laid) {
    one.candidate = best(one.link, options.get(one.link.id)!, laid.filter((other) => other !== one), others, ground, arrows);
  }
  return laid.map(({ link, candidate }) => ({ id: link.id, way: walk(candidate.line, 6), width: link.width }));
}

function thin(points: readonly Point[]): Point[] {
  const each = Math.max(1, Math.floor(points.length / STEPS));
  return points.filter((_, i) => i % each === 0 || i === points.length - 1);
}

function candidates(link: Link, from: Port, to: Port, arrows: boolean, ground: Ground): Candidate[] {
  if (link.from === link.to) return selfLoops(link, from, ground);
  const span = distance(from.at, to.at);
  const straight = unit(minus(to.at, from.at));
  const side = turned(straight);
  const found: Candidate[] = [];
  for (const bow of arrows ? WIDE_BOWS : BOWS) {
    for (const lead of arrows ? [0.35] : [0.3, 0.45]) {
      for (const soft of arrows ? [0.2] : [0.75, 0.2]) {
        const reach = Math.min(span * lead, 190);
        const leave = unit(add(times(from.out, soft), times(straight, 1 - soft)));
        const arrive = unit(add(times(to.out, soft), times(straight, soft - 1)));
        const shift = times(side, bow * span);
        const curve: Cubic = [from.at, add(add(from.at, times(leave, reach)), shift), add(add(to.at, times(arrive, reach)), shift), to.at];
        const line = sample(curve, 24);
        found.push({ line, box: grow(boxOf(line), link.width / 2), own: Math.abs(bow) * (arrows ? 10 : 26) + bend(line) * 4 });
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
  if (place.rim.length > 0) {
    const [a, b] = [place.rim.at(0)!, place.rim.at(-1)!];
    const middle = times(add(a, b), 0.5);
    const out = unit(minus(place.rim[Math.floor(place.rim.length / 2)]!, ground.table));
    const half = Math.min(75, distance(a, b) / 2 + 10);
    const along = unit(minus(b, a));
    const deep = Math.max(...place.seats.map((seat) => (seat.x - ground.table.x) * out.x + (seat.y - ground.table.y) * out.y));
    const words = Math.max(deep, ...place.words.map((one) => {
      const box = wordsBox(one);
      return Math.abs(out.y) > Math.abs(out.x) ? Math.abs((out.y > 0 ? box.y + box.height : box.y) - ground.table.y) : deep;
    }));
    return [deep + 20, words + 16].flatMap((off, i) => [-1, 1, -0.5, 0.5].map((shift) => {
      const start = add(add(ground.table, times(out, off)), times(along, (middle.x - ground.table.x) * along.x + (middle.y - ground.table.y) * along.y));
      const at = add(start, times(along, shift * (distance(a, b) / 2 - 30) * (i === 0 ? 1 : 0.4)));
      const [left, right] = [add(at, times(along, -half)), add(at, times(along, half))];
      const line = sample([left, add(add(left, times(out, 16)), times(along, half * 0.6)), add(add(right, times(out, 16)), times(along, -half * 0.6)), right], 20);
      return { line, box: grow(boxOf(line), link.width), own: i * 6 + Math.abs(shift) };
    }));
  }
  const r = place.radius ?? Math.max(place.body.width, place.body.height) / 2;
  return [0.25, 0.75, 1.25, 1.75].map((turn) => {
    const [a, b] = [turn * Math.PI - 0.45, turn * Math.PI + 0.45];
    const point = (angle: number, far: number) => add(place.at, { x: Math.cos(angle) * far, y: Math.sin(angle) * far });
    const line = sample([point(a, r + 4), point(a - 0.25, r + 58), point(b + 0.25, r + 58), point(b, r + 4)], 20);
    return { line, box: grow(boxOf(line), link.width), own: from.at === place.at ? 1 : 0 };
  });
}

type Other = { readonly line: readonly Point[]; readonly box: Box; readonly width: number };

function best(link: Link, all: readonly Candidate[], laid: readonly Laid[], before: readonly Other[], ground: Ground, arrows: boolean): Candidate {
  const others: Other[] = [
    ...before, ...laid.map(({ link: other, candidate }) => ({ line: candidate.line, box: candidate.box, width: other.width })),
  ];
  let chosen = all[0]!;
  let least = Infinity;
  for (const candidate of all) {
    let cost = candidate.own + onSigns(link, candidate, ground, arrows);
    if (cost >= least) continue;
    for (const other of others) {
      if (overlap(grow(candidate.box, 12), other.box) === 0) continue;
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

function onSigns(link: Link, candidate: Candidate, ground: Ground, arrows: boolean): number {
  const room = link.width / 2 + 5;
  let cost = 0;
  for (const point of candidate.line) {
    const out = Math.max(6 - point.x, point.x - ground.width + 6, 6 - point.y, point.y - ground.height + 6, 0);
    if (out > 0) cost += 12 + out;
  }
  for (const place of ground.places) {
    const own = place === link.from || place === link.to;
    if (overlap(grow(place.box, room), candidate.box) === 0) continue;
    candidate.line.forEach((point, i) => {
      const end = i < 2 || i > candidate.line.length - 3;
      if (!own && place.rim.length === 0 && within(place, point, room)) cost += 9;
      if (own && !end && place.rim.length === 0 && within(place, point, 1)) cost += 9;
      for (const words of place.words) {
        if (words.voice === 'plate') continue;
        if (contains(grow(wordsBox(words), own ? room - 2 : room), point)) cost += end && own ? 2 : arrows ? 5 : 7;
      }
      if (place.rim.length > 0) for (const seat of place.seats) if (Math.abs(seat.x - point.x) + Math.abs(seat.y - point.y) < room + 4) cost += 0.5;
    });
  }
  return cost;
}

function within(place: Place, point: Point, room: number): boolean {
  if (place.radius !== null) return distance(place.at, point) < place.radius + room;
  return contains(grow(place.body, room), point);
}

/** What it costs to meet another line: less near a right angle, most when running on top of one another. */
function meeting(line: readonly Point[], other: Other, width: number, arrows: boolean): number {
  let cost = 0;
  const near = (width + other.width) / 2 + 4;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!];
    for (let j = 1; j < other.line.length; j++) {
      const [c, d] = [other.line[j - 1]!, other.line[j]!];
      if (Math.abs(a.x - c.x) > 90 || Math.abs(a.y - c.y) > 90) continue;
      if (crossing(a, b, c, d) !== null) {
        const [u, v] = [unit(minus(b, a)), unit(minus(d, c))];
        const slant = 1 - Math.abs(u.x * v.y - u.y * v.x);
        cost += arrows ? 4 + 6 * slant : 12 + 26 * slant;
      }
      if (distance(b, d) < near) cost += 1.6;
    }
  }
  return cost;
}
