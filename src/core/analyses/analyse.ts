/** The one call by which every door asks for findings. Computes nothing itself. */
import type { Analysis, RunOptions } from '#core/analyses/define';
import type { Finding } from '#core/analyses/finding';
import { findingsOf } from '#core/analyses/findings-of';
import { analyses } from '#core/analyses/index';
import type { View } from '#core/audience/view';

/**
 * The findings of all analyses, or of those named, in the order of the list. Amounts are per month.
 *
 * @param ids ids of analyses; all of them where none are given
 * @param options `draws` 0 computes no bands; the same seed gives the same bands on any machine
 * @throws RangeError where an id names no analysis. Doors ask `explain` first.
 * @example
 * const findings = analyse(disclose(community, { audience: 'stewards', day: '2026-03-01' }), ['coverage']);
 */
export function analyse(
  view: View,
  ids?: readonly string[],
  options: Partial<RunOptions> = {},
): readonly Finding[] {
  return chosen(ids).flatMap((analysis) => findingsOf(analysis, view, options));
}

function chosen(ids: readonly string[] | undefined): readonly Analysis[] {
  if (ids === undefined || ids.length === 0) return analyses;
  const unknown = ids.filter((id) => explain(id) === null);
  if (unknown.length > 0) throw new RangeError(`No analysis ${unknown.join(', ')}.`);
  return analyses.filter((analysis) => ids.includes(analysis.id));
}

/** Formula, symbols, unit, reading, blind spots and sources of an analysis; null where there is none of that id. */
export function explain(id: string): Analysis | null {
  return analyses.find((analysis) => analysis.id === id) ?? null;
}
