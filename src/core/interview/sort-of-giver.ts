/** Tells from the words alone whether somebody named in a sentence is a person, a circle, a body or the public. */
import type { EndSort } from '#core/interview/answer';
import type { Lexicon } from '#core/interview/lexicon/lexicon';
import { lexiconsOf, type SentenceReading } from '#core/interview/read-sentence';
import { SHE } from '#core/interview/said-again';
import type { Said } from '#core/interview/sentence-rest';
import { END, escaped, START } from '#core/interview/spoken-amount';

/** What somebody new is begun as. */
export function sortOfGiver(who: Said, reading: SentenceReading): EndSort {
  const lexicon = lexiconsOf(reading.language)[0] as Lexicon;
  const { means, form, unit } = reading;
  const name = headOf(who.text, lexicon);
  if (lexicon.anyone.includes(name.toLowerCase())) return 'public';
  const isWork = means === 'work' || unit === 'h' || unit === 'min';
  if (isMany(who, reading, lexicon) || isGroup(name, lexicon))
    return means === 'lend' || form === 'grant' ? 'public' : 'circle';
  if (lastIn(name, lexicon.bodies)) return 'organisation';
  const isNamed = !hasArticle(who, reading.sentence, lexicon);
  if (isSmall(name)) {
    // What a single one does with their own hands: "the treasurer keeps the books". Money, things and room tell nothing.
    const isOwnHands =
      means === 'work' || (isNamed && (isWork || AS_ONE.test(reading.sentence.slice(who.at.to))));
    return isOwnHands && !name.includes(' ') ? 'person' : 'organisation';
  }
  const isFullName = means === 'work' && isNamed && /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(name);
  return (isWork && !name.includes(' ')) || isFullName ? 'person' : 'organisation';
}

/** "maria she brings". */
const AS_ONE = new RegExp(`^,?\\s+(?:${SHE})\\s`, 'iu');

/** "members" of "members of the board". */
const headOf = (name: string, lexicon: Lexicon): string =>
  name.split(new RegExp(`\\s+(?:${escaped([...lexicon.of, ...lexicon.from])})\\s+`, 'iu'))[0] ?? name;

const isSmall = (name: string): boolean => name === name.toLowerCase();

/** A word that is used of several at once: "members", "leden"; whatever its number, "the core". */
export function isGroup(name: string, lexicon: Lexicon): boolean {
  return lastIn(name, [...lexicon.circles.flatMap(([, words]) => words), ...lexicon.groups]);
}

/** Told of several: by a number, "each", or a plural, unless the verb is that of one: "james cooks". */
function isMany(who: Said, reading: SentenceReading, lexicon: Lexicon): boolean {
  if (reading.howMany !== null || reading.isEvery) return true;
  const verb = reading.verb?.text ?? '';
  // "students helps" is of several, whatever the verb.
  const isOne = !/(?:[eo]rs|[ae]nts|ists|ees|ies|ours)$/.test(who.text) && isOfOne(verb, lexicon);
  const head = headOf(who.text, lexicon);
  // At the beginning of a sentence a capital tells nothing.
  const canBeNoun = isSmall(who.text) || (who.at.from === 0 && isOne === false && !who.text.includes(' '));
  return canBeNoun && isPlural(head, lexicon) && isOne !== true;
}

/** Whether a word may be a plural; "thomas" and "lucas" are none. */
export function isPlural(word: string, lexicon: Lexicon): boolean {
  switch (lexicon.language) {
    case 'nl':
      return /(?:en|s)$/.test(word);
    case 'en':
      return (
        /(?:[^aiou]|ou)s$|(?:^|\s)(?:people|women|men|children)$/i.test(word) && !/(?:^|\s)james$/i.test(word)
      );
    default:
      return /s$/.test(word);
  }
}

/** Whether a verb is of one person; null where its form does not tell. */
export function isOfOne(verb: string, lexicon: Lexicon): boolean | null {
  const [word = ''] = verb
    .toLowerCase()
    .replace(/^(?:nos|nous|se|s['’])\s*/, '')
    .split(' ');
  switch (lexicon.language) {
    case 'es':
      return !/(?:n|mos)$/.test(word);
    case 'fr':
      return !/(?:(?<!i)ent|ont|ons)$/.test(word);
    case 'nl':
      return !/n$/.test(word);
    default:
      return /^(?:gave|paid|put|donated)$/.test(word) ? null : /s$/.test(word);
  }
}

function hasArticle({ at }: Said, sentence: string, lexicon: Lexicon): boolean {
  const small = escaped([...lexicon.articles, ...lexicon.leads, ...lexicon.of]);
  return new RegExp(`${START}(?:${small})\\s*$`, 'iu').test(sentence.slice(0, at.from));
}

/** Whether the last word of a name, or the word at its end, is one of these. */
function lastIn(name: string, words: readonly string[]): boolean {
  return new RegExp(`${START}(?:${escaped(words)})${END}$`, 'iu').test(name);
}

/** Whether a single word in small letters, told without an article, can only be somebody's name. */
export function isPersonsName(word: string, lexicon: Lexicon): boolean {
  const said = word.toLowerCase();
  return (
    /^[\p{L}'’-]+$/u.test(word) &&
    !isGroup(said, lexicon) &&
    !lastIn(said, [
      ...lexicon.bodies,
      ...lexicon.anyone,
      ...lexicon.unnamed,
      ...lexicon.us,
      ...lexicon.nobody,
    ])
  );
}
