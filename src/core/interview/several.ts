/** Several who do something together: "ann and bob cook" tells of two. */
import type { Lexicon } from '#core/interview/lexicon/lexicon';
import { ENDS, type Known, meant } from '#core/interview/names';
import { itemsOf } from '#core/interview/read-list';
import { lexiconsOf, type SentenceReading } from '#core/interview/read-sentence';
import { type Said, said } from '#core/interview/sentence-rest';
import { isGroup, isOfOne, isPersonsName, isPlural } from '#core/interview/sort-of-giver';

/**
 * A reading for each of those who do it; none where it is one, or where they give one amount together: "ann and bob give 3
 * hours" does not say who gives how much of them.
 */
export function eachOf(reading: SentenceReading, known: Known): readonly SentenceReading[] {
  const { who, parts, isEach, means } = reading;
  if (who === null || !['give', 'get', 'work', 'lend'].includes(means ?? '')) return [];
  if (parts !== null && !isEach) return [];
  return several(who, reading, known).map((one) => ({ ...reading, who: one, howMany: null }));
}

/** Those whom a subject names, where all of them are known, persons or groups; else none. */
export function several(who: Said, reading: SentenceReading, known: Known): readonly Said[] {
  const lexicon = lexiconsOf(reading.language)[0] as Lexicon;
  const ends = known.things.filter((thing) => (ENDS as readonly string[]).includes(thing.section));
  const isSmall = who.text === who.text.toLowerCase();
  // "Bread and Roses gives" is one name.
  const isOne = !isSmall && isOfOne(reading.verb?.text ?? '', lexicon) === true;
  const items = itemsOf(who.text, lexicon);
  if (items.length < 2 || isOne || meant(who.text, ends) !== null) return [];
  let at = who.at.from;
  const found = items.map((item) => {
    at = reading.sentence.indexOf(item, at);
    const one = said(reading.sentence, { from: at, to: at + item.length }, lexicon);
    at += item.length;
    return one;
  });
  const isSomebody = (one: Said | null): one is Said =>
    one !== null &&
    (meant(one.text, ends) !== null ||
      isGroup(one.text, lexicon) ||
      isPersonsName(one.text, lexicon) ||
      (one.text === one.text.toLowerCase() && isPlural(one.text, lexicon)));
  return found.every(isSomebody) ? found : [];
}
