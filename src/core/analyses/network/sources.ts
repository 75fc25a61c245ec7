/**
 * Who stands behind what a need, a pool or a whole kind receives. What comes out of a pool or an activity is followed back
 * to its givers in proportion (A3). Sources that have no name (the outside, the past, the future) are counted apart.
 */
import type { Counted, Ground } from '#core/analyses/network/ground';
import { targetOf } from '#core/analyses/network/moves';
import { paidWork } from '#core/analyses/network/pay';
import { type Row, traceOf } from '#core/analyses/network/trace';
import type { Id } from '#core/model/fact';
import type { Kind } from '#core/model/kind';
import { over, plus, type Sample, shown, times } from '#core/number/sample';

export interface Sources {
  /** What each giver brings, a month. Null: it gives, and nobody counted. */
  readonly byGiver: ReadonlyMap<Id, Sample | null>;
  readonly flows: readonly Counted[];
}

/** Whether a giver can be spoken of by name. */
export function isNamed(ground: Ground, id: Id): boolean {
  return ground.view.get('parties', id) !== null;
}

/** The givers behind some flows of a kind; each flow may be weighed, for instance by how firm it is. */
export function sourcesOf(
  ground: Ground,
  kind: Kind,
  flows: readonly Counted[],
  weigh: (one: Counted) => number = () => 1,
): Sources {
  const byGiver = new Map<Id, Sample | null>();
  const give = (id: Id, amount: Sample | null): void => {
    const before = byGiver.get(id);
    byGiver.set(id, before == null || amount === null ? (before ?? amount) : plus(before, amount));
  };
  for (const one of flows) {
    const from = targetOf(ground.view, one.flow.from);
    const amount = one.amount === null ? null : times(one.amount, weigh(one));
    if (!from.isNode) {
      give(from.id, amount);
      continue;
    }
    const behind = behindNode(ground, kind, from.id);
    if (behind.size === 0) give(from.id, amount);
    for (const [giver, share] of behind)
      give(giver, amount === null || share === null ? null : times(amount, share));
  }
  return { byGiver, flows };
}

/** The shares of givers in what passes a node; null where a giver reaches it and nobody knows with how much. */
function behindNode(ground: Ground, kind: Kind, node: Id): Map<Id, Sample | null> {
  const trace = traceOf(ground, kind, 'intention');
  const index = trace.indexOf.get(node);
  if (index === undefined) return new Map();
  const { rows, visits } = trace.column(index);
  const byRow = new Map<number, Sample>();
  for (let i = 0; i < rows.length; i++) byRow.set(rows[i] as number, visits[i] as Sample);
  const reaching = trace.reaching(index).rows;
  const total = reaching.reduce<Sample>((sum, at) => plus(sum, byRow.get(at) ?? 0), 0);
  return new Map(
    reaching.map((at) => {
      const visit = byRow.get(at);
      return [
        (trace.rows[at] as Row).id,
        visit === undefined || shown(visit) === 0 || shown(total) === 0 ? null : over(visit, total),
      ] as const;
    }),
  );
}

/** All givers of a kind: what they put in a month, of paid work only the gift. What was given one time is in no month. */
export function sourcesOfKind(ground: Ground, kind: Kind): Sources {
  const flows = ground
    .ofKind(kind.id)
    .filter((one) => !one.once && !targetOf(ground.view, one.flow.from).isNode);
  const paid = paidWork(ground);
  const gifts = flows.map((one) => {
    const pay = paid.get(one.flow.id);
    return pay === undefined || pay.gift === 0 ? one : { ...one, amount: pay.gift };
  });
  return sourcesOf(ground, kind, gifts);
}
