/**
 * Arranges what lies on the table and the order of those outside, so that streams are short, rarely cross and pass
 * over nothing. A descent from a start that depends on ids alone: the same every time, and an amount moves nothing.
 */
import type { Id } from '#core/model/fact';
import { chance } from '#core/picture/chance';
import type { Oval } from '#core/picture/rim';
import { reach } from '#core/picture/rim';
import { away, type Box, crosses, distance, overlap, type Point } from '#core/picture/shape';

/** Something that has a place, or seeks one. */
export interface Piece {
  readonly id: Id;
  readonly part: 'table' | 'free' | 'slot' | 'fixed';
  at: Point;
  /** Half width and half height with words; `lift`: how far the middle of the words and body lies below `at`. */
  readonly half: Point;
  readonly lift: number;
  /** Line from which streams may begin anywhere. */
  readonly rim: readonly Point[];
  /** May lie on the cloth as well as beside it. */
  readonly soft: boolean;
  /** Those with the same column may change places. */
  readonly column: string | null;
}

export interface Edge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

export interface Room {
  readonly cloth: Oval;
  readonly boundary: Oval;
  /** Where free things may not lie. */
  readonly taken: readonly Box[];
}

const MARGIN = 24;

/** Where a line from `toward` meets a piece. */
export function anchor(piece: Piece, toward: Point): Point {
  if (piece.rim.length === 0) return piece.at;
  return piece.rim.reduce((best, point) => (distance(point, toward) < distance(best, toward) ? point : best));
}

/** Px between the edges of two signs below which a stream has no room to be seen. */
const SHORT = 74;

class Cost {
  /** The two ends of every edge, as of now. */
  readonly lines: (readonly [Point, Point])[];
  readonly touching: readonly (readonly number[])[];
  readonly pieces: Piece[];
  readonly edges: readonly Edge[];
  readonly room: Room;

  constructor(pieces: Piece[], edges: readonly Edge[], room: Room) {
    this.pieces = pieces;
    this.edges = edges;
    this.room = room;
    this.touching = pieces.map((_, index) =>
      edges.flatMap((edge, i) => (edge.a === index || edge.b === index ? [i] : [])),
    );
    this.lines = edges.map((edge) => this.ends(edge));
  }

  private ends(edge: Edge): readonly [Point, Point] {
    const [a, b] = [this.pieces[edge.a]!, this.pieces[edge.b]!];
    const from = anchor(a, b.rim.length === 0 ? b.at : anchor(b, a.at));
    return [from, anchor(b, from)];
  }

  move(index: number, at: Point): void {
    this.pieces[index]!.at = at;
    for (const i of this.touching[index]!) this.lines[i] = this.ends(this.edges[i]!);
  }

  /** What one piece adds where it is. */
  of(index: number): number {
    const piece = this.pieces[index]!;
    let cost = this.home(piece) + this.crowd(index);
    for (let i = 0; i < this.edges.length; i++) {
      const edge = this.edges[i]!;
      const [a, b] = this.lines[i]!;
      cost += edge.a === index || edge.b === index ? this.line(i) : this.over(piece, a, b) * edge.weight;
    }
    return cost;
  }

  /** What one stream costs: its length, what it crosses, what it passes over. */
  private line(i: number): number {
    const edge = this.edges[i]!;
    const [a, b] = this.lines[i]!;
    const long = distance(a, b);
    let cost = 0.035 * long;
    const bare = long - this.girth(edge.a) - this.girth(edge.b);
    if (bare < SHORT) cost += (SHORT - bare) * 0.34;
    for (let j = 0; j < this.edges.length; j++) {
      const other = this.edges[j]!;
      if (j === i || other.a === edge.a || other.b === edge.b || other.a === edge.b || other.b === edge.a)
        continue;
      const [c, d] = this.lines[j]!;
      if (crosses(a, b, c, d)) cost += 11 * Math.min(1, other.weight + 0.3);
    }
    for (let k = 0; k < this.pieces.length; k++) {
      if (k !== edge.a && k !== edge.b) cost += this.over(this.pieces[k]!, a, b);
    }
    return cost * edge.weight;
  }

  private girth(index: number): number {
    const piece = this.pieces[index]!;
    return piece.rim.length > 0 ? 0 : Math.min(piece.half.x, piece.half.y);
  }

  private over(piece: Piece, a: Point, b: Point): number {
    if (piece.rim.length > 0) {
      let hit = 0;
      for (let i = 2; i < piece.rim.length; i += 2)
        if (crosses(a, b, piece.rim[i - 2]!, piece.rim[i]!)) hit += 17;
      return hit;
    }
    const room = Math.min(piece.half.x, piece.half.y) + 14;
    const gap = away({ x: piece.at.x, y: piece.at.y + piece.lift / 2 }, a, b);
    return gap < room ? 5 + 17 * (1 - gap / room) : 0;
  }

  private crowd(index: number): number {
    const piece = this.pieces[index]!;
    let [cost, x, y, count] = [0, 0, 0, 0];
    for (let k = 0; k < this.pieces.length; k++) {
      const other = this.pieces[k]!;
      if (other.part === 'table') {
        x += other.at.x - this.room.cloth.x;
        y += other.at.y - this.room.cloth.y;
        count++;
      }
      if (k === index || other.rim.length > 0) continue;
      const dx = Math.abs(piece.at.x - other.at.x) - piece.half.x - other.half.x - MARGIN;
      const dy =
        Math.abs(piece.at.y + piece.lift - other.at.y - other.lift) - piece.half.y - other.half.y - MARGIN;
      if (dx < 0 && dy < 0) cost += 6 + Math.min(-dx, -dy) * 0.9;
      if (other.part === 'table' && piece.part === 'table')
        cost += 520 / Math.max(40, distance(piece.at, other.at));
    }
    // The table as a whole hangs level.
    return piece.part === 'table' ? cost + (0.06 * (Math.abs(x) + Math.abs(y))) / count : cost;
  }

  /** How far from where it belongs. */
  private home(piece: Piece): number {
    if (piece.part !== 'table' && piece.part !== 'free') return 0;
    const { cloth, boundary, taken } = this.room;
    const middle = { x: piece.at.x, y: piece.at.y + piece.lift };
    const box = {
      x: middle.x - piece.half.x - 5,
      y: middle.y - piece.half.y - 5,
      width: 2 * piece.half.x + 10,
      height: 2 * piece.half.y + 10,
    };
    let cost = 0;
    for (const other of taken) {
      const shared = overlap(box, other);
      if (shared > 0) cost += 2 + Math.sqrt(shared) * 0.8;
    }
    if (piece.part === 'table') {
      const out = reach(cloth, middle, -Math.min(piece.half.x, piece.half.y) * 0.7);
      return cost + (out > 1 ? (out - 1) * 180 : 0);
    }
    const beyond = reach(boundary, middle, -Math.max(piece.half.x, piece.half.y) - 4);
    const within = reach(cloth, middle, Math.min(piece.half.x, piece.half.y) + 6);
    return (
      cost + (beyond > 1 ? (beyond - 1) * 260 : 0) + (within < 1 ? (1 - within) * (piece.soft ? 12 : 120) : 0)
    );
  }
}

/** Puts pieces that seek a place near those with whom they have to do. */
function settle(pieces: readonly Piece[], edges: readonly Edge[], room: Room): void {
  for (let round = 0; round < 12; round++) {
    pieces.forEach((piece, index) => {
      if (piece.part !== 'table' && piece.part !== 'free') return;
      const near = edges.flatMap((edge) => {
        const other = edge.a === index ? pieces[edge.b] : edge.b === index ? pieces[edge.a] : undefined;
        return other === undefined ? [] : [anchor(other, piece.at)];
      });
      if (near.length === 0) return;
      const mean = {
        x: near.reduce((s, p) => s + p.x, 0) / near.length,
        y: near.reduce((s, p) => s + p.y, 0) / near.length,
      };
      let at = { x: piece.at.x * 0.5 + mean.x * 0.5, y: piece.at.y * 0.5 + mean.y * 0.5 };
      const out = reach(room.cloth, at);
      const goal = piece.part === 'table' ? Math.min(out, 0.72) : Math.max(out, 1.25);
      if (out > 0.001) {
        at = {
          x: room.cloth.x + ((at.x - room.cloth.x) * goal) / out,
          y: room.cloth.y + ((at.y - room.cloth.y) * goal) / out,
        };
      }
      piece.at = at;
    });
  }
}

function begin(pieces: readonly Piece[], room: Room, turn: number): void {
  let nth = 0;
  const count = pieces.filter((piece) => piece.part === 'table').length;
  for (const piece of pieces) {
    if (piece.part !== 'table' && piece.part !== 'free') continue;
    const far = piece.part === 'free' ? 1.3 : count === 1 ? 0 : 0.35 + (0.35 * (nth % 3)) / 2;
    const angle = turn + nth * 2.399963;
    piece.at = {
      x: room.cloth.x + room.cloth.rx * far * Math.cos(angle),
      y: room.cloth.y + room.cloth.ry * far * Math.sin(angle),
    };
    nth++;
  }
}

const STEPS = [24, 12, 6];
const WAYS: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [0.7, 0.7],
  [-0.7, 0.7],
  [0.7, -0.7],
  [-0.7, -0.7],
];

function descend(cost: Cost): void {
  for (const step of STEPS) {
    for (let round = 0; round < (cost.edges.length > 60 ? 1 : 4); round++) {
      let better = false;
      cost.pieces.forEach((piece, index) => {
        if (piece.part === 'table' || piece.part === 'free')
          better = nudge(cost, piece, index, step) || better;
      });
      better = exchange(cost) || better;
      if (!better) break;
    }
  }
}

/** Shakes things about, less and less, and keeps the best: the same shaking every time. */
function shake(cost: Cost): void {
  const { pieces, room } = cost;
  const loose = pieces.flatMap((piece, i) => (piece.part === 'table' || piece.part === 'free' ? [i] : []));
  const pairs = pieces.flatMap((a, i) =>
    pieces.flatMap((b, j) => (j > i && mayChange(a, b) ? [[i, j] as const] : [])),
  );
  if (loose.length === 0) return;
  const next = chance(20091008);
  // More streams make each turn dearer; a thicket is not worth the same pains.
  const turns = Math.round(
    Math.min(4200, 320 * loose.length + 400) * Math.min(1, 45 / Math.max(1, cost.edges.length)),
  );
  for (let turn = 0; turn < turns; turn++) {
    const left = 1 - turn / turns;
    const heat = 0.12 + 9 * left * left;
    const pick = next();
    if (pick < 0.22 && pairs.length > 0) {
      const [i, j] = pairs[Math.floor(next() * pairs.length)]!;
      change(cost, i, j, next, heat);
      continue;
    }
    const index = loose[Math.floor(next() * loose.length)]!;
    const from = pieces[index]!.at;
    const before = cost.of(index);
    cost.move(
      index,
      pick < 0.4
        ? somewhere(room.cloth, next, pieces[index]!.part === 'free')
        : near(from, 10 + 110 * left, next),
    );
    const after = cost.of(index);
    if (after > before && next() > Math.exp((before - after) / heat)) cost.move(index, from);
  }
}

function near(from: Point, far: number, next: () => number): Point {
  return { x: from.x + (next() + next() - 1) * far, y: from.y + (next() + next() - 1) * far };
}

function somewhere(cloth: Oval, next: () => number, out: boolean): Point {
  const angle = next() * 2 * Math.PI;
  const far = out ? 1.2 + 0.25 * next() : 0.9 * Math.sqrt(next());
  return { x: cloth.x + cloth.rx * far * Math.cos(angle), y: cloth.y + cloth.ry * far * Math.sin(angle) };
}

function mayChange(a: Piece, b: Piece): boolean {
  return (
    (a.part === 'slot' && b.part === 'slot' && a.column === b.column) ||
    (a.part === 'table' && b.part === 'table')
  );
}

/** Lets two change places, where that is better or the heat allows. */
function change(cost: Cost, i: number, j: number, next: () => number, heat: number): boolean {
  const [a, b] = [cost.pieces[i]!, cost.pieces[j]!];
  const [here, there] = [a.at, b.at];
  const before = cost.of(i) + cost.of(j);
  cost.move(i, there);
  cost.move(j, here);
  const after = cost.of(i) + cost.of(j);
  if (after < before - 0.05 || (heat > 0 && next() < Math.exp((before - after) / heat))) return true;
  cost.move(i, here);
  cost.move(j, there);
  return false;
}

function nudge(cost: Cost, piece: Piece, index: number, step: number): boolean {
  let best = cost.of(index);
  let place = piece.at;
  const from = piece.at;
  for (const [x, y] of WAYS) {
    cost.move(index, { x: from.x + x * step, y: from.y + y * step });
    const tried = cost.of(index);
    if (tried < best - 0.05) {
      best = tried;
      place = piece.at;
    }
  }
  cost.move(index, place);
  return place !== from;
}

/** Neighbours outside, and things on the table, change places where that untangles. */
function exchange(cost: Cost): boolean {
  let better = false;
  for (let i = 0; i < cost.pieces.length; i++) {
    for (let j = i + 1; j < cost.pieces.length; j++) {
      if (mayChange(cost.pieces[i]!, cost.pieces[j]!)) better = change(cost, i, j, () => 1, 0) || better;
    }
  }
  return better;
}

/** Finds places. Pieces are changed in place; those that are fixed stay. `near`: where things were in the picture before. */
export function arrange(
  pieces: Piece[],
  edges: readonly Edge[],
  room: Room,
  near: ReadonlyMap<Id, Point> = new Map(),
): void {
  if (!pieces.some((piece) => piece.part !== 'fixed')) return;
  begin(pieces, room, 0.6);
  settle(pieces, edges, room);
  const known = pieces.filter((piece) => near.has(piece.id));
  for (const piece of known)
    if (piece.part === 'table' || piece.part === 'free') piece.at = near.get(piece.id)!;
  sortSlots(pieces, near);
  const cost = new Cost(pieces, edges, room);
  if (known.length < pieces.length / 2) shake(cost);
  descend(cost);
}

/** Those outside keep the order that they had. */
function sortSlots(pieces: readonly Piece[], near: ReadonlyMap<Id, Point>): void {
  const columns = new Map<string, Piece[]>();
  for (const piece of pieces)
    if (piece.column !== null) columns.set(piece.column, [...(columns.get(piece.column) ?? []), piece]);
  for (const column of columns.values()) {
    const slots = column.map((piece) => piece.at);
    const along =
      slots.length > 1 && Math.abs(slots[0]!.x - slots.at(-1)!.x) > Math.abs(slots[0]!.y - slots.at(-1)!.y)
        ? 'x'
        : 'y';
    const place = (piece: Piece) => near.get(piece.id)?.[along] ?? piece.at[along];
    const sorted = [...column].sort((a, b) => place(a) - place(b));
    sorted.forEach((piece, i) => {
      piece.at = slots[i]!;
    });
  }
}
