/** Finds a Chromium, or gets one: Debian's package where we may install packages, else the one of Playwright. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './tree.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/Applications/Google Chrome.app/Contents/MacOS',
  '/Applications/Chromium.app/Contents/MacOS',
  'C:\\Program Files\\Google\\Chrome\\Application',
];

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a Chromium on this machine; null where there is none. `CHROME_PATH` goes first. */
export function findChromium(env = process.env) {
  const named = env.CHROME_PATH;
  if (named !== undefined && named !== '') return runs(named) ? named : null;
  const folders = [...PLACES, ...(env.PATH ?? '').split(delimiter)];
  for (const name of [...NAMES, 'Google Chrome', 'Chromium', 'chrome.exe']) {
    for (const folder of folders) if (runs(join(folder, name))) return join(folder, name);
  }
  return findPlaywrights();
}

/** The newest of those that Playwright has fetched before. */
function findPlaywrights() {
  const caches = {
    linux: join(homedir(), '.cache', 'ms-playwright'),
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: join(homedir(), 'AppData', 'Local', 'ms-playwright'),
  };
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? caches[process.platform] ?? caches.linux;
  if (!existsSync(cache)) return null;
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win/chrome.exe',
  ];
  const found = readdirSync(cache)
    .filter((name) => name.startsWith('chromium'))
    .sort()
    .reverse()
    .flatMap((name) => inside.map((path) => join(cache, name, path)))
    .filter(runs);
  return found[0] ?? null;
}

/** A Chromium, installed if need be; null, with the reason told, where none can be had. */
export function ensureChromium(say) {
  const found = findChromium();
  if (found !== null || process.env.CHROME_PATH) {
    if (found === null) say(`CHROME_PATH names ${process.env.CHROME_PATH}, which cannot be run`);
    return found;
  }
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say("installing Chromium from the system's packages (once; about a minute)");
    const quiet = {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    spawnSync('apt-get', ['update', '-qq'], quiet);
    const done = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet);
    if (done.status !== 0)
      say(`apt-get could not install it: ${(done.stderr ?? '').trim().split('\n').at(-1)}`);
  } else {
    say('fetching the Chromium of Playwright (once)');
    const done = spawnSync(
      process.execPath,
      [join(root, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'],
      { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', timeout: 300_000 },
    );
    if (done.status !== 0) say(`Playwright could not fetch it: ${(done.stderr ?? '').trim().split('\n')[0]}`);
  }
  return findChromium();
}
