/** What a page may weigh: the JavaScript of the first screen, and all there is, both packed with gzip. */
import { readdirSync, readFileSync } from 'node:fs';

const web = new URL('dist/web/', import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(`${web}.vite/manifest.json`, 'utf8'));

/** The files that the page loads before anything is shown: the entry and all that it imports at once. */
function firstScreen() {
  const files = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry);
  if (entries.length === 0) throw new Error('the manifest of the web application names no entry');
  for (const key of entries) visit(key);
  return [...files].filter((file) => file.endsWith('.js'));
}

const all = readdirSync(`${web}assets`)
  .filter((file) => file.endsWith('.js'))
  .map((file) => `assets/${file}`);

/** The words of a language come only where it is spoken, one language at a time. */
const isWords = (file) => /^assets\/words-[a-z]{2}-/.test(file);
const words = (language) => all.filter((file) => file.startsWith(`assets/words-${language}-`));

/** What if brings an engine and all measures a second time, in a worker of its own; nobody fetches it who does not enter. */
const isWhatIf = (file) => /^assets\/(?:simulate-worker|whatif)-/.test(file);

export default [
  {
    name: 'first screen',
    path: firstScreen().map((file) => `dist/web/${file}`),
    limit: '180 kB',
    gzip: true,
  },
  {
    name: 'whole application, without what if',
    path: all.filter((file) => !isWords(file) && !isWhatIf(file)).map((file) => `dist/web/${file}`),
    limit: '400 kB',
    gzip: true,
  },
  {
    name: 'what if',
    path: all.filter(isWhatIf).map((file) => `dist/web/${file}`),
    limit: '90 kB',
    gzip: true,
  },
  ...['es', 'fr', 'nl', 'pt', 'sw'].map((language) => ({
    name: `words of ${language}`,
    path: words(language).map((file) => `dist/web/${file}`),
    limit: '40 kB',
    gzip: true,
  })),
];
