/** What a series rests on: the parameters from which its stocks begin and what flows into and out of them. */
import type { Compiled } from '#core/simulate/compile/compile';
import { formula, namesIn } from '#core/simulate/formula';

/**
 * Of each told series, by its key, the ids of the parameters that move it: those in the formulas of its stocks and of
 * their flows, through auxiliaries, but not through other stocks.
 */
export function parametersBehind({ system, told }: Compiled): Readonly<Record<string, readonly string[]>> {
  const parameters = new Set(system.parameters.map((one) => one.id));
  const auxiliaries = new Map(system.auxiliaries.map((one) => [one.id, one.formula]));
  const entries = told.map(({ key, stocks }) => {
    const isOf = (id: string | null) => id !== null && stocks.includes(id);
    const open = [
      ...system.stocks.filter((one) => isOf(one.id)).map((one) => one.start),
      ...system.flows.filter((one) => isOf(one.from) || isOf(one.to)).map((one) => one.formula),
    ];
    const seen = new Set<string>();
    for (let next = open.pop(); next !== undefined; next = open.pop())
      for (const name of namesIn(formula(next))) {
        if (seen.has(name)) continue;
        seen.add(name);
        const further = auxiliaries.get(name);
        if (further !== undefined) open.push(further);
      }
    return [key, [...seen].filter((name) => parameters.has(name))] as const;
  });
  return Object.fromEntries(entries);
}
