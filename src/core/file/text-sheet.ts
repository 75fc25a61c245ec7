/** Changes to the text of a community file: what is not touched keeps its comments, order and spelling. */
import { type Document, type Pair, parseDocument, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { isScalar } from '#core/file/nodes';
import type { Sheet } from '#core/file/sheet';
import { addEntry, dropEntry, oneLine, type Splice, setKey, splice } from '#core/file/text-edit';

export class TextSheet implements Sheet {
  #text: string;
  #doc: Document.Parsed | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** As it now is. */
  get text(): string {
    return this.#text;
  }

  doc(): Document.Parsed {
    this.#doc ??= parseDocument(this.#text, { uniqueKeys: false }) as Document.Parsed;
    return this.#doc;
  }

  set(map: YAMLMap, key: string, value: unknown): void {
    this.#splice(setKey(this.#text, map, key, value));
  }

  addUnder(map: YAMLMap, id: string, value: unknown): void {
    this.#splice(addEntry(this.#text, map, this.#entry(id, value)));
  }

  addItem(list: YAMLSeq, value: unknown): void {
    this.#splice(addEntry(this.#text, list, this.#words(value)));
  }

  begin(map: YAMLMap, section: string, id: string | null, value: unknown): void {
    const present = map.items.some((item) => isScalar(item.key) && item.key.value === section);
    if (map.flow === true || present) {
      this.set(map, section, id === null ? [value] : { [id]: value });
      return;
    }
    const indent = ' '.repeat(columnOf(this.#text, map) + 2);
    const entry = id === null ? `- ${this.#words(value)}` : this.#entry(id, value);
    this.#splice(addEntry(this.#text, map, `${section}:\n${indent}${entry}`));
  }

  fill(entry: Pair, value: unknown): void {
    const at = ((entry.key as Scalar).range?.[1] ?? 0) + 1;
    const said = entry.value as Scalar | null;
    // Where it says that there is nothing to say, the facts take the place of that word.
    const to = isScalar(said) && said.source !== '' ? said.range?.[1] : undefined;
    this.#splice({ from: at, to: to ?? at, text: ` ${this.#words(value)}` });
  }

  drop(within: YAMLMap | YAMLSeq, index: number): void {
    this.#splice(dropEntry(this.#text, within, index));
  }

  rewrite(scalars: readonly Scalar[], value: string | number): void {
    const splices = scalars.map(({ range }) => {
      const from = range?.[0] ?? 0;
      const words = this.#text[from] === '"' ? JSON.stringify(value) : oneLine(value);
      return { from, to: range?.[1] ?? 0, text: words };
    });
    this.#splice(...splices);
  }

  #splice(...splices: readonly Splice[]): void {
    this.#text = splice(this.#text, splices);
    this.#doc = null;
  }

  /** JSON files stay JSON. */
  get #json(): boolean {
    return this.#text.trimStart().startsWith('{') && this.#text.includes('"');
  }

  #words(value: unknown): string {
    return this.#json ? JSON.stringify(value) : oneLine(value);
  }

  #entry(id: string, value: unknown): string {
    return `${this.#json ? JSON.stringify(id) : id}: ${this.#words(value)}`;
  }
}

function columnOf(text: string, map: YAMLMap): number {
  const at = map.range?.[0] ?? 0;
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

/** The things and references of a text are looked up in it as it is read. */
export function docOf(text: string): Document {
  return new TextSheet(text).doc();
}
