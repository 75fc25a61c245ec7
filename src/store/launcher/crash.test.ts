/** Potluck is killed in the middle of its work, without a word: nothing that was acknowledged is lost, and no server stays. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { orchardDiscloser, partiesIn } from '#store/contract/orchard';
import { startDatabase } from '#store/launcher/start';
import { openStore } from '#store/open';

const WRITING_MS = 700;
const SEVERAL = 5;

let dataDir: string;
let script: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'potluck-crash-'));
  script = await built();
}, 60_000);

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await noServer(10_000);
  await rm(dataDir, { recursive: true, force: true });
  await rm(script, { force: true });
});

/** The writer as one file that Node can run; beside the packages that it needs. */
async function built(): Promise<string> {
  const { rolldown } = await import('rolldown');
  const bundle = await rolldown({
    input: new URL('./crash-writer.ts', import.meta.url).pathname,
    platform: 'node',
    external: (id) => !/^[.#/]/.test(id),
    resolve: { conditionNames: ['potluck-source', 'node', 'import', 'default'] },
  });
  const file = new URL(`../../../node_modules/.potluck-crash-${process.pid}.mjs`, import.meta.url).pathname;
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  await bundle.close();
  return file;
}

/** Lets a writer work until it has written for a while, kills it, and gives what it had acknowledged. */
async function writtenUntilKilled(name: string): Promise<string[]> {
  const child = spawn(process.execPath, [script, dataDir, name], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let out = '';
  let trouble = '';
  child.stdout.on('data', (part) => {
    out += part;
  });
  child.stderr.on('data', (part) => {
    trouble += part;
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const until = Date.now() + 30_000;
  while (out.split('\n').length <= SEVERAL) {
    if (child.exitCode !== null || Date.now() > until)
      throw new Error(`the writer wrote nothing: ${trouble}`);
    await sleep(10);
  }
  await sleep(WRITING_MS);
  // Else there would be nothing whose end could be seen.
  expect((await servers()).length).toBeGreaterThan(1);
  child.kill('SIGKILL');
  await ended;
  return out.split('\n').slice(0, -1);
}

/** The servers at work in our folder, found by where they stand: their command line need not name it. */
async function servers(): Promise<string[]> {
  const found: string[] = [];
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const at = await readlink(`/proc/${pid}/cwd`).catch(() => '');
    if (at.startsWith(`${dataDir}/`)) found.push(pid);
  }
  return found;
}

async function noServer(withinMs: number): Promise<string[]> {
  const until = Date.now() + withinMs;
  while ((await servers()).length > 0 && Date.now() < until) await sleep(50);
  return servers();
}

describe.runIf(process.platform === 'linux')('killed with -9', () => {
  test('and started again at once: every acknowledged change is there', { timeout: 60_000 }, async () => {
    const acknowledged: string[] = [];
    for (const name of ['first', 'second']) {
      acknowledged.push(...(await writtenUntilKilled(name)));
      const database = await startDatabase({ dataDir });
      const store = await openStore(database, { discloser: orchardDiscloser() });
      try {
        expect(acknowledged.length).toBeGreaterThanOrEqual(SEVERAL);
        const there = new Set(partiesIn((await store.view('orchard', 'public'))?.body));
        expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
        // What was written is whole: each version has its revision, and the text is the one of the last.
        const [last] = await store.revisions('orchard', { limit: 1 });
        expect((await store.text('orchard', 'stewards'))?.version).toBe(last?.version);
        expect((await store.textAt('orchard', last?.version ?? 0))?.text).toBe(
          (await store.text('orchard', 'stewards'))?.body,
        );
      } finally {
        await store.close();
        await database.stop();
      }
    }
    expect(await servers()).toEqual([]);
  });

  test('and not started again: the server ends by itself', { timeout: 60_000 }, async () => {
    await writtenUntilKilled('third');
    expect(await noServer(5_000)).toEqual([]);
  });
});
