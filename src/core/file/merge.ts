/**
 * Makes two things of a community file one: every reference follows, amounts stay on their flows, what only the one
 * said is taken over, its parts move along. Works on the text, so comments and spelling stay. Also tells beforehand
 * what would change. Whether two things are the same is for people to say.
 */
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type ReferenceNode, referenceNodes, type ThingNode, thingNodes } from '#core/file/file-references';
import { addEntry, dropEntry, oneLine, setKey, splice } from '#core/file/text-edit';

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
  | ({ readonly ok: true; readonly text: string; readonly touched: readonly string[] } & MergeNews)
  | { readonly ok: false; readonly code: 'no-such-thing' | 'cannot-merge'; readonly id: string };

/** Sections whose facts mean nothing between a thing and itself. */
const BETWEEN = ['ties', 'walls', 'influences', 'movements'];
const PARTS: Readonly<Record<string, string>> = { pools: 'pockets', activities: 'needs' };

const read = (text: string): Document => parseDocument(text, { uniqueKeys: false });

function find(text: string, id: string): ThingNode | undefined {
  return thingNodes(read(text)).find((thing) => thing.id === id);
}

/**
 * Merges `id` into `into`; both must be of one section. `cannot-merge`: they are not, or they are one already.
 *
 * @example
 * mergeThings(text, 'town-hall', 'town');
 */
export function mergeThings(text: string, id: string, into: string): Merged {
  const [going, staying] = [find(text, id), find(text, into)];
  if (going === undefined) return { ok: false, code: 'no-such-thing', id };
  if (staying === undefined) return { ok: false, code: 'no-such-thing', id: into };
  if (id === into || going.section !== staying.section || staying.parent === id || going.parent === into)
    return { ok: false, code: 'cannot-merge', id };
  const { takenOver, keptOwn } = comparedKeys(going, staying);
  const inner = PARTS[going.section];
  const parts = thingNodes(read(text)).filter((thing) => thing.parent === id);
  const entries = parts.map((part) => ({ id: part.id, value: part.map?.toJSON() ?? null }));
  const values = new Map(takenOver.map((key) => [key, jsonOf(going, key)]));
  let now = dropThing(text, id);
  for (const [key, value] of values) now = withKey(now, into, key, value);
  for (const part of entries) now = withPart(now, into, inner ?? '', part);
  const pointed = follow(now, id, into);
  now = withoutDoubles(pointed.text, into);
  const gone = betweenItself(now);
  for (const one of gone) now = dropThing(now, one);
  return {
    ok: true,
    text: now,
    touched: [...new Set([id, into, ...pointed.by, ...gone])].sort(),
    follows: pointed.by.filter((one) => !gone.includes(one)),
    selfFlows: selfFlows(now, into),
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

function dropThing(text: string, id: string): string {
  const thing = find(text, id);
  if (thing === undefined) return text;
  const within = thing.within as YAMLMap | YAMLSeq;
  return splice(text, [dropEntry(text, within, (within.items as unknown[]).indexOf(thing.entry))]);
}

function withKey(text: string, id: string, key: string, value: unknown): string {
  const thing = find(text, id);
  if (thing === undefined) return text;
  if (thing.map !== null) return splice(text, [setKey(text, thing.map, key, value)]);
  const at = (thing.idNode.range?.[1] ?? 0) + 1;
  return splice(text, [{ from: at, to: at, text: ` ${oneLine({ [key]: value })}` }]);
}

function withPart(text: string, id: string, inner: string, part: { id: string; value: unknown }): string {
  const thing = find(text, id);
  const holder = thing?.map?.get(inner, true) as unknown;
  if (isMap(holder) && holder.items.length > 0)
    return splice(text, [addEntry(text, holder as YAMLMap, `${part.id}: ${oneLine(part.value)}`)]);
  return withKey(text, id, inner, { [part.id]: part.value });
}

/** Every place that named the one names the other. */
function follow(text: string, id: string, into: string): { text: string; by: string[] } {
  const doc = read(text);
  const all = referenceNodes(doc, thingNodes(doc));
  // Where both have a place in the picture, the one that stays keeps its own.
  const placed = all.some((one) => one.by === null && one.scalar.value === into);
  const spare = placed ? all.find((one) => one.by === null && one.scalar.value === id) : undefined;
  const holder = spare === undefined ? null : holderOf(doc, spare);
  if (spare !== undefined && isMap(holder)) {
    const index = holder.items.findIndex((item) => item.key === spare.scalar);
    return follow(splice(text, [dropEntry(text, holder as YAMLMap, index)]), id, into);
  }
  const references = all.filter((one) => one.scalar.value === id);
  const splices = references.map(({ scalar }) => ({
    from: scalar.range?.[0] ?? 0,
    to: scalar.range?.[1] ?? 0,
    text: text[scalar.range?.[0] ?? 0] === '"' ? JSON.stringify(into) : oneLine(into),
  }));
  const by = references.flatMap((one) => (one.by === null ? [] : [one.by.id]));
  return { text: splice(text, splices), by: [...new Set(by)].sort() };
}

/** Lists name a thing once, and maps of weights too: there the weights are put together. */
function withoutDoubles(text: string, id: string): string {
  let now = text;
  for (;;) {
    const doc = read(now);
    const next = firstDouble(now, doc, id);
    if (next === null) return now;
    now = next;
  }
}

function firstDouble(text: string, doc: Document, id: string): string | null {
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
    if (isSeq(holder))
      return splice(text, [dropEntry(text, holder as YAMLSeq, holder.items.indexOf(one.scalar))]);
    return weighed(text, holder as YAMLMap, before.scalar, one);
  }
  return null;
}

/** One entry instead of two: weights are put together; of two places in the picture the first stays. */
function weighed(text: string, holder: YAMLMap, first: Scalar, second: ReferenceNode): string {
  const at = (scalar: Scalar) => holder.items.findIndex((item) => item.key === scalar);
  const value = (index: number) =>
    (holder.items[index]?.value as { toJSON?: () => unknown } | null)?.toJSON?.();
  const [a, b] = [value(at(first)), value(at(second.scalar))];
  const dropped = dropEntry(text, holder, at(second.scalar));
  if (typeof a !== 'number' || typeof b !== 'number') return splice(text, [dropped]);
  const node = holder.items[at(first)]?.value as Scalar;
  const sum = String(Number((a + b).toPrecision(12)));
  return splice(text, [dropped, { from: node.range?.[0] ?? 0, to: node.range?.[1] ?? 0, text: sum }]);
}

/** The list or map in which a reference stands; null where it is the only value of its key. */
function holderOf(doc: Document, one: ReferenceNode): YAMLMap | YAMLSeq | null {
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
function betweenItself(text: string): string[] {
  return thingNodes(read(text))
    .filter((thing) => {
      if (!BETWEEN.includes(thing.section) || thing.map === null) return false;
      const between = thing.map.toJSON() as { between?: unknown; from?: unknown; to?: unknown };
      if (Array.isArray(between.between)) return new Set(between.between).size < 2;
      return between.from !== undefined && between.from === between.to;
    })
    .map((thing) => thing.id)
    .sort();
}

function selfFlows(text: string, id: string): string[] {
  return thingNodes(read(text))
    .filter((thing) => {
      if (thing.section !== 'flows' || thing.map === null) return false;
      return thing.map.get('from') === id && thing.map.get('to') === id;
    })
    .map((thing) => thing.id)
    .sort();
}
