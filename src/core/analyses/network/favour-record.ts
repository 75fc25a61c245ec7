/**
 * What is remembered of favours: who did one for whom, how large, how long ago. Old favours fade by half in 24 months; what
 * somebody has acknowledged to owe does not fade until it is honoured or forgiven, and then it is no longer owed.
 */
import type { Ground } from '#core/analyses/network/ground';
import { targetOf } from '#core/analyses/network/moves';
import { sampleOf } from '#core/analyses/network/stock';
import { monthsBetween, type When } from '#core/model/dates';
import type { Id } from '#core/model/fact';
import { readingOn } from '#core/model/rate';
import type { Account, Flow, Size } from '#core/model/things';
import { type Sample, times } from '#core/number/sample';

/** Months after which half of a favour has faded (heuristic; a reported loss of closeness of 15 % a year implies 51). */
export const HALF_LIFE_MONTHS = 24;
/** What a small, a middling and a large favour weigh (heuristic). */
export const WEIGHTS: Readonly<Record<Size, number>> = { S: 1, M: 3, L: 9 };

export interface Favour {
  readonly fact: Id;
  readonly giver: Id;
  readonly receiver: Id;
  /** Null: it was done, and nobody said how large it was. */
  readonly weight: Sample | null;
}

/** Favours in one measure: sizes, an amount of a kind a month, or a one-time amount of a kind. Never added across. */
export interface Measure {
  readonly kind: Id | null;
  readonly unit: string;
  readonly favours: readonly Favour[];
}

export function favourRecord(ground: Ground): Measure[] {
  const { view } = ground;
  const measures = new Map<string, { kind: Id | null; unit: string; favours: Favour[] }>();
  const put = (kind: Id | null, unit: string, favour: Favour): void => {
    if (favour.giver === favour.receiver) return;
    const measure = measures.get(unit);
    if (measure === undefined) measures.set(unit, { kind, unit, favours: [favour] });
    else measure.favours.push(favour);
  };
  for (const flow of view.ever.flows) {
    if (flow.form === 'favour' && isBetweenParties(ground, flow)) remember(ground, flow, put);
  }
  for (const account of view.accounts) owed(ground, account, put);
  return [...measures.values()];
}

type Put = (kind: Id | null, unit: string, favour: Favour) => void;

function isBetweenParties(ground: Ground, flow: Flow): boolean {
  const is = flow.status === 'actual' || flow.status === 'agreed';
  const begun = flow.since?.first == null || flow.since.first <= ground.view.day;
  return is && begun && !targetOf(ground.view, flow.from).isNode && !targetOf(ground.view, flow.to).isNode;
}

function remember(ground: Ground, flow: Flow, put: Put): void {
  const { view } = ground;
  const ends = { fact: flow.id, giver: flow.from, receiver: flow.to };
  if (flow.size !== null) {
    put(null, 'favour', { ...ends, weight: WEIGHTS[flow.size] * fading(ground, flow.since) });
    return;
  }
  const written = readingOn(flow.amount, view.day);
  const once = written?.value.is === 'known' && (written.value.per === null || written.value.per === 'once');
  const unit = flow.kind === null ? null : (view.kind(flow.kind)?.unit ?? flow.kind);
  if (once && unit !== null) {
    const whole = view.isCovered(flow.id) ? null : sampleOf(ground, flow.id, written.value, flow.because);
    put(flow.kind, unit, {
      ...ends,
      weight: whole === null ? null : times(whole, fading(ground, flow.since)),
    });
    return;
  }
  if (!view.valid(flow)) return;
  const rate = view.rate(flow);
  if (rate.is === 'none') return;
  const weight = rate.is === 'known' && !view.isCovered(flow.id) ? ground.draws.pert(flow.id, rate) : null;
  if (unit === null) put(null, 'favour', { ...ends, weight: null });
  else put(flow.kind, `${unit}/month`, { ...ends, weight });
}

function owed(ground: Ground, account: Account, put: Put): void {
  if (account.state === 'honoured' || account.state === 'forgiven') return;
  if (account.since?.first != null && account.since.first > ground.view.day) return;
  // `who` owes, so `towards` has given (settled reading 22).
  const ends = { fact: account.id, giver: account.towards, receiver: account.who };
  const left = account.state === 'acknowledged' ? 1 : fading(ground, account.since);
  const { size } = account;
  if (size === null || typeof size === 'string') {
    put(null, 'favour', { ...ends, weight: size === null ? null : WEIGHTS[size] * left });
    return;
  }
  const kind = ground.view.kinds.find((one) => one.unit !== null && one.unit === size.unit) ?? null;
  const whole = sampleOf(ground, account.id, size, account.because);
  put(kind?.id ?? null, kind?.unit ?? 'favour', {
    ...ends,
    weight: whole === null ? null : times(whole, left),
  });
}

/** What is left of something of that date: 1 without a date. */
function fading(ground: Ground, since: When | null): number {
  if (since?.first == null) return 1;
  return 2 ** (-Math.max(0, monthsBetween(since.first, ground.view.day)) / HALF_LIFE_MONTHS);
}
