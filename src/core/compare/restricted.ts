/**
 * How much of the money that comes in is bound to a purpose, one currency at a time: income of a basket, a stream with
 * strings, or one into a pocket that is legal or agreed. Null as soon as an amount in it is unknown, unless all is bound.
 */
import type { View } from '#core/audience/view';
import type { Reading } from '#core/compare/vector';
import type { Flow } from '#core/model/things';
import { isMoney, shareOf } from '#core/questions/shares';

/** One reading a currency that comes in. */
export function boundShares(view: View): readonly Reading[] {
  const income = view.countedFlows.filter((flow) => isMoney(view, flow.kind) && comesIn(view, flow));
  return [...new Set(income.map((flow) => flow.kind))].map((kind) => {
    const all = income.filter((flow) => flow.kind === kind);
    const bound = all.filter((flow) => isBound(view, flow));
    const value = bound.length === 0 ? 0 : bound.length === all.length ? 1 : shareOf(view, bound, all);
    return { value, band: null, evidence: all.map((flow) => flow.id).sort() };
  });
}

function isBound(view: View, flow: Flow): boolean {
  const pocket = view.get('pockets', flow.to);
  if (pocket !== null) return pocket.softness === 'legal' || pocket.softness === 'agreed';
  return flow.strings !== null || view.baskets.some((basket) => basket.income.includes(flow.id));
}

function comesIn(view: View, flow: Flow): boolean {
  const from = view.get('parties', flow.from);
  return (from !== null && !from.inside) || flow.from === 'outside';
}
