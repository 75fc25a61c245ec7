/**
 * The world of a journey: a real Potluck, started as people start it, and a real Chromium. Journeys say what a person
 * does; this says how a machine does it. What a page looked like is kept in `test-artefacts/`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const root = join(import.meta.dirname, '..', '..');
const artefacts = join(root, 'test-artefacts');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Wide and narrow, as the design is drawn. */
export const SIZES = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;

export interface Running {
  readonly url: string;
  readonly dataDir: string;
  /** All it has said so far, on both outputs. */
  readonly said: () => string;
  readonly pid: number;
  /** Ends it as Ctrl-C does; gives the exit code. Its data stays. */
  readonly stop: () => Promise<number | null>;
  /** Ends it at once, as a power cut of the process would. */
  readonly kill: () => Promise<void>;
}

/** A port that nobody uses just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A new folder for data. */
export const freshFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'potluck-journey-'));
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 3 });

/** Starts Potluck with its cases on the shelf, and waits until it says where it is. */
export async function startPotluck(options: {
  readonly dataDir: string;
  readonly port?: number;
}): Promise<Running> {
  const port = options.port ?? (await freePort());
  const child = spawn(
    process.execPath,
    [join(root, 'scripts', 'start.js'), '--port', String(port), '--data', options.dataDir],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  const hear = (data: Buffer) => {
    said += data.toString();
  };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', hear);
  await ready(child, () => said);
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir: options.dataDir,
    said: () => said,
    pid: child.pid ?? 0,
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function ready(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((done, failed) => {
    const watch = setInterval(() => {
      if (/ready at http/.test(said())) finish(done);
    }, 50);
    const timer = setTimeout(
      () => finish(() => failed(new Error(`Potluck did not start within 90 s:\n${said()}`))),
      90_000,
    );
    const onClose = () => finish(() => failed(new Error(`Potluck ended while starting:\n${said()}`)));
    const finish = (how: () => void) => {
      clearInterval(watch);
      clearTimeout(timer);
      child.off('close', onClose);
      how();
    };
    child.once('close', onClose);
  });
}

/** A Chromium without a window, with a profile of its own. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'];
  if (executablePath === undefined)
    throw new Error('no Chromium: npm test finds or installs one, or set CHROME_PATH');
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, headless: true, args });
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the page since it was opened: scripts, console, refused loads, asked-for things from elsewhere. */
  readonly errors: () => readonly string[];
}

/** Opens a page and listens for whatever goes wrong on it. */
export async function visit(
  browser: Browser,
  url: string,
  size: keyof typeof SIZES = 'desk',
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const home = new URL(url).origin;
  page.on('pageerror', (error) => errors.push(`script: ${error.message}`));
  page.on(
    'console',
    (message) => void (message.type() === 'error' && errors.push(`console: ${message.text()}`)),
  );
  page.on('request', (request) => {
    const asked = request.url();
    if (/^https?:/.test(asked) && !asked.startsWith(home)) errors.push(`asked elsewhere: ${asked}`);
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.locator('main').first().waitFor();
  // An open page goes on listening for changes: where it never rests, it is taken as it is.
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
  return { page, context, errors: () => errors };
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
  readonly passes: readonly unknown[];
}

/**
 * What axe complains of on the page as it stands, and a picture of each: light and wide, dark and as narrow as a page may
 * become. Empty: nothing. A run in which axe checked nothing is a complaint too.
 */
export function complaintsOfAxe(page: Page, name: string): Promise<string[]> {
  return complaintsIn(page, name, [
    ['light', SIZES.desk],
    ['dark', { width: 320, height: 640 }],
  ]);
}

type Look = readonly [theme: 'light' | 'dark', size: { readonly width: number; readonly height: number }];

async function complaintsIn(page: Page, name: string, looks: readonly Look[]): Promise<string[]> {
  mkdirSync(artefacts, { recursive: true });
  const before = page.viewportSize();
  const complaints: string[] = [];
  await page.evaluate(axeSource);
  for (const [colorScheme, viewport] of looks) {
    const size = Object.entries(SIZES).find(([, one]) => one.width === viewport.width)?.[0] ?? viewport.width;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(viewport);
    await drawnAnew(page);
    await page.screenshot({ path: join(artefacts, `${name}-${colorScheme}-${size}.png`), fullPage: true });
    const { violations, passes } = (await page.evaluate(
      'axe.run(document, { resultTypes: ["violations", "passes"] })',
    )) as AxeResult;
    if (passes.length === 0) complaints.push(`${colorScheme} ${size}: axe checked nothing`);
    for (const one of violations)
      complaints.push(
        `${colorScheme} ${size}: ${one.id}: ${one.help}: ${one.nodes
          .map((node) => node.html.slice(0, 160))
          .slice(0, 3)
          .join(' | ')}`,
      );
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    if (typeof overflow === 'number' && overflow > 1)
      complaints.push(`${colorScheme} ${size}: the page is ${overflow} px wider than the window`);
    complaints.push(...(await tooSmall(page)).map((one) => `${colorScheme} ${size}: under 24 px: ${one}`));
  }
  if (before !== null) await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  return complaints;
}

/** What is cut off on the page as it stands: at 320 px, at twice the size on a desk of 1280 px, and from right to left. */
export async function cutOffAnywhere(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  const complaints: string[] = [];
  for (const [called, direction, viewport] of POSTURES) {
    await page.setViewportSize(viewport);
    await page.evaluate(`document.documentElement.dir = '${direction}'`);
    await drawnAnew(page);
    complaints.push(...(await cutOff(page)).map((one) => `${called}: ${one}`));
  }
  await page.evaluate(`document.documentElement.dir = 'ltr'`);
  if (before !== null) await page.setViewportSize(before);
  return complaints;
}

const POSTURES = [
  ['320', 'ltr', { width: 320, height: 640 }],
  ['at 200 %', 'ltr', { width: 640, height: 400 }],
  ['right to left, 320', 'rtl', { width: 320, height: 640 }],
  ['right to left, 1280', 'rtl', SIZES.desk],
] as const;

/**
 * Whether the page is wider than its window, and the words and controls that stand outside of it or are cut off, unless
 * one can scroll to them. Where a dialog is open, those in it. The name in the head may be shortened: it stands whole below.
 */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const wide = document.documentElement.clientWidth;
    const over = document.documentElement.scrollWidth - wide;
    const found = over > 1 ? ['the page is ' + over + ' px wider than the window'] : [];
    const scrolls = (one) => one !== null && ((/auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth) || scrolls(one.parentElement));
    const named = (one) => one.tagName.toLowerCase() + '.' + one.className + ' ' + one.textContent.trim().slice(0, 40);
    for (const one of (document.querySelector('dialog[open]') ?? document.body).querySelectorAll('*')) {
      if (one.closest('svg, .visually-hidden, .skip, .where-name') !== null || !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const { left, right, width, height } = one.getBoundingClientRect();
      if (width < 2 || height < 2) continue;
      const read = one.matches('button, input, select, textarea, a') || [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
      if (read && (left < -1 || right > wide + 1) && !scrolls(one.parentElement)) found.push('outside of the window: ' + named(one));
      const { overflowX, overflowY } = getComputedStyle(one);
      if (/hidden|clip/.test(overflowX) && one.scrollWidth > one.clientWidth + 2 && read) found.push('cut off: ' + named(one));
      if (/hidden|clip/.test(overflowY) && one.scrollHeight > one.clientHeight + 4 && read) found.push('cut off below: ' + named(one));
    }
    return found.slice(0, 5);
  })()`) as Promise<string[]>;
}

/** Until the page has laid itself out and every animation that ends has ended. */
async function drawnAnew(page: Page): Promise<void> {
  await page.evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    .then(() => Promise.all(document.getAnimations()
      .filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime))
      .map((one) => one.finished.catch(() => undefined))))`);
}

/** Controls that are smaller than a fingertip may be: links within a line of words and boxes with a label apart (WCAG 2.5.8). */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('button, select, summary, input, textarea, nav a, .button')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.closest('label, p, .visually-hidden') === null)
    .map((one) => [one, one.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && box.height > 1 && (box.width < 23.5 || box.height < 23.5))
    .map(([one, box]) => one.outerHTML.slice(0, 90) + ' ' + Math.round(box.width) + ' x ' + Math.round(box.height))`) as Promise<
    string[]
  >;
}
