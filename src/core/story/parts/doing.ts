/** What is done, for whom, and with which hope. */
import type { View } from '#core/audience/view';
import { type Id, inLanguage } from '#core/model/fact';
import type { Activity } from '#core/model/things';
import { quote, speakAll } from '#core/story/names';
import { type Told, tell } from '#core/story/told';
import { inTurn } from '#core/words/lists';
import { message } from '#core/words/message';
import { capital } from '#core/words/nouns';

const DOING = message('story.doing', 'What is done here: {phrases}.');
const FOR = message('story.doing.for', '{activities} for {whom}');
const ONE = message('story.doing.one', '{activities} {many, select, yes {are} other {is}} there for {whom}.');
const UNTOLD = message(
  'story.doing.untold',
  'For whom {activities} {many, select, yes {are} other {is}}, is not written down here.',
);
const SERVES = message('story.doing.serves', 'Behind it stands a hope: {vision}.');

/** For whom an activity is: people first; other things only where it serves no people. */
function whom(view: View, activity: Activity): readonly Id[] {
  const all = Object.keys(activity.for).filter((id) => id !== 'loss');
  const people = all.filter((id) => view.get('parties', id) !== null);
  return people.length > 0 ? people : all;
}

/** One or two sentences; activities for the same people are told together. */
export function doing(view: View): readonly Told[] {
  const { activities } = view;
  if (activities.length === 0) return hope(view);
  const groups = new Map<string, { ids: Id[]; whom: readonly Id[] }>();
  for (const activity of activities) {
    const served = whom(view, activity);
    const key = speakAll(view, served).text;
    const group = groups.get(key) ?? { ids: [], whom: served };
    group.ids.push(activity.id);
    groups.set(key, group);
  }
  const told = [...groups.values()].filter((group) => group.whom.length > 0);
  const untold = [...groups.values()]
    .filter((group) => group.whom.length === 0)
    .flatMap((group) => group.ids);
  return [...done(view, told), ...notSaid(view, untold), ...hope(view)];
}

function done(
  view: View,
  groups: readonly { readonly ids: readonly Id[]; readonly whom: readonly Id[] }[],
): readonly Told[] {
  const only = groups[0];
  if (only === undefined) return [];
  const evidence = groups.flatMap((group) => [...group.ids, ...group.whom]);
  if (groups.length === 1) {
    const all = speakAll(view, only.ids, 6);
    const params = {
      activities: capital(all.text),
      many: all.many ? 'yes' : 'no',
      whom: speakAll(view, only.whom).text,
    };
    return [tell(0.95, ONE(params), evidence)];
  }
  const phrases = groups.map(
    (group) =>
      FOR({ activities: speakAll(view, group.ids, 6).text, whom: speakAll(view, group.whom).text }).text,
  );
  return [tell(0.95, DOING({ phrases: inTurn(phrases) }), evidence)];
}

function notSaid(view: View, ids: readonly Id[]): readonly Told[] {
  if (ids.length === 0) return [];
  const all = speakAll(view, ids, 6);
  return [tell(0.5, UNTOLD({ activities: all.text, many: all.many ? 'yes' : 'no' }), ids)];
}

function hope(view: View): readonly Told[] {
  const first = view.vision[0];
  return first === undefined
    ? []
    : [tell(0.6, SERVES({ vision: quote(inLanguage(first.text)) }), [first.id])];
}
