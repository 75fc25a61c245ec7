/**
 * Edits a YAML text in place, so that every comment, blank line and spelling that is not touched stays as it was.
 * Works on the text by the ranges of parsed nodes; never prints a whole document anew.
 */
import {
  Document,
  isMap,
  isSeq,
  type Pair,
  type Scalar,
  stringify,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** Replaces the text between two offsets. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Applies splices that do not overlap. */
export function splice(text: string, splices: readonly Splice[]): string {
  let result = text;
  for (const one of [...splices].sort((a, b) => b.from - a.from)) {
    result = result.slice(0, one.from) + one.text + result.slice(one.to);
  }
  return result;
}

/** A value on one line, as people write it in these files: `{from: town, amount: 12 h/month}`. */
export function oneLine(value: unknown): string {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'string' && /[\n\r]/.test(value)) return JSON.stringify(value);
    const text = stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN', blockQuote: false }).trimEnd();
    // A plain scalar that is fine on its own line may still end a flow map early.
    return typeof value === 'string' &&
      /[,[\]{}]/.test(text) &&
      !text.startsWith('"') &&
      !text.startsWith("'")
      ? JSON.stringify(value)
      : text;
  }
  const doc = new Document(value);
  if (isMap(doc.contents) || isSeq(doc.contents)) doc.contents.flow = true;
  // Words of several lines stay on the one line, with their breaks written out.
  visit(doc, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && /[\n\r]/.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  const style = { lineWidth: 0, flowCollectionPadding: false, blockQuote: false } as const;
  return doc.toString({ ...style, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER }).trimEnd();
}

function start(node: { range?: readonly number[] | null | undefined } | null | undefined): number {
  return node?.range?.[0] ?? 0;
}

/** Where the value of a node ends, without trailing comments or blank lines. */
function end(node: { range?: readonly number[] | null | undefined } | null | undefined): number {
  return node?.range?.[1] ?? 0;
}

/** Where an entry of a map ends: its value, or its key where it has none. */
function endOfPair(text: string, pair: Pair): number {
  const value = pair.value as { range?: readonly number[] | null } | null;
  const after = value?.range ? end(value) : text.indexOf(':', end(pair.key as Scalar)) + 1;
  return trimBack(text, Math.max(after, end(pair.key as Scalar)));
}

/** A block collection may end with the line break after it: step back over it. */
function trimBack(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && /[\s]/.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at === -1 ? text.length : at;
}

function indentOf(text: string, offset: number): string {
  return ' '.repeat(offset - lineStart(text, offset));
}

/** Whether a map is written in braces. JSON files are all braces. */
function inBraces(map: YAMLMap | YAMLSeq): boolean {
  return map.flow === true;
}

function keyText(key: string, braces: boolean, text: string, map: YAMLMap): string {
  const quoted = braces && map.items.length > 0 && text[start(map.items[0]?.key as Scalar)] === '"';
  return quoted ? JSON.stringify(key) : oneLine(key);
}

/** Sets a key of a map: the value alone is replaced where the key is there, else the key is added at the end. */
export function setKey(text: string, map: YAMLMap, key: string, value: unknown): Splice {
  const pair = map.items.find((item) => (item.key as Scalar).value === key);
  const json = inBraces(map) && text[start(map.items[0]?.key as Scalar)] === '"';
  const words = json ? JSON.stringify(value) : oneLine(value);
  if (pair !== undefined) {
    const from = (pair.value as Scalar | null)?.range ? start(pair.value as Scalar) : endOfPair(text, pair);
    const to = endOfPair(text, pair);
    const gap = text[from - 1] === ' ' || text[from - 1] === '\n' ? '' : ' ';
    // A block value begins on a line of its own: the new value moves up behind the key.
    const keyEnd = text.indexOf(':', end(pair.key as Scalar)) + 1;
    const sameLine = lineStart(text, from) <= keyEnd;
    return sameLine ? { from, to, text: gap + words } : { from: keyEnd, to, text: ` ${words}` };
  }
  return addEntry(text, map, `${keyText(key, inBraces(map), text, map)}: ${words}`);
}

/** Adds an entry, written as `key: value` or as the item of a list, at the end of a collection. */
export function addEntry(text: string, into: YAMLMap | YAMLSeq, entry: string): Splice {
  const last = into.items.at(-1);
  if (inBraces(into)) {
    const close = end(into) - 1;
    const at = trimBack(text, close);
    return { from: at, to: at, text: last === undefined ? entry : `, ${entry}` };
  }
  if (last === undefined) return { from: start(into), to: end(into), text: entry };
  const isPair = isMap(into);
  const first = into.items[0] as Pair | YAMLMap;
  const lastEnd = isPair ? endOfPair(text, last as Pair) : trimBack(text, end(last as YAMLMap));
  const column = isPair
    ? start((first as Pair).key as Scalar)
    : text.lastIndexOf('-', start(first as YAMLMap));
  const after = lineEnd(text, lastEnd);
  return { from: after, to: after, text: `\n${indentOf(text, column)}${isPair ? '' : '- '}${entry}` };
}

/** Takes an entry out of a map or list. A comment on lines above it stays. */
export function dropEntry(text: string, within: YAMLMap | YAMLSeq, index: number): Splice {
  const items = within.items as (Pair | YAMLMap | Scalar)[];
  const item = items[index] as Pair | YAMLMap;
  const isPair = isMap(within);
  const from = isPair ? start((item as Pair).key as Scalar) : start(item as YAMLMap);
  const to = isPair ? endOfPair(text, item as Pair) : trimBack(text, end(item as YAMLMap));
  if (inBraces(within)) return dropInBraces(text, from, to);
  if (items.length === 1) {
    // An empty collection cannot be written in block style.
    const none = isPair ? '{}' : isFlush(text, start(within)) ? ' []' : '[]';
    return { from: start(within), to: trimBack(text, end(within)), text: none };
  }
  const begins = isPair ? from : text.lastIndexOf('-', from);
  const line = lineStart(text, begins);
  const ends = Math.min(lineEnd(text, to) + 1, text.length);
  // The first key of a list entry stands behind the dash: keep the dash for the next key.
  if (text.slice(line, begins).trim() === '') return { from: line, to: ends, text: '' };
  const next = items[index + 1] as Pair | undefined;
  return { from: begins, to: next === undefined ? to : start((next as Pair).key as Scalar), text: '' };
}

/** Whether a list stands no further in than its key: its dashes may, what stands in brackets may not. */
function isFlush(text: string, at: number): boolean {
  const line = lineStart(text, at);
  const before = text
    .slice(0, line)
    .split('\n')
    .findLast((one) => /^\s*[^\s#]/.test(one));
  return /^\s*(?:- +)*/.exec(before ?? '')?.[0].length === at - line;
}

function dropInBraces(text: string, from: number, to: number): Splice {
  const comma = /^\s*,\s*/.exec(text.slice(to));
  if (comma !== null) return { from, to: to + comma[0].length, text: '' };
  const before = /,\s*$/.exec(text.slice(0, from));
  return { from: before === null ? from : from - before[0].length, to, text: '' };
}
