/**
 * The names under which Potluck speaks to its database, and where their passwords are kept: in `logins.json` of the
 * data folder, readable by its owner alone. Passwords are made by chance here, once, and are never printed.
 */
import { randomBytes } from 'node:crypto';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '#store/launcher/trouble';

/** Migrates and owns the tables. */
export const OWNER = 'potluck_owner';
/** Reads the texts and writes what each audience may see. */
export const DISCLOSER = 'potluck_discloser';
/** Serves requests; reads only what was disclosed. */
export const APP = 'potluck_app';

/** How to reach a database as one of them, in the words of `pg`. */
export interface Login {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly ssl?: boolean | { readonly rejectUnauthorized: boolean };
}

export type Passwords = Readonly<Record<string, string>>;

/**
 * The passwords of these names, made where they are missing, and kept on the disk before they are given out.
 * @param place which database they are for: `embedded`, or host and name of another.
 */
export async function passwords(
  dataDir: string,
  place: string,
  names: readonly string[],
): Promise<Passwords> {
  const file = join(dataDir, 'logins.json');
  const all = await readAll(file);
  const known: Record<string, string> = { ...all[place] };
  const missing = names.filter((name) => known[name] === undefined);
  if (missing.length > 0) {
    for (const name of missing) known[name] = randomBytes(32).toString('base64url');
    await writeWhole(file, `${JSON.stringify({ ...all, [place]: known }, null, 2)}\n`);
  }
  return known;
}

/** The passwords that somebody wrote down for a place; empty where nobody did. */
export async function writtenPasswords(dataDir: string, place: string): Promise<Passwords> {
  return (await readAll(join(dataDir, 'logins.json')))[place] ?? {};
}

async function readAll(file: string): Promise<Record<string, Record<string, string>>> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return {};
    throw error;
  }
}

/**
 * Writes a file so that after a crash it is there whole or as it was; only its owner may read it, who is the owner of the
 * folder, even where root writes it.
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const half = `${file}.${process.pid}.half`;
  const handle = await open(half, 'w', 0o600);
  try {
    await handle.writeFile(text);
    if (process.getuid?.() === 0) {
      const { uid, gid } = await stat(dirname(file));
      await handle.chown(uid, gid);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(half, file);
}
