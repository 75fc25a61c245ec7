/**
 * Ten minutes, for somebody who never saw Potluck: from nothing, by the interview, to a picture and three questions; left
 * in the middle and gone on with; by keyboard alone; and a sentence on the canvas.
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

async function begin(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Start a community' }).click();
  await page.getByLabel('What do you call it?').fill(name);
  await page.getByRole('button', { name: 'Lay the table' }).click();
  await page.getByRole('heading', { name: 'What is it about?' }).waitFor();
}

/** Says sentences to a question, each kept with Enter, and goes on. */
async function tell(page: Page, question: string, ...sentences: readonly string[]): Promise<void> {
  await page.getByRole('heading', { name: question }).waitFor();
  for (const sentence of sentences) {
    await page.getByLabel('Your answer').fill(sentence);
    await page.getByRole('region', { name: 'How this is read' }).waitFor();
    await page.getByLabel('Your answer').press('Escape');
    await page.getByLabel('Your answer').press('Enter');
    await page.getByText(/^Kept\. Told: /).waitFor();
  }
  await page.getByRole('button', { name: 'Next question' }).click();
}

const textOf = async (page: Page, id: string): Promise<string> => {
  const response = await page.request.get(`${running.url}/api/communities/${id}`);
  return ((await response.json()) as { text: string }).text;
};

test('from nothing to a picture of ten things and three questions', async () => {
  const { page, context, errors } = await visit(browser, running.url);
  await begin(page, 'Mill Street repair café');
  await page.getByLabel('Your answer').fill('We mend what is broken, together.');
  await page.getByLabel('Your answer').press('Enter');
  await tell(page, 'Who is in it, and how many?', '4 organisers, 12 fixers and about 60 visitors');
  await tell(page, 'Who helps from outside?', 'the town, a hardware shop');
  await tell(page, 'What do you do together?', 'repair afternoon every month and a newsletter');
  await tell(
    page,
    'What does each of these take?',
    'The repair afternoon takes 40 hours a month and 30 euros a month',
  );
  await tell(
    page,
    'Who brings it?',
    'Twelve fixers repair things, 3 hours a month each',
    'the town lets us use the hall',
    'visitors put about 80 euros a month in the donation jar',
  );

  // Free is touched rather than written.
  await page.getByLabel('Repair afternoon is free').check();
  await page
    .getByRole('group', { name: 'Repair afternoon' })
    .getByRole('button', { name: 'Visitors' })
    .click();
  await page.getByText('Told so far').waitFor();
  expect(await complaintsOfAxe(page, 'interview-free')).toEqual([]);
  await page.getByRole('button', { name: 'Next question' }).click();

  await tell(page, 'What do you hold in common?', 'a donation jar of 350 euros and repair guides');
  await page.getByRole('button', { name: 'Nobody knows' }).click();
  await tell(page, 'What feeds what, and what tires whom?', 'more visitors tire the organisers');
  await tell(page, 'What do you wish to be still true in five years?', 'Anyone may come.');
  await tell(page, 'What does nobody know?', 'how many things we save from the bin');

  await page.getByRole('heading', { name: 'Here is your picture' }).waitFor();
  const three = page.getByRole('region', { name: 'Three questions' }).getByRole('listitem');
  await three.nth(2).waitFor();
  expect(await three.count()).toBe(3);
  const drawn = await page.getByRole('img', { name: /^The picture, with \d+ things drawn/ });
  const count = Number(/\d+/.exec((await drawn.getAttribute('aria-label')) ?? '')?.[0]);
  expect(count).toBeGreaterThanOrEqual(10);
  await page.getByText('how many things we save from the bin').waitFor();
  expect(await complaintsOfAxe(page, 'interview-done')).toEqual([]);

  const text = await textOf(page, 'mill-street-repair-cafe');
  expect(text).toContain('We mend what is broken, together.');
  expect(text).toMatch(/fixers: \{name: Fixers, type: circle, circle: active, inside: true, size: ['"]?12/);
  expect(text, 'twelve times three').toContain('36 h/month');
  expect(text).toMatch(/hall|Hall/);
  expect(text).toMatch(/price: free/);
  expect(text, 'what was told later is added to what is there').toMatch(/stock: 350 EUR/);
  expect(text).toMatch(/x-interview:[\s\S]*tools: unknown/);

  await page.getByRole('link', { name: 'Open the picture' }).click();
  await page
    .getByRole('button', { name: /^Fixers/ })
    .first()
    .waitFor();
  expect(errors()).toEqual([]);
  await context.close();
});

test('left in the middle: the step, what was told and a half-typed sentence are there again', async () => {
  const { page, context } = await visit(browser, running.url);
  await begin(page, 'Village choir');
  await page.getByRole('button', { name: 'Next question' }).click();
  await tell(page, 'Who is in it, and how many?', '3 in the board and about 25 singers');
  await page.getByRole('heading', { name: 'Who helps from outside?' }).waitFor();
  await page.getByLabel('Your answer').fill('the par');
  await page.getByRole('link', { name: 'Potluck' }).click();
  await page
    .getByRole('article')
    .filter({ hasText: 'Village choir' })
    .getByRole('link', { name: 'Go on with the questions' })
    .click();
  await page.getByRole('heading', { name: 'Who helps from outside?' }).waitFor();
  expect(await page.getByLabel('Your answer').inputValue()).toBe('the par');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('heading', { name: 'Who is in it, and how many?' }).waitFor();
  expect(
    await page.getByRole('region', { name: 'Told so far' }).getByRole('listitem').allInnerTexts(),
  ).toEqual(['Board', 'Singers']);
  await context.close();

  // Another browser knows from the file what was asked last.
  const other = await visit(browser, `${running.url}/c/village-choir/interview`);
  await other.page.getByRole('heading', { name: 'Who is in it, and how many?' }).waitFor();
  await other.context.close();
});

test('by keyboard alone: a name is offered, taken, a part changed, kept and undone', async () => {
  const { page, context } = await visit(browser, running.url);
  const keys = page.keyboard;
  await page.getByRole('button', { name: 'Start a community' }).focus();
  await keys.press('Enter');
  await page.getByLabel('What do you call it?').waitFor();
  await keys.type('Sewing circle');
  await keys.press('Enter');
  await page.getByRole('heading', { name: 'What is it about?' }).waitFor();
  await page.getByLabel('Your answer').focus();
  await keys.press('Enter');
  await page.getByRole('heading', { name: 'Who is in it, and how many?' }).waitFor();
  await keys.type('12 embroiderers');
  await page.getByRole('region', { name: 'How this is read' }).waitFor();
  await keys.press('Enter');
  await page.getByText(/^Kept\. Told: Embroiderers/).waitFor();
  await keys.type('emb');
  await page.getByRole('option', { name: 'Embroiderers' }).waitFor();
  // A busy machine paints late. Whoever types on meanwhile finds the caret where it was, behind the name taken.
  await page.evaluate(() => {
    const soon = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (paint) => soon((time) => setTimeout(paint, 40, time));
  });
  await keys.press('ArrowDown');
  await keys.press('Enter');
  expect(await page.getByLabel('Your answer').inputValue()).toBe('Embroiderers');
  await keys.type(' give 3 hours a week to the market');
  await page.locator('.answer').getByText('3 hours a week').waitFor();
  await page.getByRole('button', { name: /^Change/ }).focus();
  await keys.press('Enter');
  await page.getByLabel('How much?').focus();
  await keys.press('Control+A');
  await keys.type('5');
  await page.locator('.answer').getByText('5 hours a week').waitFor();
  await page.getByRole('button', { name: 'Keep it' }).focus();
  await keys.press('Enter');
  await page.getByText(/^Kept\. Told: Embroiderers to Market/).waitFor();
  expect(await textOf(page, 'sewing-circle')).toContain('amount: 5 h/week');
  await page.getByRole('main').getByRole('button', { name: 'Undo' }).focus();
  await keys.press('Enter');
  await expect.poll(() => textOf(page, 'sewing-circle')).not.toContain('5 h/week');
  await context.close();
});

test('on the canvas the key A goes to the sentence, and what is told is filed at once', async () => {
  const { page, context, errors } = await visit(browser, `${running.url}/c/allotment-school/canvas`);
  await page.getByRole('textbox', { name: 'Say it in a sentence' }).waitFor();
  await page.keyboard.press('a');
  await page.keyboard.type('the library gives 40 books a year to the open day');
  await page.locator('.answer').getByText('40 things, places a year').waitFor();
  expect(await complaintsOfAxe(page, 'quick-add')).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Books/ }).first().waitFor();
  expect(errors()).toEqual([]);
  await context.close();
});

/** What the machine says of itself: nothing to point with, or a finger. */
async function pointsWith(page: Page, pointer: 'none' | 'coarse'): Promise<void> {
  await page.addInitScript((has) => {
    const ask = window.matchMedia.bind(window);
    window.matchMedia = (query) => {
      const asked = /^\(pointer: (\w+)\)$/.exec(query)?.[1];
      return asked === undefined ? ask(query) : ask(asked === has ? 'all' : 'not all');
    };
  }, pointer);
}

test('where there is no mouse the first sentence is typed at once; a finger first sees the question', async () => {
  const { page, context } = await visit(browser, running.url);
  await pointsWith(page, 'none');
  await page.reload();
  await begin(page, 'Lantern makers of the lower harbour');
  const field = page.getByLabel('Your answer');
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.type('We make lanterns.');
  expect(await field.inputValue()).toBe('We make lanterns.');
  // With all that the head holds then, the sign and the name stand clear of one another.
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Undo' }).first().waitFor();
  const [sign, name] = [page.locator('.brand > :last-child'), page.locator('.where')];
  const ends = await sign.evaluate((one) => one.getBoundingClientRect().right);
  expect(await name.evaluate((one) => one.getBoundingClientRect().left)).toBeGreaterThan(ends + 4);
  await context.close();

  const phone = await visit(browser, running.url, 'phone');
  await pointsWith(phone.page, 'coarse');
  await phone.page.reload();
  await begin(phone.page, 'Lantern carriers');
  expect(await phone.page.getByLabel('Your answer').evaluate((one) => one === document.activeElement)).toBe(
    false,
  );
  await phone.context.close();
});
