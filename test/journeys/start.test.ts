/** Starting and ending, as people do it and as machines fail: nothing acknowledged is lost, and nothing is left running. */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort, freshFolder, type Running, removeFolder, startPotluck } from '#test/journeys/browser';

const root = join(import.meta.dirname, '..', '..');
let folder: string;
let port: number;
let running: Running | null = null;

beforeAll(async () => {
  folder = await freshFolder();
  port = await freePort();
});

afterAll(async () => {
  await running?.stop();
  await removeFolder(folder);
});

/** Processes that name the data folder, other than those that look for it. */
function leftOver(): string[] {
  if (process.platform !== 'linux') return [];
  const all = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return all.filter((line) => line.includes(folder) && !line.includes('ps -eo'));
}

async function waitUntilGone(): Promise<string[]> {
  for (let tries = 0; tries < 100 && leftOver().length > 0; tries += 1)
    await new Promise((done) => setTimeout(done, 100));
  return leftOver();
}

const ask = async (path: string, body?: unknown) => {
  const response = await fetch(
    `http://127.0.0.1:${port}${path}`,
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  );
  return { status: response.status, body: (await response.json()) as Record<string, never> };
};

describe('one life after another, on one folder of data', () => {
  test('the first start says what it does, where it is and where the data lies, with the cases on the shelf', async () => {
    running = await startPotluck({ dataDir: folder, port });
    expect(running.said()).toContain(`http://127.0.0.1:${port}`);
    expect(running.said()).toContain(folder);
    const { body } = await ask('/api/communities');
    const ids = (body as unknown as { communities: { id: string }[] }).communities.map((one) => one.id);
    expect(ids).toEqual(expect.arrayContaining(['km4dev', 'allotment-school']));
  });

  test('a second one on the same port is told that it already runs', () => {
    const second = spawnSync(
      process.execPath,
      ['scripts/start.js', '--port', String(port), '--data', folder],
      { cwd: root, encoding: 'utf8' },
    );
    expect(second.status).toBe(1);
    expect(second.stderr).toContain(`Potluck is already running at http://127.0.0.1:${port}`);
    expect(second.stderr).not.toMatch(/\n\s+at /);
  });

  test('what was acknowledged before a kill is there after it', async () => {
    const { body } = await ask('/api/communities/allotment-school');
    const { version } = body as unknown as { version: number };
    const saved = await ask('/api/communities/allotment-school/operations', {
      changeId: randomUUID(),
      version,
      operations: [{ op: 'patch', id: 'hosting-turns', value: { amount: '21 h/month' } }],
    });
    expect(saved.status).toBe(200);
    await running?.kill();
    running = await startPotluck({ dataDir: folder, port });
    const after = await ask('/api/communities/allotment-school');
    expect((after.body as unknown as { version: number; text: string }).version).toBe(version + 1);
    expect((after.body as unknown as { text: string }).text).toContain('21 h/month');
  });

  test('asked to end, it ends with 0 and leaves nothing behind', async () => {
    expect(await running?.stop()).toBe(0);
    running = null;
    expect(await waitUntilGone()).toEqual([]);
  });

  test('a later start is quick', async () => {
    const began = Date.now();
    running = await startPotluck({ dataDir: folder, port });
    // About a second on a quiet machine; the tests themselves keep it busy.
    expect(Date.now() - began).toBeLessThan(6_000);
    await running.stop();
    running = null;
    expect(await waitUntilGone()).toEqual([]);
  });
});

describe('calls that cannot work', () => {
  const start = (...words: string[]) =>
    spawnSync(process.execPath, ['scripts/start.js', ...words], { cwd: root, encoding: 'utf8' });

  test.each([
    [['--port', 'many'], 'is no port'],
    [['--prot', '1'], 'does not know --prot'],
    [['--data'], 'needs a value'],
  ])('%j is told in words', (words, says) => {
    const { status, stderr } = start(...words);
    expect(status).not.toBe(0);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
