/** Q62: one activity carries more than half of what others cost beyond their income. */
import { called, calledFirst } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { of, past, rounded } from '#core/questions/reading';
import { largestRow } from '#core/questions/shares';
import { wording } from '#core/questions/wording';

const say = wording('Q62', {
  asks: '{activity} carries others. Do those involved know and agree?',
  why: 'Of the money that some of our work passes on to other work, {share, plural, =1 {all} other {about {share, number, percent}}} comes from {name}.',
  offer: 'We cannot tell whether some of our work carries other work. Is it worth finding out?',
  missing: 'What each activity brings in, or what it takes, is not counted.',
});

export const q62 = defineQuestion({
  id: 'Q62',
  block: 'B9',
  reads: ['cross-subsidy'],
  trigger: 'one activity gives more than half of the cross-subsidy',
  followUps: ['Q75'],
  tender: true,
  money: true,
  asks: (view, findings) =>
    of(findings, 'cross-subsidy').flatMap((finding) => {
      if (finding.verdict === 'cannot-tell')
        return [say.offer({ evidence: finding.evidence, distance: 0.3 })];
      const first = finding.matrix === undefined ? null : largestRow(finding.matrix, ['undirected']);
      if (first === null) return [];
      const distance = past(first.share, { above: 0.5 });
      if (distance === 0) return [];
      const params = {
        activity: calledFirst(view, first.row),
        name: called(view, first.row),
        share: rounded(first.share),
      };
      return [
        say.ask(
          { about: [first.row], evidence: [first.row, ...finding.evidence], distance, kind: finding.kind },
          params,
        ),
      ];
    }),
});
