/**
 * What is said where there is hardly anything to tell: what is missing, one thing at a time. To those who see all
 * it is not drawn yet; to everybody else it is not shown here, for hidden and absent look alike to them.
 */
import type { View } from '#core/audience/view';
import { seesByDefault } from '#core/questions/reading';
import { type Told, tell } from '#core/story/told';
import { message } from '#core/words/message';

const DOING = message(
  'story.thin.doing',
  '{own, select, yes {What is done here is not drawn yet.} other {What is done here is not shown on this page.}}',
);
const GIVING = message(
  'story.thin.giving',
  '{own, select, yes {Who brings what is not drawn yet.} other {Who brings what is not shown on this page.}}',
);
const HOLDING = message(
  'story.thin.holding',
  '{own, select, yes {What is held in common, and who decides on it, is not drawn yet.} other {What is held in common is not shown on this page.}}',
);
const WORTH = message(
  'story.thin.worth',
  '{own, select, yes {What it changed for anybody, nobody has told yet.} other {What it changed for anybody is not told on this page.}}',
);
const BEGIN = message(
  'story.thin.begin',
  '{own, select, yes {A sentence is enough to begin: who brings what?} other {Not everything has to be shown; those who look after it decide what is.}}',
);

/** Up to `short` sentences on what is missing. */
export function thin(view: View, short: number): readonly Told[] {
  const own = { own: seesByDefault(view) ? 'yes' : 'no' };
  const all = [
    ...(view.activities.length === 0 ? [DOING(own)] : []),
    ...(view.countedFlows.length === 0 ? [GIVING(own)] : []),
    ...(view.pools.length === 0 ? [HOLDING(own)] : []),
    ...(view.worth.length === 0 ? [WORTH(own)] : []),
    BEGIN(own),
  ];
  return all.slice(-short).map((one) => tell(0.1, one, []));
}
