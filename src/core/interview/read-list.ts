/** Reads a list of names, as people answer "who?" and "what?": with numbers, in any order, with "and" before the last. */
import type { ActivityAnswer, PartyAnswer, PoolAnswer, ToolAnswer } from '#core/interview/answer';
import type { Lexicon } from '#core/interview/lexicon/lexicon';
import { capital, type Known } from '#core/interview/names';
import { isPersonsName, isPlural } from '#core/interview/sort-of-giver';
import { before, END, escaped, findAmount, numberOf, START, spelled } from '#core/interview/spoken-amount';
import { findLasting, type Lasting } from '#core/interview/spoken-date';
import type { Period } from '#core/model/amount';
import type { Id } from '#core/model/fact';
import type { CircleName } from '#core/model/things';

/** More words than this are no name: it is kept as a note. */
const MOST_WORDS = 7;

/** The items of a list, without the words between them. */
export function itemsOf(text: string, lexicon: Lexicon): readonly string[] {
  const and = new RegExp(`\\s+(?:${escaped(lexicon.and)})\\s+`, 'giu');
  return text
    .split(/[\n;]|,(?!\d)/)
    .flatMap((part) => part.split(and))
    .map((part) => part.replace(/^[\s.]+|[\s.!]+$/g, ''))
    .filter((part) => part !== '');
}

/** An item without what is said of time. */
export const timeless = (item: string, lexicon: Lexicon): string => findLasting(item, lexicon).text.trim();

/** Whether it is short enough to be a name. */
export const isName = (item: string): boolean => item.split(/\s+/).length <= MOST_WORDS;

/** "every second Saturday from 10": it says when, and names nothing that is done. */
export function isTime(item: string, lexicon: Lexicon): boolean {
  const every = lexicon.leads.filter((word) => lexicon.per.includes(word));
  const { text } = withoutRhythm(findLasting(item, lexicon).text, lexicon);
  return new RegExp(`^\\s*(?:(?:${escaped(every)})${END}|$)`, 'iu').test(text);
}

/** Whether something is said of time that an item of such a list cannot hold: "until summer". */
export const losesTime = (item: string, lexicon: Lexicon): boolean => findLasting(item, lexicon).isVague;

interface Counted {
  readonly name: string;
  /** As the file spells it; null where no number was said. */
  readonly size: string | null;
}

/** "about 30 members", "core group: 5", "5 in the core": the name without its number. */
function counted(item: string, lexicon: Lexicon): Counted {
  const words = Object.keys(lexicon.numbers).filter((word) => (lexicon.numbers[word] ?? 0) > 1);
  const number = `\\d+|${escaped(words)}`;
  const pattern = new RegExp(
    `[(:]?\\s*${START}(?:(?<about>${escaped(lexicon.about)})\\s+)?(?<first>${number})(?:\\s*(?:${escaped(lexicon.range)})\\s*(?<second>${number}))?${END}\\s*\\)?`,
    'iu',
  );
  const match = pattern.exec(item);
  const some = new RegExp(`^(?:${escaped(lexicon.some)})${END}\\s*`, 'iu').exec(item);
  const bare = (match === null ? item.slice(some?.[0].length ?? 0) : item.replace(match[0], ' ')).trim();
  const people = new RegExp(`^(?:${escaped([...lexicon.people, ...lexicon.of])})${END}\\s*`, 'iu');
  const name = nameIn(bare.replace(people, '').replace(people, ''), lexicon);
  if (match === null) return { name, size: some === null ? null : 'some' };
  const first = numberOf(match.groups?.['first'], lexicon);
  const second = numberOf(match.groups?.['second'], lexicon);
  const about = match.groups?.['about'] === undefined ? '' : 'about ';
  return { name, size: second === null ? `${about}${first}` : `${first}..${second}` };
}

/** Without articles before it and signs around it. */
function nameIn(text: string, lexicon: Lexicon): string {
  const small = [...lexicon.articles, ...lexicon.leads, ...lexicon.asides];
  const article = new RegExp(`^${before(small)}(?=\\S)`, 'iu');
  let name = text.replace(/^[\s:,(-]+|[\s:,)-]+$/g, '');
  for (let shorter = name.replace(article, ''); shorter !== name; shorter = name.replace(article, ''))
    name = shorter;
  return capital(name.replace(/\s+/g, ' ').trim());
}

/** The circle that people mean by such a name. */
export function circleOf(name: string, lexicon: Lexicon): CircleName | null {
  const said = name.toLowerCase();
  return lexicon.circles.find(([, words]) => words.includes(said))?.[0] ?? null;
}

/** Times that stand beside a name in a list: "every second Saturday", "each time". */
function withoutTimes(item: string, lexicon: Lexicon): { readonly text: string; readonly lasting: Lasting } {
  const often = escaped(lexicon.often.flatMap(([, said]) => said));
  const { lasting } = findLasting(item, lexicon);
  return {
    text: timeless(item, lexicon).replace(new RegExp(`\\s+(?:${often})${END}\\s*$`, 'iu'), ''),
    lasting,
  };
}

/** Those inside: circles with their numbers; a single capital word without a number is a person. */
export function partiesInside(items: readonly string[], lexicon: Lexicon): readonly PartyAnswer[] {
  return items.flatMap((item, index) => {
    const { text, lasting } = withoutTimes(item, lexicon);
    const { name, size } = counted(text, lexicon);
    if (name === '') return [];
    const circle = circleOf(name, lexicon);
    const word = text.replace(/[\s,;:]+$/, '');
    const isSmall = word === word.toLowerCase();
    const isPerson =
      circle === null &&
      size === null &&
      isPersonsName(word, lexicon) &&
      (isSmall ? !isPlural(word, lexicon) : index > 0 || !/s$/.test(word));
    const as = isPerson ? 'person' : 'circle';
    return [{ sort: 'party', name, as, inside: true, circle, size, ...lasting }];
  });
}

/** Those outside: bodies; several at once are a public. */
export function partiesOutside(items: readonly string[], lexicon: Lexicon): readonly PartyAnswer[] {
  return items.flatMap((item) => {
    const { text, lasting } = withoutTimes(item, lexicon);
    const { name, size } = counted(text, lexicon);
    if (name === '') return [];
    const isMany =
      size !== null ||
      lexicon.anyone.includes(name.toLowerCase()) ||
      (text === text.toLowerCase() && isPlural(text.trim(), lexicon));
    const as = isMany ? 'public' : 'organisation';
    return [{ sort: 'party', name, as, inside: false, circle: null, size, ...lasting }];
  });
}

/** What is done: "choir practice every Tuesday" has a rhythm of 1 a week. */
export function activities(items: readonly string[], lexicon: Lexicon): readonly ActivityAnswer[] {
  return items.flatMap((item) => {
    const { text: bare, lasting } = findLasting(item, lexicon);
    const { text, rhythm } = withoutRhythm(bare, lexicon);
    const name = nameIn(text, lexicon);
    return name === '' ? [] : [{ sort: 'activity', name, rhythm, ...lasting }];
  });
}

/** Periods in which a rhythm can be told. */
const RHYTHMS: readonly Period[] = ['day', 'week', 'month', 'quarter', 'year'];

function withoutRhythm(item: string, lexicon: Lexicon): { text: string; rhythm: string | null } {
  const periods = lexicon.periods.filter(([period]) => RHYTHMS.includes(period));
  const words = escaped(periods.flatMap(([, said]) => said));
  const many = Object.keys(lexicon.numbers).filter((word) => (lexicon.numbers[word] ?? 0) > 1);
  const times = new RegExp(
    `^\\s*(?<first>\\d+|${escaped(many)})\\s+(?<name>.+?)\\s+(?:${escaped(lexicon.per)})\\s*(?<period>${words})${END}`,
    'iu',
  ).exec(item);
  const groups = times?.groups ?? {};
  if (times !== null) {
    const said = (groups['period'] ?? '').toLowerCase();
    const period = periods.find(([, each]) => each.includes(said))?.[0];
    return {
      text: groups['name'] ?? item,
      rhythm: `${numberOf(groups['first'], lexicon)} / ${period ?? 'month'}`,
    };
  }
  for (const [period, each] of lexicon.often) {
    if (!RHYTHMS.includes(period)) continue;
    const match = new RegExp(`${START}(?:${escaped(each)})${END}`, 'iu').exec(item);
    if (match !== null) return { text: item.replace(match[0], ' '), rhythm: `1 / ${period}` };
  }
  return { text: item, rhythm: null };
}

/** "a kitty with 350 euros in it". */
const INSIDE = /\s+(?:in it|in there|inside|dentro|dedans|erin)\s*$/iu;

/** What is held in common: "a kitty of 400 euros" is money, a wiki is know-how, all else things. */
export function pools(items: readonly string[], lexicon: Lexicon, known: Known): readonly PoolAnswer[] {
  return items.flatMap((whole) => {
    const { text: item, lasting } = findLasting(whole, lexicon);
    const amount = findAmount(item, lexicon);
    const rest = amount === null ? item : item.slice(0, amount.at.from) + item.slice(amount.at.to);
    const of = new RegExp(`\\s+(?:${escaped(lexicon.of)}|with|con|avec|met)\\s*$`, 'iu');
    const name = nameIn(rest.trim().replace(INSIDE, '').replace(of, ''), lexicon);
    if (name === '') return [];
    const isMoney = amount?.unit != null && /^[A-Z]{3}$/.test(amount.unit);
    const stock = amount !== null && isMoney ? spelled({ ...amount, per: null }) : null;
    return [
      {
        sort: 'pool',
        name,
        kind: isMoney ? String(amount?.unit).toLowerCase() : kindOf(name, lexicon, known),
        stock,
        ...lasting,
      },
    ];
  });
}

function kindOf(name: string, lexicon: Lexicon, known: Known): Id {
  const has = (words: readonly string[]) =>
    new RegExp(`${START}(?:${escaped(words)})${END}`, 'iu').test(name);
  if (has(lexicon.nouns['know-how'])) return 'know-how';
  if (!has(lexicon.nouns.money)) return 'things';
  const used = known.kinds.filter((kind) => kind.currency);
  return used.length === 1 ? (used[0]?.id ?? 'money') : 'money';
}

/** Tools by name. */
export function tools(items: readonly string[], lexicon: Lexicon): readonly ToolAnswer[] {
  return items.flatMap((item) => {
    const { text, lasting } = findLasting(item, lexicon);
    const name = nameIn(text, lexicon);
    return name === '' ? [] : [{ sort: 'tool', name, payer: '', keys: '', ...lasting }];
  });
}
