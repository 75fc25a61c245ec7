/** Q06: nobody is known to have come to help steer in the last twelve months. */
import { readingOn } from '#core/model/rate';
import { defineQuestion } from '#core/questions/define';
import { ids, isEmpty } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q06', {
  asks: 'How does someone come to help steer?',
  why: 'Nobody came into the core in the last twelve months.',
  offer:
    'We cannot tell whether anyone came to help steer in the last twelve months. Is it worth finding out?',
  missing: 'Who moves between our circles is not written down.',
});

export const q06 = defineQuestion({
  id: 'Q06',
  block: 'B2',
  reads: [],
  trigger: 'nobody entered the core in 12 months',
  followUps: ['Q08'],
  tender: false,
  ofAbsence: true,
  asks: (view) => {
    const core = view.parties.filter((party) => party.circle === 'core');
    if (core.length === 0) return [];
    const into = view.movements.filter((movement) => core.some((party) => party.id === movement.to));
    const ground = { about: ids(core), evidence: [...ids(core), ...ids(into)] };
    const amounts = into.map((movement) => readingOn(movement.amount, view.day)?.value.is ?? 'unknown');
    if (amounts.some((is) => is === 'known' || is === 'some')) return [];
    if (amounts.length > 0 && amounts.every((is) => is === 'none'))
      return [say.ask({ ...ground, distance: 0.7 })];
    if (amounts.length === 0 && !isEmpty(view, 'movements', into)) return [];
    return [say.offer({ ...ground, distance: 0.6 })];
  },
});
