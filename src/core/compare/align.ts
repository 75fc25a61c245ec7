/**
 * Compares categories that do not match one to one, at the finest blocks that both sides share: the connected components
 * of the graph between the categories of one side and those of the other (`domain.md` section 2, comparison rule).
 */
import { revisionsBy, revisionsInOrder, schemeOn } from '#core/compare/scheme-history';
import type { Scheme, SchemeRevision } from '#core/model/community';
import type { Day } from '#core/model/dates';
import { DEFAULT_BLOCKS } from '#core/model/scheme';

/** One side's category corresponds to one of the other side. */
export interface Correspondence {
  readonly left: string;
  readonly right: string;
}

/** Categories that can only be compared together. A side may be empty: then the other side alone has them. */
export interface CommonBlock {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** The connected components, each side sorted, in the order of their first category on the left, then on the right. */
export function commonBlocks(
  left: readonly string[],
  right: readonly string[],
  correspondences: readonly Correspondence[],
): CommonBlock[] {
  const parent = new Map<string, string>();
  const key = (side: 'left' | 'right', id: string): string => `${side}\u0000${id}`;
  const all = [...left.map((id) => key('left', id)), ...right.map((id) => key('right', id))];
  for (const one of all) parent.set(one, one);
  const root = (of: string): string => {
    let at = of;
    for (let next = parent.get(at) ?? at; next !== at; next = parent.get(at) ?? at) at = next;
    return at;
  };
  for (const { left: from, right: to } of correspondences) {
    const [a, b] = [key('left', from), key('right', to)];
    if (parent.has(a) && parent.has(b)) parent.set(root(a), root(b));
  }
  const blocks = new Map<string, { left: string[]; right: string[] }>();
  for (const [side, ids] of [
    ['left', left],
    ['right', right],
  ] as const) {
    for (const id of ids) {
      const at = root(key(side, id));
      const block = blocks.get(at) ?? { left: [], right: [] };
      block[side].push(id);
      blocks.set(at, block);
    }
  }
  return [...blocks.values()].map((block) => ({
    left: [...block.left].sort(),
    right: [...block.right].sort(),
  }));
}

/**
 * What the revisions of a scheme say about how its blocks correspond to those of the default scheme: a block of the same
 * id is the same block, and what was merged or split leads from one to the other.
 */
export function correspondences(scheme: Scheme, defaults: readonly string[]): Correspondence[] {
  const now = new Set(scheme.blocks.map((block) => block.id));
  const found: Correspondence[] = [];
  for (const id of defaults) {
    let heirs = [id];
    for (const revision of [...scheme.revised].sort((a, b) => (a.on.first ?? 0) - (b.on.first ?? 0))) {
      heirs = heirs.flatMap((heir) => (revision.of.includes(heir) ? [...revision.into] : [heir]));
    }
    for (const heir of new Set(heirs)) if (now.has(heir)) found.push({ left: heir, right: id });
  }
  return found;
}

/** Aligns the blocks of two communities' schemes through the default scheme from which both come. */
export function alignSchemes(one: Scheme, other: Scheme, defaults: readonly string[]): CommonBlock[] {
  const left = one.blocks.map((block) => block.id);
  const right = other.blocks.map((block) => block.id);
  if (one.id === other.id && one.version === other.version)
    return left.map((id) => ({ left: [id], right: [id] }));
  const viaRight = new Map<string, string[]>();
  for (const { left: block, right: origin } of correspondences(other, defaults))
    viaRight.set(origin, [...(viaRight.get(origin) ?? []), block]);
  const direct = left
    .filter((id) => right.includes(id) && one.id === other.id)
    .map((id) => ({ left: id, right: id }));
  const joined = correspondences(one, defaults).flatMap(({ left: block, right: origin }) =>
    (viaRight.get(origin) ?? []).map((target) => ({ left: block, right: target })),
  );
  return commonBlocks(left, right, [...direct, ...joined]);
}

/** A scheme as it stood on a day. */
export interface SchemeOfSide {
  readonly scheme: Scheme;
  readonly day: Day;
}

/** Blocks of several schemes that can only be compared together, side by side. */
export interface CommonRow {
  /** Block ids of each side, in the order of its scheme; empty where a side has none. */
  readonly sides: readonly (readonly string[])[];
  /** Blocks of the default scheme from which they come. */
  readonly origins: readonly string[];
}

/**
 * The finest rows on which all schemes can be compared: the connected components of all their correspondences, through
 * the default scheme and through the revisions that two versions of one scheme do not share.
 */
export function alignMany(sides: readonly SchemeOfSide[]): readonly CommonRow[] {
  const living = sides.map(({ scheme, day }) => schemeOn(scheme, day).map((block) => block.id));
  const join = joiner();
  const node = (side: number | 'default', id: string) => `${side}\u0000${id}`;
  for (const [at, { scheme, day }] of sides.entries()) {
    const made = revisionsInOrder(scheme).slice(0, revisionsBy(scheme, day));
    for (const { id } of DEFAULT_BLOCKS)
      for (const heir of heirsOf(id, made))
        if (living[at]?.includes(heir)) join.link(node('default', id), node(at, heir));
    for (let other = 0; other < at; other += 1) {
      const their = sides[other];
      if (their === undefined || their.scheme.id !== scheme.id) continue;
      for (const [one, two] of sameScheme(living, at, other, made, their))
        join.link(node(at, one), node(other, two));
    }
  }
  const rows = new Map<string, { sides: string[][]; origins: string[] }>();
  for (const [at, ids] of living.entries()) {
    for (const id of ids) {
      const root = join.root(node(at, id));
      const row = rows.get(root) ?? { sides: sides.map(() => []), origins: [] };
      row.sides[at]?.push(id);
      rows.set(root, row);
    }
  }
  for (const { id } of DEFAULT_BLOCKS) rows.get(join.root(node('default', id)))?.origins.push(id);
  return [...rows.values()];
}

/** Pairs of blocks of two versions of one scheme: the same id, or led to by the revisions that only one of them has. */
function sameScheme(
  living: readonly (readonly string[])[],
  at: number,
  other: number,
  made: readonly SchemeRevision[],
  their: SchemeOfSide,
): [string, string][] {
  const theirs = revisionsInOrder(their.scheme).slice(0, revisionsBy(their.scheme, their.day));
  const mine = living[at] ?? [];
  const yours = living[other] ?? [];
  const since = (all: readonly SchemeRevision[], than: readonly SchemeRevision[]) => all.slice(than.length);
  return [
    ...mine.flatMap((id) => heirsOf(id, since(theirs, made)).map((heir): [string, string] => [id, heir])),
    ...yours.flatMap((id) => heirsOf(id, since(made, theirs)).map((heir): [string, string] => [heir, id])),
  ].filter(([one, two]) => mine.includes(one) && yours.includes(two));
}

/** What became of a block by revisions, in their order. */
function heirsOf(id: string, revisions: readonly SchemeRevision[]): readonly string[] {
  let heirs = [id];
  for (const revision of revisions)
    heirs = heirs.flatMap((heir) => (revision.of.includes(heir) ? [...revision.into] : [heir]));
  return [...new Set(heirs)];
}

function joiner() {
  const parent = new Map<string, string>();
  const root = (of: string): string => {
    let at = of;
    for (let next = parent.get(at); next !== undefined && next !== at; next = parent.get(at)) at = next;
    return at;
  };
  return {
    root,
    link(one: string, other: string): void {
      const [a, b] = [root(one), root(other)];
      if (a !== b) parent.set(a, b);
    },
  };
}
