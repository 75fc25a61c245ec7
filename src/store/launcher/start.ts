/**
 * Brings up the database that Potluck keeps its communities in, and hands out the ways in. By default that is a server
 * of our own in the data folder, which ends with this process; with a URL, any PostgreSQL from version 15 on. It never
 * falls back silently from one to the other, and makes no tables.
 */
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, accounts, canRun } from '#store/launcher/account';
import { type Binaries, copyBinaries, findBinaries, linkLibraries } from '#store/launcher/binaries';
import { ADMIN, type Cluster, isMade, makeCluster, startServer } from '#store/launcher/cluster';
import { fromUrl } from '#store/launcher/external';
import { give, makeDataDir, socketDir } from '#store/launcher/folders';
import { alone } from '#store/launcher/lock';
import { APP, DISCLOSER, type Login, OWNER, type Passwords, passwords } from '#store/launcher/logins';
import { ensureDatabase, ensureLogins, withClient } from '#store/launcher/provision';
import {
  claimOwnership,
  exists,
  isAlive,
  ownerOf,
  type Postmaster,
  postmasterOf,
  servesFolder,
} from '#store/launcher/running';
import { ASK_FOR_URL, codeOf, DatabaseTrouble } from '#store/launcher/trouble';

/** What is being done, for people who wait. `text` is English. */
export interface Progress {
  readonly step: 'waiting' | 'copying' | 'making' | 'starting' | 'recovering' | 'connecting' | 'ready';
  readonly text: string;
}

export interface StartOptions {
  /** The folder for everything that is kept. Made where it is missing. Needed with a URL too, for passwords. */
  readonly dataDir: string;
  /** The owner's way into another server: `postgres://user:password@host:port/database`. */
  readonly databaseUrl?: string | undefined;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Database {
  readonly owner: Login;
  readonly discloser: Login;
  readonly app: Login;
  /** A login that may make databases, for tests; null where there is none. */
  readonly admin: Login | null;
  /** Where it is, fit to be shown: a folder, or host and name. */
  readonly place: string;
  /** `own`: started here, ends with us. `shared`: started by another Potluck, ends with that one. */
  readonly is: 'own' | 'shared' | 'external';
  /** Fulfilled when a server of our own has ended, asked or not; never for the others. */
  readonly ended: Promise<void>;
  /** Ends a server of our own in good order; nothing acknowledged is lost. Does nothing to others. May be called twice. */
  stop(): Promise<void>;
}

/** The name of the database within the server. */
export const DATABASE = 'potluck';

/**
 * Brings the database up, or finds it running.
 *
 * @throws DatabaseTrouble with a message for people: no binary for this machine, a folder that cannot be used, a URL
 * that leads nowhere, a server that would not start.
 */
export async function startDatabase(options: StartOptions): Promise<Database> {
  const dataDir = resolve(options.dataDir);
  const tell = options.onProgress ?? (() => undefined);
  await makeDataDir(dataDir);
  if (options.databaseUrl !== undefined && options.databaseUrl !== '') {
    tell({ step: 'connecting', text: 'Connecting to the database that DATABASE_URL names.' });
    return fromUrl(options.databaseUrl, dataDir);
  }
  const binaries = await findBinaries();
  return alone(dataDir, async () => {
    const found = await findRunning(dataDir, binaries, tell);
    return found ?? (await startOwn(dataDir, binaries, tell));
  });
}

/** The server of another living Potluck on this folder; null where there is none, after the last one has gone. */
async function findRunning(
  dataDir: string,
  binaries: Binaries,
  tell: (progress: Progress) => void,
): Promise<Database | null> {
  const folder = join(dataDir, `postgres-${binaries.major}`);
  const postmaster = await postmasterOf(folder);
  if (postmaster === null) return null;
  const owner = await ownerOf(dataDir);
  if (owner !== null && (await isAlive(owner))) return adopt(dataDir, folder, postmaster);
  tell({ step: 'waiting', text: 'Waiting for the database of an earlier run to end.' });
  await waitForEnd(folder, postmaster.pid);
  return null;
}

/** Its guard has asked it to end. Should the guard be gone too, we ask, at first kindly. */
async function waitForEnd(folder: string, pid: number): Promise<void> {
  const asked: readonly [number, NodeJS.Signals][] = [
    [3_000, 'SIGINT'],
    [20_000, 'SIGQUIT'],
  ];
  const began = Date.now();
  let next = 0;
  while (exists(pid) && (await postmasterOf(folder))?.pid === pid) {
    const step = asked[next];
    if (step !== undefined && Date.now() - began > step[0]) {
      process.kill(pid, step[1]);
      next += 1;
    }
    if (Date.now() - began > 60_000)
      throw new DatabaseTrouble(
        'start',
        `A database server (process ${pid}) is at work in ${folder} and does not end.`,
      );
    await sleep(10);
  }
}

async function adopt(dataDir: string, folder: string, postmaster: Postmaster): Promise<Database> {
  const secrets = await passwords(dataDir, 'embedded', [ADMIN, OWNER, DISCLOSER, APP]);
  const ways = waysIn(postmaster.socketDir, secrets);
  const says = await withClient(ways.admin, async (client) =>
    String((await client.query('show data_directory')).rows[0]?.data_directory),
  );
  if (!(await servesFolder(postmaster, says, folder))) {
    throw new DatabaseTrouble(
      'start',
      `The server at ${postmaster.socketDir} (process ${postmaster.pid}) does not serve ${folder}.`,
    );
  }
  return {
    ...ways,
    place: dataDir,
    is: 'shared',
    ended: new Promise(() => undefined),
    stop: async () => undefined,
  };
}

async function startOwn(
  dataDir: string,
  binaries: Binaries,
  tell: (progress: Progress) => void,
): Promise<Database> {
  const cluster = await prepare(dataDir, binaries, tell);
  const secrets = await passwords(dataDir, 'embedded', [ADMIN, OWNER, DISCLOSER, APP]);
  if (!(await isMade(cluster.folder))) {
    tell({ step: 'making', text: 'Making a new database.' });
    await makeCluster(cluster, secrets[ADMIN] ?? '');
  }
  tell({ step: 'starting', text: 'Starting the database.' });
  await claimOwnership(dataDir);
  const server = await startServer(cluster, () =>
    tell({ step: 'recovering', text: 'The database is putting itself in order after an interruption.' }),
  );
  const ways = waysIn(cluster.socketDir, secrets);
  try {
    await withClient(ways.admin, async (client) => {
      const wanted = [OWNER, DISCLOSER, APP].map((name) => ({ name, password: secrets[name] ?? '' }));
      const made = await ensureLogins(client, wanted);
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
      if (made.length > 0 || rowCount === 0) await ensureDatabase(client, DATABASE);
    });
  } catch (error) {
    await server.stop();
    throw error;
  }
  server.unref();
  tell({ step: 'ready', text: 'The database is ready.' });
  return {
    ...ways,
    place: dataDir,
    is: 'own',
    ended: server.ended.then(() => undefined),
    stop: () => server.stop(),
  };
}

/** Where the programs are copied for an account that can reach neither `node_modules` nor the data folder. */
const FOR_STRANGERS = '/var/lib/potluck';

/** Finds an account and programs that go together, and the folders for them. */
async function prepare(
  dataDir: string,
  found: Binaries,
  tell: (progress: Progress) => void,
): Promise<Cluster> {
  const linked = await linkLibraries(found);
  const folder = join(dataDir, `postgres-${found.major}`);
  await refuseOther(dataDir, folder);
  for (const account of await accounts(dataDir)) {
    if (account.is === 'namespace' && !(await canRun(account, 'true', []))) continue;
    const copies = account.is === 'owner' || account.is === 'nobody' ? FOR_STRANGERS : dataDir;
    const binaries = await fitting(account, found, linked, copies, tell);
    if (binaries === null) continue;
    if (await isMade(folder)) await give(folder, account);
    return {
      binaries,
      account,
      folder,
      socketDir: await socketDir(folder, account),
      logFile: join(dataDir, 'postgres.log'),
    };
  }
  throw new DatabaseTrouble(
    'no-binary',
    `The database that comes with Potluck does not run on this machine. ${ASK_FOR_URL}`,
  );
}

async function fitting(
  account: Account,
  found: Binaries,
  linked: boolean,
  copies: string,
  tell: (progress: Progress) => void,
): Promise<Binaries | null> {
  const runs = (binaries: Binaries) =>
    canRun(account, join(binaries.folder, 'bin', 'postgres'), ['--version']);
  if (linked && (await runs(found))) return found;
  try {
    const copy = await copyBinaries(found, copies, () =>
      tell({ step: 'copying', text: 'Copying the database program to where it can run.' }),
    );
    return (await runs(copy)) ? copy : null;
  } catch (error) {
    // Not here, then; perhaps under another account.
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) return null;
    throw error;
  }
}

/** A folder made by another major version cannot be read by this one. */
async function refuseOther(home: string, folder: string): Promise<void> {
  if (await isMade(folder)) return;
  const other = (await readdir(home)).find((name) => /^postgres-\d+$/.test(name));
  if (other === undefined) return;
  throw new DatabaseTrouble(
    'newer',
    `The data in ${home} was kept by another version of the database (${other.replace('-', ' ')}). Export it with the Potluck that made it, and import it here into an empty folder.`,
  );
}

function waysIn(
  host: string,
  secrets: Passwords,
): { admin: Login; owner: Login; discloser: Login; app: Login } {
  const as = (user: string, database = DATABASE): Login => ({
    host,
    port: 5432,
    database,
    user,
    password: secrets[user] ?? '',
  });
  return { admin: as(ADMIN, 'postgres'), owner: as(OWNER), discloser: as(DISCLOSER), app: as(APP) };
}
