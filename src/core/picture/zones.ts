/**
 * Which side of the table a sign belongs to: core at the head, wider circles opposite, givers on one side, receivers
 * on the other, activities and pools on the cloth. Decided by structure alone, so that an amount never moves anything.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type { Stream } from '#core/picture/contents';

export type Zone = 'head' | 'foot' | 'table' | 'giver' | 'receiver' | 'free';

/** The zone of each sign. */
export function zones(view: View, streams: readonly Stream[]): (id: Id) => Zone {
  const balance = new Map<Id, number>();
  for (const { from, to, role } of streams) {
    if (role === 'flow') balance.set(from, (balance.get(from) ?? 0) + 1);
    balance.set(to, (balance.get(to) ?? 0) - 1);
  }
  return (id) => {
    const thing = view.thing(id);
    if (thing === null) {
      if (id === 'loss' || id === 'made') return 'free';
      return id === 'future' || (balance.get(id) ?? 0) < 0 ? 'receiver' : 'giver';
    }
    if (thing.section === 'activities' || thing.section === 'pools') return 'table';
    if (thing.section !== 'parties') return 'free';
    if (thing.inside) {
      const core =
        thing.circle === 'core' || (thing.in !== null && view.get('parties', thing.in)?.circle === 'core');
      return core || (thing.type === 'person' && thing.in === null) ? 'head' : 'foot';
    }
    const given = balance.get(id) ?? 0;
    if (given !== 0) return given > 0 ? 'giver' : 'receiver';
    return thing.type === 'public' ? 'receiver' : 'giver';
  };
}
