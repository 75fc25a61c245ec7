/** Q42: a pool would last for more than two years. */
import { called, calledFirst } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { measured } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q42', {
  asks: 'What is {pool} kept for?',
  why: '{start} would last about {months, plural, one {# month} other {# months}} if nothing came in.',
  offer: 'We cannot tell whether {pool} holds more than two years’ worth. Is it worth finding out?',
  missing: 'What is in {pool}, or what goes out of it, is not known.',
});

export const q42 = defineQuestion({
  id: 'Q42',
  block: 'B7',
  reads: ['runway'],
  trigger: 'runway above 24 months',
  followUps: ['Q01'],
  tender: true,
  money: true,
  asks: (view, findings) =>
    measured(findings, 'runway', 'months', { above: 24 })
      .filter(({ on }) => view.get('pools', on) !== null)
      .map(({ finding, value, distance, on }) => {
        const ground = { about: [on], evidence: [on, ...finding.evidence] };
        const params = { pool: called(view, on), start: calledFirst(view, on) };
        return value === null
          ? say.offer({ ...ground, distance: 0.15 }, params)
          : say.ask({ ...ground, distance, kind: finding.kind }, { ...params, months: Math.round(value) });
      }),
});
