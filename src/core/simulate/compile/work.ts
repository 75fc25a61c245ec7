/**
 * Work: the hours that parties give, and the hours that activities ask for. Hours that exist and that nobody counted are
 * guessed from the small core's hours a head; where no hours are described at all, its defaults stand in.
 */
import type { Id } from '#core/model/fact';
import type { Flow, Need, Tool } from '#core/model/things';
import { type Build, type Spread, spelled, sumOf, wide } from '#core/simulate/compile/build';
import type { Circle } from '#core/simulate/compile/people';
import { CORE_DEFAULTS } from '#core/simulate/core-parameters';
import { message } from '#core/words/message';

const says = {
  hours: message('simulate.hours', 'Hours a month: {flow}.'),
  hoursGuessed: message('simulate.hours.guessed', 'Hours a month: {flow}. Nobody counted them.'),
  hoursMissing: message('simulate.hours.missing', 'Hours a month from {circle}: none are described.'),
  given: message('simulate.given', 'Hours given by {circle}.'),
  outside: message('simulate.given.outside', 'Hours given from outside.'),
  H: message('simulate.H', 'Hours given.'),
  Hs: message('simulate.Hs', 'Hours given, now.'),
  HK: message('simulate.HK', 'Hours given by others than the core.'),
  HKs: message('simulate.HKs', 'Hours given by others than the core, now.'),
  need: message('simulate.need', 'Hours a month that {need} takes now.'),
  needGuessed: message(
    'simulate.need.guessed',
    'Hours a month that {need} takes now: taken as what is given for it.',
  ),
  grows: message('simulate.grows', 'The power of size by which {need} grows.'),
  effect: message('simulate.effect', 'Effect of the new technology on {need}.'),
  used: message('simulate.used', 'How far {tool} is used now.'),
  scale: message('simulate.scale', 'What {tool} makes of {need} where everyone uses it.'),
  D0: message('simulate.D0', 'Hours that the work asks for.'),
  D0s: message('simulate.D0s', 'Hours that the work asks for, now.'),
  leaves: message('simulate.tool.leaves', 'Whether {tool} is left for the new technology.'),
};

/** Hours a month of a flow of which nobody counted, from somebody outside: about one of the core (heuristic). */
const OUTSIDE_HOURS = CORE_DEFAULTS.hK;

export function isHours(build: Build, kind: Id | null): boolean {
  return kind !== null && build.view.kind(kind)?.unit === 'h';
}

interface Given {
  readonly flow: Flow | null;
  readonly term: string;
  readonly now: string;
  readonly mean: number;
}

/** Writes hours given and hours asked for. `flows`: those that count in this run. */
export function work(build: Build, circles: readonly Circle[], flows: readonly Flow[]): void {
  const hours = flows.filter(
    (flow) => isHours(build, flow.kind) && build.view.get('parties', flow.to) === null,
  );
  const given = give(build, circles, hours);
  ask(build, hours, given);
}

function give(build: Build, circles: readonly Circle[], hours: readonly Flow[]): ReadonlyMap<Id, Given> {
  const byFlow = new Map<Id, Given>();
  const core: string[] = [];
  const others: string[] = [];
  const coreNow: string[] = [];
  const othersNow: string[] = [];
  const none = hours.length === 0;
  for (const circle of circles) {
    const list = hours.filter((flow) => circle.parties.includes(flow.from));
    const terms = none
      ? [unnamed(build, circle)].filter((one) => one !== null)
      : amounts(build, list, perHead(build, circle));
    for (const one of terms) if (one.flow !== null) byFlow.set(one.flow.id, one);
    if (terms.length === 0) continue;
    const mood = circle.ring === 'K' ? '(E / Es)' : '(G / Gs)';
    const name = build.aux(
      `given_${circle.stock}`,
      'h/month',
      `(${sumOf(terms.map((one) => one.term))}) * (${circle.stock} / ${circle.now}) * ${mood}`,
      says.given({ circle: circle.id === null ? circle.ring : build.called(circle.id) }),
      { facts: list.map((one) => one.id) },
    );
    const now = terms.filter((one) => !isLater(build, one)).map((one) => one.now);
    if (circle.ring === 'K') core.push(name);
    else others.push(name);
    (circle.ring === 'K' ? coreNow : othersNow).push(...now);
  }
  const outside = hours.filter((flow) => !circles.some((circle) => circle.parties.includes(flow.from)));
  const terms = amounts(build, outside, () => OUTSIDE_HOURS);
  for (const one of terms) if (one.flow !== null) byFlow.set(one.flow.id, one);
  if (terms.length > 0) {
    others.push(
      build.aux('given_outside', 'h/month', sumOf(terms.map((one) => one.term)), says.outside(), {
        facts: outside.map((one) => one.id),
      }),
    );
    othersNow.push(...terms.filter((one) => !isLater(build, one)).map((one) => one.now));
  }
  build.aux('HO', 'h/month', others.length === 0 ? '0' : `hands * (${sumOf(others)})`, says.HK());
  build.aux('HOs', 'h/month', sumOf(othersNow), says.HKs());
  build.aux('H', 'h/month', core.length === 0 ? 'HO' : `hands * (${sumOf(core)}) + HO`, says.H());
  build.aux('Hs', 'h/month', coreNow.length === 0 ? 'HOs' : `${sumOf(coreNow)} + HOs`, says.Hs());
  return byFlow;
}

const isLater = (build: Build, one: Given): boolean => one.flow !== null && build.later.has(one.flow.id);

/** Hours of each of so many flows whose amount nobody knows, so that a head comes to the hours of the small core. */
function perHead(build: Build, circle: Circle): (count: number) => number {
  const heads = build.parameters.get(circle.now)?.value ?? 1;
  const each = circle.ring === 'K' ? build.given.hK : circle.ring === 'A' ? build.given.hA : 0.5;
  return (count) => (heads * each) / Math.max(1, count);
}

function amounts(build: Build, list: readonly Flow[], guess: (count: number) => number): Given[] {
  const open = list.filter(
    (flow) => build.view.rate(flow).is !== 'known' && build.view.rate(flow).is !== 'none',
  );
  return list.flatMap((flow): Given[] => {
    const rate = build.view.rate(flow);
    if (rate.is === 'none') return [];
    const isKnown = rate.is === 'known' && !build.view.isCovered(flow.id);
    const spread: Spread = isKnown ? rate : wide(guess(open.length));
    const id = `flow_${spelled(flow.id)}`;
    const said = isKnown
      ? says.hours({ flow: build.called(flow.id) })
      : says.hoursGuessed({ flow: build.called(flow.id) });
    build.amount(id, spread, 'h/month', said, { facts: [flow.id], guessed: !isKnown });
    const by = build.by(flow.id, build.called(flow.id));
    build.handle(flow.id, { by: [by], value: { id, unit: 'h/month' } });
    const party = build.view.get('parties', flow.from);
    const giver = party !== null && party.type !== 'circle' ? build.pushes(party.id) : '';
    if (party !== null && party.type !== 'circle') build.handle(party.id, { by: [by] });
    return [{ flow, term: `${id} * ${by}${build.pushes(flow.id)}${giver}`, now: id, mean: spread.mean }];
  });
}

/** Where no hours are described at all: the hours of the small core. */
function unnamed(build: Build, circle: Circle): Given | null {
  if (circle.ring === 'P') return null;
  const heads = build.parameters.get(circle.now)?.value ?? 1;
  const mean = heads * (circle.ring === 'K' ? build.given.hK : build.given.hA);
  const id = `hours_${circle.stock}`;
  build.amount(
    id,
    wide(mean),
    'h/month',
    says.hoursMissing({ circle: circle.id === null ? circle.ring : build.called(circle.id) }),
    { guessed: true },
  );
  return { flow: null, term: id, now: id, mean };
}

interface Asked {
  readonly id: string;
  readonly name: string;
  readonly facts: readonly Id[];
  readonly activity: Id | null;
  readonly need: Need | null;
  readonly amount: Spread;
  readonly beta: Spread;
  readonly guessed: boolean;
  readonly betaGuessed: boolean;
}

const point = (value: number): Spread => ({ least: value, likely: value, most: value, mean: value });
const around = (value: number): Spread => ({
  least: value - 0.5,
  likely: value,
  most: value + 0.5,
  mean: value,
});

function asked(build: Build, hours: readonly Flow[], given: ReadonlyMap<Id, Given>): Asked[] {
  const { view } = build;
  const list: Asked[] = [];
  const sum = (flows: readonly Flow[]): number =>
    flows.reduce(
      (total, flow) => total + (build.later.has(flow.id) ? 0 : (given.get(flow.id)?.mean ?? 0)),
      0,
    );
  const places = [...new Set([...view.activities.map((one) => one.id), ...hours.map((flow) => flow.to)])];
  for (const place of places) {
    const here = hours.filter((flow) => flow.to === place);
    const needs = view.needs.filter((need) => need.activity === place && isHours(build, need.kind));
    for (const need of needs) {
      const rate = view.needRate(need);
      if (rate.is === 'none') continue;
      const isKnown = rate.is === 'known' && !view.isCovered(need.id);
      const meets = here.filter((flow) => flow.fulfils === need.id);
      const taken =
        sum(meets.length > 0 ? meets : here.filter((flow) => flow.fulfils === null)) || OUTSIDE_HOURS;
      list.push({
        id: need.id,
        name: build.called(need.id),
        facts: [need.id],
        activity: place,
        need,
        amount: isKnown ? rate : point(taken),
        beta: need.grows === null ? around(1) : point(need.grows),
        guessed: !isKnown,
        betaGuessed: need.grows === null,
      });
    }
    const taken = sum(here);
    if (needs.length === 0 && taken > 0)
      list.push({
        id: `${place}-work`,
        name: build.called(place),
        facts: [place],
        activity: place,
        need: null,
        amount: point(taken),
        beta: around(1),
        guessed: true,
        betaGuessed: true,
      });
  }
  return list;
}

function ask(build: Build, hours: readonly Flow[], given: ReadonlyMap<Id, Given>): void {
  let list = asked(build, hours, given);
  if (list.length === 0) {
    const base = CORE_DEFAULTS.needs.reduce((sum, [q]) => sum + q, 0);
    const hs = [...build.parameters.values()].filter(
      (one) => one.id.startsWith('hours_') || one.id.startsWith('flow_'),
    );
    const whole = hs.filter((one) => one.unit === 'h/month').reduce((sum, one) => sum + one.value, 0);
    const needs =
      build.given.needs === CORE_DEFAULTS.needs && whole > 0
        ? CORE_DEFAULTS.needs.map(([q, beta]) => [(q / base) * whole, beta] as const)
        : build.given.needs;
    list = needs.map(([q, beta], index) => ({
      id: `work-${index + 1}`,
      name: `work ${index + 1}`,
      facts: [],
      activity: null,
      need: null,
      amount: point(q),
      beta: point(beta),
      guessed: true,
      betaGuessed: true,
    }));
  }
  const terms: string[] = [];
  for (const [index, one] of list.entries()) {
    const name = spelled(one.id);
    const said = one.guessed ? says.needGuessed({ need: one.name }) : says.need({ need: one.name });
    build.amount(`need_${name}`, one.amount, 'h/month', said, { facts: one.facts, guessed: one.guessed });
    build.amount(`beta_${name}`, one.beta, '1', says.grows({ need: one.name }), {
      facts: one.facts,
      guessed: one.betaGuessed,
    });
    build.fixed(`m_${name}`, build.given.mi[index] ?? 1, '1', says.effect({ need: one.name }), {
      source: 'heuristic',
    });
    const by = build.by(one.id, one.name);
    if (one.need !== null)
      build.handle(one.need.id, { by: [by], value: { id: `need_${name}`, unit: 'h/month' } });
    if (one.activity !== null) build.handle(one.activity, { by: [by] });
    terms.push(
      `need_${name} * ${by} * nh ^ beta_${name} * (1 + (m_${name} - 1) * X)${toolFactor(build, one)}`,
    );
  }
  build.aux('D0', 'h/month', `work * (${sumOf(terms)})`, says.D0(), {
    facts: list.flatMap((one) => one.facts),
  });
  build.aux('D0s', 'h/month', sumOf(list.map((one) => `need_${spelled(one.id)}`)), says.D0s());
}

/** What the tools in use make of a need: nothing as long as they are used as now. */
function toolFactor(build: Build, one: Asked): string {
  return build.view.tools
    .map((tool) => {
      const scale = tool.scales[one.id] ?? (one.activity === null ? undefined : tool.scales[one.activity]);
      if (scale === undefined) return '';
      const name = spelled(tool.id);
      const factor = build.fixed(
        `scale_${name}_${spelled(one.id)}`,
        scale,
        '1',
        says.scale({ tool: build.called(tool.id), need: one.name }),
        { facts: [tool.id] },
      );
      const { use, by, leaves } = usageOf(build, tool);
      return ` * (1 + (${factor} - 1) * ${use} * ${by} * (1 - ${leaves} * X)) / (1 + (${factor} - 1) * ${use})`;
    })
    .join('');
}

/** The parameters of how far a tool is used. */
function usageOf(
  build: Build,
  tool: Tool,
): { readonly use: string; readonly by: string; readonly leaves: string } {
  const name = spelled(tool.id);
  const [use, leaves] = [`use_${name}`, `leaves_${name}`];
  const by = build.by(tool.id, build.called(tool.id));
  if (!build.parameters.has(use)) {
    build.fixed(use, tool.adoption ?? 1, '1', says.used({ tool: build.called(tool.id) }), {
      facts: [tool.id],
      guessed: tool.adoption === null,
    });
    build.fixed(leaves, 0, '1', says.leaves({ tool: build.called(tool.id) }), { source: 'a lever' });
    build.handle(tool.id, { by: [by], value: { id: use, unit: '1' } });
  }
  return { use, by, leaves };
}
