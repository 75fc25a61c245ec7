/**
 * Lets one process at a time start the server of a folder. The lock is a file with the holder's number; a lock whose
 * holder is dead is nobody's. It is held for seconds and says nothing about who may use the server.
 */
import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, oneself, type ProcessMark } from '#store/launcher/running';
import { codeOf, DatabaseTrouble } from '#store/launcher/trouble';

const PATIENCE_MS = 60_000;

/** Does something while no other process does the same in this folder. Waits up to a minute for its turn. */
export async function alone<T>(folder: string, act: () => Promise<T>): Promise<T> {
  const file = join(folder, 'starting.lock');
  const mine = `${file}.${randomUUID()}`;
  await writeFile(mine, JSON.stringify(await oneself()));
  try {
    const until = Date.now() + PATIENCE_MS;
    while (!(await take(mine, file))) {
      if (Date.now() > until) {
        throw new DatabaseTrouble(
          'start',
          `Another Potluck has been starting in ${folder} for a minute. If none is, remove ${file}.`,
        );
      }
      await sleep(25);
    }
  } finally {
    await rm(mine, { force: true });
  }
  try {
    return await act();
  } finally {
    await rm(file, { force: true });
  }
}

/** A link is made whole or not at all, so that nobody ever reads a lock half written. */
async function take(mine: string, file: string): Promise<boolean> {
  try {
    await link(mine, file);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  if (!(await isAbandoned(file))) return false;
  // Moved aside and looked at again: meanwhile another process may have removed the dead one's and taken it.
  const aside = `${mine}.aside`;
  await rename(file, aside).catch(() => undefined);
  if (!(await isAbandoned(aside))) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
  return false;
}

async function isAbandoned(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => null);
  return text !== null && !(await isAlive(JSON.parse(text) as ProcessMark));
}
