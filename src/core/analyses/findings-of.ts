/** The findings of one analysis, as every door tells them. Knows no list of analyses: who needs one or two fetches no more. */
import type { Analysis, RunOptions } from '#core/analyses/define';
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import { message } from '#core/words/message';

export const DEFAULT_RUN: RunOptions = { draws: 1000, seed: 1 };

/**
 * What an analysis finds in a view. Amounts are per month.
 *
 * @param options `draws` 0 computes no bands; the same seed gives the same bands on any machine
 */
export function findingsOf(
  analysis: Analysis,
  view: View,
  options: Partial<RunOptions> = {},
): readonly Finding[] {
  const run: RunOptions = { ...DEFAULT_RUN, ...options };
  return analysis.run(view, run).map((finding) => hiddenIsNotUncounted(view, finding));
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
