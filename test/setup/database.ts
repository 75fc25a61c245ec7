/**
 * Starts the database of a test run when the first test asks for it, and ends it with the run. Until then it is a socket
 * that listens, so that tests without a database do not pay for one. With DATABASE_URL that server is used instead.
 */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Login } from '#store/launcher/logins';
import type { Database } from '#store/launcher/start';
import type { Discloser } from '#store/port';
import type { TestServer } from '#store/testing';

export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'potluck-test-'));
  let starting: Promise<Started> | null = null;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    starting ??= start(join(folder, 'data'));
    starting.then(
      ({ answer }) => socket.end(JSON.stringify(answer)),
      (error: unknown) => socket.end(JSON.stringify({ trouble: String(error) })),
    );
  });
  // A run that ends without taking down what it set up leaves no folder either.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'ask');
  await new Promise<void>((resolve) => server.listen(path, resolve));
  process.env['POTLUCK_TEST_DATABASE'] = path;
  return async () => {
    server.close();
    const started = await Promise.resolve(starting).catch(() => null);
    await started?.end();
    await rm(folder, { recursive: true, force: true });
  };
}

interface Started {
  readonly answer: TestServer;
  readonly end: () => Promise<void>;
}

/** Loads the store only here: a run without a database does not even read its code. */
async function start(dataDir: string): Promise<Started> {
  const [{ withClient }, { startDatabase }, { openStore }] = await Promise.all([
    import('#store/launcher/provision'),
    import('#store/launcher/start'),
    import('#store/open'),
  ]);
  const database = await startDatabase({ dataDir, databaseUrl: process.env['DATABASE_URL'] });
  const { admin } = database;
  if (admin === null) throw new Error('the login of DATABASE_URL may not create databases, which tests need');
  const template = `potluck_template_${randomUUID().slice(0, 8)}`;
  await withClient(admin, async (client) => {
    await client.query(`create database ${template} owner ${client.escapeIdentifier(database.owner.user)}`);
  });
  const logins = loginsAt(database, template);
  await (await openStore(logins, { discloser: NOBODYS })).close();
  return {
    answer: { admin, logins, template },
    end: async () => {
      if (database.is === 'external') await dropAll(withClient, admin, template);
      await database.stop();
    },
  };
}

/** Leaves nothing on a server that is not ours. */
async function dropAll(
  withClient: typeof import('#store/launcher/provision').withClient,
  admin: Login,
  template: string,
): Promise<void> {
  await withClient(admin, async (client) => {
    const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [
      template,
    ]);
    for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  });
}

function loginsAt({ owner, discloser, app }: Database, database: string): TestServer['logins'] {
  return { owner: { ...owner, database }, discloser: { ...discloser, database }, app: { ...app, database } };
}

/** For a store in which nothing is kept. */
const NOBODYS: Discloser = {
  edition: '',
  print: () => '',
  apply: () => ({ ok: false, refusals: [] }),
  disclose: () => ({ ok: false, problems: [] }),
};
