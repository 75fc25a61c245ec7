/** What a flow has to say, and what the law of its kind forbids. */
import { placeOf, type Settling } from '#core/file/settle/amounts';
import type { Written } from '#core/file/settle/things';
import type { Id } from '#core/model/fact';
import type * as T from '#core/model/things';

const ONLY_GIVES: ReadonlySet<Id> = new Set(['made', 'past']);
const OUTSIDE: ReadonlySet<Id> = new Set(['outside', 'ecosystem']);

export function checkFlows(written: Written, settling: Settling): void {
  const outside = new Set([
    ...OUTSIDE,
    ...written.community.parties.filter((party) => !party.inside).map((party) => party.id),
  ]);
  for (const flow of written.community.flows) {
    checkEnds(flow, outside, settling);
    checkLaw(flow, settling);
    const at = placeOf(flow, settling);
    const saysWork = ['compensates', 'fulfils'].some((key) => settling.reading.keyPlaces.get(flow)?.has(key));
    if (flow.form === 'pay' && !saysWork && at)
      settling.reading.report('pay-without-work', at, { thing: flow.id });
  }
}

function keyOf(thing: object, key: string, settling: Settling) {
  return settling.reading.keyPlaces.get(thing)?.get(key) ?? placeOf(thing, settling);
}

function checkEnds(flow: T.Flow, outside: ReadonlySet<Id>, settling: Settling): void {
  const { reading } = settling;
  const from = keyOf(flow, 'from', settling);
  const to = keyOf(flow, 'to', settling);
  if (flow.from === 'loss' && from) reading.report('wrong-end', from);
  if (ONLY_GIVES.has(flow.to) && to) reading.report('wrong-end', to);
  const at = placeOf(flow, settling);
  if (outside.has(flow.from) && outside.has(flow.to) && at)
    reading.report('flow-outside', at, { thing: flow.id });
}

function checkLaw(flow: T.Flow, settling: Settling): void {
  const kind = flow.kind === null ? null : settling.kinds.byId(flow.kind);
  if (kind === null) return;
  const at = keyOf(flow, settling.reading.keyPlaces.get(flow)?.has('kind') ? 'kind' : 'amount', settling);
  if (at === null) return;
  if (kind.law === 'relational') settling.reading.report('flow-of-relational', at, { kind: kind.id });
  if (kind.law === 'copyable' && flow.to === 'loss')
    settling.reading.report('copy-used-up', at, { kind: kind.id });
}
