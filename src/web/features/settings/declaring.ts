/** Audiences and walls of a file as edits that can be taken back. Pure; decides nothing about who may see. */
import type { View } from '#core/audience/view';
import type { Wall } from '#core/model/things';
import { freeId, slug } from '../../shared/edit/ids';
import type { Edit } from '../../shared/edits';
import { audienceCalled, nameOfId } from '../../shared/naming';
import { t } from '../../shared/words';

/** Audiences whose facts one's own may see as well. Stewards see all; that is not given away in passing. */
export const MAY_INCLUDE = ['treasurer', 'core', 'members', 'peers'] as const;

/** Names that mean something else in `see`. */
const TAKEN = new Set([
  'stewards',
  'treasurer',
  'core',
  'members',
  'peers',
  'public',
  'partners',
  'parties',
  'self',
]);

/** What is asked for a new audience. */
export interface AudienceForm {
  readonly name: string;
  readonly includes: readonly string[];
}

/** An id for an audience that neither the format nor this file uses. */
export function audienceId(view: View, name: string): string {
  const base = slug(name, 'audience');
  const taken = (id: string) => TAKEN.has(id) || view.audiences.some((one) => one.id === id);
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken(id)) return id;
  }
}

/** Declares an audience. */
export function declaring(view: View, form: AudienceForm): Edit & { readonly id: string } {
  const name = form.name.trim();
  const id = audienceId(view, name);
  const value = form.includes.length === 0 ? { name } : { name, includes: [...form.includes] };
  return {
    id,
    does: [{ op: 'set', path: ['audiences', id], value }],
    undoes: [{ op: 'set', path: ['audiences', id], value: null }],
    says: t('declare.audience', 'Declared the audience {name}', { name }),
  };
}

/** Takes an audience out. Refused by the file while facts name it. */
export function undeclaring(view: View, id: string): Edit {
  return {
    does: [{ op: 'set', path: ['audiences', id], value: null }],
    undoes: null,
    says: t('declare.audience-gone', 'Took out the audience {name}', { name: audienceCalled(view, id) }),
  };
}

/** What is asked for a new wall. `bridge` empty: they may not meet at all. */
export interface WallForm {
  readonly one: string;
  readonly other: string;
  readonly bridge: string;
  readonly why: string;
}

/** What still has to be said of a wall, as a sentence; null: nothing. */
export function wallWants(form: WallForm): string | null {
  if (form.one === '' || form.other === '') return t('wall.two', 'A wall stands between two. Choose both.');
  if (form.one === form.other) return t('wall.same', 'A wall stands between two. These are the same.');
  if (form.bridge === form.one || form.bridge === form.other)
    return t('wall.bridge-end', 'The bridge is somebody else than the two.');
  return null;
}

/** Puts up a wall. */
export function walling(view: View, form: WallForm): Edit & { readonly id: string } {
  const id = freeId(view, `${form.one}-${form.other}`, 'wall');
  const value = {
    between: [form.one, form.other],
    'may-meet': form.bridge === '' ? 'apart' : 'through-bridge',
    ...(form.bridge === '' ? {} : { bridge: form.bridge }),
    ...(form.why.trim() === '' ? {} : { note: form.why.trim() }),
    // That two are kept apart is for those who keep them apart.
    see: 'stewards',
  };
  return {
    id,
    does: [{ op: 'put', id, section: 'walls', value }],
    undoes: [{ op: 'remove', id }],
    says: t('declare.wall', 'Put a wall between {one} and {other}', {
      one: nameOfId(view, form.one),
      other: nameOfId(view, form.other),
    }),
  };
}

/** Takes a wall down. */
export function unwalling(view: View, wall: Wall): Edit {
  return {
    does: [{ op: 'remove', id: wall.id }],
    undoes: null,
    says: t('declare.wall-gone', 'Took down the wall between {names}', {
      names: wall.between.map((id) => nameOfId(view, id)).join(', '),
    }),
  };
}
