/** Lays plain data out as YAML that people like to read: short things on one line, long ones on several. */
import { Document, isMap, isScalar, isSeq } from 'yaml';

const WIDEST = 110;

/** The text of a file. What fits on a line stands on a line; sections never do. */
export function layout(data: Readonly<Record<string, unknown>>): string {
  const document = new Document(data, { aliasDuplicateObjects: false, version: '1.2' });
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) settle(pair.value, 0, widthOf(pair.key) + 2);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Puts a node on one line where it fits behind what stands before it. */
function settle(node: unknown, depth: number, before: number): void {
  if (!isMap(node) && !isSeq(node)) return;
  const isListOfWords = isSeq(node) && node.items.every(isScalar);
  if ((depth > 0 || isListOfWords) && before + widthOf(node) <= WIDEST) {
    node.flow = true;
    return;
  }
  const indent = 2 * (depth + 1);
  for (const item of node.items) {
    if (isMap(node)) {
      const pair = item as { key: unknown; value: unknown };
      settle(pair.value, depth + 1, indent + widthOf(pair.key) + 2);
    } else settle(item, depth + 1, indent + 2);
  }
}

/** About how wide a node is on one line; endless where a text has several lines. */
function widthOf(node: unknown): number {
  if (isScalar(node)) {
    const text = String(node.value);
    return text.includes('\n') ? Number.POSITIVE_INFINITY : text.length;
  }
  if (isMap(node))
    return node.items.reduce((sum, pair) => sum + widthOf(pair.key) + widthOf(pair.value) + 2, 2);
  if (isSeq(node)) return node.items.reduce((sum: number, item) => sum + widthOf(item) + 2, 2);
  return 4;
}
