/**
 * Turns a system of equations into a WebAssembly module, without any toolchain: for one run, or for two side by side.
 * A long system is cut into several functions, because engines stop optimising functions that are too long.
 */
import type { Stock, System } from '#core/simulate/system';
import { Body, F64, type FunctionType, I32, moduleOf, OP, V128 } from '#core/simulate/wasm/bytes';
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

interface Function {
  readonly type: FunctionType;
  readonly body: Body;
}

/** Gives out places in memory, each once. */
class Places {
  next = 0;
  readonly numbers = new Map<string, Numbered>();

  take(count: number): number {
    this.next += count;
    return this.next - count;
  }

  /** Where a number stands; −0 has a place of its own. */
  number(value: number): number {
    const key = Object.is(value, -0) ? '-0' : String(value);
    const known = this.numbers.get(key) ?? { value, place: this.take(1) };
    this.numbers.set(key, known);
    return known.place;
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
  readonly #functions: Function[] = [];

  constructor(system: System, fixed: ReadonlyMap<string, number>, lanes: 1 | 2) {
    this.#system = system;
    this.#graph = graphOf(system, fixed);
    this.#kit = lanes === 1 ? ONE : pairKit((value) => 16 * this.#places.number(value));
    const stocks = system.stocks.length;
    this.#places.take(system.parameters.length);
    this.#levels = this.#places.take(stocks);
    this.#current = system.method === 'euler' ? this.#levels : this.#places.take(stocks);
    this.#slopes = this.#places.take(4 * stocks);
    this.#uses = usesOf(this.#graph.nodes, this.#graph.slopes);
    this.#powers = new Uint32Array(this.#graph.nodes.length);
  }

  #add(list: readonly Function[]): number[] {
    return list.map((one) => this.#functions.push(one) - 1);
  }

  /** The elementary functions, where something needs them. */
  #elementary(): boolean {
    const isElementary = ({ of, index }: Node): boolean =>
      (of === 'exp' || of === 'ln' || of === 'power') && this.#uses[index] !== 0;
    if (!this.#graph.nodes.some(isElementary)) return false;
    const real: FunctionType = { takes: [F64], gives: [F64] };
    const reals: FunctionType = { takes: [F64, F64], gives: [F64] };
    const { exp, ln, whole, power } = FUNCTIONS;
    this.#add([
      { type: real, body: expBody() },
      { type: real, body: lnBody() },
      { type: reals, body: wholePowerBody() },
      { type: reals, body: powerBody(exp, ln, whole) },
    ]);
    if (this.#kit.lanes === 1) return true;
    const two: FunctionType = { takes: [V128], gives: [V128] };
    this.#add([
      { type: two, body: expPairBody(this.#kit, exp) },
      { type: two, body: lnPairBody(this.#kit, ln) },
      { type: { takes: [V128, V128], gives: [V128] }, body: powerPairBody(this.#kit, power) },
      { type: two, body: logPairBody(this.#kit) },
      { type: { takes: [V128, V128, V128], gives: [V128] }, body: powerOfLogPairBody(this.#kit, power) },
    ]);
    return true;
  }

  /** What stays still for as long as no parameter is set, where something that moves needs it. */
  #still(): Function[] {
    const { nodes, slopes } = this.#graph;
    const needed = new Set<number>();
    const need = (node: Node): void => {
      if (node.still && node.args.length > 0) needed.add(node.index);
    };
    for (const node of nodes)
      if (!node.still && this.#uses[node.index] !== 0) for (const arg of node.args) need(arg);
    for (const slope of slopes) need(slope);
    const live = nodes.filter((node) => node.still && node.args.length > 0 && this.#uses[node.index] !== 0);
    return this.#inChunks(live, needed, null);
  }

  /** What moves, and at its end the slope of every stock, written from the address on which the function is called. */
  #moving(): Function[] {
    const live = this.#graph.nodes.filter(
      (node) => !node.still && node.args.length > 0 && this.#uses[node.index] !== 0,
    );
    for (const node of live) if (node.of === 'power') this.#powers[node.args[0]?.index ?? 0]! += 1;
    return this.#inChunks(live, new Set(), this.#graph.slopes);
  }

  /** Functions of so many nodes each. `handed` are stored for others; so is what one function has and another needs. */
  #inChunks(live: readonly Node[], handed: Set<number>, slopes: readonly Node[] | null): Function[] {
    const chunkOf = new Map(live.map((node, at) => [node.index, Math.floor(at / NODES)]));
    const chunks = Math.max(1, Math.ceil(live.length / NODES));
    for (const node of live)
      for (const { index } of node.args)
        if (chunkOf.has(index) && chunkOf.get(index) !== chunkOf.get(node.index)) handed.add(index);
    for (const { index } of slopes ?? [])
      if ((chunkOf.get(index) ?? chunks - 1) !== chunks - 1) handed.add(index);
    for (const index of handed) this.#shared.set(index, this.#places.take(1));
    return Array.from({ length: chunks }, (_, chunk) => {
      const body = new Body(1, this.#kit.type);
      const writer = new Writer(body, this.#kit, this.#uses, this.#powers, (node) => this.#place(node));
      for (const node of live.slice(chunk * NODES, (chunk + 1) * NODES)) {
        const place = this.#shared.get(node.index);
        if (place !== undefined) writer.storeAt(place, node);
        else if ((this.#uses[node.index] ?? 0) > 1) writer.keep(node);
      }
      if (slopes !== null && chunk === chunks - 1) this.#write(writer, slopes, chunks === 1);
      return { type: ADDRESS, body };
    });
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
      for (const slope of slopes) writer.keep(slope);
      for (const [index, stock] of this.#system.stocks.entries())
        this.#advance(body, stock, index, () => writer.put(slopes[index] as Node));
      return;
    }
    for (const [index, slope] of slopes.entries()) {
      body.get(0);
      writer.put(slope);
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
  #stage(stage: 0 | 1 | 2 | 3): Function[] {
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

  #byStock(write: (body: Body, stock: Stock, index: number) => void): Function[] {
    const { stocks } = this.#system;
    return Array.from({ length: Math.ceil(stocks.length / STOCKS) }, (_, chunk) => {
      const body = new Body(1, this.#kit.type);
      for (const [at, stock] of stocks.slice(chunk * STOCKS, (chunk + 1) * STOCKS).entries())
        write(body, stock, chunk * STOCKS + at);
      return { type: ADDRESS, body };
    });
  }

  /** Writes the levels in a row, and behind them 0, or not a number where one of them is none or has no end. */
  #keeping(): Function[] {
    const kit = this.#kit;
    const { length } = this.#system.stocks;
    const check = kit.width * length;
    return Array.from({ length: Math.ceil(length / STOCKS) }, (_, chunk) => {
      const body = new Body(1, kit.type);
      const [level, sum] = [body.local(), body.local()];
      for (let index = chunk * STOCKS; index < Math.min(length, (chunk + 1) * STOCKS); index += 1) {
        kit.load(body.get(0).i32(0), kit.width * (this.#levels + index));
        kit.store(body.tee(level), kit.width * index);
        kit.plain.subtract?.(body.get(sum).get(level).get(level));
        kit.plain.add?.(body).set(sum);
      }
      body.get(0).get(sum);
      if (chunk > 0) kit.plain.add?.(kit.load(body.get(0), check));
      kit.store(body, check);
      return { type: ADDRESS, body };
    });
  }

  #step(values: readonly number[]): Body {
    const { method, stocks } = this.#system;
    const { width } = this.#kit;
    const step = new Body(0);
    const stages = method === 'rk4' ? ([0, 1, 2, 3] as const) : ([0] as const);
    for (const stage of stages) {
      for (const call of values) step.i32(width * (this.#slopes + stage * stocks.length)).call(call);
      if (method === 'rk4' || values.length > 1)
        for (const call of this.#add(this.#stage(stage))) step.i32(0).call(call);
    }
    return step;
  }

  /** See `Exports` of the engine for what the module offers. */
  finish(): Emitted {
    const kit = this.#kit;
    const elementary = this.#elementary();
    const prepare = new Body(0);
    for (const call of this.#add(this.#still())) prepare.i32(0).call(call);
    const [prepareCall] = this.#add([{ type: NOTHING, body: prepare }]) as [number];
    const [stepCall] = this.#add([{ type: NOTHING, body: this.#step(this.#add(this.#moving())) }]) as [
      number,
    ];
    const run = new Body(1);
    run.times(0, () => void run.call(stepCall));
    const [runCall] = this.#add([{ type: ADDRESS, body: run }]) as [number];
    const kept = this.#add(this.#keeping());
    const months = new Body(3);
    months.times(0, () => {
      months.get(1).call(runCall);
      for (const call of kept) months.get(2).call(call);
      months
        .get(2)
        .i32(kit.width * (this.#system.stocks.length + 1))
        .op(OP.i32Add)
        .set(2);
    });
    const [monthsCall] = this.#add([{ type: { takes: [I32, I32, I32], gives: [] }, body: months }]) as [
      number,
    ];
    const { exp, ln, power } = FUNCTIONS;
    const exported = {
      run: runCall,
      months: monthsCall,
      prepare: prepareCall,
      ...(elementary ? { exp, ln, power } : {}),
    };
    const layout: Layout = {
      lanes: kit.lanes,
      width: kit.width,
      stocks: this.#system.stocks.length,
      parameters: this.#system.parameters.length,
      levels: this.#levels,
      current: this.#current,
      numbers: [...this.#places.numbers.values()],
      end: this.#places.next,
    };
    const pages = Math.ceil((kit.width * layout.end) / 65536) + 1;
    return { bytes: moduleOf(this.#functions, pages, exported), layout };
  }
}

/** The module of a system. `fixed`: parameters that keep their value in every run; see `graphOf`. */
export function emitSystem(
  system: System,
  lanes: 1 | 2 = 1,
  fixed: ReadonlyMap<string, number> = new Map(),
): Emitted {
  return new Emitter(system, fixed, lanes).finish();
}
