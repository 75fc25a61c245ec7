/**
 * The cash view beside `payer-beneficiary`: who hands money to whom, flow by flow. It follows nothing further: a venue's
 * owner is a payee here, while `who-bears` follows what the venue makes possible.
 */
import type { Finding } from '#core/analyses/finding';
import type { Counted, Ground } from '#core/analyses/network/ground';
import { grouped } from '#core/analyses/network/grouped';
import { type Cell, layOut } from '#core/analyses/network/matrix';
import { targetOf } from '#core/analyses/network/moves';
import { sayCash } from '#core/analyses/says/payer-beneficiary';
import type { Id } from '#core/model/fact';
import { sum } from '#core/number/sample';

/** One finding per conserved kind in which some party is paid: payers (parties, pools, activities) by payees. */
export function cashView(ground: Ground): Finding[] {
  return ground.kinds.flatMap((kind) => {
    if (kind.law !== 'conserved') return [];
    const flows = ground
      .ofKind(kind.id)
      .filter((one) => !targetOf(ground.view, one.flow.to).isNode && one.flow.to !== 'loss');
    if (flows.length === 0) return [];
    const lines = [...grouped(flows, (one) => one.flow.from)].map(([id, of]) => ({ id, cells: cellsOf(of) }));
    const matrix = layOut(lines);
    const kappa = flows.filter((one) => one.amount !== null).length / flows.length;
    return [
      {
        analysis: 'payer-beneficiary',
        about: [],
        kind: kind.id,
        unit: ground.view.unitPerMonth(kind.id),
        verdict: kappa === 0 ? 'cannot-tell' : 'measured',
        matrix,
        evidence: flows.map((one) => one.flow.id).sort(),
        says: sayCash(ground.view, kind.id, matrix.cols),
        more: { view: 'cash', kappa },
      },
    ];
  });
}

function cellsOf(flows: readonly Counted[]): Map<Id, Cell> {
  const cells = new Map<Id, Cell>();
  for (const [payee, of] of grouped(flows, (one) => one.flow.to)) {
    const known = of.flatMap((one) => (one.amount === null ? [] : [one.amount]));
    cells.set(payee, known.length === 0 ? null : sum(known));
  }
  return cells;
}
