/** Which names are offered for the words at the caret. Pure: a text and a place in it give offers. */

export interface Offer {
  readonly name: string;
  /** What of the text it stands for. */
  readonly from: number;
  readonly to: number;
}

/** More offers than this hide what one writes. */
const MOST = 5;

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Names that begin with the last one, two or three words before the caret; the longest match first. */
export function namesOffered(text: string, caret: number, names: readonly string[]): readonly Offer[] {
  const head = text.slice(0, caret);
  if (/^[\p{L}\p{N}]/u.test(text.slice(caret))) return [];
  const offers = new Map<string, Offer>();
  const starts = [...head.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map((match) => match.index).slice(-3);
  for (const from of starts) {
    const typed = fold(head.slice(from));
    if (typed.length < 2) continue;
    for (const name of names) {
      const whole = fold(name);
      if (!whole.startsWith(typed) || whole === typed || offers.has(name)) continue;
      offers.set(name, { name, from, to: caret });
    }
  }
  return [...offers.values()].slice(0, MOST);
}

/** The text with an offer taken, and where the caret goes. */
export function taking(text: string, offer: Offer): { readonly text: string; readonly caret: number } {
  const after = text.slice(offer.to);
  const name = after.startsWith(' ') || after === '' ? offer.name : `${offer.name} `;
  return { text: text.slice(0, offer.from) + name + after, caret: offer.from + name.length };
}
