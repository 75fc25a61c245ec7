/** `contact` as a sentence. */
import { calledAll } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { type Message, message } from '#core/words/message';

const NONE = message('finding.contact.none', 'Nobody here was marked to stay apart.');
const KEPT = message(
  'finding.contact.kept',
  '{pairs, plural, one {The one distance that was agreed is} other {All # distances that were agreed are}} kept, as far as ties are written down.',
);
const WAY = message(
  'finding.contact.way',
  '{count, plural, one {One pair that was} other {# pairs that were}} to stay apart {count, plural, one {has} other {have}} another way to each other: {names}.',
);

export function sayContact(view: View, pairs: number, breached: readonly (readonly [Id, Id])[]): Message {
  if (pairs === 0) return NONE();
  if (breached.length === 0) return KEPT({ pairs });
  return WAY({ count: breached.length, names: calledAll(view, breached.flat()) });
}
