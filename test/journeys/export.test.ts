/** Taking along and help: downloads for an audience, a page that others may frame, a file that asks nothing, keys, words, the tour, the documentation. */
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
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

/** Opens the panel and gives the file of a form. */
async function download(page: Page, form: string): Promise<{ name: string; path: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: `Download ${form}` }).click(),
  ]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return { name: file.suggestedFilename(), path };
}

describe('taking along', () => {
  test('a file for everyone, from the story of a day', async () => {
    const { page, context, errors } = await visit(browser, `${running.url}/c/km4dev/story?on=2009-10-08`);
    await page.getByRole('button', { name: 'Take it with you' }).click();
    const panel = page.getByRole('dialog', { name: 'Take it with you' });
    await panel.waitFor();
    await panel.getByText('This holds everything').waitFor();
    await panel.getByLabel('Who will read it?').selectOption({ label: 'Everyone' });
    await panel.getByText('left out of every file').waitFor();
    const svg = await download(page, 'SVG');
    expect(svg.name).toBe('km4dev-2009-10-08-public.svg');
    expect(await readFile(svg.path, 'utf8')).toContain('<title id="potluck-title">');
    const png = await download(page, 'PNG');
    expect((await readFile(png.path)).subarray(1, 4).toString()).toBe('PNG');
    const markdown = await download(page, 'MD');
    expect(await readFile(markdown.path, 'utf8')).toMatch(/^# KM4Dev\n/);
    expect(await complaintsOfAxe(page, 'take')).toEqual([]);
    expect(errors()).toEqual([]);
    await context.close();
  });

  test('the page for a mail opens from a file, in both themes, and asks for nothing', async () => {
    const { page, context } = await visit(browser, `${running.url}/c/km4dev/questions`);
    await page.getByRole('button', { name: 'Take it with you' }).click();
    const { path } = await download(page, 'HTML');
    const asked: string[] = [];
    const quiet = await browser.newContext({ viewport: { width: 1280, height: 800 }, offline: true });
    const mail = await quiet.newPage();
    mail.on('request', (request) => asked.push(request.url()));
    const wrong: string[] = [];
    mail.on('console', (message) => void (message.type() === 'error' && wrong.push(message.text())));
    await mail.goto(pathToFileURL(path).href);
    await mail.getByRole('heading', { level: 1, name: 'KM4Dev' }).waitFor();
    expect(await mail.getByRole('img', { name: /^The picture of KM4Dev/ }).count()).toBe(1);
    expect(await mail.getByRole('listitem').count()).toBeGreaterThan(5);
    expect(await complaintsOfAxe(mail, 'mail')).toEqual([]);
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    expect(wrong).toEqual([]);
    await quiet.close();
    await context.close();
  });

  test('the page to embed stands in a frame of another site; no other page does', async () => {
    const other = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(
        `<title>Elsewhere</title><iframe title="one" src="${running.url}/embed/km4dev"></iframe><iframe title="two" src="${running.url}/c/km4dev"></iframe>`,
      );
    });
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`http://localhost:${(other.address() as AddressInfo).port}/`);
    await page.frameLocator('iframe[title="one"]').getByRole('heading', { name: 'The story' }).waitFor();
    expect(await page.frameLocator('iframe[title="two"]').getByRole('heading').count()).toBe(0);
    await context.close();
    await new Promise((done) => other.close(done));
    const own = await visit(browser, `${running.url}/embed/km4dev`);
    expect(await complaintsOfAxe(own.page, 'embed')).toEqual([]);
    expect(own.errors()).toEqual([]);
    await own.context.close();
  });

  test('the text to embed can be copied, and leads to the page', async () => {
    const { page, context } = await visit(browser, `${running.url}/c/allotment-school/story`);
    await page.getByRole('button', { name: 'Take it with you' }).click();
    const text = await page.getByLabel('Text to embed').inputValue();
    expect(text).toContain(`<iframe src="${running.url}/embed/allotment-school"`);
    expect(text).toContain('title="');
    await context.close();
  });

  test('on paper: every room is there, and no control', async () => {
    const { page, context } = await visit(browser, `${running.url}/c/km4dev/questions`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.getByRole('button', { name: 'Put on the agenda' }).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBeLessThanOrEqual(2);
    expect(await page.getByRole('heading', { level: 1 }).first().isVisible()).toBe(true);
    const paper = await page.pdf({ format: 'A4' });
    expect(paper.subarray(0, 4).toString()).toBe('%PDF');
    await writeFile(join(folder, 'questions.pdf'), paper);
    await context.close();
  });
});

describe('help', () => {
  test('the tour comes once, can be left by Escape, and comes back when asked', async () => {
    const { page, context } = await visit(browser, `${running.url}/c/allotment-school`);
    const tour = page.getByRole('region', { name: 'A short tour' });
    await tour.waitFor();
    expect(await complaintsOfAxe(page, 'tour')).toEqual([]);
    await tour.getByRole('button', { name: 'Next' }).click();
    await tour.getByText('2 of 5').waitFor();
    await page.keyboard.press('Escape');
    await tour.waitFor({ state: 'detached' });
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'More', exact: true }).waitFor();
    expect(await tour.count()).toBe(0);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('link', { name: 'A short tour of the picture' }).click();
    await tour.getByText('1 of 5').waitFor();
    for (let step = 0; step < 4; step += 1) await tour.getByRole('button', { name: 'Next' }).click();
    await tour.getByRole('button', { name: 'Done' }).click();
    await tour.waitFor({ state: 'detached' });
    await context.close();
  });

  test('? tells the keys, and from there the words', async () => {
    const { page, context, errors } = await visit(browser, `${running.url}/c/allotment-school/free`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    expect(await complaintsOfAxe(page, 'keys')).toEqual([]);
    await page.getByRole('button', { name: 'What the words mean' }).click();
    const words = page.getByRole('dialog', { name: 'What the words mean' });
    await words.getByLabel('Find a word').fill('bearer');
    await words.getByRole('status').getByText('One word').waitFor();
    expect(await complaintsOfAxe(page, 'words')).toEqual([]);
    await page.keyboard.press('Escape');
    await words.waitFor({ state: 'detached' });
    expect(errors()).toEqual([]);
    await context.close();
  });

  test.each(['/docs', '/docs/cases/km4dev', '/docs/guide/export', '/docs/guide/glossary', '/docs?q=free'])(
    '%s can be read without a script',
    async (path) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const plain = await context.newPage();
      await plain.goto(running.url + path);
      expect(await plain.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(
        await plain.getByRole('navigation', { name: 'All pages' }).getByRole('link').count(),
      ).toBeGreaterThan(20);
      await context.close();
      const seen = await visit(browser, running.url + path);
      expect(await complaintsOfAxe(seen.page, `docs${path.replace(/[^a-z0-9]+/gi, '-')}`)).toEqual([]);
      expect(seen.errors()).toEqual([]);
      await seen.context.close();
    },
  );
});
