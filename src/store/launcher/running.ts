/**
 * Says whether a database server is at work in a folder, and whose it is. Reads what PostgreSQL (`postmaster.pid`) and
 * Potluck (`guard.json`) left there, and trusts neither without looking at the processes themselves: after a crash a
 * number may belong to somebody else.
 */
import { readFile, readlink, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeWhole } from '#store/launcher/logins';

/** A server at work in a folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly socketDir: string;
  readonly ready: boolean;
}

/** The server of a data folder; null where none is at work. Removes what a crashed one left behind. */
export async function postmasterOf(cluster: string): Promise<Postmaster | null> {
  const file = join(cluster, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const [pid, , , port, socketDir, , , status] = text.split('\n');
  const process = Number(pid);
  if (!Number.isInteger(process) || process <= 0) return null;
  if (!(await isPostgres(process))) {
    // Nobody, or somebody else, has that number now: PostgreSQL would refuse to start for it.
    await rm(file, { force: true });
    return null;
  }
  return {
    pid: process,
    port: Number(port),
    socketDir: resolve(cluster, socketDir ?? ''),
    ready: status?.trim() === 'ready',
  };
}

/** Whether that server is at work in that folder and no other; where the system does not say, what it says itself counts. */
export async function servesFolder(postmaster: Postmaster, says: string, folder: string): Promise<boolean> {
  const at = await readlink(`/proc/${postmaster.pid}/cwd`).catch(() => says);
  return at === folder;
}

/** A process, told apart from a later one of the same number by when it began. */
export interface ProcessMark {
  readonly pid: number;
  /** In the system's own count; null where the system does not say. */
  readonly began: string | null;
}

/** This very process. */
export async function oneself(): Promise<ProcessMark> {
  return { pid: process.pid, began: await beganAt(process.pid) };
}

/** Whether that process, and no later one of the same number, is alive. */
export async function isAlive(mark: ProcessMark): Promise<boolean> {
  if (!exists(mark.pid)) return false;
  return mark.began === null || (await beganAt(mark.pid)) === mark.began;
}

/** Who started the server of this folder and will end it. */
export async function ownerOf(dataDir: string): Promise<ProcessMark | null> {
  const text = await readFile(join(dataDir, 'guard.json'), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as ProcessMark);
}

/** Notes that this process starts the server of this folder. */
export async function claimOwnership(dataDir: string): Promise<void> {
  await writeWhole(join(dataDir, 'guard.json'), JSON.stringify(await oneself()));
}

/** Whether a process of that number exists, of whatever owner. */
export function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  if (!exists(pid)) return false;
  if (process.platform !== 'linux') return true;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  // A dead child that nobody has fetched yet has an empty command line.
  return /(^|\/)postgres\0/.test(`${command}\0`);
}

/** Field 22 of `/proc/<pid>/stat`: clock ticks since the machine began. */
async function beganAt(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}
