/**
 * What a sponsor may read of its basket: what came in, what the basket takes in every kind and who bore the rest, as
 * totals; what it changed; what ends when. Never who gave how much: a rest that would tell is withheld, and its whole
 * with it, whoever looks.
 */
import { analyse } from '#core/analyses/analyse';
import type { Finding } from '#core/analyses/finding';
import type { ReleasedFigure } from '#core/audience/protect/releases';
import { LEAST_OUTSIDE, tooTelling, type Why } from '#core/audience/protect/rules';
import { WHY } from '#core/audience/protect/totals';
import type { View } from '#core/audience/view';
import type { Day, When } from '#core/model/dates';
import type { Id, Text } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import type { Basket, Flow } from '#core/model/things';
import type { Message } from '#core/words/message';

export interface CameIn {
  readonly flow: Id;
  readonly kind: Id | null;
  /** As it was written; null where the amount is not shown. */
  readonly written: string | null;
  /** A month, in the unit of its kind; null: unknown, one-time or not shown. */
  readonly perMonth: number | null;
  readonly until: When | null;
}

/** A month, in the unit of the kind. Null: unknown or withheld, never zero. */
export interface KindCost {
  readonly kind: Id;
  readonly unit: string | null;
  readonly whole: number | null;
  /** By the sponsor itself. */
  readonly bySponsor: number | null;
  /** By everybody else together. */
  readonly byOthers: number | null;
  readonly withheld: Message | null;
  /** Whether something of that kind is given and not counted. */
  readonly isOpen: boolean;
}

export interface SponsorPage {
  readonly basket: Id;
  readonly sponsor: Id;
  readonly includes: readonly Id[];
  readonly strings: Text | null;
  readonly reporting: Text | null;
  readonly income: readonly CameIn[];
  readonly cost: readonly KindCost[];
  readonly worth: readonly {
    readonly id: Id;
    readonly about: Id | null;
    readonly for: Id | null;
    readonly text: Text;
  }[];
  /** What ends on which day, the nearest first. */
  readonly ends: readonly { readonly id: Id; readonly on: When }[];
}

/** The page of a basket; null where this view has none of that id. */
export function sponsorPage(view: View, basketId: Id): SponsorPage | null {
  const basket = view.get('baskets', basketId);
  if (basket === null) return null;
  const income = basket.income.flatMap((id) => view.get('flows', id) ?? []);
  const about = new Set<Id>([basket.id, ...basket.includes]);
  return {
    basket: basket.id,
    sponsor: basket.sponsor,
    includes: basket.includes,
    strings: basket.strings,
    reporting: basket.reporting,
    income: income.map((flow) => cameIn(view, flow)),
    cost: costOf(view, basket),
    worth: view.worth
      .filter((one) => one.about !== null && about.has(one.about))
      .map((one) => ({ id: one.id, about: one.about, for: one.for, text: one.text })),
    ends: endsOf(view, basket, income),
  };
}

function cameIn(view: View, flow: Flow): CameIn {
  const rate = view.rate(flow);
  const isShown = !view.isCovered(flow.id);
  return {
    flow: flow.id,
    kind: flow.kind,
    written: isShown ? (readingOn(flow.amount, view.day)?.value.text ?? null) : null,
    perMonth: isShown && rate.is === 'known' ? rate.mean : null,
    until: flow.until,
  };
}

/** Who gave how much to one kind of the basket; the amounts stay in here. */
interface Borne {
  readonly by: Map<Id, number>;
  readonly unit: string | null;
  isOpen: boolean;
}

function costOf(view: View, basket: Basket): KindCost[] {
  return [...borneOf(view, basket)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, borne]) => told(view, basket.sponsor, kind, borne));
}

/**
 * What the rest of each kind is made of, to set one released page beside another. For whoever looks after releases: it
 * names who gave how much.
 */
export function sponsorFigures(view: View, basketId: Id): ReleasedFigure[] {
  const basket = view.get('baskets', basketId);
  if (basket === null) return [];
  return [...borneOf(view, basket)].flatMap(([kind, borne]) => {
    const { withheld, byOthers } = told(view, basket.sponsor, kind, borne);
    if (withheld !== null || byOthers === null || byOthers === 0) return [];
    const of = [...borne.by].flatMap(([by, amount]) =>
      by === basket.sponsor
        ? []
        : contribution(view, by, amount).map(({ heads }) => ({
            id: `${basketId}/${kind}/${by}`,
            by,
            amount: Number(amount.toPrecision(9)),
            heads,
          })),
    );
    return of.length === 0 ? [] : [{ id: `${basketId}|${kind}`, of }];
  });
}

function borneOf(view: View, basket: Basket): ReadonlyMap<Id, Borne> {
  const findings = analyse(view, ['who-bears'], { draws: 0 });
  const kinds = new Map<Id, Borne>();
  const of = (kind: Id): Borne => {
    const known = kinds.get(kind);
    if (known !== undefined) return known;
    const fresh: Borne = { by: new Map(), unit: view.kind(kind)?.unit ?? null, isOpen: false };
    kinds.set(kind, fresh);
    return fresh;
  };
  for (const activity of basket.includes) {
    const traced = findings.filter(
      (one) => one.about.length === 1 && one.about[0] === activity && one.basis !== 'use',
    );
    if (traced.length > 0) for (const one of traced) addTraced(of(one.kind ?? ''), one);
    else addDirect(view, activity, of);
  }
  return kinds;
}

function addTraced(borne: Borne, { matrix, verdict }: Finding): void {
  if (matrix === undefined || verdict !== 'traced') borne.isOpen = true;
  if (matrix === undefined || verdict !== 'traced') return;
  matrix.rows.forEach((row, at) => {
    const cells = matrix.cells[at] ?? [];
    if (cells.some((cell) => cell === null)) borne.isOpen = true;
    borne.by.set(row, (borne.by.get(row) ?? 0) + cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0));
  });
}

/** What goes straight to an activity that is not offered for free. */
function addDirect(view: View, activity: Id, of: (kind: Id) => Borne): void {
  for (const flow of view.countedFlows) {
    if (flow.to !== activity || flow.kind === null) continue;
    const borne = of(flow.kind);
    const rate = view.rate(flow);
    if (rate.is === 'known' && !view.isCovered(flow.id))
      borne.by.set(flow.from, (borne.by.get(flow.from) ?? 0) + rate.mean);
    else if (rate.is !== 'none') borne.isOpen = true;
  }
}

/** The sponsor's own part is its own to know; of all others only the sum, and that only where it tells on nobody. */
function told(view: View, sponsor: Id, kind: Id, { by, unit, isOpen }: Borne): KindCost {
  const others = [...by].filter(([id]) => id !== sponsor);
  const rest = others.reduce((sum, [, much]) => sum + much, 0);
  const bySponsor = by.get(sponsor) ?? 0;
  const people = others.flatMap(([id, amount]) => contribution(view, id, amount));
  const why: Why | null = tooTelling(people, LEAST_OUTSIDE);
  const isKnown = by.size > 0;
  return {
    kind,
    unit,
    bySponsor: isKnown ? bySponsor : null,
    byOthers: isKnown && why === null ? rest : null,
    whole: isKnown && why === null ? rest + bySponsor : null,
    withheld: why === null ? null : WHY[why](),
    isOpen,
  };
}

/** A sum that disclosure made is protected already; the past, the outside and pools are nobody's small gift. */
function contribution(view: View, id: Id, amount: number): { heads: number; amount: number }[] {
  const flows = view.countedFlows.filter((flow) => flow.from === id);
  const isSum = flows.length > 0 && flows.every((flow) => flow.x['x-sum'] === true);
  const party = view.get('parties', id);
  if (isSum) return [];
  if (party === null) return id === 'withheld' || id === 'outside' ? [{ heads: 1, amount }] : [];
  if (party.type === 'public' || party.type === 'ecosystem') return [];
  const size = party.type === 'circle' ? readingOn(party.size, view.day)?.value : undefined;
  return [{ heads: size?.is === 'known' ? Math.max(1, Math.floor(size.likely)) : 1, amount }];
}

function endsOf(view: View, basket: Basket, income: readonly Flow[]): { id: Id; on: When }[] {
  const activities = basket.includes.flatMap((id) => view.get('activities', id) ?? []);
  const found = [
    ...(basket.ends === null ? [] : [{ id: basket.id, on: basket.ends }]),
    ...(basket.spendBy === null ? [] : [{ id: basket.id, on: basket.spendBy }]),
    ...[...income, ...activities].flatMap((one) =>
      one.until === null ? [] : [{ id: one.id, on: one.until }],
    ),
  ];
  const day = (when: When): Day => when.last ?? Number.POSITIVE_INFINITY;
  return found.sort((a, b) => day(a.on) - day(b.on) || (a.id < b.id ? -1 : 1));
}
