/**
 * Strongly connected components by Tarjan's algorithm, without recursion, so that a chain of any length is safe.
 * Components come in an order in which every link leads within a component or to a later one.
 */

/** `links[j]` lists the nodes that j leads to. Each component lists its nodes in rising order. */
export function components(links: readonly (readonly number[])[]): number[][] {
  const first = new Int32Array(links.length + 1);
  links.forEach((to, node) => {
    first[node + 1] = (first[node] as number) + to.length;
  });
  return componentsAlong(first, Int32Array.from(links.flat()));
}

/**
 * As `components`, over links in a row: node j leads to `to[first[j]]` up to `to[first[j + 1] − 1]`. Links to −1, and
 * those that `follows` has 0 for, lead nowhere.
 */
export function componentsAlong(first: Int32Array, to: Int32Array, follows?: Uint8Array): number[][] {
  const count = first.length - 1;
  const index = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const onStack = new Uint8Array(count);
  const next = first.slice();
  const stack = new Int32Array(count);
  const path = new Int32Array(count);
  const found: number[][] = [];
  let counter = 0;
  let stacked = 0;
  for (let root = 0; root < count; root++) {
    if (index[root] !== -1) continue;
    let depth = 0;
    path[0] = root;
    while (depth >= 0) {
      const node = path[depth] as number;
      if (index[node] === -1) {
        index[node] = low[node] = counter++;
        stack[stacked++] = node;
        onStack[node] = 1;
      }
      const link = next[node] as number;
      if (link < (first[node + 1] as number)) {
        next[node] = link + 1;
        const target = to[link] as number;
        if (target === -1 || (follows !== undefined && follows[link] === 0)) continue;
        if (index[target] === -1) path[++depth] = target;
        else if (onStack[target] === 1 && (index[target] as number) < (low[node] as number))
          low[node] = index[target] as number;
        continue;
      }
      depth--;
      const parent = depth < 0 ? -1 : (path[depth] as number);
      if (parent !== -1 && (low[node] as number) < (low[parent] as number)) low[parent] = low[node] as number;
      if (low[node] !== index[node]) continue;
      const begins = stack.lastIndexOf(node, stacked - 1);
      const members = Array.from(stack.subarray(begins, stacked)).sort((a, b) => a - b);
      for (const member of members) onStack[member] = 0;
      stacked = begins;
      found.push(members);
    }
  }
  return found.reverse();
}
