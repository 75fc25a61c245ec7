/** Q31: a shift of technology would cut a loop by which we hear how we are doing. */
import { calledAll } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { flagged, idsOf, of } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q31', {
  asks: 'How will we hear from quiet members afterwards?',
  why: 'The move would cut a loop that runs through {nodes}.',
  offer: 'We cannot tell whether we would still hear from quiet members afterwards. Is it worth finding out?',
  missing: 'Which of our loops depend on the old place is not written down.',
});

export const q31 = defineQuestion({
  id: 'Q31',
  block: 'B5',
  reads: ['shift'],
  trigger: 'a loop is lost in a shift of technology',
  followUps: ['Q13'],
  tender: false,
  asks: (view, findings) => {
    const flags = flagged(findings, 'shift', 'loop-lost').map(({ finding, evidence }) => ({
      finding,
      nodes: evidence,
    }));
    const lists = of(findings, 'shift')
      .map((finding) => ({ finding, nodes: idsOf(finding, 'loopsLost') }))
      .filter(({ nodes }) => nodes.length > 0);
    return [...flags, ...lists].map(({ finding, nodes }) =>
      say.ask(
        { about: nodes, evidence: [...finding.evidence, ...nodes], distance: 0.7 },
        {
          nodes: calledAll(
            view,
            nodes.filter((id) => view.get('influences', id) === null),
          ),
        },
      ),
    );
  },
});
