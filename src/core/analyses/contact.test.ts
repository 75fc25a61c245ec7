import { describe, expect, test } from 'vitest';
import { analyse } from '#core/analyses/analyse';
import { viewOf } from '#core/analyses/testing';

const of = (given: object) => analyse(viewOf(given), ['contact'])[0];
const parties = {
  a: { type: 'circle' },
  b: { type: 'circle' },
  core: { type: 'circle', inside: true },
  ana: { type: 'person', in: 'core', inside: true },
};

describe('contact (reading 23)', () => {
  test('those who are in the bridge are taken away with it', () => {
    const ties = [
      { id: 't1', between: ['a', 'ana'] },
      { id: 't2', between: ['ana', 'b'] },
      { id: 't3', between: ['a', 'b'], 'may-meet': 'through-bridge', bridge: 'core' },
    ];
    expect(of({ parties, ties })?.values).toEqual({ breaches: 0 });
  });

  test('being in a circle and holding a key are ways', () => {
    const ties = [{ id: 't3', between: ['a', 'b'], 'may-meet': 'through-bridge', bridge: 'core' }];
    const more = { ...parties, bob: { type: 'person', in: 'b' } };
    const one = of({ parties: more, ties, tools: { chat: { keys: ['a', 'bob'] } } });
    expect(one?.values).toEqual({ breaches: 1 });
    expect(one?.paths).toEqual([['a', 'chat', 'bob', 'b']]);
    expect(one?.evidence).toEqual(['bob', 'chat', 't3']);
  });

  test('a wall marks each pair of those it names', () => {
    const walls = [{ id: 'w', between: ['a', 'b', 'core'], 'may-meet': 'apart' }];
    const one = of({
      parties,
      walls,
      ties: [
        { id: 't1', between: ['a', 'b'] },
        { id: 't2', between: ['b', 'core'] },
      ],
    });
    expect(one?.values).toEqual({ breaches: 3 });
    expect(one?.paths).toEqual([
      ['a', 'b'],
      ['a', 'b', 'core'],
      ['b', 'core'],
    ]);
  });

  test('an agreement is no contact by itself', () => {
    const ties = [{ id: 't1', between: ['a', 'b'], 'may-meet': 'apart' }];
    expect(of({ parties, ties })?.values).toEqual({ breaches: 0 });
    expect(of({ parties, ties: [{ ...ties[0], through: 'message' }] })?.values).toEqual({ breaches: 1 });
  });

  test('attention and data are ways in the direction in which they flow, money is none', () => {
    const ties = [{ id: 't3', between: ['a', 'b'], 'may-meet': 'apart' }];
    const kinds = {
      attention: { unit: 'min', law: 'perishable' },
      'member-data': { unit: 'record', law: 'copyable' },
    };
    const asked = (kind: string, from: string, to: string) =>
      of({
        parties: { ...parties, shop: { type: 'organisation' } },
        kinds,
        ties,
        flows: [
          { id: 'f1', from: 'a', to: 'shop', amount: 'unknown', kind },
          { id: 'f2', from, to, amount: 'unknown', kind },
        ],
      });
    expect(asked('attention', 'shop', 'b')?.values).toEqual({ breaches: 1 });
    expect(asked('attention', 'shop', 'b')?.evidence).toEqual(['f1', 'f2', 't3']);
    expect(asked('member-data', 'shop', 'b')?.paths).toEqual([['a', 'shop', 'b']]);
    expect(asked('attention', 'b', 'shop')?.values).toEqual({ breaches: 0 });
    expect(asked('eur', 'shop', 'b')?.values).toEqual({ breaches: 0 });
  });

  test('what is sent reaches those it is for', () => {
    const ties = [{ id: 't3', between: ['a', 'b'], 'may-meet': 'apart' }];
    const sends = { items: '30 / month', minutes: 1 };
    const activities = { list: { for: { b: 1 }, sends } };
    const flows = [{ id: 'f1', from: 'a', to: 'list', amount: 'unknown', kind: 'attention' }];
    const kinds = { attention: { unit: 'min', law: 'perishable' } };
    expect(of({ parties, kinds, ties, activities, flows })?.paths).toEqual([['a', 'list', 'b']]);
    expect(of({ parties, kinds, ties, activities })?.values).toEqual({ breaches: 0 });
  });

  test('nobody was to stay apart: no breach', () => {
    expect(of({ parties, ties: [{ id: 't1', between: ['a', 'b'] }] })).toMatchObject({
      verdict: 'measured',
      values: { breaches: 0 },
      paths: [],
    });
  });
});
