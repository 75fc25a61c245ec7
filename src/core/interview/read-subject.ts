/** Who does it: the words before the verb, without numbers, articles and small words; and whether it is told that nobody does. */
import type { Lexicon } from '#core/interview/lexicon/lexicon';
import { THEY } from '#core/interview/said-again';
import { type Rest, type Said, said } from '#core/interview/sentence-rest';
import { END, escaped, numberOf, START } from '#core/interview/spoken-amount';

/** More words than this are no name. */
const MOST_WORDS = 7;

/** Somebody named right before, said again: "maria she". */
const AGAIN = new RegExp(`(?<=[\\p{L}\\p{N}],?\\s+)(?:${THEY})\\s*$`, 'iu');

export interface Subject {
  readonly who: Said | null;
  readonly howMany: number | null;
  readonly countsAll: boolean;
  readonly isEvery: boolean;
  readonly isUs: boolean;
  readonly toUs: boolean;
  /** Nobody does it, or it is not so, or not yet: then nothing is made up. */
  readonly isNot: boolean;
}

/** The subject of a sentence whose verb begins at `end` and ends at `after`. */
export function subjectOf(rest: Rest, end: number, after: number): Subject {
  const { lexicon } = rest;
  const head = rest.text.slice(0, end);
  const words = Object.keys(lexicon.numbers);
  const numbers = escaped(words);
  const many = escaped(words.filter((word) => (lexicon.numbers[word] ?? 0) > 1));
  const some = new RegExp(`^\\s*(?<number>\\d+|${numbers})\\s+(?:${escaped(lexicon.of)})\\s*`, 'iu').exec(
    head,
  );
  const all =
    some === null
      ? new RegExp(
          `^\\s*(?:(?:${escaped([...lexicon.articles, ...lexicon.leads, ...lexicon.about])})\\s+)*(?<number>\\d+|${many})\\s+(?=\\p{L})`,
          'iu',
        ).exec(head)
      : null;
  const counted = some ?? all;
  const howMany = numberOf(counted?.groups?.['number'], lexicon);
  // "la mairie nous donne": who gets stands before the verb.
  const us = new RegExp(`(?<=\\S\\s+)(?:${escaped(lexicon.us)})\\s*$`, 'iu').exec(head);
  // "two of us": they are who does it.
  const clitic = us !== null && us.index > (counted?.[0].length ?? 0) ? us : null;
  const also = new RegExp(`\\s(?:${escaped([...lexicon.leads, ...lexicon.asides])})\\s*$`, 'iu').exec(head);
  // "maria she brings": the one who was named.
  const again = AGAIN.exec(head);
  const to = Math.min(end, clitic?.index ?? end, also?.index ?? end, again?.index ?? end);
  const who = said(rest.text, { from: counted?.[0].length ?? 0, to }, lexicon);
  const is = (of: readonly string[]) => who !== null && of.includes(who.text.toLowerCase());
  const isUs = is(lexicon.us);
  return {
    who: isUs ? null : who,
    howMany,
    countsAll: all !== null,
    isEvery: new RegExp(`^\\s*(?:${escaped(lexicon.leads)})${END}`, 'iu').test(head),
    isUs,
    toUs: clitic !== null,
    isNot:
      // "nobody knows who …": nobody is made up who would.
      new RegExp(`^\\s*(?:${escaped(lexicon.nobody)})${END}`, 'iu').test(head) ||
      // "will give", "does not pay": the rest of it is no fact.
      new RegExp(`(?:^|\\s)(?:${escaped(lexicon.notBefore)})\\s*$`, 'iu').test(head.slice(0, to)) ||
      isDenied(rest.text.slice(after), lexicon) ||
      // "the library is open", "since the flood": no name.
      new RegExp(`${START}(?:${escaped(lexicon.noName)})${END}`, 'iu').test(head) ||
      startsWithTime(head, lexicon) ||
      (who?.text.split(' ').length ?? 0) > MOST_WORDS,
  };
}

/** "gives nothing"; in Dutch "not" may stand at the end. */
function isDenied(tail: string, lexicon: Lexicon): boolean {
  const start = lexicon.language === 'nl' ? '(?:^|\\s)' : '^\\s*';
  return new RegExp(`${start}(?:${escaped(lexicon.notAfter)})${END}`, 'iu').test(tail);
}

/** "since the flood", "between 8 and 10": words of time, or of a range, that were not understood. */
function startsWithTime(head: string, lexicon: Lexicon): boolean {
  const words = [...lexicon.times.since, ...lexicon.times.from, ...lexicon.times.until];
  const small = words.filter((word) => !lexicon.articles.includes(word));
  return new RegExp(`^\\s*(?:${escaped(small)})${END}`, 'iu').test(head);
}
