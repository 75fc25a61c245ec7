/** Runs a system in WebAssembly: the same numbers as the interpreter, some hundred times as fast. */
import { formula } from '#core/simulate/formula';
import { type Change, evaluateWith, type Run, type RunInput } from '#core/simulate/interpret';
import type { System } from '#core/simulate/system';
import { type Emitted, emitSystem } from '#core/simulate/wasm/emit';

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly run: (steps: number) => void;
  /** Computes what follows from parameters alone; to be called whenever one was set. */
  readonly prepare: () => void;
  readonly exp: (x: number) => number;
  readonly ln: (x: number) => number;
  readonly power: (x: number, y: number) => number;
}

/** The part of the platform's WebAssembly that is used; it computes and can do nothing else. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** A compiled system. One engine runs one thing at a time. */
export class Engine {
  readonly system: System;
  readonly exports: Exports;
  readonly #emitted: Emitted;
  readonly #memory: Float64Array;
  readonly #stocks: readonly string[];

  constructor(system: System) {
    this.system = system;
    this.#emitted = emitSystem(system);
    this.exports = new WebAssembly.Instance(new WebAssembly.Module(this.#emitted.bytes)).exports as Exports;
    this.#memory = new Float64Array(this.exports.memory.buffer);
    this.#stocks = system.stocks.map((stock) => stock.id);
  }

  set({ set, times = {} }: Change): void {
    const { slots, levels } = this.#emitted.layout;
    for (const [id, by] of Object.entries(times)) {
      const stock = this.#stocks.indexOf(id);
      if (stock < 0) continue;
      const level = (this.#memory[levels + stock] ?? 0) * by;
      this.#memory[levels + stock] = level;
      this.#memory[slots.get(id) ?? 0] = level;
    }
    for (const [id, value] of Object.entries(set)) {
      const slot = slots.get(id);
      if (slot === undefined) continue;
      this.#memory[slot] = value;
      const stock = this.#stocks.indexOf(id);
      if (stock >= 0) this.#memory[levels + stock] = value;
    }
    this.exports.prepare();
  }

  #begin(input: RunInput): void {
    const { layout } = this.#emitted;
    const values = new Map<string, number>();
    for (const parameter of this.system.parameters) {
      const value = input.parameters?.[parameter.id] ?? parameter.value;
      values.set(parameter.id, value);
      this.#memory[layout.slots.get(parameter.id) ?? 0] = value;
    }
    for (const [index, stock] of this.system.stocks.entries()) {
      const start = input.start?.[stock.id] ?? evaluateWith(formula(stock.start), values);
      const above = stock.least !== null && start < stock.least ? stock.least : start;
      const level = stock.most !== null && above > stock.most ? stock.most : above;
      this.#memory[layout.levels + index] = level;
      this.#memory[layout.current + index] = level;
    }
    this.exports.prepare();
  }

  /** Runs month by month, exactly as `interpret` does. */
  run(input: RunInput): Run {
    this.#begin(input);
    const { levels, stocks } = this.#emitted.layout;
    const { dt } = this.system;
    const perMonth = Math.round(1 / dt);
    const changes = [...(input.changes ?? [])].sort((a, b) => a.at - b.at);
    let next = 0;
    const read = (): Float64Array => this.#memory.slice(levels, levels + stocks);
    const kept = [read()];
    for (let month = 0; month < input.months; month += 1) {
      let from = month * perMonth;
      const end = from + perMonth;
      while (from < end) {
        while (next < changes.length && (changes[next]?.at ?? 0) < (from + 1e-9) * dt + 1e-9)
          this.set(changes[next++] as Change);
        const due = next < changes.length ? Math.ceil((changes[next]?.at ?? 0) / dt - 2e-9) : end;
        const to = Math.min(end, Math.max(from + 1, due));
        this.exports.run(to - from);
        from = to;
      }
      const row = read();
      kept.push(row);
      const broken = brokenAt(row);
      if (broken >= 0)
        return {
          stocks: this.#stocks,
          levels: kept,
          diverged: { month: month + 1, stock: this.#stocks[broken] ?? '' },
        };
    }
    return { stocks: this.#stocks, levels: kept, diverged: null };
  }
}

/** Where a level stopped being a number; −1 where none did. */
function brokenAt(row: Float64Array): number {
  for (let index = 0; index < row.length; index += 1) if (!Number.isFinite(row[index])) return index;
  return -1;
}
