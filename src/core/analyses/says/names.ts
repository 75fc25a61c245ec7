/** What to call the ids of a finding in a sentence: the names of things, and plain words for the ends that are no thing. */
import type { View } from '#core/audience/view';
import { type Id, inLanguage, nameOf } from '#core/model/fact';
import { listed } from '#core/words/lists';
import { message } from '#core/words/message';

const ENDS: ReadonlyMap<Id, ReturnType<typeof message>> = new Map([
  ['past', message('end.past', 'the past')],
  ['future', message('end.future', 'the future')],
  ['outside', message('end.outside', 'the outside')],
  ['ecosystem', message('end.ecosystem', 'the commercial web')],
  ['made', message('end.made', 'what is made here')],
  ['loss', message('end.loss', 'loss')],
  ['unassigned', message('end.unassigned', 'nobody named so far')],
  ['withheld', message('end.withheld', 'someone who is not shown')],
]);

export function called(view: View, id: Id): string {
  if (id.startsWith('trap:')) return called(view, id.slice('trap:'.length));
  const thing = view.thing(id);
  return thing === null ? (ENDS.get(id)?.().text ?? id) : nameOf(thing);
}

/** As `called`, at the beginning of a sentence. */
export function calledFirst(view: View, id: Id): string {
  return capital(called(view, id));
}

export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Names as a list, at most five before "and 3 more". */
export function calledAll(view: View, ids: readonly Id[]): string {
  return listed(
    ids.map((id) => called(view, id)),
    5,
  );
}

export function calledKind(view: View, kind: Id | undefined): string {
  const found = kind === undefined ? null : view.kind(kind);
  if (found === null) return kind ?? '';
  return found.name === null && found.currency ? (found.unit ?? found.id) : nameOf(found);
}

const AUDIENCE = message(
  'question.Q72.audience',
  '{id, select, public {the public} members {the members} core {the core} stewards {the stewards} peers {our peers} treasurer {the treasurer} other {others}}',
);

/** An audience in words: the party it is bound to, the name that the community gave it, or who is meant. */
export function calledAudience(view: View, audience: string): string {
  const [, party] = audience.split(':', 2);
  if (party !== undefined) return called(view, party);
  const name = view.audiences.find((one) => one.id === audience)?.name ?? null;
  return name === null ? AUDIENCE({ id: audience }).text : inLanguage(name);
}
