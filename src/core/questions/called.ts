/**
 * What things are called in a question: circles, organisations and things by name, persons never. A circle smaller
 * than what the audience may see is "some of us". Knows nothing of what is being asked.
 */
import type { View } from '#core/audience/view';
import type { Community } from '#core/model/community';
import { type Id, inLanguage, nameOf } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import type * as T from '#core/model/things';
import { plainName, spokenName, writing } from '#core/questions/spoken';
import { listed } from '#core/words/lists';
import { message } from '#core/words/message';
import { bare, capital, isCommon } from '#core/words/nouns';

export { capital } from '#core/words/nouns';

const SOME = message('question.some-of-us', 'some of us');
const ELSEWHERE = message('question.somebody-outside', 'somebody outside');
const HIDDEN = message('question.somebody', 'somebody');
const STREAM = message('question.stream', 'what {from} brings to {to}');
const SECTION = message(
  'question.one-of',
  '{section, select, roles {one of our roles} pools {one of our pools} pockets {one of our pockets} activities {one of our activities} needs {one of our needs} tools {one of our tools} trials {one of our trials} baskets {one of our baskets} other {one of our things}}',
);
const ALL_KINDS = message('question.all-kinds', 'what we share');
const RESERVED = message(
  'question.reserved',
  '{id, select, outside {the outside} past {reserves} future {those who come later} ecosystem {the wider web} made {what we make} loss {what is lost} other {somebody}}',
);
const RESERVED_NAMES = new Set(['outside', 'past', 'future', 'ecosystem', 'made', 'loss']);

/** People below which a circle is not named: stewards and core see all, members 3, everyone else 5. */
export function leastNamed(view: View): number {
  const declared = view.audiences.find((one) => one.id === view.audience)?.least;
  if (declared !== undefined && declared !== null) return declared;
  if (view.audience === 'stewards' || view.audience === 'core' || view.audience === 'treasurer') return 1;
  return view.audience === 'members' || view.audience.startsWith('person:') ? 3 : 5;
}

/** Whether a party is spoken of as "some of us": a person inside, or a circle too small to be named. */
export function isSomeOfUs(view: View, id: Id): boolean {
  return called(view, id) === SOME().text;
}

/** What to call a thing in the middle of a sentence. */
export function called(view: View, id: Id): string {
  const thing = view.thing(id);
  if (thing === null)
    return RESERVED_NAMES.has(id)
      ? RESERVED({ id }).text
      : id.startsWith('trap:')
        ? called(view, id.slice(5))
        : HIDDEN().text;
  if (thing.section === 'parties') return calledParty(view, thing);
  if (thing.section === 'flows') return calledFlow(view, thing);
  const name = plainName(thing);
  return namesAPerson(view, name)
    ? SECTION({ section: thing.section }).text
    : spokenName(view, name, thing.section).text;
}

/** What to call a thing at the beginning of a sentence. */
export function calledFirst(view: View, id: Id): string {
  return capital(called(view, id));
}

/** `yes` where a verb after this name stands in the plural: a parameter for `select`. */
export function manyOf(view: View, id: Id): 'yes' | 'no' {
  const name = called(view, id);
  if (name === SOME().text) return 'yes';
  const thing = view.thing(id);
  const spoken = thing === null ? null : spokenName(view, plainName(thing), thing.section);
  return spoken?.text === name && spoken.many ? 'yes' : 'no';
}

/** The same for several things told together. */
export function manyOfAll(view: View, ids: readonly Id[]): 'yes' | 'no' {
  return ids.length > 1 ? 'yes' : manyOf(view, ids[0] ?? '');
}

/** Several things, each named once. */
export function calledAll(view: View, ids: readonly Id[], atMost = 4): string {
  return listed(
    ids.map((id) => called(view, id)),
    atMost,
  );
}

/** Words of the community itself, in quotation marks, unless they name a person. */
export function quoted(view: View, text: string, instead: string): string {
  return namesAPerson(view, text) ? instead : `“${text.replace(/[.\s]+$/, '')}”`;
}

const persons = new WeakMap<Community, readonly string[]>();

/** Somebody who is told by what they do ("The founder") has no name to protect. */
function isRole(view: View, name: string): boolean {
  return isCommon(name, writing(view));
}

/** The names and ids of persons in small letters, gathered once for each disclosed community. */
function personNames(view: View): readonly string[] {
  const community = view.ever;
  let names = persons.get(community);
  if (names === undefined) {
    const people = community.parties.filter(
      (party) => party.type === 'person' && !isRole(view, nameOf(party)),
    );
    names = people
      .flatMap((party) => [party.id, ...nameOf(party).split(/[\s,]+/)])
      .filter((name) => name.length > 2);
    names = [...new Set(names.map((name) => name.toLowerCase()))];
    persons.set(community, names);
  }
  return names;
}

/** Whether words contain the name of a person of this community. */
export function namesAPerson(view: View, text: string): boolean {
  const words = text.toLowerCase();
  return personNames(view).some((name) => words.includes(name) && hasWord(words, name));
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + word.length);
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

function calledParty(view: View, party: T.Party): string {
  if (party.type === 'person') {
    const circle = party.in === null ? null : view.get('parties', party.in);
    if (circle !== null && circle.type !== 'person') return calledParty(view, circle);
    return party.inside ? SOME().text : ELSEWHERE().text;
  }
  const size = readingOn(party.size, view.day)?.value;
  const small = size?.is === 'known' && size.likely < leastNamed(view);
  if (small && party.type === 'circle') return party.inside ? SOME().text : ELSEWHERE().text;
  const name = plainName(party);
  return namesAPerson(view, name) ? SOME().text : spokenName(view, name, 'parties').text;
}

function calledFlow(view: View, flow: T.Flow): string {
  const name = flow.name === null ? null : inLanguage(flow.name);
  if (name !== null && !namesAPerson(view, name)) return spokenName(view, name, 'flows').text;
  return STREAM({ from: called(view, flow.from), to: called(view, flow.to) }).text;
}

/** What to call a kind of resource: its name, a currency by its code. */
export function kindCalled(view: View, id: Id | null | undefined): string {
  if (id === null || id === undefined) return ALL_KINDS().text;
  const kind = view.kind(id);
  if (kind === null) return id;
  if (kind.name !== null) return bare(inLanguage(kind.name), writing(view));
  return kind.currency ? (kind.unit ?? id) : id.replaceAll('-', ' ');
}
