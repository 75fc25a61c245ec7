/** Who has contact with whom, and who was to stay apart: the graph of `contact`. */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';

export interface Apart {
  readonly ends: readonly [Id, Id];
  /** Named where they may meet through it. */
  readonly bridge: Id | null;
  readonly mayMeet: 'apart' | 'through-bridge';
  /** The tie or wall that says so. */
  readonly fact: Id;
}

/** Pairs that a tie or a wall marks, each once, in the order of their ids. */
export function toStayApart(view: View): Apart[] {
  const pairs = new Map<string, Apart>();
  const mark = (a: Id, b: Id, mayMeet: Apart['mayMeet'], bridge: Id | null, fact: Id): void => {
    const ends: [Id, Id] = a < b ? [a, b] : [b, a];
    const key = ends.join(' ');
    if (a !== b && !pairs.has(key)) pairs.set(key, { ends, bridge, mayMeet, fact });
  };
  for (const tie of view.ties) {
    if (tie.mayMeet === 'apart' || tie.mayMeet === 'through-bridge')
      mark(tie.between[0], tie.between[1], tie.mayMeet, tie.bridge, tie.id);
  }
  for (const wall of view.walls) {
    wall.between.forEach((a, i) => {
      for (const b of wall.between.slice(i + 1)) mark(a, b, wall.mayMeet, wall.bridge, wall.id);
    });
  }
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}

export interface Contact {
  readonly with: Id;
  /** The tie, tool or party by which it is known. */
  readonly fact: Id;
}

/** A tie that only says how two may meet is an agreement, not a contact; one between those to stay apart that names a channel is. */
export function contactsOf(view: View): ReadonlyMap<Id, readonly Contact[]> {
  const contacts = new Map<Id, Contact[]>();
  const link = (a: Id, b: Id, fact: Id): void => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const of = contacts.get(from);
      if (of === undefined) contacts.set(from, [{ with: to, fact }]);
      else of.push({ with: to, fact });
    }
  };
  for (const tie of view.ties) {
    const isAgreement = tie.mayMeet === 'through-bridge' || (tie.mayMeet === 'apart' && tie.through === null);
    if (!isAgreement) link(tie.between[0], tie.between[1], tie.id);
  }
  for (const party of view.parties) if (party.in !== null) link(party.id, party.in, party.id);
  for (const tool of view.tools) for (const holder of tool.keys) link(holder, tool.id, tool.id);
  for (const of of contacts.values()) of.sort((a, b) => (a.with + a.fact < b.with + b.fact ? -1 : 1));
  return contacts;
}

/** Every bridge that some agreement names. */
export function bridgesOf(view: View, apart: readonly Apart[]): ReadonlySet<Id> {
  const named = [...apart.map((one) => one.bridge), ...view.ties.map((tie) => tie.bridge)];
  return new Set(named.filter((id) => id !== null));
}

/** The shortest way between two, once their bridge (or where none is named, every bridge) and those in it are taken away. */
export function shortestWay(
  view: View,
  contacts: ReadonlyMap<Id, readonly Contact[]>,
  pair: Apart,
  all: ReadonlySet<Id>,
): { nodes: Id[]; ties: Id[] } | null {
  const bridges = pair.bridge === null ? all : new Set([pair.bridge]);
  const isGone = (id: Id): boolean => {
    if (pair.ends.includes(id)) return false;
    const circle = view.get('parties', id)?.in ?? null;
    return bridges.has(id) || (circle !== null && bridges.has(circle));
  };
  const [from, to] = pair.ends;
  const before = new Map<Id, { from: Id; fact: Id }>();
  let layer = [from];
  while (layer.length > 0 && !before.has(to)) {
    const next: Id[] = [];
    for (const id of layer) {
      for (const one of contacts.get(id) ?? []) {
        if (one.with === from || before.has(one.with) || isGone(one.with)) continue;
        before.set(one.with, { from: id, fact: one.fact });
        next.push(one.with);
      }
    }
    layer = next.sort();
  }
  return before.has(to) ? backFrom(before, from, to) : null;
}

function backFrom(
  before: ReadonlyMap<Id, { from: Id; fact: Id }>,
  from: Id,
  to: Id,
): { nodes: Id[]; ties: Id[] } {
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
