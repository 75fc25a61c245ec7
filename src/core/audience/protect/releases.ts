/**
 * A release beside those before it: two totals that differ by one contributor tell what he gave. Figures are sums of the
 * same contributions; what all of them together pin down is looked for by linear programming. A figure of the next
 * release that would give something away is refused; what was released stays released.
 */
import type { Bounds } from '#core/audience/protect/linear';
import { CLOSE, slackFor, tooTelling, type Why } from '#core/audience/protect/rules';
import type { Id } from '#core/model/fact';

/** One contribution as it stood: the same `id` and `amount` in two releases is the same contribution. */
export interface Contributed {
  /** The flow, or whatever else it is known by. */
  readonly id: Id;
  readonly by: Id;
  readonly amount: number;
  /** How many contributors the giver is. */
  readonly heads: number;
}

export interface ReleasedFigure {
  readonly id: string;
  /** What the figure sums up. Its amount is the sum of these. */
  readonly of: readonly Contributed[];
}

export interface Differenced {
  /** Ids of the figures that may be told. */
  readonly told: readonly string[];
  readonly withheld: readonly { readonly id: string; readonly why: Why }[];
}

/**
 * Which figures of the next release may be told, beside all that were told before.
 *
 * @param earlier figures that this audience was told; of a revoked release too, for nobody forgets.
 * @param least contributors below which a sum is withheld from the audience.
 */
export function differenced(
  earlier: readonly ReleasedFigure[],
  next: readonly ReleasedFigure[],
  least: number,
  bounds: Bounds,
): Differenced {
  const told: ReleasedFigure[] = [];
  const withheld: { id: string; why: Why }[] = [];
  const before = new Set(pinned(earlier, least, bounds));
  // The widest first: what most gave is worth most to be told.
  for (const figure of [...next].sort((a, b) => b.of.length - a.of.length || (a.id < b.id ? -1 : 1))) {
    const alone = tooTelling(figure.of, least);
    const after = alone === null ? pinned([...earlier, ...told, figure], least, bounds) : [];
    if (alone !== null) withheld.push({ id: figure.id, why: alone });
    else if (after.some((one) => !before.has(one))) withheld.push({ id: figure.id, why: 'other' });
    else told.push(figure);
  }
  return { told: told.map((one) => one.id), withheld };
}

/** Contributions that lie in the same figures cannot be told apart, and count as one amount. */
interface Class {
  readonly figures: readonly number[];
  readonly of: Contributed[];
}

/** Groups of contributions, by their ids, that the figures pin down although they are too telling. */
export function pinned(figures: readonly ReleasedFigure[], least: number, bounds: Bounds): string[] {
  const classes = classesOf(figures);
  const givers = [...new Set(classes.flatMap((one) => one.of.map((part) => part.by)))].sort();
  const sums = figures.map((figure, at) => ({
    terms: new Map(classes.flatMap((one, index) => (one.figures.includes(at) ? [[index, 1] as const] : []))),
    least: total(figure.of),
    most: total(figure.of),
  }));
  const found: string[] = [];
  for (const who of [null, ...givers]) {
    const own = classes.map((one) => total(one.of.filter((part) => part.by === who)));
    if (who !== null && own.every((much) => much === 0)) continue;
    // What he gave himself he takes away first.
    const rest = sums.map(({ terms, least: much }) => {
      const left = much - [...terms.keys()].reduce((sum, index) => sum + (own[index] ?? 0), 0);
      return { terms, least: left, most: left };
    });
    classes.forEach((one, index) => {
      const others = one.of.filter((part) => part.by !== who);
      const truth = total(others);
      if (truth <= 0) return;
      if (who === null ? tooTelling(others, least) === null : hidesFromOne(others, least)) return;
      const [low, high] = bounds({ amounts: classes.length, known: rest }, new Map([[index, 1]]));
      const slack = slackFor(truth);
      if (high - truth >= slack - 1e-6 && truth - low >= Math.min(truth, slack) - 1e-6) return;
      found.push(
        `${who ?? ''} ${others
          .map((part) => `${part.id}=${part.amount}`)
          .sort()
          .join(' ')}`,
      );
    });
  }
  return found;
}

/** Whether a sum without his own part hides everyone in it from one contributor: he himself is one fewer to hide among. */
function hidesFromOne(others: readonly Contributed[], least: number): boolean {
  const heads = others.reduce((sum, one) => sum + one.heads, 0);
  const largest = others.reduce((most, one) => Math.max(most, one.amount / one.heads), 0);
  return heads >= Math.max(2, least - 1) && total(others) - largest >= CLOSE * largest;
}

const total = (of: readonly Contributed[]): number => of.reduce((sum, part) => sum + part.amount, 0);

function classesOf(figures: readonly ReleasedFigure[]): Class[] {
  const where = new Map<string, { part: Contributed; figures: number[] }>();
  figures.forEach((figure, at) => {
    for (const part of figure.of) {
      const key = `${part.id} ${part.amount}`;
      const known = where.get(key);
      if (known === undefined) where.set(key, { part, figures: [at] });
      else known.figures.push(at);
    }
  });
  const classes = new Map<string, Class>();
  for (const { part, figures: at } of where.values()) {
    const key = at.join(' ');
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { figures: at, of: [part] });
    else known.of.push(part);
  }
  return [...classes.values()];
}
