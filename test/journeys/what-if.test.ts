/** The platform move: what would stretch, what would break, who would carry it, and which guess matters most. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

const ready = (page: Page) => page.locator('.whatif-says li').first().waitFor({ timeout: 60_000 });

test('KM4Dev in 2008: the host leaves; what it says, on one page', async () => {
  const { page, context, errors } = await visit(browser, `${running.url}/c/km4dev?on=2008-06-01`);
  await page
    .getByRole('navigation', { name: 'Rooms', exact: true })
    .getByRole('link', { name: 'What if' })
    .click();
  await page.getByRole('heading', { name: 'If nothing changes, it goes on as described.' }).waitFor();
  await ready(page);
  expect(new URL(page.url()).searchParams.get('on')).toBe('2008-06-01');
  await page.getByLabel('What if…', { exact: true }).selectOption({ label: 'A move to an open place' });
  await page.getByRole('heading', { name: 'What changes' }).waitFor();
  await page.getByLabel('and beside it').selectOption({ label: 'The host closes the tool' });
  await page.getByRole('heading', { name: 'The host closes the tool' }).waitFor();
  await page.locator('.whatif-says li').first().waitFor();
  const aside = await page.getByRole('complementary', { name: 'What it says' }).innerText();
  for (const part of ['What stretches', 'What gives way', 'Still standing after 5 years', 'And after that?'])
    expect(aside).toContain(part);
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|\[object/);
  expect(await complaintsOfAxe(page, 'what-if')).toEqual([]);
  expect(errors()).toEqual([]);
  await context.close();
});

test('of three scenarios each is told, one at a time; how far a guess can go is told of that one', async () => {
  const { page, context, errors } = await visit(
    browser,
    `${running.url}/c/allotment-school/what-if?try=open-move,town-leaves,doubling-joins`,
  );
  await ready(page);
  const aside = page.getByRole('complementary', { name: 'What it says' });
  const about = aside.getByRole('group', { name: 'What is told here is about' });
  const title = page.getByRole('heading', { level: 1 });
  expect(await title.innerText()).toMatch(/^A move to an open place: /);
  expect(await aside.getByText('Open places draw more people and ask less of each.').count()).toBe(1);
  const fan = page.locator('.whatif-chart').first().locator('.fan-half');
  const fanOfA = await fan.getAttribute('d');
  await page.locator('.whatif-legend').getByText('half of the runs of A').waitFor();
  await about.getByRole('button', { name: 'C: Twice as many join' }).click();
  await page.getByRole('heading', { level: 1, name: /^Twice as many join: / }).waitFor();
  await aside.getByText('Twice as many join each month.').waitFor();
  // Areas are those of the scenario that is told, and the key says so.
  await page.locator('.whatif-legend').getByText('half of the runs of C').waitFor();
  expect(await fan.getAttribute('d')).not.toBe(fanOfA);
  expect(await aside.getByText('Open places draw more people and ask less of each.').count()).toBe(0);
  await aside.getByRole('heading', { name: 'The guess that matters most' }).waitFor();
  const far = aside.getByLabel('How far can a guess go before the answer turns?');
  const lever = far.locator('option', { hasText: 'Hours that are given' });
  await far.selectOption((await lever.getAttribute('value')) ?? '');
  await aside.getByText(/^How many times the hours of now are given\. .*; it is taken as 1\.$/).waitFor();
  expect(await complaintsOfAxe(page, 'what-if-about')).toEqual([]);
  // What is told on paper says of which it tells, and asks nothing.
  await page.emulateMedia({ media: 'print' });
  await aside.getByText(/^What is said here is about C: Twice as many join\./).waitFor();
  expect(await about.isVisible()).toBe(false);
  expect(await far.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await about.waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Words (Markdown)' }).click(),
  ]);
  const words = readFileSync(await download.path(), 'utf8');
  const parts = words.split(/^## /m).slice(1);
  expect(parts.slice(0, 3).map((one) => one.split('\n')[0]?.slice(0, 2))).toEqual(['A:', 'B:', 'C:']);
  for (const one of parts.slice(0, 3)) {
    expect(one).toContain('### What changes');
    expect(one).toContain('### What gives way');
    expect(one).toContain('### What else it says');
  }
  // What is edited last is looked at by itself.
  const all = page.locator('.whatif-assumed');
  await all.locator('summary').click();
  await all.getByLabel('How much more bad news weighs on trust.').fill('3');
  await all.getByLabel('How much more bad news weighs on trust.').press('Enter');
  await aside.getByText(/^How much more bad news weighs on trust\. .*it is taken as 3\.$/).waitFor();
  expect(await far.inputValue()).toBe('alpha');
  const row = all.getByRole('row', { name: 'How much more bad news weighs on trust.' });
  expect(await row.innerText()).toContain('it is taken as 3.');
  expect(await title.innerText()).toMatch(/^Twice as many join: /);
  expect(errors()).toEqual([]);
  await context.close();
});

test('a pattern to begin from: the same move, told on one page', async () => {
  const { page, context, errors } = await visit(
    browser,
    `${running.url}/c/host-pays-all/what-if?try=open-move`,
  );
  await ready(page);
  const aside = await page.getByRole('complementary', { name: 'What it says' }).innerText();
  for (const part of ['What stretches', 'Still standing after 5 years', 'And after that?'])
    expect(aside).toContain(part);
  expect((await page.locator('main').innerText()).match(/run on/gi)).toHaveLength(1);
  expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined|\[object/);
  expect(errors()).toEqual([]);
  await context.close();
});

test('who would bear it is told for the scenario that is told: without the town, earlier years', async () => {
  const { page, context, errors } = await visit(
    browser,
    `${running.url}/c/allotment-school/what-if?try=open-move,town-leaves`,
  );
  await ready(page);
  const money = page.getByRole('table', { name: 'Who would bear it: Money, EUR, EUR/month' });
  const row = async (who: string) => money.getByRole('row', { name: who }).getByRole('cell').allInnerTexts();
  await money.waitFor();
  // 1,500 EUR a year.
  expect(await row('Town council')).toEqual(['125', '125', '125', '125']);
  // 30 hours of hosting, and 12.5 of upkeep: today it is just worth what it takes, by each law.
  const worth = page.getByRole('table', { name: /^Our worth and what it takes/ });
  expect(await worth.locator('tbody tr td:nth-child(3)').allInnerTexts()).toEqual(Array(4).fill('42.5'));
  expect(await worth.getByRole('row', { name: 'worth, along with our number' }).innerText()).toMatch(/170$/);
  await page.getByRole('button', { name: 'B: The town stops paying' }).click();
  await money.getByRole('columnheader', { name: 'after these changes' }).waitFor();
  expect(await row('Town council')).toEqual(['125', '0', '0', '0', '0']);
  expect((await row('Earlier years')).slice(0, 2)).toEqual(['0', '125']);
  expect(await page.locator('.whatif-growth .eyebrow').innerText()).toBe('B: The town stops paying');
  expect(errors()).toEqual([]);
  await context.close();
});

test('the numbers of the page are those of the command', async () => {
  const { page, context } = await visit(browser, `${running.url}/c/allotment-school/what-if?try=open-move`);
  await ready(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Numbers (CSV)' }).click(),
  ]);
  const rows = readFileSync(await download.path(), 'utf8')
    .split('\r\n')
    .map((row) => row.split(','));
  const asked = execFileSync(
    process.execPath,
    [
      'bin/potluck.js',
      'simulate',
      'cases/allotment-school/community.yaml',
      '--scenario',
      'open-move',
      '--json',
    ],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  const answer = JSON.parse(asked) as {
    at: Record<string, Record<string, number>>;
    fans: Record<string, { p5: number[] }>;
    names: Record<string, string>;
  };
  const key = Object.keys(answer.names).find((one) => answer.names[one] === 'Gardeners') ?? '';
  const row = rows.find(
    ([scenario, series, , month]) =>
      scenario === 'A move to an open place' && series === 'Gardeners' && month === '60',
  );
  expect(Number(row?.[4])).toBe(answer.at['60']?.[key]);
  expect(Number(row?.[5])).toBe(answer.fans[key]?.p5[60]);
  await context.close();
});

test('a slider moves the curves; what is edited can be put back; a guess becomes a question', async () => {
  const { page, context } = await visit(browser, `${running.url}/c/allotment-school/what-if`);
  await ready(page);
  const behind = page.locator('.whatif-behind').filter({ hasText: 'What is assumed' }).first();
  await behind.locator('summary').click();
  expect(await behind.getByRole('textbox').count()).toBeGreaterThan(3);
  await behind.locator('summary').click();
  await page.getByText('Move something by hand').click();
  const slider = page.getByLabel('Hours that are given');
  await slider.focus();
  for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowLeft');
  expect(await slider.getAttribute('aria-valuetext')).toBe('0.50 times what it is');
  await page.getByRole('heading', { name: 'What gives way' }).waitFor();
  // What is moved is there after a reload.
  const inAddress = () => new URL(page.url()).searchParams.get('by');
  await expect.poll(inAddress, { timeout: 30_000 }).toBe('hands:0.5');
  await page.reload();
  await page.getByRole('heading', { name: 'What gives way' }).waitFor();
  expect(await slider.getAttribute('aria-valuetext')).toBe('0.50 times what it is');
  await page.getByRole('button', { name: 'All back to how it is' }).click();
  await expect.poll(inAddress, { timeout: 30_000 }).toBeNull();
  await page.getByRole('heading', { name: 'What gives way' }).waitFor({ state: 'detached' });
  await page.getByLabel('What if…', { exact: true }).selectOption({ label: 'A move to an open place' });
  await page.getByRole('button', { name: 'Make it a question' }).click();
  await page.getByText('It is among the questions now.').waitFor();
  const text = await (await page.request.get(`${running.url}/api/communities/allotment-school`)).json();
  expect(text.text).toMatch(/what-if-1:/);
  await context.close();
});

test('an edited assumption says so, is there after a reload, can be put back, or kept in the file', async () => {
  const { page, context, errors } = await visit(browser, `${running.url}/c/allotment-school/what-if`);
  await ready(page);
  const all = page.locator('.whatif-assumed');
  const field = () => all.getByLabel('How much more bad news weighs on trust.');
  const row = () => all.getByRole('row', { name: 'How much more bad news weighs on trust.' });
  await all.locator('summary').click();
  const before = await field().inputValue();
  expect(await row().innerText()).toContain('Slovic 1993; contested');
  await field().fill('3,5');
  await field().press('Enter');
  await row().getByText('edited here').waitFor();
  await page.reload();
  await ready(page);
  await all.locator('summary').click();
  expect(await field().inputValue()).toBe('3.5');
  expect(await row().innerText()).toContain('edited here');
  await all.getByRole('button', { name: 'Put back what was edited here (1)' }).click();
  await row().getByText('Slovic 1993; contested').waitFor();
  expect(await field().inputValue()).toBe(before);
  expect(new URL(page.url()).searchParams.get('with')).toBeNull();
  await field().fill('4');
  await field().press('Enter');
  await all.getByRole('button', { name: 'Keep in the file what can stand there' }).click();
  await row().getByText('Given in the file, under simulation').waitFor();
  const { text } = await (await page.request.get(`${running.url}/api/communities/allotment-school`)).json();
  expect(text).toMatch(/simulation: .*alpha: 4/);
  await page.getByRole('button', { name: 'Play' }).click();
  const month = page.getByLabel('Look at month');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await expect.poll(async () => Number(await month.inputValue()), { timeout: 30_000 }).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Pause' }).click();
  expect(Number(await month.inputValue())).toBeLessThan(60);
  expect(errors()).toEqual([]);
  await context.close();
});

test('a scenario is made up, kept in the file, and run', async () => {
  const { page, context } = await visit(browser, `${running.url}/c/allotment-school/what-if`);
  await ready(page);
  await page.getByRole('button', { name: 'Make one up' }).click();
  await page.getByRole('button', { name: 'Keep it and look' }).click();
  await page.getByRole('alert').getByText('Give it a name').waitFor();
  await page.getByLabel('What would happen, in a few words?').fill('No grant from autumn');
  await page.getByLabel('Which?').selectOption('town-grant');
  await page.getByLabel('After how many months').fill('6');
  await page.getByLabel('Why might that be?').fill('The budget is voted each December.');
  await page.getByRole('button', { name: 'Keep it and look' }).click();
  await page.getByRole('heading', { name: 'What changes' }).waitFor();
  expect(await page.getByRole('complementary', { name: 'What it says' }).innerText()).toContain(
    'The budget is voted each December.',
  );
  expect(new URL(page.url()).searchParams.get('try')).toBe('no-grant-from-autumn');
  await context.close();
});

test('behind each chart stands a table; what any community can try is copied, with another at the same time', async () => {
  const { page, context, errors } = await visit(
    browser,
    `${running.url}/c/allotment-school/what-if?try=open-move,doubling-joins`,
  );
  await ready(page);
  const chart = page.locator('.whatif-chart').first();
  expect(await chart.locator('table').count()).toBe(0);
  await chart.getByText('As a table').click();
  const table = chart.getByRole('table', {
    name: /^People at the edge: [\d.]+ people now\. After 60 months: stay: /,
  });
  await table.waitFor();
  expect(await table.locator('tbody tr').count()).toBe(61);
  const cells = await table.locator('tbody tr').last().locator('th, td').allInnerTexts();
  // The month, three runs, and 5, 25, 50, 75 and 95 of 100.
  expect(cells).toHaveLength(9);
  expect(cells[0]).toBe('60');
  const bands = cells.slice(4).map(Number);
  expect([...bands].sort((a, b) => a - b)).toEqual(bands);
  const [, , moved] = cells;
  expect(await chart.locator('.fan-end').allTextContents()).toContain(`${moved} A`);
  expect(await complaintsOfAxe(page, 'what-if-table')).toEqual([]);
  await page.getByRole('button', { name: 'Copy and change it' }).click();
  const dialog = page.getByRole('dialog');
  const name = dialog.getByLabel('What would happen, in a few words?');
  expect(await name.inputValue()).toBe('A move to an open place, changed');
  await name.fill('Open, and no grant');
  expect(await dialog.getByLabel('Why might that be?').first().inputValue()).toBe(
    'Open places draw more people and ask less of each.',
  );
  const before = await dialog.locator('fieldset').count();
  await dialog
    .getByLabel('At the same time, what happens in')
    .selectOption({ label: 'The largest sponsor leaves' });
  expect(await dialog.locator('fieldset').count()).toBe(before + 1);
  await dialog.locator('fieldset').last().getByLabel('After how many months').fill('2027-03');
  expect(await complaintsOfAxe(page, 'what-if-copy')).toEqual([]);
  await dialog.getByRole('button', { name: 'Keep it and look' }).click();
  await page.getByRole('heading', { level: 3, name: 'Open, and no grant' }).waitFor();
  await page.locator('.whatif-progress[aria-hidden="true"]').waitFor({ state: 'attached' });
  const aside = await page.getByRole('complementary', { name: 'What it says' }).innerText();
  for (const part of [
    'The use of a new technology becomes 0.05.',
    'A sponsor’s attention moves on.',
    'Month 12',
  ])
    expect(aside).toContain(part);
  expect(new URL(page.url()).searchParams.get('try')).toBe('open-and-no-grant,open-move,doubling-joins');
  expect(errors()).toEqual([]);
  await context.close();
});

test('a run is shared as a page, that says what it is, and can be read without Potluck', async () => {
  const { page, context, errors } = await visit(
    browser,
    `${running.url}/c/km4dev/what-if?on=2008-06-01&try=host-closes`,
  );
  await ready(page);
  expect(page.workers()).toHaveLength((await page.evaluate(() => navigator.hardwareConcurrency)) > 1 ? 2 : 1);
  await page.getByRole('button', { name: 'Share it as a page…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Release this “what if”' });
  await dialog.getByLabel('What for?').fill('for the meeting of the core');
  expect(await complaintsOfAxe(page, 'what-if-share')).toEqual([]);
  await dialog.getByRole('button', { name: 'Release it' }).click();
  const address = await page.getByLabel('Its address').inputValue();
  await page.goto(address);
  const text = await page.locator('main').innerText();
  for (const part of [
    'The host closes the tool',
    'What the described assumptions imply; not a forecast.',
    'Drawn 1,000 times, over 60 months, with the seed 1.',
    'What changes',
    'What is assumed',
  ])
    expect(text).toContain(part);
  expect(await page.locator('.runs svg').count()).toBeGreaterThan(5);
  expect(text).not.toMatch(/NaN|undefined/);
  expect(await complaintsOfAxe(page, 'what-if-released')).toEqual([]);
  expect(errors()).toEqual([]);
  await context.close();
});

test('what a run rests on is said in the language of the reader', async () => {
  const french = JSON.parse(readFileSync('locale/fr/doors.json', 'utf8')) as Record<
    string,
    { of: string; is: string }
  >;
  const { page, context } = await visit(browser, `${running.url}/`);
  await page.evaluate(() => localStorage.setItem('potluck.language', 'fr'));
  await page.goto(`${running.url}/c/allotment-school/what-if?try=open-move`);
  await ready(page);
  const told = (await page.locator('main').textContent()) ?? '';
  const { of: english, is } = french['simulate.energy.now'] ?? { of: '', is: '' };
  expect(is).not.toBe('');
  expect(told).toContain(is);
  expect(told).not.toContain(english);
  await context.close();
});
