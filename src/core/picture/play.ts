/**
 * The picture playing: how many small marks travel along each stream of one kind, and how long one takes. Marks set out
 * in proportion to the amount; where nobody counted one hollow mark goes alone. Moves nothing itself.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type { Stream } from '#core/picture/contents';
import type { Scene } from '#core/picture/scene';
import { distance, type Point, polyline } from '#core/picture/shape';

export interface Travel {
  readonly id: Id;
  /** The way as a path, in the picture's own px. */
  readonly d: string;
  /** Marks that are on the way at one time. */
  readonly marks: number;
  /** Seconds from the giver to the receiver. */
  readonly seconds: number;
  /** Nobody counted: one mark, hollow. */
  readonly hollow: boolean;
}

/** Px a second, and marks a second on the widest stream. */
const SPEED = 46;
const MOST_A_SECOND = 1.6;
const SLOWEST = 24;

/** Kinds that flow in this picture, those with an amount first, each once. */
export function kindsInPlay(made: Scene): readonly Id[] {
  const flows = made.contents.streams.filter((one) => one.role === 'flow' && one.over === null);
  const kinds = flows.flatMap((one) => (one.paint.kind === null ? [] : [one.paint.kind]));
  const known = (kind: Id) => flows.some((one) => one.paint.kind === kind && one.measure.known);
  return [...new Set(kinds)].sort(
    (a, b) => Number(known(b)) - Number(known(a)) || (a < b ? -1 : a > b ? 1 : 0),
  );
}

/** The travels of one kind. Covered streams stand still: how much flows there is not ours to show. */
export function travels(view: View, made: Scene, kind: Id): readonly Travel[] {
  const streams = made.contents.streams.filter(
    (one) =>
      one.role === 'flow' &&
      one.over === null &&
      one.paint.kind === kind &&
      !one.covered &&
      one.status !== 'hoped',
  );
  const amounts = new Map(streams.map((stream) => [stream.id, monthly(view, stream)]));
  const most = Math.max(0, ...[...amounts.values()].map((amount) => amount ?? 0));
  return streams.flatMap((stream): Travel[] => {
    const way = made.ways.get(stream.id);
    const amount = amounts.get(stream.id) ?? null;
    if (way === undefined || way.length < 2 || amount === 0) return [];
    const plain = lengthOf(way) / SPEED;
    const path = { id: stream.id, d: polyline(way) };
    if (amount === null || most === 0) return [{ ...path, marks: 1, seconds: plain * 1.5, hollow: true }];
    const aSecond = (MOST_A_SECOND * amount) / most;
    const marks = Math.max(1, Math.round(plain * aSecond));
    // So many marks in so many seconds set out in proportion, whatever the way is long.
    return [{ ...path, marks, seconds: Math.min(SLOWEST, marks / aSecond), hollow: false }];
  });
}

/** A month's amount of a stream, of several folded into one their sum; null where one of them is not known. */
function monthly(view: View, stream: Stream): number | null {
  let sum = 0;
  for (const id of stream.facts) {
    const flow = view.get('flows', id);
    const rate = flow === null ? null : view.rate(flow);
    if (rate?.is === 'none') continue;
    if (rate?.is !== 'known') return null;
    sum += rate.likely;
  }
  return sum;
}

function lengthOf(way: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < way.length; i++) length += distance(way[i - 1]!, way[i]!);
  return length;
}
