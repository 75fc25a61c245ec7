/** Q46: who uses a rival kind and who gives it differ. Never asked of what can be copied. */
import { kindCalled } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { measured } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q46', {
  asks: 'Use and giving of {kind} differ. Wished, unseen or troubling?',
  why: 'About {ride, number, percent} of the {kind} is used by others than those who give it.',
  offer: 'We cannot tell whether use and giving of {kind} differ. Is it worth finding out?',
  missing: 'Who uses {kind}, and who gives {kind}, is not counted.',
});

export const q46 = defineQuestion({
  id: 'Q46',
  block: 'B7',
  reads: ['load'],
  trigger: 'ride above 0.2',
  followUps: ['Q44'],
  tender: true,
  asks: (view, findings) =>
    measured(findings, 'load', 'ride', { above: 0.2 }).map(({ finding, value, distance }) => {
      const kind = kindCalled(view, finding.kind);
      const ground = { about: finding.about, evidence: finding.evidence };
      return value === null
        ? say.offer({ ...ground, distance: 0.3 }, { kind })
        : say.ask({ ...ground, distance, kind: finding.kind }, { kind, ride: value });
    }),
});
