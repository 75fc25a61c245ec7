/** Assumptions that somebody edited, put in place of what the description or a default of ours says. Pure. */
import type { System } from '#core/simulate/system';

/** The system with these values of parameters, by their id; each keeps the width of its range. */
export function withValues(system: System, values: Readonly<Record<string, number>>): System {
  if (Object.keys(values).length === 0) return system;
  const parameters = system.parameters.map((one) => {
    const value = values[one.id];
    if (value === undefined || !Number.isFinite(value)) return one;
    const by = one.value === 0 ? 1 : value / one.value;
    const [low, high] = [one.low * by, one.high * by];
    const drawn =
      one.drawn?.as === 'range' ? { as: 'range' as const, likely: one.drawn.likely * by } : one.drawn;
    return {
      ...one,
      value,
      low: Math.min(low, high),
      high: Math.max(low, high),
      ...(drawn === undefined ? {} : { drawn }),
      source: 'edited here',
      guessed: false,
    };
  });
  return { ...system, parameters };
}
