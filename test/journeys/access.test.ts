/**
 * What opens within the rooms, for everyone: nothing that axe complains of, light and wide, dark and 320 px narrow; and
 * nothing vanishes where the reader's own colours rule.
 */
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

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first();
const school = '/c/allotment-school';

const OPENED: Readonly<Record<string, readonly [path: string, open: (page: Page) => Promise<unknown>]>> = {
  'begin-dialog': ['/', (page) => button(page, 'Start a community').click()],
  'open-dialog': ['/', (page) => button(page, 'Open a file').click()],
  'picture-lens-loops': [`${school}?lens=loops`, (page) => page.locator('.lens-row').first().waitFor()],
  'picture-lens-gaps': [`${school}?lens=gaps`, (page) => page.locator('.lens-row').first().waitFor()],
  'picture-lens-shift': [`${school}?lens=shift`, (page) => page.locator('.lens-row').first().waitFor()],
  inspector: [
    `${school}?at=town`,
    (page) => page.getByRole('heading', { name: 'Town council', exact: true }).waitFor(),
  ],
  'picture-list': [school, (page) => button(page, 'Same facts as a list').click()],
  'picture-paste': [
    school,
    async (page) => {
      await page.locator('.picture-add summary').click();
      await button(page, 'Paste things copied elsewhere').click();
    },
  ],
  'question-detail': [
    `${school}/questions`,
    (page) => page.getByText('What makes us say so?').first().waitFor(),
  ],
  'change-dialog': [
    `${school}/canvas`,
    async (page) => {
      await button(page, 'Core group').click();
      await button(page, 'Change').click();
    },
  ],
  'what-if-own': [
    `${school}/what-if`,
    async (page) => {
      await page.locator('.whatif-says li').first().waitFor({ timeout: 60_000 });
      await button(page, 'Make one up').click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  openness: [
    `${school}/openness`,
    (page) => page.getByRole('heading', { name: 'Shown to whom' }).waitFor({ timeout: 30_000 }),
  ],
  interview: [`${school}/interview`, (page) => page.locator('.interview h1').first().waitFor()],
  'more-panel': [`${school}/story`, (page) => button(page, 'More').click()],
};

describe('axe', () => {
  test.each(Object.entries(OPENED))('%s', async (name, [path, open]) => {
    const { page, context, errors } = await visit(browser, running.url + path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await open(page);
    expect(await complaintsOfAxe(page, name)).toEqual([]);
    expect(await cutOffAnywhere(page)).toEqual([]);
    expect(errors()).toEqual([]);
    await context.close();
  });
});

test('in the reader’s own colours pictures stay drawn, and what is pressed is marked by more than colour', async () => {
  const { page, context } = await visit(browser, `${running.url}${school}/free`);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const line = await page.evaluate(
    `getComputedStyle(document.querySelector('nav.rooms [aria-current="page"]')).outlineStyle`,
  );
  expect(line).toBe('solid');
  // Wherever the keyboard goes, a line goes with it.
  for (let step = 0; step < 14; step += 1) {
    await page.keyboard.press('Tab');
    const focused = (await page.evaluate(
      `(({ outlineStyle, outlineWidth }) => document.activeElement.tagName + ' ' + outlineStyle + ' ' + outlineWidth)(getComputedStyle(document.activeElement))`,
    )) as string;
    expect(focused).toMatch(/^(?:A|BUTTON|INPUT|SELECT|SUMMARY|DIV) solid [2-9]px$/);
  }
  await page.goto(`${running.url}${school}/questions`);
  await page.locator('.question.chosen').waitFor();
  expect(
    await page.evaluate(
      `getComputedStyle(document.querySelector('.question.chosen [aria-current]')).outlineStyle`,
    ),
  ).toBe('solid');
  await page.goto(running.url + school);
  await page.locator('.drawing.choosable .p-body').first().waitFor();
  const colours = (await page.evaluate(`(() => {
    const style = (name) => getComputedStyle(document.querySelector('.drawing.choosable ' + name));
    return {
      paper: getComputedStyle(document.querySelector('.drawing.choosable')).backgroundColor,
      ink: style('.p-line').stroke,
      words: style('.p-name, .p-circle').fill,
      hours: style('.k-hours').color,
      money: style('.k-money').color,
    };
  })()`)) as Record<string, string>;
  expect(new Set([colours['paper'], colours['ink'], colours['hours'], colours['money']]).size).toBe(4);
  expect(colours['words']).toBe(colours['ink']);
  await context.close();
});
