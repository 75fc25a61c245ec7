/**
 * A picture the size of a hand, without words: the cloth, up to three who give, two who receive, two plates, the core
 * and the others as seats. It says what sort of table this is and no more.
 */
import type { View } from '#core/audience/view';
import { waver } from '#core/picture/chance';
import { type Contents, contents, type Sign, type Stream } from '#core/picture/contents';
import { draw } from '#core/picture/figures';
import { roughEllipse } from '#core/picture/pen';
import type { Place } from '#core/picture/place';
import { ribbon } from '#core/picture/ribbon';
import { alongRim, type Oval, onOval } from '#core/picture/rim';
import {
  boxAround,
  type Cubic,
  type Mark,
  type Point,
  round,
  sample,
  smooth,
  walk,
} from '#core/picture/shape';
import { atOnce, type Steps } from '#core/picture/steps';
import { painted, type Theme } from '#core/picture/style';
import { element } from '#core/picture/svg';

export interface Thumb {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

const WIDTH = 286;
const HEIGHT = 118;
const TABLE: Oval = { x: 143, y: 61, rx: 62, ry: 38 };

/** Draws the table of a view in small. */
export function thumb(view: View): Thumb {
  return atOnce(thumbInSteps(view));
}

/** The same a little at a time, for a page that answers meanwhile. */
export function* thumbInSteps(view: View): Steps<Thumb> {
  const all = contents(view, { mostOutside: 400 });
  yield;
  const weight = new Map<string, number>();
  for (const stream of all.streams)
    for (const end of [stream.from, stream.to]) weight.set(end, (weight.get(end) ?? 0) + 1);
  const most = (zone: Sign['zone'], looks: (sign: Sign) => boolean, count: number) =>
    all.signs
      .filter((sign) => sign.zone === zone && looks(sign))
      .sort(
        (a, b) =>
          Number(a.over) - Number(b.over) ||
          (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0) ||
          (a.id < b.id ? -1 : 1),
      )
      .slice(0, count);
  const givers = most('giver', () => true, 3);
  const receivers = most('receiver', () => true, 2);
  const plates = most('table', (sign) => sign.look === 'plate' && !sign.over, 2);
  const marks: Mark[] = [...clothMarks(), ...seats(all)];
  yield;
  const left = column(givers, 37);
  const right = column(receivers, WIDTH - 36);
  for (const { sign, at } of left) {
    marks.push(...streamBetween(all, sign, at, true));
    yield;
  }
  for (const { sign, at } of right) {
    marks.push(...streamBetween(all, sign, at, false));
    yield;
  }
  marks.push(...fromSeats(all));
  for (const [i, sign] of plates.entries()) {
    yield;
    const at = plates.length === 1 ? TABLE : { x: TABLE.x - 8 + i * 36, y: TABLE.y - 3 + i * 12 };
    marks.push(...bodyOf(sign, at, i === 0 ? 18 : 12));
  }
  for (const { sign, at } of [...left, ...right]) {
    yield;
    marks.push(...shrunk(sign, at));
  }
  return { width: WIDTH, height: HEIGHT, marks };
}

function column(signs: readonly Sign[], x: number): { sign: Sign; at: Point }[] {
  const gap = signs.length > 2 ? 37 : 54;
  return signs.map((sign, i) => ({ sign, at: { x, y: HEIGHT / 2 + (i - (signs.length - 1) / 2) * gap } }));
}

function place(sign: Sign, at: Point, radius: number | null): Place {
  const body = boxAround(at, 60, 46);
  return { sign, at, body, radius, words: [], box: body, seats: [], rim: [] };
}

function bodyOf(sign: Sign, at: Point, radius: number): Mark[] {
  return draw(place(sign, at, radius));
}

function shrunk(sign: Sign, at: Point): Mark[] {
  const family = sign.over ? 'over' : (sign.paint?.family ?? 'plain');
  return [
    {
      tag: 'g',
      attrs: { class: `k-${family}`, transform: `translate(${round(at.x)} ${round(at.y)}) scale(0.66)` },
      children: draw(place(sign, { x: 0, y: 0 }, null)),
    },
  ];
}

function clothMarks(): Mark[] {
  const hand = waver(7, 5);
  const edge = Array.from({ length: 41 }, (_, i) =>
    onOval(TABLE, (i / 40) * 2 * Math.PI, i === 0 || i === 40 ? 0 : hand(i)),
  );
  return [
    { tag: 'path', attrs: { class: 'p-cloth', d: `${smooth(edge)}Z` } },
    {
      tag: 'path',
      attrs: {
        class: 'p-cloth-edge',
        d: roughEllipse('cloth', TABLE, TABLE.rx * 2, TABLE.ry * 2, { roughness: 1.1 }),
      },
    },
  ];
}

/** The core as heads above, all others inside as dots below; few or many, never how many. */
function seats(all: Contents): Mark[] {
  const count = (zone: Sign['zone']) =>
    all.signs
      .filter((sign) => sign.zone === zone && !sign.over)
      .reduce((sum, sign) => sum + (sign.seats === null ? 1 : sign.seats.sure + sign.seats.perhaps), 0);
  const heads = Math.min(9, count('head'));
  const dots = Math.min(46, Math.max(count('foot') > 0 ? 13 : 0, count('foot')));
  const head = Array.from({ length: heads }, (_, i) =>
    alongRim(TABLE, { middle: -Math.PI / 2, turn: 1, head: true }, (i - (heads - 1) / 2) * 14, 6),
  );
  const perRow = dots > 26 ? Math.ceil(dots / 2) : dots;
  const foot = Array.from({ length: dots }, (_, i) => {
    const [row, inRow] = [Math.floor(i / perRow), i % perRow];
    return alongRim(
      TABLE,
      { middle: Math.PI / 2, turn: -1, head: false },
      (inRow - (perRow - 1) / 2) * Math.min(13, 190 / perRow),
      9 + row * 9,
    );
  });
  const d = head.map(
    ({ x, y }) =>
      `M${round(x - 2.6)} ${round(y - 3)}a2.6 2.7 0 1 1 5.2 0a2.6 2.7 0 1 1 -5.2 0ZM${round(x - 5.4)} ${round(y + 5.4)}C${round(x - 5)} ${round(y - 1.4)} ${round(x + 5)} ${round(y - 1.4)} ${round(x + 5.4)} ${round(y + 5.4)}Z`,
  );
  const e = foot.map(({ x, y }) => `M${round(x - 2)} ${round(y)}a2 2 0 1 1 4 0a2 2 0 1 1 -4 0Z`);
  const path = [...d, ...e].join('');
  return path === '' ? [] : [{ tag: 'path', attrs: { class: 'p-seat', d: path } }];
}

function likeliest(streams: readonly Stream[]): Stream | undefined {
  return [...streams].sort(
    (a, b) =>
      Number(a.over !== null) - Number(b.over !== null) ||
      Number(b.measure.known) - Number(a.measure.known) ||
      (a.id < b.id ? -1 : 1),
  )[0];
}

function streamBetween(all: Contents, sign: Sign, at: Point, gives: boolean): Mark[] {
  const mine = all.streams.filter((stream) => (gives ? stream.from : stream.to) === sign.id);
  const stream = likeliest(mine);
  if (stream === undefined) return [];
  const lean = (at.y - TABLE.y) * 0.32;
  const rim = { x: TABLE.x + (gives ? -1 : 1) * (TABLE.rx - 18), y: TABLE.y + lean };
  const near = { x: at.x + (gives ? 27 : -28), y: at.y };
  const [from, to] = gives ? [near, rim] : [rim, near];
  return thin(stream, [
    from,
    { x: from.x + (to.x - from.x) * 0.45, y: from.y },
    { x: from.x + (to.x - from.x) * 0.5, y: to.y },
    to,
  ]);
}

/** One stream up from the seats below, where those inside give something. */
function fromSeats(all: Contents): Mark[] {
  const foot = new Set(all.signs.filter((sign) => sign.zone === 'foot').map((sign) => sign.id));
  const stream = likeliest(
    all.streams.filter((one) => foot.has(one.from) && !foot.has(one.to) && one.over === null),
  );
  if (stream === undefined) return [];
  const x = TABLE.x - 26;
  const [low, high] = [
    { x: x - 2, y: TABLE.y + TABLE.ry + 7 },
    { x: x + 6, y: TABLE.y + 12 },
  ];
  return thin(stream, [low, { x: low.x, y: low.y - 10 }, { x: high.x - 4, y: high.y + 10 }, high]);
}

function thin(stream: Stream, curve: Cubic): Mark[] {
  const width = Math.max(5, Math.min(10, stream.width * 0.75));
  const small: Stream = {
    ...stream,
    role: 'flow',
    width,
    gate: false,
    covered: false,
    paint: stream.paint,
    measure: stream.measure,
  };
  const body =
    stream.measure.body.is === 'known'
      ? { is: 'known' as const, least: width, most: width, range: false }
      : stream.measure.body.is === 'some'
        ? { is: 'unknown' as const }
        : stream.measure.body;
  const marks = ribbon(
    { ...small, measure: { ...stream.measure, body } },
    walk(sample(curve, 20), 6),
    null,
  ).marks;
  return [
    {
      tag: 'g',
      attrs: { class: stream.over === null ? `k-${stream.paint.family}` : 'k-over' },
      children: [...marks],
    },
  ];
}

/** The same as stand-alone SVG, hidden from those who listen: its card says all in words. */
export function thumbnail(view: View, theme: Theme = 'light'): string {
  const made = thumb(view);
  const colored = (mark: Mark): Mark => {
    const color = painted(String(mark.attrs['class'] ?? ''), theme)['color'];
    return color === undefined ? mark : { ...mark, attrs: { ...mark.attrs, color } };
  };
  const inner = made.marks.map((mark) => element(colored(mark), theme)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${made.width} ${made.height}" width="${made.width}" height="${made.height}" aria-hidden="true">${inner}</svg>\n`;
}
