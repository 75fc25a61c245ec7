/** The server that comes with Potluck: made, found again, shared, put in order, ended. */
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { orchardDiscloser } from '#store/contract/orchard';
import { withClient } from '#store/launcher/provision';
import { type Database, startDatabase } from '#store/launcher/start';
import { DatabaseTrouble } from '#store/launcher/trouble';
import { openStore } from '#store/open';
import { StoreUnavailable } from '#store/port';

let base: string;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'potluck-start-'));
});
afterAll(() => rm(base, { recursive: true, force: true }));

const setting = (database: Database, name: string): Promise<string> =>
  withClient(
    database.owner,
    async (client) => (await client.query('select current_setting($1) as value', [name])).rows[0].value,
  );

const running = (folder: string): Promise<boolean> =>
  stat(join(folder, 'postgres-18', 'postmaster.pid')).then(
    () => true,
    () => false,
  );

describe('a server of our own', () => {
  test('is made in an empty folder, safe and closed, and ends when asked', { timeout: 60_000 }, async () => {
    const dataDir = join(base, 'a');
    const steps: string[] = [];
    const database = await startDatabase({ dataDir, onProgress: ({ step }) => steps.push(step) });
    expect(database.is).toBe('own');
    expect(steps.filter((step) => step !== 'copying')).toEqual(['making', 'starting', 'ready']);
    for (const [name, value] of [
      ['listen_addresses', ''],
      ['data_checksums', 'on'],
      ['fsync', 'on'],
      ['synchronous_commit', 'on'],
      ['server_encoding', 'UTF8'],
    ] as const) {
      expect(await setting(database, name), name).toBe(value);
    }
    // Nobody but the owner of the folder gets near the passwords or the socket.
    expect((await stat(join(dataDir, 'logins.json'))).mode & 0o077).toBe(0);
    expect((await stat(database.owner.host)).mode & 0o077).toBe(0);
    await expect(
      withClient({ ...database.app, password: 'guessed' }, async () => undefined),
    ).rejects.toMatchObject({ code: '28P01' });
    await expect(
      withClient({ ...database.app, database: 'postgres' }, async () => undefined),
    ).rejects.toMatchObject({ code: '42501' });
    await database.stop();
    await database.stop();
    await database.ended;
    expect(await running(dataDir)).toBe(false);
  });

  test('is shared by a second start on the same folder, which does not end it', {
    timeout: 60_000,
  }, async () => {
    const dataDir = join(base, 'a');
    const both = await Promise.all([startDatabase({ dataDir }), startDatabase({ dataDir })]);
    expect(both.map((one) => one.is).sort()).toEqual(['own', 'shared']);
    const own = both.find((one) => one.is === 'own') as Database;
    await both.find((one) => one.is === 'shared')?.stop();
    expect(await setting(own, 'fsync')).toBe('on');
    await own.stop();
    expect(await running(dataDir)).toBe(false);
  });

  test('starts where a crash left its marks: a number that somebody else has now, a folder half made', {
    timeout: 60_000,
  }, async () => {
    const dataDir = join(base, 'a');
    const cluster = join(dataDir, 'postgres-18');
    await writeFile(
      join(cluster, 'postmaster.pid'),
      `${process.pid}\n${cluster}\n1\n5432\n${dataDir}\n\n1 1\nready   \n`,
      { mode: 0o600 },
    );
    await writeFile(join(dataDir, 'starting.lock'), JSON.stringify({ pid: process.pid, began: 'long ago' }));
    await mkdir(join(dataDir, 'postgres-18.half'), { recursive: true });
    const database = await startDatabase({ dataDir });
    expect(database.is).toBe('own');
    await database.stop();

    const fresh = join(base, 'half');
    await mkdir(join(fresh, 'postgres-18.half', 'base'), { recursive: true });
    const made = await startDatabase({ dataDir: fresh });
    await made.stop();
    expect((await readdir(fresh)).filter((name) => name.endsWith('.half'))).toEqual([]);
  });

  test('has a short way to its socket, however long the folder is', { timeout: 60_000 }, async () => {
    const dataDir = join(base, 'l'.repeat(120), 'with a space');
    const database = await startDatabase({ dataDir });
    expect(Buffer.byteLength(join(database.owner.host, '.s.PGSQL.5432'))).toBeLessThanOrEqual(107);
    expect(await setting(database, 'fsync')).toBe('on');
    await database.stop();
    await rm(database.owner.host, { recursive: true, force: true });
  });

  test('does not stay when somebody else kills it: that is told', { timeout: 60_000 }, async () => {
    const dataDir = join(base, 'a');
    const database = await startDatabase({ dataDir });
    const store = await openStore(database, { discloser: orchardDiscloser() });
    expect(await store.ping()).toBe(true);
    const pid = Number(
      (await readFile(join(dataDir, 'postgres-18', 'postmaster.pid'), 'utf8')).split('\n')[0],
    );
    process.kill(pid, 'SIGQUIT');
    await database.ended;
    expect(await store.ping()).toBe(false);
    await expect(store.list([{ community: '*', audience: 'public' }])).rejects.toBeInstanceOf(
      StoreUnavailable,
    );
    await expect(store.remove('orchard')).rejects.toBeInstanceOf(StoreUnavailable);
    await store.close();
    await database.stop();
    const again = await startDatabase({ dataDir });
    expect(again.is).toBe('own');
    await again.stop();
  });
});

describe('trouble is told in a way that can be mended', () => {
  const troubleOf = (dataDir: string, databaseUrl?: string): Promise<DatabaseTrouble> =>
    startDatabase({ dataDir, databaseUrl }).then(
      () => Promise.reject(new Error('it started')),
      (error: unknown) => {
        expect(error).toBeInstanceOf(DatabaseTrouble);
        return error as DatabaseTrouble;
      },
    );

  test('a folder that cannot be written', async () => {
    const file = join(base, 'a-file');
    await writeFile(file, '');
    expect(await troubleOf(join(file, 'data'))).toMatchObject({
      code: 'folder',
      message: expect.stringContaining('--data'),
    });
  });

  test('data of another version of the database', async () => {
    const dataDir = join(base, 'old');
    await mkdir(join(dataDir, 'postgres-17'), { recursive: true });
    expect(await troubleOf(dataDir)).toMatchObject({
      code: 'newer',
      message: expect.stringContaining('postgres 17'),
    });
  });

  test('a URL that leads nowhere', async () => {
    const dataDir = join(base, 'url');
    expect((await troubleOf(dataDir, 'mysql://here')).message).toContain(
      'postgres://user:password@host:5432/name',
    );
    expect((await troubleOf(dataDir, 'postgres://a:b@127.0.0.1:1/x')).message).toContain(
      'nothing answers there',
    );
    expect((await troubleOf(dataDir, 'postgres://a:b@/x?host=/nowhere')).message).toContain('no such socket');
  });
});

test('the guard ends its server when its input ends, and itself when the server ends', {
  timeout: 60_000,
}, async () => {
  const { startGuarded } = await import('#store/launcher/guard');
  const account = { is: 'oneself', owner: null, startsInside: false, before: [], options: {} } as const;
  const around = { logFile: join(base, 'guard.log'), cwd: '/', env: process.env };
  const brief = await startGuarded(account, ['sh', '-c', 'exit 7'], around);
  expect(await brief.ended).toBe(7);
  // No shell here: one that is started in the background may not hear INT at all. A server sets its own ears.
  // It says when it listens: asked any sooner it would end by the signal itself, with another code.
  const hears =
    'process.on("SIGINT", () => process.exit(9)); setInterval(() => {}, 1000); console.log("listening")';
  const long = await startGuarded(account, [process.execPath, '-e', hears], around);
  await expect.poll(() => readFile(around.logFile, 'utf8'), { timeout: 20_000 }).toContain('listening');
  await long.stop();
  expect(await long.ended).toBe(9);
});
