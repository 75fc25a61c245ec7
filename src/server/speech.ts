/**
 * The language of one request (`?lang=es`) or one call of the command line. Words are read from `locale/` beside the
 * sources, or from what the build made of them; they are read once. Knows nothing of what is said.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { MiddlewareHandler } from 'hono';
import { type Speech, speakAs } from '#core/words/speech';

type Entry = string | { readonly is: string };

const built = fileURLToPath(new URL('./locale/', import.meta.url));
const sources = fileURLToPath(new URL('../../locale/', import.meta.url));

const asked = new AsyncLocalStorage<Speech>();
const known = new Map<string, Promise<Speech | null>>();

/** The languages that can be spoken, English among them. */
export function languages(): string[] {
  const folder = existsSync(built) ? built : sources;
  const found = existsSync(folder) ? readdirSync(folder).map((name) => name.replace(/\.json$/, '')) : [];
  return [...new Set(['en', ...found.filter((name) => /^[a-z]{2}$/.test(name))])].sort();
}

/** A language with its sentences; null where it is not spoken here. English has none of its own. */
export function speechOf(language: string): Promise<Speech | null> {
  if (language === 'en') return Promise.resolve({ language, sentences: {} });
  let found = known.get(language);
  if (found === undefined) {
    if (!languages().includes(language)) return Promise.resolve(null);
    found = read(language);
    known.set(language, found);
  }
  return found;
}

async function read(language: string): Promise<Speech> {
  const files = existsSync(built)
    ? [`${built}${language}.json`]
    : readdirSync(sources + language).map((name) => `${sources}${language}/${name}`);
  const parts = await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, 'utf8'))));
  const entries = Object.entries(Object.assign({}, ...parts) as Record<string, Entry>);
  const sentences = entries.map(([id, entry]) => [id, typeof entry === 'string' ? entry : entry.is]);
  return { language, sentences: Object.fromEntries(sentences) };
}

/** Says all that `saying` says, now and later, in one language. */
export function speaking<T>(speech: Speech, saying: () => T): T {
  speakAs(() => asked.getStore());
  return asked.run(speech, saying);
}

/** The first language of a browser (`accept-language`) that is spoken here; English where there is none. */
export function languageOfBrowser(accepts: string | undefined): string {
  const known = languages();
  const wanted = (accepts ?? '').split(',', 8).map((one) => one.trim().slice(0, 2).toLowerCase());
  return wanted.find((one) => known.includes(one)) ?? 'en';
}

/**
 * Pages that are opened by people who chose no language here, and rounds from a phone, of which no address shall tell what
 * its owner reads: the browser tells it.
 */
const OPENED = /^\/(?:embed|docs|r|api\/rounds)(?:\/|$)/;

/**
 * Answers and refuses in the language of `?lang=`, and pages that strangers open in that of their browser; in English where
 * none is asked for, or one that is not spoken here.
 */
export function speechOfRequest(): MiddlewareHandler {
  return async (context, next) => {
    const isOpened = OPENED.test(context.req.path);
    const asked =
      context.req.query('lang') ??
      (isOpened ? languageOfBrowser(context.req.header('accept-language')) : 'en');
    const speech = await speechOf(asked);
    await (speech === null || speech.language === 'en' ? next() : speaking(speech, next));
    if (isOpened) context.res.headers.append('vary', 'accept-language');
  };
}
