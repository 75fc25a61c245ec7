/**
 * Openness: what an audience would see of this picture, by setting what the server discloses to it beside what is shown
 * here. It judges nothing: openness is negotiated, and more is not better.
 */
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type { Lens, LensMark, LensRow } from '#core/picture/lens/lens';
import type { Group, Scene } from '#core/picture/scene';
import { type Message, message } from '#core/words/message';

const SAY = {
  hidden: message('lens.openness.hidden', '{count, plural, one {One} other {#}} they do not see at all'),
  exists: message(
    'lens.openness.exists',
    '{count, plural, one {One} other {#}} of which they see that it is there, and not how much',
  ),
  exact: message('lens.openness.exact', '{count, plural, one {One} other {#}} they see as it is shown here'),
  unnamed: message(
    'lens.openness.unnamed',
    'They see {count, plural, one {one stream} other {# streams}} without seeing from whom or to whom',
  ),
  isHidden: message('lens.openness.is-hidden', 'hidden from them'),
  isCovered: message('lens.openness.is-covered', 'they see that it is there, and not how much'),
  isExact: message('lens.openness.is-exact', 'they see it'),
  none: message('lens.openness.none', 'Choose through whose eyes to look.'),
};

export type Seen = 'hidden' | 'exists' | 'exact';

/** How much of a fact another audience sees. Reserved ends such as `outside` hide nothing. */
export function seenOf(mine: View, theirs: View, fact: Id): Seen {
  if (mine.thing(fact) === null) return 'exact';
  if (theirs.thing(fact) === null) return 'hidden';
  return theirs.isCovered(fact) && !mine.isCovered(fact) ? 'exists' : 'exact';
}

const LEAST: readonly Seen[] = ['hidden', 'exists', 'exact'];

function seenOfGroup(mine: View, theirs: View, group: Group): Seen {
  const all = group.facts.map((fact) => seenOf(mine, theirs, fact));
  // A stack is hidden only where all in it is; else what is least seen is told.
  if (all.every((one) => one === 'hidden')) return all.length === 0 ? 'exact' : 'hidden';
  return LEAST.find((one) => one !== 'hidden' && all.includes(one)) ?? 'exact';
}

/** The lens. `theirs`: what the server discloses to the audience; null while it is not chosen. */
export function opennessLens(mine: View, made: Scene, theirs: View | null): Lens {
  if (theirs === null) return { name: 'openness', marks: new Map(), legend: [], empty: SAY.none() };
  const looks: Readonly<Record<Seen, { tone: number | null; badge: string | null; says: Message }>> = {
    hidden: { tone: 5, badge: '×', says: SAY.isHidden() },
    exists: { tone: 2, badge: '~', says: SAY.isCovered() },
    exact: { tone: null, badge: null, says: SAY.isExact() },
  };
  const marks = new Map<Id, LensMark>();
  const groups = new Map<Seen, Id[]>(LEAST.map((one) => [one, []]));
  for (const group of made.groups) {
    if (group.kind === 'loop' || group.kind === 'serves') continue;
    const seen = seenOfGroup(mine, theirs, group);
    marks.set(group.id, { ...looks[seen], hollow: seen !== 'exact' });
    groups.get(seen)?.push(group.id);
  }
  const legend: LensRow[] = LEAST.flatMap((seen) => {
    const ids = groups.get(seen) ?? [];
    const { tone, badge } = looks[seen];
    const row = { key: seen, tone, badge, hollow: seen !== 'exact', groups: ids };
    return ids.length === 0 ? [] : [{ ...row, says: [SAY[seen]({ count: ids.length })] }];
  });
  const unnamed = theirs.flows.filter((flow) => mine.thing(flow.id) === null).length;
  if (unnamed > 0)
    legend.push({
      key: 'unnamed',
      tone: null,
      badge: null,
      hollow: false,
      says: [SAY.unnamed({ count: unnamed })],
      groups: [],
    });
  return { name: 'openness', marks, legend, empty: null };
}
