/**
 * Finds the things of a community file and every place that names one of them, as nodes of the text itself. Used to
 * rename with all references and to tell what a removal would break. Does not judge whether a reference is right.
 */
import type { Node, Pair, Scalar, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq } from '#core/file/nodes';
import type { Contents } from '#core/file/sheet';

/** A thing as it stands in the text. */
export interface ThingNode {
  readonly id: string;
  /** Key of the section in the file: `flows`, `needs`, … */
  readonly section: string;
  /** The scalar that holds the id: the key of a map entry, or the value of `id` in a list entry. */
  readonly idNode: Scalar;
  /** The map of its facts; null where the thing is written without any. */
  readonly map: YAMLMap | null;
  /** The entry in its section: a pair of a map, or the map itself in a list. */
  readonly entry: Pair | YAMLMap;
  /** The collection in which the entry stands. */
  readonly within: Node;
  /** For a need its activity, for a pocket its pool. */
  readonly parent: string | null;
}

/** A place that names a thing. */
export interface ReferenceNode {
  readonly scalar: Scalar;
  /** The thing that names it; null for a place outside all things. */
  readonly by: ThingNode | null;
  /** The key under which it is named. */
  readonly key: string;
  /** The fact cannot stand without it (an end of a flow, the activity of a need). */
  readonly needed: boolean;
}

/** Keys that name things, by section; `!` marks what a fact cannot stand without. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  vision: ['authors'],
  parties: ['in'],
  roles: ['held-by'],
  pools: ['holder', 'deciders'],
  pockets: ['allowed'],
  activities: ['for', 'used-by', 'serves'],
  needs: [],
  flows: ['from!', 'to!', 'fulfils', 'compensates', 'for'],
  accounts: ['who!', 'towards!'],
  baskets: ['sponsor!', 'includes', 'income', 'depends-on'],
  trials: ['gave'],
  influences: ['from!', 'to!'],
  quantities: [],
  ties: ['between!', 'bridge'],
  movements: ['from!', 'to!'],
  tools: ['keys', 'payer'],
  worth: ['about', 'for'],
  voices: ['about', 'by'],
  decisions: ['by', 'about'],
  history: ['changes'],
  walls: ['between!', 'bridge'],
  scenarios: [],
};

const SCENARIO_VERBS = ['end', 'start', 'set', 'of', 'cut', 'move'];

/** Sections of the file that hold things, nested ones apart. */
export const SECTIONS: readonly string[] = Object.keys(KEYS).filter(
  (key) => key !== 'needs' && key !== 'pockets',
);

const NESTED: Readonly<Record<string, string>> = { pools: 'pockets', activities: 'needs' };

/** Every thing of the file, in the order of the text. */
export function thingNodes(doc: Contents): ThingNode[] {
  if (!isMap(doc.contents)) return [];
  const things: ThingNode[] = [];
  for (const section of SECTIONS) {
    const holder = doc.contents.get(section, true) as unknown;
    for (const thing of entriesOf(holder as Node | undefined, section, null)) {
      things.push(thing);
      const inner = NESTED[section];
      if (inner !== undefined && thing.map !== null) {
        things.push(...entriesOf(thing.map.get(inner, true) as Node | undefined, inner, thing.id));
      }
    }
  }
  return things;
}

function entriesOf(holder: Node | undefined, section: string, parent: string | null): ThingNode[] {
  if (isMap(holder)) {
    return holder.items.flatMap((entry) => {
      if (!isScalar(entry.key)) return [];
      const map = isMap(entry.value) ? entry.value : null;
      return [
        {
          id: String(entry.key.value),
          section,
          idNode: entry.key,
          map,
          entry: entry as Pair,
          within: holder,
          parent,
        },
      ];
    });
  }
  if (!isSeq(holder)) return [];
  return holder.items.flatMap((entry) => {
    const idNode = isMap(entry) ? entry.get('id', true) : null;
    if (!isMap(entry) || !isScalar(idNode)) return [];
    return [{ id: String(idNode.value), section, idNode, map: entry, entry, within: holder, parent }];
  });
}

/** Every place of the file that names some thing. */
export function referenceNodes(doc: Contents, things: readonly ThingNode[]): ReferenceNode[] {
  const found: ReferenceNode[] = [];
  for (const thing of things) {
    if (thing.map === null) continue;
    for (const spelled of KEYS[thing.section] ?? []) {
      const needed = spelled.endsWith('!');
      const key = needed ? spelled.slice(0, -1) : spelled;
      for (const scalar of scalarsOf(thing.map.get(key, true)))
        found.push({ scalar, by: thing, key, needed });
    }
    for (const scalar of evidenceParties(thing.map.get('because', true))) {
      found.push({ scalar, by: thing, key: 'because', needed: false });
    }
    if (thing.section === 'scenarios') found.push(...scenarioReferences(thing));
  }
  for (const place of positionKeys(doc))
    found.push({ scalar: place, by: null, key: 'picture', needed: false });
  return found;
}

/** A scalar, the entries of a list, or the keys of a map of weights. */
function scalarsOf(node: unknown): Scalar[] {
  if (isScalar(node)) return [node];
  if (isSeq(node)) return node.items.filter((item): item is Scalar => isScalar(item));
  if (isMap(node)) return node.items.map((item) => item.key).filter((key): key is Scalar => isScalar(key));
  return [];
}

function evidenceParties(node: unknown): Scalar[] {
  if (isSeq(node)) return node.items.flatMap(evidenceParties);
  if (!isMap(node)) return [];
  return [...scalarsOf(node.get('by', true)), ...scalarsOf(node.get('contested-by', true))];
}

function scenarioReferences(thing: ThingNode): ReferenceNode[] {
  const changes = thing.map?.get('changes', true);
  if (!isSeq(changes)) return [];
  return changes.items.flatMap((change) =>
    isMap(change)
      ? SCENARIO_VERBS.flatMap((key) =>
          scalarsOf(change.get(key, true)).map((scalar) => ({ scalar, by: thing, key, needed: true })),
        )
      : [],
  );
}

function positionKeys(doc: Contents): Scalar[] {
  const picture = isMap(doc.contents) ? doc.contents.get('picture', true) : null;
  if (!isMap(picture)) return [];
  const positions = picture.get('positions', true);
  return scalarsOf(isMap(positions) ? positions : picture);
}
