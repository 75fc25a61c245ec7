/** Q50: what a payer gives reaches others than itself. */
import { called, calledFirst, isSomeOfUs, manyOf } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { measured, rounded } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q50', {
  asks: '{payer} supports what others receive. What do they hope for?',
  otherwise:
    '{some, select, yes {Some of us support what others receive. What do we hope for?} other {{payer} support what others receive. What do they hope for?}}',
  why: '{indirect, plural, =0 {None} =1 {All} other {About {indirect, number, percent}}} of what {name} {many, select, yes {give} other {gives}} reaches others.',
  offer:
    'We cannot tell whether what {name} {many, select, yes {give} other {gives}} comes back to them. Is it worth finding out?',
  missing: 'Where what {name} {many, select, yes {give} other {gives}} ends up is not counted.',
});

export const q50 = defineQuestion({
  id: 'Q50',
  block: 'B8',
  reads: ['payer-beneficiary'],
  trigger: 'indirect above 0.8',
  followUps: ['Q52'],
  tender: false,
  asks: (view, findings) =>
    measured(findings, 'payer-beneficiary', 'indirect', { above: 0.8 }).flatMap(
      ({ finding, value, distance, on }) => {
        const party = view.get('parties', on);
        if (party === null || party.inside || party.type === 'person') return [];
        const ground = { about: [on], evidence: [on, ...finding.evidence] };
        const params = {
          payer: calledFirst(view, on),
          name: called(view, on),
          many: manyOf(view, on),
          some: isSomeOfUs(view, on) ? 'yes' : 'no',
        };
        if (value === null) return [say.offer({ ...ground, distance: 0.5 }, params)];
        const ask = params.many === 'yes' ? say.askOtherwise : say.ask;
        return [ask({ ...ground, distance, kind: finding.kind }, { ...params, indirect: rounded(value) })];
      },
    ),
});
