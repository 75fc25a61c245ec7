/** Finds an amount as people say it ("about three hours a week", "20 euros a year", "2 to 4 days") and spells it for the file. */
import type { Lexicon } from '#core/interview/lexicon/lexicon';

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface SpokenAmount {
  /** As the file spells it: `about 3 h/week`. */
  readonly amount: string;
  readonly unit: string | null;
  readonly at: Span;
}

export const escaped = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');

const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';

interface Patterns {
  readonly counted: RegExp;
  readonly leading: RegExp;
  readonly some: RegExp;
}

const known = new Map<string, Patterns>();

function patternsOf(lexicon: Lexicon): Patterns {
  const before = known.get(lexicon.language);
  if (before !== undefined) return before;
  const number = `\\d+(?:[.,]\\d+)?|${escaped(Object.keys(lexicon.numbers))}`;
  const units = escaped(lexicon.units.flatMap(([, words]) => words));
  const periods = escaped(lexicon.periods.flatMap(([, words]) => words));
  const per = `(?:\\s*(?:${escaped(lexicon.per)})\\s*(?<period>${periods})s?${END}|\\s+(?<once>${escaped(lexicon.once)})${END})?`;
  const about = `(?:(?<about>${escaped(lexicon.about)})\\s+)?`;
  const range = `(?:\\s*(?:${escaped(lexicon.range)})\\s*(?<second>${number}))?`;
  const patterns = {
    counted: new RegExp(`${START}${about}(?<first>${number})${range}\\s*(?<unit>${units})${END}${per}`, 'iu'),
    leading: new RegExp(`${about}(?<unit>[€$£])\\s*(?<first>\\d+(?:[.,]\\d+)?)${range}${per}`, 'iu'),
    some: new RegExp(`${START}(?:${escaped(lexicon.some)})\\s+(?<unit>${units})${END}${per}`, 'iu'),
  };
  known.set(lexicon.language, patterns);
  return patterns;
}

/** The first amount of a sentence; null where there is none. */
export function findAmount(sentence: string, lexicon: Lexicon): SpokenAmount | null {
  const patterns = patternsOf(lexicon);
  const match = patterns.leading.exec(sentence) ?? patterns.counted.exec(sentence);
  if (match !== null) return spell(match, lexicon, false);
  const some = patterns.some.exec(sentence);
  return some === null ? null : spell(some, lexicon, true);
}

function spell(match: RegExpExecArray, lexicon: Lexicon, some: boolean): SpokenAmount {
  const groups = match.groups ?? {};
  const spoken = (groups['unit'] ?? '').toLowerCase();
  const unit = lexicon.units.find(([, words]) => words.includes(spoken))?.[0] ?? null;
  const periodWord = groups['period']?.toLowerCase();
  const period = lexicon.periods.find(
    ([, words]) => periodWord !== undefined && words.includes(periodWord),
  )?.[0];
  const per = period !== undefined ? `/${period}` : groups['once'] !== undefined ? ' once' : '';
  const first = numberOf(groups['first'], lexicon);
  const second = numberOf(groups['second'], lexicon);
  const about = groups['about'] === undefined ? '' : 'about ';
  const much = some ? 'some' : second === null ? `${about}${first}` : `${first}..${second}`;
  return {
    amount: `${much} ${unit ?? ''}`.trim() + per,
    unit,
    at: { from: match.index, to: match.index + match[0].length },
  };
}

function numberOf(word: string | undefined, lexicon: Lexicon): number | null {
  if (word === undefined) return null;
  if (/^\d/.test(word)) return Number(word.replace(',', '.'));
  return lexicon.numbers[word.toLowerCase()] ?? null;
}
