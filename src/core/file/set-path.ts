/** Sets a value at a path of keys in a file, and leaves all else as it is. Knows no things and no ids. */
import type { YAMLMap, YAMLSeq } from 'yaml';
import { isMap, isScalar, isSeq } from '#core/file/nodes';
import type { Sheet } from '#core/file/sheet';

/**
 * Sets the value there; `null` takes the key out, and of the places in the picture also what held nothing else. A last
 * step `+` adds the value at the end of a list, which is begun where it is not there. Null where the file is no map, or
 * the path is empty.
 */
export function setPath(
  sheet: Sheet,
  path: readonly string[],
  value: unknown,
): 'changed' | 'as it was' | null {
  let map = sheet.doc().contents as YAMLMap;
  if (!isMap(map) || path.length === 0) return null;
  let [holder, held] = [map, path[0]];
  for (const [depth, key] of path.entries()) {
    if (path[0] !== 'picture' || map.items.length > 1) [holder, held] = [map, key];
    const rest = path.slice(depth + 1);
    const inner = map.get(key, true) as unknown;
    if (rest.length === 0 && value === null) {
      const at = (one: YAMLMap, name: string | undefined) =>
        one.items.findIndex((item) => isScalar(item.key) && item.key.value === name);
      if (at(map, key) < 0) return 'as it was';
      sheet.drop(holder, at(holder, held));
      return 'changed';
    }
    if (rest.length === 1 && rest[0] === '+' && isSeq(inner)) {
      sheet.addItem(inner as YAMLSeq, value);
      return 'changed';
    }
    if (rest.length > 0 && isMap(inner)) {
      map = inner;
      continue;
    }
    if (rest.length > 0 && value === null) return 'as it was';
    const nested = rest.reduceRight<unknown>(
      (inside, name) => (name === '+' ? [inside] : { [name]: inside }),
      value,
    );
    sheet.set(map, key, nested);
    return 'changed';
  }
  return 'as it was';
}
