/** Writes the nodes of a graph into the body of a function, in the instructions of a kit. */
import type { Stock } from '#core/simulate/system';
import { type Body, OP } from '#core/simulate/wasm/bytes';
import type { Node } from '#core/simulate/wasm/graph';
import type { Kit } from '#core/simulate/wasm/kit';

/** The level on the stack kept within the bounds of its stock, with the comparisons of the interpreter. */
export function clip(body: Body, kit: Kit, { least, most }: Stock): void {
  if (least !== null) bound(body, kit, 'max', least);
  if (most !== null) bound(body, kit, 'min', most);
}

/** `max(edge, level)` is the edge where the level is less, and the level where it is no number. */
function bound(body: Body, kit: Kit, of: 'max' | 'min', at: number): void {
  const level = body.local();
  const edge = body.local();
  kit.number(body.set(level), at).set(edge);
  kit.chosen[of]?.(body, edge, level, 0);
}

/** Writes nodes into a function, each that is needed more than once into a local of its own. */
export class Writer {
  readonly body: Body;
  readonly #kit: Kit;
  readonly #uses: Uint32Array;
  readonly #placeOf: (node: Node) => number | null;
  readonly #powers: Uint32Array;
  /** Of each node its local in this function and 1; 0 where it has none. */
  readonly #locals: Uint32Array;
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
    this.#locals = new Uint32Array(uses.length);
  }

  /** Brings a node onto the stack. */
  put(node: Node): void {
    const { index } = node;
    const local = this.#locals[index] as number;
    if (local !== 0) this.body.get(local - 1);
    else if (node.of === 'number') this.#kit.number(this.body, node.value);
    else {
      const place = this.#placeOf(node);
      if (place === null) this.#compute(node);
      else this.#kit.load(this.body.i32(0), this.#kit.width * place);
      if ((this.#uses[index] as number) > 1) this.body.tee(this.#local(node));
    }
  }

  #local(node: Node): number {
    const local = this.body.local();
    this.#locals[node.index] = local + 1;
    return local;
  }

  #compute(node: Node): void {
    const of = node.of as Exclude<Node['of'], 'number' | 'parameter' | 'stock'>;
    const { args } = node;
    const plain = this.#kit.plain[of];
    if (plain === undefined) {
      const a = this.keep(args[0] as Node);
      const b = this.keep(args[1] as Node);
      const c = args[2] === undefined ? 0 : this.keep(args[2]);
      this.#kit.chosen[of]?.(this.body, a, b, c);
      return;
    }
    for (let index = 0; index < args.length; index += 1) this.put(args[index] as Node);
    const { shared } = this.#kit;
    const base = args[0] as Node;
    if (of === 'power' && shared !== null && (this.#powers[base.index] as number) > 1) {
      this.#log(base, shared.log);
      shared.power(this.body);
    } else plain(this.body);
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
    const known = this.#locals[node.index] as number;
    if (known !== 0) return known - 1;
    this.put(node);
    const made = this.#locals[node.index] as number;
    if (made !== 0) {
      this.body.one(OP.drop);
      return made - 1;
    }
    const local = this.#local(node);
    this.body.set(local);
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
