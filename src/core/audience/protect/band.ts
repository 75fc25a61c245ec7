/** Rounds outwards to bands of 1, 2 and 5 (…, 1, 2, 5, 10, 20, 50, …), so that an amount is told only roughly. */
import type { Amount, KnownAmount } from '#core/model/amount';

const STEPS = [1, 2, 5, 10] as const;

/** The band in which an amount lies: from the step at or below it to the step above. 0 lies from 0 to 0. */
export function bandOf(amount: number): readonly [number, number] {
  if (!(amount > 0)) return [0, 0];
  let decade = 10 ** Math.floor(Math.log10(amount));
  if (decade > amount) decade /= 10;
  if (decade * 10 <= amount) decade *= 10;
  const at = STEPS.findLastIndex((step) => decade * step <= amount);
  return [clean(decade * (STEPS[at] ?? 1)), clean(decade * (STEPS[at + 1] ?? 10))];
}

const clean = (value: number): number => Number(value.toPrecision(12));

/** The amount rounded outwards; a range keeps both its ends, each outwards. What is no number stays as it is. */
export function banded(amount: Amount): Amount {
  if (amount.is !== 'known') return amount;
  const least = bandOf(amount.least)[0];
  const [below, above] = bandOf(amount.most);
  const most = below === amount.most && amount.least < amount.most ? below : above;
  return rangeOf(least, most, amount.unit, amount.per);
}

/** `1000..2000 EUR/month` as an amount. */
export function rangeOf(least: number, most: number, unit: string | null, per: Amount['per']): KnownAmount {
  const rate = per === null ? '' : per === 'once' ? ' once' : `/${per}`;
  return {
    is: 'known',
    shape: 'range',
    least,
    likely: (least + most) / 2,
    most,
    unit,
    per,
    text: `${least}..${most}${unit === null ? '' : ` ${unit}`}${rate}`,
  };
}
