/** Talk: an agenda arranged by hand and by keys, a phone that drops out while it writes, and what axe says of all of it. */
import { readFileSync } from 'node:fs';
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

const items = (page: Page) => page.locator('.meeting-item h3').allInnerTexts();

/** Opens a round by the API and brings it to a step; gives its id and the link. */
async function opened(steps: readonly string[]): Promise<{ id: string; link: string }> {
  const base = `${running.url}/api/communities/allotment-school/rounds`;
  const post = (path: string, body: unknown) =>
    fetch(`${base}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const text = 'Who carries the open day?';
  const round = (await (await post('', { text, way: 'score', options: ['Talks', 'Walks'] })).json()) as {
    id: string;
    link: string;
  };
  for (const [at, to] of steps.entries()) {
    const moved = await post(`/${round.id}/phase`, { from: ['read', ...steps][at], to, without: true });
    expect(moved.status).toBe(200);
  }
  return { id: round.id, link: `${running.url}${round.link}` };
}

describe('the next meeting', () => {
  test('is arranged by words, keys and hand, ends as it must, stays in this browser, and is taken along', async () => {
    const { page, context, errors } = await visit(browser, `${running.url}/c/allotment-school/talk`);
    await page.locator('.meeting-item').first().waitFor();
    await page.getByLabel('Something of your own').fill('Tea');
    await page.getByLabel('Minutes', { exact: true }).fill('15');
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByRole('heading', { name: 'Tea' }).waitFor();
    const before = await items(page);
    expect(before.at(-2)).toBe('Tea');
    expect(before.at(-1)).toMatch(/^To end with/);
    const minutes = await page
      .locator('.meeting-minutes input')
      .evaluateAll((fields) => fields.map((one) => Number((one as unknown as { value: string }).value)));
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(90);

    await page.getByRole('button', { name: 'Earlier: Tea' }).click();
    expect((await items(page)).indexOf('Tea')).toBe(before.length - 3);
    await page.getByRole('button', { name: 'Move with the arrow keys: Tea' }).focus();
    await page.keyboard.press('ArrowUp');
    await page.getByRole('status').filter({ hasText: 'Tea is now number' }).waitFor();
    expect((await items(page)).indexOf('Tea')).toBe(before.length - 4);

    const grip = page.getByRole('button', { name: 'Move with the arrow keys: Tea' });
    const from = await grip.boundingBox();
    const first = await page.locator('.meeting-item').nth(1).boundingBox();
    if (from === null || first === null) throw new Error('nothing to drag');
    await page.mouse.move(from.x + 8, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 8, first.y + 4, { steps: 8 });
    await page.mouse.up();
    expect((await items(page)).indexOf('Tea')).toBe(1);

    const second = (await items(page))[2] ?? '';
    await page.getByRole('button', { name: `Not this time: ${second}` }).click();
    expect(await items(page)).not.toContain(second);
    await page.reload();
    await page.getByRole('heading', { name: 'Tea' }).waitFor();
    expect((await items(page))[1]).toBe('Tea');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Take it as Markdown' }).click(),
    ]);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toMatch(/^# The allotment school: agenda of the meeting\n/);
    expect(text).toMatch(/2\. .* Tea \(15 minutes\)/);
    expect(await complaintsOfAxe(page, 'talk-meeting')).toEqual([]);
    expect(errors()).toEqual([]);
    await context.close();
  });
});

describe('a phone', () => {
  test('that loses the line goes on, says what is not kept, and keeps it when the line is back; reloaded, it is where it was', async () => {
    const { link } = await opened(['write']);
    const { page, context } = await visit(browser, link, 'phone');
    await page.getByLabel('Note 1', { exact: true }).fill('Two of us are tired.');
    await page.getByText('Kept', { exact: true }).waitFor();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Another note' }).click();
    await page.getByLabel('Note 2', { exact: true }).fill('Could the street help?');
    await page.getByText('Waits on this phone until the line is back').waitFor();
    await context.setOffline(false);
    await page.getByText('Kept', { exact: true }).nth(1).waitFor();
    await page.reload();
    await page.getByLabel('Note 2', { exact: true }).waitFor();
    expect(await page.getByLabel('Note 1', { exact: true }).inputValue()).toBe('Two of us are tired.');
    expect(await page.getByLabel('Note 2', { exact: true }).inputValue()).toBe('Could the street help?');
    await page.getByRole('button', { name: 'I am done writing' }).click();
    await page.getByText(/^You are done/).waitFor();
    await page.reload();
    await page.getByText(/^You are done/).waitFor();
    expect(await complaintsOfAxe(page, 'phone-write')).toEqual([]);
    await context.close();
  });

  test('that was away when the round ended is told how it ended when it comes back, as often as it likes', async () => {
    const { id, link } = await opened(['write']);
    const { page, context } = await visit(browser, link, 'phone');
    await page.getByLabel('Note 1', { exact: true }).waitFor();
    await context.setOffline(true);
    await page.goto('about:blank');
    const ended = await fetch(`${running.url}/api/communities/allotment-school/rounds/${id}/phase`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: 'write', to: 'closed', without: true }),
    });
    expect(ended.status, await ended.text()).toBe(200);
    await context.setOffline(false);
    await page.goto(link);
    for (const again of [false, true]) {
      if (again) await page.reload();
      await page.getByText('The round was ended before anything was decided.').waitFor();
      await page.getByText(/^Thank you/).waitFor();
    }
    const kept = await page.evaluate(() => JSON.stringify({ ...globalThis.localStorage }));
    expect(kept).toContain('\\"seat\\":\\"\\"');
    await context.close();
  });

  test('comes in by the short code, and is told where there is no such round', async () => {
    const { id } = await opened([]);
    const state = (await (
      await fetch(`${running.url}/api/communities/allotment-school/rounds/${id}`)
    ).json()) as { code: string };
    const { page, context } = await visit(browser, `${running.url}/t`, 'phone');
    expect(await complaintsOfAxe(page, 'phone-code')).toEqual([]);
    await page.getByLabel('The code').fill('nobody');
    await page.getByRole('button', { name: 'Take part' }).click();
    await page.getByRole('heading', { name: /^This round is over/ }).waitFor();
    await page.getByRole('button', { name: 'I have a code' }).click();
    await page.getByLabel('The code').fill(state.code.toUpperCase());
    await page.getByRole('button', { name: 'Take part' }).click();
    await page.getByRole('heading', { name: 'Who carries the open day?' }).waitFor();
    expect(await complaintsOfAxe(page, 'phone-read')).toEqual([]);
    await context.close();
  });
});

describe('two who lead', () => {
  test('see the same: what one moves has moved for the other, by keys too', async () => {
    const { id } = await opened([]);
    const path = `${running.url}/c/allotment-school/talk/${id}`;
    const one = await visit(browser, path);
    const two = await visit(browser, path);
    await one.page.getByRole('button', { name: 'Begin to write' }).waitFor();
    expect(await complaintsOfAxe(one.page, 'round-read')).toEqual([]);
    await one.page.locator('#room').focus();
    await one.page.keyboard.press('ArrowRight');
    await one.page.keyboard.press('ArrowRight');
    for (const { page } of [one, two]) await page.getByRole('button', { name: 'Gather the notes' }).waitFor();
    await two.page.locator('#room').focus();
    await two.page.keyboard.press('t');
    for (const { page } of [one, two]) await page.getByRole('timer').waitFor();
    // Too few have written: it is said, and one can go on without.
    await two.page.getByRole('button', { name: 'Gather the notes' }).click();
    await two.page.getByRole('button', { name: 'Go on without the notes' }).click();
    await one.page.getByRole('button', { name: 'Show the notes to all' }).waitFor();
    await one.context.close();
    await two.context.close();
  });

  test('and the wall has nothing that axe complains of, at the choice and at the end', async () => {
    const { id, link } = await opened(['write', 'gather', 'clarify', 'discuss', 'decide']);
    const wall = await visit(browser, `${running.url}/c/allotment-school/talk/${id}/wall`);
    await wall.page.getByRole('img', { name: /^QR code/ }).waitFor();
    expect(await complaintsOfAxe(wall.page, 'wall-decide')).toEqual([]);
    const phone = await visit(browser, link, 'phone');
    await phone.page.getByRole('group', { name: 'Talks' }).getByLabel('4', { exact: true }).check();
    expect(await complaintsOfAxe(phone.page, 'phone-score')).toEqual([]);
    await wall.page.goto(`${running.url}/c/allotment-school/talk/${id}`);
    await wall.page.getByRole('button', { name: 'Show what came of it' }).click();
    await wall.page.getByText(/^We cannot tell: fewer than 3 chose/).waitFor();
    expect(await complaintsOfAxe(wall.page, 'round-record')).toEqual([]);
    await wall.page.goto(`${running.url}/c/allotment-school/talk?part=rounds`);
    await wall.page.getByRole('heading', { name: 'Under way' }).waitFor();
    expect(await complaintsOfAxe(wall.page, 'talk-rounds')).toEqual([]);
    await wall.context.close();
    await phone.context.close();
  });
});
