/** Q69: a quick help makes a lasting one less likely (the pattern "shifting the burden"). */
import { calledAll } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { flagged } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q69', {
  asks: 'Which quick help makes lasting help less likely?',
  why: 'Two ways of helping are drawn, and one weakens the other; they meet at {nodes}.',
});

export const q69 = defineQuestion({
  id: 'Q69',
  block: 'B10',
  reads: ['loops'],
  trigger: 'the pattern shifting the burden',
  followUps: ['Q35'],
  tender: false,
  asks: (view, findings) =>
    flagged(findings, 'loops', 'shifting-the-burden').map(({ nodes, evidence }) =>
      say.ask({ about: nodes, evidence, distance: 0.6 }, { nodes: calledAll(view, nodes) }),
    ),
});
