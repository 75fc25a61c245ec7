/**
 * A system's equations as one graph in which the same thing is computed once: equal expressions are one node, what is
 * known beforehand is folded into a number, and what rests on parameters alone is told apart from what moves. Only steps
 * that leave every bit as the interpreter has it: x + 0 is not x where x is −0, so it stays.
 */
import type { Formula, Operation } from '#core/simulate/formula';
import { COMPUTE } from '#core/simulate/interpret';
import { ordered, type System } from '#core/simulate/system';

/** One computed quantity. Whatever it needs has a lower index. */
export interface Node {
  readonly index: number;
  readonly of: Operation | 'number' | 'parameter' | 'stock';
  readonly args: readonly Node[];
  /** Of a number. */
  readonly value: number;
  /** Of a parameter or a stock: which, in the order of the system. */
  readonly place: number;
  /** Whether it stays the same for as long as no parameter is set. */
  readonly still: boolean;
}

export interface Graph {
  readonly nodes: readonly Node[];
  /** How fast each stock changes, in the order of the system. */
  readonly slopes: readonly Node[];
}

const NO_ARGS: readonly Node[] = [];

class Weaver {
  readonly nodes: Node[] = [];
  readonly #known = new Map<string, Node>();

  #node(key: string, node: Omit<Node, 'index'>): Node {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = { index: this.nodes.length, ...node };
    this.nodes.push(made);
    this.#known.set(key, made);
    return made;
  }

  number(value: number): Node {
    const key = Object.is(value, -0) ? '-0' : String(value);
    return this.#node(key, { of: 'number', args: NO_ARGS, value, place: -1, still: true });
  }

  leaf(of: 'parameter' | 'stock', place: number): Node {
    const still = of === 'parameter';
    return this.#node(`${still ? 'p' : 's'}${place}`, { of, args: NO_ARGS, value: Number.NaN, place, still });
  }

  call(of: Operation, args: readonly Node[]): Node {
    const folded = this.#folded(of, args);
    if (folded !== null) return folded;
    let key: string = of;
    let still = true;
    for (const arg of args) {
      key += ` ${arg.index}`;
      still &&= arg.still;
    }
    return this.#node(key, { of, args, value: Number.NaN, place: -1, still });
  }

  /** What a call comes to without computing it at run time; null where it must be computed. */
  #folded(of: Operation, args: readonly Node[]): Node | null {
    const [a, b, c] = args as readonly [Node, Node | undefined, Node | undefined];
    if (args.every((arg) => arg.of === 'number'))
      return this.number(COMPUTE[of](a.value, b?.value ?? 0, c?.value ?? 0));
    if (of === 'choose' && a.of === 'number') return a.value > 0 ? (b ?? null) : (c ?? null);
    if (b?.of === 'number') {
      if (b.value === 1 && (of === 'multiply' || of === 'divide' || of === 'power')) return a;
      if (b.value === 0 && of === 'power') return this.number(1);
      if (b.value === 2 && of === 'power') return this.call('multiply', [a, a]);
      if (Object.is(b.value, 0) && of === 'subtract') return a;
    }
    return of === 'multiply' && a.of === 'number' && a.value === 1 ? (b ?? null) : null;
  }

  tree(tree: Formula, names: ReadonlyMap<string, Node>): Node {
    if (tree.is === 'number') return this.number(tree.value);
    if (tree.is === 'name') return names.get(tree.name) ?? this.number(Number.NaN);
    return this.call(
      tree.of,
      tree.args.map((arg) => this.tree(arg, names)),
    );
  }
}

/**
 * The graph of a system. `fixed` gives parameters that keep their value in every run of this graph: they become numbers,
 * and what rests on them alone is computed here and now.
 */
export function graphOf(system: System, fixed: ReadonlyMap<string, number> = new Map()): Graph {
  const weaver = new Weaver();
  const names = new Map<string, Node>();
  for (const [place, { id }] of system.parameters.entries()) {
    const value = fixed.get(id);
    names.set(id, value === undefined ? weaver.leaf('parameter', place) : weaver.number(value));
  }
  for (const [place, { id }] of system.stocks.entries()) names.set(id, weaver.leaf('stock', place));
  for (const { id, tree } of ordered(system)) names.set(id, weaver.tree(tree, names));
  const into = new Map<string, Node[]>();
  const outOf = new Map<string, Node[]>();
  for (const { id, from, to } of system.flows) {
    const node = names.get(id) as Node;
    if (to !== null) into.set(to, [...(into.get(to) ?? []), node]);
    if (from !== null) outOf.set(from, [...(outOf.get(from) ?? []), node]);
  }
  const slopes = system.stocks.map(({ id }) => {
    let slope = weaver.number(0);
    for (const flow of into.get(id) ?? []) slope = weaver.call('add', [slope, flow]);
    for (const flow of outOf.get(id) ?? []) slope = weaver.call('subtract', [slope, flow]);
    return slope;
  });
  return { nodes: weaver.nodes, slopes };
}

/** How often each node is needed, by its index, counting from the roots; 0 for what nothing needs. */
export function usesOf(nodes: readonly Node[], roots: readonly Node[]): Uint32Array {
  const uses = new Uint32Array(nodes.length);
  for (const root of roots) uses[root.index] = (uses[root.index] ?? 0) + 1;
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    if (uses[index] === 0) continue;
    for (const arg of (nodes[index] as Node).args) uses[arg.index] = (uses[arg.index] ?? 0) + 1;
  }
  return uses;
}
