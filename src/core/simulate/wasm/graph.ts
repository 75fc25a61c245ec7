/**
 * A system's equations as one graph in which the same thing is computed once: equal expressions are one node, what is
 * known beforehand is folded into a number, and what rests on parameters alone is told apart from what moves. Only steps
 * that leave every bit as the interpreter has it: x + 0 is not x where x is −0, so it stays.
 */
import type { Formula, Operation } from '#core/simulate/formula';
import { COMPUTE } from '#core/simulate/interpret';
import {
  type Equation,
  type Flow,
  ordered,
  type Parameter,
  type Stock,
  type System,
} from '#core/simulate/system';

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

/**
 * Makes nodes, each thing once. Walked with plain counters and a table of its own: this is what the first run of all waits
 * for, before anything of it is compiled by the platform.
 */
class Weaver {
  readonly nodes: Node[] = [];
  readonly #numbers = new Map<number, Node>();
  #negativeZero: Node | null = null;
  /** Calls by what they are made of: the index of a node and 1, or 0 where nothing is; twice as long as full, at least. */
  #table = new Int32Array(1024);
  #calls = 0;

  #made(of: Node['of'], args: readonly Node[], value: number, place: number, still: boolean): Node {
    const node: Node = { index: this.nodes.length, of, args, value, place, still };
    this.nodes.push(node);
    return node;
  }

  number(value: number): Node {
    if (Object.is(value, -0)) {
      this.#negativeZero ??= this.#made('number', NO_ARGS, value, -1, true);
      return this.#negativeZero;
    }
    let node = this.#numbers.get(value);
    if (node === undefined) {
      node = this.#made('number', NO_ARGS, value, -1, true);
      this.#numbers.set(value, node);
    }
    return node;
  }

  leaf(of: 'parameter' | 'stock', place: number): Node {
    return this.#made(of, NO_ARGS, Number.NaN, place, of === 'parameter');
  }

  call(of: Operation, args: readonly Node[]): Node {
    const folded = this.#folded(of, args);
    if (folded !== null) return folded;
    const mask = this.#table.length - 1;
    let at = hashOf(args) & mask;
    for (let known = this.#table[at] as number; known !== 0; known = this.#table[at] as number) {
      const node = this.nodes[known - 1] as Node;
      if (node.of === of && same(node.args, args)) return node;
      at = (at + 1) & mask;
    }
    let still = true;
    for (let index = 0; index < args.length; index += 1) still &&= (args[index] as Node).still;
    const node = this.#made(of, args, Number.NaN, -1, still);
    this.#table[at] = node.index + 1;
    this.#calls += 1;
    if (2 * this.#calls > mask) this.#enlarge();
    return node;
  }

  #enlarge(): void {
    const table = new Int32Array(this.#table.length * 4);
    const mask = table.length - 1;
    for (let index = 0; index < this.nodes.length; index += 1) {
      const { args } = this.nodes[index] as Node;
      if (args.length === 0) continue;
      let at = hashOf(args) & mask;
      while (table[at] !== 0) at = (at + 1) & mask;
      table[at] = index + 1;
    }
    this.#table = table;
  }

  /** What a call comes to without computing it at run time; null where it must be computed. */
  #folded(of: Operation, args: readonly Node[]): Node | null {
    const a = args[0] as Node;
    const b = args[1];
    const c = args[2];
    if (a.of === 'number') {
      if ((b === undefined || b.of === 'number') && (c === undefined || c.of === 'number'))
        return this.number(COMPUTE[of](a.value, b?.value ?? 0, c?.value ?? 0));
      if (of === 'choose') return a.value > 0 ? (b ?? null) : (c ?? null);
    }
    if (b !== undefined && b.of === 'number') {
      if (b.value === 1 && (of === 'multiply' || of === 'divide' || of === 'power')) return a;
      if (b.value === 0 && of === 'power') return this.number(1);
      if (b.value === 2 && of === 'power') return this.call('multiply', [a, a]);
      if (of === 'subtract' && Object.is(b.value, 0)) return a;
    }
    return of === 'multiply' && a.of === 'number' && a.value === 1 ? (b ?? null) : null;
  }

  tree(tree: Formula, names: ReadonlyMap<string, Node>): Node {
    if (tree.is === 'number') return this.number(tree.value);
    if (tree.is === 'name') return names.get(tree.name) ?? this.number(Number.NaN);
    const args: Node[] = [];
    for (let index = 0; index < tree.args.length; index += 1)
      args.push(this.tree(tree.args[index] as Formula, names));
    return this.call(tree.of, args);
  }
}

function hashOf(args: readonly Node[]): number {
  let hash = 0;
  for (let index = 0; index < args.length; index += 1)
    hash = Math.imul(hash ^ (args[index] as Node).index, 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

function same(a: readonly Node[], b: readonly Node[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

/**
 * The graph of a system. `fixed` gives parameters that keep their value in every run of this graph: they become numbers,
 * and what rests on them alone is computed here and now.
 */
export function graphOf(system: System, fixed: ReadonlyMap<string, number> = new Map()): Graph {
  const weaver = new Weaver();
  const names = new Map<string, Node>();
  const { parameters, stocks, flows } = system;
  for (let place = 0; place < parameters.length; place += 1) {
    const { id } = parameters[place] as Parameter;
    const value = fixed.get(id);
    names.set(id, value === undefined ? weaver.leaf('parameter', place) : weaver.number(value));
  }
  const places = new Map<string, number>();
  for (let place = 0; place < stocks.length; place += 1) {
    const { id } = stocks[place] as Stock;
    names.set(id, weaver.leaf('stock', place));
    places.set(id, place);
  }
  const equations = ordered(system);
  for (let index = 0; index < equations.length; index += 1) {
    const { id, tree } = equations[index] as Equation;
    names.set(id, weaver.tree(tree, names));
  }
  // Of each stock what flows in and what flows out, in the order of the system.
  const moved: { readonly flow: Node; readonly of: 'add' | 'subtract' }[][] = [];
  for (let place = 0; place < stocks.length; place += 1) moved.push([]);
  for (const of of ['add', 'subtract'] as const)
    for (let index = 0; index < flows.length; index += 1) {
      const { id, from, to } = flows[index] as Flow;
      const place = places.get((of === 'add' ? to : from) ?? '');
      if (place !== undefined) moved[place]?.push({ flow: names.get(id) as Node, of });
    }
  const slopes: Node[] = [];
  for (let place = 0; place < stocks.length; place += 1) {
    const flowing = moved[place] ?? [];
    let slope = weaver.number(0);
    for (let index = 0; index < flowing.length; index += 1) {
      const { of, flow } = flowing[index] as { flow: Node; of: 'add' | 'subtract' };
      slope = weaver.call(of, [slope, flow]);
    }
    slopes.push(slope);
  }
  return { nodes: weaver.nodes, slopes };
}

/** How often each node is needed, by its index, counting from the roots; 0 for what nothing needs. */
export function usesOf(nodes: readonly Node[], roots: readonly Node[]): Uint32Array {
  const uses = new Uint32Array(nodes.length);
  for (let at = 0; at < roots.length; at += 1) uses[(roots[at] as Node).index]! += 1;
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    if (uses[index] === 0) continue;
    const { args } = nodes[index] as Node;
    for (let at = 0; at < args.length; at += 1) uses[(args[at] as Node).index]! += 1;
  }
  return uses;
}
