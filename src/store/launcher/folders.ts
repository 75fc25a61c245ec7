/**
 * Where things lie: the data folder, and the folder of the socket, whose path must be short. Makes folders and gives them
 * to the right owner; reads no data.
 */
import { createHash, randomUUID } from 'node:crypto';
import { chmod, chown, lchown, lstat, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from '#store/launcher/account';
import { codeOf, DatabaseTrouble, messageOf } from '#store/launcher/trouble';

/** Bytes that the path of a Unix socket may have, its ending zero left out (Linux; macOS has 103). */
const SOCKET_PATH_BYTES = process.platform === 'darwin' ? 103 : 107;
/** What PostgreSQL calls its socket in that folder. */
const SOCKET_NAME = '/.s.PGSQL.5432';

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

/** Where the socket lies: in the server's own folder where its path is short enough, else in a temporary one. */
export async function socketDir(cluster: string, account: Account): Promise<string> {
  if (Buffer.byteLength(cluster + SOCKET_NAME) <= SOCKET_PATH_BYTES) return cluster;
  const place = join(tmpdir(), `potluck-${process.getuid?.() ?? 0}-${hashOf(cluster)}`);
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

function hashOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}
