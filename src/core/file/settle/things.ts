/** Settles the amounts of all things of a file: kinds, units, periods, rhythms. Changes the things in place. */
import {
  checkPeriod,
  placeOf,
  type Settling,
  settleAny,
  settleKind,
  settleMeasure,
} from '#core/file/settle/amounts';
import type { WrittenCommunity } from '#core/file/shape/community';
import type { Amount, Price } from '#core/model/amount';
import type { When } from '#core/model/dates';
import type { Id, Series } from '#core/model/fact';
import type { Kind } from '#core/model/kind';
import type * as T from '#core/model/things';

type Mutable<X> = { -readonly [K in keyof X]: X[K] };

export interface Written {
  readonly community: WrittenCommunity;
  readonly pockets: readonly T.Pocket[];
  readonly needs: readonly T.Need[];
}

/** Settles every amount of a community, in the order in which kinds depend on one another. */
export function settleThings(written: Written, settling: Settling): void {
  const { community } = written;
  const activities = new Map(community.activities.map((one) => [one.id, one]));
  const needs = new Map(written.needs.map((one) => [one.id, one]));
  const pools = new Map(community.pools.map((one) => [one.id, one]));
  const poolOf = new Map(written.pockets.map((one) => [one.id, one.pool]));
  setSeries(community, 'size', community.size, (amount) => {
    checkPeriod(amount, false, settling);
    return settleMeasure(amount, 'people', settling);
  });
  for (const party of community.parties) settleParty(party, settling);
  for (const activity of community.activities) settleActivity(activity, settling);
  for (const pool of community.pools) settlePool(pool, settling);
  for (const need of written.needs) settleNeed(need, activities, settling);
  const kindAt = (end: Id) => pools.get(poolOf.get(end) ?? end)?.kind ?? null;
  for (const flow of community.flows) {
    settleFlow(flow, activities, settling, () => guessKind(flow, kindAt, needs, settling));
  }
  for (const account of community.accounts) {
    const size = account.size;
    if (size !== null && typeof size === 'object')
      (account as Mutable<T.Account>).size = settleAny(size, null, settling);
  }
  for (const movement of community.movements) settleMovement(movement, settling);
}

function setSeries<K extends string>(
  thing: { readonly [P in K]: Series<Amount> },
  key: K,
  series: Series<Amount>,
  settle: (amount: Amount) => Amount,
): void {
  (thing as Mutable<typeof thing>)[key] = series.map((one) => ({
    ...one,
    value: settle(one.value),
  })) as (typeof thing)[K];
}

function settleParty(party: T.Party, settling: Settling): void {
  setSeries(party, 'size', party.size, (amount) => {
    checkPeriod(amount, false, settling);
    return settleMeasure(amount, 'people', settling);
  });
  setSeries(party, 'available', party.available, (amount) => recurring(amount, 'hours', settling));
  setSeries(party, 'reads', party.reads, (amount) => recurring(amount, 'minutes', settling));
}

function recurring(amount: Amount, measure: 'hours' | 'minutes', settling: Settling): Amount {
  checkPeriod(amount, true, settling);
  checkRhythm(amount, false, settling);
  return settleMeasure(amount, measure, settling);
}

function settleActivity(activity: T.Activity, settling: Settling): void {
  const one = activity as Mutable<T.Activity>;
  if (one.rhythm !== null) {
    checkPeriod(one.rhythm, true, settling);
    if (one.rhythm.per === 'event') checkRhythm(one.rhythm, false, settling);
    one.rhythm = settleMeasure(one.rhythm, 'times', settling);
  }
  if (one.price !== null && one.price !== 'free') one.price = settleAny(one.price, null, settling);
  if (one.sends !== null) {
    if (one.sends.items !== null) {
      checkPeriod(one.sends.items, true, settling);
      one.sends = { ...one.sends, items: settleMeasure(one.sends.items, 'times', settling) };
    }
  }
}

function namedKind(id: Id | null, settling: Settling): Kind | null | undefined {
  if (id === null) return null;
  return settling.kinds.byId(id) ?? undefined;
}

function settlePool(pool: T.Pool, settling: Settling): void {
  const one = pool as Mutable<T.Pool>;
  const named = namedKind(one.kind as Id | null, settling);
  // The kind is named and nobody knows it: that has been told, and says nothing about the units.
  if (named === undefined) return;
  const amounts = [
    ...one.stock.map((reading) => reading.amount),
    ...(one.carries === null ? [] : [one.carries]),
  ].filter((amount) => amount !== null);
  for (const amount of amounts) checkPeriod(amount, false, settling);
  const settled = settleKind(amounts, named, settling, () => null);
  const before = settling.reading.found.count;
  if (settled.kind === null && amounts.length === 0) {
    const at = placeOf(one, settling);
    const broken = settling.reading.keyPlaces.get(one);
    if (at && !broken?.has('stock') && !broken?.has('kind'))
      settling.reading.report('missing-key', at, { key: 'kind', thing: one.id, whole: 'no' });
  }
  if (before !== settling.reading.found.count) return;
  one.kind = (settled.kind?.id ?? null) as Id;
  one.stock = one.stock.map((reading, i) => ({ ...reading, amount: settled.amounts[i] ?? reading.amount }));
  if (one.carries !== null) one.carries = settled.amounts[one.stock.length] ?? one.carries;
  const unit = settled.kind?.unit ?? null;
  for (const key of ['wears', 'renews'] as const) {
    setSeries(one, key, one[key], (amount) => {
      checkRhythm(amount, false, settling);
      return settleAny(amount, unit, settling);
    });
  }
  if (settled.kind !== null) checkStock(one, settled.kind, settling);
}

/** What perishes or is relational has no stock. */
function checkStock(pool: T.Pool, kind: Kind, settling: Settling): void {
  const code =
    kind.law === 'perishable'
      ? 'stock-of-perishable'
      : kind.law === 'relational'
        ? 'stock-of-relational'
        : null;
  if (code === null || pool.stock.every((reading) => reading.amount.is === 'none')) return;
  const at = settling.reading.keyPlaces.get(pool)?.get('stock') ?? placeOf(pool, settling);
  if (at) settling.reading.report(code, at, { kind: kind.id });
}

function settleNeed(need: T.Need, activities: ReadonlyMap<Id, T.Activity>, settling: Settling): void {
  const one = need as Mutable<T.Need>;
  const named = namedKind(one.kind, settling);
  if (named === undefined) return;
  const settled = settleKind(
    one.amount.map((reading) => reading.value),
    named,
    settling,
    () => null,
  );
  const rhythmic = hasRhythm(activities.get(one.activity), settling);
  for (const reading of one.amount) {
    checkRhythm(reading.value, rhythmic, settling);
    checkOnce(reading.value, reading.since ?? one.since, reading.until ?? one.until, settling);
  }
  one.kind = settled.kind?.id ?? null;
  one.amount = one.amount.map((reading, i) => ({ ...reading, value: settled.amounts[i] ?? reading.value }));
}

function settleFlow(
  flow: T.Flow,
  activities: ReadonlyMap<Id, T.Activity>,
  settling: Settling,
  guess: () => Kind | null,
): void {
  const one = flow as Mutable<T.Flow>;
  const named = namedKind(one.kind, settling);
  if (one.fair !== null) one.fair = settlePrice(one.fair, settling);
  if (named === undefined) return;
  const others = one.otherwise.map((other) => other.amount).filter((amount) => amount !== null);
  const settled = settleKind(
    [...one.amount.map((reading) => reading.value), ...others],
    named,
    settling,
    guess,
  );
  const rhythmic = [one.from, one.to].some((end) => hasRhythm(activities.get(end), settling));
  for (const reading of one.amount) {
    checkRhythm(reading.value, rhythmic, settling);
    checkOnce(reading.value, reading.since ?? one.since, reading.until ?? one.until, settling);
  }
  one.kind = settled.kind?.id ?? null;
  let next = one.amount.length;
  one.amount = one.amount.map((reading, i) => ({ ...reading, value: settled.amounts[i] ?? reading.value }));
  one.otherwise = one.otherwise.map((other) =>
    other.amount === null ? other : { ...other, amount: settled.amounts[next++] ?? other.amount },
  );
}

/** For an amount that says nothing: the pool at either end tells the kind, else the need that is met. */
function guessKind(
  flow: T.Flow,
  kindAt: (end: Id) => Id | null,
  needs: ReadonlyMap<Id, T.Need>,
  settling: Settling,
): Kind | null {
  const from = kindAt(flow.from);
  const to = kindAt(flow.to);
  const need = flow.fulfils === null ? null : (needs.get(flow.fulfils)?.kind ?? null);
  const id = from !== null && to !== null && from !== to ? null : (from ?? to ?? need);
  return id === null ? null : settling.kinds.byId(id);
}

function settlePrice(price: Price, settling: Settling): Price {
  const at = placeOf(price, settling);
  const known = [price.unit, price.perUnit].map((unit) => settling.kinds.ofUnit(unit));
  known.forEach((one, i) => {
    const unit = i === 0 ? price.unit : price.perUnit;
    if (one === null && at)
      settling.reading.report('unknown-unit', at, { unit, near: settling.kinds.nearestUnit(unit) ?? 'none' });
  });
  const [paid, work] = known;
  if (!paid || !work) return price;
  return { ...price, value: (price.value * paid.factor) / work.factor, unit: paid.unit, perUnit: work.unit };
}

function settleMovement(movement: T.Movement, settling: Settling): void {
  const one = movement as Mutable<T.Movement>;
  for (const reading of one.amount) {
    checkRhythm(reading.value, false, settling);
    checkOnce(reading.value, reading.since ?? one.since, reading.until ?? one.until, settling);
  }
  setSeries(one, 'amount', one.amount, (amount) => settleMeasure(amount, 'people', settling));
}

/** Whether an activity says how often it happens; one whose rhythm was mistyped is not blamed again. */
function hasRhythm(activity: T.Activity | undefined, settling: Settling): boolean {
  if (activity === undefined) return false;
  return activity.rhythm !== null || (settling.reading.keyPlaces.get(activity)?.has('rhythm') ?? false);
}

function checkRhythm(amount: Amount, rhythmic: boolean, settling: Settling): void {
  if (amount.per !== 'event' || rhythmic) return;
  const at = placeOf(amount, settling);
  if (at) settling.reading.report('event-without-rhythm', at);
}

function checkOnce(amount: Amount, since: When | null, until: When | null, settling: Settling): void {
  if (amount.is !== 'known' || (amount.per !== null && amount.per !== 'once')) return;
  if (since?.first != null && until?.last != null) return;
  const at = placeOf(amount, settling);
  if (at) settling.reading.report('once-without-period', at);
}
