/** Which room stands at which path. */
import { expect, test } from 'vitest';
import { roomAt } from './routes';

test.each([
  ['/', 'shelf', {}],
  ['/sign-in', 'shelf', {}],
  ['/p', 'none', {}],
  ['/c/km4dev', 'community', { community: 'km4dev' }],
  ['/c/km4dev/what-if', 'community', { community: 'km4dev' }],
  ['/c/km4dev/talk/r1', 'community', { community: 'km4dev', round: 'r1' }],
  ['/c/km4dev/talk/r1/wall', 'none', { community: 'km4dev', round: 'r1' }],
  ['/c/a%20b/sponsor/x%2Fy', 'community', { community: 'a b', basket: 'x/y' }],
  // A slip of the pen in an address is no reason to break.
  ['/c/%E0%A4%A', 'community', { community: '%E0%A4%A' }],
])('%s', (path, frame, params) => {
  const found = roomAt(path);
  expect(found?.route.frame).toBe(frame);
  expect(found?.params).toEqual(params);
});

test('nothing stands elsewhere', () => {
  for (const path of ['/c', '/nowhere', '/c/km4dev/cellar', '/c/km4dev/talk/r1/wall/x'])
    expect(roomAt(path), path).toBeNull();
});
