/** What a page may weigh: the JavaScript of the first screen, and all there is, packed with Brotli as the build lays it. */
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

const all = readdirSync(`${web}assets`)
  .filter((file) => file.endsWith('.js'))
  .map((file) => `assets/${file}`);

/** The words of a language come only where it is spoken, one language at a time. */
const isWords = (file) => /^assets\/words-[a-z]{2}-/.test(file);
const words = (language) => all.filter((file) => file.startsWith(`assets/words-${language}-`));
/** What a run says is worded in its worker, which alone fetches these parts. */
const isWordsOfWhatIf = (file) => /^assets\/words-[a-z]{2}-(?:doors|findings|measures)-/.test(file);

/** What if brings an engine and all measures a second time, in a worker of its own; nobody fetches it who does not enter. */
const isWhatIf = (file) => /^assets\/(?:simulate-worker|whatif)-/.test(file);

/** Who enters Talk fetches what belongs to it; few do at a first visit. */
const isTalk = (file) =>
  /^assets\/(?:talk|round|wall|use-meeting|meeting-paper|round-api|round-words|[A-Z]\w*Round|RoundsPart|ResultView)-/.test(
    file,
  );
/** Settings and the ways in, with what speaks to devices and draws links: asked for there, and nowhere else at first. */
const isPeople = (file) => /^assets\/(?:settings|enter|passkey|squares)-/.test(file);
/** Phones in a round have a page of their own. */
const isPhone = (file) => /^assets\/t-/.test(file);

export default [
  {
    name: 'first screen',
    path: firstScreen('index.html').map(sent),
    limit: '180 kB',
    brotli: false,
  },
  {
    name: 'a phone in a round',
    path: firstScreen('t.html').map(sent),
    limit: '100 kB',
    brotli: false,
  },
  {
    name: 'whole application, without what if, talk and people',
    path: all
      .filter((file) => ![isWords, isWhatIf, isTalk, isPeople, isPhone].some((is) => is(file)))
      .map(sent),
    limit: '400 kB',
    brotli: false,
  },
  {
    name: 'what if',
    path: all.filter(isWhatIf).map(sent),
    limit: '90 kB',
    brotli: false,
  },
  {
    name: 'talk',
    path: all.filter(isTalk).map(sent),
    limit: '60 kB',
    brotli: false,
  },
  {
    name: 'people: settings, signing in, invitations',
    path: all.filter(isPeople).map(sent),
    limit: '30 kB',
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
