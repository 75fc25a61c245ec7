/**
 * Starts a server that cannot outlive its parent. Between the two stands a shell that waits for its input to end:
 * the system closes that pipe however the parent dies, `kill -9` included, and then the shell asks the server to stop.
 * The server has a session of its own, so that Ctrl-C reaches the parent first and the server last.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import type { Account } from '#store/launcher/account';

/**
 * INT is PostgreSQL's word for: end now, in good order. It is repeated because a server that has only just begun does
 * not hear it yet. The inner loop is `read` and no program, so that nothing stays behind when the server ends first.
 */
const GUARD = `
exec 3<&0
"$@" 3<&- </dev/null &
server=$!
cd /
{ while read -r _; do :; done; while kill -INT $server; do sleep 1; done; } <&3 2>/dev/null &
watcher=$!
exec 3<&-
wait $server
code=$?
kill $watcher 2>/dev/null
exit $code
`;

export interface Guarded {
  /** Fulfilled with the exit code when the server has ended, by itself or asked. */
  readonly ended: Promise<number>;
  /** Asks the server to end in good order, and waits until it has. */
  stop(): Promise<void>;
  /** Lets this process end by itself while the server runs; the server then ends too. */
  unref(): void;
}

/** Starts a command under an account, guarded. What it prints goes to a file. */
export async function startGuarded(
  account: Account,
  command: readonly string[],
  { logFile, cwd, env }: { readonly logFile: string; readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Guarded> {
  const log = await open(logFile, 'a', 0o600);
  let child: ChildProcess;
  try {
    child = spawn('/bin/sh', ['-c', GUARD, 'potluck-guard', ...account.before, ...command], {
      ...account.options,
      cwd,
      detached: true,
      env,
      stdio: ['pipe', log.fd, log.fd],
    });
  } finally {
    await log.close();
  }
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  child.stdin?.on('error', () => {
    // The guard is gone already; `ended` tells.
  });
  return {
    ended,
    stop: async () => {
      child.ref();
      child.stdin?.end();
      await ended;
    },
    unref: () => {
      child.unref();
      (child.stdin as unknown as { unref?: () => void } | null)?.unref?.();
    },
  };
}
