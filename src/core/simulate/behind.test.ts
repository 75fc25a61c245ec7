import { expect, test } from 'vitest';
import { parametersBehind } from '#core/simulate/behind';
import { compile } from '#core/simulate/compile/compile';
import { caseText, viewOf } from '../../../test/shelf';

test('each series names what moves it: no stock, no auxiliary, and nothing that is not there', () => {
  const compiled = compile(viewOf(caseText('allotment-school')));
  const behind = parametersBehind(compiled);
  const known = new Set(compiled.system.parameters.map((one) => one.id));
  expect(Object.keys(behind)).toEqual(compiled.told.map((one) => one.key));
  for (const ids of Object.values(behind)) {
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
  }
  // Section 5: E' = ρ[(1−E) − ((1−E*)/E*)·w^ω·E], and nothing of how fast trust moves.
  const energy = behind['E'] ?? [];
  expect(energy).toEqual(expect.arrayContaining(['rho', 'omega']));
  expect(energy).not.toContain('tau');
});
