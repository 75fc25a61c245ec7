/** How unevenly something is shared out, and how few carry half of it. No value of these is good or bad by itself. */

/** Σ s² over the shares of the amounts (Herfindahl and Hirschman); null where they come to nothing. */
export function herfindahl(amounts: readonly number[]): number | null {
  const total = amounts.reduce((sum, one) => sum + one, 0);
  return total > 0 ? amounts.reduce((sum, one) => sum + (one / total) ** 2, 0) : null;
}

/** The fewest that reach half of the total; null where they come to nothing. */
export function fewestReachingHalf(amounts: readonly number[]): number | null {
  const total = amounts.reduce((sum, one) => sum + one, 0);
  if (!(total > 0)) return null;
  const rising = Float64Array.from(amounts).sort();
  let reached = 0;
  for (let count = 1; count <= rising.length; count++) {
    reached += rising[rising.length - count] as number;
    if (reached >= total * (0.5 - 1e-12)) return count;
  }
  return rising.length;
}

/**
 * ΣΣ|xᵢ − xⱼ| / (2 n² x̄), where entry i stands for `weights[i]` equal members (one each where none are given); null where
 * nothing is shared out. Sorted once, so that thousands of members cost no more than their sorting.
 */
export function gini(amounts: readonly number[], weights?: readonly number[]): number | null {
  if (weights === undefined) return evenGini(Float64Array.from(amounts));
  const order = amounts
    .map((_, index) => index)
    .sort((a, b) => (amounts[a] as number) - (amounts[b] as number));
  return giniInOrder(amounts, weights, order);
}

/** As `gini`, from an order in which the amounts rise; entries that are not in the order are left out. */
export function giniInOrder(
  amounts: readonly number[],
  weights: readonly number[],
  order: readonly number[],
): number | null {
  let heads = 0;
  let total = 0;
  let differences = 0;
  for (const index of order) {
    const amount = amounts[index] as number;
    const weight = weights[index] as number;
    // All before are at most as large: each pair differs by amount − theirs, and is counted twice in ΣΣ.
    differences += 2 * weight * (amount * heads - total);
    heads += weight;
    total += weight * amount;
  }
  return total > 0 ? differences / (2 * heads * total) : null;
}

/** Puts an order right in which few amounts have moved since, as between draws; quick when it is nearly right. */
export function settle(order: number[], amounts: readonly number[]): void {
  for (let i = 1; i < order.length; i++) {
    const index = order[i] as number;
    const amount = amounts[index] as number;
    let at = i;
    for (; at > 0 && (amounts[order[at - 1] as number] as number) > amount; at--)
      order[at] = order[at - 1] as number;
    order[at] = index;
  }
}

/** The Gini coefficient of members one by one; sorts `amounts` in place. */
export function evenGini(amounts: Float64Array): number | null {
  amounts.sort();
  let total = 0;
  let ranked = 0;
  for (let i = 0; i < amounts.length; i++) {
    const amount = amounts[i] as number;
    total += amount;
    ranked += (2 * i + 1 - amounts.length) * amount;
  }
  return total > 0 ? ranked / (amounts.length * total) : null;
}
