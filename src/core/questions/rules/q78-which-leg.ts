/** Q78: one of the three legs (social, institutional, financial) was off the agenda twice. The agenda tells it. */
import { defineQuestion } from '#core/questions/define';
import { flagged } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q78', {
  asks: 'Which leg got no attention lately?',
  why: '{n, plural, one {One leg was} other {# legs were}} off the agenda twice in a row.',
});

export const q78 = defineQuestion({
  id: 'Q78',
  block: 'B11',
  reads: ['agenda'],
  trigger: 'a leg off the agenda twice',
  followUps: ['Q01'],
  tender: false,
  asks: (_view, findings) => {
    const legs = flagged(findings, 'agenda', 'leg-off-twice');
    if (legs.length === 0) return [];
    return [say.ask({ evidence: legs.flatMap((one) => one.evidence), distance: 0.5 }, { n: legs.length })];
  },
});
