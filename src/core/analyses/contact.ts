/** A16: whether those who were to stay apart, or to meet only through a bridge, meet all the same. Judges no meeting. */
import { defineAnalysis } from '#core/analyses/define';
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { nameOf } from '#core/model/fact';
import { message } from '#core/words/message';

const says = {
  none: message('finding.contact.none', 'Nobody here was marked to stay apart.'),
  kept: message('finding.contact.kept', 'Those who were to stay apart do, as far as it is drawn.'),
  met: message(
    'finding.contact.met',
    '{count, plural, one {One pair that was to stay apart has} other {# pairs that were to stay apart have}} a way to meet: {pair}.',
  ),
};

interface Apart {
  readonly a: Id;
  readonly b: Id;
  /** Who stands between them, and is left out of the search. */
  readonly bridges: ReadonlySet<Id>;
}

interface Contact {
  readonly to: Id;
  /** The tie or tool that makes it. */
  readonly by: Id;
}

const pairKey = (a: Id, b: Id): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Every pair that is marked apart or through a bridge, by ties and by walls. */
function pairsApart(view: View): Apart[] {
  const pairs = new Map<string, { a: Id; b: Id; bridges: Set<Id> }>();
  const mark = (a: Id, b: Id, bridge: Id | null): void => {
    const key = pairKey(a, b);
    const pair = pairs.get(key) ?? { a: a < b ? a : b, b: a < b ? b : a, bridges: new Set<Id>() };
    if (bridge !== null) pair.bridges.add(bridge);
    pairs.set(key, pair);
  };
  for (const tie of view.ties) {
    if (tie.mayMeet === 'apart' || tie.mayMeet === 'through-bridge') mark(...tie.between, tie.bridge);
  }
  for (const wall of view.walls) {
    for (const [index, a] of wall.between.entries()) {
      for (const b of wall.between.slice(index + 1)) mark(a, b, wall.bridge);
    }
  }
  return [...pairs.values()].sort((one, other) =>
    pairKey(one.a, one.b) < pairKey(other.a, other.b) ? -1 : 1,
  );
}

/**
 * Ways of contact: ties (a tie that only marks two as apart is none, unless it says through what they meet), who holds
 * the keys of a tool, and who is part of a circle.
 */
function contacts(view: View): Map<Id, Contact[]> {
  const ways = new Map<Id, Contact[]>();
  const join = (a: Id, b: Id, by: Id): void => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const list = ways.get(from) ?? [];
      list.push({ to, by });
      ways.set(from, list);
    }
  };
  for (const tie of view.ties) {
    const isMark = tie.mayMeet === 'apart' || tie.mayMeet === 'through-bridge';
    if (!isMark || tie.through !== null) join(...tie.between, tie.id);
  }
  for (const tool of view.tools) for (const key of tool.keys) join(key, tool.id, tool.id);
  for (const party of view.parties) if (party.in !== null) join(party.id, party.in, party.id);
  for (const list of ways.values()) list.sort((one, other) => (one.to < other.to ? -1 : 1));
  return ways;
}

/** A shortest way from one to the other that passes no bridge, with what makes it; null where there is none. */
function shortest(ways: ReadonlyMap<Id, readonly Contact[]>, pair: Apart, isBridge: (id: Id) => boolean) {
  const came = new Map<Id, { readonly from: Id; readonly by: Id } | null>([[pair.a, null]]);
  const queue = [pair.a];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const { to, by } of ways.get(at) ?? []) {
      if (came.has(to) || isBridge(to)) continue;
      came.set(to, { from: at, by });
      if (to === pair.b) return trace(came, to);
      queue.push(to);
    }
  }
  return null;
}

function trace(came: ReadonlyMap<Id, { readonly from: Id; readonly by: Id } | null>, end: Id) {
  const path = [end];
  const by: Id[] = [];
  for (let step = came.get(end); step !== null && step !== undefined; step = came.get(step.from)) {
    path.unshift(step.from);
    by.unshift(step.by);
  }
  return { path, by };
}

function run(view: View): Finding[] {
  const ways = contacts(view);
  const pairs = pairsApart(view);
  const inOf = new Map(view.parties.map((party) => [party.id, party.in]));
  const met = pairs.flatMap((pair) => {
    // Someone of the bridge is the bridge too.
    const isBridge = (id: Id): boolean => pair.bridges.has(id) || pair.bridges.has(inOf.get(id) ?? '');
    const found = shortest(ways, pair, isBridge);
    return found === null ? [] : [found];
  });
  const called = (id: Id | undefined): string => {
    const thing = id === undefined ? null : view.thing(id);
    return thing === null ? (id ?? '') : nameOf(thing);
  };
  const first = met[0]?.path.map(called).join(' – ') ?? '';
  return [
    {
      analysis: 'contact',
      about: [],
      verdict: met.length > 0 ? 'flagged' : 'measured',
      values: { breaches: met.length },
      paths: met.map(({ path }) => path),
      evidence: [...new Set(met.flatMap(({ by }) => by))].sort(),
      says:
        pairs.length === 0
          ? says.none()
          : met.length === 0
            ? says.kept()
            : says.met({ count: met.length, pair: first }),
      more: { pairs: pairs.map(({ a, b, bridges }) => ({ between: [a, b], bridges: [...bridges].sort() })) },
    },
  ];
}

const WITH_LIST = `
potluck: 1
id: wall
name: A wall with a door
parties:
  sponsor: {name: Sponsor, type: organisation}
  core: {name: Core, type: circle, circle: core, inside: true}
  members: {name: Members, type: circle, circle: active, inside: true}
ties:
  - {id: t1, between: [sponsor, core], may-meet: free}
  - {id: t2, between: [core, members], may-meet: free}
  - {id: t3, between: [sponsor, members], may-meet: through-bridge, bridge: core}
`;

export const contact = defineAnalysis({
  id: 'contact',
  title: 'Contact',
  asks: 'Do those who were to stay apart, or to meet only through a bridge, meet all the same?',
  formula:
    'breaches = pairs marked apart or through a bridge that a path of contacts still joins once their bridges are taken out',
  symbols: {
    contact: 'a tie, a key to a tool, or being part of a circle; a tie that only marks two as apart is none',
    bridge: 'who was named to stand between the two, with everybody who is part of it',
    paths: 'one shortest path for each such pair',
  },
  unit: 'pairs',
  readAs:
    '0: the wall holds as far as it is drawn. Above: here is one way round it; to be kept, changed or allowed.',
  blindTo: 'Meetings that nobody drew, and whether meeting did harm or good.',
  dataPoor: 'Needs no amounts: ties, keys and marks are enough.',
  sources: ['domain.md A16', 'Reachability in a graph without its cut set (any text on graphs)'],
  run,
  examples: [
    {
      given: WITH_LIST,
      asOf: '2026-01-01',
      gives: [{ analysis: 'contact', about: [], verdict: 'measured', values: { breaches: 0 }, paths: [] }],
    },
    {
      given: `${WITH_LIST}  - {id: t4, between: [sponsor, list], through: access}
  - {id: t5, between: [list, members], through: message}
tools:
  list: {name: Mailing list}
`,
      asOf: '2026-01-01',
      gives: [
        {
          analysis: 'contact',
          about: [],
          verdict: 'flagged',
          values: { breaches: 1 },
          paths: [['members', 'list', 'sponsor']],
          evidence: ['t4', 't5'],
        },
      ],
    },
  ],
});
