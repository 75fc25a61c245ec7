/** Another language: chosen in the menu, kept, at the same place, with numbers and dates of its own, and mended as a file. */
import { readFile } from 'node:fs/promises';
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

const languageOf = (page: { evaluate: (f: () => string) => Promise<string> }) =>
  page.evaluate(() => document.documentElement.lang);

describe('the language menu', () => {
  test('keeps the place, says that a translation is a draft, and remembers', async () => {
    const { page, context, errors } = await visit(
      browser,
      `${running.url}/c/allotment-school/free?on=2026-03-01`,
    );
    await page.getByText('1 March 2026').first().waitFor();
    expect(await languageOf(page)).toBe('en-GB');
    await page.locator('[data-languages]').click();
    await page.locator('.languages summary').click();
    const spanish = page.locator('button.language[lang=es]');
    expect(await spanish.textContent()).toMatch(/^español.*borrador/);
    expect(await page.locator('button.language').count()).toBe(6);
    expect(await complaintsOfAxe(page, 'languages')).toEqual([]);
    await page.evaluate(() => window.scrollTo(0, 150));
    const before = await page.evaluate(() => window.scrollY);
    await spanish.click();
    await page.getByText('1 de marzo de 2026').first().waitFor();
    expect(await languageOf(page)).toBe('es');
    expect(page.url()).toBe(`${running.url}/c/allotment-school/free?on=2026-03-01`);
    expect(before).toBeGreaterThan(0);
    await page.waitForFunction((y) => window.scrollY === y, before);
    // A number with its comma.
    await page.getByText('34,5').first().waitFor();
    await page.reload();
    await page.getByText('1 de marzo de 2026').first().waitFor();
    expect(errors()).toEqual([]);
    await context.close();
  });

  test('what the server refuses is told in it too', async () => {
    const { page, context } = await visit(browser, `${running.url}/`);
    await page.evaluate(() => localStorage.setItem('potluck.language', 'es'));
    await page.goto(`${running.url}/c/nowhere/story`);
    const says = JSON.parse(await readFile('locale/es/refusals.json', 'utf8'))['refused.no-community-for'].is;
    const told = says.replace('{community}', 'nowhere').replace('{audience}', 'stewards');
    expect(told).toContain('No hay ');
    await page.getByRole('alert').getByText(told, { exact: true }).waitFor();
    await context.close();
  });

  test('a better sentence leaves as a file, and nothing is sent', async () => {
    const { page, context } = await visit(browser, `${running.url}/c/allotment-school/story`);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url());
    });
    await page.locator('[data-languages]').click();
    await page.locator('.languages summary').click();
    await page.locator('button.language[lang=nl]').click();
    await page.getByText('maart 2026').first().waitFor();
    await page.locator('[data-languages]').click();
    await page.locator('.languages summary').click();
    await page.locator('.languages .how').click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('.sentence').first().click();
    await dialog.locator('textarea').fill('Een betere zin');
    await dialog.locator('button[type=submit]').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.locator('.taking .button.primary').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^potluck-nl-\d{4}-\d{2}-\d{2}\.json$/);
    const file = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(file).toMatchObject({ potluck: 1, language: 'nl', corrections: [{ better: 'Een betere zin' }] });
    expect(file.corrections[0].id).toMatch(/^[a-z.-]+$/);
    expect(sent).toEqual([]);
    await context.close();
  });
});

test('written from right to left, no page is wider than its window', async () => {
  for (const width of [1280, 390]) {
    const { page, context } = await visit(browser, `${running.url}/c/allotment-school`);
    await page.setViewportSize({ width, height: 800 });
    for (const room of ['', '/canvas', '/free', '/questions', '/story']) {
      await page.goto(`${running.url}/c/allotment-school${room}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl';
      });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `${room || '/'} at ${width}`).toBeLessThanOrEqual(0);
    }
    await context.close();
  }
});
