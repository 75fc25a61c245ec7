/** Puts the cases that come with Potluck on the shelf, once each. What somebody changed or took away is left as it is. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '#store/port';

/** Patterns to begin from stand in a folder of their own. */
const PATTERNS = 'templates';

/** Loads every `NAME/community.yaml` of a folder, and of the patterns in it, that is not yet there. */
export async function loadShelf(store: Store, folder: string, say: (line: string) => void): Promise<void> {
  await loadFolder(store, folder, say);
  await loadFolder(store, join(folder, PATTERNS), say);
}

async function loadFolder(store: Store, folder: string, say: (line: string) => void): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const there = new Set((await store.list([{ community: '*', audience: 'stewards' }])).map((one) => one.id));
  const gone = new Set((await store.removed()).map((one) => one.id));
  for (const entry of entries.filter((one) => one.isDirectory()).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (there.has(entry.name) || gone.has(entry.name)) continue;
    const text = await readFile(join(folder, entry.name, 'community.yaml'), 'utf8').catch(() => null);
    if (text === null) continue;
    const outcome = await store.create({
      changeId: changeIdOf(text),
      author: null,
      text,
      kind: 'import',
      message: 'Came with Potluck.',
    });
    // What came with Potluck is made to be found, also where others are invited.
    if (outcome.ok && !outcome.repeated) await store.people.setListed(outcome.community, true);
    if (!outcome.ok && outcome.why !== 'taken' && outcome.why !== 'reused') {
      say(
        `The case ${entry.name} could not be put on the shelf. potluck check ${join(folder, entry.name, 'community.yaml')} says why.`,
      );
    }
  }
}

/** The same case asks under the same id, so that two starts at once count once. */
function changeIdOf(text: string): string {
  const hex = createHash('sha256').update(`shelf\0${text}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
