/**
 * How the picture of 150 things and 400 flows pans in a real Chromium without a window: frames a second while it is
 * dragged about, folded as people meet it, and with everything laid out. Skipped where there is no Chromium.
 * By itself: `node bench/picture-pan.js`, after `npm run bench` or a build.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { madeUp } from './made-up.js';
import { remark } from './table.js';

/** Frames a second that the picture has to reach. */
const GOAL = 30;
const SECONDS = 3;

function chromiumHere() {
  const places = [
    process.env.CHROME_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  return places.find((place) => place !== undefined && existsSync(place)) ?? null;
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function started(port, data) {
  const child = spawn(process.execPath, ['scripts/start.js', '--port', String(port), '--data', data], {
    cwd: join(import.meta.dirname, '..'),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  await new Promise((done, failed) => {
    const hear = (chunk) => {
      said += chunk;
      if (said.includes('ready at http')) done();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => failed(new Error(`Potluck did not start:\n${said}`)));
  });
  return () =>
    new Promise((done) => {
      child.once('close', done);
      child.kill('SIGINT');
    });
}

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
  const executablePath = chromiumHere();
  if (executablePath === null) return remark('no Chromium here: how the picture pans was not measured');
  const { chromium } = await import('playwright-core');
  const data = await mkdtemp(join(tmpdir(), 'potluck-bench-'));
  const port = await freePort();
  const stop = await started(port, data);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const url = `http://127.0.0.1:${port}`;
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
  } finally {
    await browser.close();
    await stop();
    await rm(data, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function said(page, how, { aSecond, longest }) {
  const signs = await page.locator('.drawing.choosable [data-id]').count();
  remark(
    `picture of 150 things and 400 flows, ${how} (${signs} groups): ${aSecond.toFixed(0)} frames a second while it pans, ` +
      `longest wait ${longest.toFixed(0)} ms   goal ${GOAL}: ${aSecond >= GOAL ? 'met' : 'NOT met'}`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await panFigures();
