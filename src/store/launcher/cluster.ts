/**
 * The folder of a database server: made once, whole or not at all, and served by a process that ends with its parent.
 * Knows PostgreSQL's own settings; knows nothing of communities.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Account, isOpenTo } from '#store/launcher/account';
import type { Binaries } from '#store/launcher/binaries';
import { give } from '#store/launcher/folders';
import { type Guarded, startGuarded } from '#store/launcher/guard';
import { writeWhole } from '#store/launcher/logins';
import { postmasterOf } from '#store/launcher/running';
import { codeOf, DatabaseTrouble, messageOf } from '#store/launcher/trouble';

const run = promisify(execFile);

/** The login that PostgreSQL is born with. Makes the others and is not used afterwards. */
export const ADMIN = 'potluck_admin';

/** What a server gets to know of its surroundings: nothing that could lead it to another data folder. */
const ENVIRONMENT = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Fit for a community's machine: small, safe against power cuts, silent about what is in the tables. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '32MB',
  min_wal_size: '32MB',
  max_wal_size: '256MB',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/** One server program with the folder that it serves. */
export interface Cluster {
  readonly binaries: Binaries;
  readonly account: Account;
  /** PostgreSQL's data folder. */
  readonly folder: string;
  readonly socketDir: string;
  readonly logFile: string;
}

/** Whether the folder holds a cluster that was made completely. */
export async function isMade(folder: string): Promise<boolean> {
  return stat(join(folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

/** How the programs are told where the data is: by its path, or as the folder that they are started in. */
function placeOf(account: Account, folder: string): { readonly path: string; readonly cwd: string } {
  // The system leads there from the process itself, past folders that it may not walk through.
  return account.startsInside ? { path: '/proc/self/cwd', cwd: folder } : { path: folder, cwd: '/' };
}

/** Makes the cluster beside its place and moves it there when it is whole, so that a crash leaves none half made. */
export async function makeCluster(cluster: Cluster, adminPassword: string): Promise<void> {
  const half = `${cluster.folder}.half`;
  const { path, cwd } = placeOf(cluster.account, half);
  await rm(half, { recursive: true, force: true });
  const secrets = await mkdtemp(
    join((await isOpenTo(join(tmpdir(), 'x'))) ? tmpdir() : '/tmp', 'potluck-making-'),
  );
  const secret = join(secrets, 'password');
  try {
    await mkdir(half, { mode: 0o700 });
    await writeFile(secret, adminPassword, { mode: 0o600 });
    await give(half, cluster.account);
    await give(secrets, cluster.account);
    const [command, ...args] = [
      ...cluster.account.before,
      join(cluster.binaries.folder, 'bin', 'initdb'),
      ...[
        '-D',
        path,
        '-U',
        ADMIN,
        `--pwfile=${secret}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--no-locale',
      ],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums', '--no-instructions'],
    ];
    await run(command as string, args, { ...cluster.account.options, cwd, env: ENVIRONMENT });
    await rename(half, cluster.folder);
  } catch (cause) {
    await rm(half, { recursive: true, force: true });
    const said =
      typeof cause === 'object' && cause !== null && 'stderr' in cause ? String(cause.stderr).trim() : '';
    const full = codeOf(cause) === 'ENOSPC' || said.includes('No space left');
    throw new DatabaseTrouble(
      'folder',
      full
        ? `There is no room left for a database in ${cluster.folder}. It takes about 50 MB to begin with.`
        : `A new database could not be made in ${cluster.folder}: ${said || messageOf(cause)}`,
      cause,
    );
  } finally {
    await rm(secrets, { recursive: true, force: true });
  }
}

/** Starts the server and waits until it answers. `onSlow` is called once when that takes more than three seconds. */
export async function startServer(cluster: Cluster, onSlow: () => void): Promise<Guarded> {
  const { path, cwd } = placeOf(cluster.account, cluster.folder);
  // Its own folder is `.` to a server at work.
  const socketDir = cluster.socketDir === cluster.folder ? '.' : cluster.socketDir;
  const settings = { ...SETTINGS, unix_socket_directories: `"${socketDir}"` };
  const command = [
    join(cluster.binaries.folder, 'bin', 'postgres'),
    ...['-D', path],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  await writeWhole(cluster.logFile, '');
  const server = await startGuarded(cluster.account, command, {
    logFile: cluster.logFile,
    cwd,
    env: ENVIRONMENT,
  });
  let code: number | null = null;
  void server.ended.then((ended) => {
    code = ended;
  });
  const slow = setTimeout(onSlow, 3_000);
  try {
    for (;;) {
      if (code !== null) throw await whyNot(cluster, code);
      if ((await postmasterOf(cluster.folder))?.ready) return server;
      await sleep(5);
    }
  } finally {
    clearTimeout(slow);
  }
}

async function whyNot(cluster: Cluster, code: number): Promise<DatabaseTrouble> {
  const log = await readFile(cluster.logFile, 'utf8').catch(() => '');
  const last = log.trim().split('\n').slice(-6).join('\n');
  return new DatabaseTrouble('start', `The database did not start (exit code ${code}). It said:\n${last}`);
}
