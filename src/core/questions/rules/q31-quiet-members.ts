/** Q31: a shift of technology would cut a loop by which we hear how we are doing. */
import { calledAll } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { flagged } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q31', {
  asks: 'How will we hear from quiet members afterwards?',
  why: 'The move would cut a loop that runs through {nodes}.',
});

export const q31 = defineQuestion({
  id: 'Q31',
  block: 'B5',
  reads: ['shift'],
  trigger: 'a loop is lost in a shift of technology',
  followUps: ['Q13'],
  tender: false,
  asks: (view, findings) =>
    flagged(findings, 'shift', 'loop-lost').map(({ nodes, evidence }) =>
      say.ask({ about: nodes, evidence, distance: 0.7 }, { nodes: calledAll(view, nodes) }),
    ),
});
