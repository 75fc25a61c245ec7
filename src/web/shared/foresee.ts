/**
 * Shows a change before the server has answered: the same text, changed, checked and disclosed by the same code as there.
 * It is only ever a foretaste: what the server answers takes its place, and where anything does not fit, nothing is shown.
 */
import { disclose } from '#core/audience/disclose';
import type { View } from '#core/audience/view';
import { applyOperations, type Operation } from '#core/file/operations';
import { parse } from '#core/file/parse';
import { resolve } from '#core/file/resolve';
import { describedDay } from '#core/model/community';
import type { Day } from '#core/model/dates';

/** The view after these changes, as stewards will have it; null where they cannot be made or leave problems. */
export function foreseen(
  text: string,
  changes: readonly (readonly Operation[])[],
  today: Day,
): { readonly view: View; readonly text: string } | null {
  const applied = applyOperations(text, changes.flat());
  if (!applied.ok) return null;
  const { community, problems } = resolve(parse(applied.text, { file: 'community.yaml' }));
  if (community === null || problems.some((one) => one.severity === 'error')) return null;
  const view = disclose(community, { audience: 'stewards', day: describedDay(community) ?? today });
  return { view, text: applied.text };
}
