/** Q02: something takes more than a tenth of our hours and is not linked to what we are here for. */
import type { View } from '#core/audience/view';
import type { Activity } from '#core/model/things';
import { called, calledFirst } from '#core/questions/called';
import { defineQuestion } from '#core/questions/define';
import { ids, past } from '#core/questions/reading';
import { isHours, shareOf } from '#core/questions/shares';
import { wording } from '#core/questions/wording';

const MUCH = 0.1;

const say = wording('Q02', {
  asks: 'How does {activity} serve what we are here for?',
  why: '{start} takes about {share, number, percent} of our hours and is not linked to any of our aims.',
  offer: 'We cannot tell whether {activity} takes much of our time. Is it worth finding out?',
  missing: '{start} is not linked to any of our aims, and its hours are not counted.',
});

/** An activity that serves an aim, or something else that does. */
function isLinked(view: View, activity: Activity, seen: ReadonlySet<string> = new Set()): boolean {
  if (activity.serves !== null) return true;
  return Object.keys(activity.for).some((id) => {
    const next = view.get('activities', id);
    return next !== null && !seen.has(id) && isLinked(view, next, new Set([...seen, activity.id]));
  });
}

export const q02 = defineQuestion({
  id: 'Q02',
  block: 'B1',
  reads: [],
  trigger: 'an activity unlinked to any vision takes more than 10 % of hours',
  followUps: ['Q38'],
  tender: false,
  asks: (view) => {
    if (view.vision.length === 0) return [];
    const hours = view.countedFlows.filter((flow) => isHours(view, flow.kind));
    return view.activities
      .filter((activity) => !isLinked(view, activity))
      .flatMap((activity) => {
        const into = hours.filter((flow) => flow.to === activity.id);
        if (into.length === 0) return [];
        const params = { activity: called(view, activity.id), start: calledFirst(view, activity.id) };
        const ground = { about: [activity.id], evidence: [activity.id, ...ids(into)] };
        const share = shareOf(view, into, hours);
        if (share === null) return [say.offer({ ...ground, distance: 0.3 }, params)];
        const distance = past(share, { above: MUCH });
        return distance > 0 ? [say.ask({ ...ground, distance }, { ...params, share })] : [];
      });
  },
});
