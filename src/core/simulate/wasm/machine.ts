/**
 * A module at work: its memory, and the steps of a run as calls into it. One machine carries one run, or two side by side
 * where it was emitted for two; the runs of a machine share their months and changes.
 */
import { type Formula, formula } from '#core/simulate/formula';
import { type Change, evaluateWith, type Run, type RunInput } from '#core/simulate/interpret';
import type { Parameter, Stock, System } from '#core/simulate/system';
import type { Emitted, Layout } from '#core/simulate/wasm/emit';

/** What a module offers. */
export interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  /** Carries the levels on by so many steps. */
  readonly run: (steps: number) => void;
  /** So many times: carries on by so many steps and writes the levels at the address, one row after another. */
  readonly months: (count: number, steps: number, address: number) => void;
  /** Computes what follows from parameters alone; to be called whenever one was set. */
  readonly prepare: () => void;
  /** The elementary functions, where the system has need of one. */
  readonly exp?: (x: number) => number;
  readonly ln?: (x: number) => number;
  readonly power?: (x: number, y: number) => number;
}

/** The part of the platform's WebAssembly that is used; it computes and can do nothing else. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** What begins a run. */
export interface Beginning {
  readonly parameters?: Readonly<Record<string, number>> | undefined;
  readonly start?: Readonly<Record<string, number>> | undefined;
}

/** The level at which a stock starts: a parameter's at its place, a number of its own, or else what a formula says. */
interface Start {
  readonly id: string;
  readonly least: number | null;
  readonly most: number | null;
  readonly place: number;
  readonly own: number | null;
  readonly tree: Formula;
}

/** For each lane the rows of a run, one a month. */
export type Rows = readonly Float64Array[][];

export class Machine {
  readonly system: System;
  readonly exports: Exports;
  readonly #layout: Layout;
  #memory: Float64Array;
  readonly #stocks: string[] = [];
  readonly #starts: Start[] = [];
  readonly #places = new Map<string, number>();
  readonly #base: Float64Array;

  constructor(system: System, { bytes, layout }: Emitted) {
    this.system = system;
    this.#layout = layout;
    this.exports = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Exports;
    this.#memory = new Float64Array(this.exports.memory.buffer);
    const { parameters, stocks } = system;
    this.#base = new Float64Array(parameters.length);
    for (let place = 0; place < parameters.length; place += 1) {
      const { id, value } = parameters[place] as Parameter;
      this.#places.set(id, place);
      this.#base[place] = value;
    }
    for (let index = 0; index < stocks.length; index += 1) {
      const { id, start, least, most } = stocks[index] as Stock;
      const tree = formula(start);
      const place = tree.is === 'name' ? (this.#places.get(tree.name) ?? -1) : -1;
      this.#stocks.push(id);
      this.#starts.push({ id, least, most, tree, place, own: tree.is === 'number' ? tree.value : null });
    }
    for (const { value, place } of layout.numbers) this.#put(place, value);
  }

  get lanes(): number {
    return this.#layout.lanes;
  }

  /** Writes a value for every run. */
  #put(place: number, value: number): void {
    const { lanes } = this.#layout;
    for (let lane = 0; lane < lanes; lane += 1) this.#memory[place * lanes + lane] = value;
  }

  #set({ set, times = {} }: Change): void {
    const { lanes, levels, current } = this.#layout;
    for (const [id, by] of Object.entries(times)) {
      const stock = this.#stocks.indexOf(id);
      if (stock < 0) continue;
      for (let lane = 0; lane < lanes; lane += 1) {
        const level = (this.#memory[(levels + stock) * lanes + lane] ?? 0) * by;
        this.#memory[(levels + stock) * lanes + lane] = level;
        this.#memory[(current + stock) * lanes + lane] = level;
      }
    }
    for (const [id, value] of Object.entries(set)) {
      const place = this.#places.get(id);
      if (place !== undefined) this.#put(place, value);
      const stock = this.#stocks.indexOf(id);
      if (stock < 0) continue;
      this.#put(levels + stock, value);
      this.#put(current + stock, value);
    }
    this.exports.prepare();
  }

  /** Parameters and levels of one of the runs at its start. */
  #begin(lane: number, { parameters = {}, start = {} }: Beginning): void {
    const { lanes, levels, current } = this.#layout;
    const memory = this.#memory;
    const base = this.#base;
    for (let place = 0; place < base.length; place += 1) memory[place * lanes + lane] = base[place] as number;
    for (const id in parameters) {
      const place = this.#places.get(id);
      if (place !== undefined) memory[place * lanes + lane] = parameters[id] as number;
    }
    for (let index = 0; index < this.#starts.length; index += 1) {
      const { place, own, tree, id, least, most } = this.#starts[index] as Start;
      const given = place < 0 ? own : (memory[place * lanes + lane] as number);
      const begins = start[id] ?? given ?? this.#value(tree, lane);
      const above = least !== null && begins < least ? least : begins;
      const level = most !== null && above > most ? most : above;
      memory[(levels + index) * lanes + lane] = level;
      memory[(current + index) * lanes + lane] = level;
    }
  }

  /** What a formula of parameters comes to in one of the runs. */
  #value(tree: Formula, lane: number): number {
    const { lanes } = this.#layout;
    const values = new Map<string, number>();
    for (const [id, place] of this.#places) values.set(id, this.#memory[place * lanes + lane] as number);
    return evaluateWith(tree, values);
  }

  /** Makes sure that there is room for so many rows. */
  #room(rows: number): void {
    const { end, lanes, stocks } = this.#layout;
    const missing = (end + rows * (stocks + 1)) * lanes * 8 - this.#memory.byteLength;
    if (missing <= 0) return;
    this.exports.memory.grow(Math.ceil(missing / 65536));
    this.#memory = new Float64Array(this.exports.memory.buffer);
  }

  /**
   * Runs month by month, exactly as `interpret` does; one run for each beginning, of which there are at most `lanes`.
   * Without `into` the rows are the caller's own; with it they are written over the next time.
   */
  run(input: RunInput, beginnings: readonly Beginning[] = [input], into: Rows | null = null): Run[] {
    const { lanes } = this.#layout;
    this.#room(input.months + 1);
    for (let lane = 0; lane < lanes; lane += 1)
      this.#begin(lane, beginnings[lane] ?? (beginnings[0] as Beginning));
    this.exports.prepare();
    this.#steps(input);
    return beginnings.map((_, lane) => this.#read(lane, input.months, into?.[lane] ?? []));
  }

  /** All steps; the levels at the end of each month, and at the start, come to stand in rows at the end of the memory. */
  #steps(input: RunInput): void {
    const { dt } = this.system;
    const { width, stocks, end } = this.#layout;
    const perMonth = Math.round(1 / dt);
    const row = (month: number): number => width * (end + month * (stocks + 1));
    const changes = [...(input.changes ?? [])].sort((a, b) => a.at - b.at);
    const last = input.months * perMonth;
    this.exports.months(1, 0, row(0));
    let next = 0;
    for (let from = 0; from < last; ) {
      while (next < changes.length && (changes[next]?.at ?? 0) < (from + 1e-9) * dt + 1e-9)
        this.#set(changes[next++] as Change);
      const due = next < changes.length ? Math.ceil((changes[next]?.at ?? 0) / dt - 2e-9) : last;
      const to = Math.min(last, Math.max(from + 1, due));
      // To the end of the month that has begun, then whole months, then what is left before the change.
      const month = Math.ceil(from / perMonth);
      const first = Math.min(to, month * perMonth);
      if (first > from && first === month * perMonth) this.exports.months(1, first - from, row(month));
      else this.exports.run(first - from);
      const whole = Math.max(0, Math.floor((to - first) / perMonth));
      this.exports.months(whole, perMonth, row(month + 1));
      this.exports.run(to - first - whole * perMonth);
      from = to;
    }
  }

  /** One of the runs as it was written down, up to where it diverged. */
  #read(lane: number, months: number, rows: Float64Array[]): Run {
    const { end, stocks, lanes } = this.#layout;
    const memory = this.#memory;
    const from = end * lanes;
    const wide = (stocks + 1) * lanes;
    if (lanes === 1) {
      // One piece of memory for all rows: pieces of their own would cost more than the run.
      const all = memory.slice(from, from + (months + 1) * wide).buffer;
      rows.length = months + 1;
      for (let month = 0, at = 0; month <= months; month += 1, at += 8 * wide)
        rows[month] = new Float64Array(all, at, stocks);
    } else {
      while (rows.length <= months) rows.push(new Float64Array(stocks));
      for (let month = 0, at = from + lane; month <= months; month += 1, at += lanes) {
        const row = rows[month] as Float64Array;
        for (let index = 0; index < stocks; index += 1, at += lanes) row[index] = memory[at] as number;
      }
    }
    for (let month = 1; month <= months; month += 1) {
      if (memory[from + month * wide + stocks * lanes + lane] === 0) continue;
      const broken = (rows[month] as Float64Array).findIndex((level) => !Number.isFinite(level));
      const diverged = { month, stock: this.#stocks[broken] ?? '' };
      return { stocks: this.#stocks, levels: rows.slice(0, month + 1), diverged };
    }
    return { stocks: this.#stocks, levels: rows, diverged: null };
  }
}
