/**
 * Reads what somebody answers to one question of the interview: one or several sentences, or a list of names. Whatever
 * is not understood becomes a note, so that nothing is dropped. Same words, same reading, always.
 */
import { type Answer, type NeedAnswer, NOT_SAID } from '#core/interview/answer';
import type { Lexicon } from '#core/interview/lexicon/lexicon';
import { capital, type Known } from '#core/interview/names';
import { answerOf } from '#core/interview/propose';
import { readInfluence } from '#core/interview/read-influence';
import {
  activities,
  isName,
  itemsOf,
  partiesInside,
  partiesOutside,
  pools,
  tools,
} from '#core/interview/read-list';
import { lexiconsOf, readSentence, type SentenceReading } from '#core/interview/read-sentence';
import { findAmount } from '#core/interview/spoken-amount';

/** What a question hopes to hear. `anything`: a sentence of any sort, as in quick add. */
export type Expects =
  | 'inside'
  | 'outside'
  | 'doing'
  | 'takes'
  | 'brings'
  | 'free'
  | 'pools'
  | 'tools'
  | 'feeds'
  | 'wish'
  | 'unknown'
  | 'anything';

/** Expectations that a list of names answers. */
const LISTS: readonly Expects[] = ['inside', 'outside', 'doing', 'pools', 'tools'];

/** Sentences of a text: parted by full stops, question marks, semicolons and new lines, never inside a number. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?])\s+|[\n;]+/)
    .map((one) => one.trim())
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
}

/**
 * The answers that a text gives to a question, in the order of the text.
 *
 * @example
 * readAnswer('five in the core, about 30 members', 'inside', known)
 */
export function readAnswer(text: string, expects: Expects, known: Known): readonly Answer[] {
  return sentencesOf(text).flatMap((sentence) => readOne(sentence, expects, known));
}

function readOne(sentence: string, expects: Expects, known: Known): readonly Answer[] {
  if (expects === 'wish') return [{ sort: 'vision', text: capital(sentence) }];
  const reading = readSentence(
    sentence,
    known.languages,
    known.things.map((thing) => thing.name),
  );
  const lexicon = lexiconsOf(reading.language)[0] as Lexicon;
  const influence = reading.amount === null ? readInfluence(sentence, lexicon) : null;
  if (influence !== null && (expects === 'feeds' || expects === 'anything')) return [influence];
  const needs = reading.means === 'cost' ? needsOf(reading, lexicon, known) : [];
  if (needs.length > 0) return needs;
  const answer = answerOf(reading, known);
  if (LISTS.includes(expects) && !tells(reading, answer, expects)) {
    const listed = readList(sentence, expects, known);
    if (listed.length > 0) return listed;
  }
  if (expects === 'doing' && answer?.sort === 'stream' && reading.fromUs && reading.amount === null) {
    return activities([reading.doing], lexicon);
  }
  return [answer ?? (expects === 'feeds' ? influence : null) ?? { sort: 'note', text: sentence }];
}

/** Whether a sentence says more than a list of names would. */
function tells(reading: SentenceReading, answer: Answer | null, expects: Expects): boolean {
  if (answer === null) return false;
  if (expects === 'pools' || expects === 'inside') return reading.who !== null && reading.means !== 'work';
  if (expects === 'doing') return reading.who !== null || reading.fromUs;
  return reading.who !== null;
}

function readList(sentence: string, expects: Expects, known: Known): readonly Answer[] {
  const lexicon = lexiconsOf(known.languages)[0] as Lexicon;
  const items = itemsOf(sentence, lexicon);
  const names = items.filter(isName);
  const notes = items.filter((item) => !isName(item)).map((text): Answer => ({ sort: 'note', text }));
  return [...listOf(names, expects, lexicon, known), ...notes];
}

function listOf(
  names: readonly string[],
  expects: Expects,
  lexicon: Lexicon,
  known: Known,
): readonly Answer[] {
  switch (expects) {
    case 'inside':
      return partiesInside(names, lexicon);
    case 'outside':
      return partiesOutside(names, lexicon);
    case 'doing':
      return activities(names, lexicon);
    case 'pools':
      return pools(names, lexicon, known);
    case 'tools':
      return tools(names, lexicon);
    default:
      return [];
  }
}

/** "Practice takes 2 hours a week, 40 euros a month and a hall": a need for each. Empty where there is only one. */
function needsOf(reading: SentenceReading, lexicon: Lexicon, known: Known): readonly NeedAnswer[] {
  const { verb, who, sentence } = reading;
  if (verb === null || who === null) return [];
  const items = itemsOf(sentence.slice(verb.at.to), lexicon);
  if (items.length < 2) return [];
  return items.flatMap((item) => {
    const amount = findAmount(item, lexicon);
    const rest = amount === null ? item : `${item.slice(0, amount.at.from)} ${item.slice(amount.at.to)}`;
    const [named] = tools([rest.trim()], lexicon);
    const one = answerOf({ ...reading, ...amounts(amount) }, known);
    if (one?.sort !== 'need') return [];
    const thing = amount === null ? { kind: 'things', amount: { ...NOT_SAID, unit: 'thing' } } : {};
    return [{ ...one, ...thing, name: named?.name ?? null }];
  });
}

function amounts(found: ReturnType<typeof findAmount>): Pick<SentenceReading, 'parts' | 'unit'> {
  if (found === null) return { parts: null, unit: null };
  const { much, unit, per } = found;
  return { parts: { much, unit, per }, unit };
}
