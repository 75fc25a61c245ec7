/** Which facts a traced result stands on, and how many of them carry a number. */
import type { Ground } from '#core/analyses/network/ground';
import type { Input } from '#core/analyses/network/inputs';
import type { Node } from '#core/analyses/network/solve';
import type { Row, Trace } from '#core/analyses/network/trace';
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
  const at = node === null ? undefined : trace.indexOf.get(node);
  const upstream = node === null ? null : new Set(at === undefined ? [] : leadingTo(trace, at));
  const counts = new Map<Id, boolean>();
  const put = (input: Input): void => {
    // Work whose pay leaves the gift unknown still has a number of its own.
    if (input.fact !== null) counts.set(input.fact, input.amount !== null || ground.counted.has(input.fact));
  };
  if (upstream === null) for (const row of rows) row.inputs.forEach(put);
  else for (const index of upstream) trace.inputsAt.get(index)?.forEach(put);
  for (const index of upstream ?? reachedBy(trace, rows)) {
    if (upstream !== null && !trace.entered.node(index)) continue;
    for (const link of (trace.nodes[index] as Node).links) {
      if (link.flow === null) continue;
      const leads =
        upstream === null ||
        index === at ||
        (link.to.isNode && upstream.has(trace.indexOf.get(link.to.id) as number));
      if (leads) counts.set(link.flow, link.share !== null);
    }
  }
  const evidence = [...counts.keys()].sort();
  const uncounted = evidence.filter((id) => counts.get(id) === false);
  const kappa = evidence.length === 0 ? 1 : 1 - uncounted.length / evidence.length;
  return { evidence, kappa, uncounted };
}

function reachedBy(trace: Trace, rows: readonly Row[]): Iterable<number> {
  if (rows === trace.rows) return trace.entered.nodes();
  return new Set(rows.flatMap((row) => row.mayReach.nodes()));
}

/** The node and all that leads to it, by index. */
function leadingTo(trace: Trace, node: number): number[] {
  const found = new Set<number>();
  const waiting = [node];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (found.has(index)) continue;
    found.add(index);
    for (const from of trace.linksInto[index] ?? []) if (!found.has(from)) waiting.push(from);
  }
  return [...found];
}
