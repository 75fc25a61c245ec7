/**
 * How the picture of 150 things and 400 flows pans in a real Chromium without a window: frames a second while it is
 * dragged about, folded as people meet it, and with everything laid out. Skipped where there is no Chromium.
 * By itself: `node bench/picture-pan.js`, after `npm run bench` or a build.
 */
import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { madeUp } from './made-up.js';
import { remark } from './table.js';
import { inBrowser } from './web-figures.js';

/** Frames a second that the picture has to reach. */
const GOAL = 30;
const SECONDS = 3;

/** Drags the picture in circles for a while; gives frames a second and the longest wait for one, in ms. */
async function pan(page) {
  await page.getByRole('button', { name: 'Closer' }).click();
  await page.waitForTimeout(600);
  await page.evaluate((ms) => {
    const times = [];
    globalThis.panning = new Promise((done) => {
      const began = performance.now();
      const step = (now) => {
        times.push(now);
        if (now - began < ms) requestAnimationFrame(step);
        else done(times);
      };
      requestAnimationFrame(step);
    });
  }, SECONDS * 1000);
  const box = await page.locator('.picture-pan').boundingBox();
  const middle = await bareGround(page, box);
  const before = await page.locator('.picture-sheet').getAttribute('style');
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  const until = performance.now() + SECONDS * 1000;
  for (let turn = 0; performance.now() < until; turn += 0.09)
    await page.mouse.move(middle.x - 150 + 150 * Math.cos(turn), middle.y + 150 * Math.sin(turn));
  await page.mouse.up();
  const times = await page.evaluate(() => globalThis.panning);
  const moved = await page.locator('.picture-sheet').getAttribute('style');
  if (moved === before) throw new Error('the picture did not move: nothing was measured');
  const waits = times.slice(1).map((time, i) => time - times[i]);
  const aSecond = (1000 * waits.length) / (times.at(-1) - times[0]);
  await page.getByRole('button', { name: 'Whole' }).click();
  return { aSecond, longest: Math.max(...waits) };
}

/** A point of the picture on which nothing is drawn: there a drag moves the sheet, and not a sign. */
function bareGround(page, box) {
  return page.evaluate(({ x, y, width, height }) => {
    for (let down = 20; down < height - 60; down += 12)
      for (let right = width - 20; right > 20; right -= 12) {
        const element = document.elementFromPoint(x + right, y + down);
        if (element !== null && element.closest('[data-id], button') === null)
          return { x: x + right, y: y + down };
      }
    throw new Error('no bare ground to drag');
  }, box);
}

/** Prints the figures. */
export async function panFigures() {
  const ran = await inBrowser(async (browser, url) => {
    const text = madeUp({ parties: 100, activities: 48, flows: 400, unknown: 3 });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.request.post(`${url}/api/communities`, { data: { changeId: randomUUID(), text } });
    await page.goto(`${url}/c/made-up`, { waitUntil: 'networkidle' });
    await page.locator('.drawing.choosable').waitFor({ timeout: 60_000 });
    await said(page, 'folded, as it is met', await pan(page));
    await page.getByRole('button', { name: 'Show everything' }).click({ timeout: 90_000 });
    await page.getByRole('button', { name: 'Fold again' }).waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1500);
    await said(page, 'everything laid out', await pan(page));
  });
  if (!ran) remark('no Chromium here: how the picture pans was not measured');
}

async function said(page, how, { aSecond, longest }) {
  const signs = await page.locator('.drawing.choosable [data-id]').count();
  remark(
    `picture of 150 things and 400 flows, ${how} (${signs} groups): ${aSecond.toFixed(0)} frames a second while it pans, ` +
      `longest wait ${longest.toFixed(0)} ms   goal ${GOAL}: ${aSecond >= GOAL ? 'met' : 'NOT met'}`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await panFigures();
