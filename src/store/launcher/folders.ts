/**
 * Where things lie: the data folder, the part of it that the server owns, and the folder of the socket, whose path must
 * be short. Makes folders and gives them to the right owner; reads no data.
 */
import { createHash, randomUUID } from 'node:crypto';
import {
  chmod,
  chown,
  cp,
  lchown,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, canReach } from '#store/launcher/account';
import { writeWhole } from '#store/launcher/logins';
import { codeOf, DatabaseTrouble, messageOf } from '#store/launcher/trouble';

/** Bytes that the path of a Unix socket may have, its ending zero left out (Linux; macOS has 103). */
const SOCKET_PATH_BYTES = process.platform === 'darwin' ? 103 : 107;
/** What PostgreSQL calls its socket in that folder. */
const SOCKET_NAME = '/.s.PGSQL.5432';

/** For a folder that the account `nobody` can reach, where the data folder itself cannot be. */
const SHARED_BASE = '/var/lib/potluck';

/** Makes the data folder, for its owner alone. */
export async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const probe = join(dataDir, `.probe-${randomUUID()}`);
    await mkdir(probe);
    await rm(probe, { recursive: true });
  } catch (cause) {
    throw new DatabaseTrouble(
      'folder',
      `Potluck cannot write to its data folder ${dataDir} (${messageOf(cause)}). Choose another with --data.`,
      cause,
    );
  }
}

/**
 * The folder in which the server's own files lie: the data folder, or for `nobody` one that it can reach. Moves what
 * is there already when the place has to change.
 */
export async function serverHome(dataDir: string, account: Account): Promise<string> {
  const note = join(dataDir, 'database-is-at.txt');
  const noted = await readFile(note, 'utf8').catch(() => null);
  if (noted !== null) return give(noted.trim(), account);
  if (account.is !== 'nobody') return dataDir;
  if (await canReach(account, dataDir)) {
    // May be walked through, not listed; what is in it is closed by itself.
    await chmod(dataDir, 0o711);
    return dataDir;
  }
  const elsewhere = join(SHARED_BASE, hashOf(dataDir));
  await mkdir(elsewhere, { recursive: true, mode: 0o700 });
  await chmod(SHARED_BASE, 0o755);
  for (const name of await readdir(dataDir)) {
    if (/^postgres-\d+$/.test(name)) await move(join(dataDir, name), join(elsewhere, name));
  }
  await writeWhole(note, `${elsewhere}\n`);
  return give(elsewhere, account);
}

/** Gives a file or a whole folder to the account, where another owns it. Only root can, and only root needs to. */
export async function give(path: string, account: Account): Promise<string> {
  const { owner } = account;
  if (owner !== null && (await stat(path)).uid !== owner.uid) await giveAll(path, owner);
  return path;
}

async function giveAll(path: string, owner: { readonly uid: number; readonly gid: number }): Promise<void> {
  const is = await lstat(path);
  if (is.isDirectory()) for (const name of await readdir(path)) await giveAll(join(path, name), owner);
  if (is.isSymbolicLink()) await lchown(path, owner.uid, owner.gid);
  else await chown(path, owner.uid, owner.gid);
}

/** A folder for the socket, which only its owner can enter: near the data where that is short, else a temporary one. */
export async function socketDir(home: string, account: Account): Promise<string> {
  const near = join(home, 'run');
  const fits = Buffer.byteLength(near + SOCKET_NAME) <= SOCKET_PATH_BYTES;
  const place = fits ? near : join(tmpdir(), `potluck-${process.getuid?.() ?? 0}-${hashOf(home)}`);
  if (Buffer.byteLength(place + SOCKET_NAME) > SOCKET_PATH_BYTES) {
    throw new DatabaseTrouble(
      'folder',
      `The path ${place} is too long for a socket. Choose a shorter folder with --data.`,
    );
  }
  try {
    await mkdir(place, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  await give(place, account);
  const is = await lstat(place);
  const uid = account.owner?.uid ?? process.getuid?.() ?? is.uid;
  if (!is.isDirectory() || is.uid !== uid) {
    throw new DatabaseTrouble(
      'folder',
      `The folder ${place} belongs to somebody else, so Potluck will not use it. Remove it, please.`,
    );
  }
  await chmod(place, 0o700);
  return place;
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    await rm(from, { recursive: true });
  }
}

function hashOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}
