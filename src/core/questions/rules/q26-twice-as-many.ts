/** Q26: at twice the size, what comes would not keep up with what is needed. */
import { defineQuestion } from '#core/questions/define';
import { measured, of, value } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q26', {
  asks: 'If twice as many came, what would grow along and what not?',
  why: 'At twice our size, what comes would cover about {stretch, number, percent} of what it covers today.',
  offer: 'We cannot tell whether we would still manage if twice as many came. Is it worth finding out?',
  missing: 'What grows along with us, and what does not, is not written down.',
});

export const q26 = defineQuestion({
  id: 'Q26',
  block: 'B5',
  reads: ['shift'],
  trigger: 'stretch at twice the size below 0.8',
  followUps: ['Q64'],
  tender: false,
  asks: (_view, findings) => {
    const all = measured(findings, 'shift', 'stretch2', { below: 0.8 });
    const whole = of(findings, 'shift').filter(
      (one) => one.about.length === 0 && value(one, 'stretch2') !== undefined,
    );
    // Of the whole where it is known; need by need only where there is no whole.
    const told = whole.length > 0 ? all.filter(({ finding }) => whole.includes(finding)) : all;
    return told.map(({ finding, value: stretch, distance }) => {
      const ground = { about: finding.about, evidence: finding.evidence };
      return stretch === null
        ? say.offer({ ...ground, distance: 0.4 })
        : say.ask({ ...ground, distance, kind: finding.kind }, { stretch });
    });
  },
});
