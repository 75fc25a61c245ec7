/** What is in a pool on the day, from its readings: the latest up to that day, else the undated one. */
import type { View } from '#core/audience/view';
import type { Pool } from '#core/model/things';
import { levelOf, type Spread } from '#core/simulate/compile/build';

/** The stock with its spread; null where nobody said, or where it is hidden. */
export function stockOf(view: View, pool: Pool): Spread | null {
  if (view.isCovered(pool.id)) return null;
  const dated = pool.stock
    .filter((one) => one.on?.first != null && one.on.first <= view.day)
    .sort((a, b) => (a.on?.first ?? 0) - (b.on?.first ?? 0));
  const reading = dated.at(-1) ?? pool.stock.find((one) => one.on === null);
  if (reading === undefined) return null;
  return levelOf(reading.amount, reading.because.length > 0 ? reading.because : pool.because);
}
