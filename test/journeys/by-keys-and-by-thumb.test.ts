/** Two who come with one hand each: one has no mouse, one has a phone. Each begins from nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  freshFolder,
  openBrowser,
  type Running,
  removeFolder,
  SIZES,
  startPotluck,
  visit,
} from '#test/journeys/browser';

const ARTEFACTS = join(import.meta.dirname, '..', '..', 'test-artefacts');
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

const keep = (page: Page, name: string) => page.screenshot({ path: join(ARTEFACTS, `${name}.png`) });
const textOf = async (page: Page, id: string): Promise<string> => {
  const response = await page.request.get(`${running.url}/api/communities/${id}`);
  return ((await response.json()) as { text: string }).text;
};

/** What has the focus, as it is called. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(
    `((one) => one?.getAttribute('aria-label') ?? one?.labels?.[0]?.textContent ?? one?.textContent ?? '')(document.activeElement)`,
  );

/** Presses Tab until something of that name has the focus. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  const passed: string[] = [];
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press('Tab');
    const here = (await focused(page)).trim();
    if (name.test(here)) return;
    passed.push(here.slice(0, 30));
  }
  throw new Error(`Tab never came to ${name}; it passed ${passed.join(', ')}`);
}

async function sayIt(page: Page, sentence: string): Promise<void> {
  await page.keyboard.type(sentence);
  await page.getByRole('region', { name: 'How this is read' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.getByText(/^Kept\. Told: /).waitFor();
}

test('without a mouse: begun, told, changed, taken back, found, asked, taken along', async () => {
  const { page, context, errors } = await visit(browser, running.url);
  await tabTo(page, /^Start a community$/);
  await page.keyboard.press('Enter');
  await page.getByLabel('What do you call it?').waitFor();
  await page.keyboard.type('Seed library');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'What is it about?' }).waitFor();
  await page.getByRole('textbox', { name: 'Your answer' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('We keep seeds and lend them.');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Who is in it, and how many?' }).waitFor();
  await page.getByRole('textbox', { name: 'Your answer' }).and(page.locator(':focus')).waitFor();
  await sayIt(page, '5 keepers and about 40 growers');

  await tabTo(page, /^Canvas$/, 120);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'The canvas' }).waitFor();
  const sentence = page.getByRole('textbox', { name: /^Say it in a sentence/ });
  await sentence.waitFor();
  await page.keyboard.press('a');
  await sentence.and(page.locator(':focus')).waitFor();
  await sayIt(page, 'Keepers give 6 hours a month to the seed swap');
  expect(await textOf(page, 'seed-library')).toMatch(/6 h\/month/);

  await tabTo(page, /^Find$/, 150);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('combobox').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('keepers');
  await page
    .getByRole('option', { name: /Keepers/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/c\/seed-library\/?\?.*at=/);
  await page.locator('.drawing.choosable [data-id="keepers"]').waitFor();
  await keep(page, 'keys-found');

  await tabTo(page, /^Keepers/, 80);
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: /Another name for/ }).waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Seed keepers');
  await page.keyboard.press('Enter');
  await expect.poll(() => textOf(page, 'seed-library')).toContain('Seed keepers');
  // The focus is on the sign again, under its new name.
  await expect.poll(() => focused(page)).toMatch(/^Seed keepers/);
  await page.keyboard.press('Control+z');
  await expect.poll(() => textOf(page, 'seed-library')).not.toContain('Seed keepers');

  await tabTo(page, /^Take it with you$/, 120);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Take it with you' }).waitFor();
  await tabTo(page, /^Download SVG$/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('Seed library');
  await keep(page, 'keys-taken-along');
  expect(errors()).toEqual([]);
  await context.close();
}, 180_000);

/** Goes from thing to thing of the picture until one of that name has the focus. */
async function goTo(page: Page, name: RegExp): Promise<void> {
  await page.keyboard.press('Home');
  for (let step = 0; step < 60; step += 1) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press('PageDown');
  }
  throw new Error(`the keys never came to ${name}`);
}

test('the picture without a mouse: searched, gone through, drawn, moved, several chosen, removed, each taken back', async () => {
  const { page, context, errors } = await visit(browser, `${running.url}/c/allotment-school`);
  const before = await textOf(page, 'allotment-school');
  const takenBack = async () => {
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await expect.poll(() => textOf(page, 'allotment-school')).toBe(before);
  };
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('combobox').and(page.locator(':focus')).waitFor();
  await page.keyboard.type('town cou');
  await page
    .getByRole('option', { name: /Town council/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Town council', exact: true, level: 2 }).waitFor();
  await tabTo(page, /^Town council, an/, 80);
  const here = await focused(page);
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).not.toBe(here);
  expect(await page.evaluate('document.activeElement.matches(":focus-visible")')).toBe(true);

  await goTo(page, /^Town council, an/);
  await page.keyboard.press('d');
  await page.getByText('A stream from Town council: choose where it goes.').waitFor();
  await goTo(page, /^Upkeep, an activity/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'A stream' }).waitFor();
  await tabTo(page, /^How much\?/);
  await page.keyboard.type('50 EUR/year');
  await page.keyboard.press('Enter');
  await expect.poll(() => textOf(page, 'allotment-school')).toMatch(/from: town, to: upkeep, .*50 EUR/);
  await takenBack();

  await expect.poll(() => focused(page)).toMatch(/^Upkeep, an activity/);
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => textOf(page, 'allotment-school')).toContain('positions: {upkeep: {x: ');
  await takenBack();

  await goTo(page, /^Town council, an/);
  await page.keyboard.press('Enter');
  await goTo(page, /^The street, open/);
  await page.keyboard.press('Shift+Enter');
  await page.getByRole('heading', { name: '2 things chosen' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: '2 things chosen' }).waitFor({ state: 'detached' });

  await goTo(page, /^Town council, an/);
  await page.keyboard.press('Delete');
  await tabTo(page, /^Remove it$/);
  await page.keyboard.press('Enter');
  await page.getByText(/^These cannot stand without it and would go too: /).waitFor();
  await tabTo(page, /^Remove it and what cannot stand without it$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => textOf(page, 'allotment-school')).not.toMatch(/\btown:/);
  await page.locator('.drawing [data-id="town"]').waitFor({ state: 'detached' });
  await takenBack();
  await keep(page, 'keys-picture');
  // The first answer to removing is a refusal that names what would break.
  expect(errors().filter((one) => !one.includes('status of 422'))).toEqual([]);
  await context.close();
}, 180_000);

test('the walk through time by keys says what changed at each mark, and marks what is new', async () => {
  const { page, context, errors } = await visit(browser, `${running.url}/c/km4dev?on=2010-10-01`);
  const sign = page.locator('.drawing.choosable [data-id="ifad"]');
  await tabTo(page, /^Seen from which day$/, 120);
  await page.keyboard.press('ArrowRight');
  await page.getByRole('heading', { name: 'Changed since 3 September 2010' }).waitFor();
  const news = page.locator('.time-news li');
  expect(await news.count()).toBe(3);
  expect(await news.first().textContent()).toMatch(/IFAD.* are new here\.$/);
  await expect.poll(() => sign.getAttribute('aria-label')).toMatch(/Here: new\.$/);
  expect(await page.locator('.lens-badges').getByText('over', { exact: true }).count()).toBeGreaterThan(0);
  await tabTo(page, /^Show \d+ more changes$/);
  await page.keyboard.press('Enter');
  expect(await news.count()).toBeGreaterThan(6);
  await keep(page, 'keys-time');
  await tabTo(page, /^Put the light out$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => sign.getAttribute('aria-label')).not.toMatch(/Here:/);
  expect(errors()).toEqual([]);
  await context.close();
}, 120_000);

test('on a phone, by touch: begun, told, seen, a thing opened, asked, read', async () => {
  const context = await browser.newContext({
    viewport: SIZES.phone,
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const fits = async (where: string) =>
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), where).toBeLessThan(2);
  await page.goto(running.url);
  await page.getByRole('button', { name: 'Start a community' }).tap();
  await page.getByLabel('What do you call it?').fill('Tool shed');
  await page.getByRole('button', { name: 'Lay the table' }).tap();
  await page.getByRole('heading', { name: 'What is it about?' }).waitFor();
  await page.getByRole('button', { name: 'Next question' }).tap();
  await page.getByRole('heading', { name: 'Who is in it, and how many?' }).waitFor();
  await page.getByLabel('Your answer').fill('3 menders and 20 borrowers');
  await page.getByRole('region', { name: 'How this is read' }).waitFor();
  await page.getByRole('button', { name: /^Keep/ }).first().tap();
  await page.getByText(/^Kept\. Told: /).waitFor();
  await fits('the interview');
  await keep(page, 'thumb-interview');

  const tabs = page.getByRole('navigation', { name: 'Rooms, below' });
  await tabs.getByRole('link', { name: 'Picture' }).tap();
  const sign = page.locator('.drawing.choosable [data-id="menders"]');
  await sign.waitFor();
  const leave = page.getByRole('button', { name: 'Leave the tour' });
  if (await leave.isVisible()) await leave.tap();
  // A circle is a row of seats: one taps a seat.
  await sign.locator('.p-seat').first().scrollIntoViewIfNeeded();
  const seat = await sign.locator('.p-seat').first().boundingBox();
  if (seat === null) throw new Error('no seat is drawn');
  await page.touchscreen.tap(seat.x + seat.width / 2, seat.y + seat.height / 2);
  await page.getByRole('heading', { name: 'Menders', level: 2, exact: true }).waitFor();
  await fits('the picture');
  await keep(page, 'thumb-picture');
  for (const room of ['Questions', 'Story']) {
    await tabs.getByRole('link', { name: room }).tap();
    await page.waitForFunction((title) => document.title.startsWith(title), room);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await fits(room);
    await keep(page, `thumb-${room.toLowerCase()}`);
  }
  await context.close();
}, 120_000);
