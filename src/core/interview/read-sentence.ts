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
import {
  type AmountParts,
  before,
  escaped,
  findAmount,
  findThings,
  numberOf,
  type Span,
  spelled,
} from '#core/interview/spoken-amount';
import type { Period } from '#core/model/amount';
import type { Form } from '#core/model/things';

export const LEXICONS: readonly Lexicon[] = [en, es, fr, nl];

/** A name as it was said, without its article, and where it stands in the sentence. */
export interface Said {
  readonly text: string;
  readonly at: Span;
}

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
  /** What is done, in the words of the sentence: verb and all after it but amounts. */
  readonly doing: string;
  /** Words that no part of the reading uses. */
  readonly left: string;
}

const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';

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

/** A sentence from which one part after the other is taken; blanks keep every other place where it was. */
class Rest {
  text: string;
  readonly lexicon: Lexicon;

  constructor(text: string, lexicon: Lexicon) {
    this.text = text;
    this.lexicon = lexicon;
  }

  take({ from, to }: Span): void {
    this.text = this.text.slice(0, from) + ' '.repeat(to - from) + this.text.slice(to);
  }

  find(words: readonly string[], after = 0): Span | null {
    if (words.length === 0) return null;
    const match = new RegExp(`${START}(?:${escaped(words)})${END}`, 'iu').exec(this.text.slice(after));
    return match === null ? null : { from: after + match.index, to: after + match.index + match[0].length };
  }

  /** Takes the first of some words; whether there was one. */
  drop(words: readonly string[], after = 0): boolean {
    const at = this.find(words, after);
    if (at !== null) this.take(at);
    return at !== null;
  }
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
    doing: '',
    left,
  };
}

function read(text: string, lexicon: Lexicon, names: readonly string[]): SentenceReading {
  const rest = new Rest(text, lexicon);
  const free = rest.find(lexicon.verbs.filter((one) => one.means === 'free').flatMap((one) => one.words));
  // "is free for" is what the sentence says, not a manner of giving.
  const isUnpaid = free === null && rest.drop(lexicon.unpaid);
  const isPaid = rest.drop(lexicon.paid);
  const amount = findAmount(rest.text, lexicon);
  if (amount !== null) rest.take(amount.at);
  const often = periodSaid(rest);
  const found = findVerb(rest.text, lexicon, names);
  const quantity = amount === null ? null : { ...amount, per: amount.per ?? often };
  const empty = { ...nothing(text, lexicon, squeeze(rest.text)), ...inParts(quantity) };
  if (found === null) return empty;
  const { entry, at } = found;
  rest.take(at);
  const verb: Said = { text: text.slice(at.from, at.to), at };
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
  const subject = subjectOf(rest, at.from);
  if (subject.isNobody) return { ...empty, left: text };
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

/** "every Friday": the period that it stands for. */
function periodSaid(rest: Rest): Period | null {
  for (const [period, words] of rest.lexicon.often) if (rest.drop(words)) return period;
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

const verbPatterns = new Map<Lexicon, { readonly verbs: readonly RegExp[]; readonly toll: RegExp }>();

/** Patterns of the verbs, one an entry, and of what is free or costs right behind a word; made once a language. */
function verbPatternsOf(lexicon: Lexicon) {
  const made = verbPatterns.get(lexicon);
  if (made !== undefined) return made;
  const article = `(?<!${START}(?:${escaped([...lexicon.articles, ...lexicon.towards])})\\s*)`;
  const tolls = lexicon.verbs.filter((one) => one.means === 'cost' || one.means === 'free');
  const patterns = {
    verbs: lexicon.verbs.map(
      ({ words }) => new RegExp(`${START}${article}(?:${escaped(words)})${END}`, 'giu'),
    ),
    toll: new RegExp(`^\\s+(?:${escaped(tolls.flatMap((one) => one.words))})${END}`, 'iu'),
  };
  verbPatterns.set(lexicon, patterns);
  return patterns;
}

/** The earliest verb; of several that begin there the longest. None after an article or "to", and none before what is free or costs: "the repair", "repairs are free" are nouns. */
function findVerb(
  sentence: string,
  lexicon: Lexicon,
  names: readonly string[],
): { readonly entry: VerbEntry; readonly at: Span } | null {
  const text = names
    .filter((name) => name.length > 2)
    .reduce((so, name) => so.replace(new RegExp(`${START}${escaped([name])}`, 'giu'), blank), sentence);
  const { verbs, toll } = verbPatternsOf(lexicon);
  let best: { entry: VerbEntry; at: Span } | null = null;
  for (const [index, entry] of lexicon.verbs.entries()) {
    const isToll = entry.means === 'cost' || entry.means === 'free';
    const match = [...text.matchAll(verbs[index] as RegExp)].find(
      (one) => isToll || !toll.test(text.slice(one.index + one[0].length)),
    );
    if (match === undefined) continue;
    const at = { from: match.index, to: match.index + match[0].length };
    const earlier = best === null || at.from < best.at.from;
    if (earlier || (best !== null && at.from === best.at.from && at.to > best.at.to)) best = { entry, at };
  }
  return best;
}

/** As long as it was, without words. */
const blank = (match: string): string => '·'.repeat(match.length);

interface Subject {
  readonly who: Said | null;
  readonly howMany: number | null;
  readonly countsAll: boolean;
  readonly isEvery: boolean;
  readonly isUs: boolean;
  readonly toUs: boolean;
  readonly isNobody: boolean;
}

function subjectOf(rest: Rest, end: number): Subject {
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
  const clitic = new RegExp(`(?<=\\S\\s+)(?:${escaped(lexicon.us)})\\s*$`, 'iu').exec(head);
  const also = new RegExp(`\\s(?:${escaped(lexicon.leads)})\\s*$`, 'iu').exec(head);
  const to = Math.min(end, clitic?.index ?? end, also?.index ?? end);
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
    // "nobody knows who …": nobody is made up who would.
    isNobody: new RegExp(`^\\s*(?:${escaped(lexicon.nobody)})${END}`, 'iu').test(head),
  };
}

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
    const what = said(text, { from: start, to: text.length }, lexicon);
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

/** A name in a stretch of text, without commas, small words and articles around it; null where there is none. */
function said(text: string, span: Span, lexicon: Lexicon): Said | null {
  const small = before([...lexicon.articles, ...lexicon.leads, ...lexicon.of]);
  const lead = new RegExp(`^(?:[\\s,;:]+|${small}(?=\\S))`, 'iu');
  let { from, to } = span;
  while (to > from && /[\s,;:.]/.test(text[to - 1] ?? '')) to -= 1;
  for (
    let match = lead.exec(text.slice(from, to));
    match !== null && match[0].length > 0;
    match = lead.exec(text.slice(from, to))
  )
    from += match[0].length;
  return to > from ? { text: squeeze(text.slice(from, to)), at: { from, to } } : null;
}

function squeeze(text: string): string {
  return text
    .replace(/\s+([,;:])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
