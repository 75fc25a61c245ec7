/**
 * Counts every loop of a graph by Johnson's method (1975): from each node as the smallest of its loops, with nodes
 * blocked until a way back may have opened. Its cost follows the number of loops, so it takes a budget of steps and
 * gives up, saying so, rather than guess.
 */
import { type Graph, parts } from '#core/analyses/loops/graph';

export interface Counted {
  readonly count: number;
  /** Length of the longest loop found. */
  readonly longest: number;
  /** False where the budget ran out: then `count` is no more than what was seen so far. */
  readonly complete: boolean;
}

/** Counts all loops, of any length, parallel arrows each for themselves; stops after `budget` links followed. */
export function countAll(graph: Graph, budget: number): Counted {
  const n = graph.ids.length;
  let left = budget;
  let count = 0;
  let longest = 0;
  for (let root = 0; root < n; root += 1) {
    const part = parts(graph, root);
    left -= graph.to.length / 8;
    const found = fromRoot(graph, root, part, left);
    count += found.count;
    longest = Math.max(longest, found.longest);
    left = found.left;
    if (left < 0) return { count, longest, complete: false };
  }
  return { count, longest, complete: true };
}

interface FromRoot {
  readonly count: number;
  readonly longest: number;
  readonly left: number;
}

function fromRoot(graph: Graph, root: number, part: Int32Array, budget: number): FromRoot {
  const { first, to, times } = graph;
  const home = part[root]!;
  const n = graph.ids.length;
  const blocked = new Uint8Array(n);
  const waiting: number[][] = [];
  const node = new Int32Array(n + 1);
  const link = new Int32Array(n + 1);
  const found = new Uint8Array(n + 1);
  const weight = new Float64Array(n + 1);
  let left = budget;
  let count = 0;
  let longest = 0;
  let depth = 0;

  const unblock = (start: number): void => {
    const queue = [start];
    while (queue.length > 0) {
      const v = queue.pop()!;
      if (blocked[v] === 0) continue;
      blocked[v] = 0;
      const freed = waiting[v];
      if (freed !== undefined) {
        waiting[v] = [];
        for (const w of freed) queue.push(w);
      }
    }
  };
  const enter = (v: number, paths: number): void => {
    node[depth] = v;
    link[depth] = first[v]!;
    found[depth] = 0;
    weight[depth] = paths;
    blocked[v] = 1;
    depth += 1;
  };

  enter(root, 1);
  while (depth > 0) {
    const at = depth - 1;
    const v = node[at]!;
    if (link[at]! < first[v + 1]!) {
      const edge = link[at]!;
      link[at]! += 1;
      const w = to[edge]!;
      left -= 1;
      if (left < 0) return { count, longest, left };
      if (w < root || part[w] !== home) continue;
      if (w === root) {
        count += weight[at]! * times[edge]!;
        if (depth > longest) longest = depth;
        found[at] = 1;
      } else if (blocked[w] === 0) {
        enter(w, weight[at]! * times[edge]!);
      }
      continue;
    }
    depth -= 1;
    if (found[at] === 1) {
      unblock(v);
      if (at > 0) found[at - 1] = 1;
    } else {
      for (let edge = first[v]!; edge < first[v + 1]!; edge += 1) {
        const w = to[edge]!;
        if (w < root || part[w] !== home) continue;
        const list = waiting[w];
        if (list === undefined) waiting[w] = [v];
        else if (!list.includes(v)) list.push(v);
      }
    }
  }
  return { count, longest, left };
}
