/**
 * What is known while a draft is being read: problems so far, ids that were met, references to be checked when all is
 * read. It follows YAML aliases and counts them, so that repeats of repeats cannot grow without end.
 */
import type { Alias, Node, YAMLMap } from 'yaml';
import type { At, FoundProblems } from '#core/file/found';
import { isAlias, isCollection, isMap, isPair, isScalar, isSeq } from '#core/file/nodes';
import type { ProblemCode } from '#core/file/problems/catalogue';
import type { Id, Section } from '#core/model/fact';
import type { Param } from '#core/words/message';

/** A reference that was written, to be checked when every id is known. */
export interface Reference {
  readonly id: Id;
  readonly at: Node;
  readonly what: ReferenceWhat;
}

/** What a reference may name. */
export interface ReferenceWhat {
  /** A word for the sentences of problems. */
  readonly says: string;
  readonly sections: readonly Section[] | 'any';
  readonly reserved: readonly string[];
}

/** A name in a space of its own: a kind, source, audience or block. */
export interface NameReference {
  readonly id: string;
  readonly at: Node;
  readonly space: 'kinds' | 'sources' | 'audiences' | 'blocks';
}

export interface Met {
  readonly section: Section;
  readonly at: Node;
}

const MOST_ALIASED = 20_000;
const MOST_DEEP = 64;

/** Where the values of a map stand, by the property that each key gives. Looked up only where there is a problem. */
export class KeyPlaces {
  readonly #map: YAMLMap;
  readonly #keys: ReadonlyMap<string, string>;

  readonly #meant: ReadonlySet<string>;

  constructor(map: YAMLMap, keys: ReadonlyMap<string, string>, meant: ReadonlySet<string>) {
    this.#map = map;
    this.#keys = keys;
    this.#meant = meant;
  }

  /** Whether the key was mistyped: what it says is then not known, and that it is missing is not told. */
  isMistyped(property: string): boolean {
    return this.#meant.has(this.#keys.get(property) ?? '');
  }

  /** The value of a key that is there and says something. */
  get(property: string): Node | undefined {
    const key = this.#keys.get(property);
    const pair = this.#map.items.find((one) => isScalar(one.key) && textOf(one.key) === key);
    const value = pair?.value;
    return value instanceof Object && !(isScalar(value) && value.value === null)
      ? (value as Node)
      : undefined;
  }

  /** Whether the key is there, rightly written or not. */
  has(property: string): boolean {
    return this.get(property) !== undefined || this.isMistyped(property);
  }
}

export class Reading {
  readonly found: FoundProblems;
  readonly #root: Node;
  readonly #anchors = new Map<string, Node[]>();
  #anchorsRead = false;
  #aliased = 0;
  readonly #sizes = new Map<Node, number>();
  /** JSON numbers have a decimal point and nothing else, so that 1.125 has one reading. */
  readonly isJson: boolean;
  readonly things = new Map<Id, Met>();
  readonly references: Reference[] = [];
  readonly names: NameReference[] = [];
  /** Where each amount, date or other value stood, for problems that are found later. */
  readonly places = new Map<object, Node>();
  /** Where each key of each thing stood, by the thing. */
  readonly keyPlaces = new Map<object, KeyPlaces>();
  /** Words that would have been ids, had what holds them been readable. References to them are not told again. */
  readonly lost = new Set<string>();
  /** Sections of which nothing could be read. */
  readonly lostSections = new Set<string>();
  readonly nested: { pockets: unknown[]; needs: unknown[] } = { pockets: [], needs: [] };
  /** Names of parameters of the simulation, which a scenario may set. */
  readonly parameters = new Set<string>();
  /** The thing being read, for the nested ones. */
  owner: Id = '';

  constructor(root: Node, found: FoundProblems, isJson: boolean) {
    this.#root = root;
    this.found = found;
    this.isJson = isJson;
  }

  report(code: ProblemCode, at: At, params: Readonly<Record<string, Param>> = {}, text?: string): void {
    this.found.add(code, at, params, text);
  }

  /** The node itself, or what its alias stands for. Null where nothing stands there. */
  follow(node: unknown): Node | null {
    if (!isAlias(node)) return node instanceof Object ? (node as Node) : null;
    const target = this.#anchor(node);
    if (target === null) this.report('yaml-syntax', node, { reason: 'alias' });
    if (target === null || this.#aliased === Number.POSITIVE_INFINITY) return null;
    this.#aliased += this.#sizeOf(target, 0);
    if (this.#aliased <= MOST_ALIASED) return target;
    this.#aliased = Number.POSITIVE_INFINITY;
    this.report('too-many-aliases', node, { most: MOST_ALIASED });
    return null;
  }

  /** How many values a node holds when all its aliases are written out; endless where it holds itself. */
  #sizeOf(node: Node, depth: number): number {
    const before = this.#sizes.get(node);
    if (before !== undefined) return before;
    if (depth > 2 * MOST_DEEP) return Number.POSITIVE_INFINITY;
    // While it is being counted, whatever meets it again is inside it.
    this.#sizes.set(node, Number.POSITIVE_INFINITY);
    let size = 1;
    if (isAlias(node)) {
      const target = this.#anchor(node);
      size = target === null ? 1 : this.#sizeOf(target, depth + 1);
    } else if (isCollection(node)) {
      for (const item of node.items) {
        const value = isPair(item) ? item.value : item;
        size += value instanceof Object ? this.#sizeOf(value as Node, depth + 1) : 1;
      }
    }
    this.#sizes.set(node, size);
    return size;
  }

  #anchor(alias: Alias): Node | null {
    if (!this.#anchorsRead) {
      this.#anchorsRead = true;
      this.#readAnchors(this.#root);
    }
    const at = alias.range?.[0] ?? 0;
    return this.#anchors.get(alias.source)?.findLast((node) => (node.range?.[0] ?? 0) < at) ?? null;
  }

  #readAnchors(node: unknown): void {
    if (!isScalar(node) && !isCollection(node)) return;
    if (node.anchor)
      this.#anchors.set(node.anchor, [...(this.#anchors.get(node.anchor) ?? []), node as Node]);
    if (isScalar(node)) return;
    for (const item of node.items)
      for (const inside of isPair(item) ? [item.key, item.value] : [item]) this.#readAnchors(inside);
  }

  /** Remembers every key below a node that could not be read, so that references to them are not told again. */
  lose(node: unknown, depth = 0): void {
    if (depth > 4 || this.lost.size > 20_000) return;
    if (isMap(node)) {
      for (const pair of node.items) {
        if (isScalar(pair.key)) {
          this.lost.add(textOf(pair.key));
          if (pair.key.value === 'id' && isScalar(pair.value)) this.lost.add(textOf(pair.value));
        }
        this.lose(pair.value, depth + 1);
      }
    } else if (isSeq(node)) for (const item of node.items) this.lose(item, depth + 1);
  }

  /** A value as plain data, for what is kept as it is written. */
  plain(node: unknown, depth = 0): unknown {
    const at = this.follow(node);
    if (at === null) return null;
    if (depth > MOST_DEEP) {
      this.report('too-deep', at);
      return null;
    }
    if (isScalar(at))
      return typeof at.value === 'bigint' ? Number(at.value) : at.value === 0 ? 0 : (at.value ?? null);
    if (isSeq(at)) return at.items.map((item) => this.plain(item, depth + 1));
    if (!isMap(at)) return null;
    const entries = at.items.map(
      (pair) => [isScalar(pair.key) ? textOf(pair.key) : '', this.plain(pair.value, depth + 1)] as const,
    );
    return Object.fromEntries(entries);
  }
}

/** The words of a scalar as they are written, without quotes. */
export function textOf(node: { readonly value: unknown; readonly source?: string }): string {
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}
