/**
 * Replaces parts by their totals: one flow for each cell of a table, from circle to where it goes. A cell that is
 * withheld is still an arrow, with its amount covered; amounts that nobody knows stay unknown beside the sum.
 */
import type { Audience } from '#core/audience/audience';
import { rangeOf } from '#core/audience/protect/band';
import type { Mask } from '#core/audience/protect/mask';
import { dayOfTotals, type Part, partsFor } from '#core/audience/protect/parts';
import { hasAgreed, leastFor, type Why } from '#core/audience/protect/rules';
import { type Cell, type Laid, layTables, maskOf, type People } from '#core/audience/protect/tables';
import type { Redactor } from '#core/audience/redact';
import type { Withheld } from '#core/audience/view';
import { type Amount, UNKNOWN } from '#core/model/amount';
import { type Community, describedDay } from '#core/model/community';
import { isoDay, readWhen, type When } from '#core/model/dates';
import type { Evidence, How, Id } from '#core/model/fact';
import { manner, readingOn } from '#core/model/rate';
import type { Flow } from '#core/model/things';
import { message } from '#core/words/message';

/** The sentences of what protection withholds. */
export const WHY = {
  few: message('withheld.few', 'Too few gave for their sum to be told.'),
  one: message('withheld.one', 'One gave most of it, so that the sum would tell how much.'),
  other: message('withheld.other', 'It would give another figure away.'),
  consent: message('withheld.consent', 'There are too few to hide among, and not all have agreed.'),
} as const satisfies Record<Why, unknown>;

export interface Totals {
  /** Flows that no longer stand by themselves. */
  readonly replaced: ReadonlySet<Id>;
  readonly flows: readonly Flow[];
  /** Those of the flows whose amount is withheld. */
  readonly covered: readonly Id[];
  readonly mask: Mask;
  readonly withheld: readonly Withheld[];
}

const NOWHERE: ReadonlySet<Id> = new Set(['withheld', 'outside']);

/** The totals that stand for the parts of an audience, numbered over what it may see. */
export function totalsFor(
  community: Community,
  audience: Audience,
  visible: ReadonlySet<Id>,
  by: Redactor,
): Totals {
  const { laid, replaced, least } = tablesFor(community, audience, visible, by);
  const flows: Flow[] = [];
  const covered: Id[] = [];
  const ids = new Map<Cell, Id>();
  const counts = new Map<string, number>();
  const fresh = (): Id => {
    const id = `sum-${flows.length + 1}`;
    return visible.has(id) ? `${id}-withheld` : id;
  };
  const spoken = community.asOf !== null && describedDay(community) !== null ? dated(community) : null;
  for (const table of laid)
    for (const cell of table.cells) {
      if (cell.why !== null) {
        const key = `${table.kind} ${cell.why}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        // An arrow from nobody to nowhere with no amount says nothing.
        if (NOWHERE.has(cell.row) && NOWHERE.has(cell.col)) continue;
      }
      const id = fresh();
      ids.set(cell, id);
      flows.push(totalFlow(community, table, cell, id, spoken, visible));
      if (cell.why !== null) covered.push(id);
      else if (cell.amount !== null && cell.parts.some((part) => part.rate.is !== 'known'))
        flows.push(totalFlow(community, table, { ...cell, amount: null }, fresh(), spoken, visible));
    }
  return {
    replaced,
    flows,
    covered,
    mask: maskOf(laid, least, (cell) => ids.get(cell) ?? null),
    withheld: [...counts].map(([key, count]) => {
      const [kind = '', why = 'few'] = key.split(' ') as [string, Why];
      return { kind, count, why: WHY[why]() };
    }),
  };
}

/** The tables behind the totals, with the true figures: for totals and for their audit, and for nobody else. */
export function tablesFor(
  community: Community,
  audience: Audience,
  visible: ReadonlySet<Id>,
  by: Redactor,
): { readonly laid: readonly Laid[]; readonly replaced: ReadonlySet<Id>; readonly least: number } {
  const { parts, replaced } = partsFor(community, audience, visible, by);
  const own = community.audiences.find((one) => one.id === audience.id)?.least ?? null;
  const least = leastFor(audience.like ?? audience.id, own);
  return { laid: layTables(parts, peopleOf(community, parts), least), replaced, least };
}

function dated(community: Community): When | null {
  const day = describedDay(community);
  return day === null ? null : (readWhen(isoDay(day)) ?? null);
}

function totalFlow(
  community: Community,
  table: Laid,
  cell: Laid['cells'][number],
  id: Id,
  on: When | null,
  visible: ReadonlySet<Id>,
): Flow {
  const unit = community.kinds.find((kind) => kind.id === table.kind)?.unit ?? null;
  const value = amountOf(cell, unit);
  const first = (cell.parts[0] as Part).flow;
  const need = community.needs.find((one) => one.id === cell.col && visible.has(one.id));
  const same = <K extends keyof Flow>(key: K): Flow[K] | null =>
    cell.parts.every((part) => part.seen && part.flow[key] === first[key]) ? first[key] : null;
  const shared = (key: 'for' | 'category'): Id | null => same(key);
  return {
    section: 'flows',
    id,
    name: null,
    note: null,
    since: on,
    until: on,
    because: value.is === 'known' && value.shape === 'exact' ? evidenceOf(cell.parts) : [],
    see: null,
    category: shared('category'),
    x: cell.why === null ? { 'x-sum': true } : { 'x-sum': true, 'x-withheld': 'amount' },
    from: cell.row,
    to: need === undefined ? cell.col : need.activity,
    kind: table.kind,
    amount: [{ since: null, until: null, value, because: [] }],
    form: same('form'),
    status:
      table.standing === 'done'
        ? cell.parts.every((part) => part.flow.status === 'actual')
          ? 'actual'
          : 'agreed'
        : table.standing,
    fulfils: need?.id ?? null,
    compensates: null,
    fair: null,
    strings: null,
    grows: null,
    for: shared('for') !== null && visible.has(shared('for') as Id) ? shared('for') : null,
    norm: null,
    size: null,
    shown: {},
    otherwise: [],
  };
}

function amountOf(cell: Laid['cells'][number], unit: string | null): Amount {
  if (cell.amount === null) {
    const isSome = cell.why === null && cell.parts.every((part) => part.rate.is !== 'unknown');
    return isSome ? { is: 'some', unit, per: 'month', text: `some ${unit}/month` } : UNKNOWN;
  }
  if (typeof cell.amount !== 'number') return rangeOf(cell.amount[0], cell.amount[1], unit, 'month');
  const much = cell.amount;
  return {
    is: 'known',
    shape: 'exact',
    least: much,
    likely: much,
    most: much,
    unit,
    per: 'month',
    text: `${much} ${unit}/month`,
  };
}

const BEST_FIRST: readonly How[] = ['record', 'count', 'estimate', 'told', 'guess', 'inferred'];

/** A sum is known as well as the least known of its parts. */
function evidenceOf(parts: readonly Part[]): Evidence[] {
  const hows = parts.map(({ flow }) => {
    const reading = flow.amount.at(-1);
    if (reading?.value.is === 'known' && reading.value.shape !== 'exact') return 'estimate';
    return manner(reading !== undefined && reading.because.length > 0 ? reading.because : flow.because);
  });
  const how = BEST_FIRST.findLast((one) => hows.includes(one)) ?? 'count';
  return how === 'count' ? [] : [{ source: null, how, by: null, contestedBy: [] }];
}

/** Heads, groups and agreement on the day that the totals speak of. */
export function peopleOf(community: Community, parts: readonly Part[]): People {
  const day = dayOfTotals(community);
  const parties = new Map(community.parties.map((party) => [party.id, party]));
  const somebody = new Set(
    community.parties.flatMap(({ id, type }) => (type === 'public' || type === 'ecosystem' ? [] : [id])),
  );
  const size = (id: Id): number | null => {
    const party = parties.get(id);
    if (party === undefined || party.type === 'person' || party.type === 'organisation') return null;
    const amount = readingOn(party.size, day)?.value;
    return amount?.is === 'known' ? Math.max(1, Math.floor(amount.likely)) : null;
  };
  const members = new Map<Id, Set<Id>>();
  for (const part of parts)
    for (const [group, end] of [
      [part.row, part.flow.from],
      [part.col, part.flow.to],
    ] as const)
      if (parties.get(end)?.type === 'person') members.set(group, (members.get(group) ?? new Set()).add(end));
  for (const party of community.parties)
    if (party.type === 'person' && party.in !== null)
      members.set(party.in, (members.get(party.in) ?? new Set()).add(party.id));
  // The public and the surroundings are nobody in particular.
  return {
    isParty: (id) => somebody.has(id),
    heads: (id) => size(id) ?? 1,
    groupSize: (group) => {
      if (!parties.has(group)) return null;
      const counted = size(group);
      const named = members.get(group)?.size ?? 0;
      return counted === null && named === 0 ? null : Math.max(counted ?? 0, named);
    },
    agreed: (id) => hasAgreed(parties.get(id)?.consent ?? null),
  };
}
