/**
 * Installs what the lock file names, and only when something of it is missing. Needs nothing but Node and npm.
 * Install scripts of packages are never run: nothing here needs one.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone, root, unwritable } from './tree.js';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Whether a package is made for certain machines; an optional one that is not may be left out by npm as it likes. */
const tied = (entry) => entry.os !== undefined || entry.cpu !== undefined;

/** Whether a package of the lock file is for this machine. */
function fits(entry) {
  const allows = (list, value) => {
    if (list === undefined) return true;
    if (list.includes(`!${value}`)) return false;
    const named = list.filter((item) => !item.startsWith('!'));
    return named.length === 0 || named.includes(value) || named.includes('any');
  };
  if (!allows(entry.os, process.platform) || !allows(entry.cpu, process.arch)) return false;
  if (entry.libc === undefined || process.platform !== 'linux') return true;
  const glibc = process.report.getReport().header.glibcVersionRuntime !== undefined;
  return allows(entry.libc, glibc ? 'glibc' : 'musl');
}

/** What the lock file names and `node_modules` does not hold, in that version. */
export function missing({ dev }) {
  const wanted = readJson(join(root, 'package-lock.json')).packages;
  const hidden = join(root, 'node_modules', '.package-lock.json');
  const present = existsSync(hidden) ? readJson(hidden).packages : {};
  return Object.entries(wanted)
    .filter(([path, entry]) => {
      if (path === '' || ((entry.dev || entry.devOptional) && !dev)) return false;
      if (entry.optional && !(tied(entry) && fits(entry))) return false;
      return present[path]?.version !== entry.version || !existsSync(join(root, path, 'package.json'));
    })
    .map(([path]) => path.replace(/^node_modules\//, ''));
}

/** Installs if something is missing. `dev`: with what only developers need. Resolves to whether it installed. */
export async function ensureInstalled({ dev, say }) {
  if (missing({ dev }).length === 0) return false;
  await alone(async () => {
    const lacking = missing({ dev }).length;
    if (lacking === 0) return;
    say(`installing what Potluck needs (${lacking} packages, once; usually under a minute)`);
    await npmCi({ dev, say });
    const still = missing({ dev });
    if (still.length > 0) throw new Error(`npm did not install ${still.slice(0, 5).join(', ')}. Try: npm ci`);
  }, say);
  return true;
}

function npmCi({ dev, say }) {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // Said either way: NODE_ENV=production in the environment would otherwise leave the developer's packages out.
  args.push(dev ? '--include=dev' : '--omit=dev');
  const started = Date.now();
  const ticker = setInterval(
    () => say(`  still installing, ${Math.round((Date.now() - started) / 1000)} s`),
    5000,
  );
  return new Promise((resolve, reject) => {
    const execPath = process.env.npm_execpath;
    const viaNode = execPath !== undefined && /npm-cli\.c?js$/.test(execPath);
    const child = viaNode
      ? spawn(process.execPath, [execPath, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
      : spawn('npm', args, {
          cwd: root,
          stdio: ['ignore', 'pipe', 'pipe'],
          shell: process.platform === 'win32',
        });
    let told = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        told += data;
      });
    child.on('error', (error) =>
      reject(error.code === 'ENOENT' ? new Error('npm was not found; it comes with Node.js') : error),
    );
    child.on('close', (code) => {
      if (code === 0) {
        say(`  installed in ${Math.round((Date.now() - started) / 1000)} s`);
        resolve();
      } else if (/EACCES|EROFS/.test(told) && told.includes(root)) {
        reject(
          unwritable(
            Object.assign(new Error('cannot write'), { code: told.includes('EROFS') ? 'EROFS' : 'EACCES' }),
          ),
        );
      } else {
        reject(new Error(`npm ci failed (exit ${code}). npm said:\n${firstLines(told)}`));
      }
    });
  }).finally(() => clearInterval(ticker));
}

/** What npm said, without the manual page that it prints after some mistakes. */
function firstLines(told) {
  const lines = told
    .trim()
    .split('\n')
    .filter((line) => !/^npm warn/.test(line));
  const end = lines.findIndex((line) => /Usage:$/.test(line));
  return lines.slice(0, end < 0 ? 20 : Math.min(end, 20)).join('\n');
}
