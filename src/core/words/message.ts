/**
 * Sentences that leave the core: an id, parameters, and the text, English unless another language was asked for.
 * Templates are ICU MessageFormat, whole sentences, never glued together, so that each can be translated as one.
 */
import { type I18n, setupI18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { filled } from '#core/words/fill';
import { inSpeech, type Speech, speech } from '#core/words/speech';

export type Param = string | number;

export interface Message {
  readonly id: string;
  readonly params: Readonly<Record<string, Param>>;
  /** English, or the language of the moment (`speech`). */
  readonly text: string;
}

/** A template with a name. Calling it gives the sentence. */
export interface Template {
  (params?: Readonly<Record<string, Param>>): Message;
  /** The sentence, with parameters that are worked out only when somebody reads it; in the language of now all the same. */
  readonly later: (params: () => Readonly<Record<string, Param>>) => Message;
  readonly id: string;
  readonly icu: string;
}

/** What has been compiled of each language. */
const voices = new WeakMap<Speech, I18n>();
const ENGLISH: Speech = { language: 'en', sentences: {} };

const catalogue = new Map<string, string>();

/** The voice of a language with an ICU text in it. Compiled when first said: most sentences are never said in one run. */
function voiceFor(one: Speech, id: string, icu: string): I18n {
  let voice = voices.get(one);
  if (voice === undefined) {
    voice = setupI18n({ locale: one.language, messages: { [one.language]: {} } });
    voices.set(one, voice);
  }
  if (voice.messages[id] === undefined) voice.load(one.language, { [id]: compileMessageOrThrow(icu) });
  return voice;
}

function sayIn(one: Speech, id: string, icu: string, params: Readonly<Record<string, Param>>): string {
  const voice = voiceFor(one, id, icu);
  return filled(one.language, voice.messages[id], params) ?? voice._(id, params as Record<string, Param>);
}

/** The text of an id in the language of the moment where that has it, else in English (`icu`). Throws for no ICU text. */
export function say(
  id: string,
  icu: string,
  params: Readonly<Record<string, Param>> = {},
  now: Speech = speech(),
): string {
  const translated = now.sentences[id];
  if (translated === undefined || translated === '') return sayIn(ENGLISH, id, icu, params);
  return sayIn(now, id, translated, params);
}

/**
 * Names a template, such as `message('problem.unknown-key', 'I do not know the key {key}.')`.
 * Throws when the same id is given two different texts: that is a mistake of ours.
 */
export function message(id: string, icu: string): Template {
  const before = catalogue.get(id);
  if (before !== undefined && before !== icu) throw new Error(`two texts for the message ${id}`);
  catalogue.set(id, icu);
  let isSound = false;
  const make = (params: Readonly<Record<string, Param>> = {}): Message => {
    // A text that is no ICU message is a mistake of ours, and is found where it is made, not where it is read.
    if (!isSound) voiceFor(ENGLISH, id, icu);
    isSound = true;
    return sentence(id, icu, params);
  };
  const later = (params: () => Readonly<Record<string, Param>>): Message => unread(id, icu, params);
  return Object.assign(make, { id, icu, later });
}

/** Most sentences of a run are never read: the text is made when it is. */
function sentence(id: string, icu: string, params: Readonly<Record<string, Param>>): Message {
  const now = speech();
  let text: string | undefined;
  return {
    id,
    params,
    get text() {
      text ??= say(id, icu, params, now);
      return text;
    },
  };
}

function unread(id: string, icu: string, params: () => Readonly<Record<string, Param>>): Message {
  const now = speech();
  let made: Message | undefined;
  const read = (): Message => {
    made ??= inSpeech(now, () => sentence(id, icu, params()));
    return made;
  };
  return {
    id,
    get params() {
      return read().params;
    },
    get text() {
      return read().text;
    },
  };
}

/** Every template that has been loaded, by id: the source for translators. */
export function templates(): ReadonlyMap<string, string> {
  return catalogue;
}
