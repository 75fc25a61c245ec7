/** The plain data of a community file that is a text. Apart from `plain`, because it reads YAML. */
import { isMap } from '#core/file/nodes';
import { parse } from '#core/file/parse';
import { type PlainFile, plainOf } from '#core/file/plain';

/**
 * What a text means as plain data; null where it is no map, or cannot be read as YAML.
 *
 * @example
 * plainFile('potluck: 1\nid: hall\n'); // { data: { potluck: 1, id: 'hall' }, json: false }
 */
export function plainFile(text: string): PlainFile | null {
  const draft = parse(text);
  if (!isMap(draft.root) || draft.found.hasErrors) return null;
  const data = plainOf(draft.root, (alias) => (draft.document && alias.resolve(draft.document)) ?? null);
  return data === null ? null : { data, json: draft.isJson };
}
