/** Setting communities side by side, and revising one's own blocks, as somebody does it who has never done it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  complaintsOfAxe,
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

test('one community beside another, each in its own words, and taken away again', async () => {
  const { page, context, errors } = await visit(browser, `${running.url}/c/km4dev`);
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await page.getByRole('button', { name: 'Set beside', exact: true }).click();
  expect(await page.getByRole('alert').textContent()).toBe('Choose who is to stand beside it.');
  await page.getByLabel('Set beside it').selectOption({ label: 'Euforic' });
  await page.getByRole('button', { name: 'Set beside', exact: true }).click();
  await page.getByRole('region', { name: 'Partners' }).waitFor();
  expect(new URL(page.url()).searchParams.get('with')).toBe('euforic');
  await page.getByRole('img', { name: /^The picture of KM4Dev/ }).waitFor();
  await page.getByRole('img', { name: /^The picture of Euforic/ }).waitFor();
  const doing = page.getByRole('region', { name: 'Doing' });
  expect(await doing.textContent()).toContain('Mailing list');
  expect(await doing.textContent()).toContain('Public service');
  expect(await complaintsOfAxe(page, 'compare-two')).toEqual([]);
  await page.getByRole('button', { name: 'Take away Euforic' }).click();
  await page.getByText('Nobody is ranked.').waitFor();
  expect(errors()).toEqual([]);
  await context.close();
});

test('one community on two days tells what changed', async () => {
  const { page, context, errors } = await visit(browser, `${running.url}/c/km4dev/compare?on=2012-07-01`);
  await page.getByLabel('Set beside it').selectOption({ label: 'KM4Dev, on another day' });
  await page.getByRole('button', { name: '2007', exact: true }).click();
  await page.getByRole('heading', { name: 'What changed from 1 July 2007 to 1 July 2012' }).waitFor();
  await page.getByText('Bellanet, IDRC gave before').waitFor();
  expect(errors()).toEqual([]);
  await context.close();
});

test('a picked measure looks for two, and says so where there are not two', async () => {
  const patterns = 'with=event-carries-the-year,many-hosts&pick=-hhi';
  const { page, context } = await visit(browser, `${running.url}/c/dues-club/compare?${patterns}`);
  await page.getByText('One alone would look like the answer').waitFor();
  await page.goto(`${running.url}/c/event-carries-the-year/compare?with=dues-club,many-hosts&pick=-hhi`);
  await page.getByText('could look at two, neither of which is the answer').waitFor();
  expect(await page.getByText('Its price, perhaps').count()).toBeGreaterThan(0);
  await context.close();
});

test('blocks are split with a reason; entries are filed one by one; the day before looks as it did', async () => {
  const { page, context, errors } = await visit(browser, `${running.url}/c/dues-club/canvas`);
  await page.getByRole('button', { name: 'Revise the blocks' }).click();
  await page.getByLabel('Split one into several').check();
  await page.getByLabel('Which block?').selectOption({ label: 'Circles' });
  await page.getByLabel('Name of block 1').fill('Near');
  await page.getByLabel('Name of block 2').fill('Far');
  await page.getByLabel('From which day?').fill('2026-01-10');
  await page.getByRole('button', { name: 'Keep the change' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('Say why');
  expect(await complaintsOfAxe(page, 'revise-blocks')).toEqual([]);
  await page.getByLabel('Why?').fill('They need different things.');
  await page.getByRole('button', { name: 'Keep the change' }).click();
  await page.getByRole('heading', { name: 'Either' }).waitFor();
  expect(await complaintsOfAxe(page, 'either')).toEqual([]);
  await page.getByRole('button', { name: 'Near for Committee' }).click();
  await page.getByRole('region', { name: 'Near' }).getByText('Committee').waitFor();
  await page.getByRole('button', { name: 'See the day before' }).click();
  await page.getByRole('region', { name: 'Circles' }).getByText('Committee').waitFor();
  expect(await page.getByRole('region', { name: 'Near' }).count()).toBe(0);
  expect(errors()).toEqual([]);
  await context.close();
});
