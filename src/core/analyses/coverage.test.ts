import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import type { Finding } from '#core/analyses/finding';
import { viewOf } from '#core/analyses/testing';

const record = { how: 'record' };
const kinds = { hours: { unit: 'h', law: 'perishable' } };

function covers(flows: object, need: object = { amount: '100 h/month', because: record }): Finding {
  const given = { kinds, activities: { meet: { for: { us: 1 }, needs: { care: need } } }, flows };
  const found = analyse(viewOf(given), ['coverage']);
  expect(found.length).toBe(1);
  return found[0] as Finding;
}
const bit = (amount: string, more: object = {}) => ({
  from: 'us',
  to: 'meet',
  fulfils: 'care',
  amount,
  because: record,
  ...more,
});

describe('coverage (readings 14 and 15)', () => {
  test('no contribution recorded: cannot tell, and no value', () => {
    const one = covers({});
    expect(one.verdict).toBe('cannot-tell');
    expect(Object.values(one.values ?? {})).toEqual([null, null, null, null, null, null]);
  });

  test('an explicit none is zero', () => {
    const one = covers({ a: bit('none', { kind: 'hours' }) });
    expect(one.verdict).toBe('short');
    expect(one.values).toEqual({ supply: 0, cov: 0, big: null, robust: 0, eff: null, k50: null });
    expect(one.says?.text).toBe('Nobody gives anything to care now.');
  });

  test('an unknown bit leaves it open: the counted bits are a lower bound, not the supply', () => {
    const one = covers({ a: bit('40 h/month'), b: bit('unknown h/month') });
    expect(one.verdict).toBe('cannot-tell');
    expect(one.values?.['cov']).toBeNull();
    expect(one.more).toMatchObject({
      bits: 2,
      from: ['us'],
      uncounted: ['b'],
      atLeast: { supply: 40, cov: 0.4 },
    });
    expect(one.evidence).toEqual(['a', 'b']);
  });

  test('a bit given one time, and not said over which, enters no month: the others are the supply', () => {
    const one = covers({ a: bit('40 h/month'), b: bit('100 h once'), c: bit('90 h', { since: '2025' }) });
    expect(one.values).toMatchObject({ supply: 40, cov: 0.4, big: 1, robust: 0 });
    expect(one.evidence).toEqual(['a']);
    const alone = covers({ b: bit('100 h once') });
    expect(alone.verdict).toBe('cannot-tell');
    expect(alone.values?.['supply']).toBeNull();
    // Over a time that is said it counts: 120 h in a year of 365 days.
    const spread = covers({ a: bit('120 h once', { since: '2025-06-01', until: '2026-05-31' }) });
    expect(spread.values?.['supply']).toBeCloseTo(10, 1);
  });

  test('counted bits that meet the need alone cover it, whatever the unknown one brings', () => {
    expect(covers({ a: bit('140 h/month'), b: bit('unknown h/month') }).verdict).toBe('covered');
  });

  test('"some" may be anything up to the 95th percentile of its kind', () => {
    const one = covers({ a: bit('40 h/month'), b: bit('some h/month') });
    expect(one.verdict).toBe('cannot-tell');
    // Between 0.4 and 0.8, spread evenly.
    expect(one.bands?.['cov']?.[0]).toBeCloseTo(0.42, 2);
    expect(one.bands?.['cov']?.[1]).toBeCloseTo(0.78, 2);
  });

  test('a need that nobody counted: the supply is known, its share is not', () => {
    const one = covers({ a: bit('40 h/month') }, { kind: 'hours' });
    expect(one.verdict).toBe('cannot-tell');
    expect(one.values).toMatchObject({ supply: 40, cov: null, robust: null, eff: 1 });
  });

  test('a band across 1 cannot tell, one above is covered', () => {
    expect(covers({ a: bit('100 h/month', { because: { how: 'estimate' } }) }).verdict).toBe('cannot-tell');
    expect(covers({ a: bit('130..140..150 h/month') }).verdict).toBe('covered');
    expect(covers({ a: bit('100 h/month') }).verdict).toBe('covered');
  });

  test('firmness weighs promises', () => {
    const flows = {
      a: bit('10 h/month'),
      b: bit('10 h/month', { status: 'agreed' }),
      c: bit('10 h/month', { status: 'told' }),
      d: bit('10 h/month', { status: 'hoped' }),
    };
    expect(covers(flows).values?.['supply']).toBeCloseTo(29, 12);
  });

  test('a need of nothing is covered', () => {
    expect(covers({}, { kind: 'hours', amount: 'none' }).verdict).toBe('covered');
  });

  test('a contribution of another kind is named and not added', () => {
    const one = covers({ a: bit('40 h/month'), b: bit('50 EUR/month') });
    expect(one.values?.['supply']).toBe(40);
    expect(one.more?.['inOtherKinds']).toEqual(['b']);
  });
});
