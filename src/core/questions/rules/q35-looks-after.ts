/** Q35: nothing of what is done looks after the rest. */
import { defineQuestion } from '#core/questions/define';
import { ids } from '#core/questions/reading';
import { plainName } from '#core/questions/spoken';
import { wording } from '#core/questions/wording';

const say = wording('Q35', {
  asks: 'Who looks after things that show only when they break?',
  why: 'Among the things we do, none is upkeep.',
  offer: 'We cannot tell whether anyone looks after the things behind the things. Is it worth finding out?',
  missing: 'For some of what we do, nobody has said what sort of doing it is.',
});

const UPKEEP = /upkeep|cultivation|stewardship|maintenance|repair|caretak/i;

export const q35 = defineQuestion({
  id: 'Q35',
  block: 'B6',
  reads: [],
  trigger: 'no upkeep activity',
  followUps: ['Q43'],
  tender: false,
  ofAbsence: true,
  asks: (view) => {
    const { activities } = view;
    if (activities.length === 0 || view.withheld.some((one) => one.kind === 'activities' && one.count > 0))
      return [];
    if (activities.some((one) => UPKEEP.test(`${one.id} ${plainName(one)} ${one.orientation ?? ''}`)))
      return [];
    const ground = { evidence: ids(activities) };
    const untold = activities.some((one) => one.orientation === null);
    return [untold ? say.offer({ ...ground, distance: 0.4 }) : say.ask({ ...ground, distance: 0.6 })];
  },
});
