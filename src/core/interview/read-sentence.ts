/**
 * Reads a plain sentence about who brings what, by rules and word lists and nothing else: the same sentence is always read
 * the same way. What is not understood is left over and can be kept as a note; nothing is dropped, and nothing is decided:
 * a reading is a proposal whose every part can be changed.
 */
import { en } from '#core/interview/lexicon/en';
import { es } from '#core/interview/lexicon/es';
import { fr } from '#core/interview/lexicon/fr';
import type { Lexicon, VerbEntry } from '#core/interview/lexicon/lexicon';
import { nl } from '#core/interview/lexicon/nl';
import { escaped, findAmount, type Span } from '#core/interview/spoken-amount';
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
  readonly what: Said | null;
  readonly towards: Said | null;
  /** As the file spells it; null where none was said. */
  readonly amount: string | null;
  readonly unit: string | null;
  readonly form: Form | null;
  /** Words that no part of the reading uses. */
  readonly left: string;
}

const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';

/** Reads a sentence in one language, or in whichever of those known understands most of it. */
export function readSentence(sentence: string, language?: string): SentenceReading {
  const text = sentence
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '');
  const chosen = LEXICONS.filter((lexicon) => language === undefined || lexicon.language === language);
  const readings = (chosen.length > 0 ? chosen : [en]).map((lexicon) => read(text, lexicon));
  return readings.reduce((best, one) => (understood(one) > understood(best) ? one : best));
}

function understood(reading: SentenceReading): number {
  const parts = [reading.means, reading.who, reading.what ?? reading.towards, reading.amount];
  return parts.filter((part) => part !== null).length * 100 - reading.left.length;
}

function read(text: string, lexicon: Lexicon): SentenceReading {
  let rest = text;
  const take = (at: Span): void => {
    // Blanks keep every other place where it was.
    rest = rest.slice(0, at.from) + ' '.repeat(at.to - at.from) + rest.slice(at.to);
  };
  const phrase = (words: readonly string[]): Span | null => {
    const match = new RegExp(`${START}(?:${escaped(words)})${END}`, 'iu').exec(rest);
    return match === null ? null : { from: match.index, to: match.index + match[0].length };
  };

  const unpaid = phrase(lexicon.unpaid);
  if (unpaid !== null) take(unpaid);
  const paid = phrase(lexicon.paid);
  if (paid !== null) take(paid);
  const amount = findAmount(rest, lexicon);
  if (amount !== null) take(amount.at);
  const found = findVerb(rest, lexicon);
  const empty = {
    language: lexicon.language,
    sentence: text,
    amount: amount?.amount ?? null,
    unit: amount?.unit ?? null,
  };
  if (found === null)
    return {
      ...empty,
      means: null,
      verb: null,
      who: null,
      howMany: null,
      what: null,
      towards: null,
      form: null,
      left: squeeze(rest),
    };

  const { entry, at } = found;
  take(at);
  const verb: Said = { text: text.slice(at.from, at.to), at };
  const form: Form | null = paid !== null ? 'pay' : unpaid !== null ? 'gift' : entry.form;
  if (entry.means === 'unknown-cost') {
    const cost = phrase(lexicon.verbs.filter((one) => one.means === 'cost').flatMap((one) => one.words));
    if (cost !== null) take(cost);
    const what = said(rest, { from: 0, to: rest.length }, lexicon);
    return {
      ...empty,
      means: entry.means,
      verb,
      who: null,
      howMany: null,
      what,
      towards: null,
      form,
      left: '',
    };
  }
  const subject = subjectOf(rest, at.from, lexicon);
  const { what, towards } = objectsOf(rest, at.to, lexicon);
  return {
    ...empty,
    means: entry.means,
    verb,
    who: subject.who,
    howMany: subject.howMany,
    what,
    towards,
    form,
    left: '',
  };
}

/** The earliest verb; of several that begin there the longest. */
function findVerb(text: string, lexicon: Lexicon): { readonly entry: VerbEntry; readonly at: Span } | null {
  let best: { entry: VerbEntry; at: Span } | null = null;
  for (const entry of lexicon.verbs) {
    const match = new RegExp(`${START}(?:${escaped(entry.words)})${END}`, 'iu').exec(text);
    if (match === null) continue;
    const at = { from: match.index, to: match.index + match[0].length };
    const earlier = best === null || at.from < best.at.from;
    if (earlier || (best !== null && at.from === best.at.from && at.to > best.at.to)) best = { entry, at };
  }
  return best;
}

function subjectOf(
  text: string,
  end: number,
  lexicon: Lexicon,
): { readonly who: Said | null; readonly howMany: number | null } {
  const head = text.slice(0, end);
  const numbers = escaped(Object.keys(lexicon.numbers));
  const counted = new RegExp(`^\\s*(?<number>\\d+|${numbers})\\s+(?:${escaped(lexicon.of)})\\s*`, 'iu').exec(
    head,
  );
  const word = counted?.groups?.['number']?.toLowerCase();
  const howMany =
    word === undefined ? null : /^\d/.test(word) ? Number(word) : (lexicon.numbers[word] ?? null);
  return { who: said(text, { from: counted?.[0].length ?? 0, to: end }, lexicon), howMany };
}

/** What stands after the verb: a thing, and who or what it goes to. */
function objectsOf(
  text: string,
  start: number,
  lexicon: Lexicon,
): { readonly what: Said | null; readonly towards: Said | null } {
  const tail = text.slice(start);
  const towards = new RegExp(`${START}(?:${escaped(lexicon.towards)})${END}\\s*(?=\\S)`, 'iu').exec(tail);
  if (towards === null) return { what: said(text, { from: start, to: text.length }, lexicon), towards: null };
  const split = start + towards.index;
  return {
    what: said(text, { from: start, to: split }, lexicon),
    towards: said(text, { from: split + towards[0].length, to: text.length }, lexicon),
  };
}

/** A name in a stretch of text, without commas, small words and articles around it; null where there is none. */
function said(text: string, span: Span, lexicon: Lexicon): Said | null {
  const lead = new RegExp(
    `^(?:[\\s,;:]+|(?:${escaped(lexicon.articles)})${END}\\s*|(?:${escaped(lexicon.of)})${END}\\s+)`,
    'iu',
  );
  let { from, to } = span;
  for (
    let match = lead.exec(text.slice(from, to));
    match !== null && match[0].length > 0;
    match = lead.exec(text.slice(from, to))
  )
    from += match[0].length;
  while (to > from && /[\s,;:]/.test(text[to - 1] ?? '')) to -= 1;
  return to > from ? { text: squeeze(text.slice(from, to)), at: { from, to } } : null;
}

function squeeze(text: string): string {
  return text
    .replace(/\s+([,;:])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
