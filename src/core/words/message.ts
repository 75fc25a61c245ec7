/**
 * Sentences that leave the core: an id, parameters, and the English text. Templates are ICU MessageFormat, whole
 * sentences, never glued together, so that each can be translated as one.
 */
import { setupI18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';

export type Param = string | number;

export interface Message {
  readonly id: string;
  readonly params: Readonly<Record<string, Param>>;
  /** English. */
  readonly text: string;
}

/** A template with a name. Calling it gives the sentence. */
export interface Template {
  (params?: Readonly<Record<string, Param>>): Message;
  readonly id: string;
  readonly icu: string;
}

const english = setupI18n({ locale: 'en', messages: { en: {} } });

const catalogue = new Map<string, string>();

/**
 * Names a template, such as `message('problem.unknown-key', 'I do not know the key {key}.')`.
 * Throws when the same id is given two different texts: that is a mistake of ours.
 */
export function message(id: string, icu: string): Template {
  const before = catalogue.get(id);
  if (before !== undefined && before !== icu) throw new Error(`two texts for the message ${id}`);
  catalogue.set(id, icu);
  let compiled = false;
  const make = (params: Readonly<Record<string, Param>> = {}): Message => {
    // Compiled when first said: most sentences of the catalogue are never said in one run.
    if (!compiled) english.load('en', { [id]: compileMessageOrThrow(icu) });
    compiled = true;
    return { id, params, text: english._(id, params as Record<string, Param>) };
  };
  return Object.assign(make, { id, icu });
}

/** Every template that has been loaded, by id: the source for translators. */
export function templates(): ReadonlyMap<string, string> {
  return catalogue;
}
