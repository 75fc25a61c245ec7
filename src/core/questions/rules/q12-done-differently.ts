/** Q12: nobody has told what changed because of us. */
import { defineQuestion } from '#core/questions/define';
import { ids, isEmpty } from '#core/questions/reading';
import { wording } from '#core/questions/wording';

const say = wording('Q12', {
  asks: 'What has someone done differently because of us?',
  why: 'Nobody has yet told here what changed for whom.',
  offer:
    'We cannot tell whether someone has done anything differently because of us. Is it worth finding out?',
  missing: 'What changed is told, and not by whom or where.',
});

export const q12 = defineQuestion({
  id: 'Q12',
  block: 'B3',
  reads: [],
  trigger: 'no worth evidence',
  followUps: ['Q14'],
  tender: false,
  ofAbsence: true,
  opens: true,
  asks: (view) => {
    if (isEmpty(view, 'worth', view.worth)) return [say.ask({ distance: 0.9 })];
    if (view.worth.length === 0 || view.worth.some((one) => one.because.length > 0)) return [];
    return [say.offer({ about: ids(view.worth), evidence: ids(view.worth), distance: 0.4 })];
  },
});
