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

/** Room that every instruction may count on: the longest has two opcodes and eight bytes. */
const ROOM = 16;
const scratch = new DataView(new ArrayBuffer(8));
const scratchBytes = new Uint8Array(scratch.buffer);

/** Bytes of an unsigned number in LEB128. */
function lengthOf(value: number): number {
  let length = 1;
  for (let left = value >>> 7; left > 0; left >>>= 7) length += 1;
  return length;
}

/** A buffer that grows by doubling, so that a large module is not copied again and again. */
export class Bytes {
  #buffer: Uint8Array;
  length = 0;

  constructor(room = 512) {
    this.#buffer = new Uint8Array(room);
  }

  get bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.length);
  }

  #room(more: number): void {
    const larger = new Uint8Array(Math.max(this.#buffer.length * 2, this.length + more));
    larger.set(this.bytes);
    this.#buffer = larger;
  }

  byte(value: number): this {
    if (this.length === this.#buffer.length) this.#room(ROOM);
    this.#buffer[this.length++] = value;
    return this;
  }

  bytesOf(values: readonly number[]): this {
    for (let index = 0; index < values.length; index += 1) this.byte(values[index] as number);
    return this;
  }

  append(other: Bytes): this {
    if (this.length + other.length > this.#buffer.length) this.#room(other.length);
    this.#buffer.set(other.bytes, this.length);
    this.length += other.length;
    return this;
  }

  /** An opcode and an unsigned number in LEB128. */
  coded(code: number, value: number): this {
    if (this.length + ROOM > this.#buffer.length) this.#room(ROOM);
    const buffer = this.#buffer;
    let { length } = this;
    buffer[length++] = code;
    let left = value;
    for (; left >= 0x80; left >>>= 7) buffer[length++] = (left & 0x7f) | 0x80;
    buffer[length++] = left;
    this.length = length;
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
    if (this.length + ROOM > this.#buffer.length) this.#room(ROOM);
    scratch.setFloat64(0, value, true);
    this.#buffer.set(scratchBytes, this.length);
    this.length += 8;
    return this;
  }

  name(text: string): this {
    this.unsigned(text.length);
    for (let index = 0; index < text.length; index += 1) this.byte(text.charCodeAt(index));
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

  /** One instruction without operands. */
  one(code: number): this {
    this.code.byte(code);
    return this;
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
    this.code.coded(OP.localGet, local);
    return this;
  }

  set(local: number): this {
    this.code.coded(OP.localSet, local);
    return this;
  }

  call(index: number): this {
    this.code.coded(OP.call, index);
    return this;
  }

  /** Loads the double at the address on the stack plus an offset in bytes. */
  load(offset: number): this {
    this.code.byte(OP.f64Load).coded(3, offset);
    return this;
  }

  store(offset: number): this {
    this.code.byte(OP.f64Store).coded(3, offset);
    return this;
  }

  tee(local: number): this {
    this.code.coded(OP.localTee, local);
    return this;
  }

  /** Instructions on pairs, without operands in the code. */
  pair(...codes: readonly number[]): this {
    for (let index = 0; index < codes.length; index += 1) this.code.coded(OP.pair, codes[index] as number);
    return this;
  }

  /** One of the two doubles taken out of a pair, or put into it. */
  lane(code: number, lane: 0 | 1): this {
    this.code.byte(OP.pair).byte(code).byte(lane);
    return this;
  }

  loadPair(offset: number): this {
    this.code.byte(OP.pair).byte(PAIR.load).coded(4, offset);
    return this;
  }

  storePair(offset: number): this {
    this.code.byte(OP.pair).byte(PAIR.store).coded(4, offset);
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

  /** Bytes that the function takes in the code section, without the number that says so. */
  get size(): number {
    return (this.#locals > 0 ? 2 + lengthOf(this.#locals) : 1) + this.code.length + 1;
  }

  /** Writes the function as it stands in the code section. */
  writeTo(section: Bytes): void {
    section.unsigned(this.size).byte(this.#locals > 0 ? 1 : 0);
    if (this.#locals > 0) section.unsigned(this.#locals).byte(this.#type);
    section.append(this.code).byte(OP.end);
  }
}

export interface FunctionType {
  readonly takes: readonly number[];
  readonly gives: readonly number[];
}

/** A function on its way into a module. */
export interface Written {
  readonly type: FunctionType;
  readonly body: Body;
}

/** A module of functions with one memory; `exported` names functions by index, the memory is `memory`. */
export function moduleOf(
  functions: readonly Written[],
  pages: number,
  exported: Readonly<Record<string, number>>,
): Uint8Array {
  const count = functions.length;
  let size = lengthOf(count);
  for (let index = 0; index < count; index += 1) {
    const own = (functions[index] as Written).body.size;
    size += lengthOf(own) + own;
  }
  const module = new Bytes(size + 32 * count + 256).bytesOf([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  const part = new Bytes();
  const section = (id: number): void => {
    module.byte(id).unsigned(part.length).append(part);
    part.length = 0;
  };
  part.unsigned(count);
  for (let index = 0; index < count; index += 1) {
    const { takes, gives } = (functions[index] as Written).type;
    part.byte(0x60).unsigned(takes.length).bytesOf(takes).unsigned(gives.length).bytesOf(gives);
  }
  section(1);
  part.unsigned(count);
  for (let index = 0; index < count; index += 1) part.unsigned(index);
  section(3);
  part.unsigned(1).byte(0).unsigned(pages);
  section(5);
  const names = Object.keys(exported);
  part
    .unsigned(names.length + 1)
    .name('memory')
    .byte(2)
    .unsigned(0);
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] as string;
    part
      .name(name)
      .byte(0)
      .unsigned(exported[name] as number);
  }
  section(7);
  module.byte(10).unsigned(size).unsigned(count);
  for (let index = 0; index < count; index += 1) (functions[index] as Written).body.writeTo(module);
  return module.bytes;
}
