/**
 * The reference engine: walks the formulas one by one, as plainly as they can be walked. Every faster engine must give
 * the same numbers to the last bit.
 */
import { exp, ln, power } from '#core/simulate/elementary';
import type { Formula, Operation } from '#core/simulate/formula';
import { formula } from '#core/simulate/formula';
import { ordered, type System } from '#core/simulate/system';

/** Parameter values by name that take effect at the start of the step that begins at `at` (months). */
export interface Change {
  readonly at: number;
  readonly set: Readonly<Record<string, number>>;
  /** Stocks whose level is multiplied at that moment. */
  readonly times?: Readonly<Record<string, number>>;
}

export interface RunInput {
  readonly months: number;
  /** Values other than the system's own. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** Levels at the start other than the system's own. */
  readonly start?: Readonly<Record<string, number>>;
  readonly changes?: readonly Change[];
}

export interface Run {
  /** Ids of the stocks, in the order of the system. */
  readonly stocks: readonly string[];
  /** `levels[month][stock]`, from month 0 to the last. */
  readonly levels: readonly Float64Array[];
  /** Where a level stopped being a number: the month, and the first stock. Null where that never happened. */
  readonly diverged: { readonly month: number; readonly stock: string } | null;
}

/** What each operation comes to. */
export const COMPUTE: Readonly<Record<Operation, (a: number, b: number, c: number) => number>> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power: (a, b) => power(a, b),
  negate: (a) => -a,
  min: (a, b) => (a < b ? a : b),
  max: (a, b) => (a > b ? a : b),
  clamp: (a, low, high) => (a < low ? low : a > high ? high : a),
  exp: (a) => exp(a),
  ln: (a) => ln(a),
  sqrt: (a) => Math.sqrt(a),
  abs: (a) => Math.abs(a),
  floor: (a) => Math.floor(a),
  above: (a, b) => (a > b ? 1 : 0),
  choose: (condition, yes, no) => (condition > 0 ? yes : no),
};

/** The value of a formula with these names. A name that is not there is not a number. */
export function evaluateWith(tree: Formula, values: ReadonlyMap<string, number>): number {
  return evaluate(tree, values);
}

function evaluate(tree: Formula, values: ReadonlyMap<string, number>): number {
  if (tree.is === 'number') return tree.value;
  if (tree.is === 'name') return values.get(tree.name) ?? Number.NaN;
  const [a, b, c] = tree.args;
  return COMPUTE[tree.of](
    a === undefined ? 0 : evaluate(a, values),
    b === undefined ? 0 : evaluate(b, values),
    c === undefined ? 0 : evaluate(c, values),
  );
}

/** Computes everything that follows from stocks and parameters, and how fast each stock changes. */
class Interpreter {
  readonly #system: System;
  readonly #equations: ReturnType<typeof ordered>;
  readonly #into: readonly (readonly string[])[];
  readonly #outOf: readonly (readonly string[])[];
  readonly values = new Map<string, number>();

  constructor(system: System, parameters: Readonly<Record<string, number>>) {
    this.#system = system;
    this.#equations = ordered(system);
    this.#into = system.stocks.map((stock) =>
      system.flows.filter((flow) => flow.to === stock.id).map((flow) => flow.id),
    );
    this.#outOf = system.stocks.map((stock) =>
      system.flows.filter((flow) => flow.from === stock.id).map((flow) => flow.id),
    );
    for (const parameter of system.parameters)
      this.values.set(parameter.id, parameters[parameter.id] ?? parameter.value);
  }

  /** Sets parameters and multiplies levels; a stock that is named takes that level at once. */
  set({ set, times = {} }: Change, levels: Float64Array): void {
    for (const [id, by] of Object.entries(times)) {
      const stock = this.#system.stocks.findIndex((one) => one.id === id);
      if (stock >= 0) levels[stock] = (levels[stock] ?? 0) * by;
    }
    for (const [id, value] of Object.entries(set)) {
      this.values.set(id, value);
      const stock = this.#system.stocks.findIndex((one) => one.id === id);
      if (stock >= 0) levels[stock] = value;
    }
  }

  start(levels: Readonly<Record<string, number>>): Float64Array {
    return this.clip(
      Float64Array.from(
        this.#system.stocks.map((stock) => levels[stock.id] ?? evaluate(formula(stock.start), this.values)),
      ),
    );
  }

  /** Keeps levels within their bounds, in place. */
  clip(levels: Float64Array): Float64Array {
    for (const [index, stock] of this.#system.stocks.entries()) {
      const level = levels[index] ?? 0;
      if (stock.least !== null && level < stock.least) levels[index] = stock.least;
      if (stock.most !== null && level > stock.most) levels[index] = stock.most;
    }
    return levels;
  }

  slopes(levels: Float64Array): Float64Array {
    for (const [index, stock] of this.#system.stocks.entries()) this.values.set(stock.id, levels[index] ?? 0);
    for (const equation of this.#equations)
      this.values.set(equation.id, evaluate(equation.tree, this.values));
    return Float64Array.from(this.#system.stocks, (_, index) => {
      let slope = 0;
      for (const flow of this.#into[index] ?? []) slope += this.values.get(flow) ?? 0;
      for (const flow of this.#outOf[index] ?? []) slope -= this.values.get(flow) ?? 0;
      return slope;
    });
  }
}

/** How fast each stock changes at these levels, per month, in the order of the system's stocks. */
export function slopesAt(
  system: System,
  levels: Readonly<Record<string, number>>,
  parameters: Readonly<Record<string, number>> = {},
): Float64Array {
  const engine = new Interpreter(system, parameters);
  return engine.slopes(engine.start(levels));
}

/** The slopes as a function of the levels: the formulas are put in order once. Give it levels by the order of the stocks. */
export function slopesOf(
  system: System,
  parameters: Readonly<Record<string, number>> = {},
): (levels: Float64Array) => Float64Array {
  const engine = new Interpreter(system, parameters);
  return (levels) => engine.slopes(levels);
}

/** Everything that follows at the start: each auxiliary and flow by name. */
export function valuesAt(
  system: System,
  levels: Readonly<Record<string, number>>,
  parameters: Readonly<Record<string, number>> = {},
): ReadonlyMap<string, number> {
  const engine = new Interpreter(system, parameters);
  engine.slopes(engine.start(levels));
  return engine.values;
}

/** Runs a system month by month. A step's changes act in all its stages; levels are clipped at every stage. */
export function interpret(system: System, input: RunInput): Run {
  const engine = new Interpreter(system, input.parameters ?? {});
  const stocks = system.stocks.map((stock) => stock.id);
  const perMonth = Math.round(1 / system.dt);
  const changes = [...(input.changes ?? [])].sort((a, b) => a.at - b.at);
  let next = 0;
  let levels = engine.start(input.start ?? {});
  const kept: Float64Array[] = [levels.slice()];
  for (let step = 0; step < input.months * perMonth; step += 1) {
    while (next < changes.length && (changes[next]?.at ?? 0) < (step + 1e-9) * system.dt + 1e-9) {
      engine.set(changes[next] as Change, levels);
      next += 1;
    }
    levels = system.method === 'euler' ? euler(engine, levels, system.dt) : rk4(engine, levels, system.dt);
    if ((step + 1) % perMonth !== 0) continue;
    kept.push(levels.slice());
    const broken = levels.findIndex((level) => !Number.isFinite(level));
    if (broken >= 0)
      return {
        stocks,
        levels: kept,
        diverged: { month: (step + 1) / perMonth, stock: stocks[broken] ?? '' },
      };
  }
  return { stocks, levels: kept, diverged: null };
}

function euler(engine: Interpreter, levels: Float64Array, dt: number): Float64Array {
  const slope = engine.slopes(levels);
  return engine.clip(levels.map((level, index) => level + dt * (slope[index] ?? 0)));
}

function rk4(engine: Interpreter, levels: Float64Array, dt: number): Float64Array {
  const along = (slope: Float64Array, by: number): Float64Array =>
    engine.clip(levels.map((level, index) => level + by * (slope[index] ?? 0)));
  const k1 = engine.slopes(levels);
  const k2 = engine.slopes(along(k1, dt / 2));
  const k3 = engine.slopes(along(k2, dt / 2));
  const k4 = engine.slopes(along(k3, dt));
  return engine.clip(
    levels.map(
      (level, index) =>
        level +
        (dt / 6) * ((k1[index] ?? 0) + 2 * (k2[index] ?? 0) + 2 * (k3[index] ?? 0) + (k4[index] ?? 0)),
    ),
  );
}
