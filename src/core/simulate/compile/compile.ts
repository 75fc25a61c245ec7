/**
 * Turns a described community into a system of equations: the small core of `domain.md` section 5, followed as far as the
 * community is described. What is missing stands as a guess in a wide range, and is said to be one. A described snapshot
 * stays as it is, unless its facts say otherwise; that is told as a drift.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { inLanguage } from '#core/model/fact';
import type { Flow } from '#core/model/things';
import { Build, type Handle } from '#core/simulate/compile/build';
import { commons } from '#core/simulate/compile/commons';
import { influences, reached } from '#core/simulate/compile/influences';
import { type Circle, joinsOf, movements, people, RINGS } from '#core/simulate/compile/people';
import { pools } from '#core/simulate/compile/pools';
import { hasPurse, purse } from '#core/simulate/compile/purse';
import { constants, moods, reach, state, turnover } from '#core/simulate/compile/state';
import { work } from '#core/simulate/compile/work';
import { type CoreParameters, complete, readCoreParameters } from '#core/simulate/core-parameters';
import { flatten } from '#core/simulate/core-run';
import type { Change } from '#core/simulate/interpret';
import type { System } from '#core/simulate/system';
import { type Message, message } from '#core/words/message';

/** A series as people know it: a circle, a pool with its pockets, energy, trust. */
export interface Told {
  /** The id in the file; a symbol of section 5 where the file has none. */
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  /** Stocks of the system that are added up. */
  readonly stocks: readonly string[];
}

/** What must hold for the community to stand at a month's end. */
export interface Criterion {
  readonly id: 'core' | 'energy' | 'trust' | 'money';
  /** The thing of the file, where there is one. */
  readonly about: Id | null;
  readonly stocks: readonly string[];
  /** Parameters whose sum is the level now. */
  readonly now: readonly string[];
  /** Falls where the level is below the lesser of `cap` and `part` of what it is now; or, for what is owed, above `part`. */
  readonly cap: number;
  readonly part: number;
  readonly most: boolean;
}

/** What rises or falls a month by the facts themselves. */
export interface Drift {
  readonly id: Id;
  readonly stock: string;
  readonly perMonth: number;
  readonly unit: string;
  readonly says: Message;
}

export interface Compiled {
  readonly system: System;
  readonly told: readonly Told[];
  readonly handles: ReadonlyMap<Id, Handle>;
  readonly criteria: readonly Criterion[];
  readonly drifts: readonly Drift[];
  /** What was taken for granted in reading the file. */
  readonly notes: readonly Message[];
  /** Parameters of the file that could not be used. */
  readonly mistakes: readonly { readonly at: string; readonly expected: string }[];
  /** Changes that the file's parameters themselves hold. */
  readonly changes: readonly Change[];
  /** What a pool could not pay so far, by pool. */
  readonly unpaid: readonly {
    readonly id: Id;
    readonly name: string;
    readonly stock: string;
    readonly unit: string;
  }[];
}

const says = {
  rises: message(
    'simulate.drift.rises',
    'By what is described, {thing} gains about {amount, number} {unit}.',
  ),
  falls: message(
    'simulate.drift.falls',
    'By what is described, {thing} loses about {amount, number} {unit}.',
  ),
  until: message('simulate.note.until', '{thing} is stated until {date}; the run lets it go on.'),
  guessed: message(
    'simulate.note.guessed',
    '{count, plural, =0 {Nothing had to be guessed about this community.} one {# thing about this community is a guess in a wide range.} other {# things about this community are guesses in wide ranges.}}',
  ),
  mistake: message('simulate.note.parameter', 'The parameter {at} cannot be used: expected {expected}.'),
  energy: message('simulate.name.energy', 'Energy of the core'),
  goodwill: message('simulate.name.goodwill', 'Goodwill'),
  trust: message('simulate.name.trust', 'Trust'),
  adoption: message('simulate.name.adoption', 'Adoption of the new technology'),
  content: message('simulate.name.content', 'What has been gathered'),
  money: message('simulate.name.money', 'Money'),
  ring: message(
    'simulate.name.ring',
    '{ring, select, P {People at the edge} A {Active people} other {Core}}',
  ),
};

export interface CompileOptions {
  /** Flows that are only hoped or told, or begin later, and that a scenario starts. */
  readonly also?: readonly Flow[];
  /** Parameters in place of the file's own, for a page on which they are edited. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** The equations of what this audience may know of a community on the day of the view. */
export function compile(view: View, { also = [], parameters = {} }: CompileOptions = {}): Compiled {
  const written = {
    ...(view.simulation['parameters'] as Record<string, unknown> | undefined),
    ...parameters,
  };
  const { given, mistakes } = parametersOf(written);
  const counted = view.countedFlows;
  const later = also.filter((flow) => !counted.includes(flow));
  const flows = [...counted, ...later];
  const build = new Build(view, given, reached(view.influences), new Set(later.map((flow) => flow.id)));
  constants(build);
  const circles = people(build);
  turnover(build, circles, joinsOf(build));
  reach(build);
  movements(build, circles);
  moods(build, circles);
  work(build, circles, flows);
  const found = pools(build, circles, flows);
  const withPurse = hasPurse(written);
  if (withPurse) purse(build);
  const worn = commons(build);
  influences(build, circles);
  state(build, circles);
  const system = finished(build, withPurse);
  const drifts = [...found.drifts, ...worn].map((one): Drift => {
    const told = { thing: build.called(one.id), amount: round(Math.abs(one.perMonth)), unit: one.unit };
    return { ...one, says: one.perMonth < 0 ? says.falls(told) : says.rises(told) };
  });
  return {
    system,
    told: toldOf(build, circles),
    handles: build.handles,
    criteria: criteriaOf(build, circles, found.nodes, withPurse),
    drifts,
    notes: notesOf(build, flows, drifts, mistakes),
    mistakes,
    changes: given.changes.map(({ at, set }) => ({ at, set: flatten(set) })),
    unpaid: found.nodes.map((node) => ({
      id: node.id,
      name: build.called(node.id),
      stock: `unpaid_${node.key}`,
      unit: node.unit,
    })),
  };
}

/** What is written as parameters; each wrong one is told and left out. */
function parametersOf(written: Readonly<Record<string, unknown>>): {
  readonly given: CoreParameters;
  readonly mistakes: Compiled['mistakes'];
} {
  const read = readCoreParameters(written);
  if ('parameters' in read) return { given: read.parameters, mistakes: [] };
  const wrong = new Set(read.mistakes.map((one) => one.at.split(/[.[]/)[0] ?? ''));
  const rest = Object.fromEntries(Object.entries(written).filter(([key]) => !wrong.has(key)));
  const again = wrong.has('') ? null : readCoreParameters(rest);
  return {
    given: again !== null && 'parameters' in again ? again.parameters : complete({}),
    mistakes: read.mistakes,
  };
}

/** Drawing and stepping are the same for all: Runge and Kutta's method in steps of half a month. */
function finished(build: Build, withPurse: boolean): System {
  const auxiliaries = withPurse
    ? build.auxiliaries.map((one) => (one.id === 'L' ? { ...one, formula: `(${one.formula}) * LM` } : one))
    : build.auxiliaries;
  const flows = build.flows;
  return {
    id: build.view.id,
    parameters: [...build.parameters.values()],
    stocks: build.stocks,
    auxiliaries,
    flows,
    dt: 0.5,
    method: 'rk4',
  };
}

const round = (value: number): number => Number(value.toPrecision(3));

function toldOf(build: Build, circles: readonly Circle[]): Told[] {
  const { view } = build;
  const has = (id: string): boolean => build.stocks.some((one) => one.id === id);
  const heads = circles.map(
    (one): Told => ({
      key: one.id ?? one.ring,
      name: one.id === null ? says.ring({ ring: one.ring }).text : build.called(one.id),
      unit: 'people',
      stocks: [one.stock],
    }),
  );
  const things = [...view.pools, ...view.pockets].flatMap((thing): Told[] => {
    const levels = (build.handles.get(thing.id)?.levels ?? []).filter((one) => one.stock.startsWith('pool_'));
    return levels.length === 0
      ? []
      : [
          {
            key: thing.id,
            name: build.called(thing.id),
            unit: levels[0]?.unit ?? '1',
            stocks: levels.map((one) => one.stock),
          },
        ];
  });
  const moods = (
    [
      ['E', says.energy()],
      ['G', says.goodwill()],
      ['T', says.trust()],
      ['M', says.money()],
      ['C', says.content()],
      ['X', says.adoption()],
    ] as const
  ).flatMap(([id, name]): Told[] =>
    has(id)
      ? [
          {
            key: id,
            name: name.text,
            unit: build.stocks.find((one) => one.id === id)?.unit ?? '1',
            stocks: [id],
          },
        ]
      : [],
  );
  return [
    ...heads,
    ...moods.filter((one) => one.key !== 'X'),
    ...things,
    ...moods.filter((one) => one.key === 'X'),
  ];
}

function criteriaOf(
  build: Build,
  circles: readonly Circle[],
  nodes: readonly { readonly id: Id; readonly key: string; readonly kind: Id }[],
  withPurse: boolean,
): Criterion[] {
  const core = circles.filter((one) => one.ring === 'K');
  const plain = { about: null, most: false } as const;
  const money = nodes.flatMap((node): Criterion[] => {
    const kind = build.view.kind(node.kind);
    if (kind === null || !(kind.currency || kind.id === 'money')) return [];
    const now = build.parameters.has(`pool_${node.key}_now`)
      ? [...build.parameters.values()]
          .filter(
            (one) =>
              one.id.startsWith('flow_') &&
              build.auxiliaries.some(
                (aux) =>
                  aux.id === `want_pool_${node.key}` &&
                  aux.formula.includes(one.id.replace('flow_', 'want_')),
              ),
          )
          .map((one) => one.id)
      : [];
    return [
      {
        id: 'money',
        about: node.id,
        stocks: [`unpaid_${node.key}`],
        now,
        cap: Number.POSITIVE_INFINITY,
        part: 1,
        most: true,
      },
    ];
  });
  return [
    {
      id: 'core',
      stocks: core.map((one) => one.stock),
      now: core.map((one) => one.now),
      cap: 2,
      part: 2 / 3,
      ...plain,
    },
    { id: 'energy', stocks: ['E'], now: ['Es'], cap: 0.3, part: 0.5, ...plain },
    { id: 'trust', stocks: ['T'], now: ['Ts'], cap: 0.3, part: 0.5, ...plain },
    ...money,
    ...(withPurse ? [{ id: 'money' as const, stocks: ['M'], now: ['Ms'], cap: 0, part: 1, ...plain }] : []),
  ];
}

function notesOf(
  build: Build,
  flows: readonly Flow[],
  drifts: readonly Drift[],
  mistakes: Compiled['mistakes'],
): Message[] {
  const until = flows.flatMap((flow) =>
    flow.until?.last != null && build.handles.has(flow.id)
      ? [says.until({ thing: build.called(flow.id), date: inLanguage(flow.until.text) })]
      : [],
  );
  const guessed = [...build.parameters.values()].filter((one) => one.guessed === true).length;
  return [
    says.guessed({ count: guessed }),
    ...drifts.map((one) => one.says),
    ...until,
    ...mistakes.map(({ at, expected }) => says.mistake({ at: at === '' ? 'parameters' : at, expected })),
    ...build.notes,
  ];
}

export { RINGS };
