/** Q72: less is shown than the community declared that it would show. */
import type { Finding } from '#core/analyses/finding';
import { calledAudience } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import type { Level } from '#core/model/things';
import { kindCalled } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { of, past, value } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q72', {
  asks: 'Which figures did we mean to show, and what makes it hard?',
  why: 'Of {kind}, less is shown to {audience} than we said we would show.',
  offer: 'We cannot tell whether we show {audience} what we meant to show. Is it worth finding out?',
  missing: 'How much of {kind} there is to show is not counted.',
});

/** What each level is worth (`domain.md`, A15). */
const OPEN: Readonly<Record<Level, number>> = {
  hidden: 0,
  existence: 0.25,
  aggregate: 0.5,
  range: 0.75,
  exact: 1,
};

function audienceOf(finding: Finding): string {
  const named = finding.more?.['audience'];
  return typeof named === 'string' ? named : (finding.about[0] ?? '');
}

/** What was declared: as the finding states it, else as `openness` says. Null: nothing was. */
function declared(view: View, finding: Finding): number | null {
  const stated = value(finding, 'declared');
  if (stated !== undefined) return stated;
  const level = view.openness[audienceOf(finding)]?.[finding.kind ?? ''];
  return level === undefined ? null : OPEN[level];
}

export const q72 = defineQuestion({
  id: 'Q72',
  block: 'B11',
  reads: ['openness'],
  trigger: 'τ below what was declared',
  followUps: ['Q75'],
  tender: false,
  asks: (view, findings) =>
    of(findings, 'openness').flatMap((finding) => {
      const meant = declared(view, finding);
      const tau = value(finding, 'tau');
      if (meant === null || tau === undefined) return [];
      const id = audienceOf(finding);
      const params = { kind: kindCalled(view, finding.kind), audience: calledAudience(view, id) };
      const ground = { about: finding.about, evidence: finding.evidence };
      if (tau === null || finding.verdict === 'cannot-tell')
        return [say.offer({ ...ground, distance: 0.3 }, params)];
      const distance = past(tau, { below: meant });
      return distance > 0 ? [say.ask({ ...ground, distance }, params)] : [];
    }),
});
