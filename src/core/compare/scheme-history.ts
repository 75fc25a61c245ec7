/**
 * A scheme through time: which blocks it had on a day, and where an entry that was filed under one block belongs after
 * blocks were merged, split, renamed or retired. An entry keeps the category it was filed under; nothing is re-filed here.
 */
import type { Block, Scheme, SchemeRevision } from '#core/model/community';
import type { Day } from '#core/model/dates';
import { DEFAULT_BLOCKS } from '#core/model/scheme';

/** Blocks after a split to which an entry may belong: one, or several that nobody has chosen between. */
export interface Filing {
  /** The block it was filed under, as written. */
  readonly filed: string;
  /** Blocks it may belong to now, sorted; empty where its block was retired without an heir. */
  readonly now: readonly string[];
  /** More than one block may be meant, and nobody has said which. */
  readonly either: boolean;
}

const dayOfRevision = (revision: SchemeRevision): Day => revision.on.first ?? Number.NEGATIVE_INFINITY;

/** Revisions, oldest first; those of one day in the order of the file. */
export function revisionsInOrder(scheme: Scheme): readonly SchemeRevision[] {
  return [...scheme.revised].sort((a, b) => dayOfRevision(a) - dayOfRevision(b));
}

/** How many revisions had been made by the end of a day. */
export function revisionsBy(scheme: Scheme, day: Day): number {
  return revisionsInOrder(scheme).filter((revision) => dayOfRevision(revision) <= day).length;
}

/** The blocks of a scheme as it stood at the end of a day, in its order. Blocks that are gone keep the name they had. */
export function schemeOn(scheme: Scheme, day: Day): readonly Block[] {
  let ids = firstBlocks(scheme);
  for (const revision of revisionsInOrder(scheme)) {
    if (dayOfRevision(revision) > day) break;
    ids = revised(ids, revision);
  }
  return ids.map((id) => blockOf(scheme, id));
}

/** What comes of blocks by one revision; the new ones stand where the first of the old ones stood. */
export function revised(ids: readonly string[], { of, into }: Pick<SchemeRevision, 'of' | 'into'>): string[] {
  const at = ids.findIndex((id) => of.includes(id));
  const rest = ids.filter((id) => !of.includes(id) && !into.includes(id));
  const before =
    at < 0 ? rest.length : ids.slice(0, at).filter((id) => !of.includes(id) && !into.includes(id)).length;
  return [...rest.slice(0, before), ...new Set(into), ...rest.slice(before)];
}

/** The blocks before the first revision: what is there now, followed back. */
function firstBlocks(scheme: Scheme): string[] {
  const order = scheme.blocks.map((block) => block.id);
  let ids = order.filter((id) => !goneBy(scheme, id));
  for (const revision of [...revisionsInOrder(scheme)].reverse()) {
    const kept = revision.into.filter((id) => revision.of.includes(id));
    ids = ids.filter((id) => !revision.into.includes(id) || kept.includes(id));
    for (const id of revision.of) if (!ids.includes(id)) ids.push(id);
  }
  if (grewFromDefault(scheme)) for (const { id } of DEFAULT_BLOCKS) if (!ids.includes(id)) ids.push(id);
  // A block that the file no longer lists stands where the default scheme has it.
  const usual = (id: string): number => DEFAULT_BLOCKS.findIndex((block) => block.id === id);
  const listed = order.filter((id) => ids.includes(id));
  for (const id of ids.filter((one) => !order.includes(one))) {
    const next = listed.findIndex((other) => usual(id) >= 0 && usual(other) > usual(id));
    if (next < 0) listed.push(id);
    else listed.splice(next, 0, id);
  }
  return listed;
}

/**
 * A file may list only what it changed: where its revisions begin at blocks of the default scheme and it lists none of
 * those, the ones that were never revised are still there.
 */
function grewFromDefault(scheme: Scheme): boolean {
  const isUsual = (id: string): boolean => DEFAULT_BLOCKS.some((block) => block.id === id);
  if (scheme.blocks.some((block) => isUsual(block.id))) return false;
  return scheme.revised.some((revision) => revision.of.some(isUsual));
}

/** Whether a block was merged, split or retired away and never came back. */
function goneBy(scheme: Scheme, id: string): boolean {
  let gone = false;
  for (const revision of revisionsInOrder(scheme)) {
    if (revision.into.includes(id)) gone = false;
    else if (revision.of.includes(id)) gone = true;
  }
  return gone;
}

/** A block by id, living or retired: as the scheme describes it, else as the default scheme does, else its id alone. */
export function blockOf(scheme: Scheme, id: string): Block {
  const find = (blocks: readonly Block[]): Block | undefined => blocks.find((block) => block.id === id);
  return find(scheme.blocks) ?? find(DEFAULT_BLOCKS) ?? { id, name: id, asks: null, differs: null };
}

/** Where an entry filed under a block, on or after a day, belongs at the end of another day. */
export function filing(scheme: Scheme, filed: string, since: Day | null, day: Day): Filing {
  const from = since === null ? 0 : revisionsBy(scheme, since);
  return walked(scheme, filed, from, revisionsBy(scheme, day));
}

/**
 * Where an entry belongs on a day by its category as written: `b7`, or `b7@2` where it was filed under version 2. On a day
 * before it was filed it stands where its block came from.
 */
export function filedOnDay(scheme: Scheme, category: string, day: Day): Filing {
  const [filed = '', version] = category.toLowerCase().split('@');
  const from = version === undefined ? bornAt(scheme, filed) : stepOf(scheme, Number(version));
  return walked(scheme, filed, from, revisionsBy(scheme, day));
}

/** The version of a scheme on a day: each revision raised it by one. */
export function versionOn(scheme: Scheme, day: Day): number {
  return scheme.version - (scheme.revised.length - revisionsBy(scheme, day));
}

/** After how many revisions a version began. */
function stepOf(scheme: Scheme, version: number): number {
  const first = scheme.version - scheme.revised.length;
  return Math.min(Math.max(version - first, 0), scheme.revised.length);
}

/** After how many revisions a block was there for the first time. */
function bornAt(scheme: Scheme, id: string): number {
  const all = revisionsInOrder(scheme);
  const first = all.findIndex((revision) => revision.into.includes(id));
  const before = all.findIndex((revision) => revision.of.includes(id));
  return first < 0 || (before >= 0 && before <= first) ? 0 : first + 1;
}

function walked(scheme: Scheme, filed: string, from: number, to: number): Filing {
  const all = revisionsInOrder(scheme);
  let now = [filed];
  const steps = from <= to ? all.slice(from, to) : all.slice(to, from).reverse();
  for (const revision of steps) {
    const [old, next] = from <= to ? [revision.of, revision.into] : [revision.into, revision.of];
    now = now.flatMap((id) => (old.includes(id) ? [...next] : [id]));
  }
  const unique = [...new Set(now)].sort();
  return { filed, now: unique, either: unique.length > 1 };
}
