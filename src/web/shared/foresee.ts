/**
 * Shows a change before the server has answered: the same data, changed, checked and disclosed by the same code as there.
 * It is only ever a foretaste: what the server answers takes its place, and where anything does not fit, nothing is shown.
 */
import { disclose } from '#core/audience/disclose';
import type { View } from '#core/audience/view';
import { applyToPlain } from '#core/file/apply-to-plain';
import type { Operation } from '#core/file/operations';
import type { PlainFile } from '#core/file/plain';
import { plainDraft } from '#core/file/plain-draft';
import { resolve } from '#core/file/resolve';
import { describedDay } from '#core/model/community';
import type { Day } from '#core/model/dates';

/** The file after these changes; null where they cannot be made. */
export function changed(file: PlainFile, changes: readonly (readonly Operation[])[]): PlainFile | null {
  const applied = applyToPlain(file, changes.flat());
  return applied.ok ? applied.file : null;
}

/** The view after these changes, as stewards will have it; null where they cannot be made or leave problems. */
export function foreseen(
  file: PlainFile,
  changes: readonly (readonly Operation[])[],
  today: Day,
): View | null {
  const next = changed(file, changes);
  if (next === null) return null;
  const { community } = resolve(plainDraft(next));
  return community && disclose(community, { audience: 'stewards', day: describedDay(community) ?? today });
}
