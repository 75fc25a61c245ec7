/**
 * Changes to a community file by the ids of its things: put, end, remove, rename, set. Each takes a text and gives a
 * text; what is not touched keeps its comments, order and spelling. Whether the result is a sound community is for
 * `parse` and `resolve` to say.
 */
import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { type ReferenceNode, referenceNodes, type ThingNode, thingNodes } from '#core/file/file-references';
import { mergeThings } from '#core/file/merge';
import { setPath } from '#core/file/set-path';
import { addEntry, dropEntry, oneLine, type Splice, setKey, splice } from '#core/file/text-edit';
import { type Message, message } from '#core/words/message';

export type Operation =
  /** Adds a thing, or makes it say exactly `value`. `parent` is the activity of a need or the pool of a pocket. */
  | {
      readonly op: 'put';
      readonly id: string;
      readonly section: string;
      readonly parent?: string;
      readonly value: Readonly<Record<string, unknown>>;
    }
  /** Changes some keys of a thing and leaves the others; `null` takes a key out. */
  | { readonly op: 'patch'; readonly id: string; readonly value: Readonly<Record<string, unknown>> }
  /** Its last day; what was stays readable. */
  | { readonly op: 'end'; readonly id: string; readonly until: string }
  /** Takes a thing out. With `withWhatBreaks`, whatever cannot stand without it goes too, and other mentions are dropped. */
  | { readonly op: 'remove'; readonly id: string; readonly withWhatBreaks?: boolean }
  /** Gives a thing another id; every reference follows. */
  | { readonly op: 'rename'; readonly id: string; readonly to: string }
  /** Makes two things of one section one: references follow, amounts stay on their flows. See `mergeThings`. */
  | { readonly op: 'merge'; readonly id: string; readonly into: string }
  /** A key outside the things, such as `name` or `openness.public`; `null` takes it out; a last step `+` adds to a list. */
  | { readonly op: 'set'; readonly path: readonly string[]; readonly value: unknown };

/** Why an operation could not be done. */
export interface Refusal {
  readonly code:
    | 'no-such-thing'
    | 'no-such-parent'
    | 'no-such-section'
    | 'would-break'
    | 'id-taken'
    | 'bad-id'
    | 'cannot-merge'
    | 'unreadable';
  readonly operation: Operation;
  /** For `would-break`: who names it. */
  readonly named: readonly Mention[];
  readonly message: Message;
}

/** A thing that names another, and under which key. */
export interface Mention {
  readonly by: string | null;
  readonly key: string;
  readonly needed: boolean;
}

export type Applied =
  | {
      readonly ok: true;
      readonly text: string /** Ids that were touched, sorted. */;
      readonly touched: readonly string[];
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

const SAY = {
  'no-such-thing': message('operation.no-such-thing', 'There is nothing with the id {id} here any more.'),
  'no-such-parent': message(
    'operation.no-such-parent',
    '{id} belongs to {parent}, and {parent} is not here.',
  ),
  'no-such-section': message('operation.no-such-section', 'There is no section {section}.'),
  'would-break': message(
    'operation.would-break',
    '{count, plural, one {One other fact names} other {# other facts name}} {id}: {names}. Take {count, plural, one {it} other {them}} out too, or change {count, plural, one {it} other {them}} first.',
  ),
  'id-taken': message('operation.id-taken', 'The id {id} is taken. Choose another.'),
  'bad-id': message('operation.bad-id', '{id} cannot be an id. Small letters, digits and hyphens are fine.'),
  'cannot-merge': message('operation.cannot-merge', '{id} and {into} are not two of one sort.'),
  unreadable: message(
    'operation.unreadable',
    'The file cannot be read as YAML at line {line}. Mend that first.',
  ),
};

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

/**
 * Applies operations in their order; all or none. An operation that leaves the text as it was is no error.
 *
 * @example
 * applyOperations(text, [{ op: 'end', id: 'town-grant', until: '2026-12-31' }]);
 */
export function applyOperations(text: string, operations: readonly Operation[]): Applied {
  let now = text;
  const touched = new Set<string>();
  for (const operation of operations) {
    const doc = parseDocument(now, { uniqueKeys: false });
    const broken = doc.errors[0];
    if (broken !== undefined) return refuse('unreadable', operation, { line: broken.linePos?.[0].line ?? 1 });
    const done = applyOne(now, doc, operation);
    if (!done.ok) return done;
    now = done.text;
    for (const id of done.touched) touched.add(id);
  }
  return { ok: true, text: now, touched: [...touched].sort() };
}

/** Who names a thing: what would break or change if it were removed. */
export function mentionsOf(text: string, id: string): Mention[] {
  const doc = parseDocument(text, { uniqueKeys: false });
  const things = thingNodes(doc);
  const inside = new Set([id, ...things.filter((thing) => thing.parent === id).map((thing) => thing.id)]);
  return referenceNodes(doc, things)
    .filter((one) => inside.has(String(one.scalar.value)) && !inside.has(one.by?.id ?? ''))
    .map(mention);
}

function mention(one: ReferenceNode): Mention {
  return { by: one.by?.id ?? null, key: one.key, needed: one.needed };
}

function refuse(
  code: Refusal['code'],
  operation: Operation,
  params: Record<string, string | number>,
  named: readonly Mention[] = [],
): Applied {
  return { ok: false, refusals: [{ code, operation, named, message: SAY[code](params) }] };
}

function applyOne(text: string, doc: Document, operation: Operation): Applied {
  switch (operation.op) {
    case 'put':
      return put(text, doc, operation);
    case 'patch':
      return patch(text, doc, operation);
    case 'end':
      return patch(text, doc, { op: 'patch', id: operation.id, value: { until: operation.until } });
    case 'remove':
      return remove(text, doc, operation);
    case 'rename':
      return rename(text, doc, operation);
    case 'merge':
      return merge(text, operation);
    case 'set':
      return set(text, doc, operation);
  }
}

function merge(text: string, operation: Extract<Operation, { op: 'merge' }>): Applied {
  const done = mergeThings(text, operation.id, operation.into);
  return done.ok ? done : refuse(done.code, operation, { id: done.id, into: operation.into });
}

type Put = Extract<Operation, { op: 'put' }>;

function put(text: string, doc: Document, operation: Put): Applied {
  const { id, section, parent } = operation;
  if (!ID.test(id)) return refuse('bad-id', operation, { id });
  const things = thingNodes(doc);
  const existing = things.find((thing) => thing.id === id);
  if (existing !== undefined) {
    if (existing.section !== section) return refuse('id-taken', operation, { id });
    return { ok: true, text: say(text, existing, operation.value), touched: [id] };
  }
  if (parent !== undefined) {
    const whole = things.find((thing) => thing.id === parent);
    if (whole?.map == null) return refuse('no-such-parent', operation, { id, parent });
    return {
      ok: true,
      text: splice(text, [putIn(text, whole.map, section, id, operation.value)]),
      touched: [id],
    };
  }
  if (!LISTS.includes(section) && !MAPS.includes(section))
    return refuse('no-such-section', operation, { section });
  if (!isMap(doc.contents)) return refuse('unreadable', operation, { line: 1 });
  return {
    ok: true,
    text: splice(text, [putIn(text, doc.contents as YAMLMap, section, id, operation.value)]),
    touched: [id],
  };
}

/** Adds an entry to a section of a map, beginning the section where it is not there yet. */
function putIn(
  text: string,
  holder: YAMLMap,
  section: string,
  id: string,
  value: Readonly<Record<string, unknown>>,
): Splice {
  const within = holder.get(section, true) as unknown;
  const asItem = { id, ...value };
  const json = text.trimStart().startsWith('{') && text.includes('"');
  const words = (one: unknown): string => (json ? JSON.stringify(one) : oneLine(one));
  if (isSeq(within)) return addEntry(text, within as YAMLSeq, words(asItem));
  if (isMap(within))
    return addEntry(text, within as YAMLMap, `${json ? JSON.stringify(id) : id}: ${words(value)}`);
  const isList = LISTS.includes(section);
  if (holder.flow === true) return setKey(text, holder, section, isList ? [asItem] : { [id]: value });
  const present = holder.items.some((item) => isScalar(item.key) && item.key.value === section);
  if (present) return setKey(text, holder, section, isList ? [asItem] : { [id]: value });
  const indent = ' '.repeat(columnOf(text, holder) + 2);
  return addEntry(
    text,
    holder,
    `${section}:\n${indent}${isList ? `- ${words(asItem)}` : `${id}: ${words(value)}`}`,
  );
}

function columnOf(text: string, map: YAMLMap): number {
  const at = map.range?.[0] ?? 0;
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

function dropKey(text: string, map: YAMLMap, key: string): string {
  const index = map.items.findIndex((item) => isScalar(item.key) && item.key.value === key);
  return index < 0 ? text : splice(text, [dropEntry(text, map, index)]);
}

/** Makes an existing thing say exactly `value`, or merges it in; keys that already say so are left as they are written. */
function say(
  text: string,
  thing: ThingNode,
  value: Readonly<Record<string, unknown>>,
  merge = false,
): string {
  let now = text;
  const fresh = (): YAMLMap | null => {
    const found = thingNodes(parseDocument(now, { uniqueKeys: false })).find((one) => one.id === thing.id);
    return found?.map ?? null;
  };
  let map = fresh();
  if (map === null) {
    const at = (thing.idNode.range?.[1] ?? 0) + 1;
    return splice(now, [{ from: at, to: at, text: ` ${oneLine(value)}` }]);
  }
  const inList = isSeq(thing.within);
  // Pockets and needs are things of their own: they go by their own operations.
  const keep = new Set([...Object.keys(value), ...(inList ? ['id'] : []), 'pockets', 'needs']);
  for (const key of map.items.map((item) => String(isScalar(item.key) ? item.key.value : ''))) {
    if (merge || keep.has(key)) continue;
    now = dropKey(now, map, key);
    map = fresh() ?? map;
  }
  for (const [key, wanted] of Object.entries(value)) {
    if (merge && wanted === null) {
      now = dropKey(now, map, key);
      map = fresh() ?? map;
      continue;
    }
    const is = map.get(key, true) as { toJSON?: () => unknown } | undefined;
    if (is !== undefined && JSON.stringify(is.toJSON?.()) === JSON.stringify(wanted)) continue;
    now = splice(now, [setKey(now, map, key, wanted)]);
    map = fresh() ?? map;
  }
  return now;
}

function patch(text: string, doc: Document, operation: Extract<Operation, { op: 'patch' }>): Applied {
  const thing = thingNodes(doc).find((one) => one.id === operation.id);
  if (thing === undefined) return refuse('no-such-thing', operation, { id: operation.id });
  return { ok: true, text: say(text, thing, operation.value, true), touched: [thing.id] };
}

function rename(text: string, doc: Document, operation: Extract<Operation, { op: 'rename' }>): Applied {
  const { id, to } = operation;
  const things = thingNodes(doc);
  const thing = things.find((one) => one.id === id);
  if (thing === undefined) return refuse('no-such-thing', operation, { id });
  if (!ID.test(to)) return refuse('bad-id', operation, { id: to });
  if (to === id) return { ok: true, text, touched: [] };
  if (things.some((one) => one.id === to)) return refuse('id-taken', operation, { id: to });
  const references = referenceNodes(doc, things).filter((one) => one.scalar.value === id);
  const splices = [thing.idNode, ...references.map((one) => one.scalar)].map((scalar) => ({
    from: scalar.range?.[0] ?? 0,
    to: scalar.range?.[1] ?? 0,
    text: text[scalar.range?.[0] ?? 0] === '"' ? JSON.stringify(to) : oneLine(to),
  }));
  const by = references.flatMap((one) => (one.by === null ? [] : [one.by.id]));
  return { ok: true, text: splice(text, splices), touched: [...new Set([id, to, ...by])] };
}

function remove(text: string, doc: Document, operation: Extract<Operation, { op: 'remove' }>): Applied {
  const { id } = operation;
  const things = thingNodes(doc);
  const thing = things.find((one) => one.id === id);
  if (thing === undefined) return refuse('no-such-thing', operation, { id });
  const mentions = mentionsOf(text, id);
  if (mentions.length > 0 && operation.withWhatBreaks !== true) {
    const names = [...new Set(mentions.map((one) => one.by ?? one.key))];
    return refuse('would-break', operation, { id, count: names.length, names: names.join(', ') }, mentions);
  }
  const gone = fallsWith(id, doc, things);
  let now = text;
  for (const one of gone) now = dropThing(now, one);
  return { ok: true, text: dropMentions(now, gone), touched: [...gone] };
}

/** The thing, its parts, and everything that cannot stand without one of them. */
function fallsWith(id: string, doc: Document, things: readonly ThingNode[]): ReadonlySet<string> {
  const gone = new Set([id]);
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

function dropThing(text: string, id: string): string {
  const thing = thingNodes(parseDocument(text, { uniqueKeys: false })).find((one) => one.id === id);
  if (thing === undefined) return text;
  const within = thing.within as YAMLMap | YAMLSeq;
  const index = (within.items as unknown[]).indexOf(thing.entry);
  return splice(text, [dropEntry(text, within, index)]);
}

/** Drops every mention that is left of things that are gone. One at a time, because each moves the text. */
function dropMentions(text: string, gone: ReadonlySet<string>): string {
  let now = text;
  for (;;) {
    const doc = parseDocument(now, { uniqueKeys: false });
    const left = referenceNodes(doc, thingNodes(doc)).find((one) => gone.has(String(one.scalar.value)));
    if (left === undefined) return now;
    const cut = cutMention(now, doc, left);
    if (cut === null) return now;
    now = splice(now, [cut]);
  }
}

function cutMention(text: string, doc: Document, mention: ReferenceNode): Splice | null {
  if (mention.by === null) {
    const picture = (doc.contents as YAMLMap).get('picture', true) as unknown as YAMLMap;
    const positions = (picture.get('positions', true) ?? picture) as unknown as YAMLMap;
    return dropEntry(
      text,
      positions,
      positions.items.findIndex((item) => item.key === mention.scalar),
    );
  }
  const map = mention.by.map;
  if (map === null) return null;
  const value = map.get(mention.key, true) as unknown;
  if (isSeq(value)) {
    const index = value.items.indexOf(mention.scalar);
    if (index >= 0) return dropEntry(text, value as YAMLSeq, index);
    const changes = value.items.findIndex(
      (item) => isMap(item) && item.items.some((pair) => pair.value === mention.scalar),
    );
    return changes >= 0 ? dropEntry(text, value as YAMLSeq, changes) : null;
  }
  if (isMap(value) && mention.key !== 'because') {
    const index = value.items.findIndex((item) => item.key === mention.scalar);
    if (index >= 0 && value.items.length > 1) return dropEntry(text, value as YAMLMap, index);
  }
  if (mention.by.section === 'scenarios') {
    const changes = map.get('changes', true) as unknown as YAMLSeq;
    const index = changes.items.findIndex(
      (item) => isMap(item) && item.items.some((pair) => pair.value === mention.scalar),
    );
    return index >= 0 ? dropEntry(text, changes, index) : null;
  }
  const index = map.items.findIndex((item) => isScalar(item.key) && item.key.value === mention.key);
  return index >= 0 ? dropEntry(text, map, index) : null;
}

function set(text: string, doc: Document, operation: Extract<Operation, { op: 'set' }>): Applied {
  const { path, value } = operation;
  const now = setPath(text, doc, path, value);
  if (now === null) return refuse('unreadable', operation, { line: 1 });
  const taken = value === null && now === text && path.length > 1;
  return { ok: true, text: now, touched: taken ? [] : [path.join('.')] };
}
