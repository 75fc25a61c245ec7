/** Q09: much of one kind is carried by few. */
import { kindCalled } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { measured } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q09', {
  asks: 'Much is carried by few. Is that wished, for now or for good?',
  why: 'From 0 (all carry alike) to 1 (one carries all), the giving of {kind} stands at {gini, number}.',
  offer: 'We cannot tell whether much is carried by few. Is it worth finding out?',
  missing: 'Who brings what part of {kind} is not counted.',
});

export const q09 = defineQuestion({
  id: 'Q09',
  block: 'B2',
  reads: ['load'],
  trigger: 'gini above 0.8',
  followUps: ['Q10'],
  tender: true,
  asks: (view, findings) =>
    measured(findings, 'load', 'gini', { above: 0.8 }).map(({ finding, value, distance }) => {
      const kind = kindCalled(view, finding.kind);
      const ground = { about: finding.about, evidence: finding.evidence };
      return value === null
        ? say.offer({ ...ground, distance: 0.4 }, { kind })
        : say.ask({ ...ground, distance, kind: finding.kind }, { kind, gini: Math.round(value * 100) / 100 });
    }),
});
