/**
 * What a way of laying things out costs: long streams, crossings, streams over signs, crowding, being out of place.
 * Measures only; `arrange` seeks the places. It is asked some ten thousand times for a picture: hence the flat numbers.
 */
import type { Id } from '#core/model/fact';
import { type Oval, reach } from '#core/picture/rim';
import { type Box, distance, overlap, type Point } from '#core/picture/shape';

/** Something that has a place, or seeks one. */
export interface Piece {
  readonly id: Id;
  readonly part: 'table' | 'free' | 'slot' | 'fixed';
  at: Point;
  /** Half width and half height with words; `lift`: how far the middle of the words and body lies below `at`. */
  half: Point;
  lift: number;
  /** Line from which streams may begin anywhere. */
  rim: readonly Point[];
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
  taken: readonly Box[];
}

const MARGIN = 24;

/** Where a line from `toward` meets a piece. */
export function anchor(piece: Piece, toward: Point): Point {
  let best = piece.rim[0] ?? piece.at;
  let least = Infinity;
  for (const point of piece.rim) {
    const far = (point.x - toward.x) ** 2 + (point.y - toward.y) ** 2;
    if (far < least) [least, best] = [far, point];
  }
  return best;
}

/** Px between the edges of two signs below which a stream has no room to be seen. */
const SHORT = 74;
const CROSSING = 17;
const THROUGH_SEATS = 17;

/** The cost of a set of pieces, kept up as they are moved one by one. */
export class Cost {
  readonly pieces: readonly Piece[];
  readonly edges: readonly Edge[];
  readonly room: Room;
  private readonly touching: readonly (readonly number[])[];
  /** Four numbers for each edge: its two ends, as of now. */
  private readonly lines: Float64Array;
  /** 1 where two edges share a sign: they are not said to cross. */
  private readonly joined: Uint8Array;
  /** Three numbers for each piece: the middle of its words and body, and the room that streams should leave it. */
  private readonly discs: Float64Array;

  constructor(pieces: readonly Piece[], edges: readonly Edge[], room: Room) {
    this.pieces = pieces;
    this.edges = edges;
    this.room = room;
    this.touching = pieces.map((_, index) =>
      edges.flatMap((edge, i) => (edge.a === index || edge.b === index ? [i] : [])),
    );
    this.lines = new Float64Array(4 * edges.length);
    this.discs = new Float64Array(3 * pieces.length);
    pieces.forEach((_, index) => {
      this.stand(index);
    });
    this.joined = new Uint8Array(edges.length * edges.length);
    edges.forEach((one, i) => {
      edges.forEach((other, j) => {
        const share = one.a === other.a || one.b === other.b || one.a === other.b || one.b === other.a;
        this.joined[i * edges.length + j] = share ? 1 : 0;
      });
      this.draw(i);
    });
  }

  private draw(i: number): void {
    const edge = this.edges[i]!;
    const [a, b] = [this.pieces[edge.a]!, this.pieces[edge.b]!];
    const from = anchor(a, b.rim.length === 0 ? b.at : anchor(b, a.at));
    const to = anchor(b, from);
    this.lines[4 * i] = from.x;
    this.lines[4 * i + 1] = from.y;
    this.lines[4 * i + 2] = to.x;
    this.lines[4 * i + 3] = to.y;
  }

  private stand(index: number): void {
    const { at, half, lift } = this.pieces[index]!;
    this.discs[3 * index] = at.x;
    this.discs[3 * index + 1] = at.y + lift / 2;
    this.discs[3 * index + 2] = Math.min(half.x, half.y) + 14;
  }

  move(index: number, at: Point): void {
    this.pieces[index]!.at = at;
    this.stand(index);
    for (const i of this.touching[index]!) this.draw(i);
  }

  /** Gives a seat at the rim to one who is fixed. */
  sit(index: number, { at, half, lift, rim }: Piece): void {
    Object.assign(this.pieces[index]!, { half, lift, rim });
    this.move(index, at);
  }

  /** What one piece adds where it is; beyond `limit` it is not told how much more. */
  of(index: number, limit = Infinity): number {
    const piece = this.pieces[index]!;
    let cost = this.home(piece) + this.crowd(index);
    const { lines, edges } = this;
    for (const i of this.touching[index]!) {
      if (cost > limit) return cost;
      cost += this.line(i);
    }
    for (let i = 0; i < edges.length; i++) {
      const edge = edges[i]!;
      if (edge.a === index || edge.b === index) continue;
      const k = 4 * i;
      cost += this.over(index, lines[k]!, lines[k + 1]!, lines[k + 2]!, lines[k + 3]!) * edge.weight;
    }
    return cost;
  }

  /** What one stream costs: its length, what it crosses, what it passes over. */
  private line(i: number): number {
    const { lines, edges, pieces, joined } = this;
    const edge = edges[i]!;
    const ax = lines[4 * i]!;
    const ay = lines[4 * i + 1]!;
    const bx = lines[4 * i + 2]!;
    const by = lines[4 * i + 3]!;
    const long = Math.sqrt((ax - bx) * (ax - bx) + (ay - by) * (ay - by));
    let cost = 0.035 * long;
    const bare = long - this.girth(edge.a) - this.girth(edge.b);
    if (bare < SHORT) cost += (SHORT - bare) * 0.34;
    const row = i * edges.length;
    for (let j = 0; j < edges.length; j++) {
      if (joined[row + j] === 1) continue;
      const k = 4 * j;
      if (crossing(ax, ay, bx, by, lines[k]!, lines[k + 1]!, lines[k + 2]!, lines[k + 3]!))
        cost += CROSSING * Math.min(1, edges[j]!.weight + 0.3);
    }
    for (let k = 0; k < pieces.length; k++) {
      if (k !== edge.a && k !== edge.b) cost += this.over(k, ax, ay, bx, by);
    }
    return cost * edge.weight;
  }

  private girth(index: number): number {
    const piece = this.pieces[index]!;
    return piece.rim.length > 0 ? 0 : Math.min(piece.half.x, piece.half.y);
  }

  private over(index: number, ax: number, ay: number, bx: number, by: number): number {
    const x = this.discs[3 * index]!;
    const y = this.discs[3 * index + 1]!;
    const room = this.discs[3 * index + 2]!;
    const { rim } = this.pieces[index]!;
    if (rim.length > 0) return THROUGH_SEATS * breaks(rim, ax, ay, bx, by);
    // Far beside the line: nothing to measure.
    if ((x + room < ax && x + room < bx) || (x - room > ax && x - room > bx)) return 0;
    if ((y + room < ay && y + room < by) || (y - room > ay && y - room > by)) return 0;
    const dx = bx - ax;
    const dy = by - ay;
    const length2 = dx * dx + dy * dy;
    const along = length2 === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length2;
    const t = along < 0 ? 0 : along > 1 ? 1 : along;
    const offX = x - ax - t * dx;
    const offY = y - ay - t * dy;
    const gap2 = offX * offX + offY * offY;
    return gap2 < room * room ? 5 + 17 * (1 - Math.sqrt(gap2) / room) : 0;
  }

  private crowd(index: number): number {
    const piece = this.pieces[index]!;
    if (piece.rim.length > 0) return 0;
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
    return this.pieces.reduce((sum, _, i) => sum + this.of(i), 0);
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

/** Whether two segments cross, in plain numbers: the innermost question of all. */
function crossing(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const rx = bx - ax;
  const ry = by - ay;
  const sx = dx - cx;
  const sy = dy - cy;
  const across = rx * sy - ry * sx;
  if (across < 1e-9 && across > -1e-9) return false;
  const t = ((cx - ax) * sy - (cy - ay) * sx) / across;
  if (t <= 0 || t >= 1) return false;
  const u = ((cx - ax) * ry - (cy - ay) * rx) / across;
  return u > 0 && u < 1;
}

/** How often a line breaks through a row of seats. */
function breaks(rim: readonly Point[], ax: number, ay: number, bx: number, by: number): number {
  let hit = 0;
  for (let i = 2; i < rim.length; i += 2) {
    const c = rim[i - 2]!;
    const d = rim[i]!;
    if (crossing(ax, ay, bx, by, c.x, c.y, d.x, d.y)) hit++;
  }
  return hit;
}
