/** What a person would say better than a translation does, as a file to send. Sends nothing itself. */
import type { SaidHere } from '../../shared/words';

/** A sentence that may be mended. */
export interface Sentence {
  readonly id: string;
  /** The English of the sources. */
  readonly of: string;
  /** The translation as it stands, with its parameters in braces. */
  readonly is: string;
  /** As it stood on the page. */
  readonly seen: string;
}

export interface Better {
  readonly id: string;
  readonly of: string;
  readonly was: string;
  readonly better: string;
}

/** The correction file: `node scripts/languages.js take es FILE` takes it in. */
export interface CorrectionFile {
  readonly potluck: 1;
  readonly language: string;
  readonly corrections: readonly Better[];
}

/** The sentences that stand in a text of the page, the longest first, so that a word comes after its sentence. */
export function sentencesOn(
  page: string,
  said: ReadonlyMap<string, SaidHere>,
  translated: Readonly<Record<string, string>>,
  saying: (id: string, one: SaidHere) => string,
): Sentence[] {
  const text = plain(page);
  const found: Sentence[] = [];
  for (const [id, one] of said) {
    const seen = saying(id, one);
    if (seen.trim() !== '' && text.includes(plain(seen)))
      found.push({ id, of: one.icu, is: translated[id] ?? '', seen });
  }
  return found.sort((a, b) => b.seen.length - a.seen.length || (a.id < b.id ? -1 : 1));
}

/** The sentences that a search finds: in what was seen, in the English or in the id. All where nothing is sought. */
export function search(sentences: readonly Sentence[], sought: string): readonly Sentence[] {
  const word = plain(sought);
  if (word === '') return sentences;
  return sentences.filter((one) =>
    [one.seen, one.is, one.of, one.id].some((text) => plain(text).includes(word)),
  );
}

/** A correction that says something else than what stands there; null for one that changes nothing. */
export function correctionOf(sentence: Sentence, better: string): Better | null {
  const said = better.trim();
  if (said === '' || said === sentence.is) return null;
  return { id: sentence.id, of: sentence.of, was: sentence.is, better: said };
}

/** The file of corrections, and what to call it. */
export function correctionFile(language: string, corrections: readonly Better[], day: string) {
  const file: CorrectionFile = { potluck: 1, language, corrections };
  return { name: `potluck-${language}-${day}.json`, text: `${JSON.stringify(file, null, 2)}\n` };
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
