/** Looking through another's eyes: the whole application as they have it, nothing to change, and the way back. */
import type { Browser } from 'playwright-core';
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

test('a steward sees what the public sees, in every room, and cannot change it', async () => {
  const { page, context, errors } = await visit(browser, `${running.url}/c/allotment-school/canvas`);
  // Ana is for the core alone.
  await page
    .getByRole('button', { name: /^Ana\b(?! gives)/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByLabel('Look through the eyes of').selectOption({ label: 'the public' });
  await page.getByText('This is what the public may see.').waitFor();
  await page
    .getByRole('button', { name: /^Ana\b(?! gives)/ })
    .first()
    .waitFor({ state: 'detached' });
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  for (const room of ['Free', 'Questions', 'Story', 'Compare', 'Talk', 'Picture']) {
    await page
      .getByRole('navigation', { name: 'Rooms', exact: true })
      .getByRole('link', { name: room })
      .click();
    await page.waitForFunction((title) => document.title.startsWith(title), room);
    await page.getByText('This is what the public may see.').waitFor();
    expect(await page.locator('#room').innerText(), room).not.toMatch(/\bAna\b/);
  }
  const questions = asked.filter((url) => /\/api\/(?:communities\/[^/]+\/(?!audiences)|compare)/.test(url));
  expect(questions.length).toBeGreaterThan(2);
  for (const url of questions) expect(url).toContain('audience=public');
  await page.getByRole('button', { name: 'Use your own eyes again' }).click();
  await page
    .getByRole('navigation', { name: 'Rooms', exact: true })
    .getByRole('link', { name: 'Canvas' })
    .click();
  await page
    .getByRole('button', { name: /^Ana\b(?! gives)/ })
    .first()
    .waitFor();
  expect(errors()).toEqual([]);
  await context.close();
});

test('what is tried all the same is refused with a mend, and nothing is kept', async () => {
  const { page, context } = await visit(browser, `${running.url}/c/allotment-school/file?eyes=members`);
  await page.getByText('This is what members may see.').waitFor();
  const text = await page.getByLabel('Text', { exact: true }).inputValue();
  expect(text).toContain('id: allotment-school');
  expect(text).not.toMatch(/\bana\b/i);
  await context.close();
});
