/**
 * When a sum would tell what one contributor gave (`domain.md`, section 8): too few contributors, or one who gave most.
 * Knows nothing of tables: whether withholding one sum gives another away is asked in `suppress`.
 */

/** Contributors below which a sum is withheld (heuristic): 3 within the community, 5 for partners and the public. */
export const LEAST_WITHIN = 3;
export const LEAST_OUTSIDE = 5;

/** The p of the p %-rule, and how closely nobody may come to know a withheld amount (heuristic). */
export const CLOSE = 0.15;

/** Near zero 15 % is nothing: there, nobody may come closer than one unit a month (heuristic). */
export const FLOOR = 1;

/** Why a figure is withheld. `other`: it would give another away. `consent`: too few to hide among, and not all agreed. */
export type Why = 'few' | 'one' | 'other' | 'consent';

/** How many contributors a sum needs before this audience may have it. `own` is the audience's own `least`. */
export function leastFor(audience: string, own: number | null): number {
  if (own !== null) return own;
  return audience === 'core' || audience === 'members' || audience === 'treasurer' || audience === 'stewards'
    ? LEAST_WITHIN
    : LEAST_OUTSIDE;
}

/** Agreement is `yes`, or words that say what was agreed to. */
export function hasAgreed(consent: string | boolean | null): boolean {
  if (typeof consent !== 'string') return consent === true;
  return !/^\s*(?:no\b|none\b|not\b|withdrawn|revoked|unknown|asked|pending|$)/i.test(consent);
}

/** How far from an amount its bounds have to stay, in the unit of the amount. */
export function slackFor(amount: number): number {
  return Math.max(CLOSE * amount, FLOOR);
}

/** One who gives to a sum: so many heads, so much together. */
export interface Contribution {
  readonly heads: number;
  readonly amount: number;
}

/**
 * Why a sum over these contributions may not be told; null where it may. A circle whose heads are counted is as many
 * contributors, each with an equal part: what a circle gives is a sum already.
 *
 * @example
 * tooTelling([500, 60, 40, 10].map((amount) => ({ heads: 1, amount })), 3); // 'one': 50 < 0.15 × 500
 */
export function tooTelling(contributions: readonly Contribution[], least: number): 'few' | 'one' | null {
  const given = contributions.filter((one) => one.amount > 0);
  if (given.length === 0) return null;
  let heads = 0;
  let total = 0;
  const largest: number[] = [];
  for (const one of given) {
    heads += one.heads;
    total += one.amount;
    for (let i = 0; i < Math.min(2, one.heads); i++) largest.push(one.amount / one.heads);
  }
  if (heads < least) return 'few';
  largest.sort((a, b) => b - a);
  const [first = 0, second = 0] = largest;
  return total - first - second < CLOSE * first ? 'one' : null;
}
