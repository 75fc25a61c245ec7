import { expect, test } from 'vitest';
import { isSteward, type Me, type Membership, mayBegin, NOBODY, ownAudiences, placeIn } from './me';

const place = (community: string, role: Membership['role'], audiences: readonly string[]): Membership => ({
  community,
  role,
  audience: audiences[0] ?? 'public',
  audiences,
  party: null,
});
const signedIn = (...roles: Membership[]): Me => ({
  ...NOBODY,
  account: { id: 'a', name: 'A', login: 'a' },
  roles,
});
const ALONE: Me = { ...NOBODY, alone: true, house: true };

test('whoever runs Potluck alone is steward of everything; nobody signed in of nothing', () => {
  expect([isSteward(ALONE, 'plot'), mayBegin(ALONE)]).toEqual([true, true]);
  expect([isSteward(NOBODY, 'plot'), mayBegin(NOBODY)]).toEqual([false, false]);
  expect(ownAudiences(NOBODY, 'plot')).toEqual([]);
});

test('a steward of one community is none of another; one of the house is of each', () => {
  const one = signedIn(place('plot', 'steward', ['stewards']), place('school', 'member', ['members']));
  expect([isSteward(one, 'plot'), isSteward(one, 'school'), mayBegin(one)]).toEqual([true, false, false]);
  const house = { ...signedIn(place('*', 'steward', ['stewards'])), house: true };
  expect([isSteward(house, 'plot'), isSteward(house, 'school'), mayBegin(house)]).toEqual([true, true, true]);
});

test('a place in a community comes before the one in all, and each audience is offered once', () => {
  const me = signedIn(
    place('*', 'steward', ['stewards']),
    place('plot', 'core', ['core', 'person:ana', 'core']),
  );
  expect(placeIn(me, 'plot')?.role).toBe('core');
  expect(placeIn(me, 'school')?.role).toBe('steward');
  expect(ownAudiences(me, 'plot')).toEqual(['core', 'person:ana']);
});
