/** Quantiles of samples, without sorting them whole. */
import type { Sample } from '#core/number/sample';

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
  return low + (position - below) * (leastOf(values, below + 1, values.length - 1) - low);
}

function leastOf(values: Float64Array, from: number, to: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = from; i <= to; i++) {
    const value = values[i] as number;
    if (value < least) least = value;
  }
  return least;
}

/**
 * Quantiles at rising shares (0 to 1), each as `quantileInPlace` has it; the order of `values` is lost. The middle one is
 * looked for first, so that each of the others is looked for in a part only.
 */
export function quantilesInPlace(values: Float64Array, shares: readonly number[]): number[] {
  const found = new Array<number>(shares.length);
  const between = (first: number, past: number, from: number, to: number): void => {
    if (first >= past) return;
    const middle = (first + past) >> 1;
    const position = (shares[middle] as number) * (values.length - 1);
    const below = Math.floor(position);
    const low = select(values, below, from, to);
    between(first, middle, from, below);
    between(middle + 1, past, below, to);
    // Where the part ends here, the next one in order may be anywhere behind it.
    const end = below < to ? to : values.length - 1;
    found[middle] =
      position === below ? low : low + (position - below) * (leastOf(values, below + 1, end) - low);
  };
  between(0, shares.length, 0, values.length - 1);
  return found;
}

/** The quantile of a list at `share` (0 to 1); null where the list is empty. */
export function quantile(values: readonly number[], share: number): number | null {
  return values.length === 0 ? null : quantileInPlace(Float64Array.from(values), share);
}

/** Room to reorder draws in, so that thousands of bands make no garbage. */
let scratch = new Float64Array(0);
let boxOf = new Uint8Array(0);

/** The 5 and 95 % bounds of the draws of a sample; null where it has none or they are all alike. */
export function bandOf(sample: Sample): readonly [number, number] | null {
  if (typeof sample === 'number' || sample.length < 2) return null;
  let least = sample[1] as number;
  let most = least;
  for (let i = 2; i < sample.length; i++) {
    const one = sample[i] as number;
    if (one < least) least = one;
    else if (one > most) most = one;
  }
  if (least === most) return null;
  const [low, high] = boundsWithin(sample, least, most) ?? selected(sample);
  // What differs only by rounding is one number.
  return high - low > 1e-9 * Math.abs(high) ? [low, high] : null;
}

function selected(sample: Float64Array): readonly [number, number] {
  if (scratch.length !== sample.length - 1) scratch = new Float64Array(sample.length - 1);
  const draws = scratch;
  draws.set(sample.subarray(1));
  const low = quantileInPlace(draws, 0.05);
  // What lies above the lower bound already stands to its right.
  return [low, quantileInPlace(draws, 0.95, Math.floor(0.05 * (draws.length - 1)))];
}

const BOXES = 255;
const held = new Int32Array(BOXES + 1);
/** What two neighbouring draws on which a bound lies are gathered from. */
let gathered = new Float64Array(0);

/**
 * The same two bounds, by sorting the draws into boxes of equal width first and putting in order only the few boxes on
 * which a bound lies. Null where that does not help: few draws, some of them infinite, or nearly all in one box.
 */
function boundsWithin(sample: Float64Array, least: number, most: number): readonly [number, number] | null {
  const count = sample.length - 1;
  const scale = BOXES / (most - least);
  if (count < 200 || !(scale > 0 && scale < 1e300) || !Number.isFinite(least + most)) return null;
  if (boxOf.length !== count) {
    boxOf = new Uint8Array(count);
    gathered = new Float64Array(count);
  }
  const boxes = boxOf;
  held.fill(0);
  for (let i = 0; i < count; i++) {
    const box = ((sample[i + 1] as number) - least) * scale;
    boxes[i] = box;
    held[boxes[i] as number]! += 1;
  }
  const low = inBoxes(sample, 0.05 * (count - 1));
  const high = inBoxes(sample, 0.95 * (count - 1));
  return low === null || high === null ? null : [low, high];
}

/** Between the two draws next to a place in their order, by proportion. */
function inBoxes(sample: Float64Array, position: number): number | null {
  const below = Math.floor(position);
  let from = 0;
  let before = 0;
  while (before + (held[from] as number) <= below) before += held[from++] as number;
  let to = from;
  let through = before + (held[from] as number);
  while (position !== below && through <= below + 1) through += held[++to] as number;
  const size = through - before;
  if (size > 80) return null;
  const few = gathered;
  let next = 0;
  for (let i = 0; i < boxOf.length; i++) {
    const box = boxOf[i] as number;
    if (box < from || box > to) continue;
    // Put in order as they come: there are few.
    const one = sample[i + 1] as number;
    let at = next++;
    for (; at > 0 && (few[at - 1] as number) > one; at--) few[at] = few[at - 1] as number;
    few[at] = one;
  }
  const low = few[below - before] as number;
  return position === below ? low : low + (position - below) * ((few[below - before + 1] as number) - low);
}

/** The bounds of a sample for a comparison with a threshold: its band, or the number itself twice. */
export function boundsOf(sample: Sample): readonly [number, number] {
  const value = typeof sample === 'number' ? sample : (sample[0] as number);
  return bandOf(sample) ?? [value, value];
}
