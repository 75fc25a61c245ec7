import { describe, expect, test } from 'vitest';
import { runScenario, Simulation, type SimulationOptions, scenarioList } from '#core/simulate/simulation';
import { caseNames, caseText, viewOf } from '../../../test/shelf';

const allotment = viewOf(caseText('allotment-school'));
const last = (options: SimulationOptions, view = allotment) => {
  const { series } = runScenario(view, { runs: 0, ...options });
  return Object.fromEntries(
    Object.entries(series).map(([key, values]) => [key, values.at(-1) ?? Number.NaN]),
  );
};

/** A scenario of one change, as the file would have it. */
function changed(change: string, more = ''): ReturnType<typeof viewOf> {
  const text = caseText('allotment-school').replace(
    'scenarios:',
    `scenarios:\n  mine: {changes: [${change}]}`,
  );
  return viewOf(text + more);
}

describe('the verbs of settled reading 5', () => {
  test('end: the grant of 125 a month ends at month 12, and the kitty has fallen by 125 a month since', () => {
    const { series, unflowed } = runScenario(allotment, { scenario: 'town-leaves', runs: 0, months: 14 });
    const kitty = series['kitty'] ?? [];
    expect(kitty[12]).toBeCloseTo(1200, 6);
    // 125 less a month, of which a twenty-fourth of the hole is filled: between 115 and 125.
    const fallen = (kitty[12] ?? 0) - (kitty[13] ?? 0);
    expect(fallen).toBeGreaterThan(115);
    expect(fallen).toBeLessThan(125);
    expect(unflowed).toEqual([]);
  });

  test('what an empty pool cannot pay is reported; it never goes below nothing', () => {
    const { series, unflowed, falls } = runScenario(allotment, { scenario: 'town-leaves', runs: 0 });
    expect(Math.min(...(series['kitty'] ?? []))).toBeGreaterThanOrEqual(0);
    expect(unflowed[0]).toMatchObject({ pool: 'kitty', unit: 'EUR' });
    expect(unflowed[0]?.amount).toBeGreaterThan(0);
    expect(falls?.criterion).toMatchObject({ id: 'money', about: 'kitty' });
  });

  test('times: twice the gardeners at once', () => {
    const { series } = runScenario(allotment, { scenario: 'twice-as-many', runs: 0, months: 1 });
    expect(series['gardeners']?.[0]).toBe(35);
    expect(series['gardeners']?.[1]).toBeGreaterThan(65);
  });

  test('set: half the grant is 750 a year', () => {
    const half = last(
      { scenario: 'mine', months: 12 },
      changed('{at: 0 months, set: town-grant, to: 750 EUR/year}'),
    );
    const none = last({ scenario: 'mine', months: 12 }, changed('{at: 0 months, end: town-grant}'));
    const times = last(
      { scenario: 'mine', months: 12 },
      changed('{at: 0 months, times: 0.5, of: town-grant}'),
    );
    expect(half['kitty']).toBeCloseTo(times['kitty'] ?? 0, 9);
    expect(half['kitty']).toBeGreaterThan(none['kitty'] ?? 0);
  });

  test('cut: an influence without effect changes nothing while all is as described', () => {
    expect(last({ scenario: 'mine' }, changed('{cut: i2}'))).toEqual(last({}));
    const joins = { levers: { joins: 2 } };
    expect(last({ scenario: 'mine', ...joins }, changed('{cut: i2}'))['gardeners']).not.toBeCloseTo(
      last(joins)['gardeners'] ?? 0,
      3,
    );
  });

  test('add: a new grant from month 6 on', () => {
    const add = '{at: 6 months, add: {flows: {new-grant: {from: town, to: kitty, amount: 60 EUR/month}}}}';
    const { series, changes, problems } = runScenario(changed(add), {
      scenario: 'mine',
      runs: 0,
      months: 12,
    });
    expect(series['kitty']?.[6]).toBeCloseTo(1200, 6);
    expect(series['kitty']?.[7]).toBeGreaterThan(1250);
    expect([changes.length, problems.length]).toEqual([1, 0]);
  });

  test('move: the new tool spreads, the old one’s effect fades as it does', () => {
    const view = viewOf(
      caseText('allotment-school')
        .replace('scales: {moderation: 0.8}', 'scales: {hosting: 0.8}')
        .replace('tools:', 'tools:\n  forum: {name: Forum, scales: {hosting: 0.5}}')
        .replace('scenarios:', 'scenarios:\n  mine: {changes: [{move: chat, to: forum}]}'),
    );
    const { series, problems } = runScenario(view, { scenario: 'mine', runs: 0 });
    expect(series['X']?.[60]).toBeGreaterThan(0.99);
    expect(problems).toEqual([]);
    expect(series['E']?.[60]).toBeGreaterThan(0.8);
  });

  test('a date is as good as a length of time', () => {
    const dated = runScenario(changed('{at: 2027-03-01, end: town-grant}'), { scenario: 'mine', runs: 0 });
    expect(dated.changes[0]?.at).toBeCloseTo(12, 1);
  });

  test('what has no number in the run is told, never passed over', () => {
    const { problems } = runScenario(changed('{end: t2}'), { scenario: 'mine', runs: 0 });
    expect(problems.map((one) => one.id)).toEqual(['simulate.problem.still']);
    const page = {
      id: 'x',
      name: 'x',
      changes: [{ verb: 'end' as const, of: 'nobody', to: null, factor: null, at: { months: 0 }, why: null }],
    };
    expect(runScenario(allotment, { scenario: page, runs: 0 }).problems.map((one) => one.text)).toEqual([
      'The scenario names nobody, and nothing of that name is described here.',
    ]);
  });

  test('what any community can try stands in a file by its name, and each change is told', () => {
    const mine = '{times: 2, of: simulation.joins}, {end: simulation.leaving}, {set: simulation.X, to: 0.05}';
    const { changes, problems, series } = runScenario(changed(mine), { scenario: 'mine', runs: 0 });
    expect(problems).toEqual([]);
    expect(changes.map(({ what }) => what.text)).toEqual([
      'The number who join becomes 2 times what it is.',
      'The number who leave ends.',
      'The use of a new technology becomes 0.05.',
    ]);
    expect(series['X']?.[60]).toBeGreaterThan(0.99);
    expect(
      runScenario(changed('{end: simulation.upkeep}'), { scenario: 'mine', runs: 0 }).problems,
    ).toHaveLength(1);
    const joins = changed('{times: 2, of: simulation.joins}');
    expect(last({ scenario: 'mine' }, joins)).toEqual(last({ scenario: 'doubling-joins' }));
  });

  test('what no community can try is named as a mistake of the file', () => {
    expect(() => changed('{end: simulation.nonsense}')).toThrow(/unknown-reference/);
  });

  test('a parameter that the file itself gives can be set by a scenario', () => {
    const set = '{set: alpha, to: 4}';
    const text = changed(set, '\nsimulation: {parameters: {alpha: 2}}\n');
    const { changes, problems } = runScenario(text, { scenario: 'mine', runs: 0 });
    expect(problems).toEqual([]);
    expect(changes.map(({ what }) => what.text)).toEqual(['alpha becomes 4.']);
  });

  test('others are told what anybody can try, and nothing of what they may not know', () => {
    const text = caseText('allotment-school')
      .replace(
        'scenarios:',
        'scenarios:\n  mine: {see: public, changes: [{times: 3, of: simulation.joins}, {times: 3, of: quiet}]}',
      )
      .replace('flows:', 'flows:\n  quiet: {from: town, to: kitty, amount: 10 EUR/month, see: core}');
    const scenario = viewOf(text, 'public').scenarios.find((one) => one.id === 'mine');
    expect(scenario?.changes.map(({ of, factor }) => [of, factor])).toEqual([
      ['simulation.joins', 3],
      ['withheld', null],
    ]);
  });

  test('each change keeps its reason', () => {
    expect(runScenario(allotment, { scenario: 'town-leaves', runs: 0 }).changes).toMatchObject([
      { at: 12, why: 'The budget is voted each December.', of: 'town-grant' },
    ]);
  });
});

describe('draws', () => {
  test('same seed, same bits; another seed, others', () => {
    const fan = (seed: number) =>
      runScenario(allotment, { scenario: 'doubling-joins', runs: 40, seed }).fans['core'];
    expect(fan(1)).toEqual(fan(1));
    expect(fan(2)).not.toEqual(fan(1));
  });

  test('in portions as in one go; stopped, it tells what there is', () => {
    const whole = runScenario(allotment, { scenario: 'town-leaves', runs: 60 });
    const seen: number[] = [];
    const portions = runScenario(allotment, {
      scenario: 'town-leaves',
      runs: 60,
      portion: 7,
      onProgress: (done) => seen.push(done),
    });
    expect(portions).toEqual(whole);
    expect(seen.at(-1)).toBe(1);
    const asks: number[] = [];
    const shouldStop = () => asks.push(1) > 2;
    expect(runScenario(allotment, { runs: 60, portion: 20, shouldStop }).runs).toBe(40);
  });

  test('as described it stands in every draw: each draw is an equilibrium of its own', () => {
    const { survival, fans } = runScenario(allotment, { runs: 60 });
    expect(survival.share).toBe(1);
    expect(fans['gardeners']?.p5[60]).toBeCloseTo(fans['gardeners']?.p5[0] ?? 0, 5);
  });
});

describe('every scenario of every case', () => {
  test.each(caseNames())('%s runs with numbers to the end', (name) => {
    const view = viewOf(caseText(name));
    const list = scenarioList(view);
    expect(list.length).toBeGreaterThan(3);
    for (const { id } of list) {
      const simulation = new Simulation(view, { scenario: id, runs: 3 });
      simulation.more(3);
      const { diverged, fans, series } = simulation.result();
      expect(diverged, id).toBeNull();
      for (const key of Object.keys(series)) {
        expect(Number.isFinite(series[key]?.[60]), `${id} ${key}`).toBe(true);
        expect(Number.isFinite(fans[key]?.p95[60]), `${id} ${key}`).toBe(true);
      }
    }
  });
});

test('a description of the small core gives the numbers of the small core', () => {
  const text = `
potluck: 1
id: core
name: The small core
as-of: 2026-01-01
simulation: {parameters: {dues: 1, f0: 150, f1: 1}}
`;
  const two = last({ scenario: 'two-stewards-leave' }, viewOf(text));
  expect(two['K']).toBeCloseTo(5.66, 2);
  expect(two['C']).toBeCloseTo(273.8, 1);
  const move = last({ scenario: 'open-move' }, viewOf(text));
  expect(move['P']).toBeCloseTo(227.3, 1);
  expect(move['A']).toBeCloseTo(26.5, 1);
  expect(move['K']).toBeCloseTo(4.53, 2);
  expect(move['M']).toBeCloseTo(2268, -0.5);
  expect(move['T']).toBeCloseTo(0.327, 3);
  const neutral = last({ scenario: 'neutral-move' }, viewOf(text));
  expect(neutral['P']).toBeCloseTo(140.2, 1);
  expect(neutral['C']).toBeCloseTo(291.5, 1);
});
