import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { viewOf } from '#core/analyses/testing';

const stock = (...readings: [string, string][]) => readings.map(([on, amount]) => ({ on, amount }));

function balances(pool: object, flows: object) {
  return analyse(viewOf({ pools: { kitty: { kind: 'eur', ...pool } }, flows }), ['balance']);
}

describe('balance (readings 16 and 20)', () => {
  const year = { stock: stock(['2025-01-01', '1000 EUR'], ['2025-12-31', '1100 EUR']) };

  test('fewer than two dated stocks cannot tell', () => {
    for (const one of [{}, { stock: '1200 EUR' }, { stock: stock(['2025-01-01', '1000 EUR']) }]) {
      const [finding] = balances(one, { a: { from: 'us', to: 'kitty', amount: '5 EUR/month' } });
      expect(finding?.verdict).toBe('cannot-tell');
      expect(finding?.values).toEqual({ low: null, likely: null, high: null, gap: null });
    }
  });

  test('what is explained closes', () => {
    const [one] = balances(year, {
      a: { from: 'us', to: 'kitty', amount: '300 EUR once', since: '2025-06-01' },
      b: { from: 'kitty', to: 'us', amount: '150..200..250 EUR once', since: '2025-07-01' },
    });
    expect(one?.verdict).toBe('closes');
    expect(one?.values).toEqual({ low: -50, likely: 0, high: 50, gap: 0 });
  });

  test('zero in a wide interval cannot tell', () => {
    const [one] = balances(year, {
      a: { from: 'us', to: 'kitty', amount: '0..100..400 EUR once', since: '2025-06-01' },
    });
    expect(one?.verdict).toBe('cannot-tell');
    expect(one?.values).toMatchObject({ low: -100, likely: 0, high: 300 });
  });

  test('the interval that holds the date counts a one-time amount; each pair of readings is one finding', () => {
    const three = {
      stock: stock(['2023-12-31', '0 EUR'], ['2024-12-31', '50 EUR'], ['2025-12-31', '50 EUR']),
    };
    const found = balances(three, {
      a: { from: 'us', to: 'kitty', amount: '50 EUR once', since: '2024-05-01' },
    });
    expect(found.map((one) => one.verdict)).toEqual(['closes', 'closes']);
    expect(found.map((one) => one.evidence)).toEqual([['a', 'kitty'], ['kitty']]);
  });

  test('a rate counts for the days on which it held', () => {
    const half = { stock: stock(['2024-12-31', '0 EUR'], ['2025-12-31', '0 EUR']) };
    const [one] = balances(half, {
      a: { from: 'us', to: 'kitty', amount: '100 EUR/month', since: '2025-07-01' },
    });
    // 184 days from July to December: 184 × 12 / 365.2425 months.
    expect(one?.values?.['likely']).toBeCloseTo((100 * 184 * 12) / 365.2425, 6);
    expect(one?.verdict).toBe('gap');
    const [ended] = balances(half, {
      a: { from: 'us', to: 'kitty', amount: '100 EUR/month', until: '2024-06' },
    });
    expect(ended?.evidence).toEqual(['kitty']);
  });

  test('an amount that changed counts by its parts', () => {
    const half = { stock: stock(['2024-12-31', '0 EUR'], ['2025-12-31', '0 EUR']) };
    const amount = [
      { since: '2024-01', until: '2025-06', amount: '10 EUR/month' },
      { since: '2025-07', amount: '20 EUR/month' },
    ];
    const [one] = balances(half, { a: { from: 'us', to: 'kitty', amount } });
    expect(one?.values?.['likely']).toBeCloseTo((10 * 181 + 20 * 184) * (12 / 365.2425), 6);
  });

  test('pockets are part of their pool; what moves between them moves nothing', () => {
    const pool = { ...year, pockets: { seeds: { softness: 'legal' } } };
    const [one] = balances(pool, {
      a: { from: 'us', to: 'seeds', amount: '100 EUR once', since: '2025-06-01' },
      b: { from: 'kitty', to: 'seeds', amount: '70 EUR once', since: '2025-06-01' },
    });
    expect(one?.verdict).toBe('closes');
    expect(one?.evidence).toEqual(['a', 'kitty']);
  });

  test('an unknown flow leaves it open and is named', () => {
    const [one] = balances(year, { a: { from: 'us', to: 'kitty', amount: 'unknown EUR/month' } });
    expect(one?.verdict).toBe('cannot-tell');
    expect(one?.more).toMatchObject({ uncounted: ['a'], withoutThem: { likely: -100 } });
  });

  test('what is lost explains, and hoped flows do not', () => {
    const pool = { stock: stock(['2025-01-01', '100 EUR'], ['2025-12-31', '60 EUR']) };
    const [one] = balances(pool, {
      a: { from: 'kitty', to: 'loss', amount: '40 EUR once', since: '2025-06-01' },
      b: { from: 'us', to: 'kitty', amount: '500 EUR once', since: '2025-06-01', status: 'hoped' },
    });
    expect(one?.verdict).toBe('closes');
  });

  test('only conserved kinds have a balance', () => {
    const given = {
      kinds: { pages: { unit: 'page', law: 'copyable' } },
      pools: { shelf: { kind: 'pages' } },
    };
    expect(analyse(viewOf(given), ['balance'])).toEqual([]);
  });
});
