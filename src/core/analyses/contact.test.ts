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

  test('nobody was to stay apart: no breach', () => {
    expect(of({ parties, ties: [{ id: 't1', between: ['a', 'b'] }] })).toMatchObject({
      verdict: 'measured',
      values: { breaches: 0 },
      paths: [],
    });
  });
});
