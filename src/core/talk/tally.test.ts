/** Ways of deciding: what answers come to, by hand; and that neither their order nor who came first matters. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Choice, dotsFor, whyNot } from '#core/talk/choice';
import { WAYS } from '#core/talk/round';
import { tally } from '#core/talk/tally';

const options = [
  { id: 'o1', text: 'Hall' },
  { id: 'o2', text: 'Barn' },
  { id: 'o3', text: 'Outside' },
];
const first = () => 0;
const dots = (...all: readonly (readonly [number, number, number])[]): Choice[] =>
  all.map(([o1, o2, o3]) => ({ dots: { o1, o2, o3 } }));
const scores = (...all: readonly (readonly (number | null)[])[]): Choice[] =>
  all.map((row) => ({
    scores: Object.fromEntries(row.flatMap((one, at) => (one === null ? [] : [[`o${at + 1}`, one]]))),
  }));

describe('consent', () => {
  test('without an objection it is agreed; with one its reason is heard', () => {
    const yes: Choice = { consent: true };
    expect(tally('consent', [], [yes, yes, { aside: true }], 3, first)).toMatchObject({
      verdict: 'agreed',
      chosen: 3,
      consent: 2,
      aside: 1,
      objections: 0,
      reasons: [],
    });
    expect(tally('consent', [], [yes, yes, { objection: ' Too soon ' }], 3, first)).toMatchObject({
      verdict: 'objections',
      consent: 2,
      objections: 1,
      reasons: ['Too soon'],
    });
  });
});

describe('dots', () => {
  test('most dots first; of equals the one that more people chose', () => {
    const result = tally('dots', options, dots([2, 0, 0], [0, 1, 1], [0, 1, 0]), 3, first);
    // o1: 2 dots of one person; o2: 2 dots of two people; o3: 1.
    expect(result.options.map(({ id, dots: sum, people, rank }) => [id, sum, people, rank])).toEqual([
      ['o2', 2, 2, 1],
      ['o1', 2, 1, 2],
      ['o3', 1, 1, 3],
    ]);
    expect(result.verdict).toBe('ranked');
  });

  test('those that are equal in both share the place, and the next one is skipped', () => {
    const result = tally('dots', options, dots([1, 0, 0], [0, 1, 0], [0, 0, 0]), 3, first);
    expect(result.options.map(({ id, rank }) => [id, rank])).toEqual([
      ['o1', 1],
      ['o2', 1],
      ['o3', 3],
    ]);
    expect(result.verdict).toBe('tied');
  });
});

describe('score', () => {
  test('the middle and the quartiles; of equals the one on which people differ less', () => {
    const result = tally(
      'score',
      options,
      scores([1, 3, null], [3, 3, 5], [5, 3, null], [3, 4, 1]),
      3,
      first,
    );
    // o1: 1 3 3 5, middle 3, quartiles 2.5 and 3.5. o2: 3 3 3 4, middle 3, quartiles 3 and 3.25. o3: two answers.
    expect(
      result.options.map(({ id, median, low, high, answers, rank }) => [
        id,
        median,
        low,
        high,
        answers,
        rank,
      ]),
    ).toEqual([
      ['o2', 3, 3, 3.25, 4, 1],
      ['o1', 3, 2.5, 3.5, 4, 2],
      ['o3', null, null, null, null, null],
    ]);
    expect(result.verdict).toBe('ranked');
  });

  test('an even number of answers has its middle between two', () => {
    const [only] = tally('score', options.slice(0, 1), scores([4], [5], [1], [2]), 3, first).options;
    expect(only).toMatchObject({ median: 3, low: 1.75, high: 4.25 });
  });
});

const answer: Readonly<Record<(typeof WAYS)[number], fc.Arbitrary<Choice>>> = {
  consent: fc.oneof(
    fc.constant({ consent: true } as const),
    fc.constant({ aside: true } as const),
    fc.record({ objection: fc.string({ minLength: 1 }) }),
  ),
  dots: fc.record({ dots: fc.dictionary(fc.constantFrom('o1', 'o2', 'o3'), fc.integer({ min: 0, max: 1 })) }),
  score: fc.record({
    scores: fc.dictionary(fc.constantFrom('o1', 'o2', 'o3'), fc.integer({ min: 1, max: 5 })),
  }),
};

describe('any answers', () => {
  for (const way of WAYS) {
    test(`${way}: their order makes no difference`, () => {
      fc.assert(
        fc.property(fc.array(answer[way], { maxLength: 60 }), fc.integer({ min: 0 }), (all, by) => {
          const turned = all.map((_, at) => all[(at + by) % all.length] as Choice).reverse();
          expect(tally(way, options, turned, 3, first)).toEqual(tally(way, options, all, 3, first));
        }),
      );
    });

    test(`${way}: below the threshold it tells nothing`, () => {
      fc.assert(
        fc.property(fc.array(answer[way], { maxLength: 8 }), fc.integer({ min: 3, max: 6 }), (all, least) => {
          const result = tally(way, options, all, least, first);
          expect(result.cannotTell).toBe(all.length < least);
          if (!result.cannotTell) return;
          expect(result.reasons).toEqual([]);
          const { consent, aside, objections, chosen } = result;
          expect([consent, aside, objections, chosen]).toEqual([null, null, null, null]);
          for (const { id: _, text: __, ...told } of result.options)
            expect(Object.values(told).every((one) => one === null)).toBe(true);
        }),
      );
    });
  }
});

describe('an answer that does not fit', () => {
  test('is told by what is wrong with it', () => {
    expect(dotsFor(2)).toBe(1);
    expect(dotsFor(7)).toBe(3);
    expect(whyNot('dots', options, { dots: { o1: 1 } })).toBe(null);
    expect(whyNot('dots', options, { dots: { o1: 1, o2: 1 } })).toBe('too-many-dots');
    expect(whyNot('dots', options, { dots: { o9: 1 } })).toBe('no-such-option');
    expect(whyNot('dots', options, { dots: { o1: -1 } })).toBe('off-the-scale');
    expect(whyNot('score', options, { scores: { o1: 6 } })).toBe('off-the-scale');
    expect(whyNot('score', options, { consent: true })).toBe('other-way');
    expect(whyNot('consent', options, { objection: '  ' })).toBe('no-reason');
    expect(whyNot('consent', options, { dots: {} })).toBe('other-way');
  });
});
