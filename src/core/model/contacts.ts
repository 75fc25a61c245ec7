/**
 * Who has contact with whom, and who was to stay apart: the graph of `contact` and of the wall. Contacts are ties (message,
 * data, attention, access), keys to a tool, membership, what an activity sends, and flows of attention or data; money is none.
 */
import type { Community } from '#core/model/community';
import type { Id } from '#core/model/fact';

/** What the graph is made of: a `Community`, or a `View` on its day. */
export type Acquaintance = Pick<
  Community,
  'parties' | 'ties' | 'walls' | 'tools' | 'flows' | 'activities' | 'pools'
>;

export interface Apart {
  readonly ends: readonly [Id, Id];
  /** Named where they may meet through it. */
  readonly bridge: Id | null;
  readonly mayMeet: 'apart' | 'through-bridge';
  /** The tie or wall that says so. */
  readonly fact: Id;
}

/** Pairs that a tie or a wall marks, each once, in the order of their ids. */
export function toStayApart(among: Acquaintance): Apart[] {
  const pairs = new Map<string, Apart>();
  const mark = (a: Id, b: Id, mayMeet: Apart['mayMeet'], bridge: Id | null, fact: Id): void => {
    const ends: [Id, Id] = a < b ? [a, b] : [b, a];
    const key = ends.join(' ');
    if (a !== b && !pairs.has(key)) pairs.set(key, { ends, bridge, mayMeet, fact });
  };
  for (const tie of among.ties) {
    if (tie.mayMeet === 'apart' || tie.mayMeet === 'through-bridge')
      mark(tie.between[0], tie.between[1], tie.mayMeet, tie.bridge, tie.id);
  }
  for (const wall of among.walls) {
    wall.between.forEach((a, i) => {
      for (const b of wall.between.slice(i + 1)) mark(a, b, wall.mayMeet, wall.bridge, wall.id);
    });
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

export interface Contact {
  readonly with: Id;
  /** The tie, tool, flow, activity or party by which it is known. */
  readonly fact: Id;
}

/** Kinds that carry contact as they flow: `attention`, `data`, and what a community calls `readers-attention`, `member-data`. */
const CARRIES = /(?:^|-)(?:attention|data)$/;

/**
 * From each to those it can reach in one step. Ties, keys and membership go both ways; what is sent, and flows, go from the
 * one who gives to the one who gets. A tie that only says how two may meet is an agreement, not a contact; one between those
 * to stay apart that names a channel is.
 */
export function contactsOf(among: Acquaintance): ReadonlyMap<Id, readonly Contact[]> {
  const contacts = new Map<Id, Contact[]>();
  const reach = (from: Id, to: Id, fact: Id): void => {
    const of = contacts.get(from);
    if (of === undefined) contacts.set(from, [{ with: to, fact }]);
    else of.push({ with: to, fact });
  };
  const link = (a: Id, b: Id, fact: Id): void => {
    reach(a, b, fact);
    reach(b, a, fact);
  };
  for (const tie of among.ties) {
    const isAgreement = tie.mayMeet === 'through-bridge' || (tie.mayMeet === 'apart' && tie.through === null);
    if (!isAgreement) link(tie.between[0], tie.between[1], tie.id);
  }
  for (const party of among.parties) if (party.in !== null) link(party.id, party.in, party.id);
  for (const tool of among.tools) for (const holder of tool.keys) link(holder, tool.id, tool.id);
  for (const activity of among.activities) {
    if (activity.sends === null) continue;
    for (const reader of Object.keys({ ...activity.for, ...activity.usedBy }))
      reach(activity.id, reader, activity.id);
  }
  for (const flow of among.flows) {
    const isThere = flow.status === 'actual' || flow.status === 'agreed';
    if (isThere && flow.kind !== null && CARRIES.test(flow.kind)) reach(flow.from, flow.to, flow.id);
  }
  for (const of of contacts.values()) of.sort((a, b) => (a.with + a.fact < b.with + b.fact ? -1 : 1));
  return contacts;
}

/** Every bridge that some agreement names. */
export function bridgesOf(among: Acquaintance, apart: readonly Apart[]): ReadonlySet<Id> {
  const named = [...apart.map((one) => one.bridge), ...among.ties.map((tie) => tie.bridge)];
  return new Set(named.filter((id) => id !== null));
}

export interface Way {
  /** From the one end to the other. */
  readonly nodes: readonly Id[];
  /** The fact behind each step. */
  readonly ties: readonly Id[];
}

/**
 * The shortest way between two, from the first to the second, or where there is none the other way round, once their bridge
 * (or where none is named, every bridge) and those in it are taken away.
 */
export function shortestWay(
  among: Acquaintance,
  contacts: ReadonlyMap<Id, readonly Contact[]>,
  pair: Apart,
  all: ReadonlySet<Id>,
): Way | null {
  const bridges = pair.bridge === null ? all : new Set([pair.bridge]);
  const circles = new Map(among.parties.map((party) => [party.id, party.in]));
  const isGone = (id: Id): boolean => {
    if (pair.ends.includes(id)) return false;
    const circle = circles.get(id) ?? null;
    return bridges.has(id) || (circle !== null && bridges.has(circle));
  };
  const [one, other] = pair.ends;
  const there = search(contacts, one, other, isGone);
  if (there !== null) return there;
  const back = search(contacts, other, one, isGone);
  return back === null ? null : { nodes: [...back.nodes].reverse(), ties: [...back.ties].reverse() };
}

/** Ends that are no place where anybody meets. */
const NOWHERE: ReadonlySet<Id> = new Set(['outside', 'past', 'future', 'made', 'loss', 'unknown']);

function search(
  contacts: ReadonlyMap<Id, readonly Contact[]>,
  from: Id,
  to: Id,
  isGone: (id: Id) => boolean,
): Way | null {
  const before = new Map<Id, { from: Id; fact: Id }>();
  let layer = [from];
  while (layer.length > 0 && !before.has(to)) {
    const next: Id[] = [];
    for (const id of layer) {
      for (const one of contacts.get(id) ?? []) {
        if (one.with === from || before.has(one.with) || NOWHERE.has(one.with) || isGone(one.with)) continue;
        before.set(one.with, { from: id, fact: one.fact });
        next.push(one.with);
      }
    }
    layer = next.sort();
  }
  return before.has(to) ? backFrom(before, from, to) : null;
}

function backFrom(before: ReadonlyMap<Id, { from: Id; fact: Id }>, from: Id, to: Id): Way {
  const nodes = [to];
  const ties: Id[] = [];
  for (let id = to; id !== from; ) {
    const step = before.get(id) as { from: Id; fact: Id };
    ties.unshift(step.fact);
    nodes.unshift(step.from);
    id = step.from;
  }
  return { nodes, ties };
}
