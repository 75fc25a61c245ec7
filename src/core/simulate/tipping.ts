/** Looks for the value of a lever at which a community stops standing, or begins to: by steps outward, then by halving. */

export interface TippingOptions {
  /** The present value; must not be 0. */
  readonly value: number;
  /** Each step outward multiplies or divides by this. */
  readonly step?: number;
  /** How close, as a share of the value. */
  readonly within?: number;
}

/**
 * The value nearest to the present one at which `standsAt` changes its answer. Null where it does not between a tenth and
 * ten times the present value.
 */
export function tippingOf(
  standsAt: (value: number) => boolean,
  { value, step = 1.1, within = 1e-7 }: TippingOptions,
): number | null {
  if (value === 0) return null;
  const now = standsAt(value);
  const found = [step, 1 / step].flatMap((by) => {
    for (
      let inside = value, outside = value * by;
      outside <= 10 * value && outside >= value / 10;
      inside = outside, outside *= by
    ) {
      if (standsAt(outside) !== now) return [bisect(standsAt, inside, outside, now, within)];
    }
    return [];
  });
  return found.sort((a, b) => Math.abs(Math.log(a / value)) - Math.abs(Math.log(b / value)))[0] ?? null;
}

function bisect(
  standsAt: (at: number) => boolean,
  from: number,
  to: number,
  now: boolean,
  within: number,
): number {
  let inside = from;
  let outside = to;
  for (let step = 0; step < 40 && Math.abs(outside - inside) > within * Math.abs(inside); step += 1) {
    const middle = (inside + outside) / 2;
    if (standsAt(middle) === now) inside = middle;
    else outside = middle;
  }
  return (inside + outside) / 2;
}
