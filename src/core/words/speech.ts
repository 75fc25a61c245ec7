/**
 * The language that sentences are said in. English unless a door (a page, a command, a request) asks for another and
 * brings its sentences along; what has no translation there is said in English. Knows no files.
 */
import { readIn } from '#core/model/fact';

/** A language with its sentences: message id to ICU text. */
export interface Speech {
  /** Such as `es`. */
  readonly language: string;
  readonly sentences: Readonly<Record<string, string>>;
}

const ENGLISH: Speech = { language: 'en', sentences: {} };

let asked: () => Speech | undefined = () => undefined;

/** The door tells how to find the language of the moment: one for a page or a command, one for each request of a server. */
export function speakAs(speech: () => Speech | undefined): void {
  asked = speech;
}

/** What is spoken now. */
export function speech(): Speech {
  return asked() ?? ENGLISH;
}

/** Says all that `saying` says in one language, and then goes on in the one before. */
export function inSpeech<T>(one: Speech, saying: () => T): T {
  const before = asked;
  asked = () => one;
  try {
    return saying();
  } finally {
    asked = before;
  }
}

readIn(() => speech().language);

/** The tag for numbers, dates and lists. English is written as in Britain: day before month. */
export function speechTag(): string {
  const { language } = speech();
  return language === 'en' ? 'en-GB' : language;
}
