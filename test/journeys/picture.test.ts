/**
 * The picture under the hand: looked at through each lens, searched, played, and changed: a stream drawn by keyboard, a
 * thing renamed, two made one and parted again, and some carried to another community.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  complaintsOfAxe,
  freshFolder,
  openBrowser,
  type Running,
  removeFolder,
  startPotluck,
  visit,
} from './browser';

let potluck: Running;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await freshFolder();
  [potluck, browser] = await Promise.all([startPotluck({ dataDir: folder }), openBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await potluck?.stop();
  await removeFolder(folder);
}, 120_000);

const sign = (page: Page, id: string) => page.locator(`.drawing [data-id="${id}"]`);
const textOf = async (page: Page, community: string): Promise<string> => {
  const answer = await page.request.get(`${potluck.url}/api/communities/${community}`);
  return ((await answer.json()) as { text: string }).text;
};

test('each lens is one key further, says what its marks mean, and stands in the address', async () => {
  const { page, context, errors } = await visit(browser, `${potluck.url}/c/allotment-school`);
  await page.getByRole('radio', { name: 'By kind' }).focus();
  await page.keyboard.press('ArrowRight');
  const legend = page.getByRole('region', { name: 'What the marks mean' });
  await legend.getByText('Gardeners: 70 % of hours').waitFor();
  expect(page.url()).toContain('lens=bears');
  expect(await sign(page, 'hosting-turns').getAttribute('aria-label')).toContain('borne by Gardeners');
  expect(await page.locator('.lens-badges text').count()).toBeGreaterThan(3);
  expect(await complaintsOfAxe(page, 'picture-lens-bears')).toEqual([]);

  await page.getByRole('radio', { name: 'Who bears this' }).focus();
  await page.keyboard.press('ArrowRight');
  await legend.getByText('It feeds itself, and once round takes about 4 months.').waitFor();
  await page.keyboard.press('ArrowRight');
  await legend.getByText('One stream without an amount').waitFor();
  await page.keyboard.press('ArrowRight');
  await page.getByLabel('Seen by').selectOption('members');
  await legend.getByText(/they do not see at all/).waitFor();
  expect(page.url()).toContain('lens=openness');
  expect(page.url()).toContain('of=members');
  expect(await complaintsOfAxe(page, 'picture-lens-openness')).toEqual([]);
  await page.getByRole('radio', { name: 'At twice the people' }).check();
  await legend.getByText('keeps up: hosting').waitFor();

  // The address brings the lens back.
  await page.reload({ waitUntil: 'networkidle' });
  expect(await page.getByRole('radio', { name: 'At twice the people' }).isChecked()).toBe(true);
  expect(errors()).toEqual([]);
  await context.close();
}, 180_000);

test('a slash finds a thing and goes to it, from another room too', async () => {
  const { page, context, errors } = await visit(browser, `${potluck.url}/c/allotment-school/story`);
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('town cou');
  await page
    .getByRole('option', { name: /Town council/ })
    .first()
    .waitFor();
  expect(await complaintsOfAxe(page, 'search')).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Town council', exact: true, level: 2 }).waitFor();
  expect(page.url()).toContain('at=town');
  expect(await sign(page, 'town').getAttribute('aria-pressed')).toBe('true');
  expect(errors()).toEqual([]);
  await context.close();
}, 120_000);

test('it plays one kind when asked, and stands still again', async () => {
  const { page, context } = await visit(browser, `${potluck.url}/c/allotment-school`);
  await page.getByRole('button', { name: 'Play' }).waitFor();
  expect(await page.locator('.play-mark').count()).toBe(0);
  await page.getByLabel('Which kind is played').selectOption('hours');
  await page.getByRole('button', { name: 'Play' }).click();
  expect(await page.locator('[data-playing="hours"] .play-mark').count()).toBeGreaterThan(2);
  await page.getByRole('button', { name: 'Pause' }).click();
  expect(await page.locator('.play-mark').count()).toBe(0);
  await context.close();
}, 120_000);

test('a stream is drawn by keyboard alone, a thing renamed with all its references', async () => {
  const { page, context, errors } = await visit(browser, `${potluck.url}/c/allotment-school`);
  await sign(page, 'town').focus();
  await page.keyboard.press('d');
  await page.getByText('A stream from Town council: choose where it goes.').waitFor();
  await sign(page, 'upkeep').focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(
    await dialog
      .locator('select, input')
      .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value)),
  ).toEqual(expect.arrayContaining(['town', 'upkeep']));
  await page.keyboard.press('Escape');

  await sign(page, 'upkeep').focus();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: /Another name for/ }).fill('Weeding');
  await page.keyboard.press('Enter');
  await sign(page, 'weeding').waitFor();
  const text = await textOf(page, 'allotment-school');
  expect(text).toContain('to: weeding');
  expect(text).not.toMatch(/\bupkeep:/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await sign(page, 'upkeep').waitFor();
  expect(errors()).toEqual([]);
  await context.close();
}, 150_000);

test('two parties become one after a look at what changes, and are parted by undo', async () => {
  const { page, context, errors } = await visit(browser, `${potluck.url}/c/allotment-school`);
  const before = await textOf(page, 'allotment-school');
  await sign(page, 'town').focus();
  await page.keyboard.press('Enter');
  await sign(page, 'street').focus();
  await page.keyboard.press('Shift+Enter');
  await page.getByRole('heading', { name: '2 things chosen' }).waitFor();
  await page.getByRole('button', { name: 'Make them one' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make one of them' });
  await dialog.getByRole('radio', { name: 'The street' }).check();
  await dialog.getByText(/These speak of The street then/).waitFor();
  expect(await complaintsOfAxe(page, 'picture-merge')).toEqual([]);
  await dialog.getByRole('button', { name: 'Make them one' }).click();
  await sign(page, 'town').waitFor({ state: 'detached' });
  const merged = await textOf(page, 'allotment-school');
  expect(merged).toContain('from: street');
  expect(merged).toContain('1500 EUR/year');
  await page.getByRole('button', { name: 'Undo' }).click();
  await sign(page, 'town').waitFor();
  expect(await textOf(page, 'allotment-school')).toBe(before);
  expect(errors()).toEqual([]);
  await context.close();
}, 180_000);

test('what is copied in one community is pasted in another, with the stream between', async () => {
  const { page, context, errors } = await visit(browser, `${potluck.url}/c/allotment-school`);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await sign(page, 'town').click();
  await sign(page, 'kitty').click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByText(/^Copied\./).waitFor();
  await page.goto(`${potluck.url}/c/euforic`, { waitUntil: 'networkidle' });
  await page.locator('.drawing.choosable').waitFor();
  await page.keyboard.press('ControlOrMeta+v');
  await page.getByRole('button', { name: 'Put it on the table' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const text = await textOf(page, 'euforic');
  expect(text).toContain('town-grant: {from: town, to: kitty');
  expect(errors()).toEqual([]);
  await context.close();
}, 180_000);
