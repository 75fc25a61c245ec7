/** Finds what is part of itself: circles within circles by `in`, and baskets that include each other. */
import type { Node } from 'yaml';
import type { Reading } from '#core/file/reading';
import type { WrittenCommunity } from '#core/file/shape/community';
import type { Id } from '#core/model/fact';

/**
 * Reports each ring once. Gives the nodes of references between baskets that are part of a ring, so that they are not
 * told again as naming the wrong sort of thing.
 */
export function checkCycles(community: WrittenCommunity, reading: Reading): ReadonlySet<object> {
  const within = new Map(community.parties.map((party) => [party.id, party.in === null ? [] : [party.in]]));
  for (const ring of ringsOf(within)) report(ring, 'in', community, reading);
  const baskets = new Map(community.baskets.map((basket) => [basket.id, basket.includes]));
  const inRing = new Set<object>();
  for (const ring of ringsOf(baskets)) {
    report(ring, 'includes', community, reading);
    const members = new Set(ring);
    for (const reference of reading.references) {
      if (members.has(reference.id) && reference.what.says === 'activity') inRing.add(reference.at);
    }
  }
  return inRing;
}

function report(
  ring: readonly Id[],
  what: 'in' | 'includes',
  community: WrittenCommunity,
  reading: Reading,
): void {
  const first = ring[0] ?? '';
  const thing =
    what === 'in'
      ? community.parties.find((one) => one.id === first)
      : community.baskets.find((one) => one.id === first);
  const at: Node | undefined =
    thing && (reading.keyPlaces.get(thing)?.get(what) ?? reading.places.get(thing));
  if (at) reading.report('cycle', at, { ring: [...ring, first].join(' → '), what });
}

/** Rings in a graph, each once, from its smallest id. */
function ringsOf(next: ReadonlyMap<Id, readonly Id[]>): Id[][] {
  const rings: Id[][] = [];
  const done = new Set<Id>();
  for (const start of next.keys()) {
    if (done.has(start)) continue;
    const path: Id[] = [];
    const pending: { id: Id; depth: number }[] = [{ id: start, depth: 0 }];
    while (pending.length > 0) {
      const { id, depth } = pending.pop() as { id: Id; depth: number };
      path.length = depth;
      const at = path.indexOf(id);
      if (at !== -1) {
        rings.push(fromSmallest(path.slice(at)));
        continue;
      }
      if (done.has(id)) continue;
      done.add(id);
      path.push(id);
      for (const other of next.get(id) ?? [])
        if (next.has(other)) pending.push({ id: other, depth: depth + 1 });
    }
  }
  return rings;
}

function fromSmallest(ring: readonly Id[]): Id[] {
  const smallest = ring.reduce((a, b) => (a < b ? a : b));
  const at = ring.indexOf(smallest);
  return [...ring.slice(at), ...ring.slice(0, at)];
}
