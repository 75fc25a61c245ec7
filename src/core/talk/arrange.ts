/**
 * A proposed meeting as people arranged it: their order, what they left out, items of their own, minutes that they gave.
 * Money still never begins and the end stays the end. Keeps nothing and asks nobody; works in a browser too.
 */
import type { MeetingItem, OwnItem } from '#core/talk/meeting';

/** What people changed of a proposal. */
export interface MeetingDraft {
  /** Length of the meeting in whole minutes. */
  readonly minutes: number;
  /** Item ids in the order wished for; those not named follow as proposed. */
  readonly order: readonly string[];
  /** Ids of proposed items that are not for this time. The end cannot be left out. */
  readonly dropped: readonly string[];
  readonly own: readonly OwnItem[];
  /** Whole minutes that people gave an item, by its id. */
  readonly given: Readonly<Record<string, number>>;
}

export interface ArrangedItem<T> {
  readonly id: string;
  readonly sort: MeetingItem['sort'];
  readonly money: boolean;
  readonly minutes: number;
  /** Minutes after the beginning of the meeting. */
  readonly starts: number;
  /** The proposal it came from; null for an own item. */
  readonly proposed: T | null;
  readonly own: OwnItem | null;
}

export interface ArrangedMeeting<T> {
  readonly items: readonly ArrangedItem<T>[];
  /** Of all items together. */
  readonly minutes: number;
  /** Minutes by which they are longer than the meeting; 0 where they fit. */
  readonly over: number;
}

/** An own item without minutes takes these. */
export const OWN_MINUTES = 10;

type Proposed = Pick<MeetingItem, 'id' | 'sort' | 'money' | 'minutes'>;
type Draft<T> = Omit<ArrangedItem<T>, 'minutes' | 'starts'> & {
  readonly weight: number;
  readonly fixed: number | null;
};

/** Puts a proposal in the order and the minutes that people gave it. */
export function arrange<T extends Proposed>(proposed: readonly T[], draft: MeetingDraft): ArrangedMeeting<T> {
  const isEnd = (one: Pick<T, 'sort'>) => one.sort === 'decision' || one.sort === 'not-now';
  const kept = proposed.filter((one) => isEnd(one) || !draft.dropped.includes(one.id));
  const ends = kept.filter(isEnd).map((one) => asDraft(one, draft));
  const before = [
    ...kept.filter((one) => !isEnd(one)).map((one) => asDraft(one, draft)),
    ...draft.own.map((one) => ownDraft<T>(one, draft)),
  ];
  const items = timed([...moneyNotFirst(wished(before, draft.order)), ...ends], draft.minutes);
  const minutes = items.reduce((sum, one) => sum + one.minutes, 0);
  return { items, minutes, over: Math.max(0, minutes - draft.minutes) };
}

/** The order with one item moved by so many places. `ids`: as they stand now, without the end. */
export function moved(ids: readonly string[], id: string, by: number): readonly string[] {
  const from = ids.indexOf(id);
  if (from < 0) return ids;
  const rest = ids.filter((one) => one !== id);
  const to = Math.max(0, Math.min(rest.length, from + by));
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

function asDraft<T extends Proposed>(one: T, draft: MeetingDraft): Draft<T> {
  const { id, sort, money, minutes } = one;
  return { id, sort, money, proposed: one, own: null, weight: minutes, fixed: draft.given[id] ?? null };
}

function ownDraft<T>(own: OwnItem, draft: MeetingDraft): Draft<T> {
  const fixed = draft.given[own.id] ?? own.minutes ?? OWN_MINUTES;
  return { id: own.id, sort: 'own', money: false, proposed: null, own, weight: 0, fixed };
}

function wished<T>(items: readonly Draft<T>[], order: readonly string[]): readonly Draft<T>[] {
  const named = order.flatMap((id) => items.find((one) => one.id === id) ?? []);
  return [...new Set([...named, ...items])];
}

function moneyNotFirst<T>(items: readonly Draft<T>[]): readonly Draft<T>[] {
  const first = items.find((one) => !one.money);
  if (first === undefined || !items[0]?.money) return items;
  return [first, ...items.filter((one) => one !== first)];
}

/**
 * Items without given minutes share what the others leave, by their proposed minutes, at least one each; who has the
 * largest rest gets the minute that is left over.
 */
function timed<T>(items: readonly Draft<T>[], total: number): readonly ArrangedItem<T>[] {
  const fixed = items.reduce((sum, one) => sum + (one.fixed ?? 0), 0);
  const open = items.filter((one) => one.fixed === null);
  const free = Math.max(0, total - fixed - open.length);
  const sum = open.reduce((all, one) => all + one.weight, 0);
  const exact = open.map((one) => (sum === 0 ? 0 : (free * one.weight) / sum));
  const given = exact.map((share) => 1 + Math.floor(share));
  const rest = free - exact.reduce((all, share) => all + Math.floor(share), 0);
  exact
    .map((share, at) => ({ at, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
    .slice(0, sum === 0 ? 0 : rest)
    .forEach(({ at }) => {
      given[at] = (given[at] ?? 0) + 1;
    });
  let starts = 0;
  return items.map(({ weight: _, fixed: own, ...one }) => {
    const minutes = own ?? given[open.findIndex((each) => each.id === one.id)] ?? 1;
    const item = { ...one, minutes, starts };
    starts += minutes;
    return item;
  });
}
