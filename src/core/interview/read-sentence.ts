/**
 * Reads a plain sentence about who brings what, by rules and word lists and nothing else: the same sentence is always read
 * the same way. What is not understood is left over and can be kept as a note; nothing is dropped, and nothing is decided:
 * a reading is a proposal whose every part can be changed.
 */
import { en } from '#core/interview/lexicon/en';
import { es } from '#core/interview/lexicon/es';
import { fr } from '#core/interview/lexicon/fr';
import type { Lexicon, Sort, VerbEntry } from '#core/interview/lexicon/lexicon';
import { nl } from '#core/interview/lexicon/nl';
import { subjectOf } from '#core/interview/read-subject';
import { Rest, type Said, said, squeeze } from '#core/interview/sentence-rest';
import {
  type AmountParts,
  END,
  escaped,
  findAmount,
  findThings,
  type Span,
  START,
  spelled,
} from '#core/interview/spoken-amount';
import { findLasting, type Lasting } from '#core/interview/spoken-date';
import type { Period } from '#core/model/amount';
import type { Form } from '#core/model/things';

export const LEXICONS: readonly Lexicon[] = [en, es, fr, nl];

export interface SentenceReading {
  readonly language: string;
  readonly sentence: string;
  /** Null: nothing here says who does what; keep it as a note. */
  readonly means: VerbEntry['means'] | null;
  readonly verb: Said | null;
  readonly who: Said | null;
  /** How many of them, where it was said ("two of the core"). */
  readonly howMany: number | null;
  /** "each member": all of them, told of one. */
  readonly isEvery: boolean;
  /** "six fixers": all of them; "two of the core": some. */
  readonly countsAll: boolean;
  readonly what: Said | null;
  readonly towards: Said | null;
  /** Who gives, where the sentence tells it from the side that gets: "from the town". */
  readonly source: Said | null;
  /** "we" give; "us" get. */
  readonly fromUs: boolean;
  readonly toUs: boolean;
  /** As the file spells it; null where none was said. */
  readonly amount: string | null;
  readonly unit: string | null;
  readonly parts: AmountParts | null;
  /** "each": the amount is that of one of them. */
  readonly isEach: boolean;
  /** What it is about where no unit says so. */
  readonly sort: Sort | null;
  readonly form: Form | null;
  /** From when until when, where dates were said. */
  readonly lasting: Lasting;
  /** What is done, in the words of the sentence: verb and all after it but amounts. */
  readonly doing: string;
  /** Words that no part of the reading uses. */
  readonly left: string;
}

/**
 * Reads a sentence in one language, or in whichever of those named (else of all known) understands most of it. Within
 * `names` no verb is looked for: the repair evening repairs nothing.
 */
export function readSentence(
  sentence: string,
  language?: string | readonly string[],
  names: readonly string[] = [],
): SentenceReading {
  const text = sentence
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '');
  const readings = lexiconsOf(language).map((lexicon) => read(text, lexicon, names));
  return readings.reduce((best, one) => (understood(one) > understood(best) ? one : best));
}

/** The word lists of some languages; all where none of them is known and none was asked for by name. */
export function lexiconsOf(language?: string | readonly string[]): readonly Lexicon[] {
  if (language === undefined) return LEXICONS;
  const wanted = typeof language === 'string' ? [language] : language;
  const chosen = wanted.flatMap((one) => LEXICONS.filter((lexicon) => lexicon.language === one.slice(0, 2)));
  return chosen.length > 0 ? [...new Set(chosen)] : [en];
}

function understood(reading: SentenceReading): number {
  const parts = [reading.means, reading.who, reading.what ?? reading.towards, reading.amount];
  return parts.filter((part) => part !== null).length * 100 - reading.left.length;
}

/** A reading in which nothing was understood. */
function nothing(text: string, lexicon: Lexicon, left: string): SentenceReading {
  return {
    language: lexicon.language,
    sentence: text,
    means: null,
    verb: null,
    who: null,
    howMany: null,
    countsAll: false,
    isEvery: false,
    what: null,
    towards: null,
    source: null,
    fromUs: false,
    toUs: false,
    amount: null,
    unit: null,
    parts: null,
    isEach: false,
    sort: null,
    form: null,
    lasting: {},
    doing: '',
    left,
  };
}

function read(text: string, lexicon: Lexicon, names: readonly string[]): SentenceReading {
  const { lasting, words } = timesIn(text, lexicon, names);
  const rest = new Rest(words, lexicon);
  const free = rest.find(lexicon.verbs.filter((one) => one.means === 'free').flatMap((one) => one.words));
  // "is free for" is what the sentence says, not a manner of giving.
  const isUnpaid = free === null && rest.drop(lexicon.unpaid);
  const isPaid = rest.drop(lexicon.paid);
  const amount = findAmount(rest.text, lexicon);
  if (amount !== null) rest.take(amount.at);
  const often = periodSaid(rest);
  const found = findVerb(rest.text, lexicon, names);
  const quantity = amount === null ? null : { ...amount, per: amount.per ?? often };
  const empty = { ...nothing(text, lexicon, squeeze(rest.text)), ...inParts(quantity), lasting };
  if (found === null) return empty;
  // "2 hours twice a week" is neither of the two amounts: it stays in its words.
  if (quantity !== null && rest.find(lexicon.times.rates) !== null) return nothing(text, lexicon, text);
  const { entry, at } = found;
  rest.take(at);
  const verb: Said = { text: words.slice(at.from, at.to), at };
  const form: Form | null = isPaid ? 'pay' : isUnpaid ? 'gift' : entry.form;
  if (entry.means === 'unknown-cost') {
    rest.drop(lexicon.verbs.filter((one) => one.means === 'cost').flatMap((one) => one.words));
    const what = said(rest.text, { from: 0, to: rest.text.length }, lexicon);
    return { ...empty, means: entry.means, verb, what, form, left: '' };
  }
  const things = quantity === null ? thingsAfter(rest, at.to, often) : null;
  const counted = quantity ?? things;
  const isEach = counted !== null && rest.drop(lexicon.each, at.to);
  const doing = squeeze(`${verb.text} ${squeeze(rest.text.slice(at.to))}`).replace(
    new RegExp(`(?:[\\s,;:]+|\\s(?:${escaped([...lexicon.towards, ...lexicon.from])}))+$`, 'iu'),
    '',
  );
  const subject = subjectOf(rest, at.from, at.to);
  // "sinds 2015 leent de parochie": who does it stands behind the verb, and is not guessed.
  const isTurned =
    lexicon.language === 'nl' && !words.slice(0, at.from).trim() && text.slice(0, at.from).trim() !== '';
  if (subject.isNot || isTurned) return { ...nothing(text, lexicon, text), lasting };
  if (lexicon.tails.length > 0) dropTail(rest);
  const object = objectsOf(rest, at.to, entry.means);
  return {
    ...empty,
    ...inParts(counted),
    means: entry.means,
    verb,
    who: subject.who,
    howMany: subject.howMany,
    countsAll: subject.countsAll,
    isEvery: subject.isEvery,
    what: object.what,
    towards: object.towards,
    source: object.source,
    fromUs: subject.isUs || (subject.who === null && counted !== null),
    toUs: subject.toUs || object.toUs,
    isEach,
    sort: entry.sort ?? sortOf(object.what, lexicon) ?? null,
    form,
    doing,
    left: '',
  };
}

function inParts(parts: AmountParts | null): Pick<SentenceReading, 'amount' | 'unit' | 'parts'> {
  if (parts === null) return { amount: null, unit: null, parts: null };
  const { much, unit, per } = parts;
  return { amount: spelled({ much, unit, per }), unit, parts: { much, unit, per } };
}

/** Takes what at the end belongs to the verb. */
function dropTail(rest: Rest): void {
  const match = new RegExp(`\\s(?:${escaped(rest.lexicon.tails)})\\s*$`, 'iu').exec(rest.text);
  if (match !== null) rest.take({ from: match.index, to: rest.text.length });
}

/** When it holds, and the words without it. Within names no time is looked for. */
function timesIn(text: string, lexicon: Lexicon, names: readonly string[]) {
  const { lasting, text: left } = findLasting(withoutNames(text, names), lexicon);
  return { lasting, words: [...left].map((one, at) => (one === '·' ? text[at] : one)).join('') };
}

/** "every Friday": the period that it stands for. */
function periodSaid(rest: Rest): Period | null {
  for (const [per, words] of rest.lexicon.often) if (rest.drop(words)) return per;
  return null;
}

/** "10 loaves a week" after the verb. */
function thingsAfter(rest: Rest, after: number, often: Period | null): AmountParts | null {
  const found = findThings(rest.text.slice(after), rest.lexicon);
  if (found === null) return null;
  rest.take({ from: after + found.at.from, to: after + found.keep.from });
  rest.take({ from: after + found.keep.to, to: after + found.at.to });
  return { ...found, per: found.per ?? often };
}

function sortOf(what: Said | null, lexicon: Lexicon): Sort | null {
  if (what === null) return null;
  const text = what.text.toLowerCase();
  const has = (words: readonly string[]) =>
    new RegExp(`${START}(?:${escaped(words)})${END}`, 'iu').test(text);
  return has(lexicon.nouns.money) ? 'money' : has(lexicon.nouns['know-how']) ? 'know-how' : null;
}

interface Verbs {
  /** Verbs by their first word, the longest first. */
  readonly byWord: ReadonlyMap<string, readonly (readonly [words: string, entry: VerbEntry])[]>;
  /** An article or "to" right before. */
  readonly article: RegExp;
  /** What is free or costs, right behind. */
  readonly toll: RegExp;
}

const verbs = new Map<Lexicon, Verbs>();
const WORD = /[\p{L}\p{N}]+/gu;

function verbsOf(lexicon: Lexicon): Verbs {
  const known = verbs.get(lexicon);
  if (known !== undefined) return known;
  const tolls = lexicon.verbs.filter((one) => one.means === 'cost' || one.means === 'free');
  const byWord = new Map<string, (readonly [string, VerbEntry])[]>();
  for (const entry of lexicon.verbs)
    for (const words of entry.words) {
      const first = words.match(WORD)?.[0] ?? '';
      byWord.set(first, [...(byWord.get(first) ?? []), [words, entry]]);
    }
  for (const entries of byWord.values()) entries.sort(([a], [b]) => b.length - a.length);
  const made = {
    byWord,
    article: new RegExp(`${START}(?:${escaped([...lexicon.articles, ...lexicon.towards])})\\s*$`, 'iu'),
    toll: new RegExp(`^\\s+(?:${escaped(tolls.flatMap((one) => one.words))})${END}`, 'iu'),
  };
  verbs.set(lexicon, made);
  return made;
}

/** The earliest verb; of several that begin there the longest. None after an article or "to", and none before what is free or costs: "the repair", "repairs are free" are nouns. */
function findVerb(
  sentence: string,
  lexicon: Lexicon,
  names: readonly string[],
): { readonly entry: VerbEntry; readonly at: Span } | null {
  const text = withoutNames(sentence, names).toLowerCase();
  const { byWord, article, toll } = verbsOf(lexicon);
  for (const word of text.matchAll(WORD)) {
    const from = word.index;
    for (const [words, entry] of byWord.get(word[0]) ?? []) {
      const to = from + words.length;
      if (!text.startsWith(words, from) || /^[\p{L}\p{N}]/u.test(text.slice(to))) continue;
      if (article.test(text.slice(0, from))) break;
      const isToll = entry.means === 'cost' || entry.means === 'free';
      // "the lottery fund gives": a noun where another verb follows.
      const [, next = ''] = /^\s+(\p{L}+)/u.exec(text.slice(to)) ?? [];
      if (entry.form === 'grant' && entry.sort === 'money' && byWord.has(next)) continue;
      if (isToll || !toll.test(text.slice(to))) return { entry, at: { from, to } };
    }
  }
  return null;
}

/** As long as it was, with signs that are no words where a known name stands. */
const withoutNames = (sentence: string, names: readonly string[]): string =>
  names
    .filter((name) => name.length > 2 && sentence.toLowerCase().includes(name.toLowerCase()))
    .reduce(
      (so, name) =>
        so.replace(new RegExp(`${START}${escaped([name])}`, 'giu'), (match) => '·'.repeat(match.length)),
      sentence,
    );

interface Objects {
  readonly what: Said | null;
  readonly towards: Said | null;
  readonly source: Said | null;
  readonly toUs: boolean;
}

/** What stands after the verb: a thing, and who or what it goes to, or who it comes from. */
function objectsOf(rest: Rest, after: number, means: VerbEntry['means']): Objects {
  const { lexicon } = rest;
  const us = new RegExp(`^\\s*(?:${escaped(lexicon.us)})${END}`, 'iu').exec(rest.text.slice(after));
  const start = after + (us?.[0].length ?? 0);
  const text = rest.text;
  const split = (words: readonly string[]) => {
    const match = new RegExp(`${START}(?:${escaped(words)})${END}\\s*(?=\\S)`, 'iu').exec(text.slice(start));
    if (match === null) return null;
    const at = start + match.index;
    return {
      before: said(text, { from: start, to: at }, lexicon),
      after: said(text, { from: at + match[0].length, to: text.length }, lexicon),
    };
  };
  const from = means === 'get' ? split(lexicon.from) : null;
  if (from !== null) return { what: from.before, towards: null, source: from.after, toUs: us !== null };
  const to = split(lexicon.towards);
  if (to === null) {
    // "for 30 euros": the amount was taken, and what led to it names nothing.
    const small = escaped([...lexicon.towards, ...lexicon.from]);
    const loose = new RegExp(`(?:^|\\s)(?:${small})[\\s,;]*$`, 'iu').exec(text.slice(start));
    const what = said(text, { from: start, to: start + (loose?.index ?? text.length - start) }, lexicon);
    return { what, towards: null, source: null, toUs: us !== null };
  }
  const isUs = to.after !== null && lexicon.us.includes(to.after.text.toLowerCase());
  return {
    what: to.before,
    towards: isUs ? null : to.after,
    source: null,
    toUs: us !== null || isUs,
  };
}
