/**
 * Finds from when until when something holds, as people say it ("since 2019", "from 2020 to 2023", "until the end of June
 * 2027"), spelled as the file spells dates. What names no date ("until summer", "for three years") is found too, so that
 * it never becomes part of a name. Word lists only; knows no clock, so "last year" is no date.
 */
import type { Lexicon } from '#core/interview/lexicon/lexicon';
import { END, escaped, START } from '#core/interview/spoken-amount';

/** `2019`, `2021-03`, `2021-03-01`, `about 2027`. */
export interface Lasting {
  readonly since?: string;
  readonly until?: string;
}

interface Patterns {
  readonly spans: readonly RegExp[];
  readonly since: readonly RegExp[];
  readonly until: readonly RegExp[];
  readonly within: readonly RegExp[];
  readonly vague: RegExp;
  readonly adverbs: RegExp;
}

const made = new Map<string, Patterns>();
const YEAR = '(?:19|20)\\d\\d(?!\\d)';
const pattern = (source: string): RegExp => new RegExp(`${START}${source}`, 'iu');

/** Words with other spellings after a stroke: `march/mar`. */
export const spellings = (words: readonly string[]): string =>
  escaped(words.flatMap((one) => one.split('/')));

/** A date and the edge of it that was said ("the end of"): 2027-03-01, 1 March 2027, March 2027, 3/2027 or 2027. */
function datePattern(name: string, lexicon: Lexicon): string {
  const { months, edges } = lexicon.times;
  const edge = escaped([...edges, ...lexicon.about]);
  const day = '\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?';
  const of = '(?:\\s+(?:of|de|del))?[\\s,]+';
  return `(?<${name}Edge>(?:(?:${edge})(?:\\s+|(?<=['’])))*)(?<${name}>\\d{4}-\\d{2}(?:-\\d{2})?(?!\\d)|(?:${day}${of})?(?:${spellings(months)})\\.?(?:\\s+${day})?${of}${YEAR}|(?:\\d{1,2}[./])?\\d{1,2}[./]${YEAR}|${YEAR})`;
}

function patternsOf(lexicon: Lexicon): Patterns {
  const before = made.get(lexicon.language);
  if (before !== undefined) return before;
  const { since, from, until, to, onwards, within, edges, months, seasons, vague, adverbs } = lexicon.times;
  const [first, second] = [datePattern('first', lexicon), datePattern('second', lexicon)];
  // "from 2000 to 2500 euros" is no time, nor is "from 2000 members".
  const noUnit = `${END}(?!\\s*(?:${escaped(lexicon.units.flatMap(([, said]) => said))})${END})`;
  const ends = `${END}(?=\\s*(?:[,;:).]|$|(?:${escaped(lexicon.and)})${END}))`;
  const goesOn = `${END}(?=\\s*(?:[,;:).]|$|(?:${escaped([...lexicon.and, ...lexicon.towards])})${END}))`;
  const between = `(?:${escaped([...until, ...to, '-', '–'])})`;
  const part = `(?:(?:${escaped(edges)})\\s+)*(?:\\d{1,2}\\p{L}{0,2}\\s+)?(?:${spellings([...months, ...seasons])})`;
  const lead = escaped([...since, ...until, ...within]);
  const periods = escaped(
    lexicon.periods.filter(([one]) => one !== 'event' && one !== 'day').flatMap(([, said]) => said),
  );
  const number = `(?:\\d+|${escaped([...Object.keys(lexicon.numbers), ...lexicon.some])})`;
  const patterns = {
    spans: [
      `(?:${escaped([...since, ...from])})\\s+${first}\\s*${between}\\s*${second}${noUnit}`,
      `\\(?(?<first>(?:19|20)\\d\\d)\\s?[-–]\\s?(?<second>(?:19|20)\\d\\d)${noUnit}\\)?`,
    ].map(pattern),
    since: [
      `(?:${escaped(from)})\\s+${first}\\s+(?:${escaped(onwards)})${END}`,
      `(?:${escaped(since)})\\s+${first}${noUnit}`,
      `(?:${escaped(from)})\\s+${first}${ends}`,
      // "from 2022 the town", but not "from 2000 members".
      `(?:${escaped(from)})\\s+${first}(?=\\s+(?:${escaped([...lexicon.articles, ...lexicon.us])})${END})`,
    ].map(pattern),
    until: [pattern(`(?:${escaped(until)})\\s+${first}${noUnit}`)],
    within: [
      pattern(`(?:${escaped(within)})\\s+${first}${goesOn}`),
      new RegExp(`^\\s*(?:${escaped(within)})\\s+${first}${noUnit}`, 'iu'),
    ],
    vague: pattern(
      `(?:${[
        `(?:${lead})\\s+${part}`,
        // "the feast of Christmas" is a name: from one season to another is a time.
        `(?:${escaped([...since, ...from])})\\s+${part}\\s*${between}\\s*${part}`,
        ...lexicon.times.lasting.map((one) =>
          escaped([one]).replace('#', number).replace('%', `(?:${periods})(?:s|es|en)?`),
        ),
        `(?:(?:${lead})\\s+)?(?:${escaped(vague)})`,
      ].join('|')})${END}`,
    ),
    adverbs: pattern(`(?:${escaped(adverbs)})${END}`),
  };
  made.set(lexicon.language, patterns);
  return patterns;
}

export const blanks = (text: string, from: number, length: number): string =>
  text.slice(0, from) + ' '.repeat(length) + text.slice(from + length);

/** The dates between which it holds, and the words without what is said of time: blanks keep every other place. */
export function findLasting(
  sentence: string,
  lexicon: Lexicon,
): {
  readonly lasting: Lasting;
  /** Whether a time was said that is no date. */
  readonly isVague: boolean;
  readonly text: string;
} {
  const patterns = patternsOf(lexicon);
  let text = sentence;
  const hasYear = /(?<!\d)(?:19|20)\d\d(?!\d)/.test(sentence);
  const take = (of: readonly RegExp[]): RegExpExecArray | null => {
    for (const one of of) {
      const match = one.exec(text);
      if (match === null) continue;
      text = blanks(text, match.index, match[0].length);
      return match;
    }
    return null;
  };
  const at = (match: RegExpExecArray | null, name: 'first' | 'second', side: keyof Lasting) =>
    match?.groups?.[name] === undefined
      ? null
      : spelled(match.groups[name], match.groups[`${name}Edge`] ?? '', side, lexicon);
  const dated = (of: readonly RegExp[]) => (hasYear ? take(of) : null);
  const span = dated(patterns.spans);
  const end = span === null ? dated(patterns.until) : null;
  const begin = span === null ? dated(patterns.since) : null;
  const within = span === null && end === null && begin === null ? dated(patterns.within) : null;
  const since = at(span ?? begin ?? within, 'first', 'since');
  const until = at(span, 'second', 'until') ?? at(end ?? within, 'first', 'until');
  let isVague = false;
  // "until August each year": one after the other, until nothing is left.
  while (take([patterns.vague]) !== null) isVague = true;
  // "often" and "always" say nothing that would be missed.
  while (take([patterns.adverbs]) !== null);
  return { lasting: ordered(since, until), isVague, text };
}

/** Nothing ends before it begins; then neither is taken for known. */
function ordered(since: string | null, until: string | null): Lasting {
  const [a, b] = [since, until].map((one) => one?.replace('about ', '') ?? '');
  const length = Math.min(a?.length ?? 0, b?.length ?? 0);
  if (since !== null && until !== null && (a ?? '').slice(0, length) > (b ?? '').slice(0, length)) return {};
  return { ...(since === null ? {} : { since }), ...(until === null ? {} : { until }) };
}

/** As the file spells it; about that time where another edge of it was said. */
function spelled(said: string, edge: string, side: keyof Lasting, lexicon: Lexicon): string {
  // "the end of 2019" is about then, but until the end of it is until then.
  const isWhole = /^(?:(?:the|el|la|le|de|het|l['’])\s*)*(?:(?:year|año|année|jaar)\s*)?$/i.test(edge);
  const isEnd = side === 'until' && /(?:^|\s)(?:end|eind|einde|fin|finales|fines)\s/i.test(edge);
  const isAbout = !isWhole && !isEnd;
  const date = numeric(said, lexicon);
  return isAbout ? `about ${date}` : date;
}

function numeric(said: string, lexicon: Lexicon): string {
  if (/^\d{4}-\d{2}/.test(said) && isMonth(said.slice(5, 7))) return said;
  const year = /(?:19|20)\d\d/.exec(said.replace(/^\d{1,2}\D+\d{1,2}\D+/, ''))?.[0] ?? said.slice(0, 4);
  const word = /\p{L}{3,}/u.exec(said.toLowerCase().replace(/\b(?:del?|of)\b/g, ' '))?.[0]?.replace('.', '');
  const named = lexicon.times.months.findIndex((one) => one.split('/').includes(word ?? ''));
  const [a, b] = (/^(?:(\d{1,2})\D+)?(\d{1,2})[./]\d{4}/.exec(said) ?? []).slice(1);
  // 3/4/2027 is two days; what is sure of it is the year.
  const isOpen =
    a !== undefined && lexicon.language === 'en' && Number(a) <= 12 && Number(b) <= 12 && a !== b;
  if (isOpen) return year;
  const isTurned = Number(b) > 12;
  const month = named >= 0 ? String(named + 1) : isTurned ? a : b;
  const day = named >= 0 ? /(?<!\d)\d{1,2}(?!\d)/.exec(said.replace(year, ''))?.[0] : isTurned ? b : a;
  const two = (number: string) => number.padStart(2, '0');
  if (month === undefined || !isMonth(month)) return year;
  return day === undefined || Number(day) < 1 || Number(day) > 31
    ? `${year}-${two(month)}`
    : `${year}-${two(month)}-${two(day)}`;
}

const isMonth = (month: string): boolean => Number(month) >= 1 && Number(month) <= 12;
