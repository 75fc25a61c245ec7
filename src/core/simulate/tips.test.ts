import { describe, expect, test } from 'vitest';
import { sensitivities, tippings } from '#core/simulate/findings';
import { simulateReport } from '#core/simulate/report';
import { Simulation } from '#core/simulate/simulation';
import { tipOf, UnknownParameter } from '#core/simulate/tips';
import { caseText, viewOf } from '../../../test/shelf';

const school = viewOf(caseText('allotment-school'));
const CORE = viewOf(`
potluck: 1
id: core
name: The small core
as-of: 2026-01-01
simulation: {parameters: {dues: 1, f0: 150, f1: 1}}
`);
const move = new Simulation(CORE, { scenario: 'open-move', runs: 0 });

describe('how far a guess can go before the answer turns', () => {
  test('the open move of section 5 tips at mj = 2.17, which no lever of the page is', () => {
    const tip = tipOf(move, 'mj');
    // The scenario takes it as 2: its range is searched around that.
    expect(tip).toMatchObject({ id: 'mj', now: 2, low: 1, high: 4, unit: '1', below: null });
    expect(tip.above).toBeCloseTo(2.17, 2);
    expect(tip.says.map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^Effect of the new technology on joins\. Beyond about 2\.17, \w.+; it is taken as 2\.$/,
      ),
    ]);
  });

  test('a lever that is asked for tips where it tips among the five', () => {
    const five = tippings(move).find((one) => one.lever === 'joins')?.value ?? Number.NaN;
    expect(tipOf(move, 'joins').above).toBeCloseTo(five, 3);
  });

  test('a guess of a case: one hair beyond, the answer is another, in a run of its own', () => {
    const options = { scenario: 'open-move', runs: 0 };
    const simulation = new Simulation(school, options);
    const now = simulation.fall() === null;
    const turning = sensitivities(simulation).filter((one) => one.changesVerdict);
    expect(turning.length).toBeGreaterThan(0);
    for (const { id } of turning) {
      const tip = tipOf(simulation, id);
      const stands = (value: number) =>
        new Simulation(school, { ...options, values: { [id]: value } }).fall() === null;
      expect(tip.below ?? tip.above, id).not.toBeNull();
      for (const [value, out] of [
        [tip.below, -1],
        [tip.above, 1],
      ] as const) {
        if (value === null) continue;
        const hair = 0.002 * Math.abs(value) * out;
        expect(stands(value + hair), `${id} beyond ${value}`).toBe(!now);
        expect(stands(value - hair), `${id} before ${value}`).toBe(now);
      }
    }
  });

  test('where nothing tips, it says between which ends', () => {
    const tip = tipOf(new Simulation(CORE, { runs: 0 }), 'tau');
    expect(tip).toMatchObject({ low: 0.03, high: 0.12, below: null, above: null });
    expect(tip.says.map(({ text }) => text)).toEqual([
      'How fast trust grows and fades. Between 0.03 and 0.12 nothing tips; it is taken as 0.06.',
    ]);
  });

  test('a share is looked at up to the whole, a number without a range from a tenth to ten times', () => {
    expect(tipOf(move, 'j')).toMatchObject({ low: 0.3, high: 1 });
    expect(tipOf(move, 'Np')).toMatchObject({ now: 3000, low: 300, high: 30_000 });
    expect(tipOf(move, 'opacity')).toMatchObject({ now: 0, low: 0, high: 0, below: null, above: null });
  });

  test('a thing of the file by its own id: as many times as now', () => {
    const tip = tipOf(new Simulation(school, { runs: 0 }), 'town-grant');
    expect(tip).toMatchObject({ id: 'by_town_grant', now: 1, low: 0.1, high: 10 });
    const ended = tipOf(new Simulation(school, { runs: 0, scenario: 'town-leaves' }), 'town-grant');
    expect(ended).toMatchObject({ now: 0, low: 0, high: 10 });
  });

  test('what nothing is called is no parameter', () => {
    expect(() => tipOf(move, 'nothing')).toThrow(UnknownParameter);
    expect(() => tipOf(move, 'one')).toThrow(UnknownParameter);
  });

  test.each(['allotment-school', 'km4dev'])('%s: every assumption with a range can be asked', (name) => {
    const simulation = new Simulation(viewOf(caseText(name)), { scenario: 'open-move', runs: 0, months: 24 });
    for (const { id, drawn } of simulation.compiled.system.parameters) {
      if (drawn === undefined) continue;
      const tip = tipOf(simulation, id);
      expect(tip.low).toBeLessThanOrEqual(tip.now);
      expect(tip.now).toBeLessThanOrEqual(tip.high);
      for (const value of [tip.below, tip.above])
        if (value !== null) expect(value >= tip.low && value <= tip.high, id).toBe(true);
      for (const { text } of tip.says) expect(text).not.toMatch(/undefined|NaN|[{}]/);
    }
  });
});

test('the report has what was asked for, and else nothing', () => {
  expect(simulateReport(CORE, { scenario: 'open-move', runs: 0 }).tips).toEqual([]);
  const { tips } = simulateReport(CORE, { scenario: 'open-move', runs: 0, tip: ['mj', 'alpha'] });
  expect(tips.map((one) => one.id)).toEqual(['mj', 'alpha']);
  expect(tips[0]?.above).toBeCloseTo(2.17, 2);
});
