/**
 * Copying things from one community to another: what is chosen, the flows and influences between, and the kinds and
 * sources they need, as the text of a small community file. Pasting gives operations, with new ids where one is taken.
 * Loses a reference rather than invent what it would point to, and says so. Files come as nodes, read from a text or made
 * of plain data.
 */
import { referenceNodes, type ThingNode, thingNodes } from '#core/file/file-references';
import { dropped } from '#core/file/loosened';
import { isMap } from '#core/file/nodes';
import type { Operation } from '#core/file/operations';
import { meaningOf } from '#core/file/scalar-meaning';
import type { Contents } from '#core/file/sheet';
import { nodeOf } from '#core/file/tree';

/** Ids of the format that stand for no thing of the file. */
const ENDS = ['outside', 'past', 'future', 'ecosystem', 'made', 'loss', 'self', 'public'];

type Facts = Readonly<Record<string, unknown>>;

/**
 * The chosen things as a community file of their own. Flows and influences come along where both their ends do.
 *
 * @example
 * copyThings({ contents: treeOf(data) }, ['core', 'mailing-list']); // "potluck: 1\nid: copied\n…"
 */
export function copyThings(doc: Contents, ids: readonly string[]): string {
  const lines = Object.entries(chosenOf(doc, ids)).flatMap(([key, held]) => {
    if (Array.isArray(held)) return [`${key}:`, ...held.map((one) => `  - ${oneLine(one)}`)];
    if (typeof held !== 'object') return [`${key}: ${oneLine(held)}`];
    return [`${key}:`, ...Object.entries(held as Facts).map(([id, one]) => `  ${id}: ${oneLine(one)}`)];
  });
  return `${lines.join('\n')}\n`;
}

/** The same as a file at hand, to be pasted at once. */
export function copied(doc: Contents, ids: readonly string[]): Contents {
  return { contents: nodeOf(chosenOf(doc, ids)) };
}

/** The chosen things, as what a file says. */
function chosenOf(doc: Contents, ids: readonly string[]): Facts {
  const things = thingNodes(doc);
  const chosen = new Set(ids);
  for (const thing of things) {
    const { from, to } = factsOf(thing) as { from?: unknown; to?: unknown };
    const links = thing.section === 'flows' || thing.section === 'influences';
    const inside = (end: unknown) =>
      typeof end === 'string' &&
      (ids.includes(end) || things.some((one) => one.id === end && ids.includes(one.parent ?? '')));
    if (links && inside(from) && inside(to)) chosen.add(thing.id);
    // A need goes with its activity, a pocket with its pool.
    if (thing.parent !== null && chosen.has(thing.id)) chosen.add(thing.parent);
  }
  const taken = things.filter((thing) => chosen.has(thing.id) && thing.parent === null);
  const frame = wholeOf(doc);
  const said: Record<string, unknown> = { potluck: 1, id: 'copied', name: 'Copied' };
  for (const section of ['sources', 'kinds']) {
    const used = framed(frame[section], taken);
    if (used.length > 0) said[section] = Object.fromEntries(used);
  }
  for (const section of new Set(taken.map((thing) => thing.section))) {
    const entries = taken.filter((one) => one.section === section);
    said[section] = entries.every((one) => isMap(one.entry))
      ? entries.map(factsOf)
      : Object.fromEntries(entries.map((one) => [one.id, factsOf(one)]));
  }
  return said;
}

/** All that a file says, as values. */
function wholeOf({ contents }: Contents): Readonly<Record<string, unknown>> {
  return ((contents as { toJSON?: () => unknown } | null)?.toJSON?.() ?? {}) as Record<string, unknown>;
}

/** A value on one line as these files have it; what is no simple word stands in quotes, which YAML and JSON both read. */
function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value === 'string') return isWord(value) ? value : JSON.stringify(value);
  if (value === null || typeof value !== 'object') return String(value ?? null);
  return `{${Object.entries(value)
    .map(([key, one]) => `${oneLine(key)}: ${oneLine(one)}`)
    .join(', ')}}`;
}

/** Whether a text means itself without quotes. */
function isWord(text: string): boolean {
  return /^\p{L}[\p{L}\d '().-]*$/u.test(text) && !text.endsWith(' ') && meaningOf(text) === text;
}

function factsOf(thing: ThingNode): Record<string, unknown> {
  return (thing.map?.toJSON() ?? {}) as Record<string, unknown>;
}

/** Sources and kinds that the copied things name. */
function framed(held: unknown, things: readonly ThingNode[]): [string, unknown][] {
  if (held === null || typeof held !== 'object' || Array.isArray(held)) return [];
  const said = new Set(things.flatMap((thing) => stringsOf(factsOf(thing))));
  return Object.entries(held).filter(([id, value]) => said.has(id) || said.has(unitOf(value)));
}

function unitOf(value: unknown): string {
  const { unit } = (value ?? {}) as { unit?: unknown };
  return typeof unit === 'string' ? unit : '';
}

/** All words of a fact, amounts in their parts: `12 h/month` names `h`. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value, ...value.split(/[\s/]+/)];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => [key, ...stringsOf(one)]);
}

export interface Pasted {
  readonly operations: readonly Operation[];
  /** Id in the copy to the id it gets. */
  readonly ids: ReadonlyMap<string, string>;
  /** Facts that could not come along, because what they name is neither copied nor here. Ids of the copy. */
  readonly left: readonly string[];
  /** Mentions that were dropped: `id key`. */
  readonly loosened: readonly string[];
}

/** Whether that is a community file with things that can be pasted. */
export function canPaste(clip: Contents): boolean {
  return typeof wholeOf(clip)['potluck'] === 'number' && thingNodes(clip).length > 0;
}

/**
 * What pasting a copied file into a community does. Nothing that is there is changed.
 *
 * @example
 * const { operations } = pasteThings({ contents: treeOf(data) }, { contents: treeOf(clip) });
 */
export function pasteThings(here: Contents, copied: Contents): Pasted {
  const present = new Set(thingNodes(here).map((thing) => thing.id));
  const things = thingNodes(copied);
  const ids = new Map<string, string>();
  const taken = new Set([...present, ...ENDS]);
  for (const thing of things) {
    const id = freeOf(thing.id, taken);
    taken.add(id);
    ids.set(thing.id, id);
  }
  const known = (id: string) => ids.has(id) || present.has(id) || ENDS.includes(id);
  const left = leftBehind(copied, things, known);
  const loosened: string[] = [];
  const operations: Operation[] = frameOperations(wholeOf(here), wholeOf(copied));
  for (const thing of things) {
    if (thing.parent !== null || left.has(thing.id)) continue;
    const facts = dropped(thing, copied, (id) => known(id) && !left.has(id), loosened);
    const value = renamed(facts, referencesIn(copied, things, ids), ids) as Facts;
    operations.push(...puts(ids.get(thing.id) ?? thing.id, thing, value, ids));
  }
  return { operations, ids, left: [...left].sort(), loosened: loosened.sort() };
}

/** The thing first; its needs or pockets after it, under ids that are free. */
function puts(id: string, thing: ThingNode, value: Facts, ids: ReadonlyMap<string, string>): Operation[] {
  const { id: _, needs, pockets, ...rest } = value;
  const inner = { needs, pockets };
  const parts = Object.entries(inner).flatMap(([section, held]) =>
    Object.entries((held ?? {}) as Record<string, Facts | null>).map(
      ([part, facts]): Operation => ({
        op: 'put',
        id: ids.get(part) ?? part,
        section,
        parent: id,
        value: facts ?? {},
      }),
    ),
  );
  return [{ op: 'put', id, section: thing.section, value: rest }, ...parts];
}

function freeOf(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let n = 2; ; n += 1) if (!taken.has(`${id}-${n}`)) return `${id}-${n}`;
}

/** Things that cannot stand without something that is neither copied nor here. */
function leftBehind(
  doc: Contents,
  things: readonly ThingNode[],
  known: (id: string) => boolean,
): Set<string> {
  const left = new Set<string>();
  const needs = referenceNodes(doc, things).filter((one) => one.needed && one.by !== null);
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const one of needs) {
      const id = String(one.scalar.value);
      if ((!known(id) || left.has(id)) && one.by !== null) left.add(one.by.id);
    }
  }
  return left;
}

/** The words under which things are named, so that only references are renamed. */
function referencesIn(
  doc: Contents,
  things: readonly ThingNode[],
  ids: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  return new Set(
    referenceNodes(doc, things).flatMap((one) =>
      ids.has(String(one.scalar.value)) ? [`${one.by?.id} ${one.key}`] : [],
    ),
  );
}

function renamed(
  facts: { readonly by: string; readonly value: Record<string, unknown> },
  references: ReadonlySet<string>,
  ids: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const swap = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? value;
    if (Array.isArray(value)) return value.map(swap);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [ids.get(key) ?? key, one]));
  };
  return Object.fromEntries(
    Object.entries(facts.value).map(([key, value]) => [
      key,
      references.has(`${facts.by} ${key}`) && key !== 'because' ? swap(value) : value,
    ]),
  );
}

/** Kinds and sources that are not here yet come along under their own names. */
function frameOperations(here: unknown, copied: unknown): Operation[] {
  const held = (from: unknown, section: string) => {
    const value = ((from ?? {}) as Record<string, unknown>)[section];
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
  };
  return ['sources', 'kinds'].flatMap((section) =>
    Object.entries(held(copied, section))
      .filter(([id]) => !(id in held(here, section)))
      .map(([id, value]): Operation => ({ op: 'set', path: [section, id], value })),
  );
}
