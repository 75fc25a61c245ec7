/** Q34: a need is met by many small bits. */
import { called, calledFirst, manyOf } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { measured, value as read } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q34', {
  asks: 'Many small bits add up. How do we notice one missing?',
  why: 'What comes for {need} amounts to about {eff, number} equal bits, none of them large.',
  offer: 'We cannot tell whether many small bits add up to {need}. Is it worth finding out?',
  missing:
    '{start} {many, select, yes {have} other {has}} {n, plural, one {# bit} other {# bits}}, and nobody has counted how large they are.',
});

/** More than six bits: the fewest that could amount to more than six equal ones. */
const MANY = 7;

export const q34 = defineQuestion({
  id: 'Q34',
  block: 'B6',
  reads: ['coverage'],
  trigger: 'eff above 6 and big below 0.2',
  followUps: ['Q19'],
  tender: false,
  opens: true,
  asks: (view, findings) =>
    measured(findings, 'coverage', 'eff', { above: 6 }).flatMap(({ finding, value, distance, on }) => {
      const ground = { about: [on], evidence: [on, ...finding.evidence] };
      const need = called(view, on);
      const n = finding.evidence.filter((id) => view.get('flows', id) !== null).length;
      if (value === null)
        return n >= MANY
          ? [
              say.offer(
                { ...ground, distance: 0.4 },
                { need, start: calledFirst(view, on), many: manyOf(view, on), n },
              ),
            ]
          : [];
      const big = read(finding, 'big') ?? 1;
      return big < 0.2
        ? [say.ask({ ...ground, distance, kind: finding.kind }, { need, eff: Math.round(value * 10) / 10 })]
        : [];
    }),
});
