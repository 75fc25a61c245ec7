/**
 * An evening with KM4Dev: open the case, walk from 2007 to 2015, see who bore the free mailing list and how we know,
 * change something, and find it kept after a restart.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  freePort,
  freshFolder,
  openBrowser,
  type Running,
  removeFolder,
  startPotluck,
  visit,
} from '#test/journeys/browser';

let folder = '';
let port = 0;
let running: Running;
let browser: Browser;

beforeAll(async () => {
  folder = await freshFolder();
  port = await freePort();
  running = await startPotluck({ dataDir: folder, port });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await running?.stop();
  await removeFolder(folder);
});

/** Who is said to bear it on the day of the page: the rows of the tables, kind by kind. */
async function bearersOn(page: Page, year: number): Promise<string> {
  await page.getByRole('button', { name: /^Seen from/ }).click();
  await page.getByRole('button', { name: String(year), exact: true }).click();
  await page.getByText(`KM4Dev, 1 July ${year}`).waitFor();
  await page.locator('.free-bearers[aria-busy="false"]').waitFor();
  const rows = await page.locator('.free-kind tbody th').allInnerTexts();
  return rows.map((row) => row.split('\n')[0]).join(', ');
}

test('from the shelf to who bore the mailing list each year, and how we know', async () => {
  const { page, context, errors } = await visit(browser, running.url);
  await page.getByRole('link', { name: 'KM4Dev', exact: true }).click();
  await page
    .getByRole('navigation', { name: 'Rooms', exact: true })
    .getByRole('link', { name: 'Free' })
    .click();
  await page.getByRole('heading', { name: /Mailing list: free at the gate/ }).waitFor();

  const in2007 = await bearersOn(page, 2007);
  expect(in2007).toContain('Bellanet');
  expect(in2007).not.toContain('Helvetas');
  const in2009 = await bearersOn(page, 2009);
  expect(in2009).toContain('Helvetas');
  expect(in2009, 'the host left in June 2008').not.toContain('Bellanet');
  const in2012 = await bearersOn(page, 2012);
  expect(in2012, 'its sponsorship is told of 2009 only').not.toContain('Helvetas');
  const in2015 = await bearersOn(page, 2015);
  for (const year of [in2007, in2009, in2012, in2015]) expect(year).toContain('Members');

  // No hour of it was ever counted, and nothing pretends that one was.
  const hours = page.locator('.free-kind').filter({ has: page.getByRole('heading', { name: /Hours/ }) });
  expect(await hours.first().innerText()).toMatch(/not known/);

  await page.getByRole('button', { name: /^Helvetas/ }).click();
  const dialog = page.getByRole('dialog', { name: 'How do we know?' });
  expect(await dialog.getByRole('link').count(), 'a source that can be followed').toBeGreaterThan(0);
  expect(await dialog.innerText()).toMatch(/not known/);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  await page
    .getByRole('button', { name: /^How is this worked out/ })
    .first()
    .click();
  await page.getByRole('dialog').getByText('What it is blind to').first().waitFor();
  await page.keyboard.press('Escape');
  expect(errors()).toEqual([]);
  await context.close();
});

test('the day goes along from room to room, and a question shows its evidence', async () => {
  const { page, context, errors } = await visit(browser, `${running.url}/c/km4dev/free?on=2009-10-08`);
  const rooms = page.getByRole('navigation', { name: 'Rooms', exact: true });
  await rooms.getByRole('link', { name: 'Questions' }).click();
  await page.getByRole('heading', { name: /questions, in order/ }).waitFor();
  expect(new URL(page.url()).searchParams.get('on')).toBe('2009-10-08');
  await page
    .getByRole('link', { name: /mailing list is free/i })
    .first()
    .click();
  const one = page.getByRole('article', { name: 'The chosen question' });
  await one.getByRole('heading', { name: /mailing list/i }).waitFor();
  expect(await one.getByText('Moderation').count()).toBeGreaterThan(0);
  await rooms.getByRole('link', { name: 'Story' }).click();
  await page
    .getByRole('button', { pressed: false })
    .filter({ hasText: /mailing list/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'What this sentence stands on' }).waitFor();
  expect(errors()).toEqual([]);
  await context.close();
});

test('what is changed is kept when Potluck starts again', async () => {
  const { page, context, errors } = await visit(browser, `${running.url}/c/km4dev/canvas`);
  await page.getByRole('group', { name: 'Add' }).getByRole('button', { name: 'Someone' }).click();
  await page.getByLabel('What are they called?').fill('Dinner guests');
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByRole('status').getByText('Kept', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Dinner guests/ }).waitFor();
  expect(errors()).toEqual([]);
  await context.close();

  expect(await running.stop()).toBe(0);
  running = await startPotluck({ dataDir: folder, port });

  const again = await visit(browser, `${running.url}/c/km4dev/canvas`);
  await again.page.getByRole('button', { name: /^Dinner guests/ }).waitFor();
  await again.page.goto(`${running.url}/c/km4dev/history`);
  await again.page.getByText('Added Dinner guests').waitFor();
  expect(again.errors()).toEqual([]);
  await again.context.close();
});
