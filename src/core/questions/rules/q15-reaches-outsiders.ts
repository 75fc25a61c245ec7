/** Q15: a good part of what we bear reaches the public. */
import { kindCalled } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { of, past, rounded } from '#core/questions/reading';
import { columnShare } from '#core/questions/shares';
import { wording } from '#core/questions/wording';

const say = wording('Q15', {
  asks: 'Part of what we bear reaches outsiders. What does that mean to us?',
  why: 'Of what we bear in {kind}, {share, plural, =1 {all} other {about {share, number, percent}}} ends up with the public.',
  offer: 'We cannot tell whether much of what we bear reaches outsiders. Is it worth finding out?',
  missing: 'Part of what we bear in {kind} reaches the public; how much is not counted.',
});

export const q15 = defineQuestion({
  id: 'Q15',
  block: 'B3',
  reads: ['who-bears'],
  trigger: 'share of the public in who-bears above 0.3',
  followUps: ['Q57'],
  tender: false,
  opens: true,
  asks: (view, findings) =>
    of(findings, 'who-bears').flatMap((finding) => {
      const matrix = finding.matrix;
      if (finding.about.length > 0 || finding.basis === 'use' || matrix === undefined) return [];
      const open = matrix.cols.filter((id) => view.get('parties', id)?.type === 'public');
      if (open.length === 0) return [];
      const kind = kindCalled(view, finding.kind);
      const ground = { about: open, evidence: finding.evidence };
      const share = finding.verdict === 'traced' ? columnShare(matrix, open) : null;
      if (share === null) return [say.offer({ ...ground, distance: 0.4 }, { kind })];
      const distance = past(share, { above: 0.3 });
      return distance > 0
        ? [say.ask({ ...ground, distance, kind: finding.kind }, { kind, share: rounded(share) })]
        : [];
    }),
});
