/**
 * The language of the reader: chosen in the menu and kept in this browser, else the first of the browser's languages that
 * Potluck speaks. Words of a language are fetched when it is first spoken; what it lacks is said in English.
 */
import { type Speech, speakAs } from '#core/words/speech';
import names from '../../../locale/names.json';
import read from '../../../locale/read.json';

export type Language = keyof typeof names;

interface Named {
  readonly code: Language;
  /** In the language itself. */
  readonly name: string;
  /** Says in that language that no native speaker has read it; empty where one has. */
  readonly draft: string;
}

const KEY = 'potluck.language';
const ENGLISH: Speech = { language: 'en', sentences: {} };

/** All languages of the interface, English first. */
export const LANGUAGES: readonly Named[] = Object.entries(names).map(([code, { name, draft }]) => ({
  code: code as Language,
  name,
  draft: (read as readonly string[]).includes(code) ? '' : draft,
}));

/** The parts of a language that are said in a browser; what a server says comes translated. */
const PARTS = import.meta.glob<Record<string, string>>(
  '../../../locale/{es,fr,nl,pt,sw}/{screens,picture,changes}.json',
  {
    import: 'default',
  },
);

const listeners = new Set<() => void>();
const fetched = new Map<Language, Speech>([['en', ENGLISH]]);
let spoken: Speech = ENGLISH;

/** The language and its sentences, as they are spoken now. */
export function spokenNow(): Speech {
  return spoken;
}

/** An address of this server, of which the answer comes in the language that is spoken now. */
export function spokenAt(address: string): string {
  if (spoken.language === 'en') return address;
  return `${address}${address.includes('?') ? '&' : '?'}lang=${spoken.language}`;
}

/** Calls back when another language is spoken. Gives what ends that. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const isLanguage = (code: string | null | undefined): code is Language =>
  LANGUAGES.some((one) => one.code === code);

/** The language to begin with. */
export function preferred(kept: string | null, ofBrowser: readonly string[]): Language {
  if (isLanguage(kept)) return kept;
  return ofBrowser.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en';
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Speaks the language that the reader chose or reads. Where its words do not come, English stays. */
export async function speakPreferred(): Promise<void> {
  await speak(preferred(kept(), navigator.languages)).catch(() => undefined);
}

/** Speaks a language from now on and remembers it. Rejects where its words cannot be fetched. */
export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language);
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage is closed to us: the choice holds until the page is left.
  }
}

async function speak(language: Language): Promise<void> {
  let next = fetched.get(language);
  if (next === undefined) {
    const parts = Object.keys(PARTS).filter((path) => path.includes(`/locale/${language}/`));
    const sentences = await Promise.all(parts.map((path) => PARTS[path]?.()));
    next = { language, sentences: Object.assign({}, ...sentences) as Record<string, string> };
    fetched.set(language, next);
  }
  spoken = next;
  document.documentElement.lang = language === 'en' ? 'en-GB' : language;
  for (const listener of listeners) listener();
}

speakAs(() => spoken);
