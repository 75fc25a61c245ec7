/** Q61: at this pace the energy of a circle would be low within six months. */
import { called } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { measured } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q61', {
  asks: 'At this pace, when would relief be welcome?',
  why: 'At the pace of late, the energy of {circle} would be low in about {months, plural, one {# month} other {# months}}.',
  offer:
    'We cannot tell whether the energy of {circle} will last the next half year. Is it worth finding out?',
  missing: 'How the energy of {circle} has changed is not written down.',
});

export const q61 = defineQuestion({
  id: 'Q61',
  block: 'B9',
  reads: ['runway'],
  trigger: 'runway of energy below 6 months',
  followUps: ['Q07'],
  tender: false,
  asks: (view, findings) =>
    measured(findings, 'runway', 'energyMonths', { below: 6 })
      .concat(
        measured(findings, 'runway', 'months', { below: 6 }).filter(
          ({ on }) => view.get('parties', on) !== null,
        ),
      )
      .map(({ finding, value, distance, on }) => {
        const ground = { about: [on], evidence: [on, ...finding.evidence] };
        const circle = called(view, on);
        return value === null
          ? say.offer({ ...ground, distance: 0.4 }, { circle })
          : say.ask({ ...ground, distance }, { circle, months: Math.round(value) });
      }),
});
