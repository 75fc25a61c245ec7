/** Checks every reference when all ids are known. A reference to what could not be read is not told again. */
import { nearest } from '#core/file/nearest';
import type { NameReference, Reading, Reference } from '#core/file/reading';
import type { Kinds } from '#core/file/settle/kinds';
import type { WrittenCommunity } from '#core/file/shape/community';
import { RESERVED } from '#core/file/shape/thing';
import type { Id } from '#core/model/fact';
import { DEFAULT_BLOCKS } from '#core/model/scheme';

/** Audiences that every file knows, and the levels of `see`. */
export const KNOWN_AUDIENCES: readonly string[] = [
  'self',
  'parties',
  'core',
  'members',
  'partners',
  'peers',
  'public',
  'stewards',
  'treasurer',
];

export function checkReferences(
  community: WrittenCommunity,
  names: ReadonlyMap<string, Id>,
  kinds: Kinds,
  reading: Reading,
  inCycle: ReadonlySet<object>,
): void {
  for (const reference of reading.references)
    if (!inCycle.has(reference.at)) checkThing(reference, names, reading);
  const blocks = knownBlocks(community);
  const sources = community.sources.map((one) => one.id);
  const audiences = [...KNOWN_AUDIENCES, ...community.audiences.map((one) => one.id)];
  const known = { sources: new Set(sources), audiences: new Set(audiences), blocks: new Set(blocks) };
  for (const name of reading.names) {
    if (reading.lost.has(name.id)) continue;
    if (name.space === 'kinds') {
      if (kinds.byId(name.id) === null)
        reading.report('unknown-kind', name.at, { near: kinds.nearestId(name.id) ?? 'none' }, name.id);
    } else checkName(name, known[name.space], reading);
  }
}

function checkThing({ id, at, what }: Reference, names: ReadonlyMap<string, Id>, reading: Reading): void {
  if (what.reserved.includes(id) || id === 'withheld') return;
  const met = reading.things.get(id);
  const fits = (section: string) =>
    what.sections === 'any' || (what.sections as readonly string[]).includes(section);
  if (met && fits(met.section)) return;
  if (reading.lost.has(id)) return;
  const near = () => nearThing(id, names, reading, fits) ?? 'none';
  if (met || RESERVED.has(id)) {
    reading.report('wrong-thing', at, { is: met?.section ?? 'reserved', what: what.says, near: near() }, id);
  } else if (
    what.sections === 'any'
      ? reading.lostSections.size === 0
      : !what.sections.some((section) => reading.lostSections.has(section))
  ) {
    reading.report('unknown-reference', at, { what: what.says, near: near() }, id);
  }
}

/** The thing of a fitting sort that was probably meant: by its name, or by an id that is nearly the same. */
function nearThing(
  id: string,
  names: ReadonlyMap<string, Id>,
  reading: Reading,
  fits: (section: string) => boolean,
): string | null {
  const byName = names.get(id.toLowerCase());
  if (byName !== undefined && fits(reading.things.get(byName)?.section ?? '')) return byName;
  const candidates: string[] = [];
  for (const [other, met] of reading.things) if (fits(met.section)) candidates.push(other);
  return nearest(id, candidates);
}

function knownBlocks(community: WrittenCommunity): string[] {
  const own = community.scheme.blocks.map((one) => one.id);
  const revised = community.scheme.revised.flatMap((one) => [...one.of, ...one.into]);
  return [...new Set([...own, ...revised, ...DEFAULT_BLOCKS.map((one) => one.id)])];
}

const CODES = { sources: 'unknown-source', audiences: 'unknown-audience', blocks: 'unknown-block' } as const;

function checkName({ id, at, space }: NameReference, known: ReadonlySet<string>, reading: Reading): void {
  if (space === 'kinds') return;
  const bare = space === 'blocks' ? id.replace(/@\d+$/, '') : id;
  if (known.has(bare)) return;
  const bound = space === 'audiences' ? /^(?:partner|person):(.+)$/.exec(id) : null;
  if (bound) {
    const party = bound[1] ?? '';
    if (reading.things.get(party)?.section === 'parties' || reading.lost.has(party)) return;
  }
  if (reading.lostSections.has(space)) return;
  reading.report(CODES[space], at, { near: nearest(id, known) ?? 'none', known: [...known].join(', ') }, id);
}
