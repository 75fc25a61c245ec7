/** What a sentence reader knows of one language: words only, no rules. One file a language fills this in. */

import type { Period } from '#core/model/amount';
import type { Form } from '#core/model/things';

export interface VerbEntry {
  /** Forms as they are written, small letters; several words are fine. The longest match counts. */
  readonly words: readonly string[];
  /**
   * `give`: subject to object · `get`: object to subject · `work`: the subject does what the rest of the sentence names ·
   * `lend`: the subject lets us use a thing · `cost`: the subject takes an amount · `unknown-cost`: nobody knows what it costs.
   */
  readonly means: 'give' | 'get' | 'work' | 'lend' | 'cost' | 'unknown-cost';
  readonly form: Form | null;
}

export interface Lexicon {
  readonly language: string;
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
  readonly verbs: readonly VerbEntry[];
  /** "two of the core": words between a count and a circle. */
  readonly of: readonly string[];
}
