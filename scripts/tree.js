/** Where this checkout is, what its files amount to, and one builder at a time. Needs nothing but Node. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Every file under these paths (relative to the root), sorted, without tests and without what a build makes. */
export function filesUnder(paths) {
  const found = [];
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (!stat.isDirectory()) {
      if (!/\.test\.tsx?$/.test(path)) found.push({ path, size: stat.size, mtime: stat.mtimeMs });
      return;
    }
    for (const name of readdirSync(path))
      if (name !== 'node_modules' && !name.startsWith('.')) visit(join(path, name));
  };
  for (const path of paths) visit(join(root, path));
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A cheap signature (names, sizes, times): equal means unchanged, different means look closer. */
export function quickSignature(files) {
  const hash = createHash('sha256');
  for (const { path, size, mtime } of files) hash.update(`${relative(root, path)}\0${size}\0${mtime}\n`);
  return hash.digest('hex');
}

/** The signature that counts: what the files contain. */
export function contentSignature(files) {
  const hash = createHash('sha256');
  for (const { path } of files) {
    hash.update(`${relative(root, path).split(sep).join('/')}\0`);
    hash.update(readFileSync(path));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** True while a process of that id lives. */
function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Runs `work` while no other process of this checkout installs or builds. A lock whose owner has died is taken over.
 * Waits at most ten minutes.
 */
export async function alone(work, say) {
  const lock = join(root, '.potluck', 'building');
  const deadline = Date.now() + 600_000;
  let told = false;
  for (;;) {
    try {
      mkdirSync(dirname(lock), { recursive: true });
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw unwritable(error);
      const owner = ownerOf(lock);
      if (owner === null || !lives(owner)) rmSync(lock, { recursive: true, force: true });
      else if (Date.now() > deadline)
        throw new Error(`process ${owner} has been building for ten minutes; end it and try again`);
      else {
        if (!told) say?.('another Potluck is installing or building here; waiting for it');
        told = true;
        await new Promise((done) => setTimeout(done, 200));
      }
    }
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

/** The process that holds the lock; null where it never got as far as writing its name. */
function ownerOf(lock) {
  const path = join(lock, 'pid');
  if (existsSync(path)) return Number(readFileSync(path, 'utf8')) || null;
  const stat = statSync(lock, { throwIfNoEntry: false });
  return stat === undefined || Date.now() - stat.mtimeMs > 2000 ? null : process.pid;
}

/** Says in words what a refused write means; other errors stay as they are. */
export function unwritable(error) {
  if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) return error;
  return new Error(
    `Potluck cannot write in its own folder ${root} (${error.code}). ` +
      'Run it as the owner of that folder, or copy the folder to a place of yours and start it there.',
  );
}
