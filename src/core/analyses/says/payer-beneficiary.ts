/** `payer-beneficiary` as a sentence. */
import { called, calledAll, calledKind, capital } from '#core/analyses/says/names';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import { type Message, message } from '#core/words/message';

const MEASURED = message(
  'finding.payer-beneficiary.measured',
  'Of {kind} from {payer}, {back, number, percent} comes back to its own circle and {onward, number, percent} reaches others.',
);
const OPEN = message(
  'finding.payer-beneficiary.open',
  '{start} from {payer} may reach {reached}; we cannot tell yet how much reaches whom.',
);
const NOWHERE = message(
  'finding.payer-beneficiary.nowhere',
  'We cannot tell yet whom {payer} reaches in {kind}.',
);
const CASH = message('finding.payer-beneficiary.cash', 'In {kind}, direct payments go to {payees}.');

export function sayPayer(
  view: View,
  payer: Id,
  kind: Id,
  back: number | null,
  reach: () => readonly Id[],
): Message {
  const params = { payer: called(view, payer), kind: calledKind(view, kind) };
  if (back !== null) return MEASURED({ ...params, back, onward: 1 - back });
  const reached = reach();
  if (reached.length === 0) return NOWHERE(params);
  return OPEN.later(() => ({ ...params, start: capital(params.kind), reached: calledAll(view, reached) }));
}

export function sayCash(view: View, kind: Id, payees: readonly Id[]): Message {
  return CASH.later(() => ({ kind: calledKind(view, kind), payees: calledAll(view, payees) }));
}
