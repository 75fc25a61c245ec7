import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { viewOf } from '#core/analyses/testing';

const favour = (from: string, to: string, more: object) => ({ from, to, form: 'favour', ...more });
const parties = {
  ana: { type: 'person', inside: true },
  ben: { type: 'person', inside: true },
  circle: { type: 'circle', inside: true },
};

function of(given: object, about: string[], audience = 'stewards') {
  return analyse(viewOf({ see: 'public', parties, ...given }, '2026-01-15', audience), ['favours']).filter(
    (one) => JSON.stringify(one.about) === JSON.stringify(about),
  );
}

describe('favours (reading 22)', () => {
  test('sizes weigh 1, 3 and 9, and fade by half in two years', () => {
    const flows = {
      a: favour('ana', 'ben', { kind: 'hours', size: 'L', since: '2024-01-15' }),
      b: favour('ben', 'ana', { kind: 'hours', size: 'S' }),
    };
    const [one] = of({ flows, kinds: { hours: { unit: 'h', law: 'perishable' } } }, ['ana', 'ben']);
    const months = (731 * 12) / 365.2425;
    expect(one?.values?.['balance']).toBeCloseTo(9 * 2 ** (-months / 24) - 1, 9);
    expect(one?.unit).toBe('favour');
  });

  test('an acknowledged account does not fade; an honoured or forgiven one is no longer owed', () => {
    const account = (state: string) => ({
      accounts: { x: { who: 'ben', towards: 'ana', size: 'M', since: '2020-01-15', state } },
    });
    expect(of(account('acknowledged'), ['ana', 'ben'])[0]?.values?.['balance']).toBe(3);
    expect(of(account('unspoken'), ['ana', 'ben'])[0]?.values?.['balance']).toBeLessThan(0.4);
    expect(of(account('honoured'), ['ana', 'ben'])).toEqual([]);
    expect(of(account('forgiven'), ['ana', 'ben'])).toEqual([]);
  });

  test('hours and sizes are never added', () => {
    const flows = { a: favour('ana', 'ben', { amount: '4 h/month' }) };
    const found = of({ flows, accounts: { x: { who: 'ana', towards: 'ben', size: 'M' } } }, ['ana', 'ben']);
    expect(found.map((one) => [one.unit, one.values?.['balance']])).toEqual([
      ['h/month', 4],
      ['favour', -3],
    ]);
  });

  test('a favour without a size is one that we know of, and its weight stays open', () => {
    const flows = { a: favour('ana', 'ben', { amount: 'some h/week' }) };
    expect(of({ flows }, [])[0]).toMatchObject({
      verdict: 'cannot-tell',
      values: { reciprocity: null },
      more: { connected: true, uncounted: ['a'] },
    });
    expect(of({ flows }, ['ana', 'ben'])[0]?.says?.text).toBe(
      'There are favours between ana and ben whose size nobody noted.',
    );
  });

  test('what circles do for themselves is no favour between two', () => {
    expect(of({ flows: { a: favour('circle', 'circle', { amount: '4 h/month' }) } }, [])).toEqual([]);
  });

  test('members are not told the balances of two, nor what a person gives', () => {
    const flows = {
      a: favour('ana', 'ben', { amount: '4 h/month' }),
      b: favour('circle', 'ben', { amount: '1 h/month' }),
    };
    expect(of({ flows }, ['ana', 'ben'], 'members')).toEqual([]);
    expect(of({ flows }, ['ana'], 'members')).toEqual([]);
    expect(of({ flows }, ['circle'], 'members')).toHaveLength(1);
    expect(of({ flows }, [], 'members')).toHaveLength(1);
  });
});
