/**
 * What a way of laying things out costs: long streams, crossings, streams over signs, crowding, being out of place.
 * Measures only; `arrange` seeks the places.
 */
import type { Id } from '#core/model/fact';
import { type Oval, reach } from '#core/picture/rim';
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

/** The cost of a set of pieces, kept up as they are moved one by one. */
export class Cost {
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
    const { x } = piece.at;
    const y = piece.at.y + piece.lift / 2;
    // Far beside the line: nothing to measure.
    if ((x + room < a.x && x + room < b.x) || (x - room > a.x && x - room > b.x)) return 0;
    if ((y + room < a.y && y + room < b.y) || (y - room > a.y && y - room > b.y)) return 0;
    const gap = away({ x, y }, a, b);
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

  total(): number {
    return this.pieces.reduce((sum, piece, i) => (piece.part === 'fixed' ? sum : sum + this.of(i)), 0);
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
    const right = box.x + box.width;
    const bottom = box.y + box.height;
    for (const other of taken) {
      if (other.x > right || other.y > bottom || other.x + other.width < box.x) continue;
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
