/**
 * How alike two communities are, by Gower with fixed ranges: over the whole vector with its context, and over the context
 * alone, which says whether one is in a position like the other's. Unknown is left out; too little in common is not told.
 */
import type { ContextEntry } from '#core/compare/context';
import { MOST_YEARS, SIZE_BANDS } from '#core/compare/context';
import { type Feature, type FeatureValue, gower, type Likeness } from '#core/compare/gower';
import { MEASURES } from '#core/compare/measures';
import type { Entry } from '#core/compare/vector';

export interface Described {
  readonly vector: readonly Entry[];
  readonly context: readonly ContextEntry[];
}

/** Features of the context; each weighs 1. */
const CONTEXT_FEATURES: readonly Feature[] = [
  { id: 'kind', weight: 1, range: null },
  { id: 'size', weight: 1, range: SIZE_BANDS.length },
  { id: 'age', weight: 1, range: MOST_YEARS },
  { id: 'form', weight: 1, range: null },
  { id: 'technology', weight: 1, range: null },
  { id: 'funds', weight: 1, range: null },
];

type Values = Readonly<Record<string, FeatureValue>>;

const contextValues = (of: Described): Values =>
  Object.fromEntries(of.context.map((entry) => [entry.id, entry.value]));
const measureValues = (of: Described): Values =>
  Object.fromEntries(of.vector.map((entry) => [entry.id, entry.value]));

/**
 * One feature a measure, of weight 1; one that is read by kind or circle shares its weight among the kinds or circles
 * that either of the two has.
 */
function measureFeatures(one: Described, other: Described): readonly Feature[] {
  return MEASURES.flatMap((measure) => {
    const range = measure.most - measure.least;
    const ids = [...one.vector, ...other.vector]
      .map((entry) => entry.id)
      .filter((id) => id === measure.id || id.startsWith(`${measure.id}:`));
    const each = [...new Set(ids.length === 0 ? [measure.id] : ids)].sort();
    return each.map((id) => ({ id, weight: 1 / each.length, range }));
  });
}

/** Over measures and context together. */
export function likenessOf(one: Described, other: Described): Likeness {
  return gower(
    [...measureFeatures(one, other), ...CONTEXT_FEATURES.map((one) => ({ ...one, id: `context.${one.id}` }))],
    { ...measureValues(one), ...prefixed(contextValues(one)) },
    { ...measureValues(other), ...prefixed(contextValues(other)) },
  );
}

/** Over the context alone. */
export function contextLikeness(one: Described, other: Described): Likeness {
  return gower(CONTEXT_FEATURES, contextValues(one), contextValues(other));
}

function prefixed(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [`context.${id}`, value]));
}
