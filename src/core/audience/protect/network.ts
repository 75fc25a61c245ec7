/**
 * A table with its totals as a network: each figure is an arc, and at every vertex what comes in goes out. Whatever is
 * withheld can be moved only round cycles of withheld arcs, so bounds are maximum flows and exact: the linear programme
 * of this shape, without its tableau. Decides nothing: `suppress` does.
 */

/** A figure of the table. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

export interface Network {
  readonly vertices: number;
  readonly arcs: readonly Arc[];
}

/** How much of an arc somebody knows to be there: his own part. */
export type Known = (arc: number) => number;

const NOTHING: Known = () => 0;
const EPSILON = 1e-9;

/** Arcs that touch a vertex, by vertex. */
function touching(network: Network): number[][] {
  const by: number[][] = Array.from({ length: network.vertices }, () => []);
  network.arcs.forEach((arc, index) => {
    by[arc.from]?.push(index);
    if (arc.to !== arc.from) by[arc.to]?.push(index);
  });
  return by;
}

/** Pushes flow from one vertex to another through the withheld arcs, and says how much passed and how far it reached. */
export class Slack {
  readonly #network: Network;
  readonly #withheld: ReadonlySet<number>;
  readonly #touching: readonly number[][];

  constructor(network: Network, withheld: ReadonlySet<number>) {
    this.#network = network;
    this.#withheld = withheld;
    const withheldOnly = touching(network).map((arcs) => arcs.filter((arc) => withheld.has(arc)));
    this.#touching = withheldOnly;
  }

  /** How far the arc could rise, up to `enough`. */
  rise(arc: number, known: Known = NOTHING, enough = Number.POSITIVE_INFINITY): Reach {
    const { from, to } = this.#network.arcs[arc] as Arc;
    return this.#push(to, from, arc, known, enough);
  }

  /** How far the arc could fall, up to `enough`; never below what is known to be there. */
  fall(arc: number, known: Known = NOTHING, enough = Number.POSITIVE_INFINITY): Reach {
    const { from, to, value } = this.#network.arcs[arc] as Arc;
    return this.#push(from, to, arc, known, Math.min(enough, value - known(arc)));
  }

  #push(source: number, sink: number, without: number, known: Known, enough: number): Reach {
    /** How much more than written runs through each arc. */
    const moved = new Map<number, number>();
    let passed = 0;
    for (;;) {
      if (passed >= enough - EPSILON) return { passed: Math.min(passed, enough), reached: null, moved };
      const found = this.#way(source, sink, without, known, moved);
      if (!found.ends) return { passed, reached: found.before, moved };
      let narrow = enough - passed;
      for (const step of found.steps) narrow = Math.min(narrow, step.room);
      if (narrow === Number.POSITIVE_INFINITY) return { passed: narrow, reached: null, moved };
      for (const { arc, forward } of found.steps)
        moved.set(arc, (moved.get(arc) ?? 0) + (forward ? narrow : -narrow));
      passed += narrow;
    }
  }

  #way(source: number, sink: number, without: number, known: Known, moved: ReadonlyMap<number, number>): Way {
    const before = new Map<number, Step | null>([[source, null]]);
    const queue = [source];
    for (let turn = 0; turn < queue.length && !before.has(sink); turn++) {
      const at = queue[turn] as number;
      for (const index of this.#touching[at] ?? []) {
        if (index === without || !this.#withheld.has(index)) continue;
        const arc = this.#network.arcs[index] as Arc;
        const forward = arc.from === at;
        const next = forward ? arc.to : arc.from;
        if (before.has(next)) continue;
        const room = forward ? Number.POSITIVE_INFINITY : arc.value - known(index) + (moved.get(index) ?? 0);
        if (room <= EPSILON) continue;
        before.set(next, { arc: index, forward, room, at });
        queue.push(next);
      }
    }
    const steps: Step[] = [];
    if (!before.has(sink)) return { ends: false, steps, before: new Set(before.keys()) };
    for (let at = sink; at !== source; ) {
      const step = before.get(at) as Step;
      steps.push(step);
      at = step.at;
    }
    return { ends: true, steps, before: new Set() };
  }
}

/** How much could be moved, and the vertices that were reached where it was less than enough. */
export interface Reach {
  readonly passed: number;
  readonly reached: ReadonlySet<number> | null;
  /** How much more than written ran through each arc. */
  readonly moved: ReadonlyMap<number, number>;
}

interface Step {
  readonly arc: number;
  readonly forward: boolean;
  readonly room: number;
  readonly at: number;
}

interface Way {
  readonly ends: boolean;
  readonly steps: readonly Step[];
  readonly before: ReadonlySet<number>;
}

/** What an arc can be, for one who knows all that is shown, and his own part of it. */
export function boundsOn(
  network: Network,
  withheld: ReadonlySet<number>,
  arc: number,
  known: Known = NOTHING,
): readonly [number, number] {
  const { value } = network.arcs[arc] as Arc;
  if (!withheld.has(arc)) return [value, value];
  const slack = new Slack(network, withheld);
  return [value - slack.fall(arc, known).passed, value + slack.rise(arc, known).passed];
}

/**
 * The cheapest path that joins the ends of an arc without it; in either direction, for a cycle can be run both ways. What
 * an arc costs is its value, and nothing where it is withheld already. `shut`: arcs that may not be used.
 * Null where there is none.
 */
export function cheapestPath(
  network: Network,
  withheld: ReadonlySet<number>,
  arc: number,
  shut: ReadonlySet<number> = new Set(),
): number[] | null {
  const { from, to } = network.arcs[arc] as Arc;
  const by = touching(network);
  const cost = new Map<number, number>([[from, 0]]);
  const before = new Map<number, number>();
  const done = new Set<number>();
  for (;;) {
    let at = -1;
    for (const [vertex, so] of cost)
      if (!done.has(vertex) && (at < 0 || so < (cost.get(at) as number))) at = vertex;
    if (at < 0) return null;
    if (at === to) break;
    done.add(at);
    for (const index of by[at] ?? []) {
      if (index === arc || shut.has(index)) continue;
      const one = network.arcs[index] as Arc;
      // Nothing can hide behind nothing.
      if (one.value <= EPSILON) continue;
      const next = one.from === at ? one.to : one.from;
      const so = (cost.get(at) as number) + (withheld.has(index) ? 0 : one.value);
      if (so < (cost.get(next) ?? Number.POSITIVE_INFINITY) - EPSILON) {
        cost.set(next, so);
        before.set(next, index);
      }
    }
  }
  const path: number[] = [];
  for (let at = to; at !== from; ) {
    const index = before.get(at) as number;
    path.push(index);
    const one = network.arcs[index] as Arc;
    at = one.from === at ? one.to : one.from;
  }
  return path;
}

/** Withheld arcs that lie on no cycle of withheld arcs: exactly recoverable from what is shown. */
export function bridgesOf(network: Network, withheld: ReadonlySet<number>): number[] {
  const onlyWithheld = new Set(network.arcs.keys());
  for (const arc of withheld) onlyWithheld.delete(arc);
  return [...withheld].filter((arc) => cheapestPath(network, withheld, arc, onlyWithheld) === null);
}
