/** Reads what brings more or less of what: "more newcomers tire the core", "the more songs, the more listeners". By word lists only. */
import type { InfluenceAnswer } from '#core/interview/answer';
import type { Lexicon } from '#core/interview/lexicon/lexicon';
import { capital } from '#core/interview/names';
import { before, escaped } from '#core/interview/spoken-amount';

const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';

/** The influence that a sentence tells; null where it tells none. */
export function readInfluence(sentence: string, lexicon: Lexicon): InfluenceAnswer | null {
  const text = sentence.trim().replace(/[.!]+$/, '');
  const cut = byVerb(text, lexicon) ?? byMarkers(text, lexicon);
  if (cut === null) return null;
  const left = stripped(cut.left, lexicon);
  const right = stripped(cut.right, lexicon);
  if (left.name === '' || right.name === '') return null;
  const sign = cut.sign * left.sign * right.sign;
  return {
    sort: 'influence',
    from: capital(left.name),
    to: capital(right.name),
    sign: sign > 0 ? '+' : '-',
    sentence: text,
  };
}

interface Cut {
  readonly left: string;
  readonly right: string;
  readonly sign: 1 | -1;
}

/** Parted at a verb such as "tires" or "attracts"; the earliest, and of several there the longest. */
function byVerb(text: string, lexicon: Lexicon): Cut | null {
  const find = (words: readonly string[]) =>
    new RegExp(`${START}(?:${escaped(words)})${END}`, 'iu').exec(text);
  const [feeds, hinders] = [find(lexicon.feeds), find(lexicon.hinders)];
  const isHinder =
    hinders !== null &&
    (feeds === null ||
      hinders.index < feeds.index ||
      (hinders.index === feeds.index && hinders[0].length > feeds[0].length));
  const at = isHinder ? hinders : feeds;
  if (at === null) return null;
  return {
    left: text.slice(0, at.index),
    right: text.slice(at.index + at[0].length),
    sign: isHinder ? -1 : 1,
  };
}

/** Parted between two of "more" and "less". */
function byMarkers(text: string, lexicon: Lexicon): Cut | null {
  const marker = new RegExp(`${START}(?:${escaped([...lexicon.more, ...lexicon.less])})${END}`, 'giu');
  const found = [...text.matchAll(marker)];
  const [first, second] = found;
  if (first === undefined || second === undefined || text.slice(0, first.index).trim() !== '') return null;
  const link = new RegExp(`[\\s,:;]*(?:${escaped(lexicon.links)})?[\\s,:;]*$`, 'iu');
  return { left: text.slice(0, second.index).replace(link, ''), right: text.slice(second.index), sign: 1 };
}

/** A name without "more" or "less" and articles; -1 where less of it is meant. */
function stripped(part: string, lexicon: Lexicon): { readonly name: string; readonly sign: 1 | -1 } {
  const lead = (words: readonly string[]) => new RegExp(`^[\\s,;:]*${before(words)}`, 'iu');
  const isLess = lead(lexicon.less).test(part);
  let name = part.replace(lead([...lexicon.more, ...lexicon.less]), '');
  const article = lead([...lexicon.articles, ...lexicon.leads, ...lexicon.of, ...lexicon.towards]);
  for (let shorter = name.replace(article, ''); shorter !== name; shorter = name.replace(article, ''))
    name = shorter;
  return { name: name.replace(/^[\s,;:]+|[\s,;:]+$/g, '').replace(/\s+/g, ' '), sign: isLess ? -1 : 1 };
}
