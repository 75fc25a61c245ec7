/**
 * What each operation does to a community file, told once for texts and for plain data. Refuses with a code and what
 * there is to say; the sentences are with `operations`.
 */
import type { Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { type ReferenceNode, referenceNodes, type ThingNode, thingNodes } from '#core/file/file-references';
import { dropThing, mergeThings } from '#core/file/merge';
import { isMap, isScalar, isSeq } from '#core/file/nodes';
import type { Mention, Operation, RefusalCode } from '#core/file/operations';
import { setPath } from '#core/file/set-path';
import { type Contents, indexOf, type Sheet } from '#core/file/sheet';

/** An operation that could not be done. */
export interface Refused {
  readonly code: RefusalCode;
  readonly operation: Operation;
  /** For its sentence. */
  readonly params: Readonly<Record<string, string | number>>;
  /** For `would-break`: who names it. */
  readonly named: readonly Mention[];
}

export type Done =
  | { readonly ok: true /** Ids that were touched. */; readonly touched: readonly string[] }
  | ({ readonly ok: false } & Refused);

const ID = /^[a-z0-9][a-z0-9-]*$/;

/** Sections written as lists, with `id` in each entry. */
const LISTS = ['influences', 'ties', 'movements', 'worth', 'history', 'voices'];
const MAPS = [
  'vision',
  'parties',
  'roles',
  'pools',
  'activities',
  'flows',
  'accounts',
  'baskets',
  'trials',
  'quantities',
  'tools',
  'decisions',
  'walls',
  'scenarios',
];

/** Does one operation. Where it is refused, nothing was changed. */
export function operate(sheet: Sheet, operation: Operation): Done {
  switch (operation.op) {
    case 'put':
      return put(sheet, operation);
    case 'patch':
      return patch(sheet, operation, operation.value);
    case 'end':
      return patch(sheet, operation, { until: operation.until });
    case 'remove':
      return remove(sheet, operation);
    case 'rename':
      return rename(sheet, operation);
    case 'merge':
      return merge(sheet, operation);
    case 'set':
      return set(sheet, operation);
  }
}

export function refuse(
  code: RefusalCode,
  operation: Operation,
  params: Refused['params'],
  named: readonly Mention[] = [],
): Done & { readonly ok: false } {
  return { ok: false, code, operation, params, named };
}

/** Who names a thing: what would break or change if it were removed. */
export function mentionsIn(doc: Contents, id: string): Mention[] {
  const things = thingNodes(doc);
  const inside = new Set([id, ...things.filter((thing) => thing.parent === id).map((thing) => thing.id)]);
  return referenceNodes(doc, things)
    .filter((one) => inside.has(String(one.scalar.value)) && !inside.has(one.by?.id ?? ''))
    .map((one) => ({ by: one.by?.id ?? null, key: one.key, needed: one.needed }));
}

type Of<Op extends Operation['op']> = Extract<Operation, { op: Op }>;
type Facts = Readonly<Record<string, unknown>>;

const find = (sheet: Sheet, id: string): ThingNode | undefined =>
  thingNodes(sheet.doc()).find((thing) => thing.id === id);

function merge(sheet: Sheet, operation: Of<'merge'>): Done {
  const done = mergeThings(sheet, operation.id, operation.into);
  return done.ok
    ? { ok: true, touched: done.touched }
    : refuse(done.code, operation, { id: done.id, into: operation.into });
}

function put(sheet: Sheet, operation: Of<'put'>): Done {
  const { id, section, parent, value } = operation;
  if (!ID.test(id)) return refuse('bad-id', operation, { id });
  const existing = find(sheet, id);
  if (existing !== undefined) {
    if (existing.section !== section) return refuse('id-taken', operation, { id });
    say(sheet, existing, value);
  } else if (parent !== undefined) {
    const whole = find(sheet, parent);
    if (whole?.map == null) return refuse('no-such-parent', operation, { id, parent });
    putIn(sheet, whole.map, section, id, value);
  } else {
    const { contents } = sheet.doc();
    if (!LISTS.includes(section) && !MAPS.includes(section))
      return refuse('no-such-section', operation, { section });
    if (!isMap(contents)) return refuse('unreadable', operation, { line: 1 });
    putIn(sheet, contents as YAMLMap, section, id, value);
  }
  return { ok: true, touched: [id] };
}

/** Adds an entry to a section of a map, beginning the section where it is not there yet. */
function putIn(sheet: Sheet, holder: YAMLMap, section: string, id: string, value: Facts): void {
  const within = holder.get(section, true) as unknown;
  if (isSeq(within)) sheet.addItem(within as YAMLSeq, { id, ...value });
  else if (isMap(within)) sheet.addUnder(within as YAMLMap, id, value);
  else if (LISTS.includes(section)) sheet.begin(holder, section, null, { id, ...value });
  else sheet.begin(holder, section, id, value);
}

/** Makes an existing thing say exactly `value`, or merges it in; keys that already say so are left as they are written. */
function say(sheet: Sheet, thing: ThingNode, value: Facts, merge = false): void {
  const fresh = (): YAMLMap | null => find(sheet, thing.id)?.map ?? null;
  let map = fresh();
  if (map === null) {
    // What stands in a list has facts of its own: its id.
    sheet.fill(thing.entry as Exclude<ThingNode['entry'], YAMLMap>, value);
    return;
  }
  const inList = isSeq(thing.within);
  // Pockets and needs are things of their own: they go by their own operations.
  const keep = new Set([...Object.keys(value), ...(inList ? ['id'] : []), 'pockets', 'needs']);
  for (const key of map.items.map((item) => String(isScalar(item.key) ? item.key.value : ''))) {
    if (merge || keep.has(key)) continue;
    dropKey(sheet, map, key);
    map = fresh() ?? map;
  }
  for (const [key, wanted] of Object.entries(value)) {
    if (wanted === undefined) continue;
    if (merge && wanted === null) {
      dropKey(sheet, map, key);
      map = fresh() ?? map;
      continue;
    }
    const is = map.get(key, true) as { toJSON?: () => unknown } | undefined;
    if (is !== undefined && JSON.stringify(is.toJSON?.()) === JSON.stringify(wanted)) continue;
    sheet.set(map, key, wanted);
    map = fresh() ?? map;
  }
}

function dropKey(sheet: Sheet, map: YAMLMap, key: string): void {
  const index = map.items.findIndex((item) => isScalar(item.key) && item.key.value === key);
  if (index >= 0) sheet.drop(map, index);
}

function patch(sheet: Sheet, operation: Of<'patch'> | Of<'end'>, value: Facts): Done {
  const thing = find(sheet, operation.id);
  if (thing === undefined) return refuse('no-such-thing', operation, { id: operation.id });
  say(sheet, thing, value, true);
  return { ok: true, touched: [thing.id] };
}

function rename(sheet: Sheet, operation: Of<'rename'>): Done {
  const { id, to } = operation;
  const doc = sheet.doc();
  const things = thingNodes(doc);
  const thing = things.find((one) => one.id === id);
  if (thing === undefined) return refuse('no-such-thing', operation, { id });
  if (!ID.test(to)) return refuse('bad-id', operation, { id: to });
  if (to === id) return { ok: true, touched: [] };
  if (things.some((one) => one.id === to)) return refuse('id-taken', operation, { id: to });
  const references = referenceNodes(doc, things).filter((one) => one.scalar.value === id);
  sheet.rewrite([thing.idNode, ...references.map((one) => one.scalar)], to);
  const by = references.flatMap((one) => (one.by === null ? [] : [one.by.id]));
  return { ok: true, touched: [...new Set([id, to, ...by])] };
}

function remove(sheet: Sheet, operation: Of<'remove'>): Done {
  const { id } = operation;
  const doc = sheet.doc();
  if (find(sheet, id) === undefined) return refuse('no-such-thing', operation, { id });
  const mentions = mentionsIn(doc, id);
  if (mentions.length > 0 && operation.withWhatBreaks !== true) {
    const names = [...new Set(mentions.map((one) => one.by ?? one.key))];
    return refuse('would-break', operation, { id, count: names.length, names: names.join(', ') }, mentions);
  }
  const gone = fallsWith(id, doc);
  for (const one of gone) dropThing(sheet, one);
  dropMentions(sheet, gone);
  return { ok: true, touched: [...gone] };
}

/** The thing, its parts, and everything that cannot stand without one of them. */
function fallsWith(id: string, doc: Contents): ReadonlySet<string> {
  const gone = new Set([id]);
  const things = thingNodes(doc);
  const references = referenceNodes(doc, things).filter(
    (one) => one.needed && one.by !== null && one.by.section !== 'scenarios',
  );
  for (let before = 0; before !== gone.size; ) {
    before = gone.size;
    for (const thing of things) if (thing.parent !== null && gone.has(thing.parent)) gone.add(thing.id);
    for (const one of references)
      if (gone.has(String(one.scalar.value)) && one.by !== null) gone.add(one.by.id);
  }
  return gone;
}

/** Drops every mention that is left of things that are gone. One at a time, because each moves what follows. */
function dropMentions(sheet: Sheet, gone: ReadonlySet<string>): void {
  for (;;) {
    const doc = sheet.doc();
    const left = referenceNodes(doc, thingNodes(doc)).find((one) => gone.has(String(one.scalar.value)));
    const cut = left === undefined ? null : placeOf(doc, left);
    if (cut === null) return;
    sheet.drop(cut.within, cut.index);
  }
}

interface Place {
  readonly within: YAMLMap | YAMLSeq;
  readonly index: number;
}

const place = (within: YAMLMap | YAMLSeq, index: number): Place | null =>
  index >= 0 ? { within, index } : null;

/** What goes where a mention goes: an entry of a list or map of weights, a change of a scenario, or the whole key. */
function placeOf(doc: Contents, mention: ReferenceNode): Place | null {
  if (mention.by === null) {
    const picture = (doc.contents as YAMLMap).get('picture', true) as unknown as YAMLMap;
    const positions = (picture.get('positions', true) ?? picture) as unknown as YAMLMap;
    return place(positions, indexOf(positions, mention.scalar));
  }
  const map = mention.by.map;
  if (map === null) return null;
  const value = map.get(mention.key, true) as unknown;
  if (isSeq(value)) {
    const index = value.items.indexOf(mention.scalar);
    return place(value as YAMLSeq, index >= 0 ? index : changeOf(value as YAMLSeq, mention.scalar));
  }
  if (isMap(value) && mention.key !== 'because' && value.items.length > 1) {
    const index = indexOf(value as YAMLMap, mention.scalar);
    if (index >= 0) return { within: value as YAMLMap, index };
  }
  if (mention.by.section === 'scenarios') {
    const changes = map.get('changes', true) as unknown as YAMLSeq;
    return place(changes, changeOf(changes, mention.scalar));
  }
  return place(
    map,
    map.items.findIndex((item) => isScalar(item.key) && item.key.value === mention.key),
  );
}

function changeOf(list: YAMLSeq, named: Scalar): number {
  return list.items.findIndex((item) => isMap(item) && item.items.some((pair) => pair.value === named));
}

function set(sheet: Sheet, operation: Of<'set'>): Done {
  const { path, value } = operation;
  const done = setPath(sheet, path, value);
  if (done === null) return refuse('unreadable', operation, { line: 1 });
  const taken = value === null && done === 'as it was' && path.length > 1;
  return { ok: true, touched: taken ? [] : [path.join('.')] };
}
