/**
 * How long somebody waits who moves a slider of What if: from the event of the slider to the paint of charts with a
 * thousand runs of KM4Dev over 60 months, in a real Chromium without a window, and how often the curves are drawn while
 * the slider is held. Skipped where there is no Chromium. By itself: `npm run bench -- page`.
 */
import { availableParallelism, loadavg } from 'node:os';
import { pathToFileURL } from 'node:url';
import { remark, section } from './table.js';
import { inBrowser } from './web-figures.js';

/** Moves before any counts, and moves that count. */
const WARM = 3;
const MOVES = 10;

/** In the page: notes for each move when a curve was another, and when all was drawn, both as painted. */
function watch() {
  const painted = (then) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(null);
    });
  const room = document.querySelector('main.whatif');
  const curve = () => room.querySelector('.fan-run')?.getAttribute('d') ?? '';
  const fan = () => room.querySelector('.fan-wide')?.getAttribute('d') ?? '';
  const state = { moves: [], curves: 0, curve: curve(), fan: fan() };
  globalThis.watched = state;
  document.addEventListener(
    'input',
    ({ timeStamp }) => state.moves.push({ began: timeStamp, curve: null, all: null }),
    true,
  );
  new MutationObserver(() => {
    const move = state.moves.at(-1);
    if (move === undefined) return;
    if (curve() !== state.curve) {
      state.curve = curve();
      state.curves += 1;
      painted((at) => {
        move.curve ??= at - move.began;
      });
    }
    if (room.getAttribute('aria-busy') === 'false' && fan() !== state.fan) {
      state.fan = fan();
      painted((at) => {
        move.all ??= at - move.began;
      });
    }
  }).observe(room, { subtree: true, childList: true, attributes: true, attributeFilter: ['d', 'aria-busy'] });
}

const middleOf = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

async function slider(browser, url) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${url}/c/km4dev/what-if`, { waitUntil: 'load' });
  await page.locator('.whatif-says li').first().waitFor({ timeout: 60_000 });
  await page.getByText('Move something by hand').click();
  await page.getByLabel('People who join').focus();
  await page.evaluate(watch);
  for (let move = 0; move < WARM + MOVES; move += 1) {
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      (count) =>
        globalThis.watched.moves.length === count && globalThis.watched.moves[count - 1].all !== null,
      move + 1,
      { timeout: 60_000 },
    );
    await page.waitForTimeout(1000);
  }
  const moves = (await page.evaluate(() => globalThis.watched.moves)).slice(WARM);
  const all = moves.map((one) => one.all);
  const middle = middleOf(all);
  const busy = `${availableParallelism()} processors, ${loadavg()[0].toFixed(1)} at work`;
  remark(
    `a slider of What if, 1,000 runs of KM4Dev over 60 months: painted after ${middle.toFixed(0)} ms (median of ${moves.length}; ` +
      `${Math.min(...all).toFixed(0)} to ${Math.max(...all).toFixed(0)})   goal 300: ${middle < 300 ? 'met' : 'NOT met'}   ${busy}`,
  );
  const curves = moves.map((one) => one.curve ?? one.all);
  await page.evaluate(() => {
    globalThis.watched.curves = 0;
  });
  for (let step = 0; step < 20; step += 1) {
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(50);
  }
  const drawn = await page.evaluate(() => globalThis.watched.curves);
  remark(
    `its curves follow after ${middleOf(curves).toFixed(0)} ms (median); moved 20 times a second for a second, they were drawn ${drawn} times`,
  );
  await page.close();
}

/** Prints the figures. */
export async function whatifFigures() {
  if (!(await inBrowser(slider)))
    remark('no Chromium here: how long a slider of What if makes somebody wait was not measured');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href || process.argv[2] === 'page') {
  section('In a browser: What if');
  await whatifFigures();
}
