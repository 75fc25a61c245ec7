/** Sets a value at a path of keys in a YAML text, and leaves all else as it is written. Knows no things and no ids. */
import { type Document, isMap, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import { addEntry, dropEntry, oneLine, setKey, splice } from '#core/file/text-edit';

/**
 * The text with the value there; `null` takes the key out, and of the places in the picture also what held nothing else. A last step `+` adds the value at the end of a list, which is
 * begun where it is not there. Null where the text is no map, or the path is empty.
 */
export function setPath(text: string, doc: Document, path: readonly string[], value: unknown): string | null {
  let map = doc.contents as YAMLMap;
  if (!isMap(map) || path.length === 0) return null;
  let [holder, held] = [map, path[0]];
  for (const [depth, key] of path.entries()) {
    if (path[0] !== 'picture' || map.items.length > 1) [holder, held] = [map, key];
    const rest = path.slice(depth + 1);
    const inner = map.get(key, true) as unknown;
    if (rest.length === 0 && value === null) {
      const at = (one: YAMLMap, name: string | undefined) =>
        one.items.findIndex((item) => isScalar(item.key) && item.key.value === name);
      return at(map, key) < 0 ? text : splice(text, [dropEntry(text, holder, at(holder, held))]);
    }
    if (rest.length === 1 && rest[0] === '+' && isSeq(inner)) {
      const json = text.trimStart().startsWith('{') && text.includes('"');
      const words = json ? JSON.stringify(value) : oneLine(value);
      return splice(text, [addEntry(text, inner as YAMLSeq, words)]);
    }
    if (rest.length > 0 && isMap(inner)) {
      map = inner;
      continue;
    }
    if (rest.length > 0 && value === null) return text;
    const nested = rest.reduceRight<unknown>(
      (inside, name) => (name === '+' ? [inside] : { [name]: inside }),
      value,
    );
    return splice(text, [setKey(text, map, key, nested)]);
  }
  return text;
}
