import { expect, test } from 'vitest';
import { tokenOf, wayBack } from './way-back';

test.each([
  ['/c/km4dev/free?on=2009', '/c/km4dev/free?on=2009'],
  [undefined, '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['/\t/elsewhere.example', '/'],
  ['/c/\\..', '/'],
  ['https://elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  // Not in a circle.
  ['/sign-in?to=/', '/'],
  ['/join', '/'],
  ['/join-us', '/join-us'],
])('after signing in from %j one goes to %j', (to, goes) => {
  expect(wayBack(to)).toBe(goes);
});

test('the secret stands behind the #, else it is the one of this tab', () => {
  const token = 'q3Jk_9-aLwQx0aLwQx0aLwQx0';
  expect(tokenOf(`#${token}`, null)).toBe(token);
  expect(tokenOf('', token)).toBe(token);
  expect(tokenOf('#<script>', null)).toBeNull();
  expect(tokenOf('#short', token)).toBe(token);
});
