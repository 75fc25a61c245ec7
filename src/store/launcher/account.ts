/**
 * Under whose name the server runs. PostgreSQL refuses the superuser of the machine, so where Potluck is started by
 * root it looks for another: whoever owns the data folder; else a user namespace, in which root's own files stay root's
 * but the process is nobody in particular; where that is refused (many containers), the account `nobody`. No account is
 * ever made.
 */
import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Account {
  readonly is: 'oneself' | 'owner' | 'namespace' | 'nobody';
  /** Who owns the server's files, seen from outside; null where the question does not arise. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
  /**
   * Whether the server gets its data folder as the one that it is started in, and not by its path: for it may not be
   * allowed to walk there, through root's private home for example. Whoever starts it is.
   */
  readonly startsInside: boolean;
  /** Put before every command. */
  readonly before: readonly string[];
  /** Given to every process that is started. */
  readonly options: { readonly uid?: number; readonly gid?: number };
}

const ONESELF: Account = { is: 'oneself', owner: null, startsInside: false, before: [], options: {} };

/** The accounts that might do for a data folder, best first. An ordinary person has one: themselves. */
export async function accounts(dataDir: string): Promise<readonly Account[]> {
  if (process.getuid?.() !== 0) return [ONESELF];
  const startsInside = process.platform === 'linux';
  const as = (is: Account['is'], owner: { readonly uid: number; readonly gid: number }): Account => ({
    is,
    owner,
    startsInside,
    before: [],
    options: owner,
  });
  const nobody = await numbersOf((name) => name === 'nobody');
  const { uid, gid } = await stat(dataDir);
  // initdb asks for the name of its number, so that one without a name in /etc/passwd will not do.
  if (uid !== 0)
    return [
      ...((await numbersOf((_, other) => other === uid)) ? [as('owner', { uid, gid })] : []),
      as('nobody', nobody ?? USUAL),
    ];
  const namespace: Account = {
    is: 'namespace',
    owner: { uid: 0, gid: process.getgid?.() ?? 0 },
    startsInside,
    before: ['unshare', '--user', `--map-user=${(nobody ?? USUAL).uid}`, '--'],
    options: {},
  };
  return [namespace, as('nobody', nobody ?? USUAL)];
}

/** Whether a program can be run under an account. What it prints is thrown away. */
export async function canRun(account: Account, program: string, args: readonly string[]): Promise<boolean> {
  const [command, ...rest] = [...account.before, program, ...args];
  try {
    await run(command as string, rest, { ...account.options, cwd: '/', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/** Whether a stranger can walk to a path: every folder above it can be entered by anybody. */
export async function isOpenTo(path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** What `nobody` usually is. */
const USUAL = { uid: 65_534, gid: 65_534 };

/** The numbers of the first account of /etc/passwd that is wanted; null where there is none. */
async function numbersOf(
  wanted: (name: string, uid: number) => boolean,
): Promise<{ readonly uid: number; readonly gid: number } | null> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  for (const line of text.split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name !== undefined && gid !== undefined && wanted(name, Number(uid)))
      return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}
