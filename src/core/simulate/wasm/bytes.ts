/** Writes the bytes of a WebAssembly module: numbers, sections and the few instructions that a simulation needs. */

/** Opcodes, by the names of the specification (WebAssembly Core 1.0, section 5.4). */
export const OP = {
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  return: 0x0f,
  call: 0x10,
  drop: 0x1a,
  select: 0x1b,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  f64Load: 0x2b,
  f64Store: 0x39,
  i32Const: 0x41,
  i64Const: 0x42,
  f64Const: 0x44,
  i32Eqz: 0x45,
  i32Ne: 0x47,
  i32LtS: 0x48,
  f64Eq: 0x61,
  f64Ne: 0x62,
  f64Lt: 0x63,
  f64Gt: 0x64,
  f64Le: 0x65,
  f64Ge: 0x66,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32And: 0x71,
  i64Add: 0x7c,
  i64And: 0x83,
  i64Or: 0x84,
  i64Shl: 0x86,
  i64ShrU: 0x88,
  f64Abs: 0x99,
  f64Neg: 0x9a,
  f64Floor: 0x9c,
  f64Sqrt: 0x9f,
  f64Add: 0xa0,
  f64Sub: 0xa1,
  f64Mul: 0xa2,
  f64Div: 0xa3,
  i64TruncF64: 0xb0,
  f64ConvertI32: 0xb7,
  f64ConvertI64: 0xb9,
  i64ReinterpretF64: 0xbd,
  f64ReinterpretI64: 0xbf,
  pair: 0xfd,
} as const;

/** Opcodes on two doubles side by side, each after `OP.pair` (WebAssembly Core 2.0, section 5.4.9). */
export const PAIR = {
  load: 0x00,
  store: 0x0b,
  splat: 0x14,
  extract: 0x21,
  replace: 0x22,
  ne: 0x48,
  lt: 0x49,
  gt: 0x4a,
  le: 0x4b,
  and: 0x4e,
  or: 0x50,
  bitselect: 0x52,
  floor: 0x75,
  bitmask: 0xc4,
  shiftLeft: 0xcb,
  shiftRight: 0xcd,
  addWhole: 0xce,
  subtractWhole: 0xd1,
  abs: 0xec,
  negate: 0xed,
  sqrt: 0xef,
  add: 0xf0,
  subtract: 0xf1,
  multiply: 0xf2,
  divide: 0xf3,
  /** `pmin(a, b)`: b where b < a, else a. */
  pmin: 0xf6,
  /** `pmax(a, b)`: b where a < b, else a. */
  pmax: 0xf7,
} as const;

export const F64 = 0x7c;
export const I32 = 0x7f;
/** Two doubles side by side. */
export const V128 = 0x7b;
const NO_VALUE = 0x40;

/** A buffer that grows by doubling, so that a large module is not copied again and again. */
export class Bytes {
  #buffer = new Uint8Array(256);
  #view = new DataView(this.#buffer.buffer);
  length = 0;

  get bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.length);
  }

  #room(more: number): void {
    if (this.length + more <= this.#buffer.length) return;
    const larger = new Uint8Array(Math.max(this.#buffer.length * 2, this.length + more));
    larger.set(this.bytes);
    this.#buffer = larger;
    this.#view = new DataView(larger.buffer);
  }

  byte(value: number): this {
    if (this.length === this.#buffer.length) this.#room(1);
    this.#buffer[this.length++] = value;
    return this;
  }

  bytesOf(values: readonly number[]): this {
    for (let index = 0; index < values.length; index += 1) this.byte(values[index] as number);
    return this;
  }

  append(other: Bytes): this {
    this.#room(other.length);
    this.#buffer.set(other.bytes, this.length);
    this.length += other.length;
    return this;
  }

  /** An unsigned number in LEB128. */
  unsigned(value: number): this {
    let left = value;
    while (left >= 0x80) {
      this.byte((left & 0x7f) | 0x80);
      left >>>= 7;
    }
    return this.byte(left);
  }

  /** A signed number in LEB128, of 32 or 64 bits. */
  signed(value: bigint): this {
    let left = value;
    for (;;) {
      const low = Number(left & 0x7fn);
      left >>= 7n;
      if ((left === 0n && (low & 0x40) === 0) || (left === -1n && (low & 0x40) !== 0)) return this.byte(low);
      this.byte(low | 0x80);
    }
  }

  /** A signed number of at most 31 bits in LEB128, without the cost of big integers. */
  signedSmall(value: number): this {
    let left = value | 0;
    for (;;) {
      const low = left & 0x7f;
      left >>= 7;
      if ((left === 0 && (low & 0x40) === 0) || (left === -1 && (low & 0x40) !== 0)) return this.byte(low);
      this.byte(low | 0x80);
    }
  }

  number(value: number): this {
    this.#room(8);
    this.#view.setFloat64(this.length, value, true);
    this.length += 8;
    return this;
  }

  name(text: string): this {
    this.unsigned(text.length);
    for (const character of text) this.byte(character.charCodeAt(0));
    return this;
  }
}

/** The body of one function. Locals beyond the parameters are all of one type, doubles or pairs of them. */
export class Body {
  readonly code = new Bytes();
  readonly #type: number;
  #locals = 0;
  readonly #parameters: number;

  constructor(parameters: number, type: number = F64) {
    this.#parameters = parameters;
    this.#type = type;
  }

  /** A new local. */
  local(): number {
    this.#locals += 1;
    return this.#parameters + this.#locals - 1;
  }

  op(...codes: readonly number[]): this {
    this.code.bytesOf(codes);
    return this;
  }

  f64(value: number): this {
    this.code.byte(OP.f64Const).number(value);
    return this;
  }

  i32(value: number): this {
    this.code.byte(OP.i32Const).signedSmall(value);
    return this;
  }

  i64(value: bigint): this {
    this.code.byte(OP.i64Const).signed(BigInt.asIntN(64, value));
    return this;
  }

  get(local: number): this {
    this.code.byte(OP.localGet).unsigned(local);
    return this;
  }

  set(local: number): this {
    this.code.byte(OP.localSet).unsigned(local);
    return this;
  }

  call(index: number): this {
    this.code.byte(OP.call).unsigned(index);
    return this;
  }

  /** Loads the double at the address on the stack plus an offset in bytes. */
  load(offset: number): this {
    this.code.byte(OP.f64Load).byte(3).unsigned(offset);
    return this;
  }

  store(offset: number): this {
    this.code.byte(OP.f64Store).byte(3).unsigned(offset);
    return this;
  }

  tee(local: number): this {
    this.code.byte(OP.localTee).unsigned(local);
    return this;
  }

  /** Instructions on pairs, without operands in the code. */
  pair(...codes: readonly number[]): this {
    for (let index = 0; index < codes.length; index += 1)
      this.code.byte(OP.pair).unsigned(codes[index] as number);
    return this;
  }

  /** One of the two doubles taken out of a pair, or put into it. */
  lane(code: number, lane: 0 | 1): this {
    this.code.byte(OP.pair).byte(code).byte(lane);
    return this;
  }

  loadPair(offset: number): this {
    this.code.byte(OP.pair).byte(PAIR.load).byte(4).unsigned(offset);
    return this;
  }

  storePair(offset: number): this {
    this.code.byte(OP.pair).byte(PAIR.store).byte(4).unsigned(offset);
    return this;
  }

  /** `if` without a value; close with `end`. */
  when(): this {
    return this.op(OP.if, NO_VALUE);
  }

  /** Repeats `inner` while the i32 local counts down from its value to 0. */
  times(counter: number, inner: () => void): this {
    this.op(OP.block, NO_VALUE, OP.loop, NO_VALUE).get(counter).op(OP.i32Eqz, OP.brIf, 1);
    inner();
    return this.get(counter).i32(1).op(OP.i32Sub).set(counter).op(OP.br, 0, OP.end, OP.end);
  }

  end(): this {
    return this.op(OP.end);
  }

  /** The function as it stands in the code section. */
  finish(): Bytes {
    const declared = new Bytes().unsigned(this.#locals > 0 ? 1 : 0);
    if (this.#locals > 0) declared.unsigned(this.#locals).byte(this.#type);
    const whole = new Bytes().append(declared).append(this.code).byte(OP.end);
    return new Bytes().unsigned(whole.length).append(whole);
  }
}

export interface FunctionType {
  readonly takes: readonly number[];
  readonly gives: readonly number[];
}

/** A module of functions with one memory; `exported` names functions by index, the memory is `memory`. */
export function moduleOf(
  functions: readonly { readonly type: FunctionType; readonly body: Body }[],
  pages: number,
  exported: Readonly<Record<string, number>>,
): Uint8Array {
  const module = new Bytes().bytesOf([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  const section = (id: number, content: Bytes): void =>
    void module.byte(id).unsigned(content.length).append(content);

  const types = new Bytes().unsigned(functions.length);
  for (const { type } of functions)
    types
      .byte(0x60)
      .unsigned(type.takes.length)
      .bytesOf(type.takes)
      .unsigned(type.gives.length)
      .bytesOf(type.gives);
  section(1, types);
  const uses = new Bytes().unsigned(functions.length);
  for (let index = 0; index < functions.length; index += 1) uses.unsigned(index);
  section(3, uses);
  section(5, new Bytes().unsigned(1).byte(0).unsigned(pages));
  const names = Object.entries(exported);
  const exports = new Bytes()
    .unsigned(names.length + 1)
    .name('memory')
    .byte(2)
    .unsigned(0);
  for (const [name, index] of names) exports.name(name).byte(0).unsigned(index);
  section(7, exports);
  const code = new Bytes().unsigned(functions.length);
  for (const { body } of functions) code.append(body.finish());
  section(10, code);
  return module.bytes.slice();
}
