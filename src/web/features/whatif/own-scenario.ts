/** A scenario that somebody makes up or copies, as the file has it. Pure; checks only what a form must. */
import type { View } from '#core/audience/view';
import type { Operation } from '#core/file/operations';
import { readWhen } from '#core/model/dates';
import { inLanguage } from '#core/model/fact';
import type { ScenarioChange } from '#core/model/things';

/** One change as a form holds it. */
export interface ChangeForm {
  readonly verb: 'end' | 'start' | 'times' | 'set' | 'cut' | 'move';
  readonly of: string;
  /** Only for `times`: how many times what it is. */
  readonly times: string;
  /** For `set` what it becomes, for `move` the other tool. */
  readonly to: string;
  /** Months from the day of the description, or a date. */
  readonly at: string;
  readonly why: string;
}

export interface ScenarioForm {
  readonly name: string;
  readonly changes: readonly ChangeForm[];
}

export const EMPTY_CHANGE: ChangeForm = { verb: 'end', of: '', times: '2', to: '', at: '12', why: '' };
export const EMPTY_SCENARIO: ScenarioForm = { name: '', changes: [EMPTY_CHANGE] };

/** What a verb may be about. `settings`: what the simulation itself has here, such as `simulation.joins`. */
export function targetsOf(
  view: View,
  verb: ChangeForm['verb'],
  settings: readonly string[] = [],
): readonly { readonly id: string; readonly section: string }[] {
  const all = (section: string, list: readonly { readonly id: string }[]) =>
    list.map(({ id }) => ({ id, section }));
  const own = settings.map((id) => ({ id, section: 'simulation' }));
  switch (verb) {
    case 'cut':
      return all('influences', view.influences);
    case 'start':
      return all(
        'flows',
        view.flows.filter((flow) => flow.status === 'hoped' || flow.status === 'told'),
      );
    case 'end':
      return [...all('flows', view.flows), ...all('tools', view.tools), ...own];
    case 'move':
      return all('tools', view.tools);
    case 'set':
      return [...all('flows', view.flows), ...own];
    case 'times':
      return [
        ...all(
          'parties',
          view.parties.filter((party) => party.inside),
        ),
        ...all('flows', view.flows),
        ...own,
      ];
  }
}

/** Changes of a scenario as a form, to be copied; those that a form cannot hold are left out and counted. */
export function formOf(
  changes: readonly ScenarioChange[],
  name: string,
): { readonly form: ScenarioForm; readonly left: number } {
  const held = changes.flatMap((change) => changeForm(change) ?? []);
  return {
    form: { name, changes: held.length === 0 ? [EMPTY_CHANGE] : held },
    left: changes.length - held.length,
  };
}

function changeForm(change: ScenarioChange): ChangeForm | null {
  const { verb, of, factor, to, at, why } = change;
  if (of === null || verb === 'add') return null;
  return {
    verb,
    of,
    times: factor === null ? '' : String(Number(factor.toPrecision(4))),
    to: to === null || to === undefined ? '' : String(to),
    at: 'months' in at ? String(at.months) : at.on.text,
    why: why === null ? '' : inLanguage(why),
  };
}

type Wrong = 'name' | 'of' | 'times' | 'to' | 'at';

/** Which fields of a form still need something; empty where it can be kept. */
export function missing(form: ScenarioForm): readonly Wrong[] {
  const wrong = new Set<Wrong>();
  if (form.name.trim() === '') wrong.add('name');
  for (const { verb, of, times, to, at } of form.changes) {
    if (of === '') wrong.add('of');
    if (verb === 'times' && numberOf(times) === null) wrong.add('times');
    if (verb === 'set' && to.trim() === '') wrong.add('to');
    if (verb === 'move' && (to === '' || to === of)) wrong.add('of');
    if (numberOf(at) === null && !isDate(at)) wrong.add('at');
  }
  return [...wrong];
}

/** Four digits are a year, and no months. */
const isDate = (text: string): boolean => readWhen(text.trim())?.first != null;

function numberOf(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 ? value : null;
}

/** What a change does, as the file has it. */
function written({ verb, of, times, to }: ChangeForm) {
  if (verb === 'times') return { times: numberOf(times) ?? 1, of };
  if (verb === 'move') return { move: of, to };
  return verb === 'set' ? { set: of, to: numberOf(to) ?? to.trim() } : { [verb]: of };
}

/** The operation that keeps a scenario, under an id that is free. */
export function scenarioOperations(
  view: View,
  form: ScenarioForm,
): { readonly id: string; readonly does: readonly Operation[]; readonly undoes: readonly Operation[] } {
  const id = freeId(view, form.name);
  const changes = form.changes.map((change) => ({
    at: isDate(change.at) ? change.at.trim() : `${numberOf(change.at) ?? 0} months`,
    ...written(change),
    ...(change.why.trim() === '' ? {} : { why: change.why.trim() }),
  }));
  const value = { name: form.name.trim(), changes };
  return {
    id,
    does: [{ op: 'put', section: 'scenarios', id, value }],
    undoes: [{ op: 'remove', id }],
  };
}

/** The operations that put a question of the community's own among its questions. */
export function askOperations(
  view: View,
  text: string,
  why: string,
): { readonly does: readonly Operation[]; readonly undoes: readonly Operation[] | null } {
  const taken = new Set(view.questions.map((one) => one.id));
  let at = 1;
  while (taken.has(`what-if-${at}`)) at += 1;
  const does: Operation[] = [
    { op: 'set', path: ['questions', `what-if-${at}`], value: { text, block: 'B9', why } },
  ];
  return { does, undoes: null };
}

/** Edited numbers as an address has them: `alpha:3,tau:0.05`. What is none is left out. */
export function numbersOf(text: string): Numbers {
  return Object.fromEntries(
    text.split(',').flatMap((one) => {
      const [id = '', value = ''] = one.split(':');
      return value.trim() === '' || !Number.isFinite(Number(value)) ? [] : [[id, Number(value)] as const];
    }),
  );
}

/** The same the other way; undefined where nothing was edited. */
export function numbersText(values: Numbers): string | undefined {
  return (
    Object.entries(values)
      .map(([id, value]) => `${id}:${value}`)
      .join(',') || undefined
  );
}

type Numbers = Readonly<Record<string, number>>;

/** What a file can hold, and what it cannot. */
export function parted(values: Numbers, kept: readonly string[]): readonly [Numbers, Numbers] {
  const of = (isKept: boolean) =>
    Object.fromEntries(Object.entries(values).filter(([id]) => kept.includes(id) === isKept));
  return [of(true), of(false)];
}

/** The operations that keep edited assumptions under `simulation` in the file, and those that take them back. */
export function keepOperations(
  view: View,
  values: Numbers,
): { readonly does: readonly Operation[]; readonly undoes: readonly Operation[] } {
  const before = (view.simulation['parameters'] ?? {}) as Readonly<Record<string, unknown>>;
  const set = (id: string, value: unknown): Operation => ({
    op: 'set',
    path: ['simulation', 'parameters', id],
    value,
  });
  return {
    does: Object.entries(values).map(([id, value]) => set(id, value)),
    undoes: Object.keys(values).map((id) => set(id, before[id] ?? null)),
  };
}

function freeId(view: View, name: string): string {
  const base =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'scenario';
  let id = base;
  for (let at = 2; view.thing(id) !== null || id === view.id; at += 1) id = `${base}-${at}`;
  return id;
}
