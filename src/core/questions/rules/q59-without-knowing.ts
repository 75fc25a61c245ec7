/** Q59: for less than three fifths of the streams of a kind anybody knows how much. */
import { kindCalled } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { ids, of, past, value } from '#core/questions/reading';
import { wording } from '#core/questions/wording';
import { listed } from '#core/words/lists';

const say = wording('Q59', {
  asks: 'What do we use without knowing how much?',
  why: '{all, plural, one {The one stream} other {{unknown} of # streams}} of {kinds} {all, plural, one {has} other {have}} no amount.',
});

export const q59 = defineQuestion({
  id: 'Q59',
  block: 'B9',
  reads: ['completeness'],
  trigger: 'κ below 0.6',
  followUps: ['Q41'],
  tender: false,
  asks: (view, findings) => {
    const thin = of(findings, 'completeness').flatMap((finding) => {
      const kappa = value(finding, 'kappa');
      const distance = kappa === undefined || kappa === null ? 0 : past(kappa, { below: 0.6 });
      return distance > 0 && finding.kind !== undefined ? [{ finding, kind: finding.kind, distance }] : [];
    });
    if (thin.length === 0) return [];
    const kinds = thin.map(({ kind }) => kind);
    const flows = view.countedFlows.filter(
      (flow) => flow.kind !== null && kinds.includes(flow.kind) && !view.isCovered(flow.id),
    );
    const unknown = flows.filter((flow) => view.rate(flow).is !== 'known' && view.rate(flow).is !== 'none');
    const distance = Math.max(...thin.map((one) => one.distance));
    const names = listed(
      kinds.map((kind) => kindCalled(view, kind)),
      4,
    );
    return [
      say.ask(
        { evidence: ids(unknown), about: [], distance },
        { unknown: unknown.length, all: flows.length, kinds: names },
      ),
    ];
  },
});
