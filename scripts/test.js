/**
 * `npm test`: installs what it needs, builds, checks types, style and size, runs every test and journey, and closes with
 * `N passed, N failed` alone on the last line. Each check that is no test of its own counts as one.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.js';
import { ensureChromium } from './chromium.js';
import { ensureInstalled } from './install.js';
import { root } from './tree.js';

const say = (line) => process.stdout.write(`${line}\n`);
const artefacts = join(root, 'test-artefacts');
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const second = [];
const children = new Set();

function count(name, ok, detail = '') {
  total[ok ? 'passed' : 'failed'] += 1;
  say(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
  if (!ok) {
    failures.push(name);
    if (detail !== '') say(detail.trimEnd());
  }
}

/** Runs a program to its end or its time limit. */
function run(command, args, { minutes = 3, live = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
      env: { ...process.env, ...env },
    });
    children.add(child);
    let told = '';
    child.stdout?.on('data', (data) => {
      told += data;
    });
    child.stderr?.on('data', (data) => {
      told += data;
    });
    const timer = setTimeout(() => {
      told += `\nended after ${minutes} minutes`;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 5000).unref();
    }, minutes * 60_000);
    const end = (code, extra = '') => {
      clearTimeout(timer);
      children.delete(child);
      resolve({ code, told: told + extra });
    };
    child.on('error', (error) => end(1, error.message));
    child.on('close', (code) => end(code ?? 1));
  });
}

const tool = (...path) => join(root, 'node_modules', ...path);

async function check(name, file, args) {
  const { code, told } = await run(process.execPath, [file, ...args]);
  count(name, code === 0, told);
}

/** Runs one project of Vitest and adds up what it reports. A file that does not even load counts as one failure. */
async function vitest(project, env = {}) {
  const report = join(artefacts, `vitest-${project}.json`);
  rmSync(report, { force: true });
  const args = [
    tool('vitest', 'vitest.mjs'),
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { code } = await run(process.execPath, args, { minutes: 20, live: true, env });
  const before = { ...total };
  try {
    add(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return count(`tests of ${project} (no report was written)`, false);
  }
  const ran = total.passed + total.failed + total.skipped - before.passed - before.failed - before.skipped;
  if (ran === 0) count(`tests of ${project} (none were found)`, false);
  else if (code !== 0 && total.failed === before.failed)
    count(`tests of ${project} (errors outside the tests)`, false);
}

function add(report) {
  for (const file of report.testResults) {
    const name = file.name.replace(`${root}/`, '');
    if (file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'))
      count(`${name} (did not load, or failed outside its tests)`, false, file.message ?? '');
    for (const one of file.assertionResults) {
      if (one.status === 'passed') {
        total.passed += 1;
        if (one.failureMessages.length > 0) second.push(`${name}: ${one.fullName}`);
      } else if (one.status === 'failed') {
        total.failed += 1;
        failures.push(`${name}: ${one.fullName}`);
      } else total.skipped += 1;
    }
  }
}

async function all() {
  const chosen = process.argv.slice(2);
  const wanted = (stage) => chosen.length === 0 || chosen.includes(stage);
  await ensureInstalled({ dev: true, say });
  mkdirSync(artefacts, { recursive: true });
  try {
    await ensureBuilt({ say });
    count('build', true);
  } catch (error) {
    count('build', false, error.message);
  }
  if (wanted('checks')) {
    await check('types of the core', tool('typescript', 'bin', 'tsc'), ['-p', 'src/core/tsconfig.json']);
    await check('types of everything', tool('typescript', 'bin', 'tsc'), ['-p', 'tsconfig.json']);
    await check('style', tool('@biomejs', 'biome', 'bin', 'biome'), [
      'ci',
      '--colors=off',
      '--max-diagnostics=20',
      '.',
    ]);
    await check('size of the pages', tool('size-limit', 'bin.js'), []);
  }
  if (wanted('unit')) {
    await vitest('unit');
    await vitest('alone');
  }
  if (wanted('journeys')) {
    const chromium = ensureChromium(say);
    count('a browser for the journeys', chromium !== null);
    if (chromium !== null) await vitest('journeys', { CHROME_PATH: chromium });
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
    process.exit(1);
  });
}

try {
  await all();
} catch (error) {
  count('preparations', false, error.message);
}
if (failures.length > 0) say(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
if (second.length > 0) say(`\nPassed only the second time:\n${second.map((name) => `  ${name}`).join('\n')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`, () =>
  process.exit(total.failed > 0 ? 1 : 0),
);
