/** Adding, changing, ending and removing as edits that can be taken back. Builds operations; sends nothing. */
import type { View } from '#core/audience/view';
import type { Thing } from '#core/model/things';
import type { Operation } from '../api';
import type { Edit } from '../edits';
import { nameOfId, nameOfThing } from '../naming';
import { t } from '../words';
import { type Editable, type EditableSection, keyValue, type Values, valuesOf } from './fields';
import { freeId } from './ids';

/** How a new fact is known; kept as `because`. */
export interface Known {
  readonly how: string;
  readonly source: string;
}

/** Adds a thing. The id comes from its name, or from its ends. */
export function adding(
  view: View,
  section: EditableSection,
  values: Values,
  known: Known,
): Edit & { readonly id: string } {
  const name = values['name']?.trim() ?? '';
  const ends = `${values['from'] ?? ''} ${values['to'] ?? ''}`.trim();
  const id = freeId(
    view,
    name === '' || section === 'influences' ? ends || name : name,
    section.replace(/s$/, ''),
  );
  // Name first: that is how people write it.
  const value: Record<string, unknown> = name === '' ? {} : { name };
  for (const [key, said] of Object.entries(values)) {
    const is = keyValue(section, key, said);
    if (is !== null) value[key] = is;
  }
  if (value['status'] === 'actual') delete value['status'];
  const because = becauseOf(known);
  if (because !== null) value['because'] = because;
  const label =
    name === ''
      ? t('name.arrow', '{from} to {to}', {
          from: nameOfId(view, values['from'] ?? ''),
          to: nameOfId(view, values['to'] ?? ''),
        })
      : name;
  return {
    id,
    does: [{ op: 'put', id, section, value }],
    undoes: [{ op: 'remove', id }],
    says: t('step.added', 'Added {what}', { what: label }),
  };
}

function becauseOf({ how, source }: Known): unknown {
  if (source !== '' && how !== '') return { source, how };
  if (source !== '') return source;
  return how === '' ? null : { how };
}

/** Changes the fields that differ; null where none does. */
export function changing(view: View, thing: Editable, values: Values): Edit | null {
  const before = valuesOf(thing);
  const does: Record<string, unknown> = {};
  const undoes: Record<string, unknown> = {};
  for (const [key, said] of Object.entries(values)) {
    const was = before[key] ?? '';
    if (said.trim() === was.trim()) continue;
    does[key] = keyValue(thing.section, key, said, thing);
    undoes[key] = keyValue(thing.section, key, was, thing);
  }
  if (Object.keys(does).length === 0) return null;
  return {
    does: [{ op: 'patch', id: thing.id, value: does }],
    undoes: [{ op: 'patch', id: thing.id, value: undoes }],
    says: t('step.changed', 'Changed {what}', { what: nameOfThing(view, thing) }),
  };
}

/** Ends a thing: it stays readable on the days before. */
export function ending(view: View, thing: Thing, until: string): Edit {
  return {
    does: [{ op: 'end', id: thing.id, until }],
    undoes: [{ op: 'patch', id: thing.id, value: { until: thing.until?.text ?? null } }],
    says: t('step.ended', 'Ended {what}', { what: nameOfThing(view, thing) }),
  };
}

/** Takes a thing out altogether. Taken back by the text as it was, as long as nobody else has changed it since. */
export function removing(view: View, thing: Thing, withWhatBreaks: boolean): Edit {
  const remove: Operation = withWhatBreaks
    ? { op: 'remove', id: thing.id, withWhatBreaks }
    : { op: 'remove', id: thing.id };
  return {
    does: [remove],
    undoes: null,
    says: t('step.removed', 'Removed {what}', { what: nameOfThing(view, thing) }),
  };
}

/** Files a thing under another block of the scheme; null: where its sort usually belongs. */
export function filing(view: View, thing: Thing, block: string | null): Edit {
  return {
    does: [{ op: 'patch', id: thing.id, value: { category: block } }],
    undoes: [{ op: 'patch', id: thing.id, value: { category: thing.category } }],
    says: t('step.filed', 'Filed {what} elsewhere', { what: nameOfThing(view, thing) }),
  };
}
