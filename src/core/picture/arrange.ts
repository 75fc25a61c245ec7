/**
 * Arranges what lies on the table and the order of those outside, so that streams are short, rarely cross and pass
 * over nothing. A descent from a start that depends on ids alone: the same every time, and an amount moves nothing.
 */
import type { Id } from '#core/model/fact';
import type { Oval } from '#core/picture/rim';
import { reach } from '#core/picture/rim';
import { away, type Box, crossing, distance, overlap, type Point } from '#core/picture/shape';

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

const MARGIN = 20;

/** Where a line from `toward` meets a piece. */
export function anchor(piece: Piece, toward: Point): Point {
  if (piece.rim.length === 0) return piece.at;
  return piece.rim.reduce((best, point) => (distance(point, toward) < distance(best, toward) ? point : best));
}

class Cost {
  constructor(readonly pieces: Piece[], readonly edges: readonly Edge[], readonly room: Room) {}

  ends(edge: Edge): readonly [Point, Point] {
    const [a, b] = [this.pieces[edge.a]!, this.pieces[edge.b]!];
    const from = anchor(a, b.rim.length === 0 ? b.at : anchor(b, a.at));
    return [from, anchor(b, from)];
  }

  /** What one piece adds where it is. */
  of(index: number): number {
    const piece = this.pieces[index]!;
    let cost = this.home(piece);
    const lines = this.edges.map((edge) => this.ends(edge));
    this.edges.forEach((edge, i) => {
      const [a, b] = lines[i]!;
      if (edge.a !== index && edge.b !== index) {
        cost += this.over(piece, a, b) * edge.weight;
        return;
      }
      cost += 0.03 * distance(a, b) * edge.weight;
      this.edges.forEach((other, j) => {
        if (j === i || other.a === edge.a || other.b === edge.b || other.a === edge.b || other.b === edge.a) return;
        const [c, d] = lines[j]!;
        if (crossing(a, b, c, d) !== null) cost += 7 * Math.min(edge.weight, other.weight);
      });
      this.pieces.forEach((thing, k) => {
        if (k !== edge.a && k !== edge.b) cost += this.over(thing, a, b) * edge.weight;
      });
    });
    return cost + this.crowd(index);
  }

  private over(piece: Piece, a: Point, b: Point): number {
    if (piece.part === 'fixed' && piece.rim.length > 0) return 0;
    const room = Math.min(piece.half.x, piece.half.y) + 12;
    const gap = away({ x: piece.at.x, y: piece.at.y + piece.lift / 2 }, a, b);
    return gap < room ? 3 + 9 * (1 - gap / room) : 0;
  }

  private crowd(index: number): number {
    const piece = this.pieces[index]!;
    let cost = 0;
    this.pieces.forEach((other, k) => {
      if (k === index) return;
      const dx = Math.abs(piece.at.x - other.at.x) - piece.half.x - other.half.x - MARGIN;
      const dy = Math.abs(piece.at.y + piece.lift - other.at.y - other.lift) - piece.half.y - other.half.y - MARGIN;
      if (other.rim.length === 0 && dx < 0 && dy < 0) cost += 6 + Math.min(-dx, -dy) * 0.9;
      if (other.part === 'table' && piece.part === 'table') cost += 160 / Math.max(40, distance(piece.at, other.at));
    });
    return cost;
  }

  /** How far from where it belongs. */
  private home(piece: Piece): number {
    const { cloth, boundary, taken } = this.room;
    const middle = { x: piece.at.x, y: piece.at.y + piece.lift };
    if (piece.part === 'table') {
      const inner = Math.min(piece.half.x, piece.half.y) * 0.62;
      const out = reach(cloth, middle, -inner);
      return out > 1 ? (out - 1) * 160 : 0;
    }
    if (piece.part !== 'free') return 0;
    const box = { x: middle.x - piece.half.x, y: middle.y - piece.half.y, width: 2 * piece.half.x, height: 2 * piece.half.y };
    let cost = 0;
    for (const other of taken) cost += Math.sqrt(overlap(box, other)) * 1.2;
    const beyond = reach(boundary, middle, -Math.max(piece.half.x, piece.half.y));
    const within = reach(cloth, middle, Math.min(piece.half.x, piece.half.y) * 0.9);
    return cost + (beyond > 1 ? (beyond - 1) * 220 : 0) + (within < 1 ? (1 - within) * 90 : 0);
  }

  total(): number {
    return this.pieces.reduce((sum, piece, i) => (piece.part === 'fixed' ? sum : sum + this.of(i)), 0);
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
      const mean = { x: near.reduce((s, p) => s + p.x, 0) / near.length, y: near.reduce((s, p) => s + p.y, 0) / near.length };
      let at = { x: piece.at.x * 0.5 + mean.x * 0.5, y: piece.at.y * 0.5 + mean.y * 0.5 };
      const out = reach(room.cloth, at);
      const goal = piece.part === 'table' ? Math.min(out, 0.72) : Math.max(out, 1.25);
      if (out > 0.001) {
        at = { x: room.cloth.x + ((at.x - room.cloth.x) * goal) / out, y: room.cloth.y + ((at.y - room.cloth.y) * goal) / out };
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
    piece.at = { x: room.cloth.x + room.cloth.rx * far * Math.cos(angle), y: room.cloth.y + room.cloth.ry * far * Math.sin(angle) };
    nth++;
  }
}

const STEPS = [48, 30, 18, 10, 5];
const WAYS: readonly (readonly [number, number])[] = [[1, 0], [-1, 0], [0, 1], [0, -1], [0.7, 0.7], [-0.7, 0.7], [0.7, -0.7], [-0.7, -0.7]];

function descend(cost: Cost, hard: boolean): void {
  for (const step of hard ? STEPS : STEPS.slice(0, 3)) {
    for (let round = 0; round < (hard ? 3 : 2); round++) {
      let better = false;
      cost.pieces.forEach((piece, index) => {
        if (piece.part === 'table' || piece.part === 'free') better = nudge(cost, piece, index, step) || better;
      });
      better = exchange(cost) || better;
      if (!better) break;
    }
  }
}

function nudge(cost: Cost, piece: Piece, index: number, step: number): boolean {
  let best = cost.of(index);
  let place = piece.at;
  const from = piece.at;
  for (const [x, y] of WAYS) {
    piece.at = { x: from.x + x * step, y: from.y + y * step };
    const tried = cost.of(index);
    if (tried < best - 0.05) {
      best = tried;
      place = piece.at;
    }
  }
  piece.at = place;
  return place !== from;
}

/** Neighbours outside, and things on the table, change places where that untangles. */
function exchange(cost: Cost): boolean {
  let better = false;
  for (let i = 0; i < cost.pieces.length; i++) {
    for (let j = i + 1; j < cost.pieces.length; j++) {
      const [a, b] = [cost.pieces[i]!, cost.pieces[j]!];
      const same = (a.part === 'slot' && b.part === 'slot' && a.column === b.column) || (a.part === 'table' && b.part === 'table');
      if (!same) continue;
      const before = cost.of(i) + cost.of(j);
      [a.at, b.at] = [b.at, a.at];
      if (cost.of(i) + cost.of(j) < before - 0.05) better = true;
      else [a.at, b.at] = [b.at, a.at];
    }
  }
  return better;
}

/** Finds places. Pieces are changed in place; those that are fixed stay. */
export function arrange(pieces: Piece[], edges: readonly Edge[], room: Room): void {
  const cost = new Cost(pieces, edges, room);
  if (!pieces.some((piece) => piece.part !== 'fixed')) return;
  const large = pieces.length * edges.length > 1500;
  const slots = pieces.map((piece) => piece.at);
  let best = Infinity;
  let kept: Point[] = slots;
  for (let turn = 0; turn < (large ? 2 : 4); turn++) {
    pieces.forEach((piece, i) => { piece.at = slots[i]!; });
    begin(pieces, room, turn * 1.7);
    settle(pieces, edges, room);
    descend(cost, false);
    const total = cost.total();
    if (total < best - 0.01) {
      best = total;
      kept = pieces.map((piece) => piece.at);
    }
  }
  pieces.forEach((piece, i) => { piece.at = kept[i]!; });
  descend(cost, true);
}
