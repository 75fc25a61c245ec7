import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { viewOf } from '#core/analyses/testing';

const kinds = { hours: { unit: 'h', law: 'perishable' } };

function flags(given: object) {
  const [one, ...more] = analyse(viewOf({ kinds, ...given }), ['incentives']);
  expect(more).toEqual([]);
  expect(one?.verdict).toBe((one?.flags ?? []).length > 0 ? 'flagged' : 'measured');
  return one?.flags ?? [];
}

describe('incentives (reading 23)', () => {
  const pools = (deciders: string[]) => ({ pools: { kitty: { kind: 'eur', deciders } } });
  const fee = { fee: { from: 'kitty', to: 'ana', amount: 'unknown EUR/month' } };

  test('a decider who receives, without a third eye', () => {
    expect(flags({ ...pools(['ana']), flows: fee })).toEqual([
      { flag: 'decider-receives', evidence: ['ana', 'fee', 'kitty'] },
    ]);
    expect(flags({ ...pools(['ana', 'ben']), flows: fee })).toEqual([]);
    expect(flags({ ...pools(['ben']), flows: fee })).toEqual([]);
  });

  test('paid and unpaid people share a task', () => {
    const activities = { course: { for: { us: 1 } }, desk: { for: { us: 1 } } };
    const flows = {
      teach: { from: 'ana', to: 'course', amount: 'unknown h/month' },
      help: { from: 'ben', to: 'course', amount: 'some h/month' },
      wage: { from: 'town', to: 'ana', amount: '10 EUR/month', form: 'pay', compensates: 'teach' },
    };
    expect(flags({ activities, flows })).toEqual([
      { flag: 'paid-and-unpaid', evidence: ['course', 'help', 'teach', 'wage'] },
    ]);
    expect(flags({ activities, flows: { ...flows, help: { ...flows.help, to: 'desk' } } })).toEqual([]);
    expect(flags({ activities, flows: { ...flows, help: { ...flows.help, from: 'ana' } } })).toEqual([]);
  });

  test('income that depends on a problem, unless the work brings about more of it', () => {
    const given = {
      activities: { meals: { for: { us: 1 } } },
      quantities: { hunger: {} },
      baskets: { aid: { sponsor: 'town', includes: ['meals'], 'depends-on': 'hunger' } },
    };
    expect(flags(given)).toEqual([{ flag: 'depends-on-problem', evidence: ['aid', 'hunger'] }]);
    const sign = (s: string) => ({
      ...given,
      influences: [{ id: 'i1', from: 'meals', to: 'hunger', sign: s }],
    });
    expect(flags(sign('-'))[0]?.evidence).toEqual(['aid', 'hunger', 'i1']);
    expect(flags(sign('+'))).toEqual([]);
  });

  test('a deadline by which to spend or lose, while it lies ahead', () => {
    const basket = (by: string) => ({
      activities: { a: { for: { us: 1 } } },
      baskets: { aid: { sponsor: 'town', includes: ['a'], 'spend-by': by } },
    });
    expect(flags(basket('2026-06'))).toEqual([{ flag: 'spend-or-lose', evidence: ['aid'] }]);
    expect(flags(basket('2025-06'))).toEqual([]);
  });

  test('signs multiply along the way: two minuses bring the inflow up', () => {
    const given = {
      pools: { kitty: { kind: 'eur' }, meadow: { kind: 'eur' } },
      quantities: { grazing: {}, rest: {} },
      flows: fee,
      influences: [
        { id: 'i1', from: 'grazing', to: 'rest', sign: '-' },
        { id: 'i2', from: 'rest', to: 'fee', sign: '-' },
        { id: 'i3', from: 'rest', to: 'meadow', sign: '+' },
      ],
    };
    const found = flags(given).filter((one) => one.evidence.includes('meadow'));
    expect(found).toEqual([
      { flag: 'own-inflow-up-commons-down', evidence: ['fee', 'grazing', 'i1', 'i2', 'i3', 'meadow'] },
    ]);
    expect(flags({ ...given, influences: given.influences.slice(0, 1) })).toEqual([]);
  });

  test('an empty community has none', () => {
    expect(flags({})).toEqual([]);
  });
});
