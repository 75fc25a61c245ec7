/**
 * Ways that an influence takes from one thing to another, with the product of the signs along the way. Looks along at most
 * eight arrows and never passes a thing twice; longer chains are too thin to speak of an incentive.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type { Influence } from '#core/model/things';

const LONGEST = 8;
/** Steps after which the search stops: a picture drawn by people stays far below. */
const MOST_STEPS = 20_000;

export interface Path {
  readonly to: Id;
  readonly sign: '+' | '-';
  readonly arrows: readonly Influence[];
}

/** For each thing that is reached from `from`, the shortest way of each sign. */
export function pathsFrom(view: View, from: Id): Path[] {
  const out = new Map<Id, Influence[]>();
  for (const one of [...view.influences].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    out.set(one.from, [...(out.get(one.from) ?? []), one]);
  }
  const found = new Map<string, Path>();
  let layer: Path[] = [{ to: from, sign: '+', arrows: [] }];
  let steps = 0;
  for (let length = 0; length < LONGEST && layer.length > 0; length++) {
    const next: Path[] = [];
    for (const path of layer) {
      for (const arrow of out.get(path.to) ?? []) {
        steps += 1;
        if (steps > MOST_STEPS) return [...found.values()];
        if (arrow.to === from || path.arrows.some((one) => one.to === arrow.to)) continue;
        const longer: Path = {
          to: arrow.to,
          sign: path.sign === arrow.sign ? '+' : '-',
          arrows: [...path.arrows, arrow],
        };
        next.push(longer);
        const key = `${longer.to} ${longer.sign}`;
        if (!found.has(key)) found.set(key, longer);
      }
    }
    layer = next;
  }
  return [...found.values()];
}
