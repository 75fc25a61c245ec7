/**
 * Counts the loops of a graph up to a length, length by length. A path is followed only while the way back to its
 * start still fits, so short loops of a graph that has more loops than anyone can list are counted in a moment.
 */
import { type Graph, parts, reversed } from '#core/analyses/loops/graph';

export interface Bounded {
  /** `byLength[l]` loops of exactly `l` arrows, parallel arrows each for themselves. */
  readonly byLength: readonly number[];
  /** False where the budget ran out: then nothing is said about this length. */
  readonly complete: boolean;
  readonly left: number;
}

/** Counts all loops of at most `most` arrows; stops after `budget` links followed. */
export function countBounded(graph: Graph, most: number, budget: number): Bounded {
  const byLength = new Array<number>(most + 1).fill(0);
  let left = budget;
  const state: State = {
    graph,
    back: reversed(graph),
    distance: new Int32Array(graph.ids.length),
    onPath: new Uint8Array(graph.ids.length),
    queue: new Int32Array(graph.ids.length),
    node: new Int32Array(most + 1),
    link: new Int32Array(most + 1),
    weight: new Float64Array(most + 1),
  };
  const whole = parts(graph);
  for (let root = 0; root < graph.ids.length; root += 1) {
    left = fromRoot(state, root, whole, most, byLength, left);
    if (left < 0) return { byLength, complete: false, left };
  }
  return { byLength, complete: true, left };
}

interface State {
  readonly graph: Graph;
  readonly back: { readonly first: Int32Array; readonly to: Int32Array };
  /** Arrows on the shortest way back to the root through nodes not smaller than it; a large number: no way in time. */
  readonly distance: Int32Array;
  readonly onPath: Uint8Array;
  readonly queue: Int32Array;
  readonly node: Int32Array;
  readonly link: Int32Array;
  readonly weight: Float64Array;
}

const FAR = 1 << 29;

/** Fills `distance` by walking backwards from the root. Returns how many links it looked at. */
export function wayBack(
  state: Pick<State, 'back' | 'distance' | 'queue'>,
  root: number,
  whole: Int32Array,
  most: number,
): number {
  const { back, distance, queue } = state;
  distance.fill(FAR);
  distance[root] = 0;
  queue[0] = root;
  let tail = 1;
  let looked = 0;
  for (let head = 0; head < tail; head += 1) {
    const v = queue[head]!;
    const next = distance[v]! + 1;
    if (next >= most) break;
    for (let i = back.first[v]!; i < back.first[v + 1]!; i += 1) {
      const w = back.to[i]!;
      looked += 1;
      if (w > root && distance[w] === FAR && whole[w] === whole[root]) {
        distance[w] = next;
        queue[tail] = w;
        tail += 1;
      }
    }
  }
  return looked;
}

function fromRoot(
  state: State,
  root: number,
  whole: Int32Array,
  most: number,
  byLength: number[],
  budget: number,
): number {
  const { graph, distance, onPath, node, link, weight } = state;
  const { first, to, times } = graph;
  let left = budget - wayBack(state, root, whole, most) - 1;
  let depth = 1;
  node[0] = root;
  link[0] = first[root]!;
  weight[0] = 1;
  while (depth > 0) {
    const at = depth - 1;
    const v = node[at]!;
    const edge = link[at]!;
    if (edge === first[v + 1]!) {
      depth -= 1;
      onPath[v] = 0;
      continue;
    }
    link[at] = edge + 1;
    left -= 1;
    const w = to[edge]!;
    if (w === root) {
      byLength[depth]! += weight[at]! * times[edge]!;
    } else if (w > root && onPath[w] === 0 && depth + distance[w]! <= most) {
      if (left < 0) {
        for (let i = 0; i < depth; i += 1) onPath[node[i]!] = 0;
        return left;
      }
      onPath[w] = 1;
      node[depth] = w;
      link[depth] = first[w]!;
      weight[depth] = weight[at]! * times[edge]!;
      depth += 1;
    }
  }
  return left;
}
