/**
 * Which files of the built application a room needs beside the page itself, so that the page can ask for them at once and
 * not only when its scripts have come. Read from the manifest that the build writes; without one nothing is asked early.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

/** Rooms that belong to no community. */
const ALONE: Readonly<Record<string, string>> = {
  why: 'why',
  settings: 'settings',
  'sign-in': 'enter',
  join: 'enter',
  recover: 'enter',
};

/** The feature that shows an address; null where none does. */
function featureOf(path: string): string | null {
  const [, first = '', , room = '', part = '', view = ''] = path.split('/');
  if (first === '') return 'shelf';
  if (first !== 'c') return ALONE[first] ?? null;
  if (room === '') return 'picture';
  if (room === 'talk' && part !== '') return view === 'wall' ? 'talk/wall' : 'talk/round';
  return room === 'file' ? 'history' : room.replace('-', '');
}

/** Gives for each address the links, as HTML, to what its room needs. */
export function roomFiles(folder: string): (path: string) => string {
  let manifest: Manifest = {};
  try {
    manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
  } catch {
    // Built otherwise: the scripts ask for what they need.
  }
  const first = filesOf(manifest, 'index.html');
  const kept = new Map<string, string>();
  return (path) => {
    const feature = featureOf(path);
    const key = ['ts', 'tsx'].map((end) => `features/${feature}/index.${end}`).find((one) => one in manifest);
    if (key === undefined) return '';
    let links = kept.get(key);
    if (links === undefined) {
      links = [...filesOf(manifest, key)]
        .filter((file) => !first.has(file))
        .map(link)
        .join('');
      kept.set(key, links);
    }
    return links;
  };
}

function filesOf(manifest: Manifest, key: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (chunk === undefined || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const style of chunk.css ?? []) found.add(style);
  for (const next of chunk.imports ?? []) filesOf(manifest, next, found);
  return found;
}

const link = (file: string): string =>
  file.endsWith('.css')
    ? `<link rel="preload" as="style" crossorigin href="/${file}">`
    : `<link rel="modulepreload" crossorigin href="/${file}">`;
