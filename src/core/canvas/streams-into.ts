/**
 * Which streams from a giver reach a thing, and when: flows that end at it, and those that come through pools, pockets
 * and other activities on the way. Says who and from when to when, never how much; that is `who-bears`.
 */
import type { View } from '#core/audience/view';
import type { Day } from '#core/model/dates';
import type { Id } from '#core/model/fact';
import type { Flow } from '#core/model/things';

/** Days from the first to the last, both included; null is an open end. */
export interface Span {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** One stream of one giver towards the thing, with the time in which it reached it. */
export interface Bearing {
  readonly flow: Flow;
  readonly bearer: Id;
  readonly spans: readonly Span[];
}

/** Days at which something begins or has ended: between two of them nothing changes. */
function turns(view: View): Day[] {
  const days = new Set<Day>();
  const { flows, activities, pools, pockets } = view.ever;
  for (const thing of [...flows, ...activities, ...pools, ...pockets]) {
    if (thing.since?.first != null) days.add(thing.since.first);
    if (thing.until?.last != null) days.add(thing.until.last + 1);
  }
  return [...days].sort((a, b) => a - b);
}

/** Ids of the flows from a giver that reach `target` on the day of the view. Parties pass nothing on. */
export function flowsReaching(view: View, target: Id): ReadonlySet<Id> {
  const isParty = (id: Id) => view.get('parties', id) !== null;
  const needOf = (id: Id | null) => (id === null ? null : (view.get('needs', id)?.activity ?? null));
  const into = new Map<Id, Flow[]>();
  for (const flow of view.countedFlows) {
    // What is paid for a work goes where that work goes (reading 9).
    const work = flow.compensates === null ? null : view.get('flows', flow.compensates);
    const to = isParty(flow.to)
      ? (needOf(flow.fulfils) ?? (work === null ? flow.to : (needOf(work.fulfils) ?? work.to)))
      : flow.to;
    into.set(to, [...(into.get(to) ?? []), flow]);
  }
  const serving = (id: Id) =>
    view.activities.filter((activity) => (activity.for[id] ?? 0) > 0).map((activity) => activity.id);
  const seen = new Set<Id>([target]);
  const found = new Set<Id>();
  const open = [target];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const pocketPool = view.get('pockets', node)?.pool;
    const before = [...serving(node), ...(pocketPool === undefined ? [] : [pocketPool])];
    for (const flow of into.get(node) ?? []) {
      if (isParty(flow.from) || view.thing(flow.from) === null) found.add(flow.id);
      else before.push(flow.from);
    }
    for (const next of before) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return found;
}

/** Every stream that ever reached the thing, the earliest first. */
export function streamsInto(view: View, target: Id): readonly Bearing[] {
  const days = turns(view);
  const pieces: Span[] = [null, ...days].map((from, index) => ({
    from,
    to: days[index] === undefined ? null : (days[index] ?? 0) - 1,
  }));
  const spans = new Map<Id, Span[]>();
  for (const piece of pieces) {
    const day = piece.from ?? (piece.to === null ? view.day : piece.to);
    const then = view.at(day);
    if (then.get('activities', target) === null || !then.activities.some((one) => one.id === target))
      continue;
    for (const id of flowsReaching(then, target)) spans.set(id, joined(spans.get(id) ?? [], piece));
  }
  return [...spans]
    .flatMap(([id, when]) => {
      const flow = view.get('flows', id);
      return flow === null ? [] : [{ flow, bearer: flow.from, spans: when }];
    })
    .sort((a, b) => start(a) - start(b) || end(a) - end(b) || (a.flow.id < b.flow.id ? -1 : 1));
}

function joined(spans: Span[], next: Span): Span[] {
  const last = spans.at(-1);
  if (last?.to != null && next.from !== null && last.to + 1 === next.from) {
    return [...spans.slice(0, -1), { from: last.from, to: next.to }];
  }
  return [...spans, next];
}

function start(bearing: Bearing): number {
  return bearing.spans[0]?.from ?? Number.NEGATIVE_INFINITY;
}

function end(bearing: Bearing): number {
  return bearing.spans.at(-1)?.to ?? Number.POSITIVE_INFINITY;
}

/** Streams that ended on one day, and the streams of others that began within a year of it. */
export interface Handing {
  readonly on: Day;
  readonly ended: readonly Bearing[];
  readonly begun: readonly Bearing[];
}

/** Days on each side of an ending in which a beginning may be its taking over. */
const AROUND = 366;

/** Endings in their order, each with what began around it. That one took over from the other is for people to say. */
export function handings(bearings: readonly Bearing[]): readonly Handing[] {
  const endings = new Map<Day, Bearing[]>();
  for (const one of bearings) {
    const on = one.spans.at(-1)?.to ?? null;
    if (on !== null) endings.set(on, [...(endings.get(on) ?? []), one]);
  }
  return [...endings]
    .sort(([a], [b]) => a - b)
    .map(([on, ended]) => {
      const gone = new Set(ended.map((one) => one.bearer));
      return {
        on,
        ended,
        begun: bearings.filter((other) => !gone.has(other.bearer) && beganAround(other, on)),
      };
    });
}

function beganAround(bearing: Bearing, day: Day): boolean {
  const from = bearing.spans[0]?.from ?? null;
  return from !== null && Math.abs(from - day) <= AROUND;
}
