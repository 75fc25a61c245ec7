/**
 * The way of each stream and arrow: of many bent curves the one that passes over least. Streams cross rarely, near a
 * right angle where they must, and keep off signs and words.
 */

import type { Id } from '#core/model/fact';
import { type Candidate, candidates, detours } from '#core/picture/bows';
import { type Ground, isNarrow, type Obstacle, obstacles, onSigns } from '#core/picture/obstacles';
import { type Link, type Port, ports } from '#core/picture/ports';
import {
  type Box,
  boxOf,
  crosses,
  distance,
  grow,
  type Point,
  touch,
  type Walk,
  walk,
} from '#core/picture/shape';
import type { Steps } from '#core/picture/steps';

export interface Route {
  readonly id: Id;
  readonly way: Walk;
  readonly width: number;
}

interface Laid {
  readonly link: Link;
  readonly from: Port;
  readonly to: Port;
  readonly ways: readonly Candidate[];
  candidate: Candidate;
  cost: number;
}

const STEPS = 16;
/** Above this many lines fewer ways are tried for each, and above that only one to each side. */
const MANY = 26;
const THICKET = 200;
const MANY_NARROW = 48;
/** A line that costs more than this is in somebody's way. */
const CALM = 12;
/** Detours are sought for so many lines, the worst first. */
const MOST_MENDED = 14;

/** Lines as they are laid. */
export class Router {
  private readonly links: readonly Link[];
  private readonly ground: Ground;
  private readonly others: readonly Other[];
  private readonly arrows: boolean;
  private readonly blocks: readonly Obstacle[];
  private laid: Laid[] = [];

  /** `arrows` bend more and cost less to cross. */
  constructor(links: readonly Link[], ground: Ground, before: readonly Route[] = [], arrows = false) {
    this.links = links;
    this.ground = ground;
    this.arrows = arrows;
    this.blocks = obstacles(ground, arrows);
    this.others = before.map(({ way, width }) => ({
      line: thin(way.points),
      box: grow(boxOf(way.points), width / 2),
      width,
    }));
  }

  /** Lays every line, the shortest first, and each once more when all lie. */
  *lay(): Steps<void> {
    const { links, ground, arrows } = this;
    const doors = ports(links, ground.table);
    const effort = {
      arrows,
      many: links.length > (isNarrow(ground) ? MANY_NARROW : MANY),
      thicket: links.length > THICKET,
    };
    const bare: (Pick<Laid, 'link' | 'from' | 'to' | 'ways'> & { long: number })[] = [];
    for (const link of links) {
      yield;
      const [from, to] = [doors.get(`${link.id} from`)!, doors.get(`${link.id} to`)!];
      const ways = candidates(link, from, to, effort, ground);
      for (const one of ways) one.own += onSigns(link, one, ground, this.blocks);
      bare.push({ link, from, to, ways, long: distance(from.at, to.at) });
    }
    bare.sort((a, b) => a.long - b.long || (a.link.id < b.link.id ? -1 : 1));
    for (const one of bare) {
      yield;
      this.laid.push({ ...one, ...best(one.link, one.ways, this.beside(null), arrows) });
    }
    for (const one of links.length > 3 * MANY ? [] : this.laid) {
      yield;
      Object.assign(one, best(one.link, one.ways, this.beside(one), arrows));
    }
  }

  /** What all lines cost together: crossings, runs over signs, length. */
  get cost(): number {
    return this.laid.reduce((sum, one) => sum + one.cost + length(one.candidate.line) * 0.02, 0);
  }

  /** Seeks detours for the lines that are in somebody's way. */
  *mend(): Steps<void> {
    if (this.links.length > 3 * MANY) return;
    const bad = this.laid.filter((one) => one.cost > CALM).sort((a, b) => b.cost - a.cost);
    for (const one of bad.slice(0, MOST_MENDED)) {
      yield;
      const ways = [one.candidate];
      for (const way of detours(one.link, one.from, one.to, this.arrows)) {
        if (way.own >= one.cost) continue;
        way.own += onSigns(one.link, way, this.ground, this.blocks);
        if (way.own < one.cost) ways.push(way);
      }
      yield;
      Object.assign(one, best(one.link, ways, this.beside(one), this.arrows));
    }
  }

  private beside(own: Laid | null): Other[] {
    return [
      ...this.others,
      ...this.laid
        .filter((one) => one !== own)
        .map(({ link, candidate }) => ({ line: candidate.line, box: candidate.box, width: link.width })),
    ];
  }

  get routes(): Route[] {
    return this.laid.map(({ link, candidate }) => ({
      id: link.id,
      way: walk(candidate.line, 6),
      width: link.width,
    }));
  }
}

function length(line: readonly Point[]): number {
  let far = 0;
  for (let i = 1; i < line.length; i++) far += distance(line[i - 1]!, line[i]!);
  return far;
}

function thin(points: readonly Point[]): Point[] {
  const each = Math.max(1, Math.floor(points.length / STEPS));
  return points.filter((_, i) => i % each === 0 || i === points.length - 1);
}

type Other = { readonly line: readonly Point[]; readonly box: Box; readonly width: number };

function best(
  link: Link,
  all: readonly Candidate[],
  others: readonly Other[],
  arrows: boolean,
): { candidate: Candidate; cost: number } {
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
  return { candidate: chosen, cost: least };
}

/** What it costs to meet another line: less near a right angle, most when running on top of one another. */
function meeting(line: readonly Point[], other: Other, width: number, arrows: boolean): number {
  let cost = 0;
  const near = (width + other.width) / 2 + 4;
  const near2 = near * near;
  const { line: theirs, box } = other;
  const left = box.x - near;
  const right = box.x + box.width + near;
  const top = box.y - near;
  const bottom = box.y + box.height + near;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1]!;
    const b = line[i]!;
    if ((a.x < left && b.x < left) || (a.x > right && b.x > right)) continue;
    if ((a.y < top && b.y < top) || (a.y > bottom && b.y > bottom)) continue;
    for (let j = 1; j < theirs.length; j++) {
      const d = theirs[j]!;
      const dx = b.x - d.x;
      const dy = b.y - d.y;
      if (dx > 90 || dx < -90 || dy > 90 || dy < -90) continue;
      if (dx * dx + dy * dy < near2) cost += 1.6;
      const c = theirs[j - 1]!;
      if (crosses(a, b, c, d)) cost += arrows ? 4 + 6 * slant(a, b, c, d) : 12 + 26 * slant(a, b, c, d);
    }
  }
  return cost;
}

/** 0 where two segments cross at a right angle, 1 where they run along one another. */
function slant(a: Point, b: Point, c: Point, d: Point): number {
  const [ux, uy, vx, vy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
  return 1 - Math.abs(ux * vy - uy * vx) / (Math.hypot(ux, uy) * Math.hypot(vx, vy) || 1);
}
