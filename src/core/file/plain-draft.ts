/** A file of plain data as `resolve` takes it: without a text, so problems have a code and no place. */
import type { Resolvable } from '#core/file/draft';
import type { PlainFile } from '#core/file/plain';
import { Tally } from '#core/file/tally';
import { treeOf } from '#core/file/tree';

/**
 * Gives plain data to `resolve`.
 *
 * @example
 * resolve(plainDraft({ data, json: false })).community;
 */
export function plainDraft({ data, json }: PlainFile): Resolvable {
  return { root: treeOf(data), document: null, found: new Tally(), isJson: json };
}
