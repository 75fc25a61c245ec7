/**
 * What a release tells in figures, and what it would give away beside those before it, for each audience that may have
 * read them. Figures are sums of contributions, looked at from the side of who gives and of who gets. Names who gave how
 * much: for whoever looks after releases, and for nobody else.
 */
import { type Audience, audienceOf } from '#core/audience/audience';
import { linearBounds } from '#core/audience/protect/linear';
import { dayOfTotals, type Part, rateOf } from '#core/audience/protect/parts';
import { type Contributed, differenced, pinned, type ReleasedFigure } from '#core/audience/protect/releases';
import { leastFor, tooTelling, type Why } from '#core/audience/protect/rules';
import type { Laid } from '#core/audience/protect/tables';
import { peopleOf, tablesFor, WHY } from '#core/audience/protect/totals';
import { redactor } from '#core/audience/redact';
import type { ViewJson } from '#core/audience/view';
import { levelOf, visibleIds } from '#core/audience/visible';
import { UNKNOWN } from '#core/model/amount';
import type { Community } from '#core/model/community';
import { holdsOn } from '#core/model/dates';
import type { Id } from '#core/model/fact';

/** The figures of one release. `sums` were protected; `shown` are amounts that the audience may know one by one. */
export interface Told {
  readonly sums: readonly ReleasedFigure[];
  readonly shown: readonly ReleasedFigure[];
}

/** A release that was made, withdrawn or not, for nobody forgets. */
export interface ToldBefore extends Told {
  readonly audience: string;
}

/** A figure that would give something away. Its id says where it stands: kind, standing, row and column. */
export interface GivenAway {
  readonly id: string;
  readonly why: Why;
  /** The audience that could tell. */
  readonly to: string;
}

/** Those who know amounts one by one, for whom a sum hides nothing. */
const KNOWING = new Set(['stewards', 'treasurer', 'core']);

const idOf = (table: Pick<Laid, 'kind' | 'standing'>, row: Id, col: Id): string =>
  `${table.kind}|${table.standing}|${row}|${col}`;

/** The figures that an audience is told of a community: every total it may know, and every amount by itself. */
export function toldTo(community: Community, audienceId: string): Told {
  const audience = audienceOf(community, audienceId);
  if (audience === null) return { sums: [], shown: [] };
  const visible = visibleIds(community, audience);
  const by = redactor(community.parties, visible, new Map(), [], () => false, audience);
  const { laid, replaced, least } = tablesFor(community, audience, visible, by);
  const people = peopleOf(community, []);
  const of = (parts: readonly Part[], end: 'from' | 'to'): Contributed[] =>
    parts.flatMap(({ flow, rate }) =>
      rate.is === 'known' && rate.mean > 0 && people.isParty(flow[end])
        ? [{ id: flow.id, by: flow[end], amount: nine(rate.mean), heads: people.heads(flow[end]) }]
        : [],
    );
  const all = (['from', 'to'] as const).flatMap((end) =>
    laid.flatMap((table) =>
      placesOf(table).map(([id, parts]) => ({ id: `${end}|${id}`, of: of(parts, end) })),
    ),
  );
  const figures = all.filter((one) => one.of.length > 0);
  return {
    sums: figures.filter((one) => tooTelling(one.of, least) === null),
    // A sum that all of its few contributors agreed to is shown on purpose.
    shown: [
      ...figures.filter((one) => tooTelling(one.of, least) !== null),
      ...shownAlone(community, audience, visible, replaced),
    ],
  };
}

const nine = (value: number): number => Number(value.toPrecision(9));

/** The figures of a table that are told, each with its parts. */
function placesOf(table: Laid): (readonly [string, readonly Part[]])[] {
  const parts = (of: (cell: Laid['cells'][number]) => boolean) =>
    table.cells.filter(of).flatMap((cell) => cell.parts);
  const told = (figure: { readonly amount: unknown } | undefined) => (figure?.amount ?? null) !== null;
  return [
    ...table.cells.flatMap((cell) =>
      told(cell) ? [[idOf(table, cell.row, cell.col), cell.parts] as const] : [],
    ),
    ...table.rows.flatMap((row, at) =>
      told(table.rowTotals[at]) ? [[idOf(table, row, ''), parts((cell) => cell.row === row)] as const] : [],
    ),
    ...table.cols.flatMap((col, at) =>
      told(table.colTotals[at]) ? [[idOf(table, '', col), parts((cell) => cell.col === col)] as const] : [],
    ),
    ...(told(table.total) ? [[idOf(table, '', ''), parts(() => true)] as const] : []),
  ];
}

function shownAlone(
  community: Community,
  audience: Audience,
  visible: ReadonlySet<Id>,
  replaced: ReadonlySet<Id>,
): ReleasedFigure[] {
  const day = dayOfTotals(community);
  const people = peopleOf(community, []);
  return community.flows.flatMap((flow) => {
    if (!visible.has(flow.id) || replaced.has(flow.id) || !people.isParty(flow.from)) return [];
    if (levelOf(community, flow, audience) !== 'exact' || !holdsOn(flow.since, flow.until, day)) return [];
    const rate = rateOf(community, flow, day);
    if (rate.is !== 'known' || rate.mean <= 0) return [];
    const part = { id: flow.id, by: flow.from, amount: nine(rate.mean), heads: people.heads(flow.from) };
    return [{ id: `from|shown|${flow.id}`, of: [part] }];
  });
}

/**
 * What the next release would give away beside those before it. An audience reads what is released to it and to all whom
 * it hears; so each is looked at that may read the next one.
 *
 * @returns none where it may go out as it is; the same figure once for each audience that could tell.
 */
export function givenAway(
  community: Community,
  audience: string,
  before: readonly ToldBefore[],
  next: Told,
): GivenAway[] {
  const hears = (who: string, what: string): boolean =>
    who === what || audienceOf(community, who)?.hears.has(what) === true || what === 'public';
  const readers = [...new Set([audience, ...before.map((one) => one.audience)])].filter(
    (who) => (who === audience || hears(who, audience)) && !KNOWING.has(who),
  );
  return readers.flatMap((reader) => {
    const read = before.filter((one) => hears(reader, one.audience));
    if (read.length === 0) return [];
    const least = leastFor(reader, community.audiences.find((one) => one.id === reader)?.least ?? null);
    return (['from', 'to'] as const).flatMap((end) =>
      against(
        read.map((one) => filtered(one, ofEnd(end))),
        filtered(next, ofEnd(end)),
        least,
      ).map((one) => ({ ...one, to: reader })),
    );
  });
}

/** A figure that does not say from which side it looks is of givers. */
const ofEnd = (end: 'from' | 'to') => (one: ReleasedFigure) => one.id.startsWith('to|') === (end === 'to');

const filtered = (told: Told, keep: (one: ReleasedFigure) => boolean): Told => ({
  sums: told.sums.filter(keep),
  shown: told.shown.filter(keep),
});

const keyOf = (figure: ReleasedFigure): string =>
  figure.of
    .map((one) => `${one.id}=${one.amount}`)
    .sort()
    .join(' ');

/** Each sum of the same contributions once. */
function fresh(figures: readonly ReleasedFigure[], known: ReadonlySet<string> = new Set()): ReleasedFigure[] {
  const seen = new Set(known);
  return figures.filter((one) => {
    const key = keyOf(one);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function against(before: readonly Told[], next: Told, least: number): { id: string; why: Why }[] {
  const earlier = fresh(before.flatMap((one) => [...one.sums, ...one.shown]));
  const known = new Set(earlier.map(keyOf));
  const sums = fresh(next.sums, known);
  const shown = fresh(next.shown, known);
  if (sums.length + shown.length === 0 || earlier.length === 0) return [];
  const onPurpose = new Set([...before.flatMap((one) => one.shown), ...shown].flatMap(partsOf));
  const baseline = new Set(pinned(earlier, least, linearBounds));
  const isNew = (found: string): boolean =>
    !baseline.has(found) &&
    !found
      .split(' ')
      .slice(1)
      .every((part) => onPurpose.has(part));
  // Mostly nothing new follows; then one look is enough.
  if (!pinned([...earlier, ...shown, ...sums], least, linearBounds).some(isNew)) return [];
  if (pinned([...earlier, ...shown], least, linearBounds).some(isNew))
    return shown.map((one) => ({ id: plainId(one.id), why: 'other' as const }));
  const { withheld } = differenced([...earlier, ...shown], sums, least, linearBounds);
  const why = new Map(withheld.map((one) => [keyOf(sums.find(({ id }) => id === one.id) ?? NONE), one.why]));
  // Wherever else the same sum stands, it says the same.
  return next.sums.flatMap((one) => {
    const because = why.get(keyOf(one));
    return because === undefined ? [] : [{ id: plainId(one.id), why: because }];
  });
}

const NONE: ReleasedFigure = { id: '', of: [] };
const partsOf = (figure: ReleasedFigure): string[] => figure.of.map((one) => `${one.id}=${one.amount}`);
const plainId = (id: string): string => id.replace(/^(?:from|to)\|/, '');

/** A view without some of its figures, by their ids: withheld as any other that would give another away. */
export function leavingOut(json: ViewJson, ids: ReadonlySet<string>): ViewJson {
  if (json.mask === undefined || ids.size === 0) return json;
  const hidden = { amount: null, why: 'other' as const };
  const covered = new Set<Id>();
  const counts = new Map<Id, number>();
  const tables = json.mask.tables.map((table) => ({
    ...table,
    cells: table.cells.map((cell) => {
      if (!ids.has(idOf(table, cell.row, cell.col)) || cell.amount === null) return cell;
      counts.set(table.kind, (counts.get(table.kind) ?? 0) + 1);
      if (cell.flow !== null) covered.add(cell.flow);
      return { ...cell, ...hidden };
    }),
    rowTotals: table.rowTotals.map((one, at) =>
      ids.has(idOf(table, table.rows[at] ?? '', '')) ? hidden : one,
    ),
    colTotals: table.colTotals.map((one, at) =>
      ids.has(idOf(table, '', table.cols[at] ?? '')) ? hidden : one,
    ),
    total: ids.has(idOf(table, '', '')) ? hidden : table.total,
  }));
  const flows = json.community.flows.map((flow) => {
    const isIt = covered.has(flow.id) || ids.has(`shown|${flow.id}`);
    if (!isIt) return flow;
    covered.add(flow.id);
    const amount = [{ since: null, until: null, value: UNKNOWN, because: [] }];
    return { ...flow, x: { ...flow.x, 'x-withheld': 'amount' }, amount, because: [], size: null, fair: null };
  });
  return {
    ...json,
    community: { ...json.community, flows },
    covered: [...new Set([...json.covered, ...covered])],
    withheld: [...json.withheld, ...[...counts].map(([kind, count]) => ({ kind, count, why: WHY.other() }))],
    mask: { ...json.mask, tables },
  };
}
