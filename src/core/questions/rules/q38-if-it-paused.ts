/** Q38: nobody has said for whom something is done. */
import { called, calledFirst } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { wording } from '#core/questions/wording';

const say = wording('Q38', {
  asks: 'For whom would it matter if {activity} paused?',
  why: '{start} is drawn without saying whom it is for.',
});

export const q38 = defineQuestion({
  id: 'Q38',
  block: 'B6',
  reads: [],
  trigger: 'an activity without beneficiary',
  followUps: ['Q02'],
  tender: false,
  ofAbsence: true,
  asks: (view) =>
    view.activities
      .filter((activity) => Object.keys(activity.for).length === 0)
      .map((activity) =>
        say.ask(
          { about: [activity.id], evidence: [activity.id], distance: 0.5 },
          { activity: called(view, activity.id), start: calledFirst(view, activity.id) },
        ),
      ),
});
