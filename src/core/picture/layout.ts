/**
 * Where everything in a picture goes: the cloth in the middle, the core at its head, wider circles opposite, givers on
 * one side, receivers on the other. Upright, the whole turns by a quarter. Geometry as data; it draws nothing.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { arrange } from '#core/picture/arrange';
import type { Contents, Sign } from '#core/picture/contents';
import type { Edge, Piece, Room } from '#core/picture/cost';
import { part } from '#core/picture/part';
import { moved, type Orientation, type Place, placeAt, type Size, sizeOf } from '#core/picture/place';
import { covers, type Oval, onOval } from '#core/picture/rim';
import { Seating } from '#core/picture/seating';
import { type Box, contains, distance, type Point, union } from '#core/picture/shape';
import type { Steps } from '#core/picture/steps';

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  readonly cloth: Oval;
  /** Null where nobody is inside. */
  readonly boundary: Oval | null;
  readonly places: ReadonlyMap<Id, Place>;
}

export interface LayoutOptions {
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** Where things lay in a picture before this one, measured from the middle of its cloth: kept as far as possible. */
  readonly near?: ReadonlyMap<Id, Point>;
}

const COLUMN = 122;
const EDGE = 10;

/** Radii of the cloth: as the canvas allows, and no less than what lies on it needs. */
function clothFor(signs: readonly Sign[], options: LayoutOptions): { rx: number; ry: number } {
  const laid = signs.filter((sign) => sign.zone === 'table').map((sign) => sizeOf(sign, options.orientation));
  const [apart, over] = options.orientation === 'portrait' ? [20, 24] : [34, 30];
  const area =
    laid.reduce((sum, size) => sum + (size.wide + apart) * (size.height + size.below + over), 0) /
    (options.orientation === 'portrait' ? 0.62 : 0.8);
  if (options.orientation === 'portrait') {
    const rx = Math.max(96, Math.min(132, options.width / 2 - 68));
    return { rx, ry: Math.max(rx, Math.min(420, area / (Math.PI * rx))) };
  }
  const rx = Math.max(150, Math.min(250, (options.width - 2 * COLUMN) / 2 - 104));
  const ry = Math.max(96, Math.min(rx * 0.6, (options.height - 230) / 2));
  // More on the table makes it deeper first, then wider: a page has more room downwards than aside.
  const need = area / (Math.PI * rx * ry);
  const deeper = Math.max(1, Math.min(need, 1.1));
  const wider = Math.max(1, Math.sqrt(need / deeper));
  return { rx: rx * wider, ry: ry * deeper * wider };
}

/** Lays out all signs, in the ways that promise most. Positions kept in the file win over ours. */
export function* layouts(view: View, contents: Contents, options: LayoutOptions): Steps<readonly Layout[]> {
  const { signs } = contents;
  const oval: Oval = { x: 0, y: 0, ...clothFor(signs, options) };
  const sides = [true, false].map(
    (head) =>
      new Seating(
        signs.filter((sign) => sign.zone === (head ? 'head' : 'foot')),
        oval,
        head,
        options.orientation,
      ),
  );
  if (options.near !== undefined) for (const side of sides) side.recall(options.near);
  for (const side of sides) {
    yield;
    void side.seated;
  }
  yield;
  const boundary = boundaryAround(oval, placesOf(sides), signs, options.orientation);
  yield;
  const outside = outsideSlots(signs, boundary, options);
  yield;
  const linked = new Set([...contents.streams, ...contents.arrows].flatMap(({ from, to }) => [from, to]));
  const loose = signs.filter(
    (sign) => sign.look !== 'tool' || linked.has(sign.id) || sign.id in view.positions,
  );
  const pieces = [
    ...sides.flatMap(seatedPieces),
    ...outside,
    ...freePieces(loose, oval, options.orientation),
  ];
  yield;
  const kept = keptPositions(view, options.orientation, oval);
  const held = pieces.map((piece) => {
    const at = kept.get(piece.id);
    return at === undefined || piece.rim.length > 0 ? piece : { ...piece, part: 'fixed' as const, at };
  });
  const room: Room = { cloth: oval, boundary, taken: sides.flatMap((side) => side.seated.taken) };
  const free = sides.filter((side) => side.order.every((id) => !kept.has(id)));
  const found = yield* arrange(
    { pieces: held, edges: edgesOf(contents, held), room, sides: free },
    options.near,
  );
  const made: Layout[] = [];
  for (const { take } of found) {
    take();
    yield;
    part(held, room);
    yield;
    const seated = placesOf(sides);
    const edge = boundaryAround(oval, seated, signs, options.orientation);
    made.push(assemble({ contents, options, oval, boundary: edge, seated, pieces: held }));
  }
  return made;
}

/** Pieces that may be changed, unlike those that a seating remembers. */
function seatedPieces(side: Seating): Piece[] {
  return side.seated.pieces.map((piece) => ({ ...piece }));
}

function placesOf(sides: readonly Seating[]): Place[] {
  return sides.flatMap((side) => [...side.seated.places]);
}

function halfOf(size: Size): { half: Point; lift: number } {
  return { half: { x: size.wide / 2, y: (size.height + size.below) / 2 }, lift: size.below / 2 };
}

function freePieces(signs: readonly Sign[], oval: Oval, orientation: Orientation): Piece[] {
  return signs
    .filter((sign) => sign.zone === 'table' || sign.zone === 'free')
    .map((sign) => ({
      id: sign.id,
      part: sign.zone === 'table' ? ('table' as const) : ('free' as const),
      at: { x: oval.x, y: oval.y },
      ...halfOf(sizeOf(sign, orientation)),
      rim: [],
      column: null,
      soft: sign.look === 'word',
    }));
}

/** The line of those who say "we": an oval round all that is inside. */
function boundaryAround(
  oval: Oval,
  seated: readonly Place[],
  signs: readonly Sign[],
  orientation: Orientation,
): Oval {
  const free = signs.some((sign) => sign.zone === 'free') ? 1 : 0;
  const [sideX, sideY] = orientation === 'landscape' ? [66 + 22 * free, 30] : [46, 54 + 20 * free];
  const whole = union([
    {
      x: oval.x - oval.rx - sideX,
      y: oval.y - oval.ry - sideY,
      width: 2 * (oval.rx + sideX),
      height: 2 * (oval.ry + sideY),
    },
    ...seated.map((place) => place.box),
  ])!;
  const middle = { x: whole.x + whole.width / 2, y: whole.y + whole.height / 2 };
  let [rx, ry] = [whole.width / 2, whole.height / 2];
  const corners = seated.flatMap((place) => covers(place).flatMap(cornersOf));
  for (const corner of corners) {
    const out = Math.hypot((corner.x - middle.x) / rx, (corner.y - middle.y) / ry);
    if (orientation === 'landscape' && out > 1) {
      rx *= Math.min(1.03, out);
      ry *= out;
    }
  }
  return { ...middle, rx: rx + 6, ry: ry + 12 };
}

function cornersOf(box: Box): Point[] {
  return [
    box,
    { x: box.x + box.width, y: box.y },
    { x: box.x, y: box.y + box.height },
    { x: box.x + box.width, y: box.y + box.height },
  ];
}

/** Places at the sides (or above and below) for those outside, before anyone has chosen one. */
function outsideSlots(signs: readonly Sign[], boundary: Oval, options: LayoutOptions): Piece[] {
  const pieces: Piece[] = [];
  for (const zone of ['giver', 'receiver'] as const) {
    const mine = signs.filter((sign) => sign.zone === zone).sort((a, b) => (a.id < b.id ? -1 : 1));
    const sizes = mine.map((sign) => sizeOf(sign, options.orientation));
    const slots =
      options.orientation === 'landscape'
        ? columnSlots(sizes, zone, boundary, options)
        : bandSlots(sizes, zone, boundary, options);
    mine.forEach((sign, i) => {
      pieces.push({
        id: sign.id,
        part: 'slot',
        at: slots[i]!.at,
        ...halfOf(sizes[i]!),
        rim: [],
        soft: false,
        column: options.orientation === 'portrait' ? zone : `${zone}${slots[i]!.row}`,
      });
    });
  }
  return pieces;
}

type Slot = { at: Point; row: number };

function columnSlots(
  sizes: readonly Size[],
  zone: 'giver' | 'receiver',
  boundary: Oval,
  options: LayoutOptions,
): Slot[] {
  const count = sizes.length;
  const tall = sizes.reduce((sum, size) => sum + size.height + size.below, 0);
  const room = Math.max(Math.min(options.height - 50, boundary.ry * 2 + 30), tall + 16 * (count - 1));
  const gap = count < 2 ? 0 : Math.min(74, (room - tall) / (count - 1));
  const side = Math.max(boundary.rx + COLUMN / 2 + 6, options.width / 2 - COLUMN / 2 - EDGE);
  const x = zone === 'giver' ? boundary.x - side : boundary.x + side;
  let y = boundary.y - (tall + gap * (count - 1)) / 2;
  return sizes.map((size) => {
    const at = { x, y: y + size.height / 2 };
    y += size.height + size.below + gap;
    return { at, row: 0 };
  });
}

/** Up to four in the row that is near; the others behind it, before its gaps, so that their streams find a way. */
function bandSlots(
  sizes: readonly Size[],
  zone: 'giver' | 'receiver',
  boundary: Oval,
  options: LayoutOptions,
): Slot[] {
  const count = sizes.length;
  const near = count <= 4 ? count : Math.max(Math.min(4, Math.ceil((count + 1) / 2)), Math.ceil(count / 3));
  const tall = Math.max(0, ...sizes.map((size) => size.height + size.below));
  const high = Math.max(0, ...sizes.map((size) => size.height));
  const width = options.width - 2 * EDGE;
  const cell = width / Math.max(1, near);
  return sizes.map((_, i) => {
    const row = i < near ? 0 : 1 + Math.floor((i - near) / Math.max(1, near - 1));
    const first = row === 0 ? 0 : near + (row - 1) * (near - 1);
    const inRow = row === 0 ? near : Math.min(near - 1, count - first);
    const gap = inRow < 2 ? near / 2 : 1 + ((i - first) * (near - 2)) / (inRow - 1);
    const x = boundary.x - width / 2 + cell * (row === 0 ? i + 0.5 : row === 1 ? gap : gap - 0.5);
    const away = boundary.ry + 30 + row * (tall + 14);
    const y = zone === 'giver' ? boundary.y - away - tall + high / 2 : boundary.y + away + high / 2;
    return { at: { x, y }, row };
  });
}

function edgesOf(contents: Contents, pieces: readonly Piece[]): Edge[] {
  const index = new Map(pieces.map((piece, i) => [piece.id, i]));
  const ends = new Map(contents.streams.map((stream) => [stream.id, stream.to]));
  const weights = new Map<string, Edge>();
  const put = (from: Id, to: Id, weight: number) => {
    const a = index.get(ends.get(from) ?? from);
    const b = index.get(ends.get(to) ?? to);
    if (a === undefined || b === undefined || a === b) return;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const before = weights.get(key)?.weight ?? 0;
    weights.set(key, {
      a,
      b,
      weight:
        before === 0 ? weight : Math.min(1.8, Math.max(before, weight) + 0.3 * Math.min(before, weight)),
    });
  };
  for (const stream of contents.streams) put(stream.from, stream.to, stream.over === null ? 1 : 0.6);
  for (const arrow of contents.arrows) put(arrow.from, arrow.to, 0.55);
  return [...weights.values()];
}

/** Positions in the file are those of the picture lying down, measured from the middle of the cloth. */
function keptPositions(view: View, orientation: Orientation, oval: Oval): Map<Id, Point> {
  return new Map(
    Object.entries(view.positions).map(([id, { x, y }]) => [
      id,
      orientation === 'landscape' ? { x: oval.x + x, y: oval.y + y } : { x: oval.x + y, y: oval.y + x },
    ]),
  );
}

interface Assembly {
  readonly contents: Contents;
  readonly options: LayoutOptions;
  readonly oval: Oval;
  readonly boundary: Oval;
  readonly seated: readonly Place[];
  readonly pieces: readonly Piece[];
}

/** Gives every sign its place and moves the whole onto the canvas. */
function assemble({ contents, options, oval, boundary, seated, pieces }: Assembly): Layout {
  const signs = new Map(contents.signs.map((sign) => [sign.id, sign]));
  const places = new Map(seated.map((place) => [place.sign.id, place]));
  for (const piece of pieces) {
    const sign = signs.get(piece.id);
    if (sign !== undefined && !places.has(piece.id))
      places.set(piece.id, placeAt(sign, piece.at, sizeOf(sign, options.orientation)));
    else if (sign !== undefined && piece.rim.length === 0) {
      const place = places.get(piece.id)!;
      places.set(piece.id, moved(place, { x: piece.at.x - place.at.x, y: piece.at.y - place.at.y }));
    }
  }
  const inside = contents.signs.some(
    (sign) => sign.zone === 'head' || sign.zone === 'foot' || sign.zone === 'table',
  );
  const top: Box = {
    x: boundary.x - boundary.rx,
    y: boundary.y - boundary.ry - 12,
    width: 2 * boundary.rx,
    height: 2 * boundary.ry + 12,
  };
  const whole = union([...(inside ? [top] : []), ...[...places.values()].map((place) => place.box)]) ?? top;
  const width = Math.ceil(Math.max(options.width, whole.width + 2 * EDGE));
  const height = Math.ceil(whole.height + 2 * EDGE);
  const by = { x: width / 2 - whole.x - whole.width / 2, y: height / 2 - whole.y - whole.height / 2 };
  return {
    width,
    height,
    orientation: options.orientation,
    cloth: { ...oval, x: oval.x + by.x, y: oval.y + by.y },
    boundary: inside ? { ...boundary, x: boundary.x + by.x, y: boundary.y + by.y } : null,
    places: new Map([...places].map(([id, place]) => [id, moved(place, by)])),
  };
}

/** Where everything lies, measured from the middle of the cloth: what another day's picture may start from. */
export function whereabouts(plan: Layout): Map<Id, Point> {
  return new Map(
    [...plan.places].map(([id, { at }]) => [id, { x: at.x - plan.cloth.x, y: at.y - plan.cloth.y }]),
  );
}

/** The sign that lies at a point: the smallest, where several do. */
export function placeUnder(layout: Layout, point: Point): Place | null {
  const under = [...layout.places.values()].filter((place) => contains(place.body, point));
  return under.sort((a, b) => a.body.width - b.body.width)[0] ?? null;
}

/** Where the words "those who say we" stand. */
export function boundaryTop(boundary: Oval): Point {
  return onOval(boundary, -Math.PI / 2);
}

/** How far a place has moved between two layouts, in px; for tests of steadiness. */
export function drift(before: Layout, after: Layout, id: Id): number {
  const [a, b] = [before.places.get(id), after.places.get(id)];
  return a === undefined || b === undefined ? 0 : distance(a.at, b.at);
}
