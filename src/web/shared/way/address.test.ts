/** Addresses: what goes along, what is left out, and when a link leads to where one is. */
import { expect, test } from 'vitest';
import { leadsHere, pathOf, readAddress, writeAddress } from './address';

const here = readAddress('/c/km4dev/free', '?on=2009-10-08&eyes=public&at=wiki');

test('a room is reached by its name, and the day and the eyes go along', () => {
  expect(writeAddress({ to: '/c/$community/talk', params: { community: 'km4dev' } }, here)).toBe(
    '/c/km4dev/talk?on=2009-10-08&eyes=public',
  );
});

test('what is named is not overwritten, and what is undefined is left out', () => {
  const search = { eyes: undefined, on: '2008' };
  expect(writeAddress({ to: '/c/$community', params: { community: 'km4dev' }, search }, here)).toBe(
    '/c/km4dev?on=2008',
  );
});

test('outside of communities nothing goes along', () => {
  expect(writeAddress({ to: '/' }, here)).toBe('/');
  expect(writeAddress({ to: '/sign-in', search: { to: '/c/a?on=2009' } }, here)).toBe(
    '/sign-in?to=%2Fc%2Fa%3Fon%3D2009',
  );
});

test('where one is, with another day', () => {
  expect(writeAddress({ to: '.', search: (before) => ({ ...before, on: '2010' }) }, here)).toBe(
    '/c/km4dev/free?on=2010&eyes=public&at=wiki',
  );
});

test('names with signs of their own survive the way there and back', () => {
  expect(pathOf('/c/$community/talk/$round', { community: 'a b', round: 'x/y' })).toBe('/c/a%20b/talk/x%2Fy');
  expect(readAddress('/', '?at=a%26b&with=c%2Bd').search).toEqual({ at: 'a&b', with: 'c+d' });
});

test('a link leads here where path and all that it asks for are the same', () => {
  const target = { to: '/c/$community/free', params: { community: 'km4dev' } } as const;
  expect(leadsHere(target, '/c/km4dev/free?on=2009-10-08', here)).toBe(true);
  expect(leadsHere({ ...target, search: { at: 'wiki' } }, '/c/km4dev/free?at=wiki', here)).toBe(true);
  expect(leadsHere({ ...target, search: { at: 'list' } }, '/c/km4dev/free?at=list', here)).toBe(false);
  // Asked for without: only where it is without.
  expect(leadsHere({ ...target, search: { at: undefined } }, '/c/km4dev/free', here)).toBe(false);
  expect(leadsHere({ to: '/' }, '/', here)).toBe(false);
});
