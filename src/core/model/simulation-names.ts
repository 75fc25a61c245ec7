/**
 * What a scenario may change that is nothing of the file, written `simulation.joins`: what any community can try. An id has
 * no dot, so that none is taken for one of these.
 */

export const OF_SIMULATION = 'simulation.';

/**
 * As factors of now: joins, hours given, work asked for, money that comes in, people who leave; work that stays the same
 * at any size, work that grows with it, upkeep of what is held in common; the core, where it is more or less than one
 * circle. By their symbols (`domain.md` section 5): the new technology that spreads, how fast, what it makes of crowding,
 * dues, cost and joins, whom it loses; dues where the file gives its money as parameters.
 */
export const SIMULATION_NAMES = [
  'joins',
  'hands',
  'work',
  'moneyIn',
  'leaving',
  'steady-work',
  'growing-work',
  'upkeep',
  'core',
  'X',
  'aX',
  'mf',
  'md',
  'mc',
  'mj',
  'zP',
  'zA',
  'dues',
] as const;

/** Whether a scenario's change is about the simulation itself, and not about a thing of the file. */
export function isOfSimulation(id: string): boolean {
  return id.startsWith(OF_SIMULATION);
}
