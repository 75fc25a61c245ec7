/** What hands do to the picture, as edits that can be taken back: rename, regroup, duplicate, merge, paste. Sends nothing. */
import type { View } from '#core/audience/view';
import type { Pasted } from '#core/file/copy';
import type { Id } from '#core/model/fact';
import type { Thing } from '#core/model/things';
import type { Scene } from '#core/picture/scene';
import type { Operation } from '../../shared/api';
import { freeId, slug } from '../../shared/edit/ids';
import type { Edit } from '../../shared/edits';
import { spokenNow } from '../../shared/language';
import { nameOfId, nameOfThing } from '../../shared/naming';
import { t } from '../../shared/words';

/** Another name; the id follows where it was made from the old one, and every reference with it. */
export function renaming(view: View, thing: Thing, to: string): (Edit & { readonly id: Id }) | null {
  const before = nameOfThing(view, thing);
  const name = to.trim();
  if (name === '' || name === before) return null;
  const id = idFollows(thing.id, before) ? freeId(view, name, thing.id) : thing.id;
  const written =
    typeof thing.name === 'object' && thing.name !== null
      ? { ...thing.name, [spokenNow().language]: name }
      : name;
  const back: Operation[] = [{ op: 'patch', id: thing.id, value: { name: thing.name } }];
  return {
    id,
    does: [
      { op: 'patch', id: thing.id, value: { name: written } },
      ...(id === thing.id ? [] : [{ op: 'rename', id: thing.id, to: id } as const]),
    ],
    undoes: [...(id === thing.id ? [] : [{ op: 'rename', id, to: thing.id } as const]), ...back],
    says: t('edit.renamed', 'Renamed {before} to {name}', { before, name }),
  };
}

function idFollows(id: Id, name: string): boolean {
  return id.replace(/-\d+$/, '') === slug(name, id);
}

/** Whether letting go of one sign over another makes it part of that circle. */
export function mayJoin(view: View, id: Id, over: Id | null): over is Id {
  const [party, circle] = [view.get('parties', id), over === null ? null : view.get('parties', over)];
  if (party === null || circle?.type !== 'circle' || party.in === circle.id) return false;
  // Nothing becomes part of what is part of it.
  for (let up = circle.in; up !== null; up = view.get('parties', up)?.in ?? null)
    if (up === party.id) return false;
  return party.type === 'person' || party.type === 'circle' || party.type === 'organisation';
}

/** Puts a party into a circle, which sits where the circle sits. */
export function joining(view: View, id: Id, circle: Id): Edit {
  const party = view.get('parties', id);
  const inside = view.get('parties', circle)?.inside ?? true;
  // Outside is where one is unless somebody says so: nothing need stay behind that says it.
  const [sits, sat] = inside === party?.inside ? [{}, {}] : [{ inside }, { inside: inside ? null : true }];
  return {
    does: [{ op: 'patch', id, value: { in: circle, ...sits } }],
    undoes: [{ op: 'patch', id, value: { in: party?.in ?? null, ...sat } }],
    says: t('edit.joined', '{who} is now in {circle}', {
      who: nameOfId(view, id),
      circle: nameOfId(view, circle),
    }),
  };
}

/** What was pasted, or duplicated; taken back by the text as it was. */
export function pasting(view: View, pasted: Pasted, says?: string): Edit {
  const count = pasted.operations.filter((one) => one.op === 'put').length;
  const names = [...pasted.ids.values()].slice(0, 3).map((id) => nameOfId(view, id));
  return {
    does: pasted.operations,
    undoes: null,
    says:
      says ??
      t('edit.pasted', 'Pasted {count, plural, one {one fact} other {# facts}}: {names}', {
        count,
        names: names.join(', '),
      }),
  };
}

/** Makes several things one. */
export function merging(view: View, ids: readonly Id[], into: Id): Edit {
  const going = ids.filter((id) => id !== into);
  return {
    does: going.map((id) => ({ op: 'merge', id, into })),
    undoes: null,
    says: t('edit.merged', '{names} and {into} became one', {
      names: going.map((id) => nameOfId(view, id)).join(', '),
      into: nameOfId(view, into),
    }),
  };
}

/** Takes several things out with what cannot stand without them. */
export function removingAll(view: View, ids: readonly Id[]): Edit {
  return {
    does: ids.map((id) => ({ op: 'remove', id, withWhatBreaks: true })),
    undoes: null,
    says: t('edit.removed-all', 'Removed {names}', { names: ids.map((id) => nameOfId(view, id)).join(', ') }),
  };
}

/** Things of one section that could become one; empty where there are not two. */
export function mergeable(view: View, ids: readonly Id[]): readonly Thing[] {
  const things = ids.flatMap((id) => view.thing(id) ?? []);
  const section = things[0]?.section;
  const parts = ['parties', 'pools', 'activities', 'tools', 'quantities'];
  const alike = things.filter((thing) => thing.section === section && parts.includes(thing.section));
  return alike.length === ids.length && alike.length > 1 ? alike : [];
}

/** The nearest drawn things to facts that are not drawn themselves, such as a need: what it belongs to. */
export function drawnFor(
  view: View,
  made: Scene,
  ids: readonly Id[],
): { lit: readonly Id[]; missing: readonly Id[] } {
  const drawn = new Set(made.groups.flatMap((group) => [group.id, ...group.facts]));
  const lit: Id[] = [];
  const missing: Id[] = [];
  for (const id of ids) {
    const near = drawn.has(id) ? [id] : nearOf(view, id).filter((one) => drawn.has(one));
    if (near.length === 0) missing.push(id);
    lit.push(...near);
  }
  return { lit: [...new Set(lit)], missing };
}

function nearOf(view: View, id: Id): readonly Id[] {
  const thing = view.thing(id);
  switch (thing?.section) {
    case 'needs':
      return [thing.activity];
    case 'pockets':
      return [thing.pool];
    case 'flows':
    case 'influences':
      return [thing.from, thing.to];
    case 'ties':
    case 'walls':
      return thing.between;
    case 'accounts':
      return [thing.who, thing.towards];
    case 'parties':
      return thing.in === null ? [] : [thing.in];
    case 'roles':
      return thing.heldBy;
    default:
      return [];
  }
}
