/**
 * What a thing offered without a price takes, kind by kind, and who bears it: `who-bears` and its needs, put in the
 * order in which people read them. Every number comes from the finding; kinds are never put together.
 */
import type { Finding } from '#core/analyses/finding';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import type { Activity, Flow, Need } from '#core/model/things';

export type Knowing = 'known' | 'agreed' | 'some' | 'unknown' | 'covered';

export interface Bearer {
  readonly id: Id;
  /** Per month in the unit of the kind; null: unknown, not zero. */
  readonly amount: number | null;
  /** Between what the amount lies in nine draws of ten; null where none was drawn. Its parts move together. */
  readonly band: readonly [number, number] | null;
  /** How the amount is known: decides how its tube is drawn. */
  readonly knowing: Knowing;
  /** Its own streams among the evidence. */
  readonly flows: readonly Flow[];
  /** Where it arrives, in the order of `columns`. In a `reach`, 1 says that it arrives. */
  readonly cells: readonly (number | null)[];
}

/** Work that is paid for in part: the pay keeps to its own kind, and only the rest is the worker's gift. */
export interface Paid {
  readonly work: Id;
  readonly by: Id;
  /** Share of the work that the pay covers, 0 to 1; null where nobody said what would be fair. */
  readonly phi: number | null;
}

export interface Taken {
  readonly kind: Id;
  readonly unit: string | null;
  readonly verdict: string;
  readonly columns: readonly Id[];
  readonly bearers: readonly Bearer[];
  /** Of all bearers; null as soon as one of them is unknown. */
  readonly amount: number | null;
  /** Needs of that kind, met or not. */
  readonly needs: readonly Need[];
  readonly paid: readonly Paid[];
  readonly evidence: readonly Id[];
}

/** By what they are meant for, or by who uses them in fact. */
export type Basis = 'intention' | 'use';

/** Whether the findings tell of an offer by use as well as by intention. */
export function hasUse(findings: readonly Finding[], offer: Id): boolean {
  return findings.some((one) => isBearing(one, offer) && one.basis === 'use');
}

function isBearing(finding: Finding, offer: Id): boolean {
  return (
    finding.analysis === 'who-bears' &&
    finding.about.length === 1 &&
    finding.about[0] === offer &&
    finding.matrix !== undefined
  );
}

/** Activities that are offered without a price on the day of the view. */
export function offers(view: View): readonly Activity[] {
  return view.activities.filter((activity) => activity.price === 'free');
}

/** What an offer takes, one entry a kind: what has most bearers first, then needs that nobody is named for. */
export function takenBy(
  view: View,
  findings: readonly Finding[],
  offer: Id,
  basis: Basis = 'intention',
): readonly Taken[] {
  const needs = view.needs.filter((need) => need.activity === offer);
  const traced = findings.filter((one) => isBearing(one, offer) && (one.basis ?? 'intention') === basis);
  const taken = traced.map((finding) => fromFinding(view, finding, needs));
  const met = new Set(taken.map((one) => one.kind));
  const unmet = [...new Set(needs.map((need) => need.kind))].filter(
    (kind) => kind !== null && !met.has(kind),
  ) as Id[];
  return [
    ...taken
      .filter((one) => one.bearers.length > 0 || one.needs.length > 0)
      .sort((a, b) => b.bearers.length - a.bearers.length || (a.kind < b.kind ? -1 : 1)),
    ...unmet.map((kind) => nobody(view, kind, needs)),
  ];
}

function fromFinding(view: View, finding: Finding, needs: readonly Need[]): Taken {
  const { rows, cols } = finding.matrix ?? { rows: [], cols: [] };
  const kind = finding.kind ?? '';
  const bearers = rows
    .map((id, index) => bearer(view, finding, id, index))
    .filter((one) => one.amount !== 0 || one.flows.length > 0)
    .sort((a, b) => (b.amount ?? -1) - (a.amount ?? -1) || (a.id < b.id ? -1 : 1));
  return {
    kind,
    unit: finding.unit ?? null,
    verdict: finding.verdict,
    columns: cols,
    bearers,
    amount: finding.verdict === 'reach' ? null : sum(bearers.map((one) => one.amount)),
    needs: needs.filter((need) => need.kind === kind),
    paid: ((finding.more?.['paid'] ?? []) as readonly Paid[]).map(({ work, by, phi }) => ({ work, by, phi })),
    evidence: finding.evidence,
  };
}

function bearer(view: View, finding: Finding, id: Id, row: number): Bearer {
  const cells = finding.matrix?.cells[row] ?? [];
  const flows = finding.evidence
    .map((fact) => view.get('flows', fact))
    .filter((flow) => flow !== null && flow.from === id && view.valid(flow)) as Flow[];
  const amount = finding.verdict === 'reach' ? null : sum(cells);
  const low = sum(finding.matrix?.low?.[row] ?? []);
  const high = sum(finding.matrix?.high?.[row] ?? []);
  const band =
    amount === null || low === null || high === null || high <= low ? null : ([low, high] as const);
  return { id, amount, band, knowing: knowingOf(view, flows, amount), flows, cells };
}

function knowingOf(view: View, flows: readonly Flow[], amount: number | null): Knowing {
  if (amount !== null)
    return flows.length > 0 && flows.every((flow) => flow.status === 'agreed') ? 'agreed' : 'known';
  if (flows.some((flow) => view.isCovered(flow.id))) return 'covered';
  return flows.some((flow) => readingOn(flow.amount, view.day)?.value.is === 'some') ? 'some' : 'unknown';
}

function nobody(view: View, kind: Id, needs: readonly Need[]): Taken {
  return {
    kind,
    unit: view.unitPerMonth(kind),
    verdict: 'nobody-named',
    columns: [],
    bearers: [],
    amount: null,
    needs: needs.filter((need) => need.kind === kind),
    paid: [],
    evidence: needs.filter((need) => need.kind === kind).map((need) => need.id),
  };
}

/** The sum of one kind; null as soon as one part is unknown. */
function sum(parts: readonly (number | null)[]): number | null {
  let total = 0;
  for (const part of parts) {
    if (part === null) return null;
    total += part;
  }
  return parts.length === 0 ? null : total;
}
