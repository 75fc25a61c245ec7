/** Q71, for experts: how ordered the streams of one kind are has changed. */
import { kindCalled } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { of, past } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q71', {
  asks: 'Few firm routes or many loose ones: what would a shock show?',
  why: 'How firmly {kind} keeps to its routes changed by {change, number} on a scale from 0 to 1.',
  offer: 'We cannot tell whether the routes of {kind} have become firmer or looser. Is it worth finding out?',
  missing: 'How ordered the streams of {kind} were before, or are now, cannot be worked out.',
});

/** The change of α since the earlier day, as `change` or `order` states it; undefined where none was asked for. */
function changeOf(finding: {
  readonly values?: unknown;
  readonly more?: unknown;
}): number | null | undefined {
  for (const part of [finding.values, finding.more]) {
    if (typeof part !== 'object' || part === null || !('alphaChange' in part)) continue;
    const found = part.alphaChange;
    return typeof found === 'number' ? found : null;
  }
  return undefined;
}

export const q71 = defineQuestion({
  id: 'Q71',
  block: 'B10',
  reads: ['order', 'change'],
  trigger: 'α changed by more than 0.1',
  followUps: ['Q33'],
  tender: false,
  asks: (view, findings) =>
    [...of(findings, 'order'), ...of(findings, 'change')].flatMap((finding) => {
      const change = changeOf(finding);
      if (change === undefined) return [];
      const kind = kindCalled(view, finding.kind);
      const ground = { about: finding.about, evidence: finding.evidence };
      if (change === null) return [say.offer({ ...ground, distance: 0.2 }, { kind })];
      const distance = past(Math.abs(change), { above: 0.1 }) * 0.5;
      return distance > 0
        ? [
            say.ask(
              { ...ground, distance, kind: finding.kind },
              { kind, change: Math.round(Math.abs(change) * 100) / 100 },
            ),
          ]
        : [];
    }),
});
