/**
 * Our own exp, ln and power, so that a run gives the same numbers to the last bit in every engine and on every machine:
 * JavaScript leaves the accuracy of its own to each implementation. Only +, −, ×, ÷, comparisons, rounding down and the
 * bits of a double are used, all of which are exact everywhere. The WebAssembly engine emits these same steps in this
 * same order. Errors stay within about two units in the last place (checked against the platform's in the tests).
 *
 * Method: argument reduction by ln 2 in two parts and the polynomials of fdlibm (Sun Microsystems 1993, freely usable).
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const INVERSE_LN2 = Math.LOG2E;

/** Coefficients of the remainder of exp on [0, ln 2 / 2]. */
export const EXP_P = [
  0.16666666666666602, -0.0027777777777015593, 6.613756321437934e-5, -1.6533902205465252e-6,
  4.1381367970572385e-8,
] as const;

/** Coefficients of ln((1 + s) / (1 − s)). */
export const LN_L = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
  0.15313837699209373, 0.14798198605116586,
] as const;

export const CONSTANTS = {
  LN2_HIGH,
  LN2_LOW,
  INVERSE_LN2,
  EXP_MOST: 709.782712893384,
  EXP_LEAST: -745.1332191019411,
  ROOT_HALF: Math.SQRT1_2,
} as const;

const bits = new DataView(new ArrayBuffer(8));

/** 2^k for a whole k between −1022 and 1023. */
function powerOfTwo(k: number): number {
  bits.setInt32(0, (k + 1023) << 20);
  bits.setInt32(4, 0);
  return bits.getFloat64(0);
}

/** e to the x. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > CONSTANTS.EXP_MOST) return Number.POSITIVE_INFINITY;
  if (x < CONSTANTS.EXP_LEAST) return 0;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (EXP_P[0] + t * (EXP_P[1] + t * (EXP_P[2] + t * (EXP_P[3] + t * EXP_P[4]))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  // Scaled in two steps, so that the result may be smaller or larger than a single power of two can bring it.
  const half = Math.floor(k / 2);
  return y * powerOfTwo(half) * powerOfTwo(k - half);
}

/** The natural logarithm; minus infinity at 0, not a number below. */
export function ln(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  let scaled = x;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    scaled = x * 18014398509481984;
    k = -54;
  }
  bits.setFloat64(0, scaled);
  const word = bits.getInt32(0);
  k += (word >> 20) - 1023;
  bits.setInt32(0, (word & 0x000fffff) | 0x3ff00000);
  let m = bits.getFloat64(0);
  if (m > 2 * CONSTANTS.ROOT_HALF) {
    m *= 0.5;
    k += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const r =
    z *
    (LN_L[0] + z * (LN_L[1] + z * (LN_L[2] + z * (LN_L[3] + z * (LN_L[4] + z * (LN_L[5] + z * LN_L[6]))))));
  const square = 0.5 * f * f;
  return k * LN2_HIGH - (square - (s * (square + r) + k * LN2_LOW) - f);
}

/** x to the y. For x below 0 not a number, unless y is a whole number of at most 64. x to the 0 is 1. */
export function power(x: number, y: number): number {
  if (y === 0) return 1;
  if (y === Math.floor(y) && y > 0 && y <= 64) return wholePower(x, y);
  if (y === Math.floor(y) && y < 0 && y >= -64) return 1 / wholePower(x, -y);
  if (x === 0) return y > 0 ? 0 : Number.POSITIVE_INFINITY;
  if (x === 1) return 1;
  return exp(y * ln(x));
}

/** Whole powers by squaring: exact where the result is, and no logarithm of a negative number. */
function wholePower(x: number, y: number): number {
  let result = 1;
  let base = x;
  let left = y;
  while (left > 0) {
    if (left - 2 * Math.floor(left / 2) === 1) result *= base;
    base *= base;
    left = Math.floor(left / 2);
  }
  return result;
}
