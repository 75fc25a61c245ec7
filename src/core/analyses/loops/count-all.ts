/**
 * Counts every loop of a graph: makes it as small as it will go, counts the loops through its busiest node by Johnson's
 * method (1975), takes that node away, and goes on with the rest. Its cost follows the number of loops, so it takes a
 * budget of steps and gives up, saying so, rather than guess.
 */
import type { Graph } from '#core/analyses/loops/graph';
import { Reduced } from '#core/analyses/loops/reduced';

export interface Counted {
  readonly count: number;
  /** Length of the longest loop found. */
  readonly longest: number;
  /** False where the budget ran out: then `count` is no more than what was seen so far. */
  readonly complete: boolean;
}

/** Counts all loops, of any length, parallel arrows each for themselves; stops after `budget` links followed. */
export function countAll(graph: Graph, budget: number): Counted {
  const rest = new Reduced(graph);
  let steps = 0;
  let count = 0;
  let longest = 0;
  for (let root = rest.busiest(); root >= 0; root = rest.busiest()) {
    const part = around(rest, root);
    steps += part.to.length / 8;
    const found = throughFirst(part, budget - steps - rest.work / 8);
    count += found.count;
    longest = Math.max(longest, found.longest);
    steps += found.steps;
    if (!found.complete) return { count: count + rest.count, longest, complete: false };
    rest.remove(root);
  }
  count += rest.count;
  // Beyond this a number in the machine is no longer exact.
  return { count, longest: Math.max(longest, rest.longest), complete: count <= Number.MAX_SAFE_INTEGER };
}

/** The nodes from which one can go to the root and come back, the root as number 0, with the links among them. */
interface Part {
  readonly first: Int32Array;
  readonly to: Int32Array;
  readonly times: Float64Array;
  readonly length: Float64Array;
}

function reached(root: number, next: (v: number) => Iterable<number>): Set<number> {
  const seen = new Set([root]);
  for (const v of seen) for (const w of next(v)) seen.add(w);
  return seen;
}

function around(rest: Reduced, root: number): Part {
  const there = reached(root, (v) => rest.out[v]!.keys());
  const back = reached(root, (v) => rest.into[v]!);
  const nodes = [...there].filter((v) => back.has(v));
  const number = new Map(nodes.map((v, index) => [v, index]));
  const first = new Int32Array(nodes.length + 1);
  const links = nodes.flatMap((v, index) => {
    const kept = [...rest.out[v]!].filter(([w]) => number.has(w));
    first[index + 1] = first[index]! + kept.length;
    return kept;
  });
  return {
    first,
    to: Int32Array.from(links, ([w]) => number.get(w)!),
    times: Float64Array.from(links, ([, tie]) => tie.times),
    length: Float64Array.from(links, ([, tie]) => tie.length),
  };
}

interface Through {
  readonly count: number;
  readonly longest: number;
  readonly complete: boolean;
  readonly steps: number;
}

/** The loops through node 0. A node that led nowhere stays blocked until a node after it opens again. */
function throughFirst({ first, to, times, length }: Part, budget: number): Through {
  const n = first.length - 1;
  const blocked = new Uint8Array(n);
  // Who waits for a node to open: a list through the links that lead to it, each in it at most once.
  const waiting = new Int32Array(n).fill(-1);
  const after = new Int32Array(to.length);
  const listed = new Uint8Array(to.length);
  const source = new Int32Array(to.length);
  for (let v = 0; v < n; v += 1) source.fill(v, first[v]!, first[v + 1]!);
  // Each link that is listed brings its node here at most once.
  const queue = new Int32Array(to.length + 1);
  const node = new Int32Array(n + 1);
  const link = new Int32Array(n + 1);
  const found = new Uint8Array(n + 1);
  const ways = new Float64Array(n + 1);
  const far = new Float64Array(n + 1);
  let steps = 0;
  let count = 0;
  let longest = 0;
  let depth = 0;

  const open = (start: number): void => {
    queue[0] = start;
    for (let tail = 1; tail > 0; ) {
      tail -= 1;
      const v = queue[tail]!;
      if (blocked[v] === 0) continue;
      blocked[v] = 0;
      for (let edge = waiting[v]!; edge >= 0; edge = after[edge]!) {
        listed[edge] = 0;
        if (blocked[source[edge]!] === 0) continue;
        queue[tail] = source[edge]!;
        tail += 1;
      }
      waiting[v] = -1;
    }
  };

  blocked[0] = 1;
  let v = 0;
  let edge = first[0]!;
  let end = first[1]!;
  let now = 1;
  let away = 0;
  while (depth >= 0) {
    if (edge < end) {
      const w = to[edge]!;
      steps += 1;
      if (steps > budget) return { count, longest, complete: false, steps };
      if (w === 0) {
        count += now * times[edge]!;
        if (away + length[edge]! > longest) longest = away + length[edge]!;
        found[depth] = 1;
      } else if (blocked[w] === 0) {
        node[depth] = v;
        link[depth] = edge + 1;
        ways[depth] = now;
        far[depth] = away;
        now *= times[edge]!;
        away += length[edge]!;
        depth += 1;
        found[depth] = 0;
        blocked[w] = 1;
        v = w;
        edge = first[w]!;
        end = first[w + 1]!;
        continue;
      }
      edge += 1;
      continue;
    }
    if (found[depth] === 1) {
      open(v);
      if (depth > 0) found[depth - 1] = 1;
    } else {
      for (let out = first[v]!; out < first[v + 1]!; out += 1) {
        if (listed[out] === 1) continue;
        const w = to[out]!;
        listed[out] = 1;
        after[out] = waiting[w]!;
        waiting[w] = out;
      }
    }
    depth -= 1;
    if (depth < 0) break;
    v = node[depth]!;
    edge = link[depth]!;
    end = first[v + 1]!;
    now = ways[depth]!;
    away = far[depth]!;
  }
  return { count, longest, complete: true, steps };
}
