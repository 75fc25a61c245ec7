/** Wilson's interval for a share of yes among draws: honest also where nearly all or none say yes. */

/** A share of draws, from 0 to 1, with its 95 % interval. */
export interface ShareOfDraws {
  /** Null where nothing was drawn. */
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
}

/** Where nothing was drawn, which is no share, it may be anything from 0 to 1. */
export const UNDRAWN: ShareOfDraws = { share: null, low: 0, high: 1 };

/** The share that `yes` draws are of all, and its interval. */
export function wilson(yes: number, of: number): ShareOfDraws {
  if (of === 0) return UNDRAWN;
  const z = 1.959963984540054;
  const share = yes / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const below = 1 + (z * z) / of;
  return {
    share,
    low: yes === 0 ? 0 : Math.max(0, (middle - half) / below),
    high: yes === of ? 1 : Math.min(1, (middle + half) / below),
  };
}
