/**
 * The instructions in which a graph is written: for one run, with doubles, and for two runs side by side, with pairs.
 * Both compute every run with the very same steps; two side by side take hardly longer than one.
 */
import type { Operation } from '#core/simulate/formula';
import { type Body, F64, OP, PAIR, V128 } from '#core/simulate/wasm/bytes';

/** Indices of the first functions of every module. */
export const FUNCTIONS = {
  exp: 0,
  ln: 1,
  whole: 2,
  power: 3,
  expPair: 4,
  lnPair: 5,
  powerPair: 6,
  logPair: 7,
  powerOfLogPair: 8,
} as const;

export interface Kit {
  /** Runs side by side. */
  readonly lanes: 1 | 2;
  readonly type: number;
  /** Bytes that a value takes. */
  readonly width: number;
  readonly number: (body: Body, value: number) => Body;
  /** The value at the address on the stack plus an offset in bytes. */
  readonly load: (body: Body, offset: number) => Body;
  readonly store: (body: Body, offset: number) => Body;
  /** Operations whose arguments are on the stack, in order. */
  readonly plain: Readonly<Partial<Record<Operation, (body: Body) => Body>>>;
  /** For several powers of one base: its logarithm once, then each power of base, exponent and that logarithm. */
  readonly shared: { readonly log: (body: Body) => Body; readonly power: (body: Body) => Body } | null;
  /** Operations whose arguments are in locals, because they are needed twice. */
  readonly chosen: Readonly<
    Partial<Record<Operation, (body: Body, a: number, b: number, c: number) => Body>>
  >;
}

const op =
  (code: number) =>
  (body: Body): Body =>
    body.one(code);
const call =
  (index: number) =>
  (body: Body): Body =>
    body.call(index);
const pair =
  (code: number) =>
  (body: Body): Body =>
    body.pair(code);

/** One run. What compares is written with the comparisons of the interpreter, so that not-a-number goes the same way. */
export const ONE: Kit = {
  lanes: 1,
  type: F64,
  width: 8,
  number: (body, value) => body.f64(value),
  load: (body, offset) => body.load(offset),
  store: (body, offset) => body.store(offset),
  plain: {
    add: op(OP.f64Add),
    subtract: op(OP.f64Sub),
    multiply: op(OP.f64Mul),
    divide: op(OP.f64Div),
    negate: op(OP.f64Neg),
    sqrt: op(OP.f64Sqrt),
    abs: op(OP.f64Abs),
    floor: op(OP.f64Floor),
    above: (body) => body.one(OP.f64Gt).one(OP.f64ConvertI32),
    exp: call(FUNCTIONS.exp),
    ln: call(FUNCTIONS.ln),
    power: call(FUNCTIONS.power),
  },
  shared: null,
  chosen: {
    min: (body, a, b) => body.get(a).get(b).get(a).get(b).one(OP.f64Lt).one(OP.select),
    max: (body, a, b) => body.get(a).get(b).get(a).get(b).one(OP.f64Gt).one(OP.select),
    choose: (body, a, b, c) => body.get(b).get(c).get(a).f64(0).op(OP.f64Gt, OP.select),
    clamp: (body, a, b, c) =>
      body.get(b).get(c).get(a).get(a).get(c).op(OP.f64Gt, OP.select).get(a).get(b).op(OP.f64Lt, OP.select),
  },
};

/**
 * Two runs. Numbers stand in memory, which is quicker to read than to write in code; `at` says where. `pmin(b, a)` is
 * a where a < b, else b: the interpreter's `min(a, b)`, also for not-a-number.
 */
export function pairKit(at: (value: number) => number): Kit {
  const number = (body: Body, value: number): Body => body.i32(0).loadPair(at(value));
  return {
    lanes: 2,
    type: V128,
    width: 16,
    number,
    load: (body, offset) => body.loadPair(offset),
    store: (body, offset) => body.storePair(offset),
    plain: {
      add: pair(PAIR.add),
      subtract: pair(PAIR.subtract),
      multiply: pair(PAIR.multiply),
      divide: pair(PAIR.divide),
      negate: pair(PAIR.negate),
      sqrt: pair(PAIR.sqrt),
      abs: pair(PAIR.abs),
      floor: pair(PAIR.floor),
      above: (body) => number(body.pair(PAIR.gt), 1).pair(PAIR.and),
      exp: call(FUNCTIONS.expPair),
      ln: call(FUNCTIONS.lnPair),
      power: call(FUNCTIONS.powerPair),
    },
    shared: { log: call(FUNCTIONS.logPair), power: call(FUNCTIONS.powerOfLogPair) },
    chosen: {
      min: (body, a, b) => body.get(b).get(a).pair(PAIR.pmin),
      max: (body, a, b) => body.get(b).get(a).pair(PAIR.pmax),
      choose: (body, a, b, c) => number(body.get(b).get(c).get(a), 0).pair(PAIR.gt, PAIR.bitselect),
      clamp: (body, a, b, c) =>
        body
          .get(b)
          .get(c)
          .get(a)
          .get(a)
          .get(c)
          .pair(PAIR.gt, PAIR.bitselect)
          .get(a)
          .get(b)
          .pair(PAIR.lt, PAIR.bitselect),
    },
  };
}
