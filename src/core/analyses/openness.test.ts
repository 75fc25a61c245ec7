import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { viewOf } from '#core/analyses/testing';

const record = { how: 'record' };
const flow = (amount: string, more: object = {}) => ({
  from: 'town',
  to: 'us',
  amount,
  because: record,
  ...more,
});

function of(given: object, about: string, audience = 'stewards') {
  return analyse(viewOf({ see: 'public', ...given }, '2026-01-15', audience), ['openness']).find(
    (one) => one.about[0] === about,
  );
}

describe('openness (reading 24)', () => {
  test('what `see` keeps from an audience is hidden, whatever was declared', () => {
    const given = {
      openness: { public: { eur: 'exact' } },
      flows: { a: flow('30 EUR/month'), b: flow('10 EUR/month', { see: 'core' }) },
    };
    expect(of(given, 'public')).toMatchObject({
      verdict: 'flagged',
      values: { tau: 0.75, declared: 1 },
      more: { levels: { exact: 1, hidden: 1 } },
    });
  });

  test('as declared is measured', () => {
    expect(
      of({ openness: { public: { eur: 'existence' } }, flows: { a: flow('30 EUR/month') } }, 'public'),
    ).toMatchObject({ verdict: 'measured', values: { tau: 0.25, declared: 0.25 } });
  });

  test('an audience of which nothing is said has no finding', () => {
    const given = { openness: { public: { eur: 'exact' } }, flows: { a: flow('30 EUR/month') } };
    expect(of(given, 'members')).toBeUndefined();
  });

  test('says in words who is meant, and never an id', () => {
    const parties = { town: { name: 'The town', type: 'organisation' } };
    const audiences = { board: { name: 'Our board', includes: ['core'] } };
    const eur = { eur: 'exact' };
    const given = {
      parties,
      audiences,
      openness: { 'partner:town': eur, board: eur, peers: eur },
      flows: { a: flow('30 EUR/month') },
    };
    expect(of(given, 'partner:town')?.says?.text).toBe(
      'Of EUR, The town can see at least what we said we would show.',
    );
    expect(of(given, 'board')?.says?.text).toMatch(/, Our board can see /);
    expect(of(given, 'peers')?.says?.text).toMatch(/, our peers can see /);
  });

  test('mostly uncounted cannot tell', () => {
    const given = { openness: { public: { eur: 'exact' } }, flows: { a: flow('unknown EUR/month') } };
    expect(of(given, 'public')).toMatchObject({ verdict: 'cannot-tell', values: { tau: null } });
  });

  test('who does not see all cannot tell what share is shown', () => {
    const given = {
      openness: { public: { eur: 'exact' } },
      flows: { a: flow('30 EUR/month'), b: flow('10 EUR/month', { see: 'core' }) },
    };
    expect(of(given, 'public', 'public')).toMatchObject({ verdict: 'cannot-tell', values: { tau: null } });
  });
});
