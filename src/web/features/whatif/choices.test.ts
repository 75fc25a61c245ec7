import { expect, test } from 'vitest';
import { leversOf } from './Choices';

test('from an address come the levers that there are, no further than a slider goes', () => {
  expect(leversOf({ joins: 2, hands: 0, work: 9, leaving: -1, alpha: 3 })).toEqual({
    joins: 2,
    hands: 0,
    work: 3,
    leaving: 0,
  });
  expect(leversOf({})).toEqual({});
});
