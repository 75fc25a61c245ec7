/**
 * A directed graph on whole numbers for counting loops: parallel arrows are kept as one link with how many there are.
 * Nodes are numbered in the order of their ids, so that smaller number means smaller id.
 */

export interface Arrow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface Graph {
  /** Node number to id, sorted. */
  readonly ids: readonly string[];
  /** Neighbours of node v are `to[first[v]] … to[first[v + 1] - 1]`, ascending. */
  readonly first: Int32Array;
  readonly to: Int32Array;
  /** How many parallel arrows each link stands for. */
  readonly times: Float64Array;
  /** The arrows of each link, by their index in the list given. */
  readonly arrows: readonly (readonly number[])[];
}

/** The graph of some arrows. */
export function graphOf(arrows: readonly Arrow[]): Graph {
  const ids = [...new Set(arrows.flatMap((arrow) => [arrow.from, arrow.to]))].sort((a, b) =>
    a < b ? -1 : 1,
  );
  const number = new Map(ids.map((id, index) => [id, index]));
  const links = new Map<number, number[]>();
  for (const [index, arrow] of arrows.entries()) {
    const key = (number.get(arrow.from) ?? 0) * ids.length + (number.get(arrow.to) ?? 0);
    const parallel = links.get(key);
    if (parallel === undefined) links.set(key, [index]);
    else parallel.push(index);
  }
  const keys = [...links.keys()].sort((a, b) => a - b);
  const first = new Int32Array(ids.length + 1);
  const to = new Int32Array(keys.length);
  const times = new Float64Array(keys.length);
  const byLink: (readonly number[])[] = [];
  for (const [position, key] of keys.entries()) {
    const parallel = links.get(key) ?? [];
    first[Math.floor(key / ids.length) + 1]! += 1;
    to[position] = key % ids.length;
    times[position] = parallel.length;
    byLink.push(parallel);
  }
  for (let v = 0; v < ids.length; v += 1) first[v + 1]! += first[v]!;
  return { ids, first, to, times, arrows: byLink };
}

/** The arrows turned round: needed to measure the way back. */
export function reversed(graph: Graph): { readonly first: Int32Array; readonly to: Int32Array } {
  const n = graph.ids.length;
  const first = new Int32Array(n + 1);
  for (const target of graph.to) first[target + 1]! += 1;
  for (let v = 0; v < n; v += 1) first[v + 1]! += first[v]!;
  const next = first.slice();
  const to = new Int32Array(graph.to.length);
  for (let v = 0; v < n; v += 1) {
    for (let link = graph.first[v]!; link < graph.first[v + 1]!; link += 1) {
      const target = graph.to[link]!;
      to[next[target]!] = v;
      next[target]! += 1;
    }
  }
  return { first, to };
}

/**
 * The strongly connected parts among nodes not smaller than `least`: for each node the number of its part, or -1 for
 * smaller nodes. Tarjan's algorithm without recursion, so that a long chain cannot overflow the stack.
 */
export function parts(graph: Graph, least = 0): Int32Array {
  const n = graph.ids.length;
  const part = new Int32Array(n).fill(-1);
  const index = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const link = new Int32Array(n);
  const onStack = new Uint8Array(n);
  const stack: number[] = [];
  const path: number[] = [];
  let counter = 0;
  let count = 0;
  const enter = (v: number): void => {
    index[v] = low[v] = counter;
    counter += 1;
    link[v] = graph.first[v]!;
    stack.push(v);
    onStack[v] = 1;
    path.push(v);
  };
  for (let root = least; root < n; root += 1) {
    if (index[root] !== -1) continue;
    enter(root);
    while (path.length > 0) {
      const v = path[path.length - 1]!;
      if (link[v]! < graph.first[v + 1]!) {
        const w = graph.to[link[v]!]!;
        link[v]! += 1;
        if (w < least) continue;
        if (index[w] === -1) enter(w);
        else if (onStack[w] === 1 && index[w]! < low[v]!) low[v] = index[w]!;
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined && low[v]! < low[parent]!) low[parent] = low[v]!;
      if (low[v] !== index[v]) continue;
      for (;;) {
        const w = stack.pop()!;
        onStack[w] = 0;
        part[w] = count;
        if (w === v) break;
      }
      count += 1;
    }
  }
  return part;
}
