/**
 * Which figures of a table have to be withheld so that nobody can work out those that may not be told: first the sums that
 * tell too much by themselves, then by the cheapest path what would give them away, then whatever a look at the
 * bounds shows to be still too narrow, for a stranger and for each contributor who knows his own part.
 */
import { type Arc, cheapestPath, type Known, type Network, Slack } from '#core/audience/protect/network';
import { slackFor, type Why } from '#core/audience/protect/rules';
import type { Id } from '#core/model/fact';

/** A figure with who gave how much of it. */
export interface Figure extends Arc {
  readonly parts: ReadonlyMap<Id, number>;
  /** Why it may not be told by itself; null where it may. */
  readonly why: Why | null;
}

export interface Suppression {
  readonly withheld: ReadonlyMap<number, Why>;
  /** How many bounds were looked at, so that a guard can tell that it looked. */
  readonly looked: number;
}

/**
 * The arcs to withhold, with the reason for each. With all of a table withheld every bound is wide, so this ends.
 *
 * @param figures arcs of the network, in the same order.
 */
export function suppress(vertices: number, figures: readonly Figure[]): Suppression {
  const network: Network = { vertices, arcs: figures };
  const withheld = new Map<number, Why>();
  figures.forEach((figure, arc) => {
    if (figure.why !== null) withheld.set(arc, figure.why);
  });
  const keys = (): ReadonlySet<number> => new Set(withheld.keys());
  const hide = (arcs: readonly number[] | null): void => {
    for (const arc of arcs ?? figures.keys())
      if (!withheld.has(arc) && amountAt(figures, arc) > 0) withheld.set(arc, 'other');
  };
  // The widest first: its path is the dearest, and lesser ones may then use it for nothing.
  const first = [...withheld.keys()].sort((a, b) => amountAt(figures, b) - amountAt(figures, a) || a - b);
  for (const arc of first) hide(cheapestPath(network, keys(), arc));
  let looked = 0;
  // What is wide enough stays so: whatever is withheld besides only makes it wider.
  const wide = new Set<number>();
  for (let again = true; again; ) {
    again = false;
    for (const arc of [...withheld.keys()]) {
      if (wide.has(arc)) continue;
      const found = tooNarrow(network, figures, keys(), arc);
      looked += found.looked;
      if (found.cut === null) wide.add(arc);
      else hide(cheapestPath(network, keys(), arc, found.cut));
      again ||= found.cut !== null;
    }
  }
  return { withheld, looked };
}

const amountAt = (figures: readonly Figure[], arc: number): number => figures[arc]?.value ?? 0;

/** The withheld arcs across which too little can be moved; null where the bounds of the arc are wide enough for everyone. */
function tooNarrow(
  network: Network,
  figures: readonly Figure[],
  withheld: ReadonlySet<number>,
  arc: number,
): { readonly cut: ReadonlySet<number> | null; readonly looked: number } {
  const slack = new Slack(network, withheld);
  let looked = 0;
  const doubtful = new Set<Id>();
  const look = (who: Id | null): ReadonlySet<number> | null => {
    const known: Known = who === null ? () => 0 : (of) => figures[of]?.parts.get(who) ?? 0;
    const rest = amountAt(figures, arc) - known(arc);
    if (rest <= 1e-9) return null;
    looked += 1;
    const wanted = slackFor(rest);
    for (const reach of [slack.rise(arc, known, wanted), slack.fall(arc, known, Math.min(wanted, rest))]) {
      if (reach.reached !== null) return across(network, withheld, reach.reached);
      if (who === null) for (const one of knowsBetter(figures, reach.moved)) doubtful.add(one);
    }
    return null;
  };
  let cut = look(null);
  for (const who of [...doubtful].sort()) cut ??= look(who);
  return { cut, looked };
}

/** Contributors who know that an arc did not fall as far as the stranger has to think it may; what was moved fits all others. */
function knowsBetter(figures: readonly Figure[], moved: ReadonlyMap<number, number>): Id[] {
  const better: Id[] = [];
  for (const [arc, by] of moved) {
    if (by >= 0) continue;
    for (const [who, own] of figures[arc]?.parts ?? [])
      if (own > amountAt(figures, arc) + by + 1e-9) better.push(who);
  }
  return better;
}

function across(network: Network, withheld: ReadonlySet<number>, reached: ReadonlySet<number>): Set<number> {
  return new Set(
    [...withheld].filter((index) => {
      const { from, to } = network.arcs[index] as Arc;
      return reached.has(from) !== reached.has(to);
    }),
  );
}
