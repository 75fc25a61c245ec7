/**
 * Strongly connected components by Tarjan's algorithm, without recursion, so that a chain of any length is safe.
 * Components come in an order in which every link leads within a component or to a later one.
 */

/** `links[j]` lists the nodes that j leads to. Each component lists its nodes in rising order. */
export function components(links: readonly (readonly number[])[]): number[][] {
  const count = links.length;
  const index = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const onStack = new Uint8Array(count);
  const next = new Int32Array(count);
  const stack: number[] = [];
  const found: number[][] = [];
  let counter = 0;
  for (let root = 0; root < count; root++) {
    if (index[root] !== -1) continue;
    const path = [root];
    while (path.length > 0) {
      const node = path.at(-1) as number;
      if (index[node] === -1) {
        index[node] = low[node] = counter++;
        stack.push(node);
        onStack[node] = 1;
      }
      const to = (links[node] as readonly number[])[next[node] as number];
      if (to !== undefined) {
        next[node] = (next[node] as number) + 1;
        if (index[to] === -1) path.push(to);
        else if (onStack[to] === 1) low[node] = Math.min(low[node] as number, index[to] as number);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[node] as number);
      if (low[node] === index[node]) found.push(close(stack, onStack, node));
    }
  }
  return found.reverse();
}

/** Takes the component of a node, whose lowest link is itself, off the stack. */
function close(stack: number[], onStack: Uint8Array, node: number): number[] {
  const members: number[] = [];
  for (;;) {
    const member = stack.pop() as number;
    onStack[member] = 0;
    members.push(member);
    if (member === node) return members.sort((a, b) => a - b);
  }
}
