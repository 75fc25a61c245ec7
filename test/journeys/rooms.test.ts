/** Every room: nothing that axe complains of in both themes and at both widths, and all of it by keyboard. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  complaintsOfAxe,
  cutOffAnywhere,
  freshFolder,
  openBrowser,
  type Running,
  removeFolder,
  startPotluck,
  visit,
} from '#test/journeys/browser';

let folder = '';
let running: Running;
let browser: Browser;

beforeAll(async () => {
  folder = await freshFolder();
  running = await startPotluck({ dataDir: folder });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await removeFolder(folder);
});

const ROOMS = {
  shelf: '/',
  picture: '/c/km4dev',
  canvas: '/c/km4dev/canvas',
  free: '/c/km4dev/free?on=2009-10-08',
  'free-counted': '/c/allotment-school/free',
  questions: '/c/km4dev/questions',
  story: '/c/km4dev/story',
  history: '/c/km4dev/history',
  file: '/c/allotment-school/file',
  compare: '/c/km4dev/compare',
  why: '/why',
  'no-such-room': '/c/km4dev/cellar',
};

describe('axe', () => {
  test.each(Object.entries(ROOMS))('%s', async (name, path) => {
    const { page, context, errors } = await visit(browser, running.url + path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await complaintsOfAxe(page, name)).toEqual([]);
    expect(await cutOffAnywhere(page)).toEqual([]);
    expect(errors()).toEqual([]);
    await context.close();
  });

  test('dialogs: adding, a thing, how it is worked out, the day', async () => {
    const { page, context } = await visit(browser, `${running.url}/c/allotment-school/canvas`);
    await page.getByRole('group', { name: 'Add' }).getByRole('button', { name: 'A stream' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await complaintsOfAxe(page, 'dialog-add')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Core group', exact: true }).click();
    await page.getByRole('dialog', { name: 'Core group' }).waitFor();
    expect(await complaintsOfAxe(page, 'dialog-thing')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.goto(`${running.url}/c/allotment-school/free`);
    await page
      .getByRole('button', { name: /^How is this worked out/ })
      .first()
      .click();
    await page.getByText('What it is blind to').waitFor();
    expect(await complaintsOfAxe(page, 'dialog-how')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Seen from/ }).click();
    expect(await complaintsOfAxe(page, 'panel-day')).toEqual([]);
    await context.close();
  });
});

test('a day that cannot be read changes nothing, and a community that is not here says so', async () => {
  const { page, context } = await visit(browser, `${running.url}/c/km4dev/free?on=yesterday`);
  await page.getByRole('button', { name: /^Seen from\s+8 October 2009/ }).waitFor();
  await page.goto(`${running.url}/c/nobody`);
  await page.getByRole('heading', { name: 'Nothing of that name stands on the shelf.' }).waitFor();
  await page.getByRole('link', { name: 'Go to the shelf' }).click();
  await page.getByRole('heading', { name: /Everyone brings something/ }).waitFor();
  await context.close();
});

test('by keyboard alone: from the shelf into a room, past the head, to a thing and back', async () => {
  const { page, context } = await visit(browser, `${running.url}/c/allotment-school/canvas`);
  const focused = () => page.evaluate('document.activeElement?.textContent ?? ""') as Promise<string>;
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Skip to the room');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Someone');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Someone' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Cooks');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Cooks/ }).waitFor();
  expect(await focused(), 'the focus comes back to where one was').toBe('Someone');
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: /^Cooks/ }).waitFor({ state: 'detached' });
  await context.close();
});

/** No wider than the window, once the page has taken note of its size. */
const isWithin = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

test('on a phone the rooms are at the bottom, and no page is wider than the hand', async () => {
  const { page, context, errors } = await visit(browser, `${running.url}/c/km4dev/free`, 'phone');
  const tabs = page.getByRole('navigation', { name: 'Rooms, below' });
  for (const room of ['Questions', 'Canvas', 'Story', 'Free']) {
    await tabs.getByRole('link', { name: room }).click();
    await tabs.locator('[aria-current="page"]', { hasText: room }).waitFor();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await expect.poll(() => isWithin(page), { message: room }).toBe(true);
  }
  expect(errors()).toEqual([]);
  await context.close();
});

test('the theme is the system’s until one is chosen, and stays chosen', async () => {
  const { page, context } = await visit(browser, running.url);
  const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor') as Promise<string>;
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await paper();
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByLabel('Light').check();
  expect(await paper()).toBe(light);
  await page.reload();
  expect(await paper()).toBe(light);
  await context.close();
});

test('at twice the size nothing is cut off', async () => {
  const { page, context } = await visit(browser, `${running.url}/c/km4dev/free`);
  await page.setViewportSize({ width: 640, height: 400 });
  await expect.poll(() => isWithin(page)).toBe(true);
  await context.close();
});

/** Holds back what the page asks for at addresses like these until it is let go. */
async function heldBack(page: Page, addresses: RegExp): Promise<() => void> {
  let letGo: () => void = () => undefined;
  const gone = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route(addresses, async (route) => {
    await gone;
    await route.continue();
  });
  return letGo;
}

test.each([
  ['openness', /\/findings\?.*openness/, 'Release a page'],
  ['talk', /\/meeting\?/, 'Something of your own'],
  ['history', /\/revisions(\?|$)/, 'The file as it is now'],
])('%s: nothing is shown that would have to move for what is still coming', async (room, coming, below) => {
  const { page, context } = await visit(browser, running.url);
  const letGo = await heldBack(page, coming);
  const asked = page.waitForRequest(coming);
  await page.goto(`${running.url}/c/allotment-school/${room}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await asked;
  expect(await page.getByText(below).count()).toBe(0);
  letGo();
  await page.getByText(below).first().waitFor();
  await context.close();
});

test.each(['desk', 'phone'] as const)('the canvas keeps room for its sentence, on a %s', async (size) => {
  const { page, context } = await visit(browser, running.url, size);
  const letGo = await heldBack(page, /\/QuickAdd-[^/]*\.js/);
  await page.goto(`${running.url}/c/allotment-school/canvas`);
  const top = () => page.locator('.blocks').evaluate((one) => one.getBoundingClientRect().top);
  await page.locator('.quick-add-coming').waitFor({ state: 'attached' });
  const before = await top();
  letGo();
  await page.getByLabel('Say it in a sentence').first().waitFor();
  expect(Math.abs((await top()) - before)).toBeLessThan(30);
  await context.close();
});
