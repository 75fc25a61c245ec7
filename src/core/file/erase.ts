/**
 * Takes a person out of texts: what was given and done stays, who it was does not. The person's id, names and the parts of
 * the name that people call them by become `someone`, in ids, references, words and comments; what the file says of the
 * person alone goes. Pure, so that a store can do the same to revisions, releases and notes.
 */
import { parseDocument } from 'yaml';
import { thingNodes } from '#core/file/file-references';
import { isMap, isScalar } from '#core/file/nodes';
import { applyOperations } from '#core/file/operations';

/** How one person is taken out of texts of any sort. */
export interface Erasing {
  /** What stands where the person stood. */
  readonly as: string;
  /** What the person is called in that text, whole and in part. */
  readonly names: readonly string[];
  /** Any words: a note, a reason, the picture of a released page. */
  readonly words: (text: string) => string;
  /** A community file, of today or of an earlier revision. */
  readonly community: (text: string) => string;
}

/** What a file says of a party beside how it stands in the community. */
const OWN_KEYS = [
  'name',
  'note',
  'size',
  'energy',
  'available',
  'reads',
  'consent',
  'because',
  'see',
  'category',
];

/** Ids that are words of every day as well: in a text they mean the person only where they begin with a capital. */
const EVERYDAY = new Set(
  'will may mark grace hope art sue bill rose pat rob june april ruth joy faith dawn drew chase frank jack ray iris'.split(
    ' ',
  ),
);

/**
 * How to take that person out; null where the file has no party of that id.
 *
 * @param text a community file that has the person; revisions in which the name was another one are looked at by themselves.
 */
export function erasing(text: string, id: string): Erasing | null {
  const names = namesOf(text, id);
  if (names === null) return null;
  const taken = new Set(thingNodes(parseDocument(text, { uniqueKeys: false })).map((thing) => thing.id));
  let as = 'someone';
  for (let at = 2; taken.has(as); at++) as = `someone-${at}`;
  const words = (all: string): string => without(all, id, names, as);
  return {
    as,
    names,
    words,
    community: (one) => {
      const theirs = namesOf(one, id);
      const bare = theirs === null ? one : withoutOwn(one, id);
      return without(bare, id, [...names, ...(theirs ?? [])], as);
    },
  };
}

/** The names of a party as written, whole and in part; null where there is none of that id. */
function namesOf(text: string, id: string): string[] | null {
  const party = thingNodes(parseDocument(text, { uniqueKeys: false })).find(
    (thing) => thing.section === 'parties' && thing.id === id,
  );
  if (party === undefined) return null;
  const name: unknown = party.map?.get('name', true);
  const whole = isScalar(name)
    ? [String(name.value)]
    : isMap(name)
      ? name.items.map((item) => (isScalar(item.value) ? String(item.value.value) : ''))
      : [];
  const parts = whole
    .flatMap((one) => one.split(/[\s,]+/))
    .filter((one) => /^\p{Lu}[\p{L}'’-]{2,}$/u.test(one));
  return [...new Set([...whole, ...parts])].filter((one) => one.trim() !== '');
}

function withoutOwn(text: string, id: string): string {
  const party = thingNodes(parseDocument(text, { uniqueKeys: false })).find((thing) => thing.id === id);
  const keys = (party?.map?.items ?? []).map((item) => String(isScalar(item.key) ? item.key.value : ''));
  const value = Object.fromEntries(
    keys.filter((key) => OWN_KEYS.includes(key) || key.startsWith('x-')).map((key) => [key, null]),
  );
  const done = applyOperations(text, [{ op: 'patch', id, value }]);
  return done.ok ? done.text : text;
}

/** Whole words only: a person called Ana does not take the banana along. */
function without(text: string, id: string, names: readonly string[], as: string): string {
  const escaped = (one: string) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const edge = (inner: string, flags: string) =>
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${inner})(?![\\p{L}\\p{N}])`, `gu${flags}`);
  const capital = id.slice(0, 1).toUpperCase() + id.slice(1);
  let left = text;
  const longFirst = [...names].sort((a, b) => b.length - a.length).map(escaped);
  if (longFirst.length > 0) {
    const everyday = names.some((one) => EVERYDAY.has(one.toLowerCase()));
    left = left.replace(edge(longFirst.join('|'), everyday ? '' : 'i'), as);
  }
  if (!EVERYDAY.has(id)) return left.replace(edge(escaped(id), 'i'), as);
  // As an id it stands where ids stand: as a key, or alone as a value.
  return left
    .replace(edge(escaped(capital), ''), as)
    .replace(new RegExp(`(?<=(?:^|[\\s{[,"'-]))${escaped(id)}(?=\\s*:)`, 'gmu'), as)
    .replace(new RegExp(`(?<=(?::\\s|[[,]\\s*|:\\s*["']))${escaped(id)}(?=\\s*(?:[,}\\]"'#]|$))`, 'gmu'), as);
}
