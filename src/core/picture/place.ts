/** How large each sign is with its words, before it has a place. Px at scale 1. */
import type { Sign } from '#core/picture/contents';
import { type Block, block, lineWidth, wrap, wrapRound } from '#core/picture/measure';
import { type Box, boxAround, type Point, union } from '#core/picture/shape';

export type Orientation = 'landscape' | 'portrait';

/** Words with a place: lines below one another around an x. */
export interface Words {
  readonly block: Block;
  readonly voice: 'name' | 'circle' | 'plate' | 'label' | 'detail' | 'figure' | 'aside';
  /** Middle of the upper edge. */
  readonly top: Point;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Place {
  readonly sign: Sign;
  readonly at: Point;
  /** The drawn body without words. */
  readonly body: Box;
  /** Radius, for round things. */
  readonly radius: number | null;
  readonly words: readonly Words[];
  /** Body and words. */
  readonly box: Box;
  /** For circles of people: where each sits, the way out from the table, and the line along which streams may begin. */
  readonly seats: readonly Point[];
  readonly rim: readonly Point[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
  readonly radius: number | null;
  readonly name: Block | null;
  readonly details: Block | null;
  /** Height of the words below the body. */
  readonly below: number;
  /** Width with the words. */
  readonly wide: number;
}

const BODIES: Readonly<Record<Sign['look'], readonly [number, number]>> = {
  house: [60, 46],
  head: [24, 28],
  heads: [58, 32],
  open: [70, 46],
  cloud: [72, 36],
  seats: [0, 0],
  plate: [0, 0],
  jar: [62, 84],
  sheets: [46, 52],
  tool: [40, 32],
  word: [0, 0],
  end: [16, 16],
  dish: [44, 26],
  stack: [62, 50],
};

const NAME = 15;
const SMALL_NAME = 14;
export const DETAIL = 14;
/** Words of the smallest things in the hand. */
const SMALL = 14;

export function sizeOf(sign: Sign, orientation: Orientation): Size {
  if (sign.look === 'plate') return plateSize(sign, orientation);
  if (sign.look === 'word') {
    const name = named(sign, (name) => wrap(name, 'hand', SMALL_NAME, 104, 2));
    return {
      width: name.width + 10,
      height: name.height + 6,
      radius: null,
      name,
      details: null,
      below: 0,
      wide: name.width + 10,
    };
  }
  const [width, height] = BODIES[sign.look];
  const inJar = sign.look === 'jar' && jarLabel(sign) !== null;
  const most = orientation === 'portrait' ? 86 : sign.zone === 'table' ? 96 : 112;
  const small =
    orientation === 'portrait' || sign.look === 'tool' || sign.look === 'end' || sign.zone === 'table';
  const name = inJar
    ? null
    : named(sign, (one) => wrap(one, 'hand', small ? SMALL_NAME : NAME, most, sign.look === 'stack' ? 3 : 2));
  const text =
    sign.zone === 'table' && sign.jar?.level === 'counted' ? [sign.jar.words, ...sign.details] : sign.details;
  const lines = text.flatMap((one) => wrap(one, 'data', DETAIL, most + 6, 2).lines).slice(0, 3);
  const details = lines.length === 0 ? null : block(lines, 'data', DETAIL);
  const below =
    (name === null ? 0 : name.height + 2) +
    (details === null ? 0 : details.height) +
    (name !== null || details !== null ? 3 : 0);
  return {
    width,
    height,
    radius: null,
    name,
    details,
    below,
    wide: Math.max(width, name?.width ?? 0, details?.width ?? 0),
  };
}

function plateSize(sign: Sign, orientation: Orientation): Size {
  // What is over takes less room, and so does everything on a phone.
  const small = sign.over || orientation === 'portrait';
  const name = named(sign, (one) => wrapRound(one, 'hand', small ? SMALL : NAME, small ? 80 : 90, 3));
  const details = sign.details.length === 0 ? null : wrap(sign.details[0]!, 'data', DETAIL, 92, 1);
  const [width, height] = [Math.max(name.width, details?.width ?? 0), name.height + (details?.height ?? 0)];
  const radius = Math.max(small ? 25 : 31, Math.min(62, Math.hypot(width, height) / 2 + (small ? 5 : 8)));
  return { width: 2 * radius, height: 2 * radius, radius, name, details, below: 0, wide: 2 * radius };
}

/** The name in lines; one made of an id stays on the line that its id fills, where it fills no more than one. */
function named(sign: Sign, broken: (name: string) => Block): Block {
  const whole = sign.isNamed ? null : broken(sign.id);
  return whole === null || whole.lines[0] !== sign.id ? broken(sign.name) : { ...whole, lines: [sign.name] };
}

/** The words on the paper label of a jar; null where they do not fit and stand below it. */
export function jarLabel(sign: Sign): Block | null {
  const label = named(sign, (name) => wrap(name, 'hand', SMALL, 48, 2));
  return label.lines.some((line) => line.endsWith('…')) ? null : label;
}

/** Puts a sign with its words around the middle of its body. */
export function placeAt(sign: Sign, at: Point, size: Size, above = false): Place {
  const body = boxAround(at, size.width, size.height);
  const words: Words[] = [];
  let y = above ? body.y - size.below : body.y + body.height + 3;
  if (size.name !== null && size.radius !== null) {
    y = at.y - (size.name.height + (size.details?.height ?? 0)) / 2;
    words.push({ block: size.name, voice: 'plate', top: { x: at.x, y }, anchor: 'middle' });
    y += size.name.height;
  } else if (size.name !== null && sign.look === 'word') {
    words.push({
      block: size.name,
      voice: 'label',
      top: { x: at.x, y: at.y - size.name.height / 2 },
      anchor: 'middle',
    });
  } else if (size.name !== null) {
    words.push({ block: size.name, voice: 'name', top: { x: at.x, y }, anchor: 'middle' });
    y += size.name.height + 2;
  }
  if (size.details !== null)
    words.push({ block: size.details, voice: 'detail', top: { x: at.x, y }, anchor: 'middle' });
  return {
    sign,
    at,
    body,
    radius: size.radius,
    words,
    box: union([body, ...words.map(wordsBox)]) ?? body,
    seats: [],
    rim: [],
  };
}

/** The room that words take. */
export function wordsBox(words: Words): Box {
  const { width, height } = words.block;
  const x =
    words.anchor === 'middle'
      ? words.top.x - width / 2
      : words.anchor === 'end'
        ? words.top.x - width
        : words.top.x;
  return { x, y: words.top.y, width, height };
}

/** Moves a place and all that hangs on it. */
export function moved(place: Place, by: Point): Place {
  const shift = (point: Point) => ({ x: point.x + by.x, y: point.y + by.y });
  const box = (one: Box) => ({ ...one, ...shift(one) });
  return {
    ...place,
    at: shift(place.at),
    body: box(place.body),
    box: box(place.box),
    seats: place.seats.map(shift),
    rim: place.rim.map(shift),
    words: place.words.map((words) => ({ ...words, top: shift(words.top) })),
  };
}

/** Words of a circle: a name and a detail in a wider line. */
export function circleWords(
  sign: Sign,
  orientation: Orientation,
): { name: Block; details: Block | null; width: number; height: number } {
  const portrait = orientation === 'portrait';
  const name = wrap(sign.name, 'hand', portrait ? 16 : 18, portrait ? 92 : 190, 2);
  const text = sign.details.join(', ');
  const details =
    text === ''
      ? null
      : wrap(
          text,
          'data',
          DETAIL,
          portrait ? 96 : Math.max(150, Math.min(230, lineWidth(text, 'data', DETAIL))),
          portrait ? 3 : 2,
        );
  return {
    name,
    details,
    width: Math.max(name.width, details?.width ?? 0),
    height: name.height + (details === null ? 0 : details.height + 1),
  };
}
