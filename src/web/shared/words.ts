/**
 * Every word of the interface goes through here, so that it can be said in another language. A sentence is one ICU
 * message with parameters; two are never glued together. English stands where it is used and is compiled when it is
 * first needed; a catalogue of another language replaces it by id.
 */
import type { Text } from '#core/model/fact';
import { inLanguage } from '#core/model/fact';
import { type Message, say } from '#core/words/message';
import { spokenNow } from './language';

type Params = Readonly<Record<string, string | number>>;

/** A sentence that was said on a page. */
export interface SaidHere {
  readonly icu: string;
  readonly params: Params;
}

/** What was said since the page was opened, by id, as it was said last: for those who correct a translation. */
const said = new Map<string, SaidHere>();

/**
 * The words of an id, in the language of the reader. `icu` is the English; a test reads all of these calls and
 * holds them to one text an id.
 */
export function t(id: string, icu: string, params: Params = {}): string {
  said.set(id, { icu, params });
  return say(id, icu, params);
}

/** A sentence as it was said. */
export function sayAgain(id: string, { icu, params }: SaidHere): string {
  return say(id, icu, params);
}

/** All sentences that were said, the ids with their English. */
export function allSaid(): ReadonlyMap<string, SaidHere> {
  return said;
}

/** A sentence that came from the core, in the language of the reader where we have it, else as it came. */
export function told(message: Message): string {
  const icu = spokenNow().sentences[message.id];
  return icu === undefined ? message.text : say(message.id, icu, message.params);
}

/** A community's own words in the reader's language, or in the first that it has. */
export function words(text: Text | null | undefined): string {
  return text == null ? '' : inLanguage(text);
}

/** `a, b and c` in the reader's language. */
export function list(items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return new Intl.ListFormat(languageTag(), { type, style: 'long' }).format(items);
}

/** English is written as in Britain: day before month. */
export function languageTag(): string {
  const { language } = spokenNow();
  return language === 'en' ? 'en-GB' : language;
}
