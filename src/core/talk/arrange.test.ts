/** A meeting as people arranged it: minutes that sum to its length, money never first, the end last. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, type MeetingDraft, moved } from '#core/talk/arrange';
import type { MeetingItem } from '#core/talk/meeting';

type Sort = MeetingItem['sort'];
const item = (id: string, minutes: number, sort: Sort = 'question', money = false) => ({
  id,
  minutes,
  sort,
  money,
});
const PROPOSED = [item('worth', 20, 'opening'), item('Q1', 30), item('close', 10, 'not-now')];
const draft = (more: Partial<MeetingDraft> = {}): MeetingDraft => ({
  minutes: 60,
  order: [],
  dropped: [],
  own: [],
  given: {},
  ...more,
});
const said = (more: Partial<MeetingDraft> = {}, proposed = PROPOSED) =>
  arrange(proposed, draft(more)).items.map(({ id, minutes, starts }) => `${starts} ${id} ${minutes}`);

describe('arrange', () => {
  test('a proposal that nobody changed is what it was', () => {
    // 57 minutes shared 20 : 30 : 10 are 19, 28.5 and 9.5, and one each: 20, 29 and a half, 10 and a half.
    expect(said()).toEqual(['0 worth 20', '20 Q1 30', '50 close 10']);
  });

  test('an own item takes its minutes from the others, by their share', () => {
    // 45 are left for three: 3 and 42 shared 20 : 30 : 10, which is 14, 21 and 7.
    expect(said({ own: [{ id: 'tea', text: 'Tea', minutes: 15 }] })).toEqual([
      '0 worth 15',
      '15 Q1 22',
      '37 tea 15',
      '52 close 8',
    ]);
  });

  test('minutes that people gave stay; what does not fit is told, not cut', () => {
    // 35 are left for two: 2 and 33 shared 20 : 10, which is 22 and 11.
    expect(said({ own: [{ id: 'tea', text: 'Tea', minutes: 15 }], given: { Q1: 10 } })).toEqual([
      '0 worth 23',
      '23 Q1 10',
      '33 tea 15',
      '48 close 12',
    ]);
    const long = arrange(PROPOSED, draft({ given: { Q1: 80 } }));
    expect([long.minutes, long.over]).toEqual([82, 22]);
  });

  test('the end stays the end, and cannot be left out', () => {
    expect(said({ order: ['close', 'Q1', 'worth'], dropped: ['close'] })).toEqual([
      '0 Q1 30',
      '30 worth 20',
      '50 close 10',
    ]);
  });

  test('money does not begin, whatever is wished', () => {
    const proposed = [
      item('worth', 20, 'opening'),
      item('Q7', 30, 'question', true),
      item('close', 10, 'decision'),
    ];
    expect(said({ order: ['Q7', 'worth'] }, proposed).map((one) => one.split(' ')[1])).toEqual([
      'worth',
      'Q7',
      'close',
    ]);
  });

  test('whatever people do: whole minutes, each at least one, and together the length or longer by what is told', () => {
    fc.assert(
      fc.property(
        fc.record({
          minutes: fc.integer({ min: 10, max: 200 }),
          order: fc.shuffledSubarray(['worth', 'Q1', 'close', 'own', 'nobody']),
          dropped: fc.subarray(['worth', 'Q1', 'close']),
          given: fc.dictionary(fc.constantFrom('worth', 'Q1', 'own'), fc.integer({ min: 1, max: 120 })),
          own: fc.constantFrom([], [{ id: 'own', text: 'Ours' }]),
        }),
        (made) => {
          const { items, minutes, over } = arrange(PROPOSED, made);
          expect(items.at(-1)?.id).toBe('close');
          expect(items.every((one) => Number.isInteger(one.minutes) && one.minutes >= 1)).toBe(true);
          const allGiven = items.every((one) => one.own !== null || made.given[one.id] !== undefined);
          if (!allGiven) expect(minutes).toBe(made.minutes + over);
        },
      ),
    );
  });
});

test('an item moves by so many places and no further than the ends', () => {
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 'b', 9)).toEqual(['a', 'c', 'b']);
  expect(moved(['a'], 'z', 1)).toEqual(['a']);
});
