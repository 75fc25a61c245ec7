/**
 * A number that is not quite known: either one exact number, or an array whose slot 0 holds the value to show and whose
 * further slots hold seeded draws of it. One pass over samples computes the value and its band together.
 * All samples of one run have the same length. Nothing here knows what an amount is, or unknown: that is handled before.
 */

export type Sample = number | Float64Array;

/** The value to show: slot 0. */
export function shown(sample: Sample): number {
  return typeof sample === 'number' ? sample : (sample[0] as number);
}

/** The sample in one slot. */
export function at(sample: Sample, slot: number): number {
  return typeof sample === 'number' ? sample : (sample[slot] as number);
}

export function plus(a: Sample, b: Sample): Sample {
  if (typeof a === 'number') return typeof b === 'number' ? a + b : b.map((x) => x + a);
  const out = new Float64Array(a.length);
  if (typeof b === 'number') for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) + b;
  else for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) + (b[i] as number);
  return out;
}

/** total + a · b, written into `total` where that is an array of the right length that nobody else holds. */
export function addProduct(total: Sample | undefined, a: Sample, b: Sample): Sample {
  if (total === undefined || typeof total === 'number') {
    const more = times(a, b);
    return total === undefined || total === 0 ? more : plus(more, total);
  }
  if (typeof a === 'number' && typeof b === 'number') {
    const more = a * b;
    for (let i = 0; i < total.length; i++) total[i] = (total[i] as number) + more;
  } else if (typeof a === 'number' || typeof b === 'number') {
    const factor = typeof a === 'number' ? a : (b as number);
    const of = (typeof a === 'number' ? b : a) as Float64Array;
    for (let i = 0; i < total.length; i++) total[i] = (total[i] as number) + factor * (of[i] as number);
  } else
    for (let i = 0; i < total.length; i++)
      total[i] = (total[i] as number) + (a[i] as number) * (b[i] as number);
  return total;
}

/** As `addProduct`, one after the other, with each of a list. */
export function addProducts(
  total: Sample | undefined,
  list: ArrayLike<Sample>,
  b: Sample,
): Sample | undefined {
  let sum = total;
  let i = 0;
  if (typeof b === 'number' && typeof (sum ?? 0) === 'number' && list.length > 0) {
    let exact = (sum as number | undefined) ?? 0;
    for (; i < list.length && typeof list[i] === 'number'; i++) exact += (list[i] as number) * b;
    if (i > 0) sum = exact;
  }
  for (; i < list.length; i++) sum = addProduct(sum, list[i] as Sample, b);
  return sum;
}

export function minus(a: Sample, b: Sample): Sample {
  return plus(a, times(b, -1));
}

export function times(a: Sample, b: Sample): Sample {
  if (typeof a === 'number') return typeof b === 'number' ? a * b : times(b, a);
  const out = new Float64Array(a.length);
  if (typeof b === 'number') for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) * b;
  else for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) * (b[i] as number);
  return out;
}

/** a / b, and 0 where b is 0: the share of nothing that goes anywhere is nothing. */
export function over(a: Sample, b: Sample): Sample {
  if (typeof a === 'number' && typeof b === 'number') return b === 0 ? 0 : a / b;
  const length = typeof a === 'number' ? (b as Float64Array).length : a.length;
  const out = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const below = at(b, i);
    out[i] = below === 0 ? 0 : at(a, i) / below;
  }
  return out;
}

export function larger(a: Sample, b: Sample): Sample {
  if (typeof a === 'number' && typeof b === 'number') return Math.max(a, b);
  const out = new Float64Array(typeof a === 'number' ? (b as Float64Array).length : a.length);
  for (let i = 0; i < out.length; i++) out[i] = Math.max(at(a, i), at(b, i));
  return out;
}

/** The part of a above b: a − b where positive, else 0. Differences below one part in 10^12 are rounding, and 0. */
export function excess(a: Sample, b: Sample): Sample {
  const one = (x: number, y: number): number => (x - y > 1e-12 * x ? x - y : 0);
  if (typeof a === 'number' && typeof b === 'number') return one(a, b);
  const out = new Float64Array(typeof a === 'number' ? (b as Float64Array).length : a.length);
  for (let i = 0; i < out.length; i++) out[i] = one(at(a, i), at(b, i));
  return out;
}

export function sum(samples: ArrayLike<Sample>): Sample {
  let exact = 0;
  let total: Sample | undefined;
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i] as Sample;
    if (total !== undefined) total = addProduct(total, sample, 1);
    else if (typeof sample === 'number') exact += sample;
    else total = addProduct(exact, sample, 1);
  }
  return total ?? exact;
}

/** Applies a function of several samples slot by slot; for formulas that are not a few sums and products. */
export function across(samples: readonly Sample[], compute: (values: readonly number[]) => number): Sample {
  const length = samples.reduce(
    (most: number, sample) => (typeof sample === 'number' ? most : sample.length),
    0,
  );
  const values = samples.map(shown);
  if (length === 0) return compute(values);
  const out = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    for (let j = 0; j < samples.length; j++) values[j] = at(samples[j] as Sample, i);
    out[i] = compute(values);
  }
  return out;
}

/** Whether every draw is the shown value, so that a band would say nothing. */
export function isExact(sample: Sample): boolean {
  if (typeof sample === 'number') return true;
  for (let i = 1; i < sample.length; i++) if (sample[i] !== sample[0]) return false;
  return true;
}
