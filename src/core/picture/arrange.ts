/**
 * Arranges what lies on the table and the order of those outside, so that streams are short, rarely cross and pass
 * over nothing. A descent from a start that depends on ids alone: the same every time, and an amount moves nothing.
 */
import type { Id } from '#core/model/fact';
import { chance } from '#core/picture/chance';
import { anchor, Cost, type Edge, type Piece, type Room } from '#core/picture/cost';
import type { Oval } from '#core/picture/rim';
import { reach } from '#core/picture/rim';
import type { Seating } from '#core/picture/seating';
import { type Box, distance, type Point } from '#core/picture/shape';
import type { Steps } from '#core/picture/steps';

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

function* descend(cost: Cost): Steps<void> {
  for (const step of STEPS) {
    for (let round = 0; round < (cost.edges.length > 60 ? 1 : 4); round++) {
      yield;
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

/** A step takes about a millisecond. */
const TURNS_A_STEP = 40;

/** Ways of shaking: the best of them is kept. */
const SEEDS = [20091008, 20070622, 20100305];

/** Shakes things about, less and less, and keeps the best: the same shaking every time. */
function* shake(cost: Cost, seed: number, seats: Seats): Steps<void> {
  const { pieces, room } = cost;
  const loose = pieces.flatMap((piece, i) => (piece.part === 'table' || piece.part === 'free' ? [i] : []));
  const pairs = pieces.flatMap((a, i) =>
    pieces.flatMap((b, j) => (j > i && mayChange(a, b) ? [[i, j] as const] : [])),
  );
  if (loose.length === 0) return;
  const next = chance(seed);
  // More streams make each turn dearer; a thicket is not worth the same pains.
  const turns = Math.round(
    Math.min(2800, 240 * loose.length + 300) * Math.min(1, 45 / Math.max(1, cost.edges.length)),
  );
  // What each costs where it lies, as long as nothing has moved since.
  const known = new Float64Array(pieces.length).fill(Number.NaN);
  for (let turn = 0; turn < turns; turn++) {
    if (turn % TURNS_A_STEP === 0) yield;
    const left = 1 - turn / turns;
    const heat = 0.12 + 9 * left * left;
    const pick = next();
    if (pick > 0.97 && seats.pairs.length > 0) {
      const pair = seats.pairs[Math.floor(next() * seats.pairs.length)]!;
      if (seats.exchange(pair, -heat * Math.log(next() + 1e-12))) known.fill(Number.NaN);
      continue;
    }
    if (pick < 0.22 && pairs.length > 0) {
      const [i, j] = pairs[Math.floor(next() * pairs.length)]!;
      if (change(cost, i, j, next, heat)) known.fill(Number.NaN);
      continue;
    }
    const index = loose[Math.floor(next() * loose.length)]!;
    const from = pieces[index]!.at;
    if (Number.isNaN(known[index])) known[index] = cost.of(index);
    const limit = known[index]! - heat * Math.log(next() + 1e-12);
    cost.move(
      index,
      pick < 0.4
        ? somewhere(room.cloth, next, pieces[index]!.part === 'free')
        : near(from, 10 + 110 * left, next),
    );
    if (cost.of(index, limit) > limit) cost.move(index, from);
    else known.fill(Number.NaN);
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
    const tried = cost.of(index, best);
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

/** Above this, untangling takes longer than anybody waits. */
const MOST_PIECES = 60;
const MOST_EDGES = 160;

export interface Arrangement {
  /** Changed in place; those that are fixed stay, but for who sits beside whom. */
  readonly pieces: Piece[];
  readonly edges: readonly Edge[];
  readonly room: Room;
  /** Those whose order at the rim may change. */
  readonly sides: readonly Seating[];
}

/** One way of laying things out. */
export interface Found {
  /** What it costs, as far as straight lines tell. */
  readonly cost: number;
  /** Puts every piece where it lies in this way. */
  readonly take: () => void;
}

/** Finds ways of laying things out, or the one at hand. `near`: where things were in the picture before. */
export function* arrange(
  { pieces, edges, room, sides }: Arrangement,
  near: ReadonlyMap<Id, Point> = new Map(),
): Steps<readonly Found[]> {
  const asItIs = [{ cost: 0, take: () => {} }];
  if (!pieces.some((piece) => piece.part !== 'fixed')) return asItIs;
  begin(pieces, room, 0.6);
  settle(pieces, edges, room);
  const known = pieces.filter((piece) => near.has(piece.id));
  for (const piece of known)
    if (piece.part === 'table' || piece.part === 'free') piece.at = near.get(piece.id)!;
  sortSlots(pieces, near);
  // Everything laid out of a large community: near to whom it has to do with is as good as it gets.
  if (pieces.length > MOST_PIECES || edges.length > MOST_EDGES) return asItIs;
  const cost = new Cost(pieces, edges, room);
  if (known.length >= pieces.length / 2) {
    yield* descend(cost);
    return asItIs;
  }
  const seats = new Seats(cost, sides);
  const start = { at: pieces.map((piece) => piece.at), orders: seats.orders() };
  const resume = ({ at, orders }: typeof start) => {
    seats.resume(orders);
    at.forEach((point, i) => {
      if (pieces[i]!.part !== 'fixed') cost.move(i, point);
    });
  };
  const found: Found[] = [];
  for (const seed of SEEDS) {
    resume(start);
    yield* shake(cost, seed, seats);
    yield* descend(cost);
    const way = { at: pieces.map((piece) => piece.at), orders: seats.orders() };
    found.push({ cost: cost.total(), take: () => resume(way) });
  }
  return found;
}

/** Who sits beside whom, as far as that may change. */
class Seats {
  readonly pairs: readonly (readonly [Seating, number, number])[];
  private readonly index: ReadonlyMap<Id, number>;
  private readonly cost: Cost;
  private readonly sides: readonly Seating[];
  /** What those cover who sit on a side that stays. */
  private readonly firm: readonly Box[];

  constructor(cost: Cost, sides: readonly Seating[]) {
    this.cost = cost;
    this.sides = sides;
    this.pairs = sides.flatMap((side) => side.pairs.map(([ring, at]) => [side, ring, at] as const));
    this.index = new Map(cost.pieces.map((piece, i) => [piece.id, i]));
    const mine = new Set(sides.flatMap((side) => side.seated.taken));
    this.firm = cost.room.taken.filter((box) => !mine.has(box));
  }

  orders(): readonly (readonly Id[])[] {
    return this.sides.map((side) => side.order);
  }

  resume(orders: readonly (readonly Id[])[]): void {
    this.sides.forEach((side, i) => {
      side.resume(orders[i]!);
      this.sit(side);
    });
  }

  /** Lets two neighbours change places, where that costs no more than `most` beyond what it saves. */
  exchange([side, ring, at]: readonly [Seating, number, number], most: number): boolean {
    const before = this.costs(side);
    side.swap(ring, at);
    this.sit(side);
    if (this.costs(side) <= before + most) return true;
    side.swap(ring, at);
    this.sit(side);
    return false;
  }

  private costs(side: Seating): number {
    return side.order.reduce((sum, id) => sum + this.cost.of(this.index.get(id)!), 0);
  }

  private sit(side: Seating): void {
    for (const piece of side.seated.pieces) this.cost.sit(this.index.get(piece.id)!, piece);
    this.cost.room.taken = [...this.firm, ...this.sides.flatMap((one) => one.seated.taken)];
  }
}

/** Upright, those outside stand in rows one behind the other. */
function isInRows(slots: readonly Point[]): boolean {
  const rows = new Set(slots.map(({ y }) => y)).size;
  return rows > 1 && rows < slots.length;
}

/** Who stood nearest to a slot takes it. */
function nearest(column: readonly Piece[], slots: readonly Point[], near: ReadonlyMap<Id, Point>): void {
  const ways = column
    .flatMap((piece) => slots.map((at) => ({ piece, at, far: distance(near.get(piece.id) ?? piece.at, at) })))
    .sort((a, b) => a.far - b.far);
  const [placed, taken] = [new Set<Piece>(), new Set<Point>()];
  for (const { piece, at } of ways) {
    if (placed.has(piece) || taken.has(at)) continue;
    placed.add(piece);
    taken.add(at);
    piece.at = at;
  }
}

/** Those outside keep the order that they had. */
function sortSlots(pieces: readonly Piece[], near: ReadonlyMap<Id, Point>): void {
  const columns = new Map<string, Piece[]>();
  for (const piece of pieces)
    if (piece.column !== null) columns.set(piece.column, [...(columns.get(piece.column) ?? []), piece]);
  for (const column of columns.values()) {
    const slots = column.map((piece) => piece.at);
    if (isInRows(slots)) {
      nearest(column, slots, near);
      continue;
    }
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
