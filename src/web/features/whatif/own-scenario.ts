/** A scenario that somebody makes up or copies, as the file has it. Pure; checks only what a form must. */
import type { View } from '#core/audience/view';
import type { Operation } from '#core/file/operations';
import { inLanguage } from '#core/model/fact';
import type { ScenarioChange } from '#core/model/things';

/** One change as a form holds it. */
export interface ChangeForm {
  readonly verb: 'end' | 'start' | 'times' | 'cut';
  readonly of: string;
  /** Only for `times`: how many times what it is. */
  readonly times: string;
  /** Months from the day of the description. */
  readonly at: string;
  readonly why: string;
}

export interface ScenarioForm {
  readonly name: string;
  readonly changes: readonly ChangeForm[];
}

export const EMPTY_CHANGE: ChangeForm = { verb: 'end', of: '', times: '2', at: '12', why: '' };
export const EMPTY_SCENARIO: ScenarioForm = { name: '', changes: [EMPTY_CHANGE] };

/** What a verb may be about. */
export function targetsOf(
  view: View,
  verb: ChangeForm['verb'],
): readonly { readonly id: string; readonly section: string }[] {
  switch (verb) {
    case 'cut':
      return view.influences.map(({ id }) => ({ id, section: 'influences' }));
    case 'start':
      return view.flows
        .filter((flow) => flow.status === 'hoped' || flow.status === 'told')
        .map(({ id }) => ({ id, section: 'flows' }));
    case 'end':
      return view.flows.map(({ id }) => ({ id, section: 'flows' }));
    case 'times':
      return [
        ...view.parties.filter((party) => party.inside).map(({ id }) => ({ id, section: 'parties' })),
        ...view.flows.map(({ id }) => ({ id, section: 'flows' })),
      ];
  }
}

/** A scenario of the file as a form, to be copied; changes that a form cannot hold are left out and counted. */
export function formOf(
  view: View,
  id: string,
  name: string,
): { readonly form: ScenarioForm; readonly left: number } | null {
  const scenario = view.scenarios.find((one) => one.id === id);
  if (scenario === undefined) return null;
  const changes = scenario.changes.flatMap((change) => changeForm(change) ?? []);
  return {
    form: { name, changes: changes.length === 0 ? [EMPTY_CHANGE] : changes },
    left: scenario.changes.length - changes.length,
  };
}

function changeForm(change: ScenarioChange): ChangeForm | null {
  const { verb, of, factor, at, why } = change;
  if (of === null || !('months' in at)) return null;
  if (verb !== 'end' && verb !== 'start' && verb !== 'times' && verb !== 'cut') return null;
  return {
    verb,
    of,
    times: factor === null ? '' : String(factor),
    at: String(at.months),
    why: why === null ? '' : inLanguage(why),
  };
}

/** Which fields of a form still need something; empty where it can be kept. */
export function missing(form: ScenarioForm): readonly ('name' | 'of' | 'times' | 'at')[] {
  const wrong = new Set<'name' | 'of' | 'times' | 'at'>();
  if (form.name.trim() === '') wrong.add('name');
  for (const { verb, of, times, at } of form.changes) {
    if (of === '') wrong.add('of');
    if (verb === 'times' && numberOf(times) === null) wrong.add('times');
    if (numberOf(at) === null) wrong.add('at');
  }
  return [...wrong];
}

function numberOf(text: string): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 ? value : null;
}

/** The operation that keeps a scenario, under an id that is free. */
export function scenarioOperations(
  view: View,
  form: ScenarioForm,
): { readonly id: string; readonly does: readonly Operation[]; readonly undoes: readonly Operation[] } {
  const id = freeId(view, form.name);
  const changes = form.changes.map(({ verb, of, times, at, why }) => ({
    at: `${numberOf(at) ?? 0} months`,
    ...(verb === 'times' ? { times: numberOf(times) ?? 1, of } : { [verb]: of }),
    ...(why.trim() === '' ? {} : { why: why.trim() }),
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
