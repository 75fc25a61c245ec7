/** Who counts as one's own circle (settled reading 13). Nothing else. */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';

/** The giver, the circle it is in, those who share it, and, of a circle, those who are in it (settled reading 13). */
export function ownCircle(view: View, id: Id): ReadonlySet<Id> {
  const circle = view.get('parties', id)?.in ?? null;
  const own = new Set([id, ...(circle === null ? [] : [circle])]);
  for (const party of view.ever.parties) {
    if (party.in !== null && (party.in === circle || party.in === id)) own.add(party.id);
  }
  return own;
}
