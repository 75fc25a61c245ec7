/** A month: the agenda and a calendar that follows it, a decision with a day to look again, a pulse from a phone, a mark. */
import ICAL from 'ical.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
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

const talk = (part: string) => `${running.url}/c/allotment-school/talk?part=${part}`;
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('the agenda of another month, and an address that a calendar follows until it is withdrawn', async () => {
  const { page, context, errors } = await visit(browser, talk('month'));
  await page.getByRole('heading', { name: 'March 2026' }).waitFor();
  await page.getByText('Thank the core group and the gardeners').waitFor();
  await press(page, 'The month after');
  await page.getByRole('heading', { name: 'April 2026' }).waitFor();
  await press(page, 'Make an address');
  const address = await page.getByText(/\/feed\/[A-Za-z0-9_-]{43}\.ics$/).textContent();
  const followed = await fetch(address ?? '');
  expect(followed.headers.get('content-type')).toMatch(/^text\/calendar/);
  const calendar = new ICAL.Component(ICAL.parse(await followed.text()) as never);
  expect(calendar.getAllSubcomponents('vevent').length).toBeGreaterThan(5);
  await press(page, 'Withdraw');
  await page.getByRole('button', { name: 'Withdraw' }).waitFor({ state: 'detached' });
  expect((await fetch(address ?? '')).status).toBe(404);
  expect(errors()).toEqual([]);
  await context.close();
});

test('a decision is written down, has a page, and what it touches stands beside it', async () => {
  const { page, context, errors } = await visit(browser, talk('decisions'));
  await press(page, 'Write a decision down');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What do we decide?').fill('Seeds before tea');
  await dialog.getByLabel('On which day?').fill('2026-01-15');
  await dialog.getByLabel('When do we look again?').fill('2026-02-01');
  await dialog.getByRole('group', { name: 'What does it touch?' }).getByLabel('kitty').check();
  await dialog.getByLabel('How long it would last').check();
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('Time to look again').waitFor();
  await page.getByRole('link', { name: 'Seeds before tea' }).click();
  await page.getByRole('heading', { name: 'Seeds before tea' }).waitFor();
  await page
    .getByRole('table')
    .getByText(/would last/)
    .first()
    .waitFor();
  expect(errors()).toEqual([]);
  await context.close();
});

test('a pulse: three phones, two taps each, and a band when it is closed', async () => {
  const { page, context, errors } = await visit(browser, talk('voices'));
  await press(page, 'Ask a circle');
  await page.getByLabel('Which circle?').selectOption({ label: 'Core group' });
  await press(page, 'Make the link');
  const link = (await page.getByText(/\/p#[A-Za-z0-9_-]{43}$/).textContent()) ?? '';
  for (const answer of ['Some', 'A good deal', 'Plenty']) {
    const phone = await visit(browser, link, 'phone');
    await phone.page.getByLabel(answer, { exact: true }).check();
    await phone.page.getByRole('button', { name: 'Send it' }).click();
    await phone.page.getByText('Thank you. Your answer is counted').waitFor();
    await phone.page.reload();
    await phone.page.getByText('Thank you. Your answer is counted').waitFor();
    expect(phone.errors()).toEqual([]);
    await phone.context.close();
  }
  await press(page, 'Close it');
  // Three answers: 2, 3, 4. The first is 2, the third is 4.
  await page.getByText('3 answers; the middle half from “Some” to “Plenty”.').waitFor();
  await press(page, 'Take it into the picture');
  await page.getByText('Kept', { exact: true }).first().waitFor();
  expect(errors()).toEqual([]);
  await context.close();
});

test('what is hard to talk about shows from the fifth mark on, as one question; “not now” is kept', async () => {
  const { page, context, errors } = await visit(browser, talk('hard'));
  const which = page.getByLabel('What is hard to talk about here?');
  for (let marks = 0; marks < 5; marks += 1) {
    await which.selectOption('topic:pay');
    await press(page, 'Mark it');
    await page.getByText('Counted, without you.').waitFor();
    if (marks === 3) {
      await page.reload();
      await page.getByText('Nothing to show.').waitFor();
    }
  }
  await page.reload();
  await page.getByText('Under which conditions could we?').waitFor();
  await press(page, 'Not now');
  await page.getByText(/^Not now\. Said on/).waitFor();
  expect(errors()).toEqual([]);
  await context.close();
});
