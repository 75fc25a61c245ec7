/** What a sentence reader knows of one language: words only, no rules. One file a language fills this in. */

import type { Period } from '#core/model/amount';
import type { CircleName, Form } from '#core/model/things';

/** What is given where the verb or the noun tells it and no unit does. */
export type Sort = 'money' | 'know-how' | 'things';

/** Kinds that we know to declare. */
export type OwnKind = 'things' | 'know-how' | 'money' | 'attention' | 'goodwill' | 'kilos' | 'pages';

export interface VerbEntry {
  /** Forms as they are written, small letters; several words are fine. The longest match counts. */
  readonly words: readonly string[];
  /**
   * `give`: subject to object · `get`: object to subject · `work`: the subject does what the rest of the sentence names ·
   * `lend`: the subject lets us use a thing · `cost`: the subject takes an amount · `unknown-cost`: nobody knows what it costs ·
   * `free`: the subject is free for the object · `keys`: the subject holds the keys of a tool ·
   * `holds`: it holds keys, or knows how, and the sentence does not say of what.
   */
  readonly means: 'give' | 'get' | 'work' | 'lend' | 'cost' | 'unknown-cost' | 'free' | 'keys' | 'holds';
  readonly form: Form | null;
  /** What it is about where no unit is said: who pays, pays money. */
  readonly sort?: Sort;
}

/** How people say when and how often. Small letters; other spellings of one word after a stroke: `march/mar`. */
export interface TimeWords {
  /** "twice", "every second": how often, in a way that no amount can be told in yet. */
  readonly rates: readonly string[];
  /** January first. */
  readonly months: readonly string[];
  readonly seasons: readonly string[];
  /** "since" before a date. */
  readonly since: readonly string[];
  /** "from" before the first of two dates, or with "onwards" after it. */
  readonly from: readonly string[];
  readonly onwards: readonly string[];
  readonly until: readonly string[];
  /** Between two dates. */
  readonly to: readonly string[];
  /** "in" before a date in which all of it lies. */
  readonly within: readonly string[];
  /** Before a date: "the year"; "the end of", "summer". */
  readonly edges: readonly string[];
  /** Times that are no date: "last year". */
  readonly vague: readonly string[];
  /** How long, with `#` for a number and `%` for a period: "for # %". */
  readonly lasting: readonly string[];
  /** "always", "often": they say nothing of who does what. */
  readonly adverbs: readonly string[];
}

export interface Lexicon {
  readonly language: string;
  readonly times: TimeWords;
  readonly numbers: Readonly<Record<string, number>>;
  /** Unit as the format spells it, to its words. */
  readonly units: readonly (readonly [unit: string, words: readonly string[]])[];
  readonly periods: readonly (readonly [period: Period, words: readonly string[]])[];
  /** "a", "per", "each", "every" before a period. */
  readonly per: readonly string[];
  readonly once: readonly string[];
  readonly about: readonly string[];
  readonly some: readonly string[];
  /** Between two numbers: "to", "or". */
  readonly range: readonly string[];
  /** "to", "for", "into" before who or what receives. */
  readonly towards: readonly string[];
  /** "from" before who gives. */
  readonly from: readonly string[];
  /** "for nothing", "for free", "unpaid". */
  readonly unpaid: readonly string[];
  /** "paid for by the hour", "for pay". */
  readonly paid: readonly string[];
  /** "us", "we". */
  readonly us: readonly string[];
  readonly articles: readonly string[];
  /** "each", "all", "also": they too stand before a name and are no part of it. */
  readonly leads: readonly string[];
  readonly verbs: readonly VerbEntry[];
  /** "two of the core": words between a count and a circle. */
  readonly of: readonly string[];
  /** When it happens, with the period that it stands for: "every Friday", "on Saturdays". The first of a sentence counts. */
  readonly often: readonly (readonly [period: Period, words: readonly string[]])[];
  /** "each" after an amount: so much from every one of them. */
  readonly each: readonly string[];
  /** "only", "also" before who does it: no part of the name. */
  readonly asides: readonly string[];
  /** Before the verb: it is not so, or not yet: "does not", "will", "would". */
  readonly notBefore: readonly string[];
  /** Words that no name has: "is", "have", "because"; what stands before the verb is then no subject. */
  readonly noName: readonly string[];
  /** Right after the verb: "nothing", "no". */
  readonly notAfter: readonly string[];
  /** Who stands for somebody that is not named: "I", "someone". */
  readonly unnamed: readonly string[];
  /** Last words of a name that is no person: "shop", "team". */
  readonly bodies: readonly string[];
  /** Last words of a name that stands for several of us: "group", "crew". */
  readonly groups: readonly string[];
  /** "nobody" as the one who does it: then nobody is made up who would. */
  readonly nobody: readonly string[];
  /** "dunno", "no idea", at the end of what is said. */
  readonly dunno: readonly string[];
  /** "who", "how": words with which a question begins. */
  readonly asks: readonly string[];
  /** Between the last two of a list. */
  readonly and: readonly string[];
  /** "more", "the more". */
  readonly more: readonly string[];
  /** "less", "fewer". */
  readonly less: readonly string[];
  /** Verbs of an influence: more of the one brings more of the other. */
  readonly feeds: readonly string[];
  /** Verbs of an influence: more of the one brings less of the other. */
  readonly hinders: readonly string[];
  /** Nouns that tell what is in a pool, or what is given. */
  readonly nouns: Readonly<Record<'money' | 'know-how', readonly string[]>>;
  /** How people call those at a distance from the middle. */
  readonly circles: readonly (readonly [circle: CircleName, words: readonly string[]])[];
  /** "anyone", "the public". */
  readonly anyone: readonly string[];
  /** Verbs between "more of this" and "more of that". */
  readonly links: readonly string[];
  /** Words at the end of a sentence that belong to the verb: "laat ons de zaal gebruiken". */
  readonly tails: readonly string[];
  /** "people", "in the": what stands beside a number in a list and names nobody. */
  readonly people: readonly string[];
  /** What we call things that a sentence means and does not name. */
  readonly own: Readonly<Record<'purse' | 'members' | 'doing' | 'costs' | 'core' | 'anyone', string>>;
  /** Names of kinds that a file gets when they are first used. */
  readonly kinds: Readonly<Record<OwnKind, string>>;
}

/** Every way of saying one word of each group after the other: `crossed('has|holds', 'the key|the keys')`. */
export function crossed(...groups: readonly string[]): readonly string[] {
  return groups
    .map((group) => group.split('|'))
    .reduce((so, words) => so.flatMap((one) => words.map((word) => `${one} ${word}`.trim())));
}

/** Words written with bars between them: `oneOf('gives|give', 'brings')`. */
export function oneOf(...groups: readonly string[]): readonly string[] {
  return groups.flatMap((group) => group.split('|'));
}
