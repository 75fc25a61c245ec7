/** Q07: one or two givers bring half of all hours. */
import { defineQuestion } from '#core/questions/define';
import { measured } from '#core/questions/reading';
import { isHours } from '#core/questions/shares';
import { wording } from '#core/questions/wording';

const say = wording('Q07', {
  asks: 'If two of us took a long break, what would pause?',
  why: '{caf, plural, one {A single giver brings} other {# givers bring}} half of all the hours we know of.',
  offer: 'We cannot tell whether our hours rest on one or two of us. Is it worth finding out?',
  missing: 'We know who gives hours, and not how many.',
});

export const q07 = defineQuestion({
  id: 'Q07',
  block: 'B2',
  reads: ['concentration'],
  trigger: 'caf of hours at most 2',
  followUps: ['Q08', 'Q61'],
  tender: false,
  asks: (view, findings) =>
    measured(findings, 'concentration', 'caf', { below: 3 })
      .filter(({ finding }) => finding.about.length === 0 && isHours(view, finding.kind ?? null))
      .map(({ finding, value, distance }) =>
        value === null
          ? say.offer({ evidence: finding.evidence, distance: 0.6 })
          : say.ask({ evidence: finding.evidence, distance, kind: finding.kind }, { caf: Math.round(value) }),
      ),
});
