/**
 * Under whose name the server runs. PostgreSQL refuses the superuser of the machine, so where Potluck is started by
 * root it looks for another: first a user namespace, in which root's own files stay root's but the process is nobody
 * in particular; where that is refused (many containers), the account `nobody`. No account is ever made.
 */
import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Account {
  readonly is: 'oneself' | 'namespace' | 'nobody';
  /** Who owns the server's files, seen from outside; null where the question does not arise. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
  /** Put before every command. */
  readonly before: readonly string[];
  /** Given to every process that is started. */
  readonly options: { readonly uid?: number; readonly gid?: number };
}

const ONESELF: Account = { is: 'oneself', owner: null, before: [], options: {} };

/** The accounts that might do, best first. An ordinary person has one: themselves. */
export async function accounts(): Promise<readonly Account[]> {
  if (process.getuid?.() !== 0) return [ONESELF];
  const nobody = await unprivileged();
  const namespace: Account = {
    is: 'namespace',
    owner: { uid: 0, gid: process.getgid?.() ?? 0 },
    // The number must have a name in /etc/passwd, for initdb asks for it; `nobody` has one on a bare machine too.
    before: ['unshare', '--user', `--map-user=${nobody.uid}`, '--'],
    options: {},
  };
  return [namespace, { is: 'nobody', owner: nobody, before: [], options: nobody }];
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

/** Whether an account can walk to a path: every folder above it can be entered by a stranger, or is the account's own. */
export async function canReach(account: Account, path: string): Promise<boolean> {
  if (account.is !== 'nobody') return true;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid } = await stat(folder);
    if ((mode & 0o001) === 0 && !(uid === account.owner?.uid && (mode & 0o100) !== 0)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** The `nobody` of this machine, or the number that usually is. */
async function unprivileged(): Promise<{ readonly uid: number; readonly gid: number }> {
  const usual = { uid: 65_534, gid: 65_534 };
  try {
    const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((one) => one.startsWith('nobody:'));
    const [, , uid, gid] = line?.split(':') ?? [];
    return uid === undefined || gid === undefined ? usual : { uid: Number(uid), gid: Number(gid) };
  } catch {
    return usual;
  }
}
