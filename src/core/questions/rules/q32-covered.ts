/** Q32: a need is covered only in part. */
import { called, calledFirst, manyOf } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { measured, value as read } from '#core/questions/reading';
import { wording } from '#core/questions/wording';
import { sayRate } from '#core/words/amounts';

const say = wording('Q32', {
  otherwise: '{need} are covered for about {cov, number, percent}. What happens to the rest?',
  asks: '{need} is covered for about {cov, number, percent}. What happens to the rest?',
  why: 'What comes for {name} is {supply}; more is needed.',
  offer:
    'We cannot tell whether {name} {many, select, yes {are} other {is}} covered. Is it worth finding out?',
  missing: 'What {name} {many, select, yes {take} other {takes}}, or what comes for it, is not counted.',
});

export const q32 = defineQuestion({
  id: 'Q32',
  block: 'B6',
  reads: ['coverage'],
  trigger: 'cov below 1',
  followUps: ['Q33', 'Q63'],
  tender: false,
  asks: (view, findings) =>
    measured(findings, 'coverage', 'cov', { below: 1 }).map(({ finding, value, distance, on }) => {
      const ground = { about: [on], evidence: [on, ...finding.evidence] };
      const params = { need: calledFirst(view, on), name: called(view, on), many: manyOf(view, on) };
      if (value === null) return say.offer({ ...ground, distance: 0.4 }, params);
      const unit = view.kind(finding.kind ?? '')?.unit ?? null;
      const supply = sayRate(read(finding, 'supply') ?? 0, unit);
      const ask = params.many === 'yes' ? say.askOtherwise : say.ask;
      return ask({ ...ground, distance, kind: finding.kind }, { ...params, cov: value, supply });
    }),
});
