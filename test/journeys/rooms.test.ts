/** Every room, as anyone may find it: nothing that axe complains of, nothing broken, nothing asked of another site. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  complaintsOfAxe,
  freshFolder,
  openBrowser,
  type Running,
  removeFolder,
  startPotluck,
  visit,
} from '#test/journeys/browser';

let browser: Browser;
let running: Running;
let folder: string;

beforeAll(async () => {
  folder = await freshFolder();
  [running, browser] = await Promise.all([startPotluck({ dataDir: folder }), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await removeFolder(folder);
});

const ROOMS = [
  ['shelf', '/'],
  ['picture', '/c/km4dev?on=2009'],
  ['canvas', '/c/km4dev/canvas?on=2009'],
  ['free', '/c/km4dev/free?on=2009'],
  ['free-counted', '/c/allotment-school/free'],
  ['questions', '/c/km4dev/questions?on=2009'],
  ['story', '/c/km4dev/story?on=2009'],
  ['history', '/c/km4dev/history'],
  ['file', '/c/km4dev/file'],
  ['no-such-community', '/c/nowhere'],
] as const;

describe('rooms', () => {
  test.each(ROOMS)('%s', async (name, path) => {
    const { page, context, errors } = await visit(browser, `${running.url}${path}`);
    expect(await page.locator('h1').count()).toBe(1);
    expect((await page.locator('h1').innerText()).trim()).not.toBe('');
    expect(await complaintsOfAxe(page, `room-${name}`)).toEqual([]);
    // A community that is not there is a refused load, which browser and router write to the console by themselves.
    const expected = name === 'no-such-community' ? /404|no community nowhere/ : /(?!)/;
    expect(errors().filter((error) => !expected.test(error))).toEqual([]);
    await context.close();
  });
});
