import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import type { Finding } from '#core/analyses/finding';
import { viewOf } from '#core/analyses/testing';

const record = { how: 'record' };
const eur = (from: string, to: string, amount: number, more: object = {}) => ({
  from,
  to,
  amount: `${amount} EUR/month`,
  because: record,
  ...more,
});
const base = {
  pools: { kitty: { kind: 'eur' } },
  activities: {
    course: { for: { public: 1 } },
    fair: { for: { us: 1 } },
    admin: { for: { course: 1, fair: 3 } },
  },
};

function of(given: object): Finding | undefined {
  return analyse(viewOf(given), ['cross-subsidy'])[0];
}

describe('cross-subsidy (reading 21)', () => {
  test('support is part of full cost, and gifts without direction are a row of their own', () => {
    const one = of({
      ...base,
      flows: {
        fees: eur('public', 'kitty', 50, { for: 'course' }),
        gift: eur('town', 'kitty', 100),
        teacher: eur('kitty', 'course', 10),
        tent: eur('kitty', 'fair', 60),
        desk: eur('kitty', 'admin', 40),
      },
    });
    // Course takes 10 + 40/4, fair 60 + 30; the fees are 50.
    expect(one?.more).toMatchObject({
      income: { course: 50, fair: 0, undirected: 100 },
      cost: { course: 20, fair: 90 },
    });
    // Surplus 30 and 100 against a shortfall of 90: each carries in proportion, and 40 is saved.
    expect(one?.matrix?.rows).toEqual(['course', 'fair', 'undirected']);
    expect(one?.matrix?.cols).toEqual(['course', 'fair']);
    expect(one?.matrix?.cells[0]?.[1]).toBeCloseTo((30 * 90) / 130, 9);
    expect(one?.matrix?.cells[2]?.[1]).toBeCloseTo((100 * 90) / 130, 9);
    const saved = one?.values?.['saved'] as Record<string, number>;
    expect(saved['course']).toBeCloseTo(30 - (30 * 90) / 130, 9);
    expect(saved['undirected']).toBeCloseTo(100 - (100 * 90) / 130, 9);
    expect(one?.values?.['uncovered']).toEqual({});
  });

  test('a basket of several activities stands for them all', () => {
    const one = of({
      ...base,
      baskets: { project: { sponsor: 'town', includes: ['course', 'fair'], income: ['grant'] } },
      flows: {
        grant: eur('town', 'kitty', 30),
        teacher: eur('kitty', 'course', 10),
        tent: eur('kitty', 'fair', 20),
      },
    });
    expect(one?.matrix?.rows).toEqual(['project']);
    expect(one?.more).toMatchObject({ income: { project: 30 }, cost: { project: 30 } });
  });

  test('a basket of one is that activity; money given straight to an activity is its income', () => {
    const one = of({
      ...base,
      baskets: { project: { sponsor: 'town', includes: ['course'], income: ['grant'] } },
      flows: {
        grant: eur('town', 'kitty', 30),
        tickets: eur('us', 'fair', 20),
        teacher: eur('kitty', 'course', 30),
      },
    });
    expect(one?.more).toMatchObject({ income: { course: 30, fair: 20 }, cost: { course: 30, fair: 20 } });
    expect(one?.values).toEqual({ saved: {}, uncovered: {} });
  });

  test('mostly uncounted: cannot tell, and no number stands for what is unknown', () => {
    const one = of({
      ...base,
      flows: {
        fees: eur('public', 'kitty', 50, { for: 'course' }),
        a: { from: 'kitty', to: 'course', amount: 'unknown EUR/month' },
        b: { from: 'kitty', to: 'fair', amount: 'some EUR/year' },
      },
    });
    expect(one?.verdict).toBe('cannot-tell');
    expect(one?.matrix?.cells).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(one?.values?.['uncovered']).toEqual({ course: null, fair: null });
    expect(one?.more?.['income']).toEqual({ course: null, fair: null });
  });

  test('no money, no finding', () => {
    expect(of(base)).toBeUndefined();
  });
});
