/** Writes the nodes of a graph into the body of a function, in the instructions of a kit. */
import type { Stock } from '#core/simulate/system';
import { type Body, OP } from '#core/simulate/wasm/bytes';
import type { Node } from '#core/simulate/wasm/graph';
import type { Kit } from '#core/simulate/wasm/kit';

/** The level on the stack kept within the bounds of its stock, with the comparisons of the interpreter. */
export function clip(body: Body, kit: Kit, { least, most }: Stock): void {
  for (const [of, bound] of [
    ['max', least],
    ['min', most],
  ] as const) {
    if (bound === null) continue;
    const [level, edge] = [body.local(), body.local()];
    body.set(level);
    kit.number(body, bound).set(edge);
    // `max(edge, level)` is the edge where the level is less, and the level where it is no number.
    kit.chosen[of]?.(body, edge, level, 0);
  }
}

/** Writes nodes into a function, each that is needed more than once into a local of its own. */
export class Writer {
  readonly body: Body;
  readonly #kit: Kit;
  readonly #uses: Uint32Array;
  readonly #placeOf: (node: Node) => number | null;
  readonly #powers: Uint32Array;
  readonly #locals = new Map<number, number>();
  /** Logarithms of bases that several powers share. */
  readonly #logs = new Map<number, number>();

  constructor(
    body: Body,
    kit: Kit,
    uses: Uint32Array,
    powers: Uint32Array,
    placeOf: (node: Node) => number | null,
  ) {
    this.body = body;
    this.#kit = kit;
    this.#uses = uses;
    this.#powers = powers;
    this.#placeOf = placeOf;
  }

  /** Brings a node onto the stack. */
  put(node: Node): void {
    const local = this.#locals.get(node.index);
    if (local !== undefined) this.body.get(local);
    else if (node.of === 'number') this.#kit.number(this.body, node.value);
    else {
      const place = this.#placeOf(node);
      if (place === null) this.#compute(node);
      else this.#kit.load(this.body.i32(0), this.#kit.width * place);
      if ((this.#uses[node.index] ?? 0) > 1) this.body.tee(this.#local(node));
    }
  }

  #local(node: Node): number {
    const local = this.body.local();
    this.#locals.set(node.index, local);
    return local;
  }

  #compute(node: Node): void {
    const of = node.of as Exclude<Node['of'], 'number' | 'parameter' | 'stock'>;
    const plain = this.#kit.plain[of];
    if (plain !== undefined) {
      for (const arg of node.args) this.put(arg);
      const [base] = node.args;
      const { shared } = this.#kit;
      if (of === 'power' && shared !== null && base !== undefined && (this.#powers[base.index] ?? 0) > 1) {
        this.#log(base, shared.log);
        shared.power(this.body);
      } else plain(this.body);
      return;
    }
    const [a, b, c] = node.args.map((arg) => this.keep(arg)) as [number, number, number | undefined];
    this.#kit.chosen[of]?.(this.body, a, b, c ?? 0);
  }

  /** Brings the logarithm of a base onto the stack. */
  #log(base: Node, log: (body: Body) => Body): void {
    const known = this.#logs.get(base.index);
    if (known !== undefined) {
      this.body.get(known);
      return;
    }
    const local = this.body.local();
    this.#logs.set(base.index, local);
    this.put(base);
    log(this.body).tee(local);
  }

  /** Computes a node, unless it is there, and gives its local. */
  keep(node: Node): number {
    const known = this.#locals.get(node.index);
    if (known !== undefined) return known;
    this.put(node);
    const made = this.#locals.get(node.index);
    const local = made ?? this.#local(node);
    if (made === undefined) this.body.set(local);
    else this.body.op(OP.drop);
    return local;
  }

  /** Computes a node and stores it in memory for other functions. */
  storeAt(place: number, node: Node): void {
    const { body } = this;
    body.i32(0);
    this.#compute(node);
    body.tee(this.#local(node));
    this.#kit.store(body, this.#kit.width * place);
  }
}
