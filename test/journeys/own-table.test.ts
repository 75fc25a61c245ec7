/** A community of one's own: begun with a name, changed by hand, taken back, met by another window, mended as text. */
import { readFileSync } from 'node:fs';
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

const add = (page: Page, what: string) =>
  page.getByRole('group', { name: 'Add' }).getByRole('button', { name: what, exact: true }).click();

async function addSomeone(page: Page, name: string): Promise<void> {
  await add(page, 'Someone');
  await page.getByLabel('What are they called?').fill(name);
  await page.getByRole('button', { name: 'Add it' }).click();
}

test('a name is enough to begin; three things make a free offer whose bearer is known', async () => {
  const { page, context, errors } = await visit(browser, running.url);
  await page.getByRole('button', { name: 'Start a community' }).click();
  await page.getByLabel('What do you call it?').fill('Bread circle');
  await page.getByRole('button', { name: 'Lay the table' }).click();
  await page.getByRole('heading', { name: 'What is it about?' }).waitFor();
  await page
    .getByRole('navigation', { name: 'Rooms', exact: true })
    .getByRole('link', { name: 'Canvas' })
    .click();
  await page.getByRole('heading', { name: 'The canvas' }).waitFor();
  await addSomeone(page, 'Bakers');
  await page.getByRole('button', { name: /^Bakers/ }).waitFor();
  await add(page, 'Something we do');
  await page.getByLabel('What do you do?').fill('Baking day');
  await page.getByLabel('Bakers').check();
  await page.getByLabel('It is free for them').check();
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByRole('button', { name: /^Baking day/ }).waitFor();
  await add(page, 'A stream');
  await page.getByLabel('Who gives?').selectOption({ label: 'Bakers' });
  await page.getByLabel('To whom, or for what?').selectOption({ label: 'Baking day' });
  await page.getByLabel('How much?').fill('6 h/month');
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByRole('button', { name: /^Hours\s*Bakers to Baking day|^Bakers to Baking day/ }).waitFor();

  await page
    .getByRole('navigation', { name: 'Rooms', exact: true })
    .getByRole('link', { name: 'Free' })
    .click();
  await page.getByRole('heading', { name: /Baking day: free at the gate/ }).waitFor();
  expect(await page.locator('.free-kind').first().innerText()).toMatch(/6 h\/month/);
  expect(errors()).toEqual([]);
  await context.close();
});

test('a change is taken back and done again, by button and by keys', async () => {
  const { page, context } = await visit(browser, `${running.url}/c/bread-circle/canvas`);
  await addSomeone(page, 'Neighbours');
  const filed = page.getByRole('button', { name: /^Neighbours/ });
  await filed.waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await filed.waitFor({ state: 'detached' });
  await page.locator('#room').focus();
  await page.keyboard.press('Control+Shift+Z');
  await filed.waitFor();
  await filed.click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await filed.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await filed.waitFor();
  await context.close();
});

test('an ending is kept, and what ended stays readable on the days before', async () => {
  const { page, context } = await visit(browser, `${running.url}/c/bread-circle/canvas?on=2026-01-01`);
  await page.getByRole('button', { name: /^Neighbours/ }).click();
  await page.getByRole('button', { name: 'It ended' }).click();
  await page.getByLabel('Its last day').fill('2026-02');
  await page.getByRole('button', { name: 'Keep its end' }).click();
  await page
    .getByRole('dialog')
    .getByText(/February 2026/)
    .waitFor();
  await page.goto(`${running.url}/c/bread-circle/canvas?on=2026-03-01`);
  await page.getByRole('button', { name: /^Bakers/ }).waitFor();
  expect(await page.getByRole('button', { name: /^Neighbours/ }).count()).toBe(0);
  await context.close();
});

test('what cannot be read is told with a mend, and what was typed stays', async () => {
  const { page, context } = await visit(browser, `${running.url}/c/bread-circle/canvas`);
  await add(page, 'A stream');
  await page.getByLabel('Who gives?').selectOption({ label: 'Bakers' });
  await page.getByLabel('To whom, or for what?').selectOption({ label: 'Baking day' });
  await page.getByLabel('How much?').fill('1,200 h/month');
  await page.getByRole('button', { name: 'Add it' }).click();
  const told = page.getByRole('alert');
  await told.waitFor();
  expect(await told.innerText()).toMatch(/1200|1\.2/);
  expect(await page.getByLabel('How much?').inputValue()).toBe('1,200 h/month');
  await page.reload();
  await add(page, 'A stream');
  expect(await page.getByLabel('How much?').inputValue(), 'the draft outlives the window').toBe(
    '1,200 h/month',
  );
  await context.close();
});

test('two windows: what is kept in one is soon seen in the other', async () => {
  const one = await visit(browser, `${running.url}/c/bread-circle/canvas`);
  const two = await visit(browser, `${running.url}/c/bread-circle/canvas`);
  await addSomeone(one.page, 'Millers');
  await two.page.getByRole('button', { name: /^Millers/ }).waitFor();
  // It has seen that change, and puts its own on top without a word.
  await addSomeone(two.page, 'Brewers');
  await one.page.getByRole('button', { name: /^Brewers/ }).waitFor();
  expect(await two.page.getByRole('dialog').count()).toBe(0);
  expect([...one.errors(), ...two.errors()]).toEqual([]);
  await one.context.close();
  await two.context.close();
});

test('two windows, one without a line: it goes on, and neither loses what it wrote', async () => {
  const one = await visit(browser, `${running.url}/c/bread-circle/canvas`);
  const two = await visit(browser, `${running.url}/c/bread-circle/canvas`);
  // What editing needs has been fetched ahead by then.
  await two.page.waitForFunction(() => {
    const fetched = performance.getEntriesByType('resource').map((one) => one.name);
    return ['AddDialog', 'ThingForm', 'foresee'].every((part) => fetched.some((name) => name.includes(part)));
  });
  await two.context.setOffline(true);
  await addSomeone(two.page, 'Farmers');
  await two.page.getByText('Waits in this browser').waitFor();
  await addSomeone(one.page, 'Eaters');
  await one.page.getByRole('status').getByText('Kept').waitFor();
  await two.context.setOffline(false);
  const dialog = two.page.getByRole('dialog', { name: 'Someone else wrote at the same time' });
  await dialog.waitFor();
  expect(await dialog.innerText()).toContain('Added Eaters');
  await dialog.getByRole('button', { name: 'Put mine on top' }).click();
  await two.page.getByRole('button', { name: /^Farmers/ }).waitFor();
  await two.page.getByRole('button', { name: /^Eaters/ }).waitFor();
  await one.context.close();
  await two.context.close();
});

test('a room that cannot be fetched without a line leaves the others open, and opens by itself when the line is there', async () => {
  const { page, context } = await visit(browser, `${running.url}/c/bread-circle/free`);
  const rooms = page.getByRole('navigation', { name: 'Rooms', exact: true });
  await context.setOffline(true);
  await rooms.getByRole('link', { name: 'Compare' }).click();
  await page.getByRole('heading', { name: 'Potluck does not answer.' }).waitFor();
  await rooms.getByRole('link', { name: 'Free' }).click();
  await page.getByRole('heading', { name: 'Potluck does not answer.' }).waitFor({ state: 'detached' });
  await rooms.getByRole('link', { name: 'Compare' }).click();
  await page.getByRole('heading', { name: 'Potluck does not answer.' }).waitFor();
  // As wide as a hand: what is said of the line stands beside the day, not over it.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByText('You are offline. Carry on.').waitFor();
  const gap = () =>
    page.evaluate(() => {
      const edge = (of: string) => document.querySelector(of)?.getBoundingClientRect();
      return (edge('.keeping-words')?.left ?? Number.NaN) - (edge('.top .day')?.right ?? Number.NaN);
    });
  await expect.poll(gap).toBeGreaterThanOrEqual(0);
  await context.setOffline(false);
  await page.getByRole('heading', { name: 'Potluck does not answer.' }).waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/c/bread-circle/compare');
  await context.close();
});

test('a question is put on the agenda, and the file says so', async () => {
  const { page, context } = await visit(browser, `${running.url}/c/bread-circle/questions`);
  await page.getByRole('button', { name: 'Put on the agenda' }).click();
  await page.getByText('On the agenda', { exact: true }).first().waitFor();
  await page.goto(`${running.url}/c/bread-circle/file`);
  await page.getByLabel('Text', { exact: true }).waitFor();
  expect(await page.getByLabel('Text', { exact: true }).inputValue()).toMatch(/x-answers:[\s\S]*agenda/);
  await context.close();
});

test('a pasted file with a mistake is told at its line, and nothing is kept', async () => {
  const { page, context } = await visit(browser, running.url);
  await page.getByRole('button', { name: 'Paste text' }).click();
  await page
    .getByLabel('The text, from its first line')
    .fill('potluck: 1\nid: soup\nname: Soup\nparties:\n  cooks: {tipe: circle}\n');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).toMatch(/Line 5[\s\S]*Expected: [\s\S]*type/);
  expect((await page.request.get(`${running.url}/api/communities/soup`)).status()).toBe(404);
  await context.close();
});

test('the file can be taken away as it is', async () => {
  const { page, context } = await visit(browser, `${running.url}/c/allotment-school/file`);
  await page.waitForFunction(() => document.title === 'The file · The allotment school · Potluck');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the YAML' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('allotment-school.yaml');
  const text = readFileSync(await download.path(), 'utf8');
  expect(text, 'comments and all').toContain('version of this format');
  await context.close();
});
