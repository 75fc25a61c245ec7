/**
 * Who sits round the table: circles as arcs of seats along the cloth, persons and houses among them. The core sits at
 * the head; wider circles sit opposite, in widening arcs.
 */
import type { Sign } from '#core/picture/contents';
import {
  circleWords,
  moved,
  type Orientation,
  type Place,
  placeAt,
  type Size,
  sizeOf,
  type Words,
  wordsBox,
} from '#core/picture/place';
import {
  type Box,
  boxAround,
  boxOf,
  distance,
  grow,
  overlap,
  type Point,
  times,
  union,
  unit,
} from '#core/picture/shape';

export interface Oval {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
}

export function onOval(oval: Oval, angle: number, out = 0): Point {
  return { x: oval.x + (oval.rx + out) * Math.cos(angle), y: oval.y + (oval.ry + out) * Math.sin(angle) };
}

/** How far out a point lies: 1 on the rim. */
export function reach(oval: Oval, point: Point, out = 0): number {
  return Math.hypot((point.x - oval.x) / (oval.rx + out), (point.y - oval.y) / (oval.ry + out));
}

/** The side of the table: the angle of its middle and the direction in which people are read. */
interface Side {
  readonly middle: number;
  readonly turn: 1 | -1;
  readonly head: boolean;
}

function sideOf(head: boolean, orientation: Orientation): Side {
  if (orientation === 'landscape')
    return head ? { middle: -Math.PI / 2, turn: 1, head } : { middle: Math.PI / 2, turn: -1, head };
  return head ? { middle: Math.PI, turn: -1, head } : { middle: 0, turn: 1, head };
}

/** The point `far` px along the rim from the middle of a side, `out` px off the cloth. */
export function alongRim(oval: Oval, side: Side, far: number, out: number): Point {
  const step = 0.01;
  let angle = side.middle;
  let gone = 0;
  let here = onOval(oval, angle, out);
  const turn = side.turn * Math.sign(far || 1);
  while (gone < Math.abs(far) && Math.abs(angle - side.middle) < Math.PI) {
    angle += turn * step;
    const next = onOval(oval, angle, out);
    gone += distance(here, next);
    here = next;
  }
  return here;
}

const HEAD = 14.5;
const GAP = 26;

/** How many seats in each row, from the table outwards, and how far apart. */
export function rows(sign: Sign, most: number): { counts: number[]; spacing: number; gap: number } {
  const seats = sign.seats;
  if (seats === null) return { counts: [], spacing: 0, gap: 0 };
  const count = seats.sure + seats.perhaps;
  if (seats.sort !== 'dots') {
    const perRow = Math.max(3, Math.floor(most / HEAD));
    const lines = Math.max(1, Math.ceil(count / perRow));
    return { counts: spread(count, lines, 0), spacing: HEAD, gap: 17 };
  }
  const spacing = count > 120 ? 11 : count > 70 ? 14 : 17;
  const wish = count <= 12 ? 1 : count <= 28 ? 2 : count <= 75 ? 3 : 4;
  const perRow = Math.max(6, Math.floor(most / spacing));
  return {
    counts: spread(count, Math.max(wish, Math.ceil(count / perRow)), 1),
    spacing,
    gap: spacing > 12 ? 14 : 11,
  };
}

function spread(count: number, lines: number, widening: number): number[] {
  const first = (count - (widening * lines * (lines - 1)) / 2) / lines;
  const counts: number[] = [];
  let left = count;
  for (let i = 0; i < lines; i++) {
    const share = i === lines - 1 ? left : Math.max(0, Math.min(left, Math.round(first + widening * i)));
    counts.push(share);
    left -= share;
  }
  return counts.filter((one) => one > 0);
}

/** One who sits at the rim, with the room that takes. */
export interface Item {
  readonly sign: Sign;
  readonly size: Size | null;
  readonly counts: readonly number[];
  readonly spacing: number;
  readonly gap: number;
  /** Along the rim. */
  readonly wide: number;
  /** Off the rim, with words where they stand in the way. */
  readonly deep: number;
}

function itemOf(sign: Sign, most: number, orientation: Orientation): Item {
  if (sign.look !== 'seats') {
    const size = sizeOf(sign, orientation);
    const tall = size.height + size.below;
    const [wide, deep] = orientation === 'landscape' ? [size.wide, tall] : [tall, size.wide];
    return { sign, size, counts: [], spacing: 0, gap: 0, wide, deep };
  }
  const { counts, spacing, gap } = rows(sign, most);
  const words = circleWords(sign, orientation);
  const seatsWide = Math.max(...counts, 1) * spacing;
  const landscape = orientation === 'landscape';
  return {
    sign,
    size: null,
    counts,
    spacing,
    gap,
    wide: landscape ? Math.max(seatsWide, words.width) : seatsWide + words.height,
    deep: (counts.length - 1) * gap + 12 + (landscape ? words.height + 8 : 0),
  };
}

/** Everyone of one side in rings, from the table outwards; each ring in the order along the rim. */
export function ringsOf(
  signs: readonly Sign[],
  oval: Oval,
  head: boolean,
  orientation: Orientation,
): Item[][] {
  const most = roomAlong(oval, head, orientation);
  const items = [...signs]
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
    .map((sign) => itemOf(sign, most, orientation));
  const rings: Item[][] = [];
  for (const item of items) {
    const last = rings.at(-1);
    const full = (last ?? []).reduce((sum, one) => sum + one.wide + GAP, 0) + item.wide;
    if (last === undefined || full > most) rings.push([item]);
    else last.push(item);
  }
  return rings.map(centred);
}

function roomAlong(oval: Oval, head: boolean, orientation: Orientation): number {
  return (orientation === 'landscape' ? oval.rx : oval.ry) * 2 * (head ? 0.92 : 1.12);
}

/** Seats rings as they are ordered. */
export function seat(
  rings: readonly (readonly Item[])[],
  oval: Oval,
  head: boolean,
  orientation: Orientation,
): Place[] {
  const side = sideOf(head, orientation);
  const places: Place[] = [];
  let out = 16;
  for (const ring of rings) {
    for (const place of seatRing(ring, oval, side, out, orientation)) places.push(clear(place, places, oval));
    out += Math.max(...ring.map((item) => item.deep)) + 14;
  }
  return places;
}

/** Where words or signs would lie on those of a neighbour, the later one moves away from the table. */
function clear(place: Place, others: readonly Place[], oval: Oval): Place {
  const out = unit({
    x: (place.body.x + place.body.width / 2 - oval.x) / oval.rx,
    y: (place.body.y + place.body.height / 2 - oval.y) / oval.ry,
  });
  let found = place;
  for (let tries = 0; tries < 30 && others.some((other) => collide(found, other)); tries++)
    found = moved(found, times(out, 9));
  return found;
}

/** The boxes that a place really covers: each seat, or the body; and its words. */
export function covers(place: Place): Box[] {
  const bodies = place.seats.length > 0 ? place.seats.map((seat) => boxAround(seat, 14, 15)) : [place.body];
  return [...bodies, ...place.words.map(wordsBox)];
}

function collide(a: Place, b: Place): boolean {
  if (overlap(grow(a.box, 5), b.box) === 0) return false;
  const theirs = covers(b);
  return covers(a).some((mine) => theirs.some((other) => overlap(grow(mine, 4), other) > 0));
}

/** The widest in the middle, the others to its sides by turns. */
function centred(ring: readonly Item[]): Item[] {
  const widest = [...ring].sort((a, b) => b.wide - a.wide || (a.sign.id < b.sign.id ? -1 : 1))[0];
  const others = ring.filter((item) => item !== widest);
  const half = Math.ceil(others.length / 2);
  return widest === undefined ? [] : [...others.slice(half).reverse(), widest, ...others.slice(0, half)];
}

function seatRing(
  ring: readonly Item[],
  oval: Oval,
  side: Side,
  out: number,
  orientation: Orientation,
): Place[] {
  const total = ring.reduce((sum, item) => sum + item.wide, 0) + GAP * (ring.length - 1);
  let far = -total / 2;
  return ring.map((item) => {
    const middle = far + item.wide / 2;
    far += item.wide + GAP;
    return item.size === null
      ? seatCircle(item, oval, side, middle, out, orientation)
      : seatSign(item, item.size, oval, side, middle, out);
  });
}

function seatSign(item: Item, size: Size, oval: Oval, side: Side, middle: number, out: number): Place {
  const at = alongRim(oval, side, middle, out);
  const away = { x: Math.cos(side.middle), y: Math.sin(side.middle) };
  const tall = size.height + size.below;
  // At the head the words stand above, so that what one gives can leave below; elsewhere they stand below.
  const above = away.y < -0.5;
  const shiftY = above ? -size.height / 2 : away.y > 0.5 ? size.height / 2 : (size.height - tall) / 2;
  const shiftX = Math.abs(away.x) > 0.5 ? (away.x * size.wide) / 2 : 0;
  return placeAt(item.sign, { x: at.x + shiftX, y: at.y + shiftY }, size, above);
}

function seatCircle(
  item: Item,
  oval: Oval,
  side: Side,
  middle: number,
  out: number,
  orientation: Orientation,
): Place {
  const seats: Point[] = [];
  item.counts.forEach((count, row) => {
    for (let i = 0; i < count; i++) {
      seats.push(
        alongRim(oval, side, middle + (i - (count - 1) / 2) * item.spacing, out + 4 + row * item.gap),
      );
    }
  });
  const rim: Point[] = [];
  const half = (Math.max(...item.counts, 1) * item.spacing) / 2;
  for (let i = -6; i <= 6; i++) rim.push(alongRim(oval, side, middle + (i / 6) * half, out - 7));
  const body = grow(boxOf(seats), 7);
  const words = wordsOfCircle(item.sign, seats, side, orientation);
  const center = seats[Math.floor(seats.length / 2)] ?? alongRim(oval, side, middle, out);
  return {
    sign: item.sign,
    at: { x: (rim[6] ?? center).x, y: (rim[6] ?? center).y },
    body,
    radius: null,
    words,
    box: union([body, ...words.map(wordsBox)]) ?? body,
    seats,
    rim,
  };
}

/** Above the head, below the foot; on an upright picture at the end of the arc, where there is room. */
function wordsOfCircle(sign: Sign, seats: readonly Point[], side: Side, orientation: Orientation): Words[] {
  const { name, details, height } = circleWords(sign, orientation);
  const box = grow(boxOf(seats), 8);
  let x = box.x + box.width / 2;
  let y = side.head ? box.y - height - 4 : box.y + box.height + 2;
  let anchor: Words['anchor'] = 'middle';
  if (orientation === 'portrait') {
    anchor = side.head ? 'start' : 'end';
    x = side.head ? box.x : box.x + box.width;
  } else {
    // A short arc on the side of a ring: its words stand out from the table, not above a neighbour.
    const low = seats.reduce(
      (best, seat) => (side.head ? Math.min(best, seat.y) : Math.max(best, seat.y)),
      side.head ? Infinity : -Infinity,
    );
    y = side.head ? low - 12 - height : low + 12;
  }
  const words: Words[] = [{ block: name, voice: 'circle', top: { x, y }, anchor }];
  if (details !== null)
    words.push({ block: details, voice: 'detail', top: { x, y: y + name.height + 1 }, anchor });
  return words;
}
