/**
 * The picture changed as people change a drawing: with a mouse, and with two fingers on a phone. What was done is read
 * from the file, and each step is taken back until the file is as it was.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Browser, CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  freshFolder,
  openBrowser,
  type Running,
  removeFolder,
  SIZES,
  startPotluck,
  visit,
} from '#test/journeys/browser';

const ARTEFACTS = join(import.meta.dirname, '..', '..', 'test-artefacts');
const garden = (id: string) => `potluck: 1
id: ${id}
name: Seed garden
languages: [en]
as-of: 2026-03-01
kinds:
  hours: {name: Hours, unit: h, law: perishable}
  eur: {name: Euros, unit: EUR, law: conserved}
parties:
  keepers: {name: Keepers, type: circle, circle: core, inside: true, size: 5}
  growers: {name: Growers, type: circle, circle: active, inside: true, size: 40}
  rosa: {name: Rosa, type: person}
  town: {name: Town council, type: organisation}
pools:
  kitty: {name: Kitty, kind: eur, holder: keepers}
activities:
  seed-swap: {name: Seed swap, for: {growers: 1}}
flows:
  tending: {from: keepers, to: seed-swap, kind: hours, amount: 6 h/month}
  advice: {from: rosa, to: seed-swap, kind: hours, amount: 2 h/month}
  grant: {from: town, to: kitty, kind: eur, amount: 300 EUR/year}
`;
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

const keep = (page: Page, name: string) => page.screenshot({ path: join(ARTEFACTS, `${name}.png`) });
const sign = (page: Page, id: string) => page.locator(`.drawing.choosable [data-id="${id}"]`);
const textOf = async (page: Page): Promise<string> => {
  const id = new URL(page.url()).pathname.split('/')[2];
  const response = await page.request.get(`${running.url}/api/communities/${id}`);
  return ((await response.json()) as { text: string }).text;
};

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where one would put the pointer on it. */
async function on(part: Locator): Promise<Spot> {
  const box = await part.boundingBox();
  if (box === null) throw new Error('it is not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses on one spot and lets go on another, in few and large movements, as a quick hand does; `held` before it lets go. */
async function drag(page: Page, from: Spot, to: Spot, held?: () => Promise<void>): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const part of [0.3, 0.7, 1])
    await page.mouse.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
  await held?.();
  await page.mouse.up();
}

/** Takes the last step back and waits until the file says so. */
async function takeBack(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => textOf(page)).toBe(text);
}

/** A garden of its own for each who comes. */
async function lay(id: string): Promise<string> {
  const answer = await fetch(`${running.url}/api/communities`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: running.url },
    body: JSON.stringify({ changeId: randomUUID(), text: garden(id) }),
  });
  expect(answer.status).toBe(201);
  return `${running.url}/c/${id}`;
}

test('with a mouse: a stream is drawn by its handle, a sign is moved, a person is put into a circle', async () => {
  const { page, context, errors } = await visit(browser, await lay('drawn'));
  const before = garden('drawn');
  await sign(page, 'town').click();
  const handle = page.locator('.draw-handle');
  await handle.waitFor();
  // Let go over nothing, it draws nothing.
  await drag(page, await on(handle), { x: 60, y: 300 });
  expect(await page.getByRole('dialog').count()).toBe(0);
  await drag(page, await on(handle), await on(sign(page, 'seed-swap')), async () => {
    expect(await sign(page, 'seed-swap').getAttribute('data-takes')).toBe('');
    await keep(page, 'hand-draws');
  });
  const dialog = page.getByRole('dialog', { name: 'A stream' });
  await dialog.getByLabel('How much?').fill('50 EUR/year');
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await expect.poll(() => textOf(page)).toMatch(/from: town, to: seed-swap, .*50 EUR\/year/);
  await takeBack(page, before);

  await expect.poll(() => page.locator('.drawing [data-sort="stream"]').count()).toBe(3);
  const kitty = await on(sign(page, 'kitty'));
  await drag(page, kitty, { x: kitty.x + 80, y: kitty.y + 20 });
  await expect.poll(() => textOf(page)).toMatch(/positions: \{kitty: \{x: -?[\d.]+, y: -?[\d.]+\}\}/);
  await expect.poll(async () => Math.abs((await on(sign(page, 'kitty'))).x - kitty.x - 80)).toBeLessThan(2);
  await takeBack(page, before);

  await drag(
    page,
    await on(sign(page, 'rosa')),
    await on(page.locator('[data-words="keepers"]')),
    async () => {
      expect(await sign(page, 'keepers').getAttribute('data-takes')).toBe('');
      await keep(page, 'hand-regroups');
    },
  );
  await expect
    .poll(() => textOf(page))
    .toMatch(/rosa: \{name: Rosa, type: person, in: keepers, inside: true\}/);
  expect(await textOf(page)).toContain('advice: {from: rosa');
  await takeBack(page, before);
  expect(errors()).toEqual([]);
  await context.close();
});

test('with a mouse: renamed where it stands, duplicated, made one with another, removed with what would break', async () => {
  const { page, context, errors } = await visit(browser, await lay('renamed'));
  const before = garden('renamed');
  await sign(page, 'seed-swap').dblclick();
  await page.getByRole('textbox', { name: 'Another name for Seed swap' }).fill('Seed day');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await sign(page, 'seed-day').waitFor();
  const renamed = await textOf(page);
  expect(renamed.match(/to: seed-day/g)).toHaveLength(2);
  expect(renamed).not.toMatch(/seed-swap/);
  await takeBack(page, before);

  await sign(page, 'rosa').click();
  await page.getByRole('button', { name: 'Duplicate' }).click();
  await sign(page, 'rosa-2').waitFor();
  expect(await textOf(page)).toContain('rosa: {name: Rosa, type: person}');
  await sign(page, 'rosa').click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: 'Make them one' }).click();
  const merging = page.getByRole('dialog', { name: 'Make one of them' });
  await merging.getByRole('radio').first().check();
  await merging.getByRole('button', { name: 'Make them one' }).click();
  await expect.poll(() => textOf(page)).toContain('advice: {from: rosa-2');
  await keep(page, 'hand-merged');
  await page.getByRole('button', { name: 'Undo' }).click();
  await sign(page, 'rosa').waitFor();
  await takeBack(page, before);

  await sign(page, 'town').click();
  await page.getByRole('button', { name: 'Change, end or remove' }).click();
  const removing = page.getByRole('dialog', { name: 'Town council' });
  await removing.getByRole('button', { name: 'Remove', exact: true }).click();
  await removing.getByRole('button', { name: 'Remove it', exact: true }).click();
  await removing
    .getByText(/These cannot stand without it and would go too: .*Town council to Kitty/)
    .waitFor();
  await removing.getByRole('button', { name: 'Remove it and what cannot stand without it' }).click();
  await sign(page, 'town').waitFor({ state: 'detached' });
  expect(await textOf(page)).not.toContain('grant:');
  await takeBack(page, before);
  // The first answer to removing is a refusal that names what would break.
  expect(errors().filter((one) => !one.includes('status of 422'))).toEqual([]);
  await context.close();
});

/** Fingers on the glass: each list is where they are in turn; all are lifted at the end. */
async function fingers(glass: CDPSession, ...turns: (readonly Spot[])[]): Promise<void> {
  const points = (spots: readonly Spot[]) => spots.map(({ x, y }, id) => ({ x, y, id }));
  const [first = [], ...rest] = turns;
  for (let many = 1; many <= first.length; many += 1)
    await glass.send('Input.dispatchTouchEvent', {
      type: 'touchStart',
      touchPoints: points(first.slice(0, many)),
    });
  for (const turn of rest)
    await glass.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(turn) });
  await glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** Steps from one place of the fingers to another. */
function steps(from: readonly Spot[], to: readonly Spot[], count = 8): (readonly Spot[])[] {
  return Array.from({ length: count + 1 }, (_, step) =>
    from.map((one, at) => ({
      x: one.x + ((to[at]?.x ?? one.x) - one.x) * (step / count),
      y: one.y + ((to[at]?.y ?? one.y) - one.y) * (step / count),
    })),
  );
}

/** The community on a phone, under the fingers. */
async function onPhone(name: string) {
  const context = await browser.newContext({
    viewport: SIZES.phone,
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(await lay(name));
  await sign(page, 'seed-swap').waitFor();
  // The tour lies above the picture: what follows is measured without it.
  await page.getByRole('button', { name: 'Leave the tour' }).tap();
  await page.getByRole('button', { name: 'Leave the tour' }).waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  return { context, page };
}

test('on a phone: two fingers bring it closer and take it along, one scrolls the page and carries what is chosen', async () => {
  const { context, page } = await onPhone('pinched');
  const glass = await context.newCDPSession(page);
  const wide = async (id: string) => (await sign(page, id).boundingBox())?.width ?? 0;
  const top = () => page.evaluate('scrollY') as Promise<number>;
  const [width, at] = [await wide('seed-swap'), await on(sign(page, 'seed-swap'))];
  const apart = (far: number): Spot[] => [
    { x: at.x - far, y: at.y },
    { x: at.x + far, y: at.y },
  ];

  await fingers(glass, ...steps(apart(40), apart(80)));
  await expect.poll(async () => Math.round(((await wide('seed-swap')) / width) * 10)).toBe(20);
  // What lay between the fingers lies there still.
  expect(
    Math.hypot((await on(sign(page, 'seed-swap'))).x - at.x, (await on(sign(page, 'seed-swap'))).y - at.y),
  ).toBeLessThan(4);
  await keep(page, 'hand-pinched');

  const down = apart(60).map((one) => ({ x: one.x + 30, y: one.y + 50 }));
  await fingers(glass, ...steps(apart(60), down));
  await expect.poll(async () => Math.round((await on(sign(page, 'seed-swap'))).y - at.y)).toBe(50);
  // Close by, one finger looks about, and the page stays.
  await fingers(glass, ...steps([{ x: 200, y: 400 }], [{ x: 150, y: 390 }]));
  await expect.poll(async () => Math.round((await on(sign(page, 'seed-swap'))).x - at.x)).toBe(-20);
  expect(await top()).toBe(0);

  // Taken all the way back it lies as it lay, and one finger scrolls the page again.
  await fingers(glass, ...steps(apart(90), apart(30)));
  await expect.poll(() => wide('seed-swap')).toBe(width);
  await fingers(glass, ...steps([{ x: 200, y: 600 }], [{ x: 200, y: 300 }], 12));
  await expect.poll(top).toBeGreaterThan(100);

  // A finger carries what it has chosen before; a tap on a page that still runs on would only stop it.
  let was = -1;
  const rests = async () => {
    const before = was;
    was = await top();
    return was === before;
  };
  await expect.poll(rests, { interval: 300 }).toBe(true);
  await sign(page, 'seed-swap').tap();
  await page.getByRole('heading', { name: 'Seed swap', level: 2, exact: true }).waitFor();
  // It comes up above the sheet that tells of it.
  await expect.poll(async () => (await on(sign(page, 'seed-swap'))).y).toBeLessThan(300);
  const chosen = await on(sign(page, 'seed-swap'));
  await fingers(glass, ...steps([chosen], [{ x: chosen.x - 60, y: chosen.y + 20 }]));
  await expect.poll(() => textOf(page)).toMatch(/positions: \{seed-swap: \{x: /);
  await context.close();
});

test('on a phone a thing answers a finger at once after two have let go of the picture', async () => {
  const { context, page } = await onPhone('let-go');
  const at = await on(sign(page, 'seed-swap'));
  const glass = await context.newCDPSession(page);
  const apart = (far: number): Spot[] => [
    { x: at.x - far, y: at.y },
    { x: at.x + far, y: at.y },
  ];
  await fingers(glass, ...steps(apart(40), apart(80)));
  // Not a moment later: what lay between the fingers lies there still.
  await page.touchscreen.tap(at.x, at.y);
  await page.getByRole('heading', { name: 'Seed swap', level: 2, exact: true }).waitFor();
  await context.close();
});
