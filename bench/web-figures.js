/**
 * How the application comes over a thin line and how it answers to the hand, in a real Chromium without a window: first
 * content and first use at 400 kb/s with 400 ms there and back, and the wait for each key in the interview beside thirty
 * things. Skipped where there is no Chromium. By itself: `node bench/web-figures.js`, after a build.
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

/** 400 kb/s both ways, 400 ms there and back. */
const THIN_LINE = {
  offline: false,
  latency: 400,
  downloadThroughput: 400_000 / 8,
  uploadThroughput: 400_000 / 8,
};

export function chromiumHere() {
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

/** Starts Potluck as people do, opens a Chromium, does the work, and leaves nothing behind. */
export async function inBrowser(work) {
  const executablePath = chromiumHere();
  if (executablePath === null) return false;
  const { chromium } = await import('playwright-core');
  const data = await mkdtemp(join(tmpdir(), 'potluck-bench-'));
  const port = await freePort();
  const stop = await started(port, data);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    await work(browser, `http://127.0.0.1:${port}`);
  } finally {
    await browser.close();
    await stop();
    await rm(data, { recursive: true, force: true, maxRetries: 3 });
  }
  return true;
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

/** Opens an address over the thin line with nothing kept; seconds until something is painted, and until it can be used. */
async function overThinLine(browser, address, usable) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  await cdp.send('Network.emulateNetworkConditions', THIN_LINE);
  const began = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await usable(page);
  const used = (performance.now() - began) / 1000;
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );
  await context.close();
  return { first: painted / 1000, used };
}

async function thinLineFigures(browser, url) {
  const rooms = {
    'the shelf': [
      '/',
      (page) => page.getByRole('button', { name: 'Start a community' }).click({ trial: true }),
    ],
    'a picture': [
      '/c/km4dev',
      (page) => page.locator('.drawing.choosable [data-id]').first().waitFor({ timeout: 60_000 }),
    ],
    'a story': ['/c/km4dev/story', (page) => page.locator('main h1').first().waitFor({ timeout: 60_000 })],
  };
  for (const [name, [path, usable]] of Object.entries(rooms)) {
    // Once without measuring: the server is warm.
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(url + path, { waitUntil: 'load' });
    await context.close();
    const { first, used } = await overThinLine(browser, url + path, usable);
    remark(
      `${name} at 400 kb/s and 400 ms: first content after ${first.toFixed(1)} s (goal 3: ${first <= 3 ? 'met' : 'NOT met'}), ` +
        `usable after ${used.toFixed(1)} s (goal 8: ${used <= 8 ? 'met' : 'NOT met'})`,
    );
  }
}

/** Types into the interview beside thirty things; the wait from each key to the paint after it, in ms. */
async function typingFigures(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const text = madeUp({ parties: 20, activities: 10, flows: 40, unknown: 3 });
  await page.request.post(`${url}/api/communities`, { data: { changeId: randomUUID(), text } });
  await page.goto(`${url}/c/made-up/interview`, { waitUntil: 'networkidle' });
  const field = page.locator('main textarea').first();
  await field.click();
  await page.evaluate(() => {
    globalThis.keys = [];
    document.addEventListener('keydown', (event) => {
      const began = event.timeStamp;
      // After the frame in which the key shows: a task that comes when it has been painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => globalThis.keys.push(performance.now() - began);
        port2.postMessage(null);
      });
    });
  });
  await page.keyboard.type('two of the core answer newcomers, about three hours a week', { delay: 90 });
  await page.waitForTimeout(500);
  const keys = (await page.evaluate(() => globalThis.keys)).sort((a, b) => a - b);
  if (keys.length < 40) throw new Error('too few keys were seen: nothing was measured');
  const middle = keys[Math.floor(keys.length / 2)];
  const most = keys.at(-1);
  const late = keys.filter((one) => one >= 50).length;
  remark(
    `typing in the interview beside 30 things, ${keys.length} keys: painted after ${middle.toFixed(0)} ms (median), ` +
      `${most.toFixed(0)} ms (longest), ${late} over 50 ms   goal 50 each: ${late === 0 ? 'met' : 'NOT met'}`,
  );
  await page.close();
}

/** Prints the figures. */
export async function webFigures() {
  const ran = await inBrowser(async (browser, url) => {
    await thinLineFigures(browser, url);
    await typingFigures(browser, url);
  });
  if (!ran) remark('no Chromium here: how the application comes over a thin line was not measured');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await webFigures();
