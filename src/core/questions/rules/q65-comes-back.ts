/** Q65: of what a circle inside gives, little comes back to it. */
import { called, manyOf } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { measured, rounded } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q65', {
  asks: 'What comes back to {circle}, in any form?',
  why: 'On paper, {share, plural, =0 {nothing} other {about {share, number, percent}}} of what {circle} {many, select, yes {give} other {gives}} comes back to {some, select, yes {us} other {them}}.',
  offer:
    'We cannot tell whether what {circle} {many, select, yes {give} other {gives}} comes back. Is it worth finding out?',
  missing: 'Where what {circle} {many, select, yes {give} other {gives}} ends up is not counted.',
});

export const q65 = defineQuestion({
  id: 'Q65',
  block: 'B10',
  reads: ['payer-beneficiary'],
  trigger: 'return below 0.1 for a circle inside',
  followUps: ['Q18'],
  tender: true,
  asks: (view, findings) =>
    measured(findings, 'payer-beneficiary', 'return', { below: 0.1 }).flatMap(
      ({ finding, value, distance, on }) => {
        const party = view.get('parties', on);
        if (party === null || !party.inside || party.type === 'person') return [];
        const circle = called(view, on);
        const ground = { about: [on], evidence: [on, ...finding.evidence] };
        const params = { circle, many: manyOf(view, on), some: circle === 'some of us' ? 'yes' : 'no' };
        return value === null
          ? [say.offer({ ...ground, distance: 0.5 }, params)]
          : [say.ask({ ...ground, distance, kind: finding.kind }, { ...params, share: rounded(value) })];
      },
    ),
});
