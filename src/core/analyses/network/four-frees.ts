/**
 * Which of the four kinds of free (Anderson 2009) is at work in one offered thing, told from who bears it and whom it
 * reaches. A label for a pattern, never a judgement; where nothing is borne there is none.
 */
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

/** Who bears something for whom, counted or not. */
export interface Borne {
  readonly rows: readonly Id[];
  readonly cols: readonly Id[];
  readonly isBorne: (row: number, col: number) => boolean;
}

/**
 * The patterns of one thing in one kind, from its rows of Π. Reserves and wear ("past", "future") are no kind of free.
 *
 * @param borne rows are givers, columns whom the thing serves directly
 */
export function fourFrees(view: View, kind: Id | null, borne: Borne): readonly Free[] {
  const isMoney = kind !== null && view.kind(kind)?.currency === true;
  const parties = partiesAmong(view, borne.rows);
  const givers = new Map<FreePattern, Id[]>();
  for (const [at, giver] of borne.rows.entries()) {
    if (parties[at] === 0 || !borne.cols.some((_, col) => borne.isBorne(at, col))) continue;
    const pattern = isMoney ? paying(view, kind, giver, at, borne) : 'non-monetary';
    const others = givers.get(pattern);
    if (others === undefined) givers.set(pattern, [giver]);
    else others.push(giver);
  }
  return ORDER.flatMap((pattern) => {
    const ids = givers.get(pattern);
    return ids === undefined
      ? []
      : [{ pattern, givers: ids, says: SAYS[pattern].later(() => ({ givers: calledAll(view, ids) })) }];
  });
}

const among = new WeakMap<readonly Id[], { readonly view: View; readonly parties: Uint8Array }>();

/** 1 for each that is a party. The same givers are behind many things, and are looked up once. */
function partiesAmong(view: View, ids: readonly Id[]): Uint8Array {
  let found = among.get(ids);
  if (found?.view !== view) {
    found = { view, parties: Uint8Array.from(ids, (id) => (view.get('parties', id) === null ? 0 : 1)) };
    among.set(ids, found);
  }
  return found.parties;
}

const buyers = new WeakMap<View, Map<Id, ReadonlySet<Id>>>();

/** Those whose every stream of a kind is a sale. */
function buyersIn(view: View, kind: Id): ReadonlySet<Id> {
  let ofView = buyers.get(view);
  if (ofView === undefined) {
    ofView = new Map();
    buyers.set(view, ofView);
  }
  let found = ofView.get(kind);
  if (found === undefined) {
    const ofKind = view.countedFlows.filter((flow) => flow.kind === kind);
    const others = new Set(ofKind.filter((flow) => flow.form !== 'sale').map((flow) => flow.from));
    found = new Set(ofKind.map((flow) => flow.from).filter((giver) => !others.has(giver)));
    ofView.set(kind, found);
  }
  return found;
}

/** How somebody who pays makes it free for others: by buying, by paying for oneself among others, or for others alone. */
function paying(view: View, kind: Id, giver: Id, row: number, { cols, isBorne }: Borne): FreePattern {
  if (buyersIn(view, kind).has(giver)) return 'freemium';
  const own = ownCircle(view, giver);
  const receives = cols.some(
    (column, at) => (own.size === 1 ? column === giver : own.has(column)) && isBorne(row, at),
  );
  return receives ? 'cross-subsidy' : 'three-party';
}
