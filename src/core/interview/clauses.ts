/**
 * Parts what somebody writes in one breath: "Jo gives 4 hours, Anke keeps the books and the town pays 300 euros" tells
 * three things. Knows what says "I do not know", what is a question, and how many do something together.
 */
import type { Lexicon } from '#core/interview/lexicon/lexicon';
import { readInfluence } from '#core/interview/read-influence';
import { readSentence, type SentenceReading } from '#core/interview/read-sentence';
import { THEY } from '#core/interview/said-again';
import { escaped, numberOf } from '#core/interview/spoken-amount';

const END = '(?![\\p{L}\\p{N}])';

/** Words that stand for somebody named before. */
const SAME = new RegExp(`^(?:${THEY})$`, 'iu');
/** Words that go on with what was said: they begin nothing of their own. */
const ON = /^(?:it|who|which|that|this|these|que|qui|het|die|dat)$/iu;

/** The clauses of a sentence, each with a subject and a verb of its own; the sentence itself where it is one. */
export function clausesOf(
  sentence: string,
  languages: readonly string[],
  lexicon: Lexicon,
  names: readonly string[],
): readonly string[] {
  const and = escaped(lexicon.and);
  const seams = [
    ...sentence.matchAll(new RegExp(`\\s*,\\s+(?:(?:${and})\\s+)?|\\s+(?:${and})\\s+`, 'giu')),
  ].map((match) => ({ from: match.index, to: match.index + match[0].length }));
  const reads = (words: string) => readSentence(words, languages, names);
  const clauses: string[] = [];
  let start = 0;
  let subject: string | null = null;
  // "Anna gives 2 hours and she pays 5 euros": she is Anna.
  const take = (clause: string) => {
    const { who, sentence: text } = reads(clause);
    const isSame = who !== null && subject !== null && SAME.test(who.text);
    clauses.push(isSame ? text.slice(0, who.at.from) + subject + text.slice(who.at.to) : clause);
    if (!isSame) subject = who?.text ?? null;
  };
  for (const [index, seam] of seams.entries()) {
    const next = sentence.slice(seam.to, seams[index + 1]?.from ?? sentence.length);
    const former = sentence.slice(start, seam.from);
    const feeds = readInfluence(next, lexicon) !== null && readInfluence(former, lexicon) !== null;
    if (!feeds && !(tellsWho(reads(former)) && isClause(reads(next)))) continue;
    take(former);
    start = seam.to;
  }
  if (clauses.length === 0) return [sentence];
  take(sentence.slice(start));
  return clauses;
}

const tellsWho = (reading: SentenceReading): boolean =>
  reading.means !== null && (reading.who !== null || reading.fromUs);

/** Somebody, a verb and what it is about: less than that may be a name in a list. */
function isClause(reading: SentenceReading): boolean {
  const { who, what, towards, amount, verb } = reading;
  if (!tellsWho(reading) || (verb?.at.from ?? 0) === 0) return false;
  return !ON.test(who?.text ?? '') && (what !== null || towards !== null || amount !== null);
}

/** "…, dunno how much": the sentence without that, or null where nobody says that they do not know. */
export function withoutDunno(sentence: string, lexicon: Lexicon): string | null {
  const much = 'how (?:much|many|often|long)|exactly|cuánt\\p{L}+|combien|hoeveel|precies';
  const match = new RegExp(
    `(?:^|[\\s,;:(–-]+)(?:${escaped(lexicon.dunno)})(?:\\s+(?:${much}))?\\s*[).!?]*$`,
    'iu',
  ).exec(sentence);
  return match === null ? null : sentence.slice(0, match.index).trim();
}

/** "who pays the heating": a question, whatever verb is in it. */
export const asks = (sentence: string, lexicon: Lexicon): boolean =>
  new RegExp(`^\\s*(?:${escaped(lexicon.asks)})${END}`, 'iu').test(sentence);

/** "6 people for 3 hours": how many work, and the words after them; null where nobody is counted. */
export function together(
  words: string,
  lexicon: Lexicon,
): { readonly count: number; readonly rest: string } | null {
  const many = Object.keys(lexicon.numbers).filter((word) => (lexicon.numbers[word] ?? 0) > 1);
  const number = `\\d+|${escaped(many)}`;
  const about = `(?:(?:${escaped(lexicon.about)})\\s+)?`;
  const unit = escaped(lexicon.units.flatMap(([, said]) => said));
  const noun = `(?!(?:${unit})${END})\\p{L}[\\p{L}’'-]+`;
  const link = `(?:\\s+(?:${escaped([...lexicon.towards, ...lexicon.each])}))?`;
  const match = new RegExp(
    `^\\s*${about}(?<count>${number})\\s+${noun}${link}\\s+(?=${about}(?:${number})${END})`,
    'iu',
  ).exec(words);
  const count = numberOf(match?.groups?.['count'], lexicon);
  return match === null || count === null ? null : { count, rest: words.slice(match[0].length) };
}

/** "those who" cook: what comes after belongs to the name. */
export const isOpen = (name: string): boolean => /(?:^|\s)(?:who|that|which|que|qui|die|dat)$/iu.test(name);
