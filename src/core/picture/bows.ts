/** The ways that a stream or an arrow might take from one sign to another: bows to both sides, of all depths. */
import type { Ground } from '#core/picture/obstacles';
import type { Place } from '#core/picture/place';
import { edgePoint, type Link, offName, type Port } from '#core/picture/ports';
import {
  add,
  type Box,
  boxOf,
  type Cubic,
  distance,
  grow,
  minus,
  type Point,
  sample,
  times,
  turned,
  unit,
} from '#core/picture/shape';

export interface Candidate {
  readonly line: readonly Point[];
  readonly box: Box;
  /** What it costs by itself: its bow, and what it runs over. */
  own: number;
}

const BOWS = [0, 0.1, -0.1, 0.2, -0.2, 0.32, -0.32, 0.48, -0.48];
const WIDE_BOWS = [0.25, -0.25, 0.4, -0.4, 0.6, -0.6, 0.85, -0.85, 0.12, -0.12];
const FEW_BOWS = [0, 0.12, -0.12, 0.28, -0.28];
const LEAST_BOWS = [0.1, -0.1];

export interface Effort {
  readonly arrows: boolean;
  readonly many: boolean;
  readonly thicket: boolean;
}

export function candidates(
  link: Link,
  from: Port,
  to: Port,
  { arrows, many, thicket }: Effort,
  ground: Ground,
): Candidate[] {
  if (link.from === link.to) return selfLoops(link, from, ground);
  const found: Candidate[] = [];
  for (const bow of arrows ? WIDE_BOWS : thicket ? LEAST_BOWS : many ? FEW_BOWS : BOWS) {
    for (const lead of arrows || many ? [0.38] : [0.3, 0.45]) {
      for (const soft of arrows ? [0.2] : many ? [0.5] : [0.75, 0.2]) {
        const line = curved({ from, to, bows: [bow, bow], lead, soft, count: many ? 14 : 22 });
        found.push({
          line,
          box: grow(boxOf(line), link.width / 2),
          own: Math.abs(bow) * (arrows ? 10 : 26) + bend(line) * 4,
        });
      }
    }
  }
  return found;
}

interface Bow {
  readonly from: Port;
  readonly to: Port;
  /** How far it bows aside near its start and near its end, as a share of its span. */
  readonly bows: readonly [number, number];
  /** How far it keeps its first direction, as a share of its span; and how much of that is the port's own. */
  readonly lead: number;
  readonly soft: number;
  readonly count: number;
}

function curved({ from, to, bows, lead, soft, count }: Bow): Point[] {
  const span = distance(from.at, to.at);
  const straight = unit(minus(to.at, from.at));
  const side = turned(straight);
  const reach = Math.min(span * lead, 190);
  const leave = unit(add(times(from.out, soft), times(straight, 1 - soft)));
  const arrive = unit(add(times(to.out, soft), times(straight, soft - 1)));
  const curve: Cubic = [
    from.at,
    add(add(from.at, times(leave, reach)), times(side, bows[0] * span)),
    add(add(to.at, times(arrive, reach)), times(side, bows[1] * span)),
    to.at,
  ];
  return sample(curve, count);
}

const TURNS = [0, 0.6, -0.6];
const MORE_BOWS: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.16, 0.16],
  [-0.16, -0.16],
  [0.34, 0.34],
  [-0.34, -0.34],
];
const BENDS: readonly (readonly [number, number])[] = [
  [0.3, 0],
  [-0.3, 0],
  [0, 0.3],
  [0, -0.3],
  [0.3, -0.3],
  [-0.3, 0.3],
  [0.6, 0.1],
  [-0.6, -0.1],
  [0.1, 0.6],
  [-0.1, -0.6],
];

/** More ways for a line that finds none that is calm: bent twice, or from another point of its signs. */
export function* detours(link: Link, from: Port, to: Port, arrows: boolean): Generator<Candidate> {
  if (link.from === link.to) return;
  const weight = arrows ? 10 : 26;
  const put = (starts: Port, ends: Port, bows: readonly [number, number], more: number): Candidate => {
    const line = curved({ from: starts, to: ends, bows, lead: 0.38, soft: arrows ? 0.25 : 0.5, count: 22 });
    const deep = Math.max(Math.abs(bows[0]), Math.abs(bows[1]));
    return {
      line,
      box: grow(boxOf(line), link.width / 2),
      own: deep * weight + bend(line) * 4 + more,
    };
  };
  for (const bows of BENDS) yield put(from, to, bows, 1);
  for (const a of turnable(link.from) ? TURNS : [0])
    for (const b of turnable(link.to) ? TURNS : [0])
      if (a !== 0 || b !== 0)
        for (const bows of MORE_BOWS)
          yield put(
            turnedPort(link.from, from, a),
            turnedPort(link.to, to, b),
            bows,
            2 * (Math.abs(a) + Math.abs(b)),
          );
}

function turnable({ rim, sign }: Place): boolean {
  return rim.length === 0 && sign.zone !== 'giver' && sign.zone !== 'receiver';
}

function turnedPort(place: Place, port: Port, by: number): Port {
  return by === 0 ? port : edgePoint(place, offName(place, Math.atan2(port.out.y, port.out.x) + by));
}

/** How much a line turns, in radians, beyond a gentle quarter. */
function bend(line: readonly Point[]): number {
  let turn = 0;
  for (let i = 2; i < line.length; i++) {
    const a = unit(minus(line[i - 1]!, line[i - 2]!));
    const b = unit(minus(line[i]!, line[i - 1]!));
    turn += Math.abs(Math.atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y));
  }
  return Math.max(0, turn - 0.9);
}

/** A stream that comes back to where it began: a bow along the outer side of its circle, or a ring at a corner. */
function selfLoops(link: Link, from: Port, ground: Ground): Candidate[] {
  const { from: place } = link;
  if (place.rim.length > 0) return rimLoops(place, ground);
  const r = place.radius ?? Math.max(place.body.width, place.body.height) / 2;
  return [0.25, 0.75, 1.25, 1.75].map((turn) => {
    const [a, b] = [turn * Math.PI - 0.45, turn * Math.PI + 0.45];
    const point = (angle: number, far: number) =>
      add(place.at, { x: Math.cos(angle) * far, y: Math.sin(angle) * far });
    const line = sample(
      [point(a, r + 4), point(a - 0.25, r + 58), point(b + 0.25, r + 58), point(b, r + 4)],
      20,
    );
    return { line, box: grow(boxOf(line), link.width), own: from.at === place.at ? 1 : 0 };
  });
}

/** Below or above the arc where it is wide; at its ends, out and back, where it is not. */
function rimLoops(place: Place, ground: Ground): Candidate[] {
  const [a, b] = [place.rim.at(0)!, place.rim.at(-1)!];
  const out = unit(minus(place.rim[Math.floor(place.rim.length / 2)]!, ground.table));
  const found: Candidate[] = [];
  const put = (curve: Cubic, own: number) => {
    const line = sample(curve, 20);
    found.push({ line, box: grow(boxOf(line), 12), own });
  };
  for (const [end, other] of [
    [b, a],
    [a, b],
  ] as const) {
    const along = unit(minus(end, other));
    const start = add(end, times(along, 12));
    const finish = add(add(end, times(along, 10)), times(out, 34));
    put(
      [
        start,
        add(add(start, times(along, 66)), times(out, -4)),
        add(add(finish, times(along, 58)), times(out, 8)),
        finish,
      ],
      3,
    );
  }
  const along = unit(minus(b, a));
  for (const share of [0.2, 0.8, 0.5]) {
    const at = add(a, times(minus(b, a), share));
    const deep = Math.max(
      ...place.seats.map((seat) =>
        distance(seat, at) < 90 ? (seat.x - at.x) * out.x + (seat.y - at.y) * out.y : 0,
      ),
    );
    const [left, right] = [-1, 1].map((side) =>
      add(add(at, times(along, side * 56)), times(out, deep + 16)),
    ) as [Point, Point];
    put(
      [
        left,
        add(add(left, times(along, 26)), times(out, 20)),
        add(add(right, times(along, -26)), times(out, 20)),
        right,
      ],
      distance(a, b) < 200 ? 30 : 0,
    );
  }
  return found;
}
