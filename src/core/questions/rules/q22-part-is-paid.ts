/** Q22: paid and unpaid people share one task. */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { called } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { flagged, ids, of } from '#core/questions/reading';
import { isHours } from '#core/questions/shares';
import { wording } from '#core/questions/wording';

const say = wording('Q22', {
  asks: 'What changes for everyone when part of this is paid?',
  why: 'In {activity}, some of the work is paid and some is not.',
});

interface Shared {
  readonly activity: Id;
  readonly evidence: readonly Id[];
}

/** By the flags of `incentives`; where that has not been worked out, by the flows themselves. */
function shared(view: View, findings: readonly Finding[]): readonly Shared[] {
  if (of(findings, 'incentives').length > 0) {
    return flagged(findings, 'incentives', 'paid-and-unpaid').map(({ finding, evidence }) => ({
      activity: finding.about[0] ?? evidence.find((id) => view.get('activities', id) !== null) ?? '',
      evidence,
    }));
  }
  const pays = view.countedFlows.filter((flow) => flow.compensates !== null);
  return view.activities.flatMap((activity) => {
    const work = view.countedFlows.filter((flow) => flow.to === activity.id && isHours(view, flow.kind));
    const paid = work.filter((flow) => pays.some((pay) => pay.compensates === flow.id));
    if (paid.length === 0 || paid.length === work.length) return [];
    const payments = pays.filter((pay) => paid.some((flow) => flow.id === pay.compensates));
    return [{ activity: activity.id, evidence: [...ids(work), ...ids(payments)] }];
  });
}

export const q22 = defineQuestion({
  id: 'Q22',
  block: 'B4',
  reads: ['incentives'],
  trigger: 'paid and unpaid people on one task',
  followUps: ['Q58', 'Q70'],
  tender: true,
  money: true,
  asks: (view, findings) =>
    shared(view, findings).map(({ activity, evidence }) =>
      say.ask({ about: [activity], evidence, distance: 0.7 }, { activity: called(view, activity) }),
    ),
});
