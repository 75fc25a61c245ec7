/** What every thing of a community carries: identity, words, validity, evidence, visibility. */
import type { When } from '#core/model/dates';

/** `[a-z0-9][a-z0-9-]*`, unique across the whole file. */
export type Id = string;

/** Words in one language, or a map from language code to words. */
export type Text = string | Readonly<Record<string, string>>;

/** How something is known. `count` is meant where nothing is said. */
export type How = 'record' | 'count' | 'estimate' | 'told' | 'guess' | 'inferred';

export interface Evidence {
  /** Id of a source, in a name space of its own; null where only the manner of knowing is given. */
  readonly source: Id | null;
  readonly how: How | null;
  readonly by: Id | null;
  readonly contestedBy: readonly Id[];
}

/** One value of a thing over part of its life. A thing that never changed has one reading without dates. */
export interface Reading<T> {
  readonly since: When | null;
  readonly until: When | null;
  readonly value: T;
  readonly because: readonly Evidence[];
}

export type Series<T> = readonly Reading<T>[];

/** The section of the file in which a thing stands. */
export type Section =
  | 'parties'
  | 'roles'
  | 'pools'
  | 'pockets'
  | 'activities'
  | 'needs'
  | 'flows'
  | 'accounts'
  | 'baskets'
  | 'trials'
  | 'influences'
  | 'quantities'
  | 'ties'
  | 'movements'
  | 'tools'
  | 'worth'
  | 'voices'
  | 'decisions'
  | 'history'
  | 'vision'
  | 'walls'
  | 'scenarios';

/** Shared by every thing that has an id. */
export interface Fact {
  readonly id: Id;
  readonly section: Section;
  /** Null where the file gives none; screens then show the id. */
  readonly name: Text | null;
  readonly note: Text | null;
  readonly since: When | null;
  readonly until: When | null;
  readonly because: readonly Evidence[];
  /** Audiences named by the fact itself; null where it says nothing and the default of the file holds. */
  readonly see: readonly string[] | null;
  /** Block of the scheme under which the thing is filed. */
  readonly category: string | null;
  /** Keys that start with `x-`, kept as they are. */
  readonly x: Readonly<Record<string, unknown>>;
}

let readerLanguage: () => string = () => 'en';

/** Tells in which language the reader of the moment has a community's own words, where it has several. */
export function readIn(language: () => string): void {
  readerLanguage = language;
}

/** The words in a language, the reader's unless said, or in English, or in the first language given. */
export function inLanguage(text: Text, language = readerLanguage()): string {
  if (typeof text === 'string') return text;
  return text[language] ?? text['en'] ?? Object.values(text)[0] ?? '';
}

/** What to call a thing in a report: its name, or its id where it has none. */
export function nameOf(
  fact: { readonly id: Id; readonly name: Text | null },
  language = readerLanguage(),
): string {
  return fact.name === null ? fact.id : inLanguage(fact.name, language);
}

/** What to call a thing where people look: its name, or its id in words where it has none (`open-day`: Open day). */
export function nameInWords(fact: { readonly id: Id; readonly name: Text | null }): string {
  if (fact.name !== null) return inLanguage(fact.name);
  const words = fact.id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
