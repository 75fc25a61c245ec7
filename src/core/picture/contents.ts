/**
 * What belongs in a picture on the day of a view, before anything has a place: signs, streams between them, influence
 * arrows, loops. What ended within a year stays as a ghost; after that it is history. Nothing is computed about anyone.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { nameInWords } from '#core/model/fact';
import type * as T from '#core/model/things';
import type { Measure } from '#core/picture/amounts';
import { bodyWidth, measure, type Scale, scales } from '#core/picture/amounts';
import { whenWords } from '#core/picture/days';
import { fold } from '#core/picture/fold';
import { type KindPaint, kindPaints, PLAIN } from '#core/picture/kinds';
import { loopsOf } from '#core/picture/loops';
import { type Jar, jarOf, type Seats, seatsOf, sizeDetail } from '#core/picture/seats';
import { WORDS } from '#core/picture/words';
import { type Zone, zones } from '#core/picture/zones';

/** The shape of a sign. */
export type Look =
  | 'house'
  | 'head'
  | 'heads'
  | 'open'
  | 'cloud'
  | 'seats'
  | 'plate'
  | 'jar'
  | 'sheets'
  | 'tool'
  | 'word'
  | 'end'
  | 'dish'
  | 'stack';

export interface Sign {
  readonly id: Id;
  readonly look: Look;
  readonly zone: Zone;
  /** Order among the circles: 0 sits nearest to the table. */
  readonly rank: number;
  readonly name: string;
  /** Whether its name was given; otherwise it is its id in words. */
  readonly isNamed: boolean;
  readonly details: readonly string[];
  readonly over: boolean;
  readonly seats: Seats | null;
  readonly jar: Jar | null;
  readonly paint: KindPaint | null;
  /** Ids of what was folded into it. */
  readonly folded: readonly Id[];
  readonly section: T.Thing['section'] | null;
}

export interface Stream {
  readonly id: Id;
  /** The facts it stands for: one, or several that were folded. */
  readonly facts: readonly Id[];
  readonly role: 'flow' | 'serves';
  readonly from: Id;
  readonly to: Id;
  readonly paint: KindPaint;
  readonly status: T.Status;
  readonly measure: Measure;
  /** Of how many of its facts the amount is known. */
  readonly counted: number;
  /** Px. */
  readonly width: number;
  /** Words for its end, where it is over. */
  readonly over: string | null;
  readonly covered: boolean;
  readonly gate: boolean;
}

export interface Arrow {
  readonly id: Id;
  /** A sign or a stream. */
  readonly from: Id;
  readonly to: Id;
  readonly sign: '+' | '-';
  readonly delayed: boolean;
  readonly words: string | null;
}

export interface LoopSign {
  readonly id: string;
  readonly arrows: readonly Id[];
  readonly sign: 'R' | 'B';
  readonly words: string;
}

export interface Contents {
  readonly signs: readonly Sign[];
  readonly streams: readonly Stream[];
  /** Streams that were folded because they are small among many; drawn when `SMALL_STREAMS` is opened. */
  readonly small: readonly Stream[];
  readonly arrows: readonly Arrow[];
  readonly loops: readonly LoopSign[];
  readonly paints: ReadonlyMap<Id, KindPaint>;
  readonly scale: Scale;
}

export interface ContentOptions {
  /** Ids of folds that are opened; `OPEN_ALL` opens every one. */
  readonly open?: readonly string[];
  /** Most outside parties before some are folded. */
  readonly mostOutside?: number;
}

const YEAR_DAYS = 366;
const ENDS: Readonly<Record<string, { words: () => { text: string }; look: Look }>> = {
  outside: { words: WORDS.outside, look: 'end' },
  past: { words: WORDS.past, look: 'end' },
  future: { words: WORDS.future, look: 'end' },
  ecosystem: { words: WORDS.ecosystem, look: 'cloud' },
  made: { words: WORDS.made, look: 'end' },
  loss: { words: WORDS.loss, look: 'end' },
};

/** Whether a thing ended in the year before the day of the view. */
export function endedLately(view: View, thing: Pick<T.Thing, 'until'>): boolean {
  const last = thing.until?.last ?? null;
  return last !== null && last < view.day && view.day - last <= YEAR_DAYS;
}

/** The sign at which a flow ends: a pocket stands in its jar, what is not known to this audience is under a dish. */
function signId(view: View, end: Id): Id {
  if (end in ENDS) return end;
  const thing = view.thing(end);
  if (thing === null) return 'withheld';
  if (thing.section === 'pockets') return thing.pool;
  if (thing.section === 'needs') return thing.activity;
  return end;
}

/** Gathers what is drawn. */
export function contents(view: View, options: ContentOptions = {}): Contents {
  const paints = kindPaints(view);
  const live = [...view.flows].sort(byId);
  const gone = view.ever.flows.filter((flow) => !view.valid(flow) && endedLately(view, flow)).sort(byId);
  const scale = scales(view, live);
  const gates = gateTest(view);
  const streams = [...live, ...gone].map((flow) => streamOf(view, flow, { paints, scale, gates }));
  streams.push(...servesStreams(view, streams));
  const arrows = view.influences
    .map((influence) => arrowOf(view, influence))
    .filter((arrow) => canTouch(view, arrow.from, streams) && canTouch(view, arrow.to, streams))
    .sort(byId);
  const signs = signsOf(view, streams, arrows, paints);
  const folded = fold({ signs, streams, arrows }, options);
  const loops = loopsOf(view, folded.arrows);
  // What a loop says in its three words is not said again beside each of its arrows.
  const looped = new Set(loops.flatMap((loop) => loop.arrows));
  const quiet = folded.arrows.map((arrow) => (looped.has(arrow.id) ? { ...arrow, words: null } : arrow));
  return { ...folded, arrows: quiet, loops, paints, scale };
}

function byId(a: { readonly id: Id }, b: { readonly id: Id }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

interface StreamContext {
  readonly paints: ReadonlyMap<Id, KindPaint>;
  readonly scale: Scale;
  readonly gates: (flow: T.Flow) => boolean;
}

function streamOf(view: View, flow: T.Flow, context: StreamContext): Stream {
  const measured = measure(view, flow, context.scale);
  const live = view.valid(flow);
  return {
    id: flow.id,
    facts: [flow.id],
    role: 'flow',
    from: signId(view, flow.from),
    to: signId(view, flow.to),
    paint: (flow.kind === null ? null : context.paints.get(flow.kind)) ?? PLAIN,
    status: flow.status,
    measure: measured,
    counted: measured.known ? 1 : 0,
    width: live ? bodyWidth(measured.body) : 9,
    over: live || flow.until === null ? null : WORDS.until({ date: whenWords(flow.until) }).text,
    covered: view.isCovered(flow.id),
    gate: context.gates(flow),
  };
}

/** Where the worth of an activity goes, as far as no flow tells it already. */
function servesStreams(view: View, flows: readonly Stream[]): Stream[] {
  const told = new Set(flows.map((flow) => `${flow.from} ${flow.to}`));
  const added: Stream[] = [];
  for (const activity of [...view.activities].sort(byId)) {
    for (const end of Object.keys(activity.for).sort()) {
      const to = signId(view, end);
      if (end === 'loss' || to === 'withheld' || told.has(`${activity.id} ${to}`)) continue;
      const words = WORDS.notKnown().text;
      added.push({
        id: `${activity.id}--for--${end}`,
        facts: [activity.id],
        role: 'serves',
        from: activity.id,
        to,
        paint: PLAIN,
        status: 'actual',
        measure: { body: { is: 'unknown' }, words, known: false },
        counted: 0,
        width: 7,
        over: null,
        covered: false,
        gate: isPriced(activity) && isOutside(view, to),
      });
    }
  }
  return added;
}

function isPriced(activity: T.Activity): boolean {
  return activity.price !== null && activity.price !== 'free' && activity.price.is === 'known';
}

function isOutside(view: View, id: Id): boolean {
  const party = view.get('parties', id);
  return party !== null && !party.inside;
}

function gateTest(view: View): (flow: T.Flow) => boolean {
  const apart = new Set<string>();
  const keep = (between: readonly Id[]) => {
    for (const a of between) for (const b of between) if (a !== b) apart.add(`${a} ${b}`);
  };
  for (const wall of view.walls) if (wall.mayMeet === 'apart') keep(wall.between);
  for (const tie of view.ties) if (tie.mayMeet === 'apart') keep(tie.between);
  return (flow) => {
    const activity = view.get('activities', flow.from);
    return (
      (activity !== null && isPriced(activity) && isOutside(view, flow.to)) ||
      apart.has(`${flow.from} ${flow.to}`)
    );
  };
}

function arrowOf(view: View, influence: T.Influence): Arrow {
  const end = (id: Id) => (view.get('flows', id) === null ? signId(view, id) : id);
  return {
    id: influence.id,
    from: end(influence.from),
    to: end(influence.to),
    sign: influence.sign,
    delayed: influence.delayMonths !== null && influence.delayMonths > 0,
    words: influence.name === null ? null : nameInWords(influence),
  };
}

function canTouch(view: View, id: Id, streams: readonly Stream[]): boolean {
  const thing = view.thing(id);
  if (thing?.section === 'flows') return streams.some((stream) => stream.id === id);
  return thing !== null && (view.valid(thing) || endedLately(view, thing));
}

/** Signs of all that is valid, and of whatever a stream or an arrow touches. */
function signsOf(
  view: View,
  streams: readonly Stream[],
  arrows: readonly Arrow[],
  paints: ReadonlyMap<Id, KindPaint>,
): Sign[] {
  const touched = new Set<Id>();
  for (const { from, to } of [...streams, ...arrows]) touched.add(from).add(to);
  const flowEnds = new Set(view.ever.flows.flatMap(({ from, to }) => [signId(view, from), signId(view, to)]));
  const ids = new Set<Id>(touched);
  for (const party of view.parties) {
    // A party whose streams are all of another time has no part in this one; one that never had any is shown.
    if (party.type === 'person' && party.in !== null && !touched.has(party.id)) continue;
    if (party.inside || !flowEnds.has(party.id)) ids.add(party.id);
  }
  for (const thing of [...view.activities, ...view.pools, ...view.tools, ...view.quantities])
    ids.add(thing.id);
  for (const stream of streams) ids.delete(stream.id);
  const zoneOf = zones(view, streams);
  return [...ids].sort().map((id) => signOf(view, id, { streams, paints, zoneOf }));
}

interface SignContext {
  readonly streams: readonly Stream[];
  readonly paints: ReadonlyMap<Id, KindPaint>;
  readonly zoneOf: (id: Id) => Zone;
}

function signOf(view: View, id: Id, { streams, paints, zoneOf }: SignContext): Sign {
  const thing = view.thing(id);
  const base: Sign = {
    id,
    zone: zoneOf(id),
    rank: 0,
    look: 'end',
    name: id,
    isNamed: true,
    details: [],
    over: false,
    seats: null,
    jar: null,
    paint: null,
    folded: [],
    section: thing?.section ?? null,
  };
  if (thing === null) {
    if (id === 'withheld') return { ...base, look: 'dish', name: WORDS.withheld().text };
    const words = id === 'outside' && base.zone === 'receiver' ? WORDS.outsideTo : ENDS[id]!.words;
    return { ...base, look: ENDS[id]?.look ?? 'end', name: words().text };
  }
  const over = !view.valid(thing);
  const details = over && thing.until !== null ? [WORDS.until({ date: whenWords(thing.until) }).text] : [];
  const known = { ...base, name: nameInWords(thing), isNamed: thing.name !== null, over, details };
  if (thing.section === 'parties') return partySign(view, thing, known, streams);
  if (thing.section === 'activities') return { ...known, look: 'plate' };
  if (thing.section === 'tools') return { ...known, look: 'tool' };
  if (thing.section === 'pools') {
    const copies = view.kind(thing.kind)?.law === 'copyable';
    return {
      ...known,
      look: copies ? 'sheets' : 'jar',
      jar: jarOf(view, thing),
      paint: paints.get(thing.kind) ?? PLAIN,
    };
  }
  return { ...known, look: 'word' };
}

const RANK: Readonly<Record<T.CircleName, number>> = {
  core: 0,
  active: 0,
  occasional: 1,
  peripheral: 2,
  transactional: 3,
};

function partySign(view: View, party: T.Party, known: Sign, streams: readonly Stream[]): Sign {
  const rank = party.circle === null ? 1 : RANK[party.circle];
  const details = [...known.details, ...sizeDetail(view, party)];
  if (party.type === 'circle' && party.inside)
    return { ...known, look: 'seats', rank, details, seats: seatsOf(view, party) };
  const looks = {
    circle: 'heads',
    person: 'head',
    organisation: 'house',
    public: 'open',
    ecosystem: 'cloud',
  } as const;
  const mine = streams.filter((stream) => stream.from === party.id || stream.to === party.id);
  const allOver = !known.over && mine.length > 0 && mine.every((stream) => stream.over !== null);
  return {
    ...known,
    look: looks[party.type],
    rank,
    details: allOver ? [WORDS.nowOver().text, ...details] : details,
  };
}
