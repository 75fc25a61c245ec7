/** Q60: the money would last for less than three months if nothing came in. */
import { called } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { measured } from '#core/questions/reading';
import { isMoney } from '#core/questions/shares';
import { wording } from '#core/questions/wording';

const say = wording('Q60', {
  asks: 'How long could we go on if nothing came in? Is that enough?',
  why: 'What is in {pool} would last about {months, plural, =0 {less than a month} one {# month} other {# months}} if nothing came in.',
  offer:
    'We cannot tell whether {pool} would carry us for three months if nothing came in. Is it worth finding out?',
  missing: 'What is in {pool}, or what goes out of it, is not known.',
});

export const q60 = defineQuestion({
  id: 'Q60',
  block: 'B9',
  reads: ['runway'],
  trigger: 'runway of money below 3 months',
  followUps: ['Q63'],
  tender: true,
  money: true,
  asks: (view, findings) =>
    measured(findings, 'runway', 'months', { below: 3 })
      .filter(
        ({ finding, on }) =>
          view.get('pools', on) !== null &&
          isMoney(view, finding.kind ?? view.get('pools', on)?.kind ?? null),
      )
      .map(({ finding, value, distance, on }) => {
        const ground = { about: [on], evidence: [on, ...finding.evidence] };
        const pool = called(view, on);
        return value === null
          ? say.offer({ ...ground, distance: 0.5 }, { pool })
          : say.ask(
              { ...ground, distance, kind: finding.kind },
              { pool, months: value < 1 ? 0 : Math.round(value * 10) / 10 },
            );
      }),
});
