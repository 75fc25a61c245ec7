/** Q49: more than half of a need hangs on one partner. */
import { called, calledFirst, manyOf } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { measured, rounded } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q49', {
  asks: 'What would change if {partner} stopped, and have we talked about it?',
  why: '{dep, plural, =1 {All} other {About {dep, number, percent}}} of what {need} takes would be missing without {partner}.',
  offer: 'We cannot tell whether {need} would still be covered without {partner}. Is it worth finding out?',
  missing:
    '{start} {many, select, yes {bring} other {brings}} something for {need}; how much of it is not counted.',
});

export const q49 = defineQuestion({
  id: 'Q49',
  block: 'B8',
  reads: ['concentration'],
  trigger: 'dep above 0.5 on a partner',
  followUps: ['Q55'],
  tender: false,
  asks: (view, findings) =>
    measured(findings, 'concentration', 'dep', { above: 0.5 }).flatMap(
      ({ finding, value, distance, on: need }) => {
        const giver = finding.about[1];
        const party = giver === undefined ? null : view.get('parties', giver);
        if (party === null || party.inside || party.type === 'person') return [];
        const ground = { about: [party.id, need], evidence: [party.id, ...finding.evidence] };
        const params = {
          partner: called(view, party.id),
          start: calledFirst(view, party.id),
          many: manyOf(view, party.id),
          need: called(view, need),
        };
        return value === null
          ? [say.offer({ ...ground, distance: 0.6 }, params)]
          : [say.ask({ ...ground, distance, kind: finding.kind }, { ...params, dep: rounded(value) })];
      },
    ),
});
