/**
 * Turns a system of equations into a WebAssembly module, without any toolchain: a hundred equations a function, because
 * engines stop optimising functions that are too long, and the steps of a run as loops over memory.
 */
import { type Formula, namesIn, type Operation } from '#core/simulate/formula';
import { type Equation, ordered, type Stock, type System } from '#core/simulate/system';
import { Body, F64, type FunctionType, I32, moduleOf, OP } from '#core/simulate/wasm/bytes';
import { expBody, lnBody, powerBody, wholePowerBody } from '#core/simulate/wasm/elementary';

/** Where things stand in the memory of the module, in doubles. */
export interface Layout {
  readonly slots: ReadonlyMap<string, number>;
  readonly stocks: number;
  /** Levels at the start of a step. */
  readonly levels: number;
  /** Levels from which the equations are computed. */
  readonly current: number;
  readonly slopes: readonly number[];
  readonly end: number;
}

export interface Emitted {
  readonly bytes: Uint8Array;
  readonly layout: Layout;
}

const A_HUNDRED = 100;
const NOTHING: FunctionType = { takes: [], gives: [] };

/** Indices of the first functions of every module. */
const EXP = 0;
const LN = 1;
const WHOLE = 2;
const POWER = 3;

function layoutOf(system: System): Layout {
  const slots = new Map<string, number>();
  for (const parameter of system.parameters) slots.set(parameter.id, slots.size);
  const current = slots.size;
  for (const stock of system.stocks) slots.set(stock.id, slots.size);
  for (const one of [...system.auxiliaries, ...system.flows]) slots.set(one.id, slots.size);
  const stocks = system.stocks.length;
  const from = slots.size;
  const region = (index: number): number => from + index * stocks;
  return {
    slots,
    stocks,
    current,
    levels: region(0),
    slopes: [region(1), region(2), region(3)],
    end: region(4),
  };
}

const PLAIN: Partial<Readonly<Record<Operation, number>>> = {
  add: OP.f64Add,
  subtract: OP.f64Sub,
  multiply: OP.f64Mul,
  divide: OP.f64Div,
  negate: OP.f64Neg,
  sqrt: OP.f64Sqrt,
  abs: OP.f64Abs,
  floor: OP.f64Floor,
};

const CALLED: Partial<Readonly<Record<Operation, number>>> = { exp: EXP, ln: LN, power: POWER };

function emit(body: Body, tree: Formula, slots: ReadonlyMap<string, number>): void {
  if (tree.is === 'number') {
    body.f64(tree.value);
    return;
  }
  if (tree.is === 'name') {
    body.i32(0).load(8 * (slots.get(tree.name) ?? 0));
    return;
  }
  const plain = PLAIN[tree.of];
  const called = CALLED[tree.of];
  if (plain !== undefined || called !== undefined) {
    for (const arg of tree.args) emit(body, arg, slots);
    if (plain !== undefined) body.op(plain);
    else body.call(called ?? 0);
    return;
  }
  const args = tree.args.map((arg) => {
    const local = body.local();
    emit(body, arg, slots);
    body.set(local);
    return local;
  });
  choose(body, tree.of, args as [number, number, number]);
}

/** What compares: written out with the same comparisons as the interpreter, so that not-a-number goes the same way. */
function choose(body: Body, of: Operation, [a, b, c]: readonly [number, number, number]): void {
  if (of === 'min') body.get(a).get(b).get(a).get(b).op(OP.f64Lt, OP.select);
  else if (of === 'max') body.get(a).get(b).get(a).get(b).op(OP.f64Gt, OP.select);
  else if (of === 'above') body.get(a).get(b).op(OP.f64Gt, OP.f64ConvertI32);
  else if (of === 'choose') body.get(b).get(c).get(a).f64(0).op(OP.f64Gt, OP.select);
  else body.get(b).get(c).get(a).get(a).get(c).op(OP.f64Gt, OP.select).get(a).get(b).op(OP.f64Lt, OP.select);
}

interface Function {
  readonly type: FunctionType;
  readonly body: Body;
}

/** Functions of a hundred pieces each; `write` writes one piece. */
function chunks<T>(
  pieces: readonly T[],
  type: FunctionType,
  write: (body: Body, piece: T, index: number) => void,
): Function[] {
  const made: Function[] = [];
  for (let from = 0; from < pieces.length; from += A_HUNDRED) {
    const body = new Body(type.takes.length);
    for (const [index, piece] of pieces.slice(from, from + A_HUNDRED).entries())
      write(body, piece, from + index);
    made.push({ type, body });
  }
  return made;
}

/** Equations that follow from parameters alone: computed once, and again after a change. */
function split(system: System): { readonly still: Equation[]; readonly moving: Equation[] } {
  const still = new Set(system.parameters.map((one) => one.id));
  const of = { still: [] as Equation[], moving: [] as Equation[] };
  for (const equation of ordered(system)) {
    const rests = [...namesIn(equation.tree)].every((name) => still.has(name));
    if (rests) still.add(equation.id);
    of[rests ? 'still' : 'moving'].push(equation);
  }
  return of;
}

/** Computes every auxiliary and flow, then the slope of every stock at an address given in bytes. */
function equations(
  system: System,
  layout: Layout,
): { readonly still: Function[]; readonly values: Function[] } {
  const slot = (id: string): number => 8 * (layout.slots.get(id) ?? 0);
  const parts = split(system);
  const write = (body: Body, equation: Equation): void => {
    body.i32(0);
    emit(body, equation.tree, layout.slots);
    body.store(slot(equation.id));
  };
  const still = chunks(parts.still, NOTHING, write);
  const values = chunks(parts.moving, NOTHING, write);
  return { still, values };
}

/** The level in a local kept within the bounds of its stock, with the comparisons of the interpreter. */
function clip(body: Body, level: number, { least, most }: Stock): void {
  if (least !== null) body.f64(least).get(level).get(level).f64(least).op(OP.f64Lt, OP.select).set(level);
  if (most !== null) body.f64(most).get(level).get(level).f64(most).op(OP.f64Gt, OP.select).set(level);
}

/**
 * What one stage of a step does with each stock, straight on: its slope from the flows, then where the next stage begins,
 * or at the last stage the new level. Flows were all computed before, so that no stock sees another's new level.
 */
function stageOf(system: System, layout: Layout, stage: 0 | 1 | 2 | 3): Function[] {
  const slot = (id: string): number => 8 * (layout.slots.get(id) ?? 0);
  const ends = (side: 'from' | 'to') => {
    const by = new Map<string, string[]>();
    for (const flow of system.flows) {
      const stock = flow[side];
      if (stock !== null) by.set(stock, [...(by.get(stock) ?? []), flow.id]);
    }
    return by;
  };
  const [into, outOf] = [ends('to'), ends('from')];
  const { dt, method } = system;
  const isLast = method === 'euler' || stage === 3;
  const by = stage === 2 ? dt : dt / 2;
  return chunks(system.stocks, NOTHING, (body, stock, index) => {
    const [slope, level] = [body.local(), body.local()];
    const at = (region: number): number => 8 * (region + index);
    body.f64(0);
    for (const id of into.get(stock.id) ?? []) body.i32(0).load(slot(id)).op(OP.f64Add);
    for (const id of outOf.get(stock.id) ?? []) body.i32(0).load(slot(id)).op(OP.f64Sub);
    body.set(slope);
    body.i32(0).load(at(layout.levels));
    if (!isLast) body.f64(by).get(slope).op(OP.f64Mul, OP.f64Add);
    else if (method === 'euler') body.f64(dt).get(slope).op(OP.f64Mul, OP.f64Add);
    else {
      const before = (which: 0 | 1 | 2): Body => body.i32(0).load(at(layout.slopes[which] ?? 0));
      body.f64(dt / 6);
      before(0).f64(2);
      before(1).op(OP.f64Mul, OP.f64Add).f64(2);
      before(2).op(OP.f64Mul, OP.f64Add).get(slope).op(OP.f64Add, OP.f64Mul, OP.f64Add);
    }
    body.set(level);
    clip(body, level, stock);
    if (isLast) body.i32(0).get(level).store(at(layout.levels));
    else
      body
        .i32(0)
        .get(slope)
        .store(at(layout.slopes[stage] ?? 0));
    body.i32(0).get(level).store(at(layout.current));
  });
}

/** The module of a system: `run(steps)` carries the levels on by so many steps. */
export function emitSystem(system: System): Emitted {
  const layout = layoutOf(system);
  const { still, values } = equations(system, layout);
  const real: FunctionType = { takes: [F64], gives: [F64] };
  const reals: FunctionType = { takes: [F64, F64], gives: [F64] };
  const functions: Function[] = [
    { type: real, body: expBody() },
    { type: real, body: lnBody() },
    { type: reals, body: wholePowerBody() },
    { type: reals, body: powerBody(EXP, LN, WHOLE) },
  ];
  const add = (list: readonly Function[]): number[] => list.map((one) => functions.push(one) - 1);
  const stillCalls = add(still);
  const valueCalls = add(values);
  const step = new Body(0);
  for (const stage of system.method === 'rk4' ? ([0, 1, 2, 3] as const) : ([0] as const)) {
    for (const call of valueCalls) step.call(call);
    for (const call of add(stageOf(system, layout, stage))) step.call(call);
  }
  const stepCall = functions.push({ type: NOTHING, body: step }) - 1;
  const prepare = new Body(0);
  for (const call of stillCalls) prepare.call(call);
  const prepareCall = functions.push({ type: NOTHING, body: prepare }) - 1;
  const run = new Body(1);
  run.times(0, () => void run.call(stepCall));
  const runCall = functions.push({ type: { takes: [I32], gives: [] }, body: run }) - 1;
  return {
    bytes: moduleOf(functions, Math.ceil((8 * layout.end) / 65536) + 1, {
      run: runCall,
      prepare: prepareCall,
      exp: EXP,
      ln: LN,
      power: POWER,
    }),
    layout,
  };
}
