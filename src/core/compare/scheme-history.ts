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

const inOrder = (scheme: Scheme): SchemeRevision[] =>
  [...scheme.revised].sort((a, b) => (a.on.first ?? 0) - (b.on.first ?? 0));

/** The blocks of a scheme as it stood at the end of a day. Blocks that are gone keep the name they had. */
export function schemeOn(scheme: Scheme, day: Day): readonly Block[] {
  let ids = scheme.blocks.map((block) => block.id).filter((id) => !goneBy(scheme, id));
  for (const revision of inOrder(scheme).reverse()) {
    if ((revision.on.first ?? Number.NEGATIVE_INFINITY) <= day) continue;
    const kept = revision.into.filter((id) => revision.of.includes(id));
    ids = ids.filter((id) => !revision.into.includes(id) || kept.includes(id));
    for (const id of revision.of) if (!ids.includes(id)) ids.push(id);
  }
  return ids.map((id) => blockOf(scheme, id));
}

/** Whether a block was merged, split or retired away and never came back. */
function goneBy(scheme: Scheme, id: string): boolean {
  let gone = false;
  for (const revision of inOrder(scheme)) {
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
  let now = [filed];
  for (const revision of inOrder(scheme)) {
    const on = revision.on.first ?? Number.NEGATIVE_INFINITY;
    if (on > day || (since !== null && on <= since)) continue;
    now = now.flatMap((id) => (revision.of.includes(id) ? [...revision.into] : [id]));
  }
  const unique = [...new Set(now)].sort();
  return { filed, now: unique, either: unique.length > 1 };
}
