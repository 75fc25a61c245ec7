/** The one call by which every door asks for findings. Computes nothing itself. */
import type { Analysis, RunOptions } from '#core/analyses/define';
import type { Finding } from '#core/analyses/finding';
import { analyses } from '#core/analyses/index';
import type { View } from '#core/audience/view';
import { message } from '#core/words/message';

export const DEFAULT_RUN: RunOptions = { draws: 1000, seed: 1 };

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
  const run: RunOptions = { ...DEFAULT_RUN, ...options };
  return chosen(ids).flatMap((analysis) =>
    analysis.run(view, run).map((finding) => hiddenIsNotUncounted(view, finding)),
  );
}

const HIDDEN = message('finding.hidden', 'Amounts behind this are not shown here, so it stays open for you.');

/**
 * What is open because amounts are hidden from this audience is told so: nobody may read that "nobody counted" what was
 * counted and is not theirs to see.
 */
function hiddenIsNotUncounted(view: View, finding: Finding): Finding {
  if (!view.coversAny) return finding;
  const isOpen = finding.verdict === 'cannot-tell' || finding.verdict === 'reach';
  if (!isOpen || finding.analysis === 'completeness') return finding;
  const hidden = [...finding.evidence, ...finding.about].some((id) => view.isCovered(id));
  return hidden ? { ...finding, says: HIDDEN() } : finding;
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
