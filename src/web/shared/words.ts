/**
 * Every word of the interface goes through here, so that it can be said in another language. A sentence is one ICU
 * message with parameters; two are never glued together. English stands where it is used and is compiled when it is
 * first needed; a catalogue of another language replaces it by id.
 */
import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Text } from '#core/model/fact';
import { inLanguage } from '#core/model/fact';
import type { Message } from '#core/words/message';

export const i18n = setupI18n({ locale: 'en', messages: { en: {} } });
i18n.setMessagesCompiler(compileMessage);

type Params = Readonly<Record<string, string | number>>;

const english = new Map<string, string>();

/**
 * The words of an id, in the language of the reader. `icu` is the English; a test reads all of these calls and
 * holds them to one text an id.
 */
export function t(id: string, icu: string, params: Params = {}): string {
  if (!english.has(id)) {
    english.set(id, icu);
    i18n.load('en', { [id]: compileMessage(icu) });
  }
  return i18n._(id, params as Record<string, string | number>);
}

/** A sentence that came from the core, in the language of the reader where we have it, else in English. */
export function told(message: Message): string {
  return i18n.locale === 'en' || i18n.messages[message.id] === undefined
    ? message.text
    : i18n._(message.id, message.params as Record<string, string | number>);
}

/** A community's own words in the reader's language, or in the first that it has. */
export function words(text: Text | null | undefined): string {
  return text == null ? '' : inLanguage(text, i18n.locale);
}

/** `a, b and c` in the reader's language. */
export function list(items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return new Intl.ListFormat(languageTag(), { type, style: 'long' }).format(items);
}

/** English is written as in Britain: day before month. */
export function languageTag(): string {
  return i18n.locale === 'en' ? 'en-GB' : i18n.locale;
}
