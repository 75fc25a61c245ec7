/**
 * Turns a system of equations into a WebAssembly module, without any toolchain: for one run, or for two side by side.
 * A long system is cut into several functions, because engines stop optimising functions that are too long.
 */
import type { Stock, System } from '#core/simulate/system';
import {
  Body,
  F64,
  type FunctionType,
  I32,
  moduleOf,
  OP,
  V128,
  type Written,
} from '#core/simulate/wasm/bytes';
import { expBody, lnBody, powerBody, wholePowerBody } from '#core/simulate/wasm/elementary';
import {
  expPairBody,
  lnPairBody,
  logPairBody,
  powerOfLogPairBody,
  powerPairBody,
} from '#core/simulate/wasm/elementary-pair';
import { type Graph, graphOf, type Node, usesOf } from '#core/simulate/wasm/graph';
import { FUNCTIONS, type Kit, ONE, pairKit } from '#core/simulate/wasm/kit';
import { clip, Writer } from '#core/simulate/wasm/writer';

/** A number and where it stands. */
interface Numbered {
  readonly value: number;
  readonly place: number;
}

/** Where things stand in the memory of the module, in values: doubles, or pairs of them. */
export interface Layout {
  readonly lanes: 1 | 2;
  /** Bytes of a value. */
  readonly width: number;
  readonly stocks: number;
  /** Parameters, from 0 on, in the order of the system. */
  readonly parameters: number;
  /** Levels at the start of a step. */
  readonly levels: number;
  /** Levels from which the equations are computed. */
  readonly current: number;
  /** Numbers that the code reads; to be written before anything runs. */
  readonly numbers: readonly Numbered[];
  /** Where the levels at the months' ends may be written. */
  readonly end: number;
}

export interface Emitted {
  readonly bytes: Uint8Array;
  readonly layout: Layout;
}

/** Nodes a function, about: as many as a hundred equations have. */
const NODES = 800;
/** Stocks a function, where they are gone through one by one. */
const STOCKS = 200;
const NOTHING: FunctionType = { takes: [], gives: [] };
const ADDRESS: FunctionType = { takes: [I32], gives: [] };
const THREE: FunctionType = { takes: [I32, I32, I32], gives: [] };

/** Gives out places in memory, each once. */
class Places {
  next = 0;
  readonly numbers: Numbered[] = [];
  readonly #known = new Map<number, number>();
  #negativeZero = -1;

  take(count: number): number {
    this.next += count;
    return this.next - count;
  }

  /** Where a number stands; −0 has a place of its own. */
  number(value: number): number {
    const isNegativeZero = Object.is(value, -0);
    const known = isNegativeZero ? this.#negativeZero : (this.#known.get(value) ?? -1);
    if (known >= 0) return known;
    const place = this.take(1);
    this.numbers.push({ value, place });
    if (isNegativeZero) this.#negativeZero = place;
    else this.#known.set(value, place);
    return place;
  }
}

/** One system on its way to a module. */
class Emitter {
  readonly #system: System;
  readonly #graph: Graph;
  readonly #places = new Places();
  readonly #kit: Kit;
  readonly #levels: number;
  readonly #current: number;
  /** Of each stock at each stage but the last, or where one function cannot hold all. */
  readonly #slopes: number;
  /** Places of the nodes that functions hand on to others. */
  readonly #shared = new Map<number, number>();
  readonly #uses: Uint32Array;
  /** How many powers each node is the base of. */
  readonly #powers: Uint32Array;
  readonly #functions: Written[] = [];
  /** What is computed once for as long as no parameter is set, and what is computed at every step. */
  readonly #still: Node[] = [];
  readonly #moving: Node[] = [];
  #isElementary = false;

  constructor(system: System, fixed: ReadonlyMap<string, number>, lanes: 1 | 2) {
    this.#system = system;
    this.#graph = graphOf(system, fixed);
    this.#kit = lanes === 1 ? ONE : pairKit((value) => 16 * this.#places.number(value));
    const stocks = system.stocks.length;
    this.#places.take(system.parameters.length);
    this.#levels = this.#places.take(stocks);
    this.#current = system.method === 'euler' ? this.#levels : this.#places.take(stocks);
    this.#slopes = this.#places.take(4 * stocks);
    const { nodes, slopes } = this.#graph;
    this.#uses = usesOf(nodes, slopes);
    this.#powers = new Uint32Array(nodes.length);
    for (let index = 0; index < nodes.length; index += 1) {
      const node = nodes[index] as Node;
      if (node.args.length === 0 || this.#uses[index] === 0) continue;
      if (node.of === 'exp' || node.of === 'ln' || node.of === 'power') this.#isElementary = true;
      if (node.still) this.#still.push(node);
      else {
        this.#moving.push(node);
        if (node.of === 'power') this.#powers[(node.args[0] as Node).index]! += 1;
      }
    }
  }

  /** Adds a function and gives its index. */
  #add(type: FunctionType, body: Body): number {
    return this.#functions.push({ type, body }) - 1;
  }

  /** The elementary functions. */
  #elementary(): void {
    const real: FunctionType = { takes: [F64], gives: [F64] };
    const reals: FunctionType = { takes: [F64, F64], gives: [F64] };
    const { exp, ln, whole, power } = FUNCTIONS;
    this.#functions.push(
      { type: real, body: expBody() },
      { type: real, body: lnBody() },
      { type: reals, body: wholePowerBody() },
      { type: reals, body: powerBody(exp, ln, whole) },
    );
    if (this.#kit.lanes === 1) return;
    const two: FunctionType = { takes: [V128], gives: [V128] };
    this.#functions.push(
      { type: two, body: expPairBody(this.#kit, exp) },
      { type: two, body: lnPairBody(this.#kit, ln) },
      { type: { takes: [V128, V128], gives: [V128] }, body: powerPairBody(this.#kit, power) },
      { type: two, body: logPairBody(this.#kit) },
      { type: { takes: [V128, V128, V128], gives: [V128] }, body: powerOfLogPairBody(this.#kit, power) },
    );
  }

  /** What stays still and is needed by something that moves. */
  #handed(): Set<number> {
    const needed = new Set<number>();
    const need = (list: readonly Node[]): void => {
      for (let at = 0; at < list.length; at += 1) {
        const node = list[at] as Node;
        if (node.still && node.args.length > 0) needed.add(node.index);
      }
    };
    for (let at = 0; at < this.#moving.length; at += 1) need((this.#moving[at] as Node).args);
    need(this.#graph.slopes);
    return needed;
  }

  /**
   * Functions of so many nodes each. `handed` are stored for others; so is what one function has and another needs. At the
   * end of the last one the slope of every stock is written from the address on which the function is called, where
   * `slopes` are given.
   */
  #inChunks(live: readonly Node[], handed: Set<number>, slopes: readonly Node[] | null): number[] {
    const chunks = Math.max(1, Math.ceil(live.length / NODES));
    if (chunks > 1) handAcross(live, slopes, handed);
    for (const index of handed) this.#shared.set(index, this.#places.take(1));
    const calls: number[] = [];
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const body = new Body(1, this.#kit.type);
      const writer = new Writer(body, this.#kit, this.#uses, this.#powers, (node) => this.#place(node));
      const end = Math.min(live.length, (chunk + 1) * NODES);
      for (let at = chunk * NODES; at < end; at += 1) {
        const node = live[at] as Node;
        const place = this.#shared.get(node.index);
        if (place !== undefined) writer.storeAt(place, node);
        else if ((this.#uses[node.index] as number) > 1) writer.keep(node);
      }
      if (slopes !== null && chunk === chunks - 1) this.#write(writer, slopes, chunks === 1);
      calls.push(this.#add(ADDRESS, body));
    }
    return calls;
  }

  /** Where a node can be read from memory; null where it must be computed. */
  #place(node: Node): number | null {
    if (node.of === 'parameter') return node.place;
    if (node.of === 'stock') return this.#current + node.place;
    return this.#shared.get(node.index) ?? null;
  }

  /** The slopes at the end of the last function; where it is the only one, a step of Euler's goes on to the new levels. */
  #write(writer: Writer, slopes: readonly Node[], only: boolean): void {
    const { body } = writer;
    if (this.#system.method === 'euler' && only) {
      for (let index = 0; index < slopes.length; index += 1) writer.keep(slopes[index] as Node);
      for (let index = 0; index < slopes.length; index += 1)
        this.#advance(body, this.#system.stocks[index] as Stock, index, () =>
          writer.put(slopes[index] as Node),
        );
      return;
    }
    for (let index = 0; index < slopes.length; index += 1) {
      body.get(0);
      writer.put(slopes[index] as Node);
      this.#kit.store(body, this.#kit.width * index);
    }
  }

  /** The new level of a stock after a step of Euler's, kept within its bounds. */
  #advance(body: Body, stock: Stock, index: number, slope: () => void): void {
    const kit = this.#kit;
    const at = kit.width * (this.#levels + index);
    kit.load(body.i32(0).i32(0), at);
    kit.number(body, this.#system.dt);
    slope();
    kit.plain.multiply?.(body);
    kit.plain.add?.(body);
    clip(body, kit, stock);
    kit.store(body, at);
  }

  /** After a stage: where the next stage begins, or at the last one the new level. */
  #stage(stage: 0 | 1 | 2 | 3): number[] {
    const kit = this.#kit;
    const { dt, method } = this.#system;
    const plain = (body: Body, ...of: ('add' | 'multiply')[]): void => {
      for (const one of of) kit.plain[one]?.(body);
    };
    const isLast = method === 'euler' || stage === 3;
    return this.#byStock((body, stock, index) => {
      const slope = (which: number): Body =>
        kit.load(body.i32(0), kit.width * (this.#slopes + which * this.#system.stocks.length + index));
      if (method === 'euler') return this.#advance(body, stock, index, () => void slope(0));
      const level = isLast ? body.local() : 0;
      if (!isLast) body.i32(0);
      kit.load(body.i32(0), kit.width * (this.#levels + index));
      kit.number(body, isLast ? dt / 6 : stage === 2 ? dt : dt / 2);
      slope(isLast ? 0 : stage);
      if (isLast) {
        for (const which of [1, 2]) {
          kit.number(body, 2);
          slope(which);
          plain(body, 'multiply', 'add');
        }
        slope(3);
        plain(body, 'add');
      }
      plain(body, 'multiply', 'add');
      clip(body, kit, stock);
      if (isLast) {
        body.set(level).i32(0).get(level);
        kit.store(body, kit.width * (this.#levels + index));
        body.i32(0).get(level);
      }
      kit.store(body, kit.width * (this.#current + index));
      return undefined;
    });
  }

  #byStock(write: (body: Body, stock: Stock, index: number) => void): number[] {
    const { stocks } = this.#system;
    return Array.from({ length: Math.ceil(stocks.length / STOCKS) }, (_, chunk) => {
      const body = new Body(1, this.#kit.type);
      for (const [at, stock] of stocks.slice(chunk * STOCKS, (chunk + 1) * STOCKS).entries())
        write(body, stock, chunk * STOCKS + at);
      return this.#add(ADDRESS, body);
    });
  }

  /**
   * Writes as many values as the third parameter says from the second one's address to the first one's, and behind them 0,
   * or not a number where one of them is none or has no end.
   */
  #keeping(): Body {
    const kit = this.#kit;
    const body = new Body(3, kit.type);
    const level = body.local();
    const sum = body.local();
    body.times(2, () => {
      kit.load(body.get(0).get(1), 0);
      kit.store(body.tee(level), 0);
      kit.plain.subtract?.(body.get(sum).get(level).get(level));
      kit.plain.add?.(body).set(sum);
      for (const address of [0, 1]) body.get(address).i32(kit.width).one(OP.i32Add).set(address);
    });
    kit.store(body.get(0).get(sum), 0);
    return body;
  }

  /** One step: what is computed at each stage, by the functions of these indices, and where it leads. */
  #step(body: Body, values: readonly number[]): void {
    const { method, stocks } = this.#system;
    const stages = method === 'rk4' ? 4 : 1;
    for (let stage = 0; stage < stages; stage += 1) {
      for (let at = 0; at < values.length; at += 1)
        body.i32(this.#kit.width * (this.#slopes + stage * stocks.length)).call(values[at] as number);
      if (stages > 1 || values.length > 1)
        for (const call of this.#stage(stage as 0 | 1 | 2 | 3)) body.i32(0).call(call);
    }
  }

  /** See `Exports` of the engine for what the module offers. */
  finish(): Emitted {
    const kit = this.#kit;
    const { stocks, parameters } = this.#system;
    if (this.#isElementary) this.#elementary();
    const prepare = new Body(0);
    if (this.#still.length > 0)
      for (const call of this.#inChunks(this.#still, this.#handed(), null)) prepare.i32(0).call(call);
    const prepareCall = this.#add(NOTHING, prepare);
    const moving = this.#inChunks(this.#moving, new Set(), this.#graph.slopes);
    const run = new Body(1);
    run.times(0, () => this.#step(run, moving));
    const runCall = this.#add(ADDRESS, run);
    const keepCall = this.#add(THREE, this.#keeping());
    const months = new Body(3);
    months.times(0, () => {
      months.get(1).call(runCall);
      months
        .get(2)
        .i32(kit.width * this.#levels)
        .i32(stocks.length)
        .call(keepCall);
      months
        .get(2)
        .i32(kit.width * (stocks.length + 1))
        .one(OP.i32Add)
        .set(2);
    });
    const monthsCall = this.#add(THREE, months);
    const { exp, ln, power } = FUNCTIONS;
    const exported = {
      run: runCall,
      months: monthsCall,
      prepare: prepareCall,
      ...(this.#isElementary ? { exp, ln, power } : {}),
    };
    const layout: Layout = {
      lanes: kit.lanes,
      width: kit.width,
      stocks: stocks.length,
      parameters: parameters.length,
      levels: this.#levels,
      current: this.#current,
      numbers: this.#places.numbers,
      end: this.#places.next,
    };
    const pages = Math.ceil((kit.width * layout.end) / 65536) + 1;
    return { bytes: moduleOf(this.#functions, pages, exported), layout };
  }
}

/** Adds to `handed` what one function has and another needs; the slopes are needed by the last. */
function handAcross(live: readonly Node[], slopes: readonly Node[] | null, handed: Set<number>): void {
  const chunks = Math.ceil(live.length / NODES);
  const chunkOf = new Map(live.map((node, at) => [node.index, Math.floor(at / NODES)]));
  for (const node of live)
    for (const { index } of node.args)
      if (chunkOf.has(index) && chunkOf.get(index) !== chunkOf.get(node.index)) handed.add(index);
  for (const { index } of slopes ?? [])
    if ((chunkOf.get(index) ?? chunks - 1) !== chunks - 1) handed.add(index);
}

/** The module of a system. `fixed`: parameters that keep their value in every run; see `graphOf`. */
export function emitSystem(
  system: System,
  lanes: 1 | 2 = 1,
  fixed: ReadonlyMap<string, number> = new Map(),
): Emitted {
  return new Emitter(system, fixed, lanes).finish();
}
