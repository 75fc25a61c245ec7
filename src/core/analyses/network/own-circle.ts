/** Who counts as one's own circle (settled reading 13). Nothing else. */
import { grouped } from '#core/analyses/network/grouped';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type { Party } from '#core/model/things';

/** Those who are in each circle, by the circle, at any time. */
const circles = new WeakMap<View, ReadonlyMap<Id | null, readonly Party[]>>();

function membersOf(view: View, circle: Id): readonly Party[] {
  let byCircle = circles.get(view);
  if (byCircle === undefined) {
    byCircle = grouped(view.ever.parties, (party) => party.in);
    circles.set(view, byCircle);
  }
  return byCircle.get(circle) ?? [];
}

const known = new WeakMap<View, Map<Id, ReadonlySet<Id>>>();

/** The giver, the circle it is in, those who share it, and, of a circle, those who are in it (settled reading 13). */
export function ownCircle(view: View, id: Id): ReadonlySet<Id> {
  let ofView = known.get(view);
  if (ofView === undefined) {
    ofView = new Map();
    known.set(view, ofView);
  }
  let own = ofView.get(id);
  if (own === undefined) {
    const circle = view.get('parties', id)?.in ?? null;
    const around = circle === null ? [id] : [id, circle];
    own = new Set([...around, ...around.flatMap((one) => membersOf(view, one).map((party) => party.id))]);
    ofView.set(id, own);
  }
  return own;
}
