/**
 * What each node does with what reaches it: the rows of S and T of `domain.md` A3. A pool passes on in proportion to its
 * recorded flows and keeps the rest; an activity first sends its recorded outflow, then follows `for` (readings 7 and 8).
 */
import type { Ground } from '#core/analyses/network/ground';
import { movesOf, type Target, type Through, targetOf } from '#core/analyses/network/moves';
import type { Id } from '#core/model/fact';
import type { Activity } from '#core/model/things';
import { excess, isExact, larger, over, type Sample, shown, times } from '#core/number/sample';

/** By what people meant (`for`), or by who uses it in fact (`used-by`, where given). */
export type Basis = 'intention' | 'use';

export interface Link {
  readonly to: Target;
  /** Of what passes the node, 0 to 1; null where a flow is there and its amount is not known. */
  readonly share: Sample | null;
  /** The recorded flow; null where it follows from `for` or from what is kept. */
  readonly flow: Id | null;
  /** What seems to stay, while some flow of the node is not known: it may be less. */
  readonly unsure: boolean;
}

/** The links out of a node for one kind. Known shares sum to 1. */
export function linksOf(ground: Ground, node: Id, kind: Id | null, basis: Basis): readonly Link[] {
  const thing = ground.view.thing(node);
  const through = movesOf(ground).through(node, kind);
  if (thing?.section === 'activities')
    return [...recorded(through), ...served(ground, thing, through, basis)];
  const pool = thing?.section === 'pockets' ? ground.view.get('pools', thing.pool) : thing;
  const own = pool?.section === 'pools' ? pool.kind : kind;
  if (own === kind) return [...recorded(through), ...kept(node, through)];
  const ways = linksOf(ground, node, own, basis);
  return [...recorded(through), ...scaled(ways, through)];
}

/** One number where every draw has the same, as where all of what comes in is passed on. */
function alike(sample: Sample): Sample {
  return isExact(sample) ? shown(sample) : sample;
}

function recorded(through: Through): Link[] {
  const base = larger(through.inflow, through.outflow);
  return through.outs.map((move) => ({
    to: move.to,
    share: move.amount === null ? null : over(move.amount, base),
    flow: move.flow,
    unsure: false,
  }));
}

/** The share that recorded outflow leaves over. */
function restOf(through: Through): Sample {
  const base = larger(through.inflow, through.outflow);
  return shown(base) === 0 ? 1 : alike(over(excess(through.inflow, through.outflow), base));
}

function isNothing(sample: Sample): boolean {
  return typeof sample === 'number' ? sample === 0 : sample.every((x) => x === 0);
}

function kept(node: Id, through: Through): Link[] {
  const share = restOf(through);
  if (isNothing(share)) return [];
  return [
    {
      to: { id: node, isNode: false },
      share,
      flow: null,
      unsure: through.unclearOut || (through.unclearIn && through.outs.length > 0),
    },
  ];
}

function served(ground: Ground, activity: Activity, through: Through, basis: Basis): Link[] {
  const weights = basis === 'use' && Object.keys(activity.usedBy).length > 0 ? activity.usedBy : activity.for;
  const entries = Object.entries(weights).filter(([, weight]) => weight > 0);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  const ways: Link[] = entries.map(([id, weight]) => ({
    to: targetOf(ground.view, id),
    share: weight / total,
    flow: null,
    unsure: false,
  }));
  if (ways.length === 0)
    ways.push({ to: { id: 'unassigned', isNode: false }, share: 1, flow: null, unsure: false });
  return scaled(ways, through);
}

/** The ways of what recorded outflow leaves over. Where more may come in than is known, they stay open. */
function scaled(ways: readonly Link[], through: Through): Link[] {
  const rest = restOf(through);
  if (isNothing(rest)) return through.unclearIn ? ways.map((way) => ({ ...way, share: null })) : [];
  return ways.map((way) => ({ ...way, share: way.share === null ? null : times(way.share, rest) }));
}
