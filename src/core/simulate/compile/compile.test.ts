import { describe, expect, test } from 'vitest';
import { compile } from '#core/simulate/compile/compile';
import { slopesAt } from '#core/simulate/interpret';
import { unitMistakes } from '#core/simulate/units';
import { Engine } from '#core/simulate/wasm/engine';
import { caseNames, caseText, viewOf } from '../../../../test/shelf';

const SNAPSHOTS = [
  ...caseNames().map((name) => [name, undefined] as const),
  ...(['2003', '2007', '2008-03', '2012', '2015'] as const).map((day) => ['km4dev', day] as const),
  ['euforic', '2005'] as const,
  ['cider-makers', '2007'] as const,
];

test('there are cases to look at', () => expect(caseNames().length).toBeGreaterThan(10));

describe.each(SNAPSHOTS)('%s %s', (name, day) => {
  const compiled = compile(viewOf(caseText(name), 'stewards', day));
  const { system, drifts } = compiled;
  const drift = new Map(drifts.map((one) => [one.stock, one.perMonth]));

  test('every unit fits', () => expect(unitMistakes(system)).toEqual([]));

  test('it stands still at the start, but for what its facts say', () => {
    const slopes = slopesAt(system, {});
    for (const [index, stock] of system.stocks.entries()) {
      const scale = Math.max(1, Math.abs(drift.get(stock.id) ?? 0));
      expect(Math.abs((slopes[index] ?? 0) - (drift.get(stock.id) ?? 0)) / scale, stock.id).toBeLessThan(
        1e-9,
      );
    }
  });

  test('without such a drift it is flat for five years', () => {
    if (drifts.length > 0) return;
    const run = new Engine(system).run({ months: 60 });
    expect(run.diverged).toBeNull();
    for (const [index, stock] of system.stocks.entries()) {
      const [from, to] = [run.levels[0]?.[index] ?? 0, run.levels[60]?.[index] ?? 0];
      expect(Math.abs(to - from) / Math.max(1, Math.abs(from)), stock.id).toBeLessThan(1e-6);
    }
  });

  test('every number has a sentence and a source', () => {
    for (const one of [...system.parameters, ...system.stocks, ...system.auxiliaries, ...system.flows]) {
      expect(one.says?.text ?? '', one.id).not.toBe('');
      expect(one.source).not.toBe('');
    }
  });
});
