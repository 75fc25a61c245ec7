/**
 * How alike two communities are by what is known of both (Gower 1971), with fixed ranges, so that adding a third does
 * not move the likeness of the first two. Unknown is left out, never counted as different.
 */

export interface Feature {
  readonly id: string;
  readonly weight: number;
  /** Range of a number, fixed by theory; null for words that are the same or not. */
  readonly range: number | null;
}

export type FeatureValue = number | string | null;

export interface Likeness {
  /** 0 to 1; null where too little can be compared. */
  readonly s: number | null;
  /** Share of the weight that could be compared. */
  readonly comparable: number;
  /** Features that were compared. */
  readonly compared: readonly string[];
}

/** Below this share of comparable weight the likeness is not told (`domain.md` section 6). */
export const COMPARABLE = 0.6;

/** S = Σ w δ s / Σ w δ, with s = 1 − |x − y| / range for numbers and 1 or 0 for words. */
export function gower(
  features: readonly Feature[],
  x: Readonly<Record<string, FeatureValue>>,
  y: Readonly<Record<string, FeatureValue>>,
): Likeness {
  let total = 0;
  let weight = 0;
  let sum = 0;
  const compared: string[] = [];
  for (const feature of features) {
    total += feature.weight;
    const a = x[feature.id] ?? null;
    const b = y[feature.id] ?? null;
    if (a === null || b === null) continue;
    weight += feature.weight;
    compared.push(feature.id);
    sum += feature.weight * alike(feature, a, b);
  }
  const comparable = total === 0 ? 0 : weight / total;
  return { s: weight === 0 || comparable < COMPARABLE ? null : sum / weight, comparable, compared };
}

function alike(feature: Feature, a: number | string, b: number | string): number {
  if (feature.range === null || typeof a === 'string' || typeof b === 'string') return a === b ? 1 : 0;
  return 1 - Math.min(1, Math.abs(a - b) / feature.range);
}
