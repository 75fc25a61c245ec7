/** An amount that is hidden from an audience is neither known nor unknown: it is traced by name, and nobody is asked for it. */
import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { viewOf } from '#core/analyses/testing';

const given = {
  see: 'members',
  kinds: { hours: { unit: 'h', law: 'perishable' } },
  openness: { members: { eur: 'existence' } },
  pools: {
    kitty: {
      kind: 'eur',
      stock: [
        { on: '2025-01-01', amount: '70 EUR' },
        { on: '2025-12-31', amount: '90 EUR' },
      ],
    },
  },
  activities: { fair: { for: { street: 1 }, price: 'free', needs: { tent: { amount: '30 EUR/month' } } } },
  flows: {
    dues: { from: 'us', to: 'kitty', amount: '31 EUR/month' },
    hire: { from: 'kitty', to: 'fair', amount: '31 EUR/month', fulfils: 'tent' },
    work: { from: 'us', to: 'fair', amount: '4 h/month' },
  },
};

describe('covered amounts', () => {
  const found = analyse(viewOf(given, '2026-01-15', 'members'));

  test('who-bears says who and not how much', () => {
    const eur = found.find(
      (one) => one.analysis === 'who-bears' && one.kind === 'eur' && one.about[0] === 'fair',
    );
    expect(eur).toMatchObject({ verdict: 'reach', matrix: { rows: ['us'], cols: ['street'], cells: [[1]] } });
    const hours = found.find(
      (one) => one.analysis === 'who-bears' && one.kind === 'hours' && one.about[0] === 'fair',
    );
    expect(hours?.matrix?.cells).toEqual([[4]]);
  });

  test('completeness does not call them missing', () => {
    const eur = found.find((one) => one.analysis === 'completeness' && one.kind === 'eur');
    expect(eur).toMatchObject({
      verdict: 'cannot-tell',
      values: { kappa: null },
      more: { missing: [], covered: 2 },
    });
  });

  test('no finding lets a hidden amount through', () => {
    const text = JSON.stringify(found);
    expect(found.length).toBeGreaterThan(10);
    expect(text).not.toMatch(/\b31(\.\d+)?\b/);
    for (const one of found.filter((finding) => finding.kind === 'eur' && finding.analysis === 'coverage')) {
      expect(one.verdict).toBe('cannot-tell');
    }
  });
});
