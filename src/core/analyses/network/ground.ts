/**
 * What all analyses of one run stand on: the flows that count, each with its amount a month and its draws, worked out once.
 * An amount that is unknown, merely "some", hidden from this audience or one-time without a span has no number here: null,
 * never zero. Flows of which someone looked and found none are left out.
 */
import type { RunOptions } from '#core/analyses/define';
import type { View } from '#core/audience/view';
import type { Id } from '#core/model/fact';
import type { Kind } from '#core/model/kind';
import { type Rate, readingOn } from '#core/model/rate';
import type { Flow } from '#core/model/things';
import { Draws } from '#core/number/draws';
import { quantile } from '#core/number/quantile';
import type { Sample } from '#core/number/sample';

export interface Counted {
  readonly flow: Flow;
  /** Null where nothing tells the kind. */
  readonly kind: Id | null;
  readonly rate: Rate;
  /** A month, in the unit of the kind; null where there is no number. */
  readonly amount: Sample | null;
  /** A number is written, but for one time only, without the days over which to spread it. */
  readonly once: boolean;
  /** Hidden from this audience: neither known nor unknown. */
  readonly covered: boolean;
}

export interface Ground {
  readonly view: View;
  /** As many draws as were asked for, or fewer where the community is very large. */
  readonly draws: Draws;
  /** Flows that are (`actual`, `agreed`) on the day, without those of which there is none. */
  readonly flows: readonly Counted[];
  /** Ids of the flows that have a number a month. */
  readonly counted: ReadonlySet<Id>;
  /** Kinds that some counted flow has, in the order of the file; relational kinds are observed, never summed, and left out. */
  readonly kinds: readonly Kind[];
  /** The flows of a kind; of null: of no kind that anyone named. */
  readonly ofKind: (kind: Id | null) => readonly Counted[];
  /** 95th percentile of the known flows of a kind: what "some" may at most be (`domain.md`, section 1). */
  readonly atMostSome: (kind: Id) => number | null;
}

const grounds = new WeakMap<View, Map<string, Ground>>();

/** The ground of a view for these draws; the same object when asked again. */
export function groundOf(view: View, options: Pick<RunOptions, 'draws' | 'seed'>): Ground {
  const key = `${options.draws} ${options.seed}`;
  let ofView = grounds.get(view);
  if (ofView === undefined) {
    ofView = new Map();
    grounds.set(view, ofView);
  }
  let ground = ofView.get(key);
  if (ground === undefined) {
    ground = layGround(view, new Draws(affordable(options.draws, view), options.seed));
    ofView.set(key, ground);
  }
  return ground;
}

/** Flows times draws that a run may take; beyond it there are fewer draws, and below a hundred none: a thin band misleads. */
const MOST_DRAWN = 600_000;
const FEWEST_DRAWS = 100;

function affordable(draws: number, view: View): number {
  const most = Math.floor(MOST_DRAWN / Math.max(1, view.countedFlows.length));
  if (draws <= most) return draws;
  return most < FEWEST_DRAWS ? 0 : most;
}

function layGround(view: View, draws: Draws): Ground {
  const flows = view.countedFlows
    .map((flow) => count(view, draws, flow))
    .filter((one) => one.rate.is !== 'none');
  const byKind = new Map<Id | null, Counted[]>();
  for (const one of flows) {
    const before = byKind.get(one.kind);
    if (before === undefined) byKind.set(one.kind, [one]);
    else before.push(one);
  }
  return {
    view,
    draws,
    flows,
    counted: new Set(flows.filter((one) => one.amount !== null).map((one) => one.flow.id)),
    kinds: view.kinds.filter((kind) => kind.law !== 'relational' && byKind.has(kind.id)),
    ofKind: (kind) => byKind.get(kind) ?? [],
    atMostSome: (kind) =>
      quantile(
        (byKind.get(kind) ?? []).flatMap((one) => (one.rate.is === 'known' ? [one.rate.mean] : [])),
        0.95,
      ),
  };
}

/** Reads one flow, of whatever status. */
export function count(view: View, draws: Draws, flow: Flow): Counted {
  const rate = view.rate(flow);
  const covered = view.isCovered(flow.id);
  const written = readingOn(flow.amount, view.day)?.value;
  const once =
    rate.is === 'unknown' && written?.is === 'known' && (written.per === null || written.per === 'once');
  const amount = rate.is === 'known' && !covered ? draws.pert(flow.id, rate) : null;
  return { flow, kind: flow.kind, rate, amount, once, covered };
}

/** Whether a number is there: a rate, or a one-time amount. */
export function isQuantified(one: Counted): boolean {
  return one.amount !== null || one.once;
}
