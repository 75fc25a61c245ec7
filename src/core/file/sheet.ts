/**
 * A community file that is being changed. What operations mean is told once, in terms of this; it is done to a text, of
 * which all that is not touched stays as it is written, or to plain data.
 */
import type { Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/** The outermost node of a file, as the things and references of the file are looked up in it. */
export interface Contents {
  readonly contents: unknown;
}

export interface Sheet {
  /** The file as it now is. Nodes asked for before a change are not to be used after it. */
  doc(): Contents;
  /** Sets a key of a map, at its end where it is not there yet. */
  set(map: YAMLMap, key: string, value: unknown): void;
  /** Adds an entry under an id at the end of a map. */
  addUnder(map: YAMLMap, id: string, value: unknown): void;
  /** Adds an item at the end of a list. */
  addItem(list: YAMLSeq, value: unknown): void;
  /** Begins a section of a map with one entry: in a list where there is no id for it. */
  begin(map: YAMLMap, section: string, id: string | null, value: unknown): void;
  /** Gives facts to a thing of which only the id was written. */
  fill(entry: Pair, value: unknown): void;
  /** Takes an entry out of a map or list. */
  drop(within: YAMLMap | YAMLSeq, index: number): void;
  /** Writes other words or numbers in the place of these. */
  rewrite(scalars: readonly Scalar[], value: string | number): void;
}

/** Where an entry of a map or list stands, by its key or by itself; -1 where it does not. */
export function indexOf(within: YAMLMap | YAMLSeq, node: unknown): number {
  return (within.items as (Node | Pair)[]).findIndex((item) => item === node || (item as Pair).key === node);
}
