/**
 * Copying things from one community to another as text: what is chosen, the flows and influences between, and the kinds
 * and sources they need, as a small community file. Pasting gives operations, with new ids where one is taken. Loses a
 * reference rather than invent what it would point to, and says so.
 */
import { parseDocument } from 'yaml';
import { referenceNodes, type ThingNode, thingNodes } from '#core/file/file-references';
import { dropped } from '#core/file/loosened';
import type { Operation } from '#core/file/operations';
import { oneLine } from '#core/file/text-edit';

/** Ids of the format that stand for no thing of the file. */
const ENDS = ['outside', 'past', 'future', 'ecosystem', 'made', 'loss', 'self', 'public'];

const read = (text: string) => parseDocument(text, { uniqueKeys: false });
type Facts = Readonly<Record<string, unknown>>;

/**
 * The chosen things as a community file of their own. Flows and influences come along where both their ends do.
 *
 * @example
 * copyThings(text, ['core', 'mailing-list']); // "potluck: 1\nid: copied\n…"
 */
export function copyThings(text: string, ids: readonly string[]): string {
  const doc = read(text);
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
  const lines = ['potluck: 1', 'id: copied', 'name: Copied'];
  const taken = things.filter((thing) => chosen.has(thing.id) && thing.parent === null);
  const frame = (doc.toJS() ?? {}) as Record<string, unknown>;
  for (const section of ['sources', 'kinds']) lines.push(...frameLines(section, frame[section], taken));
  for (const section of new Set(taken.map((thing) => thing.section))) {
    lines.push(`${section}:`);
    for (const thing of taken.filter((one) => one.section === section)) {
      const facts = factsOf(thing);
      lines.push('id' in facts ? `  - ${oneLine(facts)}` : `  ${thing.id}: ${oneLine(facts)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function factsOf(thing: ThingNode): Record<string, unknown> {
  return (thing.map?.toJSON() ?? {}) as Record<string, unknown>;
}

/** Sources and kinds that the copied things name. */
function frameLines(section: string, held: unknown, things: readonly ThingNode[]): string[] {
  if (held === null || typeof held !== 'object' || Array.isArray(held)) return [];
  const said = new Set(things.flatMap((thing) => stringsOf(factsOf(thing))));
  const used = Object.entries(held).filter(([id, value]) => said.has(id) || said.has(unitOf(value)));
  return used.length === 0 ? [] : [`${section}:`, ...used.map(([id, value]) => `  ${id}: ${oneLine(value)}`)];
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

/** Whether a text is a community file with things that can be pasted. */
export function canPaste(clip: string): boolean {
  if (!/^\s*potluck:\s*\d/.test(clip)) return false;
  const doc = read(clip);
  return doc.errors.length === 0 && thingNodes(doc).length > 0;
}

/**
 * What pasting a copied file into a community does. Nothing that is there is changed.
 *
 * @example
 * const { operations } = pasteThings(text, clip);
 */
export function pasteThings(text: string, clip: string): Pasted {
  const [here, copied] = [read(text), read(clip)];
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
  const operations: Operation[] = frameOperations(here.toJS(), copied.toJS());
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
  doc: ReturnType<typeof read>,
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
  doc: ReturnType<typeof read>,
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
