/**
 * Counts and lists the loops of a set of arrows: all of them where that can be done, else all up to a length, and
 * says which. Deterministic: the bound follows from steps taken, never from a clock.
 */
import { countAll } from '#core/analyses/loops/count-all';
import { countBounded } from '#core/analyses/loops/count-bounded';
import { type Arrow, graphOf } from '#core/analyses/loops/graph';
import { listLoops } from '#core/analyses/loops/list-loops';

export interface EnumerateOptions {
  /** How many loops are listed. The count does not depend on it. */
  readonly limit: number;
  /** Search no loops longer than this; left out, all are searched as far as the budget goes. */
  readonly most?: number;
  /** Links that may be followed to count everything, and again to count by length. 30 million take about half a second. */
  readonly budget?: number;
}

export interface EnumeratedLoop {
  readonly nodes: readonly string[];
  readonly arrows: readonly string[];
}

export interface Enumerated {
  /** Loops of at most `longest` arrows, exactly. */
  readonly count: number;
  /** The length of the longest loop where all were counted, else the length up to which all were counted. */
  readonly longest: number;
  /** Whether there are no longer ones. */
  readonly complete: boolean;
  /** Shortest first, then by the ids of their nodes. */
  readonly loops: readonly EnumeratedLoop[];
}

const BUDGET = 30_000_000;

/**
 * The loops of a set of arrows. A loop visits no node twice; an arrow from a thing to itself is a loop of one; two
 * arrows between the same two things make two loops.
 *
 * Source: Johnson 1975; length-bounded search with pruning by distance back to the start after Gupta and Suzumura 2021.
 */
export function enumerateLoops(arrows: readonly Arrow[], options: EnumerateOptions): Enumerated {
  const graph = graphOf(arrows);
  const budget = options.budget ?? BUDGET;
  const n = graph.ids.length;
  const bound = Math.min(options.most ?? n, n);
  let result: Omit<Enumerated, 'loops'> | null = null;
  if (bound === n) {
    const all = countAll(graph, budget);
    if (all.complete) result = { count: all.count, longest: all.longest, complete: true };
  }
  result ??= upToLength(graph, bound, n, budget);
  const listed = listLoops(graph, result.longest, options.limit, budget);
  return {
    ...result,
    loops: listed.map((loop) => ({
      nodes: loop.nodes.map((node) => graph.ids[node] ?? ''),
      arrows: loop.arrows.map((arrow) => arrows[arrow]?.id ?? ''),
    })),
  };
}

/** Lengthens the search as far as the budget goes. */
function upToLength(
  graph: ReturnType<typeof graphOf>,
  bound: number,
  n: number,
  budget: number,
): Omit<Enumerated, 'loops'> {
  let counted = { count: 0, longest: 0, complete: n === 0 };
  let left = budget;
  for (const most of lengths(bound)) {
    const found = countBounded(graph, most, left);
    if (!found.complete) break;
    left = found.left;
    const count = found.byLength.reduce((sum, one) => sum + one, 0);
    counted = { count, longest: most, complete: most >= n };
  }
  if (counted.complete || counted.longest < bound || bound >= n) return counted;
  // The caller's bound was reached. Whether longer loops exist is known only where counting them all is cheap.
  const all = countAll(graph, Math.min(budget, 2_000_000));
  return { ...counted, complete: all.complete && all.longest <= counted.longest };
}

/** Up to 6 at once, then one arrow more at a time. */
function lengths(bound: number): number[] {
  const start = Math.min(bound, 6);
  return Array.from({ length: bound - start + 1 }, (_, index) => start + index);
}
