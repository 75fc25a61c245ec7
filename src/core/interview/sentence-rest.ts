/** A sentence from which one part after the other is taken, and the names in what is left of it. Knows no grammar. */
import type { Lexicon } from '#core/interview/lexicon/lexicon';
import { before, END, escaped, type Span, START } from '#core/interview/spoken-amount';

/** A name as it was said, without its article, and where it stands in the sentence. */
export interface Said {
  readonly text: string;
  readonly at: Span;
}

/** A sentence from which one part after the other is taken; blanks keep every other place where it was. */
export class Rest {
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

/** A name in a stretch of text, without commas, small words and articles around it; null where there is none. */
export function said(text: string, span: Span, lexicon: Lexicon): Said | null {
  const small = before([...lexicon.articles, ...lexicon.leads, ...lexicon.of, ...lexicon.asides]);
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

export function squeeze(text: string): string {
  return text
    .replace(/\s+([,;:])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
