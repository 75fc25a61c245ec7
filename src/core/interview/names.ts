/** Names as people say them: which known thing one means, and an id for what is new. Knows no language's grammar. */
import type { Id, Section } from '#core/model/fact';
import type { CircleName } from '#core/model/things';

/** What is known of a thing that a sentence may mean. */
export interface KnownThing {
  readonly id: Id;
  readonly name: string;
  readonly section: string;
  readonly inside: boolean;
  /** Kind of a pool. */
  readonly kind: Id | null;
  /** How near the middle a circle is, where it was told. */
  readonly circle?: CircleName | null;
  /** Whether it happens at a told rhythm; then amounts may be told per event. */
  readonly hasRhythm?: boolean;
}

/** What is known of a kind. */
export interface KnownKind {
  readonly id: Id;
  readonly unit: string | null;
  readonly currency: boolean;
}

/** What a community has already, and the languages in which its people answer, the likeliest first. */
export interface Known {
  readonly things: readonly KnownThing[];
  readonly kinds: readonly KnownKind[];
  readonly languages: readonly string[];
}

/** Sections whose things can be the end of a stream. */
export const ENDS: readonly Section[] = ['parties', 'pools', 'pockets', 'activities'];

/** A short id from a name: small letters, digits, hyphens; with a number where it is taken. */
export function idFrom(name: string, taken: ReadonlySet<string>): Id {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const slug =
    bare
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40)
      .replace(/-+$/, '') || 'thing';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** Small letters and digits without accents, parted by single blanks. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A word in the ways in which it may be one or several. */
function forms(word: string): ReadonlySet<string> {
  return new Set([
    word,
    word.replace(/s$/, ''),
    word.replace(/e[sn]$/, ''),
    `${word}s`,
    `${word}es`,
    `${word}en`,
  ]);
}

/** The thing that a name means: the same name or id, in singular or plural, or the one name that begins so. */
export function meant(name: string, things: readonly KnownThing[]): KnownThing | null {
  const wanted = plainWords(name);
  if (wanted === '') return null;
  const said = forms(wanted);
  const exact =
    things.find((thing) => plainWords(thing.name) === wanted) ??
    things.find((thing) => said.has(plainWords(thing.name)) || said.has(thing.id.replace(/-/g, ' ')));
  if (exact !== undefined) return exact;
  const begins = things.filter((thing) => plainWords(thing.name).startsWith(`${wanted} `));
  return begins.length === 1 ? (begins[0] ?? null) : null;
}

/** With a capital, as names are written. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
