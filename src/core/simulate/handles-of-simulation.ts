/** What a scenario changes that is nothing of the file (`simulation.joins`), in the equations, and what to call it. */
import { isOfSimulation, OF_SIMULATION } from '#core/model/simulation-names';
import type { Handle } from '#core/simulate/compile/build';
import type { Compiled } from '#core/simulate/compile/compile';
import { message } from '#core/words/message';

/** Work that grows by a lesser power of size than this counts as steady (heuristic). */
const STEADY = 0.5;

const called = message(
  'simulate.setting',
  '{name, select, joins {The number who join} hands {What is given in hours} work {The work that is needed} moneyIn {The money that comes in} leaving {The number who leave} steady {Work that stays the same} growing {Work that grows with us} upkeep {Upkeep} core {The core} X {The use of a new technology} aX {The pace of the new technology} mf {Crowding with the new technology} md {Dues with the new technology} mc {Running cost with the new technology} mj {The number who join with the new technology} zP {The share at the edge lost in a move} zA {The share of the active lost in a move} dues {What each pays a month} other {{name}}}',
);

/** How a change reaches it; null where this community has no such thing. */
export function handleOfSimulation({ system, criteria }: Compiled, id: string): Handle | null {
  const name = id.slice(OF_SIMULATION.length);
  const by = (found: readonly { readonly id: string }[]): Handle | null =>
    found.length === 0 ? null : { by: found.map((one) => one.id), value: null, levels: [] };
  switch (name) {
    case 'core': {
      const core = criteria.find((one) => one.id === 'core');
      const stocks = core?.stocks ?? [];
      const levels = stocks.map((stock, at) => ({ stock, now: core?.now[at] ?? '', unit: 'people' }));
      return levels.length === 0 ? null : { by: [], value: null, levels };
    }
    case 'upkeep':
      return by(system.parameters.filter((one) => one.id.startsWith('by_renewal_')));
    case 'steady-work':
    case 'growing-work': {
      const power = (need: string): number =>
        system.parameters.find((one) => one.id === need.replace('m_', 'beta_'))?.value ?? 0;
      const needs = system.parameters.filter((one) => one.id.startsWith('m_'));
      return by(needs.filter((one) => power(one.id) < STEADY === (name === 'steady-work')));
    }
    default: {
      const isThere = name === 'X' || system.parameters.some((one) => one.id === name);
      return isThere ? { by: [], value: { id: name, unit: '1' }, levels: [] } : null;
    }
  }
}

/** What to call it in a sentence; what stands under `simulation: {parameters}` alone has its symbol. */
export function nameOfSimulation(id: string): string {
  const name = isOfSimulation(id) ? id.slice(OF_SIMULATION.length) : id;
  return called({ name: name.replace('-work', '') }).text;
}
