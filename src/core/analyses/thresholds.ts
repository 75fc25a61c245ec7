/** Thresholds that more than one analysis uses. All are heuristics of `domain.md`; they start a question, never a grade. */

/** Share of flows that must carry a number before a result is told as more than "cannot tell" (section 3). */
export const ENOUGH_KNOWN = 0.6;

/** −1: surely below, 1: surely at or above, 0: the bounds lie on both sides. */
export function sideOf(bounds: readonly [number, number], threshold: number): -1 | 0 | 1 {
  if (bounds[1] < threshold) return -1;
  return bounds[0] >= threshold ? 1 : 0;
}
