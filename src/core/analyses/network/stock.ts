/** What of a pool is free to use: its stock less what is set aside by law or agreement (settled reading 22). */
import type { Ground } from '#core/analyses/network/ground';
import { type Amount, pertMean } from '#core/model/amount';
import { type Day, isoDay } from '#core/model/dates';
import type { Evidence, Id } from '#core/model/fact';
import { manner, readingOn, SPREAD } from '#core/model/rate';
import type { Pool } from '#core/model/things';
import { type Sample, times } from '#core/number/sample';

export interface Freely {
  /** Null where the stock, or the size of what is set aside, is not known. */
  readonly usable: Sample | null;
  /** The whole stock at that reading. */
  readonly stock: Sample | null;
  /** The day of the reading; null where it has no date. */
  readonly readOn: string | null;
  /** Pockets that are legal or agreed. */
  readonly restricted: readonly Id[];
}

/** Of the lowest reading in the twelve months up to the day of the view; else of the latest before. */
export function usableStock(ground: Ground, pool: Pool): Freely {
  const { view } = ground;
  const pockets = pool.pockets.flatMap((id) => view.get('pockets', id) ?? []);
  const apart = pockets.filter(
    (one) => (one.softness === 'legal' || one.softness === 'agreed') && view.valid(one),
  );
  const restricted = apart.map((one) => one.id).sort();
  const reading = lowestReading(ground, pool);
  const shares = apart.map((one) => readingOn(one.share, view.day)?.value ?? null);
  const readOn = reading?.day == null ? null : isoDay(reading.day);
  const stock =
    reading === null ? null : sampleOf(ground, `${pool.id} stock`, reading.amount, reading.because);
  if (stock === null || shares.includes(null)) return { usable: null, stock, readOn, restricted };
  const free = shares.reduce<number>((left, share) => left - (share ?? 0), 1);
  return { usable: times(stock, Math.max(0, free)), stock, readOn, restricted };
}

interface Read {
  readonly day: Day | null;
  readonly amount: Amount;
  readonly because: readonly Evidence[];
}

function lowestReading(ground: Ground, pool: Pool): Read | null {
  const { day } = ground.view;
  const readings = pool.stock
    .map((one): Read => {
      const first = one.on?.first ?? null;
      const because = one.because.length > 0 ? one.because : pool.because;
      return {
        day: first === null ? null : Math.floor((first + (one.on?.last ?? first)) / 2),
        amount: one.amount,
        because,
      };
    })
    .filter((one) => one.day === null || one.day <= day)
    .sort((a, b) => (a.day ?? day) - (b.day ?? day));
  const ofYear = readings.filter((one) => (one.day ?? day) > day - 366);
  const known = ofYear.filter((one) => one.amount.is === 'known');
  if (known.length === ofYear.length && known.length > 0) {
    return known.reduce((low, one) => (meanOf(one.amount) < meanOf(low.amount) ? one : low));
  }
  return ofYear.at(-1) ?? readings.at(-1) ?? null;
}

function meanOf(amount: Amount): number {
  return amount.is === 'known' ? pertMean(amount.least, amount.likely, amount.most) : 0;
}

/** Draws of an amount that is no rate: a stock, or what a pool can carry. Null where there is no number. */
export function sampleOf(
  ground: Ground,
  name: string,
  amount: Amount,
  because: readonly Evidence[],
): Sample | null {
  if (amount.is === 'none') return 0;
  if (amount.is !== 'known') return null;
  const { least, likely, most } = amount;
  if (amount.shape === 'range') return ground.draws.pert(name, { least, likely, most, mean: meanOf(amount) });
  const [low, high] = SPREAD[amount.shape === 'about' ? 'estimate' : manner(because)];
  return ground.draws.pert(name, { least: likely * low, likely, most: likely * high, mean: likely });
}
