/**
 * Reads what somebody answers to one question of the interview: one or several sentences, or a list of names. Whatever
 * is not understood becomes a note, so that nothing is dropped. Same words, same reading, always.
 */
import { type Answer, type NeedAnswer, NOT_SAID } from '#core/interview/answer';
import { asks, clausesOf, isOpen, together, withoutDunno } from '#core/interview/clauses';
import type { Lexicon } from '#core/interview/lexicon/lexicon';
import { capital, type Known } from '#core/interview/names';
import { answerOf } from '#core/interview/propose';
import { readInfluence } from '#core/interview/read-influence';
import {
  activities,
  isName,
  isTime,
  itemsOf,
  losesTime,
  partiesInside,
  partiesOutside,
  pools,
  timeless,
  tools,
} from '#core/interview/read-list';
import { LEXICONS, lexiconsOf, readSentence, type SentenceReading } from '#core/interview/read-sentence';
import { eachOf } from '#core/interview/several';
import { findAmount, times } from '#core/interview/spoken-amount';

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
  const lexicon = lexiconsOf(known.languages)[0] as Lexicon;
  const names = known.things.map((thing) => thing.name);
  const told: Answer[] = [];
  for (const sentence of sentencesOf(text)) {
    const rest = expects === 'wish' ? null : withoutDunno(sentence, lexicon);
    // "Dunno how much", after something that was told without an amount, says nothing more.
    if (rest === '' && told.length > 0) continue;
    if (expects === 'wish') told.push({ sort: 'vision', text: capital(sentence) });
    else if (rest === '' || isQuestion(sentence, expects, lexicon, names))
      told.push({ sort: 'note', text: sentence });
    else
      for (const part of clausesOf(rest ?? sentence, known.languages, lexicon, names))
        told.push(...readOne(part, expects, known, rest !== null));
  }
  return told;
}

/** A question tells nothing of who brings what, whatever verb is in it. */
function isQuestion(sentence: string, expects: Expects, lexicon: Lexicon, names: readonly string[]): boolean {
  if (/\?\s*$/.test(sentence)) return true;
  const isName = names.some((name) => sentence.toLowerCase().startsWith(name.toLowerCase()));
  return expects === 'unknown' && !isName && asks(sentence, lexicon);
}

function readOne(sentence: string, expects: Expects, known: Known, isNotKnown: boolean): readonly Answer[] {
  const reading = readHere(sentence, expects, known);

  const lexicon = lexiconsOf(reading.language)[0] as Lexicon;
  const influence = reading.amount === null ? readInfluence(sentence, lexicon) : null;
  if (influence !== null && (expects === 'feeds' || expects === 'anything')) return [influence];
  // Who has the password, and nobody said of what: no tool is made up.
  if (reading.means === 'holds') return [{ sort: 'note', text: sentence }];
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
  if (answer === null && expects === 'takes' && isNotKnown && isName(sentence)) {
    const activity = capital(sentence.replace(/[\s,;:]+$/, ''));
    return [{ sort: 'need', activity, name: null, kind: null, amount: NOT_SAID, sentence }];
  }
  // What feeds or tires what is no gift of anybody.
  if (expects === 'feeds' && answer?.sort === 'stream' && reading.amount === null)
    return [{ sort: 'note', text: sentence }];
  const note: Answer = { sort: 'note', text: sentence };
  const each = eachOf(reading, known);
  if (each.length > 0) return each.map((one) => answerOf(one, known) ?? note);
  const one = answer ?? (expects === 'feeds' ? influence : null) ?? note;
  return saysMore(reading, one) ? [one, note] : [one];
}

/** Whether a sentence says more than its answer holds, whose words are not kept with it. */
function saysMore({ lasting, amount, what, towards }: SentenceReading, answer: Answer): boolean {
  if (answer.sort !== 'tool' && answer.sort !== 'free') return false;
  const isLeft = what !== null && towards !== null;
  return isLeft || amount !== null || Object.keys(lasting).length > 0;
}

/** Read in the languages that are spoken here; in another one only where that one understands who, what and how much. */
function readHere(sentence: string, expects: Expects, known: Known): SentenceReading {
  const names = known.things.map((thing) => thing.name);
  const reading = readSentence(sentence, known.languages, names);
  // Without a number there is nothing to be sure of in a language that nobody speaks here.
  if (reading.means !== null || expects === 'pools' || !/\d/.test(sentence)) return reading;
  const words = sentence.toLowerCase().split(/[^\p{L}]+/u);
  const others = LEXICONS.filter((one) => one.articles.some((article) => words.includes(article)))
    .map((one) => one.language)
    .filter((one) => !known.languages.includes(one));
  const other = others.length === 0 ? reading : readSentence(sentence, others, names);
  return other.means !== null && other.who !== null && other.amount !== null ? other : reading;
}

/** Whether a sentence says more than a list of names would. */
function tells(reading: SentenceReading, answer: Answer | null, expects: Expects): boolean {
  if (answer === null) return false;
  if (expects === 'pools' || expects === 'inside') return reading.who !== null && reading.means !== 'work';
  if (expects === 'doing') return !startsAsList(reading) && (reading.who !== null || reading.fromUs);
  return reading.who !== null;
}

/** "Fixing bikes, teaching, coffee and …": a list begins before anybody does anything. */
function startsAsList({ sentence, verb }: SentenceReading): boolean {
  const comma = sentence.search(/,(?!\d)/);
  return comma !== -1 && verb !== null && comma < verb.at.from;
}

function readList(sentence: string, expects: Expects, known: Known): readonly Answer[] {
  const lexicon = lexiconsOf(known.languages)[0] as Lexicon;
  const told = itemsOf(sentence, lexicon);
  const items = told.map((item) => nameBefore(item, expects, lexicon));
  const isWord = (item: string) =>
    isName(timeless(item, lexicon)) && !(expects === 'doing' && isTime(item, lexicon));
  const names = items.filter(isWord);
  const notes = items.filter((item) => !isWord(item)).map((text): Answer => ({ sort: 'note', text }));
  // What a name was cut from says more than the name does.
  const isCut = names.some((name) => name !== '' && (!told.includes(name) || losesTime(name, lexicon)));
  const answers = listOf(names, expects, lexicon, known);
  const whole: readonly Answer[] = isCut && answers.length > 0 ? [{ sort: 'note', text: sentence }] : [];
  return [...answers, ...notes, ...whole];
}

/** "Joost run it" in a list of those who are in it: Joost. */
function nameBefore(item: string, expects: Expects, lexicon: Lexicon): string {
  if (expects !== 'inside' && expects !== 'outside') return item;
  const { who, verb, what, towards, howMany, means } = readSentence(item, lexicon.language);
  const told = who !== null && verb !== null && (what !== null || towards !== null) && means !== 'get';
  if (!told || howMany !== null || isOpen(who.text)) return item;
  return who.text;
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

/** "Practice takes 2 hours a week, 40 euros a month and a hall": a need for each. Empty where there is only one, told of nobody in number. */
function needsOf(reading: SentenceReading, lexicon: Lexicon, known: Known): readonly NeedAnswer[] {
  const { verb, who, sentence } = reading;
  if (verb === null || who === null) return [];
  const items = itemsOf(sentence.slice(verb.at.to), lexicon);
  if (items.length < 2 && together(items[0] ?? '', lexicon) === null) return [];
  return items.flatMap((whole) => {
    const { item, amount, crowd } = counted(whole, lexicon);
    const rest = amount === null ? item : `${item.slice(0, amount.at.from)} ${item.slice(amount.at.to)}`;
    const [named] = crowd === null ? tools([rest.trim()], lexicon) : [];
    const one = answerOf({ ...reading, ...amounts(amount) }, known);
    if (one?.sort !== 'need') return [];
    const thing = amount === null ? { kind: 'things', amount: { ...NOT_SAID, unit: 'thing' } } : {};
    return [{ ...one, ...thing, name: named?.name ?? null }];
  });
}

/** The amount of an item: "6 people for 3 hours" is 18 hours. */
function counted(whole: string, lexicon: Lexicon) {
  const crowd = together(whole, lexicon);
  const amount = findAmount(crowd?.rest ?? '', lexicon);
  if (crowd === null || amount === null || !['h', 'min'].includes(amount.unit ?? ''))
    return { item: whole, amount: findAmount(whole, lexicon), crowd: null };
  return { item: crowd.rest, amount: { ...amount, much: times(amount.much, crowd.count) }, crowd };
}

function amounts(found: ReturnType<typeof findAmount>): Pick<SentenceReading, 'parts' | 'unit'> {
  if (found === null) return { parts: null, unit: null };
  const { much, unit, per } = found;
  return { parts: { much, unit, per }, unit };
}
