/**
 * Which of the four kinds of free (Anderson 2009) is at work in one offered thing, told from who bears it and whom it
 * reaches. A label for a pattern, never a judgement; where nothing is borne there is none.
 */
import type { Matrix } from '#core/analyses/finding';
import { ownCircle } from '#core/analyses/network/own-circle';
import { calledAll } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { type Message, message, type Template } from '#core/words/message';

export type FreePattern = 'cross-subsidy' | 'three-party' | 'freemium' | 'non-monetary';

export interface Free {
  readonly pattern: FreePattern;
  /** Those who carry it in this way, sorted. */
  readonly givers: readonly Id[];
  readonly says: Message;
}

const SAYS: Readonly<Record<FreePattern, Template>> = {
  'cross-subsidy': message(
    'free.cross-subsidy',
    'Free because those who use it pay in another way: {givers}.',
  ),
  'three-party': message(
    'free.three-party',
    'Free because somebody else pays so that others have it: {givers}.',
  ),
  freemium: message(
    'free.freemium',
    'Free because some pay for more of it, or for something else: {givers}.',
  ),
  'non-monetary': message('free.non-monetary', 'Free because it is given, without money: {givers}.'),
};

/** The order in which they are told. */
const ORDER: readonly FreePattern[] = ['non-monetary', 'cross-subsidy', 'three-party', 'freemium'];

/**
 * The patterns of one thing in one kind, from its rows of Π. Reserves and wear ("past", "future") are no kind of free.
 *
 * @param matrix rows are givers, columns whom the thing serves directly
 */
export function fourFrees(view: View, kind: Id | null, matrix: Matrix): readonly Free[] {
  const isMoney = kind !== null && view.kind(kind)?.currency === true;
  const givers = new Map<FreePattern, Id[]>();
  for (const [at, giver] of matrix.rows.entries()) {
    const cells = matrix.cells[at] ?? [];
    if (view.get('parties', giver) === null || cells.every((cell) => cell === 0)) continue;
    const pattern = isMoney ? paying(view, kind, giver, matrix.cols, cells) : 'non-monetary';
    givers.set(pattern, [...(givers.get(pattern) ?? []), giver]);
  }
  return ORDER.flatMap((pattern) => {
    const ids = givers.get(pattern);
    return ids === undefined
      ? []
      : [{ pattern, givers: ids, says: SAYS[pattern]({ givers: calledAll(view, ids) }) }];
  });
}

/** How somebody who pays makes it free for others: by buying, by paying for oneself among others, or for others alone. */
function paying(
  view: View,
  kind: Id,
  giver: Id,
  columns: readonly Id[],
  cells: readonly (number | null)[],
): FreePattern {
  const gives = view.countedFlows.filter((flow) => flow.from === giver && flow.kind === kind);
  if (gives.length > 0 && gives.every((flow) => flow.form === 'sale')) return 'freemium';
  const own = ownCircle(view, giver);
  const receives = columns.some((column, at) => own.has(column) && cells[at] !== 0);
  return receives ? 'cross-subsidy' : 'three-party';
}
