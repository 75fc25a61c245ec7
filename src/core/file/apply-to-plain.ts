/** Changes by the ids of things to a community file that is plain data: what `applyOperations` does to its text. */
import { operate, type Refused } from '#core/file/operate';
import type { Operation } from '#core/file/operations';
import { type PlainFile, plainOf } from '#core/file/plain';
import { treeOf } from '#core/file/tree';
import { TreeSheet } from '#core/file/tree-sheet';

export type AppliedToPlain =
  | { readonly ok: true; readonly file: PlainFile; readonly touched: readonly string[] }
  | { readonly ok: false; readonly refusals: readonly Refused[] };

/**
 * Applies operations in their order; all or none. The file that is given is left as it is.
 *
 * @example
 * applyToPlain({ data, json: false }, [{ op: 'end', id: 'town-grant', until: '2026-12-31' }]);
 */
export function applyToPlain(file: PlainFile, operations: readonly Operation[]): AppliedToPlain {
  const root = treeOf(file.data);
  const sheet = new TreeSheet(root, file.json);
  const touched = new Set<string>();
  for (const operation of operations) {
    const done = operate(sheet, operation);
    if (!done.ok) return { ok: false, refusals: [done] };
    for (const id of done.touched) touched.add(id);
  }
  return { ok: true, file: { ...file, data: plainOf(root, () => null) }, touched: [...touched].sort() };
}
