import { describe, expect, test } from 'vitest';
import { complete } from '#core/simulate/core-parameters';
import { coreSystem } from '#core/simulate/core-system';
import { spellUnit, unitMistakes, unitOf } from '#core/simulate/units';

const core = coreSystem(complete({}));

/** The core with the formula of one auxiliary or flow written otherwise. */
function withFormula(id: string, formula: string) {
  const change = <T extends { id: string }>(list: readonly T[]) =>
    list.map((one) => (one.id === id ? { ...one, formula } : one));
  return unitMistakes({ ...core, auxiliaries: change(core.auxiliaries), flows: change(core.flows) });
}

describe('units', () => {
  test('are read and spelled', () => {
    expect(spellUnit(unitOf('EUR/month/people'))).toBe('EUR/month/people');
    expect(spellUnit(unitOf('people/people'))).toBe('1');
    expect(unitOf('1').size).toBe(0);
  });

  test.each(['n-log-n', 'linear', 'power'] as const)('of the small core fit, %s', (valueLaw) => {
    expect(unitMistakes(coreSystem(complete({ valueLaw })))).toEqual([]);
  });

  test.each([
    ['H', 'K * hK + M', 'add of h/month and money'],
    ['c', 'H', 'gives h/month, said to be 1'],
    ['J', 'u * P * n', 'gives people^2/month'],
    ['v', 'M ^ a1', 'money to a power that is no plain number'],
    ['psi', 'ln(n)', 'ln of people, which should have no unit'],
    ['UP', 'pi * P * nothing', 'nothing is called nothing'],
  ])('%s = %s is refused', (id, formula, says) => {
    const mistakes = withFormula(id, formula);
    expect(mistakes.map((one) => one.id)).toContain(id);
    expect(mistakes.find((one) => one.id === id)?.says).toContain(says);
  });

  test('a flow that moves hours into a stock of people is refused', () => {
    const flows = core.flows.map((one) => (one.id === 'J' ? { ...one, unit: 'h/month', formula: 'H' } : one));
    expect(unitMistakes({ ...core, flows }).map((one) => one.says)).toEqual([
      'moves h/month, while P is held in people',
    ]);
  });
});
