import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { viewOf } from '#core/analyses/testing';
import { gini } from '#core/number/spread';

const record = { how: 'record' };
const kinds = { hours: { unit: 'h', law: 'perishable' }, pages: { unit: 'page', law: 'copyable' } };
const activities = { work: { for: { street: 1 } } };
const parties = {
  street: { type: 'public' },
  a: { type: 'person', inside: true },
  b: { type: 'person', inside: true },
  c: { type: 'person', inside: true },
};
const gives = (from: string, amount: string) => ({ from, to: 'work', amount, because: record });

describe('gini', () => {
  test('is 0 for equal gifts, and (n − 1)/n where one gives all', () => {
    expect(gini([5, 5, 5])).toBe(0);
    expect(gini([0, 0, 0, 8])).toBeCloseTo(0.75, 12);
    expect(gini([0, 0])).toBeNull();
    expect(gini([])).toBeNull();
  });

  test('a circle of n counts as n equal members', () => {
    expect(gini([1, 4], [3, 2])).toBeCloseTo(gini([1, 1, 1, 4, 4]) as number, 12);
  });
});

describe('load', () => {
  test('who gives nothing counts as zero, whose gift is not counted is left out', () => {
    const flows = { x: gives('a', '6 h/month'), y: gives('b', '6 h/month') };
    const [one] = analyse(viewOf({ kinds, activities, parties, flows }), ['load']);
    expect(one?.values?.['gini']).toBeCloseTo(1 / 3, 12);
    expect(one?.more?.['silent']).toEqual(['c']);
    const [open] = analyse(
      viewOf({ kinds, activities, parties, flows: { ...flows, z: { ...gives('c', 'unknown h/month') } } }),
      ['load'],
    );
    expect(open?.values?.['gini']).toBe(0);
  });

  test('circles count by heads, less those listed themselves', () => {
    const more = {
      a: { type: 'person', inside: true, in: 'core' },
      core: { type: 'circle', inside: true, size: 4 },
      street: { type: 'public' },
    };
    const [one] = analyse(
      viewOf({
        kinds,
        activities,
        parties: more,
        flows: { x: gives('a', '2 h/month'), y: gives('core', '6 h/month') },
      }),
      ['load'],
    );
    expect(one?.values?.['gini']).toBe(0);
    expect(one?.more?.['by']).toBe('heads');
  });

  test('readers of what can be copied are no riders', () => {
    const pools = { wiki: { kind: 'pages' } };
    const flows = {
      x: { from: 'a', to: 'wiki', amount: '5 page/month' },
      y: { from: 'wiki', to: 'b', amount: '50 page/month' },
    };
    const [one] = analyse(viewOf({ kinds, pools, parties, flows }), ['load']);
    expect(Object.keys(one?.values ?? {})).toEqual(['gini', 'giniContributors']);
  });

  test('nobody counted: who gives is said, how evenly is not', () => {
    const flows = { x: gives('a', 'unknown h/month'), y: gives('b', 'some h/month') };
    const [one] = analyse(viewOf({ kinds, activities, parties, flows }), ['load']);
    expect(one?.verdict).toBe('cannot-tell');
    expect(one?.says?.text).toBe(
      'In hours, what is given comes from a and b; we cannot tell yet how evenly.',
    );
  });

  test('one party shares with nobody', () => {
    const one = { street: { type: 'public' }, a: { type: 'person', inside: true } };
    expect(
      analyse(viewOf({ kinds, activities, parties: one, flows: { x: gives('a', '2 h/month') } }), ['load']),
    ).toEqual([]);
  });
});
