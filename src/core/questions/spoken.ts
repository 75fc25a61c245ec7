/**
 * What the things of a view are called in the middle of a sentence: with an article where a person would say one, and
 * whether a verb after it is plural. Learns from the texts that the view discloses, and from nothing else.
 */
import type { View } from '#core/audience/view';
import { allThings, type Community } from '#core/model/community';
import { inLanguage, type Text } from '#core/model/fact';
import type { Thing } from '#core/model/things';
import {
  bare,
  bareGift,
  isCommon,
  isPlural,
  type Writing,
  withThe,
  withTheIfOne,
  writingOf,
} from '#core/words/nouns';
import { speech } from '#core/words/speech';

export interface Spoken {
  readonly text: string;
  readonly many: boolean;
}

const learnt = new WeakMap<Community, Writing>();
/** Names that were spoken before: they come again and again. */
const spoken = new WeakMap<Writing, Map<string, Spoken>>();

/** How the texts of a view write their words. Learnt once for each disclosed community. */
export function writing(view: View): Writing {
  let found = learnt.get(view.ever);
  if (found === undefined) {
    found = withNames(writingOf(textsOf(view.ever)), view.ever);
    learnt.set(view.ever, found);
  }
  return found;
}

/** What organisations, persons and tools are called is proper, unless a text shows otherwise. */
function withNames(how: Writing, community: Community): Writing {
  const bearers = [
    ...community.parties.filter((party) => party.type !== 'circle' && party.type !== 'public'),
    ...community.tools,
  ];
  const proper = new Set(how.proper);
  for (const bearer of bearers) {
    const name = plainName(bearer);
    const first = /^\p{Lu}[\p{L}\p{N}'’-]*/u.exec(name)?.[0];
    if (first !== undefined && !isCommon(name, how)) proper.add(first.toLowerCase());
  }
  return { common: how.common, proper };
}

function* textsOf(community: Community): Iterable<string> {
  const all = [community.about, ...allThings(community).flatMap(wordsOf)];
  for (const text of all) if (text !== null && text !== undefined) yield inLanguage(text);
}

/** Names count too: what follows their first word tells how that is written. */
function wordsOf(thing: Thing): readonly (Text | null | undefined)[] {
  const { name, note, text, use, entry, strings, reasons } = thing as Thing &
    Partial<Record<'text' | 'use' | 'entry' | 'strings' | 'reasons', Text | null>>;
  return [name, note, text, use, entry, strings, reasons];
}

/** The plain name of a thing: its name, or its id as words. */
export function plainName(thing: { readonly id: string; readonly name: Text | null }): string {
  return thing.name === null ? thing.id.replaceAll('-', ' ') : inLanguage(thing.name);
}

/** Where a name with an "and" in it names two things: not so the pub and producer guide, which is one. */
const TOGETHER: ReadonlySet<Thing['section']> = new Set([
  'parties',
  'pools',
  'tools',
  'quantities',
  'needs',
  'flows',
]);

/** A name of a thing of that section as it stands in a sentence. */
export function spokenName(view: View, name: string, section: Thing['section']): Spoken {
  const how = writing(view);
  let names = spoken.get(how);
  if (names === undefined) {
    names = new Map();
    spoken.set(how, names);
  }
  const key = `${speech().language} ${section} ${name}`;
  let found = names.get(key);
  if (found === undefined) {
    found = speakName(view, name, section, how);
    names.set(key, found);
  }
  return found;
}

function speakName(view: View, name: string, section: Thing['section'], how: Writing): Spoken {
  if (name === inLanguage(view.name)) return { text: name, many: false };
  const many = isPlural(name, how) || (TOGETHER.has(section) && / and /.test(name));
  if (section === 'parties' || section === 'pools' || section === 'tools' || section === 'baskets')
    return { text: withThe(name, how), many };
  if (section === 'activities' || section === 'trials') return { text: withTheIfOne(name, how), many };
  if (section === 'roles') return { text: `“${name}”`, many: false };
  if (section === 'flows' || section === 'needs' || section === 'quantities')
    return { text: withTheIfOne(bareGift(name, how), how), many };
  return { text: bare(name, how), many };
}
