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
  const byLength = new Float64Array(most + 1);
  let left = budget;
  const state: State = {
    graph,
    back: reversed(graph),
    distance: new Int32Array(graph.ids.length),
    away: new Int32Array(most + 1),
    home: new Float64Array(graph.ids.length),
    queue: new Int32Array(graph.ids.length),
    node: new Int32Array(most + 1),
    link: new Int32Array(most + 1),
    weight: new Float64Array(most + 1),
  };
  const whole = parts(graph);
  for (let root = 0; root < graph.ids.length; root += 1) {
    left = fromRoot(state, root, whole, most, byLength, left);
    if (left < 0) return { byLength: [...byLength], complete: false, left };
  }
  return { byLength: [...byLength], complete: true, left };
}

interface State {
  readonly graph: Graph;
  readonly back: { readonly first: Int32Array; readonly to: Int32Array };
  /** Arrows on the shortest way back to the root through nodes not smaller than it; a large number: no way in time. */
  readonly distance: Int32Array;
  /** How many arrows lead from each node straight to the root. */
  readonly home: Float64Array;
  /** For each place on the path, how far its node is away when it is not on the path. */
  readonly away: Int32Array;
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

function linksHome({ graph, back, home }: State, root: number): void {
  home.fill(0);
  for (let i = back.first[root]!; i < back.first[root + 1]!; i += 1) {
    const v = back.to[i]!;
    for (let edge = graph.first[v]!; edge < graph.first[v + 1]!; edge += 1)
      if (graph.to[edge] === root) home[v] = graph.times[edge]!;
  }
}

/**
 * What is left to count where two links after the one to w still fit: straight home, or over one more node. Done on the
 * spot, because most steps of the search are these. What lies on the path is too far away to fit; so is w itself.
 */
function lastTwo(
  { graph: { first, to, times }, distance, home }: State,
  root: number,
  w: number,
  ways: number,
  byLength: Float64Array,
  depth: number,
  budget: number,
): number {
  let left = budget;
  for (let edge = first[w]!; edge < first[w + 1]!; edge += 1) {
    const x = to[edge]!;
    left -= 1;
    if (distance[x]! > 1 || x === w) continue;
    if (x === root) byLength[depth + 2]! += ways * times[edge]!;
    else if (left < 0) return left;
    else {
      byLength[depth + 3]! += ways * times[edge]! * home[x]!;
      left -= first[x + 1]! - first[x]!;
    }
  }
  return left;
}

/**
 * All loops of which the root is the smallest node. A node on the path counts as too far away, so that one look tells
 * whether the way back from a node still fits.
 */
function fromRoot(
  state: State,
  root: number,
  whole: Int32Array,
  most: number,
  byLength: Float64Array,
  budget: number,
): number {
  const { graph, distance, away, home, node, link, weight } = state;
  const { first, to, times } = graph;
  let left = budget - wayBack(state, root, whole, most) - 1;
  linksHome(state, root);
  let depth = 0;
  let room = most - 1;
  let v = root;
  let edge = first[root]!;
  let end = first[root + 1]!;
  let ways = 1;
  for (;;) {
    if (edge === end) {
      if (depth === 0) return left;
      distance[v] = away[depth]!;
      depth -= 1;
      room += 1;
      v = node[depth]!;
      edge = link[depth]!;
      end = first[v + 1]!;
      ways = weight[depth]!;
      continue;
    }
    const w = to[edge]!;
    left -= 1;
    const back = distance[w]!;
    if (back <= room) {
      if (w === root) byLength[depth + 1]! += ways * times[edge]!;
      else if (left < 0) return left;
      else if (room === 1) {
        // Only the link straight back still fits; it is looked up, and counted as a look at each link of that node.
        byLength[depth + 2]! += ways * times[edge]! * home[w]!;
        left -= first[w + 1]! - first[w]!;
      } else if (room === 2) {
        left = lastTwo(state, root, w, ways * times[edge]!, byLength, depth, left);
        if (left < 0) return left;
      } else {
        node[depth] = v;
        link[depth] = edge + 1;
        weight[depth] = ways;
        depth += 1;
        room -= 1;
        ways *= times[edge]!;
        away[depth] = back;
        distance[w] = FAR;
        v = w;
        edge = first[w]!;
        end = first[w + 1]!;
        continue;
      }
    }
    edge += 1;
  }
}
