/** `balance` as a sentence. A gap is a question about records, and blames nobody. */
import { called } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import type { Pool } from '#core/model/things';
import type { Interval } from '#core/number/interval';
import { sayNumber } from '#core/words/amounts';
import { type Message, message } from '#core/words/message';

const CLOSES = message(
  'finding.balance.closes',
  'From {from} to {to}, what is written down explains {pool}.',
);
const MISSING = message(
  'finding.balance.gap',
  'From {from} to {to}, {pool} ends with about {amount} {side, select, less {less} other {more}} than the written flows explain.',
);
const WIDE = message(
  'finding.balance.wide',
  'From {from} to {to}, we cannot tell whether {pool} adds up: the amounts are too uncertain.',
);
const OPEN = message(
  'finding.balance.open',
  'We cannot tell yet whether {pool} adds up: not enough of it is counted.',
);

export function sayBalance(
  view: View,
  pool: Pool,
  verdict: string,
  epsilon: Interval | null,
  dates: { readonly from: string; readonly to: string } | null,
): Message {
  if (epsilon === null || dates === null) return OPEN({ pool: called(view, pool.id) });
  const amount = sayNumber(Math.abs(epsilon.likely), view.kind(pool.kind)?.unit ?? null);
  const params = {
    pool: called(view, pool.id),
    amount,
    side: epsilon.likely > 0 ? 'less' : 'more',
    ...dates,
  };
  if (verdict === 'closes') return CLOSES(params);
  return verdict === 'gap' ? MISSING(params) : WIDE(params);
}
