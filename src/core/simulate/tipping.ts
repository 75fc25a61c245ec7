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

export interface Range {
  /** The present value, within the range. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Turns {
  /** The nearest value on that side of the present one at which the answer changes; null: it does not within the range. */
  readonly below: number | null;
  readonly above: number | null;
}

/** Steps from the present value to an end of its range. */
const STEPS = 12;

/** Where `standsAt` changes its answer, on both sides of the present value, as far as its range goes. */
export function turnsWithin(standsAt: (value: number) => boolean, { value, low, high }: Range): Turns {
  const now = standsAt(value);
  const towards = (end: number): number | null => {
    if (end === value) return null;
    // By shares where there is a sign to keep, else in even parts.
    const by = value * end > 0 ? (end / value) ** (1 / STEPS) : null;
    let inside = value;
    for (let step = 1; step <= STEPS; step += 1) {
      const even = value + ((end - value) * step) / STEPS;
      const outside = step === STEPS ? end : by === null ? even : value * by ** step;
      if (standsAt(outside) !== now) return bisect(standsAt, inside, outside, now, 1e-5);
      inside = outside;
    }
    return null;
  };
  return { below: towards(low), above: towards(high) };
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
