/**
 * Scenarios: named changes of the file, each with a time and a reason, turned into what the equations understand. A change
 * that names what is not there, or what has no number in the run, is told; it never passes in silence.
 */
import type { View } from '#core/audience/view';
import { type Day, monthsBetween, type When } from '#core/model/dates';
import { type Id, inLanguage, nameOf } from '#core/model/fact';
import { isOfSimulation } from '#core/model/simulation-names';
import type { Flow, Scenario, ScenarioChange, Tool } from '#core/model/things';
import { readAmount } from '#core/simulate/added';
import { type Handle, spelled } from '#core/simulate/compile/build';
import type { Compiled } from '#core/simulate/compile/compile';
import { handleOfSimulation, nameOfSimulation } from '#core/simulate/handles-of-simulation';
import type { Change } from '#core/simulate/interpret';
import { type Message, message } from '#core/words/message';

/** A change as a person reads it. */
export interface ToldChange {
  /** Months from the day of the description. */
  readonly at: number;
  readonly what: Message;
  readonly why: string | null;
  /** The thing of the file that changes, where there is one. */
  readonly of: Id | null;
}

export interface Applied {
  readonly changes: readonly Change[];
  readonly told: readonly ToldChange[];
  /** What could not be done. */
  readonly problems: readonly Message[];
}

const says = {
  end: message('simulate.change.end', '{thing} ends.'),
  start: message('simulate.change.start', '{thing} begins.'),
  set: message('simulate.change.set', '{thing} becomes {to}.'),
  times: message('simulate.change.times', '{thing} becomes {factor, number} times what it is.'),
  cut: message('simulate.change.cut', 'The influence “{thing}” is cut.'),
  add: message('simulate.change.add', '{thing} is added.'),
  move: message('simulate.change.move', 'The community moves from {thing} to {to}.'),
  missing: message(
    'simulate.problem.missing',
    'The scenario names {thing}, and nothing of that name is described here.',
  ),
  still: message(
    'simulate.problem.still',
    'The scenario changes {thing}, which has no number in this run: nothing moves.',
  ),
  value: message(
    'simulate.problem.value',
    'The scenario sets {thing} to {to}, which is no amount that can be used here.',
  ),
  added: message(
    'simulate.problem.added',
    'The scenario adds something that the run cannot take up: only flows can be added.',
  ),
  past: message(
    'simulate.problem.past',
    '{date} lies before the day of the description; the change is made at once.',
  ),
  scales: message(
    'simulate.problem.scales',
    'What {thing} would change is not described, so that the move changes nothing but the place.',
  ),
};

/** Flows that are not yet and that some change starts or adds. */
export function flowsToCome(view: View, changes: readonly ScenarioChange[]): Flow[] {
  return changes.flatMap((change): Flow[] => {
    if (change.verb === 'start' && change.of !== null) {
      const flow = view.get('flows', change.of);
      return flow === null || view.countedFlows.includes(flow) ? [] : [flow];
    }
    return change.verb === 'add' ? addedFlows(view, change.to) : [];
  });
}

/** Flows of an `add`: `{flows: {id: {from, to, amount}}}`, or one flow with its id. */
export function addedFlows(view: View, raw: unknown): Flow[] {
  if (typeof raw !== 'object' || raw === null) return [];
  const record = raw as Record<string, unknown>;
  const inner = record['flows'] ?? record['flow'];
  const entries: [string, unknown][] =
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? 'from' in inner
        ? [[String((inner as Record<string, unknown>)['id'] ?? 'added'), inner]]
        : Object.entries(inner)
      : Array.isArray(inner)
        ? inner.map((one: unknown, index) => [
            String((one as Record<string, unknown> | null)?.['id'] ?? `added-${index + 1}`),
            one,
          ])
        : 'from' in record
          ? [[String(record['id'] ?? 'added'), record]]
          : [];
  return entries.flatMap(([id, one]) => {
    const flow = flowOf(view, id, one);
    return flow === null ? [] : [flow];
  });
}

function flowOf(view: View, id: string, raw: unknown): Flow | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const { from, to, amount, kind, form, fulfils, name } = raw as Record<string, unknown>;
  const read = readAmount(amount);
  if (typeof from !== 'string' || typeof to !== 'string' || read === null) return null;
  const found = typeof kind === 'string' ? kind : view.kinds.find((one) => one.unit === read.unit)?.id;
  if (found === undefined) return null;
  return {
    id,
    section: 'flows',
    name: typeof name === 'string' ? name : null,
    note: null,
    since: null,
    until: null,
    because: [],
    see: null,
    category: null,
    x: {},
    from,
    to,
    kind: found,
    amount: [{ since: null, until: null, value: read, because: [] }],
    form: typeof form === 'string' ? (form as Flow['form']) : null,
    status: 'hoped',
    fulfils: typeof fulfils === 'string' ? fulfils : null,
    compensates: null,
    fair: null,
    strings: null,
    grows: null,
    for: null,
    norm: null,
    size: null,
    shown: {},
    otherwise: [],
  };
}

/** The changes of a scenario on a compiled community. */
export function applyScenario(view: View, compiled: Compiled, changes: readonly ScenarioChange[]): Applied {
  const applying = new Applying(view, compiled);
  const timed = changes.map((change) => ({ change, at: applying.monthOf(change.at) }));
  for (const { change, at } of timed.sort((a, b) => a.at - b.at)) applying.take(change, at);
  return applying;
}

class Applying implements Applied {
  readonly changes: Change[] = [];
  readonly told: ToldChange[] = [];
  readonly problems: Message[] = [];
  readonly #view: View;
  readonly #compiled: Compiled;
  readonly #values: Map<string, number>;

  constructor(view: View, compiled: Compiled) {
    this.#view = view;
    this.#compiled = compiled;
    this.#values = new Map(compiled.system.parameters.map((one) => [one.id, one.value]));
  }

  monthOf(at: ScenarioChange['at']): number {
    if ('months' in at) return at.months;
    const months = monthsUntil(this.#view.day, at.on);
    if (months < 0) this.problems.push(says.past({ date: at.on.text }));
    return Math.max(0, months);
  }

  take(change: ScenarioChange, at: number): void {
    const id = change.of ?? '';
    if (change.verb === 'add') {
      this.#add(change, at);
      return;
    }
    const thing = this.#view.thing(id);
    const own = isOfSimulation(id) ? handleOfSimulation(this.#compiled, id) : null;
    if (thing === null && own === null) {
      this.problems.push(says.missing({ thing: id }));
      return;
    }
    const name = thing === null ? nameOfSimulation(id) : nameOf(thing);
    const handle = own ?? this.#compiled.handles.get(id) ?? null;
    if (change.verb === 'move') this.#move(id, name, change, at);
    else if (handle === null) this.problems.push(says.still({ thing: name }));
    else if (change.verb === 'set') this.#set(handle, name, change, at);
    else this.#scale(handle, name, change, at);
  }

  /** `end`, `start`, `times`, `cut`. */
  #scale(handle: Handle, name: string, change: ScenarioChange, at: number): void {
    const { verb } = change;
    const factor = verb === 'end' || verb === 'cut' ? 0 : verb === 'start' ? 1 : (change.factor ?? 1);
    const set: Record<string, number> = {};
    for (const by of handle.by) set[by] = verb === 'start' ? 1 : (this.#values.get(by) ?? 1) * factor;
    if (handle.by.length === 0 && handle.levels.length === 0 && handle.value !== null)
      set[handle.value.id] = (this.#values.get(handle.value.id) ?? 0) * factor;
    const times = verb === 'start' ? {} : Object.fromEntries(handle.levels.map((one) => [one.stock, factor]));
    this.#push({ at, set, times });
    const told = {
      end: () => says.end({ thing: name }),
      start: () => says.start({ thing: name }),
      cut: () => says.cut({ thing: name }),
      times: () => says.times({ thing: name, factor }),
    };
    this.#tell(told[verb as keyof typeof told](), change, at);
  }

  #push(change: Change): void {
    this.changes.push(change);
    for (const [id, value] of Object.entries(change.set)) this.#values.set(id, value);
  }

  #tell(what: Message, change: ScenarioChange, at: number): void {
    this.told.push({ at, what, why: change.why === null ? null : inLanguage(change.why), of: change.of });
  }

  #set(handle: Handle, name: string, change: ScenarioChange, at: number): void {
    const unit = handle.value?.unit ?? handle.levels[0]?.unit ?? '1';
    const amount = readAmount(change.to);
    const value = amount === null ? null : perMonth(amount, unit);
    if (value === null) {
      this.problems.push(says.value({ thing: name, to: String(change.to) }));
      return;
    }
    const set: Record<string, number> = {};
    if (handle.value !== null) {
      set[handle.value.id] = value;
      for (const by of handle.by) set[by] = 1;
      const isReference = this.#compiled.system.parameters.some(
        (one) => one.id === handle.value?.id && one.id.startsWith('flow_'),
      );
      // The amount now stays what the run is set against, so that only the factor moves.
      if (isReference) {
        const now = this.#compiled.system.parameters.find((one) => one.id === handle.value?.id)?.value ?? 0;
        delete set[handle.value.id];
        for (const by of handle.by) set[by] = now === 0 ? 0 : value / now;
      }
    }
    const whole = handle.levels.reduce((sum, one) => sum + (this.#values.get(one.now) ?? 0), 0);
    for (const one of handle.levels)
      set[one.stock] =
        whole === 0 ? value / handle.levels.length : (value * (this.#values.get(one.now) ?? 0)) / whole;
    this.#push({ at, set });
    this.#tell(says.set({ thing: name, to: amount?.text ?? String(value) }), change, at);
  }

  #add(change: ScenarioChange, at: number): void {
    const flows = addedFlows(this.#view, change.to).filter((flow) => this.#compiled.handles.has(flow.id));
    if (flows.length === 0) this.problems.push(says.added());
    for (const flow of flows) {
      this.#push({ at, set: { [`by_${spelled(flow.id)}`]: 1 } });
      this.#tell(says.add({ thing: nameOf(flow) }), change, at);
    }
  }

  /** The new technology begins to spread; the old tool is left as it does; what the new one is said to change, changes. */
  #move(id: Id, name: string, change: ScenarioChange, at: number): void {
    const to = typeof change.to === 'string' ? change.to : '';
    const next = this.#view.get('tools', to);
    const set: Record<string, number> = { X: 0.05 };
    if (this.#values.has(`leaves_${spelled(id)}`)) set[`leaves_${spelled(id)}`] = 1;
    const scales = next === null ? {} : scalesOf(this.#compiled, next);
    if (Object.keys(scales).length === 0)
      this.problems.push(says.scales({ thing: next === null ? to : nameOf(next) }));
    this.#push({ at, set: { ...set, ...scales } });
    this.#tell(says.move({ thing: name, to: next === null ? to : nameOf(next) }), change, at);
  }
}

/** What a new tool is said to change, by parameter. */
function scalesOf(compiled: Compiled, tool: Tool): Record<string, number> {
  const known = new Set(compiled.system.parameters.map((one) => one.id));
  return Object.fromEntries(
    Object.entries(tool.scales).flatMap(([key, factor]) => {
      const name = ['mf', 'md', 'mc', 'mj'].includes(key) ? key : `m_${spelled(key)}`;
      return known.has(name) ? [[name, factor] as const] : [];
    }),
  );
}

function perMonth(amount: NonNullable<ReturnType<typeof readAmount>>, unit: string): number | null {
  if (amount.is === 'none') return 0;
  if (amount.is !== 'known') return null;
  const per = {
    day: 365.2425 / 12,
    week: 52.1775 / 12,
    month: 1,
    quarter: 1 / 3,
    year: 1 / 12,
    season: 1 / 3,
    event: null,
    once: 1,
  }[amount.per ?? 'once'];
  const isRate = unit.endsWith('/month');
  if (per === null || (isRate && amount.per === null && amount.unit !== null)) return null;
  return amount.likely * per;
}

function monthsUntil(day: Day, when: When): number {
  if (when.first === null || when.last === null) return 0;
  return monthsBetween(day, (when.first + when.last) / 2);
}

/** The scenarios of the file, as the view has them. */
export function scenariosOf(view: View): readonly Scenario[] {
  return view.scenarios;
}
