import { expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { viewOf } from '#core/analyses/testing';

const kinds = { hours: { unit: 'h', law: 'perishable' } };

test('numbers, ranges, one-time amounts and a looked-for none are quantified; some and unknown are not', () => {
  const flows = {
    a: { from: 'us', to: 'them', amount: '5 EUR/month' },
    b: { from: 'us', to: 'them', amount: '1..2 EUR/month' },
    c: { from: 'us', to: 'them', amount: '400 EUR once', since: '2025-03-01' },
    d: { from: 'us', to: 'them', amount: 'none', kind: 'eur' },
    e: { from: 'us', to: 'them', amount: 'some EUR/month' },
    f: { from: 'us', to: 'them', amount: 'unknown', kind: 'eur' },
    hoped: { from: 'us', to: 'them', amount: 'unknown EUR/month', status: 'hoped' },
  };
  const [one, ...more] = analyse(viewOf({ flows }), ['completeness']);
  expect(more).toEqual([]);
  expect(one?.values?.['kappa']).toBeCloseTo(4 / 6, 12);
  expect(one?.more).toEqual({ missing: ['e', 'f'], some: ['e'] });
});

test('below three fifths it is flagged', () => {
  const flows = {
    a: { from: 'us', to: 'them', amount: '5 h/month' },
    b: { from: 'us', to: 'them', amount: 'unknown h/month' },
  };
  const [one] = analyse(viewOf({ kinds, flows }), ['completeness']);
  expect(one?.verdict).toBe('flagged');
  expect(one?.says?.text).toBe('Of the 2 flows of hours that we know, one is counted.');
});

test('no flows, no finding', () => {
  expect(analyse(viewOf({ kinds }), ['completeness'])).toEqual([]);
});
