/**
 * Lists loops, shortest first and among equals by the ids of their nodes, until there are enough. Parallel arrows make
 * different loops. Counting is done elsewhere; a list that stops early is never the count.
 */
import { wayBack } from '#core/analyses/loops/count-bounded';
import { type Graph, parts, reversed } from '#core/analyses/loops/graph';

export interface ListedLoop {
  /** Node numbers, beginning with the smallest. */
  readonly nodes: readonly number[];
  /** Index of each arrow in the list that the graph was made of: from each node to the next, the last back home. */
  readonly arrows: readonly number[];
}

/** The first `limit` loops of at most `most` arrows. Gives up after `budget` links followed. */
export function listLoops(graph: Graph, most: number, limit: number, budget: number): ListedLoop[] {
  if (limit <= 0) return [];
  const listed: ListedLoop[] = [];
  const whole = parts(graph);
  const back = reversed(graph);
  const walk: Walk = {
    graph,
    whole,
    left: budget,
    limit,
    listed,
    state: { back, distance: new Int32Array(graph.ids.length), queue: new Int32Array(graph.ids.length) },
    onPath: new Uint8Array(graph.ids.length),
    nodes: [],
    links: [],
  };
  const shortest = shortestLoops(walk);
  for (let length = 1; length <= most && listed.length < limit && walk.left > 0; length += 1) {
    for (let root = 0; root < graph.ids.length && listed.length < limit; root += 1) {
      if (length < shortest[root]!) continue;
      walk.left -= wayBack(walk.state, root, whole, length) + 1;
      walk.nodes.length = 0;
      walk.links.length = 0;
      follow(walk, root, root, length);
    }
  }
  return listed;
}

interface Walk {
  readonly graph: Graph;
  readonly whole: Int32Array;
  readonly state: Parameters<typeof wayBack>[0];
  readonly onPath: Uint8Array;
  readonly listed: ListedLoop[];
  readonly limit: number;
  readonly nodes: number[];
  readonly links: number[];
  left: number;
}

/** For each node the length of the shortest loop of which it is the smallest: nothing shorter needs a search. */
function shortestLoops({ graph, whole, state }: Walk): Float64Array {
  const shortest = new Float64Array(graph.ids.length).fill(Number.POSITIVE_INFINITY);
  for (let root = 0; root < graph.ids.length; root += 1) {
    wayBack(state, root, whole, graph.ids.length + 1);
    for (let edge = graph.first[root]!; edge < graph.first[root + 1]!; edge += 1) {
      const w = graph.to[edge]!;
      if (w >= root && whole[w] === whole[root])
        shortest[root] = Math.min(shortest[root]!, state.distance[w]! + 1);
    }
  }
  return shortest;
}

/** Depth first to loops of exactly `length` arrows; the depth is at most that length. */
function follow(walk: Walk, root: number, v: number, length: number): void {
  const { graph, nodes, links } = walk;
  nodes.push(v);
  walk.onPath[v] = 1;
  for (let edge = graph.first[v]!; edge < graph.first[v + 1]!; edge += 1) {
    if (walk.listed.length >= walk.limit || walk.left < 0) break;
    walk.left -= 1;
    const w = graph.to[edge]!;
    links.push(edge);
    if (w === root && nodes.length === length) record(walk);
    else if (w > root && walk.onPath[w] === 0 && nodes.length + walk.state.distance[w]! <= length)
      follow(walk, root, w, length);
    links.pop();
  }
  walk.onPath[v] = 0;
  nodes.pop();
}

/** Every choice among parallel arrows is a loop of its own. */
function record(walk: Walk): void {
  let choices: number[][] = [[]];
  for (const edge of walk.links) {
    const parallel = walk.graph.arrows[edge] ?? [];
    choices = choices.flatMap((chosen) => parallel.map((arrow) => [...chosen, arrow])).slice(0, walk.limit);
  }
  for (const arrows of choices) {
    if (walk.listed.length >= walk.limit) return;
    walk.listed.push({ nodes: [...walk.nodes], arrows });
  }
}
