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

const CODES: Readonly<Record<FreePattern, number>> = {
  'non-monetary': 1,
  'cross-subsidy': 2,
  'three-party': 4,
  freemium: 8,
};

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
  const money = kind !== null && view.kind(kind)?.currency === true ? kind : null;
  const { rows, cols } = borne;
  const standings = standingsOf(view, money, rows);
  const columns = new Map(cols.map((id, at) => [id, at]));
  const patterns = new Uint8Array(rows.length);
  let found = 0;
  for (let at = 0; at < patterns.length; at++) {
    const stands = standings[at] as Stands;
    if (stands === NOBODY || !isAnyBorne(borne, at)) continue;
    const code = CODES[money === null ? 'non-monetary' : paying(view, stands, at, borne, columns)];
    patterns[at] = code;
    found |= code;
  }
  return ORDER.filter((pattern) => (found & CODES[pattern]) !== 0).map((pattern) =>
    freeOf(view, pattern, rows, patterns),
  );
}

/** Whom it is about is listed when somebody reads it: many things have many givers. */
function freeOf(view: View, pattern: FreePattern, rows: readonly Id[], patterns: Uint8Array): Free {
  let listed: readonly Id[] | undefined;
  const givers = (): readonly Id[] => {
    listed ??= rows.filter((_, at) => patterns[at] === CODES[pattern]);
    return listed;
  };
  return {
    pattern,
    get givers() {
      return givers();
    },
    says: SAYS[pattern].later(() => ({ givers: calledAll(view, givers()) })),
  };
}

function isAnyBorne({ cols, isBorne }: Borne, row: number): boolean {
  for (let col = 0; col < cols.length; col++) if (isBorne(row, col)) return true;
  return false;
}

/** Whether something ends with the giver's own circle. */
function isForOwn(view: View, giver: Id, row: number, { cols, isBorne }: Borne): boolean {
  const own = ownCircle(view, giver);
  return cols.some((column, at) => own.has(column) && isBorne(row, at));
}

/** What a giver is: no party, one who only buys, one whose own circle is itself alone, or one among others. */
const NOBODY = 0;
const BUYER = 1;
const ALONE = 2;
const TOGETHER = 3;
type Stands = typeof NOBODY | typeof BUYER | typeof ALONE | typeof TOGETHER;

interface Looked {
  readonly byId: Map<Id, Stands>;
  readonly byList: WeakMap<readonly Id[], Uint8Array>;
}

const looked = new WeakMap<View, Map<Id | null, Looked>>();

/** The same givers are behind many things, and are looked up once. Whoever only buys does so with a kind of money. */
function standingsOf(view: View, money: Id | null, ids: readonly Id[]): Uint8Array {
  let ofView = looked.get(view);
  if (ofView === undefined) {
    ofView = new Map();
    looked.set(view, ofView);
  }
  let { byId, byList } = ofView.get(money) ?? {};
  if (byId === undefined || byList === undefined) {
    byId = new Map();
    byList = new WeakMap();
    ofView.set(money, { byId, byList });
  }
  let found = byList.get(ids);
  if (found === undefined) {
    const known = byId;
    found = Uint8Array.from(ids, (id) => {
      let stands = known.get(id);
      if (stands === undefined) {
        stands = standingOf(view, money, id);
        known.set(id, stands);
      }
      return stands;
    });
    byList.set(ids, found);
  }
  return found;
}

function standingOf(view: View, money: Id | null, giver: Id): Stands {
  if (view.get('parties', giver) === null) return NOBODY;
  if (money !== null && buyersIn(view, money).has(giver)) return BUYER;
  return ownCircle(view, giver).size === 1 ? ALONE : TOGETHER;
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
function paying(
  view: View,
  stands: Stands,
  row: number,
  borne: Borne,
  columns: ReadonlyMap<Id, number>,
): FreePattern {
  if (stands === BUYER) return 'freemium';
  const giver = borne.rows[row] as Id;
  if (stands === TOGETHER) return isForOwn(view, giver, row, borne) ? 'cross-subsidy' : 'three-party';
  const own = columns.get(giver);
  return own !== undefined && borne.isBorne(row, own) ? 'cross-subsidy' : 'three-party';
}
