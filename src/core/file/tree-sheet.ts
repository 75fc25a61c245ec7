/** Changes to a community file that is plain data. Does what `TextSheet` does to a text, and knows no text. */
import type { Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isScalar } from '#core/file/nodes';
import type { Contents, Sheet } from '#core/file/sheet';
import { nodeOf, pairOf, word } from '#core/file/tree';

export class TreeSheet implements Sheet {
  readonly #contents: Node;
  readonly #json: boolean;

  constructor(contents: Node, json: boolean) {
    this.#contents = contents;
    this.#json = json;
  }

  doc(): Contents {
    return { contents: this.#contents };
  }

  set(map: YAMLMap, key: string, value: unknown): void {
    const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (pair === undefined) map.items.push(pairOf(nodeOf(key), nodeOf(value)));
    else pair.value = nodeOf(value);
  }

  addUnder(map: YAMLMap, id: string, value: unknown): void {
    // In YAML an id stands without quotes, and means what it then means: 2009 is a number.
    map.items.push(pairOf(this.#json ? nodeOf(id) : word(id), nodeOf(value)));
  }

  addItem(list: YAMLSeq, value: unknown): void {
    list.items.push(nodeOf(value));
  }

  begin(map: YAMLMap, section: string, id: string | null, value: unknown): void {
    if (id === null || map.has(section)) {
      this.set(map, section, id === null ? [value] : { [id]: value });
      return;
    }
    this.set(map, section, {});
    this.addUnder(map.get(section, true) as unknown as YAMLMap, id, value);
  }

  fill(entry: Pair, value: unknown): void {
    entry.value = nodeOf(value);
  }

  drop(within: YAMLMap | YAMLSeq, index: number): void {
    within.items.splice(index, 1);
  }

  rewrite(scalars: readonly Scalar[], value: string | number): void {
    for (const scalar of scalars) Object.assign(scalar, { value, source: String(value) });
  }
}
