/** Which facts a traced result stands on, and how many of them carry a number. */
import type { Ground } from '#core/analyses/network/ground';
import { nodeMark, type Row, type Trace } from '#core/analyses/network/trace';
import type { Id } from '#core/model/fact';

export interface Standing {
  /** Ids of the flows (and, for wear, pools) on the way from the givers, sorted. */
  readonly evidence: readonly Id[];
  /** Quantified ÷ all of them; 1 where there are none. */
  readonly kappa: number;
  /** Those without a number, sorted. */
  readonly uncounted: readonly Id[];
}

/** What the whole trace stands on, or what reaches one node and leaves it; or only what some of its givers stand on. */
export function standingOf(
  ground: Ground,
  trace: Trace,
  node: Id | null,
  rows: readonly Row[] = trace.rows,
): Standing {
  const upstream = node === null ? null : leadingTo(trace, node);
  const counts = new Map<Id, boolean>();
  const entered = new Set<string>();
  for (const row of rows) {
    for (const mark of row.mayReach) entered.add(mark);
    for (const input of row.inputs) {
      if (input.fact === null || (upstream !== null && !(input.to.isNode && upstream.has(input.to.id))))
        continue;
      // Work whose pay leaves the gift unknown still has a number of its own.
      counts.set(input.fact, input.amount !== null || ground.counted.has(input.fact));
    }
  }
  for (const from of trace.nodes) {
    if ((upstream !== null && !upstream.has(from.id)) || !entered.has(nodeMark(from.id))) continue;
    for (const link of from.links) {
      if (link.flow === null) continue;
      const leads = upstream === null || from.id === node || (link.to.isNode && upstream.has(link.to.id));
      if (leads) counts.set(link.flow, link.share !== null);
    }
  }
  const evidence = [...counts.keys()].sort();
  const uncounted = evidence.filter((id) => counts.get(id) === false);
  const kappa = evidence.length === 0 ? 1 : 1 - uncounted.length / evidence.length;
  return { evidence, kappa, uncounted };
}

/** The node and all that leads to it. */
function leadingTo(trace: Trace, node: Id): Set<Id> {
  const found = new Set<Id>();
  const waiting = [node];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    for (const { from } of trace.linksInto.get(id) ?? []) waiting.push(from);
  }
  return found;
}
