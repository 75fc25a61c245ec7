/**
 * Emits exp, ln and power of two numbers side by side. Where both are ordinary, the steps of `simulate/elementary.ts` are
 * done on both at once; where either is not (no number, infinite, far out, a whole power), each goes by itself to the
 * function for one. Either way each gets the bits that it would get alone.
 */
import { CONSTANTS, EXP_P, LN_L } from '#core/simulate/elementary';
import { Body, OP, PAIR, V128 } from '#core/simulate/wasm/bytes';
import type { Kit } from '#core/simulate/wasm/kit';

/** Within these bounds e to the x is scaled by one power of two, which changes no bit of it. */
const FAR = 700;
/** Exponents within these bounds belong to numbers that are positive, finite and not tiny. */
const ORDINARY = 1021;
/** 1.5 × 2^52, the lowest bits of which hold a whole number that is added to it. */
const WHOLE = 6755399441055744;
/** 2^52: its bits with a small whole number in the lowest ones are that number more. */
const TWO_52 = 4503599627370496;
const bits = new DataView(new ArrayBuffer(8));

/** The double with these bits. */
function ofBits(high: number, low: number): number {
  bits.setInt32(0, high);
  bits.setInt32(4, low);
  return bits.getFloat64(0);
}

/** a0 + x (a1 + x (a2 + …)). */
function polynomial(body: Body, kit: Kit, x: number, coefficients: readonly number[]): Body {
  for (const coefficient of coefficients.slice(0, -1)) kit.number(body, coefficient).get(x);
  kit.number(body, coefficients.at(-1) ?? 0);
  for (let index = 1; index < coefficients.length; index += 1) body.pair(PAIR.multiply, PAIR.add);
  return body;
}

/** Returns what the function for one number gives for each, unless the mask on the stack is true for both. */
function unlessBoth(body: Body, single: number, args: readonly number[]): Body {
  body.pair(PAIR.bitmask).i32(3).op(OP.i32Ne).when();
  for (const arg of args) body.get(arg).lane(PAIR.extract, 0);
  body.call(single).pair(PAIR.splat);
  for (const arg of args) body.get(arg).lane(PAIR.extract, 1);
  return body.call(single).lane(PAIR.replace, 1).op(OP.return).end();
}

/** The mask of what lies from −most to most; false for what is not a number. */
function within(body: Body, kit: Kit, x: number, most: number): Body {
  return kit.number(body.get(x).get(x).pair(PAIR.multiply), most * most).pair(PAIR.le);
}

/** e to the x in a local, for an x that is not far out. */
function expOf(body: Body, kit: Kit, x: number): Body {
  const number = (value: number): Body => kit.number(body, value);
  const [k, high, low, r, t, c] = [0, 0, 0, 0, 0, 0].map(() => body.local()) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  body.get(x);
  number(CONSTANTS.INVERSE_LN2).pair(PAIR.multiply);
  number(0.5).pair(PAIR.add, PAIR.floor).set(k);
  body.get(x).get(k);
  number(CONSTANTS.LN2_HIGH).pair(PAIR.multiply, PAIR.subtract).tee(high);
  body.get(k);
  number(CONSTANTS.LN2_LOW).pair(PAIR.multiply).tee(low).pair(PAIR.subtract).tee(r);
  body.get(r).get(r).pair(PAIR.multiply).tee(t);
  polynomial(body, kit, t, EXP_P).pair(PAIR.multiply, PAIR.subtract).set(c);
  // 1 - (low - (r * c) / (2 - c) - high)
  number(1).get(low).get(r).get(c).pair(PAIR.multiply);
  number(2).get(c).pair(PAIR.subtract, PAIR.divide, PAIR.subtract).get(high);
  body.pair(PAIR.subtract, PAIR.subtract);
  // 2^k: the lowest bits of 1.5 × 2^52 + 1023 + k are those of the exponent.
  body.get(k);
  number(WHOLE + 1023)
    .pair(PAIR.add)
    .i32(52)
    .pair(PAIR.shiftLeft);
  return body.pair(PAIR.multiply);
}

/** The bits of the fraction of the first double above √2. */
const FRACTION = (() => {
  bits.setFloat64(0, 2 * CONSTANTS.ROOT_HALF);
  const next = bits.getBigInt64(0) + 1n;
  return [Number((next >> 32n) & 0xfffffn), Number(BigInt.asIntN(32, next))] as const;
})();

/**
 * The logarithm of x in a local, for an x whose exponent is ordinary: that stands in the local `k` when this is done.
 * Exponent and fraction are taken apart in whole numbers: where the fraction is above √2, taking FRACTION from the bits
 * leaves the exponent as it is, and else one less; so the exponent that is one too large either halves m or leaves it.
 */
function lnOf(body: Body, kit: Kit, x: number, k: number): Body {
  const number = (value: number): Body => kit.number(body, value);
  const [t, f, s, z, r, square] = [0, 0, 0, 0, 0, 0].map(() => body.local()) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  body.get(x);
  number(ofBits(...FRACTION))
    .pair(PAIR.subtractWhole)
    .tee(t)
    .i32(52)
    .pair(PAIR.shiftRight);
  number(TWO_52).pair(PAIR.or);
  number(TWO_52 + 1022)
    .pair(PAIR.subtract)
    .set(k);
  body.get(x);
  number(ofBits(1022 << 20, 0))
    .pair(PAIR.addWhole)
    .get(t);
  number(ofBits(0xfff00000 | 0, 0)).pair(PAIR.and, PAIR.subtractWhole);
  number(1).pair(PAIR.subtract).tee(f);
  number(2).get(f).pair(PAIR.add, PAIR.divide).set(s);
  body.get(s).get(s).pair(PAIR.multiply).tee(z);
  polynomial(body, kit, z, LN_L).pair(PAIR.multiply).set(r);
  number(0.5).get(f).pair(PAIR.multiply).get(f).pair(PAIR.multiply).set(square);
  // k * LN2_HIGH - (square - (s * (square + r) + k * LN2_LOW) - f)
  body.get(k);
  number(CONSTANTS.LN2_HIGH).pair(PAIR.multiply);
  body.get(square).get(s).get(square).get(r).pair(PAIR.add, PAIR.multiply).get(k);
  number(CONSTANTS.LN2_LOW).pair(PAIR.multiply, PAIR.add, PAIR.subtract).get(f);
  return body.pair(PAIR.subtract, PAIR.subtract);
}

/** `single` is the index of the function for one number. */
export function expPairBody(kit: Kit, single: number): Body {
  const body = new Body(1, V128);
  unlessBoth(within(body, kit, 0, FAR), single, [0]);
  return expOf(body, kit, 0);
}

export function lnPairBody(kit: Kit, single: number): Body {
  const body = new Body(1, V128);
  const [x, k, ln] = [0, body.local(), body.local()];
  lnOf(body, kit, x, k).set(ln);
  unlessBoth(within(body, kit, k, ORDINARY), single, [x]);
  return body.get(ln);
}

/** Powers that are whole, and bases that are 0, negative or no number, each go by themselves. 1 comes out as 1. */
export function powerPairBody(kit: Kit, single: number): Body {
  const body = new Body(2, V128);
  const [x, y, k, product] = [0, 1, body.local(), body.local()];
  body.get(y);
  lnOf(body, kit, x, k).pair(PAIR.multiply).set(product);
  within(body, kit, k, ORDINARY).get(y).get(y).pair(PAIR.floor, PAIR.ne, PAIR.and);
  unlessBoth(within(body, kit, product, FAR).pair(PAIR.and), single, [x, y]);
  return expOf(body, kit, product);
}

/** The logarithm of a base that several powers share: not a number where `powerOfLogPair` is not to use it. */
export function logPairBody(kit: Kit): Body {
  const body = new Body(1, V128);
  const [x, k, ln] = [0, body.local(), body.local()];
  lnOf(body, kit, x, k).set(ln);
  kit.number(body.get(ln), Number.NaN);
  return within(body, kit, k, ORDINARY).pair(PAIR.bitselect);
}

/** The power of a base, an exponent and what `logPair` gave for the base. */
export function powerOfLogPairBody(kit: Kit, single: number): Body {
  const body = new Body(3, V128);
  const [x, y, log, product] = [0, 1, 2, body.local()];
  body.get(y).get(log).pair(PAIR.multiply).set(product);
  body.get(y).get(y).pair(PAIR.floor, PAIR.ne);
  unlessBoth(within(body, kit, product, FAR).pair(PAIR.and), single, [x, y]);
  return expOf(body, kit, product);
}
