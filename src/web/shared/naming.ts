/** What to call things on screen, and how a fact sounds in one line. Reads a View; computes nothing. */
import type { View } from '#core/audience/view';
import { type Id, nameInWords } from '#core/model/fact';
import type { Kind } from '#core/model/kind';
import { readingOn } from '#core/model/rate';
import { type ShelfNote, shelfNoteOf } from '#core/model/shelf-note';
import type { Flow, Form, Status, Thing } from '#core/model/things';
import type { Revision } from './api';
import { audienceName } from './eyes';
import { amountText } from './format';
import { list, t, words } from './words';

/** The name of whatever an id stands for; reserved ends and withheld things have words of their own. */
export function nameOfId(view: View, id: Id): string {
  const thing = view.thing(id);
  if (thing !== null) return nameOfThing(view, thing);
  if (id.startsWith('trap:'))
    return t('name.trap', 'goes round and stays ({of})', { of: nameOfId(view, id.slice(5)) });
  switch (id) {
    case 'outside':
      return t('name.outside', 'Outside');
    case 'past':
      return t('name.past', 'Earlier years (reserves)');
    case 'future':
      return t('name.future', 'Later years (wear not renewed)');
    case 'ecosystem':
      return t('name.ecosystem', 'The commercial web');
    case 'made':
      return t('name.made', 'Made here');
    case 'loss':
      return t('name.loss', 'Lost');
    case 'unassigned':
      return t('name.unassigned', 'For whom, nobody said');
    case 'undirected':
      return t('name.undirected', 'Gifts for the whole');
    case 'withheld':
      return t('name.withheld', 'Someone you may not see');
    default:
      return id;
  }
}

/** The name of a thing; a flow without one is told by its ends. */
export function nameOfThing(view: View, thing: Thing): string {
  if (thing.name !== null) return nameInWords(thing);
  if (thing.section === 'flows' || thing.section === 'influences' || thing.section === 'movements') {
    return t('name.arrow', '{from} to {to}', {
      from: nameOfId(view, thing.from),
      to: nameOfId(view, thing.to),
    });
  }
  if (thing.section === 'ties' || thing.section === 'walls') {
    return t('name.between', '{parties}', { parties: list(thing.between.map((id) => nameOfId(view, id))) });
  }
  if (thing.section === 'accounts') {
    return t('name.account', '{who} towards {towards}', {
      who: nameOfId(view, thing.who),
      towards: nameOfId(view, thing.towards),
    });
  }
  if ('text' in thing && thing.text !== null) return words(thing.text);
  return nameInWords(thing);
}

/** What an audience is called here: by the name it has in the file, or by the party it is bound to. */
export function audienceCalled(view: View, id: string): string {
  const declared = view.audiences.find((one) => one.id === id);
  if (declared !== undefined) return words(declared.name) || declared.id;
  const [bound, party] = id.split(':', 2);
  return party !== undefined && (bound === 'partner' || bound === 'person')
    ? nameOfId(view, party)
    : audienceName(id);
}

/** The amount of a flow on the day of the view, as it was written. A covered one says so. */
export function flowAmount(view: View, flow: Flow): string {
  if (view.isCovered(flow.id)) return t('amount.covered', 'you may see that it exists, not how much');
  if (flow.size !== null) return t('amount.size', 'a favour of size {size}', { size: flow.size });
  return amountText(readingOn(flow.amount, view.day)?.value);
}

/** The kinds that a set of facts touches, each once, in the order of the file. */
export function kindsOf(view: View, ids: readonly Id[]): readonly Kind[] {
  const found = new Set<Id>();
  for (const id of ids) {
    const thing = view.thing(id);
    if (thing !== null && 'kind' in thing && thing.kind !== null) found.add(thing.kind);
  }
  return view.kinds.filter((kind) => found.has(kind.id));
}

/** Who made a revision, as far as it is known. */
export function authorName(revision: Revision): string {
  return revision.author?.name ?? t('author.unknown', 'someone here');
}

/** What the file of a view says of its place on the shelf. */
export function shelfNote(view: View): ShelfNote {
  return shelfNoteOf(view.ever.x);
}

export const FORMS: readonly Form[] = [
  'gift',
  'favour',
  'turn',
  'due',
  'duty',
  'grant',
  'sale',
  'pay',
  'in-kind',
];
export const STATUSES: readonly Status[] = ['actual', 'agreed', 'told', 'hoped'];

/** In which form something is given. */
export function formText(form: Form): string {
  switch (form) {
    case 'gift':
      return t('form.gift', 'A gift');
    case 'favour':
      return t('form.favour', 'A favour');
    case 'turn':
      return t('form.turn', 'A turn');
    case 'due':
      return t('form.due', 'Dues');
    case 'duty':
      return t('form.duty', 'A duty');
    case 'grant':
      return t('form.grant', 'A grant');
    case 'sale':
      return t('form.sale', 'A sale');
    case 'pay':
      return t('form.pay', 'Pay');
    case 'in-kind':
      return t('form.in-kind', 'In kind');
  }
}

/** How sure a stream is. */
export function statusText(status: Status): string {
  switch (status) {
    case 'actual':
      return t('status.actual', 'It happens');
    case 'agreed':
      return t('status.agreed', 'Agreed');
    case 'told':
      return t('status.told', 'Told');
    case 'hoped':
      return t('status.hoped', 'Hoped for');
  }
}
