/**
 * Makes two things of a community file one: every reference follows, amounts stay on their flows, what only the one
 * said is taken over, its parts move along. Also tells beforehand what would change. Whether two things are the same is
 * for people to say.
 */
import type { Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { type ReferenceNode, referenceNodes, type ThingNode, thingNodes } from '#core/file/file-references';
import { isMap, isScalar, isSeq } from '#core/file/nodes';
import { type Contents, indexOf, type Sheet } from '#core/file/sheet';

/** What merging changes beside the two things themselves. Ids, each list sorted. */
export interface MergeNews {
  /** Facts that named the one that goes and now name the one that stays. */
  readonly follows: readonly string[];
  /** Flows that now begin and end at the same thing. */
  readonly selfFlows: readonly string[];
  /** Ties, walls and influences that held between the two, and are gone. */
  readonly gone: readonly string[];
  /** Needs or pockets that moved along. */
  readonly parts: readonly string[];
  /** Keys that only the one that goes had, and that were taken over. */
  readonly takenOver: readonly string[];
  /** Keys that both had and that differ: those of the one that stays are kept. */
  readonly keptOwn: readonly string[];
}

export type Merged =
  | ({ readonly ok: true; readonly touched: readonly string[] } & MergeNews)
  | { readonly ok: false; readonly code: 'no-such-thing' | 'cannot-merge'; readonly id: string };

/** Sections whose facts mean nothing between a thing and itself. */
const BETWEEN = ['ties', 'walls', 'influences', 'movements'];
const PARTS: Readonly<Record<string, string>> = { pools: 'pockets', activities: 'needs' };

const find = (sheet: Sheet, id: string): ThingNode | undefined =>
  thingNodes(sheet.doc()).find((thing) => thing.id === id);

/**
 * Merges `id` into `into`; both must be of one section. `cannot-merge`: they are not, or they are one already.
 *
 * @example
 * mergeThings(new TextSheet(text), 'town-hall', 'town');
 */
export function mergeThings(sheet: Sheet, id: string, into: string): Merged {
  const [going, staying] = [find(sheet, id), find(sheet, into)];
  if (going === undefined) return { ok: false, code: 'no-such-thing', id };
  if (staying === undefined) return { ok: false, code: 'no-such-thing', id: into };
  if (id === into || going.section !== staying.section || staying.parent === id || going.parent === into)
    return { ok: false, code: 'cannot-merge', id };
  const { takenOver, keptOwn } = comparedKeys(going, staying);
  const inner = PARTS[going.section];
  const parts = thingNodes(sheet.doc()).filter((thing) => thing.parent === id);
  const entries = parts.map((part) => ({ id: part.id, value: part.map?.toJSON() ?? null }));
  const values = new Map(takenOver.map((key) => [key, jsonOf(going, key)]));
  dropThing(sheet, id);
  for (const [key, value] of values) withKey(sheet, into, key, value);
  for (const part of entries) withPart(sheet, into, inner ?? '', part);
  const by = follow(sheet, id, into);
  withoutDoubles(sheet, into);
  const gone = betweenItself(sheet.doc());
  for (const one of gone) dropThing(sheet, one);
  return {
    ok: true,
    touched: [...new Set([id, into, ...by, ...gone])].sort(),
    follows: by.filter((one) => !gone.includes(one)),
    selfFlows: selfFlows(sheet.doc(), into),
    gone,
    parts: parts.map((part) => part.id).sort(),
    takenOver,
    keptOwn,
  };
}

function jsonOf(thing: ThingNode, key: string): unknown {
  const node = thing.map?.get(key, true) as { toJSON?: () => unknown } | undefined;
  return node?.toJSON?.();
}

function comparedKeys(going: ThingNode, staying: ThingNode): { takenOver: string[]; keptOwn: string[] } {
  const keys = (going.map?.items ?? []).map((item) => String(isScalar(item.key) ? item.key.value : ''));
  const own = keys.filter((key) => key !== 'id' && key !== 'name' && key !== PARTS[going.section]).sort();
  const names = (key: string) => staying.map?.has(key) === true;
  return {
    takenOver: own.filter((key) => !names(key)),
    keptOwn: own.filter(
      (key) => names(key) && JSON.stringify(jsonOf(going, key)) !== JSON.stringify(jsonOf(staying, key)),
    ),
  };
}

/** Takes a thing out; what names it is left. */
export function dropThing(sheet: Sheet, id: string): void {
  const thing = find(sheet, id);
  if (thing === undefined) return;
  const within = thing.within as YAMLMap | YAMLSeq;
  sheet.drop(within, indexOf(within, thing.entry));
}

function withKey(sheet: Sheet, id: string, key: string, value: unknown): void {
  const thing = find(sheet, id);
  if (thing === undefined) return;
  if (thing.map !== null) sheet.set(thing.map, key, value);
  else sheet.fill(thing.entry as Exclude<ThingNode['entry'], YAMLMap>, { [key]: value });
}

function withPart(sheet: Sheet, id: string, inner: string, part: { id: string; value: unknown }): void {
  const holder = find(sheet, id)?.map?.get(inner, true) as unknown;
  if (isMap(holder) && holder.items.length > 0) sheet.addUnder(holder as YAMLMap, part.id, part.value);
  else withKey(sheet, id, inner, { [part.id]: part.value });
}

/** Every place that named the one names the other. Gives the ids of the facts that did, sorted. */
function follow(sheet: Sheet, id: string, into: string): string[] {
  const doc = sheet.doc();
  const all = referenceNodes(doc, thingNodes(doc));
  // Where both have a place in the picture, the one that stays keeps its own.
  const placed = all.some((one) => one.by === null && one.scalar.value === into);
  const spare = placed ? all.find((one) => one.by === null && one.scalar.value === id) : undefined;
  const holder = spare === undefined ? null : holderOf(doc, spare);
  if (spare !== undefined && isMap(holder)) {
    sheet.drop(holder, indexOf(holder, spare.scalar));
    return follow(sheet, id, into);
  }
  const references = all.filter((one) => one.scalar.value === id);
  sheet.rewrite(
    references.map((one) => one.scalar),
    into,
  );
  const by = references.flatMap((one) => (one.by === null ? [] : [one.by.id]));
  return [...new Set(by)].sort();
}

/** Lists name a thing once, and maps of weights too: there the weights are put together. */
function withoutDoubles(sheet: Sheet, id: string): void {
  while (united(sheet, id));
}

/** Makes one of the first two mentions that stand in one list or map; false where there are none. */
function united(sheet: Sheet, id: string): boolean {
  const doc = sheet.doc();
  const seen = new Map<unknown, ReferenceNode>();
  for (const one of referenceNodes(doc, thingNodes(doc))) {
    if (one.scalar.value !== id) continue;
    const holder = holderOf(doc, one);
    if (holder === null) continue;
    const before = seen.get(holder);
    if (before === undefined) {
      seen.set(holder, one);
      continue;
    }
    if (isSeq(holder)) sheet.drop(holder as YAMLSeq, holder.items.indexOf(one.scalar));
    else weighed(sheet, holder as YAMLMap, before.scalar, one);
    return true;
  }
  return false;
}

/** One entry instead of two: weights are put together; of two places in the picture the first stays. */
function weighed(sheet: Sheet, holder: YAMLMap, first: Scalar, second: ReferenceNode): void {
  const kept = holder.items[indexOf(holder, first)]?.value;
  const index = indexOf(holder, second.scalar);
  const [a, b] = [kept, holder.items[index]?.value].map((node) => (isScalar(node) ? node.value : undefined));
  // The one that goes stands behind the one that stays, so taking it out moves nothing before it.
  sheet.drop(holder, index);
  if (typeof a === 'number' && typeof b === 'number')
    sheet.rewrite([kept as Scalar], Number((a + b).toPrecision(12)));
}

/** The list or map in which a reference stands; null where it is the only value of its key. */
function holderOf(doc: Contents, one: ReferenceNode): YAMLMap | YAMLSeq | null {
  let found: YAMLMap | YAMLSeq | null = null;
  const look = (node: unknown): void => {
    if (found !== null) return;
    if (isSeq(node)) {
      if (node.items.includes(one.scalar)) found = node as YAMLSeq;
      else node.items.forEach(look);
    } else if (isMap(node)) {
      if (node.items.some((item) => item.key === one.scalar)) found = node as YAMLMap;
      else for (const item of node.items) look(item.value);
    }
  };
  look(one.by === null ? (doc.contents as YAMLMap).get('picture', true) : one.by.map?.get(one.key, true));
  return found;
}

/** Ties, walls, influences and movements that name only one thing at their two ends. */
function betweenItself(doc: Contents): string[] {
  return thingNodes(doc)
    .filter((thing) => {
      if (!BETWEEN.includes(thing.section) || thing.map === null) return false;
      const between = thing.map.toJSON() as { between?: unknown; from?: unknown; to?: unknown };
      if (Array.isArray(between.between)) return new Set(between.between).size < 2;
      return between.from !== undefined && between.from === between.to;
    })
    .map((thing) => thing.id)
    .sort();
}

function selfFlows(doc: Contents, id: string): string[] {
  return thingNodes(doc)
    .filter((thing) => {
      if (thing.section !== 'flows' || thing.map === null) return false;
      return thing.map.get('from') === id && thing.map.get('to') === id;
    })
    .map((thing) => thing.id)
    .sort();
}
