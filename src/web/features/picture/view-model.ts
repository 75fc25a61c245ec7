/** What stands round the picture, as data: pills of kinds, the days of the slider, the list that says the same. Adds nothing up across kinds. */
import type { View } from '#core/audience/view';
import { type Day, dayOf, middleDay, type When, yearOf } from '#core/model/dates';
import type { Id } from '#core/model/fact';
import { FAMILY_ORDER, type Family, type KindPaint } from '#core/picture/kinds';
import { lineWidth } from '#core/picture/measure';
import type { Group, Scene } from '#core/picture/scene';
import { shelfNote } from '../../shared/naming';
import { t, words } from '../../shared/words';

/** One pill: a family of kinds that share a mark, or one kind of the community's own. */
export interface Pill {
  readonly key: string;
  readonly name: string;
  readonly paint: KindPaint;
  readonly kinds: readonly Id[];
  /** Streams on the day that are not over. */
  readonly count: number;
}

const FAMILY_NAMES: Readonly<Record<Family, () => string>> = {
  hours: () => t('pill.hours', 'Hours'),
  money: () => t('pill.money', 'Money'),
  attention: () => t('pill.attention', 'Attention'),
  knowledge: () => t('pill.know-how', 'Know-how'),
  goodwill: () => t('pill.goodwill', 'Goodwill'),
  things: () => t('pill.things', 'Things'),
  plain: () => t('pill.plain', 'Kind not said'),
};

/** The pills of a picture, in the order of the legend. Kinds that never occur have none. */
export function pillsOf(made: Scene): readonly Pill[] {
  const found = new Map<string, { paint: KindPaint; kinds: Id[]; count: number }>();
  const used = new Set<Id | null>();
  for (const paint of made.contents.paints.values()) {
    const key = paint.mark === 'none' ? `own-${paint.kind}` : paint.family;
    const pill = found.get(key) ?? { paint, kinds: [], count: 0 };
    if (paint.kind !== null) pill.kinds.push(paint.kind);
    found.set(key, pill);
  }
  for (const stream of [...made.contents.streams, ...made.contents.small]) {
    if (stream.role !== 'flow') continue;
    used.add(stream.paint.kind);
    if (stream.over !== null) continue;
    const key = stream.paint.mark === 'none' ? `own-${stream.paint.kind}` : stream.paint.family;
    const pill = found.get(key);
    if (pill !== undefined) pill.count += stream.facts.length;
  }
  return [...found]
    .filter(([, pill]) => pill.kinds.some((kind) => used.has(kind)))
    .map(([key, pill]) => ({
      ...pill,
      key,
      name: pill.paint.mark === 'none' ? pill.paint.name : FAMILY_NAMES[pill.paint.family](),
    }))
    .sort(
      (a, b) =>
        FAMILY_ORDER.indexOf(a.paint.family) - FAMILY_ORDER.indexOf(b.paint.family) ||
        (a.name < b.name ? -1 : 1),
    );
}

/** A day on the slider. */
export interface Stop {
  readonly day: Day;
  /** Words of the history, where it has some. */
  readonly text: string | null;
  readonly sort: 'event' | 'snapshot' | 'change';
  /** Whether something drawn began on that day, or no longer held from it on. */
  readonly begins: boolean;
  readonly ends: boolean;
}

function firstOf(when: When | null): Day | null {
  return when?.first ?? null;
}

/**
 * The days that matter: what the history tells, snapshots of the shelf, and days on which a stream, a party, something
 * done or kept begins or ends, or an amount becomes another.
 */
export function stopsOf(view: View): readonly Stop[] {
  const stops = new Map<Day, Stop>();
  const put = (day: Day | null, text: string | null, sort: Stop['sort'], mark?: 'begins' | 'ends') => {
    if (day === null) return;
    const before = stops.get(day) ?? { day, text, sort: 'change', begins: false, ends: false };
    const told = before.sort === 'change' && sort !== 'change' ? { text, sort } : {};
    stops.set(day, { ...before, ...told, ...(mark === undefined ? {} : { [mark]: true }) });
  };
  for (const event of view.ever.history) put(middleDay(event.on.text), words(event.text), 'event');
  for (const day of shelfNote(view).snapshots) put(middleDay(day), null, 'snapshot');
  const { flows, parties, activities, pools, tools } = view.ever;
  const there = flows.filter((flow) => flow.status === 'actual' || flow.status === 'agreed');
  for (const thing of [...there, ...parties, ...activities, ...pools, ...tools]) {
    put(firstOf(thing.since), null, 'change', 'begins');
    const last = thing.until?.last ?? null;
    // The first day on which it no longer held.
    if (last !== null) put(last + 1, null, 'change', 'ends');
  }
  for (const series of [...there.map((flow) => flow.amount), ...parties.map((party) => party.size)])
    for (const reading of series.slice(1)) put(firstOf(reading.since), null, 'change');
  if (view.asOf !== null) put(middleDay(view.asOf.text), null, 'snapshot');
  const [from, to] = rangeOf(view);
  return [...stops.values()]
    .filter((stop) => stop.day >= from && stop.day <= to)
    .sort((a, b) => a.day - b.day);
}

/** The last day that matters up to a day, and the one before it; null before the first. */
export function stepTo(stops: readonly Stop[], day: Day): { readonly since: Day; readonly at: Stop } | null {
  const nth = stops.findLastIndex((stop) => stop.day <= day);
  const at = stops[nth];
  return at === undefined ? null : { at, since: stops[nth - 1]?.day ?? at.day - 1 };
}

/** The first and the last day that the slider reaches: whole years, at most forty. An end far ahead says nothing of that year. */
export function rangeOf(view: View): readonly [Day, Day] {
  const begun = [...view.ever.flows, ...view.ever.parties, ...view.ever.activities].flatMap(
    (thing) => firstOf(thing.since) ?? [],
  );
  const told = [
    ...begun,
    ...view.ever.history.flatMap((event) => event.on.first ?? []),
    view.day,
    ...(view.asOf?.first == null ? [] : [view.asOf.first]),
  ];
  const lastYear = Math.max(...told.map(yearOf));
  const firstYear = Math.max(lastYear - 39, Math.min(...told.map(yearOf)));
  return [dayOf(firstYear, 1, 1) ?? view.day, dayOf(lastYear, 12, 31) ?? view.day];
}

/** A label above the axis. */
export interface Flag {
  readonly x: number;
  readonly left: number;
  readonly row: 0 | 1;
  readonly text: string;
  readonly day: Day;
}

/** Labels of events that fit above an axis without touching one another or what is `taken` in the upper row. */
export function flagsOf(
  stops: readonly Stop[],
  place: (day: Day) => number,
  width: number,
  taken: readonly [number, number],
): readonly Flag[] {
  const rows: [number, number][][] = [[[...taken]], []];
  const flags: Flag[] = [];
  for (const stop of stops) {
    if (stop.text === null || stop.sort !== 'event') continue;
    const text = short(stop.text);
    const wide = lineWidth(text, 'data', 13) + 10;
    const x = place(stop.day);
    for (const row of [0, 1] as const) {
      const left = [x - wide / 2, x - wide + 6, x - 6].find(
        (start) =>
          start >= 2 &&
          start + wide <= width - 2 &&
          rows[row]!.every(([a, b]) => start + wide < a || start > b),
      );
      if (left === undefined) continue;
      rows[row]!.push([left, left + wide]);
      flags.push({ x, left: left + 5, row, text, day: stop.day });
      break;
    }
  }
  return flags;
}

/** An event in few words, without its full stop. */
function short(text: string): string {
  const plain = text.replace(/[.]$/, '').split(/[;:(]/)[0]!.trim();
  if (plain.length <= 32) return plain;
  const cut = plain.slice(0, 31);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 12)).replace(/[,]$/, '')}…`;
}

/** Rows of the list that says what the picture says. */
export interface Listing {
  readonly title: string;
  readonly groups: readonly Group[];
}

export function listingOf(made: Scene): readonly Listing[] {
  const of = (kinds: readonly Group['kind'][]) =>
    made.order.flatMap((id) => made.groups.filter((group) => group.id === id && kinds.includes(group.kind)));
  return [
    { title: t('list.parties', 'Who is there'), groups: of(['party', 'end', 'fold']) },
    { title: t('list.table', 'On the table'), groups: of(['activity', 'pool', 'tool']) },
    { title: t('list.streams', 'Streams'), groups: of(['stream', 'serves']) },
    { title: t('list.influences', 'What pulls on what'), groups: of(['quantity', 'influence', 'loop']) },
  ].filter((one) => one.groups.length > 0);
}

/** The next sign in a direction: near, and more ahead than aside. */
export function towards(made: Scene, from: Id, way: 'left' | 'right' | 'up' | 'down'): Id | null {
  const here = made.groups.find((group) => group.id === from);
  if (here === undefined) return made.order[0] ?? null;
  const middle = (group: Group) => ({
    x: group.box.x + group.box.width / 2,
    y: group.box.y + group.box.height / 2,
  });
  const at = middle(here);
  let best: Id | null = null;
  let least = Infinity;
  for (const group of made.groups) {
    if (group.id === from) continue;
    const there = middle(group);
    const [dx, dy] = [there.x - at.x, there.y - at.y];
    const ahead = way === 'left' ? -dx : way === 'right' ? dx : way === 'up' ? -dy : dy;
    const aside = Math.abs(way === 'left' || way === 'right' ? dy : dx);
    if (ahead < 6) continue;
    const cost = ahead + aside * 2.2;
    if (cost < least) [least, best] = [cost, group.id];
  }
  return best;
}
