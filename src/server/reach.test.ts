/** From where Potluck may be reached, and what is refused with which mend. */
import { describe, expect, test } from 'vitest';
import { askAt, isLoopback, mustHaveAccounts, reachOf, ServeTrouble } from '#server/reach';

describe('reach', () => {
  test('is this machine unless somebody says otherwise', () => {
    expect(reachOf({})).toEqual({ host: '127.0.0.1', site: null, trustsProxy: false, isWide: false });
    expect(reachOf({ site: 'http://localhost:4321' })).toMatchObject({
      site: 'http://localhost:4321',
      isWide: false,
    });
  });

  test('is wide by an address that others reach, and by a site of theirs behind a proxy', () => {
    expect(reachOf({ host: '0.0.0.0', site: 'https://potluck.example' })).toMatchObject({ isWide: true });
    expect(reachOf({ site: 'https://potluck.example/', trustsProxy: true })).toEqual({
      host: '127.0.0.1',
      site: 'https://potluck.example',
      trustsProxy: true,
      isWide: true,
    });
  });

  test.each([
    [{ host: '0.0.0.0' }, '--site https://'],
    [{ host: '192.168.1.5' }, '--site https://'],
    [{ site: 'potluck.example' }, 'Write it whole'],
    [{ site: 'http://potluck.example' }, '--site https://potluck.example'],
    [{ site: 'https://example.org/potluck' }, '--site https://example.org'],
    [{ site: 'ftp://example.org' }, 'https'],
  ])('%j is refused with what would do', (wish, says) => {
    expect(() => reachOf(wish)).toThrow(ServeTrouble);
    expect(() => reachOf(wish)).toThrow(says);
  });

  test('beyond this machine needs an account', () => {
    const wide = reachOf({ site: 'https://potluck.example' });
    expect(() => mustHaveAccounts(wide, false)).toThrow('Invite others');
    expect(() => mustHaveAccounts(wide, true)).not.toThrow();
    expect(() => mustHaveAccounts(reachOf({}), false)).not.toThrow();
  });

  test('this machine has these names, and nothing that only looks like them', () => {
    for (const name of ['localhost', '127.0.0.1', '127.9.8.7', '::1', '[::1]'])
      expect(isLoopback(name), name).toBe(true);
    for (const name of ['0.0.0.0', '::', '127.0.0.1.example', 'localhost.example', '10.0.0.1', '1270.0.0.1'])
      expect(isLoopback(name), name).toBe(false);
    expect([askAt('0.0.0.0'), askAt('::1'), askAt('127.0.0.1')]).toEqual(['127.0.0.1', '[::1]', '127.0.0.1']);
  });
});
