/** What a page may weigh: the JavaScript of the first screen, and all there is, fonts apart, packed with Brotli as the build lays it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const web = new URL('dist/web/', import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(`${web}.vite/manifest.json`, 'utf8'));

/** The files that the page loads before anything is shown: the entry and all that it imports at once. */
function firstScreen(page) {
  const files = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  if (!manifest[page]?.isEntry) throw new Error(`the manifest of the web application names no ${page}`);
  visit(page);
  return [...files].filter((file) => file.endsWith('.js'));
}

/** The packed copy where there is one; what is short goes as it is. */
const sent = (file) => (existsSync(`${web}${file}.br`) ? `dist/web/${file}.br` : `dist/web/${file}`);

const all = readdirSync(`${web}assets`).map((file) => `assets/${file}`);

/** The words of a language come only where it is spoken, one language at a time. */
const isWords = (file) => /^assets\/words-[a-z]{2}-/.test(file);
const words = (language) =>
  all.filter((file) => file.startsWith(`assets/words-${language}-`) && file.endsWith('.js'));
/** What a run says is worded in its worker, which alone fetches these parts. */
const isWordsOfWhatIf = (file) => /^assets\/words-[a-z]{2}-(?:doors|findings|measures)-/.test(file);

export default [
  {
    name: 'first screen',
    path: firstScreen('index.html').map(sent),
    limit: '120 kB',
    brotli: false,
  },
  {
    name: 'a phone in a round',
    path: firstScreen('t.html').map(sent),
    limit: '40 kB',
    brotli: false,
  },
  {
    name: 'everything: all scripts and styles of both pages and of the worker, in English',
    path: all.filter((file) => /\.(?:js|css)$/.test(file) && !isWords(file)).map(sent),
    limit: '400 kB',
    brotli: false,
  },
  ...['es', 'fr', 'nl', 'pt', 'sw'].flatMap((language) => [
    {
      name: `words of ${language}`,
      path: words(language)
        .filter((file) => !isWordsOfWhatIf(file))
        .map(sent),
      limit: '40 kB',
      brotli: false,
    },
    {
      name: `words of ${language} for what if`,
      path: words(language).filter(isWordsOfWhatIf).map(sent),
      limit: '25 kB',
      brotli: false,
    },
  ]),
];
