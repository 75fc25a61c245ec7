/**
 * Four well-known shapes among loops: limits to growth, shifting the burden, success to the successful, tragedy of the
 * commons (Senge 1990; Meadows 2008). Patterns in a drawing, found as patterns: whether they turn in life is a question.
 */

import type { Loop } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import type { Influence } from '#core/model/things';

export interface Archetype {
  readonly flag:
    | 'limits-to-growth'
    | 'shifting-the-burden'
    | 'success-to-the-successful'
    | 'tragedy-of-the-commons';
  /** Ids of the arrows that make the pattern, sorted. */
  readonly evidence: readonly string[];
  /** The things that the loops share. */
  readonly shared: readonly string[];
}

/** More patterns than a person could read are of no use; the shortest loops come first. */
const MOST = 40;

/** The patterns among the loops given, shortest loops first, at most forty. */
export function archetypes(view: View, loops: readonly Loop[]): Archetype[] {
  const short = loops.slice(0, 200);
  const found = [
    ...limitsToGrowth(short),
    ...shiftingTheBurden(short, view.influences),
    ...successToTheSuccessful(view, short),
    ...tragedyOfTheCommons(view, short),
  ];
  return found.slice(0, MOST);
}

const shares = (a: Loop, b: Loop): string[] => a.nodes.filter((node) => b.nodes.includes(node));

const evidence = (...lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())].sort();

/** What grows by itself and what holds it back meet at one thing. */
function limitsToGrowth(loops: readonly Loop[]): Archetype[] {
  const balancing = loops.filter((loop) => loop.sign === 'B');
  return loops
    .filter((loop) => loop.sign === 'R')
    .flatMap((growth) =>
      balancing.flatMap((limit): Archetype[] => {
        const shared = shares(growth, limit);
        return shared.length === 0
          ? []
          : [
              {
                flag: 'limits-to-growth',
                evidence: evidence(growth.arrows, limit.arrows),
                shared: [...shared].sort(),
              },
            ];
      }),
    );
}

/** Two ways to ease one trouble, and a side effect by which the quick one wears the lasting one away. */
function shiftingTheBurden(loops: readonly Loop[], influences: readonly Influence[]): Archetype[] {
  const balancing = loops.filter((loop) => loop.sign === 'B' && loop.nodes.length <= 4);
  return balancing.flatMap((quick) =>
    balancing.flatMap((lasting): Archetype[] => {
      const shared = shares(quick, lasting);
      const trouble = shared[0];
      if (quick === lasting || trouble === undefined || shared.length !== 1) return [];
      const from = quick.nodes.filter((node) => node !== trouble);
      const to = lasting.nodes.filter((node) => node !== trouble);
      const side = erodingPath(influences, from, to, [trouble]);
      return side === null
        ? []
        : [
            {
              flag: 'shifting-the-burden',
              evidence: evidence(quick.arrows, lasting.arrows, side),
              shared: [trouble],
            },
          ];
    }),
  );
}

/** A path of at most three arrows whose signs multiply to minus, from one of `from` to one of `to`. */
function erodingPath(
  influences: readonly Influence[],
  from: readonly string[],
  to: readonly string[],
  avoid: readonly string[],
): string[] | null {
  let paths = from.map((node) => ({ at: node, sign: 1, arrows: [] as string[], seen: [node] }));
  for (let step = 0; step < 3; step += 1) {
    const next: typeof paths = [];
    for (const path of paths) {
      for (const influence of influences) {
        if (influence.from !== path.at || avoid.includes(influence.to) || path.seen.includes(influence.to))
          continue;
        const sign = influence.sign === '-' ? -path.sign : path.sign;
        const arrows = [...path.arrows, influence.id];
        if (to.includes(influence.to) && sign < 0) return arrows;
        next.push({ at: influence.to, sign, arrows, seen: [...path.seen, influence.to] });
      }
    }
    paths = next.slice(0, 500);
  }
  return null;
}

/** Two loops that grow by themselves out of one pool of something that only one of them can have. */
function successToTheSuccessful(view: View, loops: readonly Loop[]): Archetype[] {
  const growing = loops.filter((loop) => loop.sign === 'R');
  return growing.flatMap((one, index) =>
    growing.slice(index + 1).flatMap((other): Archetype[] => {
      const shared = shares(one, other);
      const pool = shared.length === 1 ? view.get('pools', shared[0] ?? '') : null;
      if (pool === null || view.kind(pool.kind)?.rival !== true) return [];
      return [{ flag: 'success-to-the-successful', evidence: evidence(one.arrows, other.arrows), shared }];
    }),
  );
}

/** Several loops that grow by themselves and each draw on one commons that renews slowly. */
function tragedyOfTheCommons(view: View, loops: readonly Loop[]): Archetype[] {
  const growing = loops.filter((loop) => loop.sign === 'R');
  return view.pools.flatMap((pool): Archetype[] => {
    if (pool.wears.length === 0 && pool.regrowsPerMonth === null) return [];
    const drawing = view.influences.filter((influence) => influence.to === pool.id && influence.sign === '-');
    const users = growing.filter(
      (loop) => !loop.nodes.includes(pool.id) && drawing.some((arrow) => loop.nodes.includes(arrow.from)),
    );
    if (users.length < 2) return [];
    return [
      {
        flag: 'tragedy-of-the-commons',
        evidence: evidence(
          ...users.map((loop) => loop.arrows),
          drawing.map((arrow) => arrow.id),
        ),
        shared: [pool.id],
      },
    ];
  });
}
