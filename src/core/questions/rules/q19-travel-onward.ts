/** Q19: favours go on to others rather than back. */
import { defineQuestion } from '#core/questions/define';
import { measured, rounded } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q19', {
  asks: 'Favours travel onward rather than back. What keeps the chain going?',
  why: '{share, plural, =0 {None} other {About {share, number, percent}}} of the favours written down go back to the one who gave.',
  offer: 'We cannot tell whether favours travel onward or back. Is it worth finding out?',
  missing: 'Favours are noted without their size.',
});

export const q19 = defineQuestion({
  id: 'Q19',
  block: 'B4',
  reads: ['favours'],
  trigger: 'reciprocity below 0.2 while the flows are connected',
  followUps: ['Q66'],
  tender: false,
  opens: true,
  asks: (view, findings) =>
    measured(findings, 'favours', 'reciprocity', { below: 0.2 })
      .filter(({ finding }) => finding.more?.['connected'] !== false && view.countedFlows.length > 0)
      .map(({ finding, value, distance }) =>
        value === null
          ? say.offer({ evidence: finding.evidence, distance: 0.3 })
          : say.ask({ evidence: finding.evidence, distance }, { share: rounded(value) }),
      ),
});
