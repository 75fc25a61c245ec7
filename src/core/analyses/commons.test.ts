import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import type { Finding } from '#core/analyses/finding';
import { viewOf } from '#core/analyses/testing';

const record = { how: 'record' };
const kinds = { hours: { unit: 'h', law: 'perishable' }, tools: { unit: 'tool', law: 'conserved' } };

function of(given: object, about: string): Finding | undefined {
  return analyse(viewOf({ kinds, ...given }), ['commons']).find((one) => one.about[0] === about);
}
const shed = (more: object) => ({ pools: { shed: { kind: 'tools', because: record, ...more } } });

describe('commons', () => {
  test('renewed faster than worn: no end to tell', () => {
    expect(
      of(shed({ stock: '10 tool', wears: '2 tool/month', renews: '3 tool/month' }), 'shed'),
    ).toMatchObject({ verdict: 'measured', values: { upkeep: 1.5, months: null } });
  });

  test('wear in another unit than the stock gives a ratio and no months', () => {
    expect(of(shed({ stock: '10 tool', wears: '9 h/month', renews: '3 h/month' }), 'shed')?.values).toEqual({
      upkeep: 0.3333333333333,
      months: null,
    });
  });

  test('unknown renewal cannot tell; a looked-for none is zero', () => {
    expect(of(shed({ wears: '9 h/month' }), 'shed')).toMatchObject({
      verdict: 'cannot-tell',
      values: { upkeep: null },
    });
    expect(of(shed({ wears: '9 h/month', renews: 'none' }), 'shed')).toMatchObject({
      verdict: 'flagged',
      values: { upkeep: 0 },
    });
  });

  test('press without a known use cannot tell', () => {
    const pool = shed({ regrows: '0.2 / month', carries: '500 tool' });
    const use = (amount: string) => ({ flows: { u: { from: 'shed', to: 'us', amount, because: record } } });
    expect(of({ ...pool, ...use('unknown tool/month') }, 'shed')?.verdict).toBe('cannot-tell');
    expect(of({ ...pool, ...use('20 tool/month') }, 'shed')).toMatchObject({
      verdict: 'measured',
      values: { press: 0.8 },
    });
    expect(of({ ...pool, ...use('25 tool/month') }, 'shed')?.verdict).toBe('measured');
    expect(of(pool, 'shed')?.values).toEqual({ press: 0 });
  });

  test('a reader who is sent things from two sides has their sum', () => {
    const given = {
      parties: { us: { inside: true, type: 'circle', reads: '100 min/month' } },
      activities: {
        list: { for: { us: 1 }, sends: { items: '20 / month', minutes: 2 } },
        blog: { for: { us: 1 }, sends: { items: '10 / month', minutes: 3 } },
      },
    };
    expect(of(given, 'us')?.values?.['attention']).toBeCloseTo(0.7, 12);
    expect(of(given, 'list')?.values?.['attention']).toBeCloseTo(0.4, 12);
    expect(of(given, 'us')?.evidence).toEqual(['blog', 'list', 'us']);
  });

  test('sent, and nobody said how much can be read: cannot tell', () => {
    const given = { activities: { list: { for: { us: 1 }, sends: { items: '20 / month', minutes: 2 } } } };
    expect(of(given, 'list')).toMatchObject({ verdict: 'cannot-tell', values: { attention: null } });
  });

  test('a pool that nobody wears has no finding', () => {
    expect(analyse(viewOf({ kinds, ...shed({}) }), ['commons'])).toEqual([]);
  });
});
