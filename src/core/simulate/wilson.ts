/** Wilson's interval for a share of yes among draws: honest also where nearly all or none say yes. */

/** The share and its 95 % interval. Where nothing was drawn it may be anything from 0 to 1. */
export function wilson(
  yes: number,
  of: number,
): { readonly share: number; readonly low: number; readonly high: number } {
  if (of === 0) return { share: 0, low: 0, high: 1 };
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
