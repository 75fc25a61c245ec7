import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { viewOf } from '#core/analyses/testing';

const record = { how: 'record' };
const pay = (from: string, amount: string, to = 'us') => ({
  from,
  to,
  amount: `${amount} EUR/month`,
  because: record,
});
const pool = (pockets: object) => ({ pools: { kitty: { kind: 'eur', pockets } } });
const of = (given: object) => analyse(viewOf(given), ['pocket-drift'])[0];

describe('pocket drift', () => {
  const two = pool({ seeds: { share: 0.6, softness: 'agreed' }, tea: { share: 0.4, softness: 'habit' } });

  test('what is paid from no pocket counts as gone elsewhere', () => {
    const one = of({ ...two, flows: { a: pay('seeds', '50'), b: pay('tea', '25'), c: pay('kitty', '50') } });
    // Actual 0.4, 0.2 and 0.4 beside 0.6, 0.4 and 0.
    expect(one?.values?.['drift']).toBeCloseTo(0.4, 12);
    expect(one?.verdict).toBe('flagged');
    expect(one?.evidence).toEqual(['a', 'b', 'c', 'seeds', 'tea']);
  });

  test('what is meant for no pocket may go anywhere', () => {
    const one = of({
      ...pool({ seeds: { share: 0.6, softness: 'agreed' } }),
      flows: { a: pay('seeds', '60'), c: pay('kitty', '40') },
    });
    expect(one?.values?.['drift']).toBeCloseTo(0, 12);
    expect(one?.says?.text).toBe('What leaves kitty goes as its pockets were meant.');
  });

  test('money moved between a pool and its pockets has not left', () => {
    const one = of({
      ...two,
      flows: { a: pay('seeds', '60'), b: pay('tea', '40'), c: pay('kitty', '90', 'seeds') },
    });
    expect(one?.values?.['drift']).toBeCloseTo(0, 12);
  });

  test('an unknown share or uncounted spending cannot tell', () => {
    expect(of({ ...two, flows: { a: pay('seeds', 'unknown') } })).toMatchObject({
      verdict: 'cannot-tell',
      values: { drift: null },
    });
    const open = pool({ seeds: { share: 'unknown', softness: 'agreed' } });
    expect(of({ ...open, flows: { a: pay('seeds', '5') } })).toMatchObject({
      verdict: 'cannot-tell',
      values: { drift: null },
    });
    expect(of(two)).toMatchObject({ verdict: 'cannot-tell' });
  });

  test('a payment that its pocket does not name is listed', () => {
    const given = {
      ...pool({ seeds: { share: 1, softness: 'agreed', allowed: ['beds'] } }),
      activities: { beds: { for: { us: 1 } } },
      flows: { a: pay('seeds', '5', 'beds'), b: pay('seeds', '5') },
    };
    expect(of(given)?.more?.['notAllowed']).toEqual(['b']);
  });

  test('a pool whose pockets have no share has no finding', () => {
    expect(of(pool({ seeds: { softness: 'legal' } }))).toBeUndefined();
  });
});
