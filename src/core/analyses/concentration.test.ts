import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import type { Finding } from '#core/analyses/finding';
import { viewOf } from '#core/analyses/testing';

const record = { how: 'record' };
const kinds = { hours: { unit: 'h', law: 'perishable' } };

function of(given: object, about: string[], kind?: string): Finding | undefined {
  return analyse(viewOf({ kinds, ...given }), ['concentration']).find(
    (one) => JSON.stringify(one.about) === JSON.stringify(about) && (kind === undefined || one.kind === kind),
  );
}

describe('concentration (readings 17 and 22)', () => {
  test('a gift of one time enters no month: who gives every month is told all the same', () => {
    const given = {
      parties: {
        us: { type: 'circle', inside: true },
        town: { type: 'organisation' },
        aunt: { type: 'person' },
      },
      pools: { kitty: { kind: 'eur' } },
      flows: {
        grant: { from: 'town', to: 'kitty', amount: '30 EUR/month' },
        dues: { from: 'us', to: 'kitty', amount: '10 EUR/month' },
        legacy: { from: 'aunt', to: 'kitty', amount: '500 EUR once' },
        sale: { from: 'aunt', to: 'kitty', amount: '50 EUR once', since: '2025-12-24' },
      },
    };
    for (const about of [[], ['kitty']]) {
      const one = analyse(viewOf(given), ['concentration']).find(
        (finding) => finding.kind === 'eur' && finding.about.join() === about.join(),
      );
      // (3/4)² + (1/4)² = 0.625
      expect(one?.values).toEqual({ hhi: 0.625, caf: 1 });
      expect(one?.more).toMatchObject({ givers: ['town', 'us'], uncounted: [] });
    }
  });

  const activities = {
    meet: { for: { us: 1 }, needs: { care: { amount: '100 h/month' }, hall: { amount: '50 EUR/month' } } },
  };
  const bit = (from: string, amount: string, more: object = {}) => ({
    from,
    to: 'meet',
    fulfils: 'care',
    amount,
    because: record,
    ...more,
  });

  test('dep is what coverage would lose, by how firm each bit is', () => {
    const flows = { a: bit('ana', '60 h/month'), b: bit('ben', '40 h/month', { status: 'told' }) };
    expect(of({ activities, flows }, ['care', 'ana'])?.values?.['dep']).toBeCloseTo(60 / 88, 12);
    expect(of({ activities, flows }, ['care', 'ana'])?.verdict).toBe('flagged');
    expect(of({ activities, flows }, ['care', 'ben'])?.verdict).toBe('measured');
    // hhi and caf take only what is.
    expect(of({ activities, flows }, ['care'])?.values).toEqual({ hhi: 1, caf: 1 });
  });

  test('what a pool pays for is followed back to those who fill it', () => {
    const pools = { kitty: { kind: 'eur' } };
    const flows = {
      grant: { from: 'town', to: 'kitty', amount: '75 EUR/month', because: record },
      dues: { from: 'us', to: 'kitty', amount: '25 EUR/month', because: record },
      rent: { from: 'kitty', to: 'meet', fulfils: 'hall', amount: '50 EUR/month', because: record },
    };
    expect(of({ activities, pools, flows }, ['hall', 'town'])?.values?.['dep']).toBeCloseTo(0.75, 12);
    expect(of({ activities, pools, flows }, ['hall'])?.values?.['hhi']).toBeCloseTo(0.625, 12);
    expect(of({ activities, pools, flows }, ['kitty'])?.values).toEqual({ hhi: 0.625, caf: 1 });
    expect(of({ activities, pools, flows }, [], 'eur')?.values).toEqual({ hhi: 0.625, caf: 1 });
  });

  test('one giver carries all of it, whatever the amount', () => {
    const flows = { a: bit('ana', 'unknown h/month') };
    expect(of({ activities, flows }, ['care', 'ana'])?.values).toEqual({ dep: 1 });
    expect(of({ activities, flows }, ['care'])).toMatchObject({
      verdict: 'flagged',
      values: { hhi: 1, caf: 1 },
    });
  });

  test('several that nobody counted: cannot tell, and they are named', () => {
    const flows = { a: bit('ana', 'unknown h/month'), b: bit('ben', 'some h/month') };
    expect(of({ activities, flows }, ['care'])).toMatchObject({
      verdict: 'cannot-tell',
      values: { hhi: null, caf: null },
      more: { givers: ['ana', 'ben'] },
    });
    expect(of({ activities, flows }, ['care', 'ana'])).toMatchObject({
      verdict: 'cannot-tell',
      values: { dep: null },
    });
  });

  test('the outside is no named source', () => {
    const flows = {
      a: { from: 'outside', to: 'meet', amount: '90 h/month' },
      b: { from: 'ana', to: 'meet', amount: '10 h/month' },
    };
    expect(of({ activities, flows }, [], 'hours')?.more?.['givers']).toEqual(['ana']);
  });

  test('a role with enough holders, with too few, and with a number nobody said', () => {
    const roles = { full: { 'held-by': ['us'], needs: 1 }, open: { needs: 2 }, vague: { 'held-by': ['us'] } };
    expect(of({ activities, roles }, ['full'])?.verdict).toBe('measured');
    expect(of({ activities, roles }, ['open'])?.values).toEqual({ holders: 0, needs: 2, gap: 2 });
    expect(of({ activities, roles }, ['vague'])).toMatchObject({
      verdict: 'cannot-tell',
      values: { gap: null },
    });
  });
});
