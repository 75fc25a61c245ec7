/** Finds an amount as people say it ("about three hours a week", "20 euros a year", "2 to 4 days") and spells it for the file. */
import type { Lexicon } from '#core/interview/lexicon/lexicon';
import type { Period } from '#core/model/amount';

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** An amount in its parts, so that each can be changed. */
export interface AmountParts {
  /** `3`, `about 3`, `2..4`, `some`, `unknown`. */
  readonly much: string;
  /** As the file spells units: `h`, `day of work`, `EUR`; null where none was said. */
  readonly unit: string | null;
  readonly per: Period | 'once' | null;
}

export interface SpokenAmount extends AmountParts {
  readonly at: Span;
}

/** As the file spells it: `about 3 h/week`, `5 EUR once`, `unknown`. */
export function spelled({ much, unit, per }: AmountParts): string {
  if (unit === null) return much;
  return `${much} ${unit}${per === null ? '' : per === 'once' ? ' once' : `/${per}`}`;
}

const escapes = new WeakMap<readonly string[], string>();

/** Words as one of them in a pattern, the longest first. */
export function escaped(words: readonly string[]): string {
  const known = escapes.get(words);
  if (known !== undefined) return known;
  const made = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  escapes.set(words, made);
  return made;
}

/** Small words before a name, each whole; one that ends in an apostrophe needs no blank after it. */
export function before(words: readonly string[]): string {
  const elided = words.filter((word) => /['’]$/.test(word));
  const whole = `(?:${escaped(words.filter((word) => !elided.includes(word)))})${END}\\s*`;
  return elided.length === 0 ? whole : `(?:${whole}|(?:${escaped(elided)}))`;
}

/** Where a word begins and where it ends, in patterns. */
export const START = '(?<![\\p{L}\\p{N}])';
export const END = '(?![\\p{L}\\p{N}])';

interface Patterns {
  readonly counted: RegExp;
  readonly leading: RegExp;
  readonly some: RegExp;
  readonly things: RegExp;
}

/** Digits with or without signs between groups of three, and a decimal sign. */
const DIGITS = "\\d{1,3}(?:[., '’]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d+)?";
const known = new Map<string, Patterns>();

function patternsOf(lexicon: Lexicon): Patterns {
  const before = known.get(lexicon.language);
  if (before !== undefined) return before;
  const words = Object.keys(lexicon.numbers);
  const number = `${DIGITS}|${escaped(words)}`;
  // "a loaf" names one; it does not count it.
  const counting = `${DIGITS}|${escaped(words.filter((word) => (lexicon.numbers[word] ?? 0) > 1))}`;
  const units = escaped(lexicon.units.flatMap(([, said]) => said));
  const periods = escaped(lexicon.periods.flatMap(([, said]) => said));
  const rate = `(?:\\s*(?:${escaped(lexicon.per)})\\s*(?<period>${periods})s?${END}|\\s+(?<once>${escaped(lexicon.once)})${END})`;
  const per = `${rate}?`;
  const about = `(?:(?<about>${escaped(lexicon.about)})\\s+)?`;
  const range = `(?:\\s*(?:${escaped(lexicon.range)})\\s*(?<second>${number}))?`;
  const of = lexicon.language === 'fr' ? "(?:d['’])?" : '';
  const patterns = {
    counted: new RegExp(
      `${START}${about}(?<first>${number})${range}\\s*${of}(?<unit>${units})${END}${per}`,
      'iu',
    ),
    leading: new RegExp(`${about}(?<unit>[€$£])\\s*(?<first>${DIGITS})${range}${per}`, 'iu'),
    some: new RegExp(`${START}(?:${escaped(lexicon.some)})\\s+(?<unit>${units})${END}${per}`, 'iu'),
    things: new RegExp(
      `^\\s*${about}(?<first>${counting})${range}\\s+(?<noun>\\p{L}[\\p{L}'’ -]*?)(?:${rate}|(?=\\s+(?:${escaped(lexicon.towards)})${END}|\\s*(?:,|$)|\\s{2}))`,
      'iu',
    ),
  };
  known.set(lexicon.language, patterns);
  return patterns;
}

/** The first amount of a sentence; null where there is none. */
export function findAmount(sentence: string, lexicon: Lexicon): SpokenAmount | null {
  const patterns = patternsOf(lexicon);
  const match = patterns.leading.exec(sentence) ?? patterns.counted.exec(sentence);
  if (match !== null) return parts(match, lexicon, false);
  const some = patterns.some.exec(sentence);
  return some === null ? null : parts(some, lexicon, true);
}

/** "10 loaves a week": a number of what has no unit of its own. `keep` is the noun, which stays in the sentence. */
export function findThings(tail: string, lexicon: Lexicon): (SpokenAmount & { readonly keep: Span }) | null {
  const match = patternsOf(lexicon).things.exec(tail);
  const noun = match?.groups?.['noun'];
  if (match === null || noun === undefined) return null;
  const from = match[0].indexOf(noun, match[0].indexOf(match.groups?.['first'] ?? ''));
  return {
    ...parts(match, lexicon, false),
    unit: 'thing',
    keep: { from: match.index + from, to: match.index + from + noun.length },
  };
}

function parts(match: RegExpExecArray, lexicon: Lexicon, some: boolean): SpokenAmount {
  const groups = match.groups ?? {};
  const spoken = (groups['unit'] ?? '').toLowerCase();
  const unit = lexicon.units.find(([, words]) => words.includes(spoken))?.[0] ?? null;
  const first = numberOf(groups['first'], lexicon);
  const second = numberOf(groups['second'], lexicon);
  const about = groups['about'] === undefined ? '' : 'about ';
  return {
    much: some
      ? 'some'
      : second === null || first === null || second < first
        ? `${about}${first}`
        : `${first}..${second}`,
    unit,
    per: groups['once'] !== undefined ? 'once' : periodOf(groups['period'], lexicon),
    at: { from: match.index, to: match.index + match[0].length },
  };
}

/** The period that a word means. */
function periodOf(word: string | undefined, lexicon: Lexicon): Period | null {
  if (word === undefined) return null;
  const said = word.toLowerCase();
  return lexicon.periods.find(([, words]) => words.includes(said))?.[0] ?? null;
}

/** A number in digits or words; a sign before exactly three digits parts thousands, as people write them. */
export function numberOf(word: string | undefined, lexicon: Lexicon): number | null {
  if (word === undefined) return null;
  if (!/^\d/.test(word)) return lexicon.numbers[word.toLowerCase()] ?? null;
  const grouped = /^(\d{1,3}(?:[., '’]\d{3})+)(?:[.,](\d{1,2}))?$/.exec(word);
  if (grouped === null) return Number(word.replace(',', '.'));
  return Number(`${(grouped[1] ?? '').replace(/\D/g, '')}.${grouped[2] ?? '0'}`);
}

/** `about 3` times 2 is `about 6`; what is not counted stays as it is. */
export function times(much: string, by: number): string {
  return much.replace(/\d+(?:\.\d+)?/g, (number) => String(Math.round(Number(number) * by * 100) / 100));
}
