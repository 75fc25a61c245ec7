/** Q33: without its largest bit, a need would be far from covered. */
import { called } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { measured, rounded } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q33', {
  asks: 'Without the largest bit {robust, plural, =0 {nothing} other {{robust, number, percent}}} remains. What would we keep?',
  why: 'If the largest bit for {need} stopped, {robust, plural, =0 {nothing} other {about {robust, number, percent}}} of what it takes would still come.',
  offer: 'We cannot tell whether {need} would stand without its largest bit. Is it worth finding out?',
  missing: 'How large the bits for {need} are is not counted.',
});

export const q33 = defineQuestion({
  id: 'Q33',
  block: 'B6',
  reads: ['coverage'],
  trigger: 'robust below 0.7',
  followUps: ['Q49'],
  tender: false,
  asks: (view, findings) =>
    measured(findings, 'coverage', 'robust', { below: 0.7 }).map(({ finding, value, distance, on }) => {
      const ground = { about: [on], evidence: [on, ...finding.evidence] };
      const params = { need: called(view, on) };
      return value === null
        ? say.offer({ ...ground, distance: 0.35 }, params)
        : say.ask({ ...ground, distance, kind: finding.kind }, { ...params, robust: rounded(value) });
    }),
});
