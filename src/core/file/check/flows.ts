/** What a flow has to say, and what the law of its kind forbids. */
import type { ProblemCode } from '#core/file/problems/catalogue';
import { placeOf, type Settling } from '#core/file/settle/amounts';
import type { Written } from '#core/file/settle/things';
import type { Id } from '#core/model/fact';
import type * as T from '#core/model/things';

const ONLY_GIVES: ReadonlySet<Id> = new Set(['made', 'past']);
const OUTSIDE: ReadonlySet<Id> = new Set(['outside', 'ecosystem']);

export function checkFlows(written: Written, settling: Settling): void {
  const outside = new Set([
    ...OUTSIDE,
    ...written.community.parties
      .filter((party) => !party.inside && !settling.reading.keyPlaces.get(party)?.isMistyped('inside'))
      .map((party) => party.id),
  ]);
  for (const flow of written.community.flows) {
    checkEnds(flow, outside, settling);
    checkLaw(flow, settling);
    if (flow.form === 'pay' && !saysWork(flow, settling))
      report('pay-without-work', flow, [], settling, { thing: flow.id });
  }
}

/** Named, even where the name was mistyped: that has been told. */
function saysWork(flow: T.Flow, settling: Settling): boolean {
  const keys = settling.reading.keyPlaces.get(flow);
  return keys !== undefined && (keys.has('compensates') || keys.has('fulfils'));
}

/** Reports at the first of these keys that is there, else at the id of the flow. */
function report(
  code: ProblemCode,
  flow: T.Flow,
  keys: readonly string[],
  settling: Settling,
  params: Readonly<Record<string, string>> = {},
): void {
  const places = settling.reading.keyPlaces.get(flow);
  const key = keys.find((one) => places?.has(one));
  const at = (key === undefined ? undefined : places?.get(key)) ?? placeOf(flow, settling);
  if (at) settling.reading.report(code, at, params);
}

function checkEnds(flow: T.Flow, outside: ReadonlySet<Id>, settling: Settling): void {
  if (flow.from === 'loss') report('wrong-end', flow, ['from'], settling);
  if (ONLY_GIVES.has(flow.to)) report('wrong-end', flow, ['to'], settling);
  if (outside.has(flow.from) && outside.has(flow.to))
    report('flow-outside', flow, [], settling, { thing: flow.id });
}

function checkLaw(flow: T.Flow, settling: Settling): void {
  const kind = flow.kind === null ? null : settling.kinds.byId(flow.kind);
  if (kind?.law === 'relational')
    report('flow-of-relational', flow, ['kind', 'amount'], settling, { kind: kind.id });
  if (kind?.law === 'copyable' && flow.to === 'loss')
    report('copy-used-up', flow, ['kind', 'amount'], settling, { kind: kind.id });
}
