/** The sponsor's page: one basket, its full cost in every kind, the hours that came with the money, nobody's small gift; printed, released, taken back. */
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

/** Who gives to the open day, and how much each: on no page of a sponsor. */
const SMALL = /\bAna\b|Gardeners|24 h|10\.5 h/;

describe('the sponsor’s page', () => {
  let link = '';

  test('is reached from Free, and tells the whole in every kind and who bore the rest as a total', async () => {
    const { page, context, errors } = await visit(browser, `${running.url}/c/allotment-school/free`);
    await page.getByRole('link', { name: 'Sponsor’s page: School garden' }).click();
    await page.getByRole('heading', { level: 1, name: 'School garden' }).waitFor();
    const room = page.getByRole('main');
    await room.getByText('1500 EUR/year').waitFor();
    expect(await room.getByRole('table', { name: 'Who bears it: Hours' }).innerText()).toMatch(
      /Everyone else together\s+34\.5 h a month/,
    );
    expect(await room.getByRole('table', { name: /^Who bears it: Money/ }).innerText()).toMatch(
      /Town council\s+125 EUR a month/,
    );
    await room.getByText('Three balconies now grow beans.').waitFor();
    expect(await room.getByText('31 December 2026').count()).toBeGreaterThan(0);
    expect(await room.innerText()).not.toMatch(SMALL);
    expect(await complaintsOfAxe(page, 'sponsor')).toEqual([]);
    expect(errors()).toEqual([]);
    await context.close();
  });

  test('is reached from the sponsor in the picture', async () => {
    const { page, context } = await visit(browser, `${running.url}/c/allotment-school?at=town`);
    await page.getByRole('link', { name: 'Sponsor’s page: School garden' }).waitFor();
    await context.close();
  });

  test('on paper there is the page and no button', async () => {
    const { page, context } = await visit(browser, `${running.url}/c/allotment-school/sponsor/school-garden`);
    await page.getByRole('heading', { level: 1, name: 'School garden' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    const room = page.getByRole('main');
    expect(await room.getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(await room.getByText('34.5 h a month').first().isVisible()).toBe(true);
    await context.close();
  });

  test('is released: the link is read without an account and without a script', async () => {
    const { page, context, errors } = await visit(
      browser,
      `${running.url}/c/allotment-school/sponsor/school-garden`,
    );
    await page.getByRole('button', { name: 'Release and get a link' }).click();
    const dialog = page.getByRole('dialog', { name: 'Release the sponsor’s page' });
    expect(await dialog.getByLabel('Who is to read it?').inputValue()).toBe('partner:town');
    await dialog.getByLabel(/What for/).fill('for the yearly report');
    expect(await complaintsOfAxe(page, 'sponsor-release')).toEqual([]);
    await dialog.getByRole('button', { name: 'Release it' }).click();
    const out = page.getByRole('dialog', { name: 'It is out' });
    link = await out.getByLabel('Its address').inputValue();
    expect(link).toMatch(/\/r\/[\w-]{43}$/);
    expect(errors()).toEqual([]);
    await context.close();

    const plain = await browser.newContext({ javaScriptEnabled: false });
    const released = await plain.newPage();
    expect((await released.goto(link))?.status()).toBe(200);
    const text = await released.getByRole('main').innerText();
    expect(text).toContain('34.5 h a month');
    expect(text).toContain('1500 EUR/year');
    expect(text).not.toMatch(SMALL);
    await plain.close();
    const seen = await visit(browser, link);
    expect(await complaintsOfAxe(seen.page, 'sponsor-released')).toEqual([]);
    expect(seen.errors()).toEqual([]);
    await seen.context.close();
  });

  test('stands in Openness and in the log, and can be taken back', async () => {
    const { page, context, errors } = await visit(browser, `${running.url}/c/allotment-school/openness`);
    const released = page.getByRole('region', { name: 'Released' });
    await released.getByText('The sponsor’s page of School garden, for Town council').waitFor();
    await page.getByRole('region', { name: 'Shown to whom' }).getByText('for the yearly report').waitFor();
    await released.getByRole('button', { name: 'Take back' }).click();
    const dialog = page.getByRole('dialog', { name: 'Take it back?' });
    await dialog.getByLabel(/Why/).fill('A newer one comes');
    await dialog.getByRole('button', { name: 'Take it back' }).click();
    await released.getByText('Nothing is out just now.').waitFor();
    await page.getByRole('region', { name: 'Shown to whom' }).getByText('A newer one comes').waitFor();
    expect(errors()).toEqual([]);
    await context.close();
    const gone = await browser.newContext();
    const after = await gone.newPage();
    expect((await after.goto(link))?.status()).toBe(410);
    await after.getByRole('heading', { name: 'This page was taken back' }).waitFor();
    await gone.close();
  });
});
