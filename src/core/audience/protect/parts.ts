/**
 * What goes into the totals of an audience: the flows whose kind it may know in sum only. A flow hidden only by the file's
 * default counts as well; one with its own narrower `see` never does. Totals speak of the day described, and of no
 * other: two days beside each other would tell what one contributor began.
 */
import { type Audience, audienceOf } from '#core/audience/audience';
import type { Redactor } from '#core/audience/redact';
import { levelOf, statedLevel, visibleIds } from '#core/audience/visible';
import { type Community, describedDay, RESERVED_IDS } from '#core/model/community';
import { type Day, holdsOn } from '#core/model/dates';
import type { Id } from '#core/model/fact';
import { monthlyRate, type Rate, readingOn, timesPerMonth } from '#core/model/rate';
import type { Flow, Level, Party } from '#core/model/things';

/** Done, promised or hoped: never added to one another. */
export type Standing = 'done' | 'told' | 'hoped';

export interface Part {
  readonly flow: Flow;
  readonly kind: Id;
  readonly standing: Standing;
  readonly level: 'aggregate' | 'range';
  /** Whether the audience may know of the flow by itself. */
  readonly seen: boolean;
  /** Circle of the giver, or the pool, pocket or activity it comes from, as this audience knows it. */
  readonly row: Id;
  /** The need that it meets, else where it goes. */
  readonly col: Id;
  readonly rate: Rate;
  /** A bit for each set of parts that somebody who reads the totals knows already. */
  readonly knownTo: number;
}

/** The day that totals speak of: the one described, else the last on which anything begins. */
export function dayOfTotals(community: Community): Day {
  const described = describedDay(community);
  if (described !== null) return described;
  const starts = community.flows.flatMap((flow) =>
    [flow.since, ...flow.amount.map((one) => one.since)].map((when) => when?.first ?? 0),
  );
  return starts.reduce((last, day) => Math.max(last, day), 0);
}

/** Whether the audience knows some kind, or some flow, in sum only. Most know none, and pay nothing for it. */
export function knowsTotals(community: Community, audience: Audience): boolean {
  const isSum = (level: Level | null) => level === 'aggregate' || level === 'range';
  return (
    community.kinds.some((kind) => isSum(statedLevel(community, kind.id, audience))) ||
    community.flows.some((flow) => isSum(flow.shown[audience.id] ?? null))
  );
}

/** Audiences who may also look at what a narrower one is shown, and see some of its parts as they are. */
const ALSO_LOOKING = ['members', 'core', 'treasurer', 'peers'];

/**
 * All parts of the totals of an audience, in the order of the file; and the flows that no longer stand by themselves
 * because a total stands for them, of whatever day.
 */
export function partsFor(
  community: Community,
  audience: Audience,
  visible: ReadonlySet<Id>,
  by: Redactor,
): { readonly parts: readonly Part[]; readonly replaced: ReadonlySet<Id> } {
  const day = dayOfTotals(community);
  const kinds = new Map(community.kinds.map((kind) => [kind.id, kind]));
  const groups = groupsOf(community, visible);
  const knownTo = knowers(community, audience);
  const parts: Part[] = [];
  const replaced = new Set<Id>();
  for (const flow of community.flows) {
    const kind = flow.kind === null ? undefined : kinds.get(flow.kind);
    if (kind === undefined || kind.law === 'relational') continue;
    const level = levelOf(community, flow, audience);
    const seen = visible.has(flow.id);
    if (level !== 'aggregate' && level !== 'range') continue;
    // A range of one's own stands by itself; only what may not be seen by itself needs a sum.
    if (level === 'range' && seen) continue;
    if (!seen && flow.see !== null) continue;
    if (seen) replaced.add(flow.id);
    if (!holdsOn(flow.since, flow.until, day)) continue;
    const rate = rateOf(community, flow, day);
    if (rate.is === 'none') continue;
    parts.push({
      flow,
      kind: kind.id,
      standing: flow.status === 'told' || flow.status === 'hoped' ? flow.status : 'done',
      level,
      seen,
      row: groups(flow.from, by),
      col: flow.fulfils !== null && visible.has(flow.fulfils) ? flow.fulfils : groups(flow.to, by),
      rate,
      knownTo: knownTo(flow),
    });
  }
  return { parts, replaced };
}

/** What one audience is told of a flow: its amount as it is, a sum that counts it, or neither. */
type Knows = (flow: Flow) => 'exact' | 'sum' | null;

function knowledgeOf(community: Community, audience: Audience): Knows {
  const seen = visibleIds(community, audience);
  return (flow) => {
    const level = levelOf(community, flow, audience);
    if (level === 'exact') return seen.has(flow.id) ? 'exact' : null;
    if (level !== 'aggregate' && level !== 'range') return null;
    return seen.has(flow.id) || flow.see === null ? 'sum' : null;
  };
}

/**
 * For each flow, a bit for each set of parts that somebody who reads this knows already. There are those of other audiences
 * who may look here too, and see some amounts as they are. And whoever reads this may look at what those he hears are told:
 * amounts that they see, and sums, which he takes away as a whole.
 */
function knowers(community: Community, audience: Audience): (flow: Flow) => number {
  if (audience.all) return () => 0;
  const known = (id: string): Audience | null => (id === audience.id ? null : audienceOf(community, id));
  const wider = ALSO_LOOKING.map(known)
    .filter((one) => one?.hears.has(audience.like ?? audience.id) === true)
    .map((one) => knowledgeOf(community, one as Audience));
  const heard = [...audience.hears]
    .sort()
    .map(known)
    .filter((one) => one !== null)
    .map((one) => knowledgeOf(community, one));
  const own = 1 << wider.length;
  return (flow) => {
    let bits = 0;
    wider.forEach((knows, at) => {
      if (knows(flow) === 'exact') bits |= 1 << at;
    });
    const told = heard.map((knows) => knows(flow));
    const isSeen = told.includes('exact');
    if (isSeen) bits |= own;
    told.forEach((one, at) => {
      if (isSeen || one === 'sum') bits |= own << (at + 1);
    });
    return bits;
  };
}

/** The circle by which an audience knows a party: itself, its visible circle, else `outside`, else `withheld`. */
function groupsOf(community: Community, visible: ReadonlySet<Id>): (id: Id, by: Redactor) => Id {
  const parties = new Map(community.parties.map((party) => [party.id, party]));
  const found = new Map<Id, Id>();
  const isGroup = (party: Party) => party.type !== 'person' && party.type !== 'organisation';
  return (id, by) => {
    const before = found.get(id);
    if (before !== undefined) return before;
    let group: Id | null = null;
    let inside = false;
    const seen = new Set<Id>();
    let party = parties.get(id);
    if (party === undefined) group = RESERVED_IDS.includes(id) ? id : by.endFor(id);
    while (group === null && party !== undefined && !seen.has(party.id)) {
      seen.add(party.id);
      inside ||= party.inside;
      if (isGroup(party) && visible.has(party.id)) group = party.id;
      const next: Id | null = party.in;
      party = next === null ? undefined : parties.get(next);
    }
    group ??= inside ? 'withheld' : 'outside';
    found.set(id, group);
    return group;
  };
}

/** The amount of a flow per month on a day, before anybody's eyes are thought of. */
export function rateOf(community: Community, flow: Flow, day: Day): Rate {
  const reading = readingOn(flow.amount, day);
  if (reading === null) return { is: 'unknown' };
  return monthlyRate(reading.value, reading.because.length > 0 ? reading.because : flow.because, {
    seasonMonths: community.calendar.seasonMonths,
    eventsPerMonth: reading.value.per === 'event' ? eventsOf(community, [flow.from, flow.to]) : null,
    since: reading.since ?? flow.since,
    until: reading.until ?? flow.until,
  });
}

function eventsOf(community: Community, ends: readonly Id[]): number | null {
  for (const end of ends) {
    const rhythm = community.activities.find((one) => one.id === end)?.rhythm;
    if (rhythm == null || rhythm.is !== 'known') continue;
    const times = timesPerMonth(rhythm.per, {
      seasonMonths: community.calendar.seasonMonths,
      eventsPerMonth: null,
      since: null,
      until: null,
    });
    if (times !== null) return rhythm.likely * times;
  }
  return null;
}
