/** Quantiles of samples, without sorting them whole. */
import { isExact, type Sample } from '#core/number/sample';

/** Reorders `values[from..to]` so that slot k holds what sorting would put there (Hoare's selection). */
function select(values: Float64Array, k: number, from: number, to: number): number {
  let left = from;
  let right = to;
  while (left < right) {
    const pivot = values[(left + right) >> 1] as number;
    let i = left;
    let j = right;
    while (i <= j) {
      while ((values[i] as number) < pivot) i++;
      while ((values[j] as number) > pivot) j--;
      if (i <= j) {
        const swap = values[i] as number;
        values[i++] = values[j] as number;
        values[j--] = swap;
      }
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else break;
  }
  return values[k] as number;
}

/** The quantile at `share` (0 to 1), between neighbours by proportion. The order of `values` is lost. NaN where empty. */
export function quantileInPlace(values: Float64Array, share: number, from = 0): number {
  const position = share * (values.length - 1);
  const below = Math.floor(position);
  const low = select(values, below, from, values.length - 1);
  if (position === below) return low;
  let next = Number.POSITIVE_INFINITY;
  for (let i = below + 1; i < values.length; i++) {
    const value = values[i] as number;
    if (value < next) next = value;
  }
  return low + (position - below) * (next - low);
}

/** The quantile of a list at `share` (0 to 1); null where the list is empty. */
export function quantile(values: readonly number[], share: number): number | null {
  return values.length === 0 ? null : quantileInPlace(Float64Array.from(values), share);
}

/** Room to reorder draws in, so that thousands of bands make no garbage. */
let scratch = new Float64Array(0);

/** The 5 and 95 % bounds of the draws of a sample; null where it has none or they are all alike. */
export function bandOf(sample: Sample): readonly [number, number] | null {
  if (typeof sample === 'number' || isExact(sample)) return null;
  if (scratch.length !== sample.length - 1) scratch = new Float64Array(sample.length - 1);
  const draws = scratch;
  draws.set(sample.subarray(1));
  const low = quantileInPlace(draws, 0.05);
  // What lies above the lower bound already stands to its right.
  const high = quantileInPlace(draws, 0.95, Math.floor(0.05 * (draws.length - 1)));
  // What differs only by rounding is one number.
  return high - low > 1e-9 * Math.abs(high) ? [low, high] : null;
}

/** The bounds of a sample for a comparison with a threshold: its band, or the number itself twice. */
export function boundsOf(sample: Sample): readonly [number, number] {
  const value = typeof sample === 'number' ? sample : (sample[0] as number);
  return bandOf(sample) ?? [value, value];
}
