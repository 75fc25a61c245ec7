/** Puts things in an order that says nothing about the order in which they came. Chance is given to it. */

/** A number from 0 up to, but not including, 1. */
export type Chance = () => number;

/** All of them, each once, in an order of chance (Fisher and Yates). */
export function shuffled<T>(all: readonly T[], chance: Chance): readonly T[] {
  const order = [...all];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.min(at, Math.floor(chance() * (at + 1)));
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}
