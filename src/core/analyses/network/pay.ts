/**
 * Paid hours count once: of h hours paid with m at a fair rate ρ, φ = min(1, m / (h ρ)) is paid, and only (1 − φ) h is the
 * worker's gift; the money keeps the rest. Where no fair rate is given, φ is unknown and shown as 1 (settled reading 9).
 */
import type { Counted, Ground } from '#core/analyses/network/ground';
import { grouped } from '#core/analyses/network/grouped';
import type { Id } from '#core/model/fact';
import { across, over, plus, type Sample, shown, times } from '#core/number/sample';

export interface Paid {
  /** The flow of work. */
  readonly work: Id;
  readonly by: Id;
  readonly pays: readonly Id[];
  /** Null where it is unknown. */
  readonly phi: number | null;
  /** Why φ is unknown: nobody said what would be fair, or an amount is not known. */
  readonly unknown: 'fair' | 'amount' | null;
  /** What of the work is given, a month; null where that is not known. */
  readonly gift: Sample | null;
}

const known = new WeakMap<Ground, ReadonlyMap<Id, Paid>>();

/** Every flow of work that is paid for, by its id. */
export function paidWork(ground: Ground): ReadonlyMap<Id, Paid> {
  const before = known.get(ground);
  if (before !== undefined) return before;
  const byId = new Map(ground.flows.map((one) => [one.flow.id, one]));
  const pays = grouped(ground.flows.filter(isPay), (one) => one.flow.compensates as Id);
  const made = new Map<Id, Paid>();
  for (const [work, of] of pays) {
    const worked = byId.get(work);
    if (worked !== undefined) made.set(work, share(ground, worked, of));
  }
  known.set(ground, made);
  return made;
}

/** A gift in thanks is no pay; a payment is one, and so is whatever says what a fair rate would be. */
function isPay(one: Counted): boolean {
  const { compensates, form, fair } = one.flow;
  return compensates !== null && (fair !== null || form === null || form === 'pay' || form === 'sale');
}

function share(ground: Ground, work: Counted, pays: readonly Counted[]): Paid {
  const said = { work: work.flow.id, by: work.flow.from, pays: pays.map((one) => one.flow.id).sort() };
  if (pays.some((one) => !hasFair(ground, work, one)))
    return { ...said, phi: null, unknown: 'fair', gift: 0 };
  if (work.amount === null || pays.some((one) => one.amount === null)) {
    return { ...said, phi: null, unknown: 'amount', gift: null };
  }
  const hours = work.amount;
  const bought = pays.reduce<Sample>(
    (total, one) => plus(total, over(one.amount as Sample, one.flow.fair?.value ?? 1)),
    0,
  );
  const phi = across([over(bought, hours)], ([part]) => Math.min(1, part as number));
  const gift = times(
    hours,
    across([phi], ([part]) => 1 - (part as number)),
  );
  return { ...said, phi: shown(phi), unknown: null, gift };
}

/** Whether the payment says what would be fair, in its own unit for one unit of the work. */
function hasFair(ground: Ground, work: Counted, pay: Counted): boolean {
  const unit = (kind: Id | null): string | null =>
    kind === null ? null : (ground.view.kind(kind)?.unit ?? null);
  const fair = pay.flow.fair;
  return fair !== null && fair.value > 0 && fair.unit === unit(pay.kind) && fair.perUnit === unit(work.kind);
}
