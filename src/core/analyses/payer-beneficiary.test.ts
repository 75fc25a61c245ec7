import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import type { Finding } from '#core/analyses/finding';
import { viewOf } from '#core/analyses/testing';

const kinds = { hours: { unit: 'h', law: 'perishable' } };
const record = { how: 'record' };

function of(payer: string, given: object, kind = 'hours'): Finding | undefined {
  return analyse(viewOf(given), ['payer-beneficiary']).find(
    (one) => one.about[0] === payer && one.kind === kind,
  );
}

describe('own circle (reading 13)', () => {
  const given = {
    kinds,
    parties: {
      core: { type: 'circle', inside: true },
      ana: { type: 'person', in: 'core', inside: true },
      ben: { type: 'person', in: 'core', inside: true },
      street: { type: 'public' },
    },
    activities: { meet: { for: { ana: 1, ben: 2, core: 3, street: 4 } } },
    flows: { a: { from: 'ana', to: 'meet', amount: '10 h/month', because: record } },
  };

  test('is the party, its circle, and those who share it', () => {
    expect(of('ana', given)?.values).toEqual({ return: 0.6, indirect: 0.4, steps: 1 });
  });

  test('without any amount it says whom the gift reaches, and nothing about how much', () => {
    const one = of('ana', { ...given, flows: { a: { from: 'ana', to: 'meet', amount: 'unknown h/month' } } });
    expect(one?.verdict).toBe('cannot-tell');
    expect(one?.values).toEqual({ return: null, indirect: null, steps: null });
    expect(one?.more).toMatchObject({ reaches: ['ana', 'ben', 'core', 'street'], reachesOwn: true });
  });
});

test('the past and the boundary are no payers', () => {
  const given = {
    pools: { kitty: { kind: 'eur' } },
    flows: {
      a: { from: 'kitty', to: 'us', amount: '10 EUR/month' },
      b: { from: 'outside', to: 'us', amount: '10 EUR/month' },
    },
  };
  const found = analyse(viewOf(given), ['payer-beneficiary']);
  expect(found.map((one) => [one.about, one.more?.['view']])).toEqual([[[], 'cash']]);
});

test('the cash view names the payee, where A3 follows what the money makes possible', () => {
  const given = {
    parties: { owner: { type: 'organisation' }, town: { type: 'organisation' }, us: { inside: true } },
    activities: { meet: { for: { us: 1 }, needs: { room: { amount: '10 EUR/month' } } } },
    flows: { rent: { from: 'town', to: 'owner', amount: '10 EUR/month', fulfils: 'room', because: record } },
  };
  const found = analyse(viewOf(given), ['payer-beneficiary']);
  expect(found.find((one) => one.more?.['view'] === 'cash')?.matrix).toEqual({
    rows: ['town'],
    cols: ['owner'],
    cells: [[10]],
  });
  expect(found.find((one) => one.about[0] === 'town')?.more?.['reaches']).toEqual(['us']);
});

test('a gift into a trap has no number of steps', () => {
  const given = {
    kinds,
    activities: { a: { for: { b: 1 } }, b: { for: { a: 1 } } },
    flows: { x: { from: 'us', to: 'a', amount: '4 h/month', because: record } },
  };
  expect(of('us', given)?.values).toEqual({ return: 0, indirect: 1, steps: null });
});
