import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import type { Finding } from '#core/analyses/finding';
import { viewOf } from '#core/analyses/testing';

const kinds = { hours: { unit: 'h', law: 'perishable' } };
const rent = { rent: { from: 'kitty', to: 'outside', amount: '100 EUR/month' } };

function of(given: object, about = 'kitty'): Finding | undefined {
  return analyse(viewOf({ kinds, ...given }), ['runway']).find((one) => one.about[0] === about);
}
const pool = (more: object) => ({ pools: { kitty: { kind: 'eur', ...more } } });

describe('runway (reading 22)', () => {
  test('soft pockets are free to use, legal and agreed ones are not, nor what they pay', () => {
    const pockets = { a: { share: 0.5, softness: 'legal' }, b: { share: 0.25, softness: 'habit' } };
    const flows = {
      ...rent,
      tea: { from: 'b', to: 'outside', amount: '100 EUR/month' },
      roof: { from: 'a', to: 'outside', amount: '70 EUR/month' },
    };
    expect(of({ ...pool({ stock: '4000 EUR', pockets }), flows })?.values).toEqual({ months: 10 });
  });

  test('what is paid one time enters no month: months and slack stay what the rest makes them', () => {
    const flows = {
      ...rent,
      roof: { from: 'kitty', to: 'outside', amount: '500 EUR once', since: '2025-12-01' },
      chairs: { from: 'kitty', to: 'outside', amount: '90 EUR' },
      care: { from: 'us', to: 'them', amount: '8 h/month' },
      move: { from: 'us', to: 'them', amount: '30 h once' },
    };
    const given = { ...pool({ stock: '400 EUR' }), flows };
    expect(of(given)?.values).toEqual({ months: 4 });
    expect(of(given)?.evidence).toEqual(['kitty', 'rent']);
    const parties = {
      us: { type: 'circle', inside: true, available: '10 h/month' },
      them: { type: 'public' },
    };
    expect(of({ ...given, parties }, 'us')?.values).toEqual({ slack: 0.25 });
  });

  test('the lowest reading of the last twelve months', () => {
    const stock = [
      { on: '2024-06-01', amount: '10 EUR' },
      { on: '2025-06-01', amount: '300 EUR' },
      { on: '2026-01-01', amount: '900 EUR' },
      { on: '2026-06-01', amount: '5 EUR' },
    ];
    expect(of({ ...pool({ stock }), flows: rent })?.values).toEqual({ months: 3 });
  });

  test('money moved into a pocket of its own does not leave', () => {
    const flows = { ...rent, aside: { from: 'kitty', to: 'a', amount: '500 EUR/month' } };
    expect(
      of({ ...pool({ stock: '400 EUR', pockets: { a: { share: 0, softness: 'legal' } } }), flows })?.values,
    ).toEqual({ months: 4 });
  });

  test('without stock, outflow, or the size of what is set aside it cannot tell', () => {
    expect(of({ ...pool({}), flows: rent })).toMatchObject({
      verdict: 'cannot-tell',
      values: { months: null },
    });
    expect(of(pool({ stock: '400 EUR' }))).toMatchObject({
      verdict: 'cannot-tell',
      values: { months: null },
    });
    expect(
      of({ ...pool({ stock: '400 EUR', pockets: { a: { softness: 'agreed' } } }), flows: rent })?.values,
    ).toEqual({ months: null });
  });

  test('an estimate has a band', () => {
    const band = of({ ...pool({ stock: 'about 1000 EUR' }), flows: rent })?.bands?.['months'];
    expect(band?.[0]).toBeGreaterThan(7);
    expect(band?.[1]).toBeLessThan(13);
  });

  test('slack below zero is said as what it is', () => {
    const given = {
      parties: { us: { type: 'circle', inside: true, available: '30 h/month' } },
      activities: { a: { for: { us: 1 } } },
      flows: { f: { from: 'us', to: 'a', amount: '40 h/month' } },
    };
    expect(of(given, 'us')?.values?.['slack']).toBe(-0.25);
    expect(of(given, 'us')?.says?.text).toBe('About 33% more comes from us than there is to give.');
  });

  test('energy: (0.6 − 0.3) over what is lost a month', () => {
    const energy = [
      { since: '2025-01-15', until: '2026-01-14', energy: 0.8 },
      { since: '2026-01-15', energy: 0.6 },
    ];
    const one = of({ parties: { core: { type: 'circle', inside: true, energy } } }, 'core');
    expect(one?.values?.['energyMonths']).toBeCloseTo(0.3 / (0.2 / ((365 * 12) / 365.2425)), 9);
    const still = of({ parties: { core: { type: 'circle', inside: true, energy: 0.7 } } }, 'core');
    expect(still).toMatchObject({ verdict: 'cannot-tell', values: { energyMonths: null } });
  });
});
