/** Emits exp, ln and power with the very steps of `simulate/elementary.ts`, so that both give the same bits. */
import { CONSTANTS, EXP_P, LN_L } from '#core/simulate/elementary';
import { Body, OP } from '#core/simulate/wasm/bytes';

/** 2^k for the whole number in a local: the bits of a double with exponent k. */
function powerOfTwo(body: Body, k: number): Body {
  return body.get(k).op(OP.i64TruncF64).i64(1023n).op(OP.i64Add).i64(52n).op(OP.i64Shl, OP.f64ReinterpretI64);
}

/** a0 + x (a1 + x (a2 + …)). */
function polynomial(body: Body, x: number, coefficients: readonly number[]): Body {
  for (const coefficient of coefficients.slice(0, -1)) body.f64(coefficient).get(x);
  body.f64(coefficients.at(-1) ?? 0);
  for (let index = 1; index < coefficients.length; index += 1) body.op(OP.f64Mul, OP.f64Add);
  return body;
}

export function expBody(): Body {
  const body = new Body(1);
  const [x, k, high, low, r, t, c, half] = [
    0,
    body.local(),
    body.local(),
    body.local(),
    body.local(),
    body.local(),
    body.local(),
    body.local(),
  ];
  body.get(x).get(x).op(OP.f64Ne).when().get(x).op(OP.return).end();
  body.get(x).f64(CONSTANTS.EXP_MOST).op(OP.f64Gt).when().f64(Number.POSITIVE_INFINITY).op(OP.return).end();
  body.get(x).f64(CONSTANTS.EXP_LEAST).op(OP.f64Lt).when().f64(0).op(OP.return).end();
  body.get(x).f64(CONSTANTS.INVERSE_LN2).op(OP.f64Mul).f64(0.5).op(OP.f64Add, OP.f64Floor).set(k);
  body.get(x).get(k).f64(CONSTANTS.LN2_HIGH).op(OP.f64Mul, OP.f64Sub).set(high);
  body.get(k).f64(CONSTANTS.LN2_LOW).op(OP.f64Mul).set(low);
  body.get(high).get(low).op(OP.f64Sub).set(r);
  body.get(r).get(r).op(OP.f64Mul).set(t);
  body.get(r).get(t);
  polynomial(body, t, EXP_P).op(OP.f64Mul, OP.f64Sub).set(c);
  // 1 - (low - (r * c) / (2 - c) - high)
  body
    .f64(1)
    .get(low)
    .get(r)
    .get(c)
    .op(OP.f64Mul)
    .f64(2)
    .get(c)
    .op(OP.f64Sub, OP.f64Div, OP.f64Sub)
    .get(high)
    .op(OP.f64Sub, OP.f64Sub);
  body.get(k).f64(2).op(OP.f64Div, OP.f64Floor).set(half);
  powerOfTwo(body, half).op(OP.f64Mul);
  body.get(k).get(half).op(OP.f64Sub).set(k);
  powerOfTwo(body, k).op(OP.f64Mul);
  return body;
}

export function lnBody(): Body {
  const body = new Body(1);
  const [x, k, m, f, s, z, r, square] = [
    0,
    body.local(),
    body.local(),
    body.local(),
    body.local(),
    body.local(),
    body.local(),
    body.local(),
  ];
  body.get(x).get(x).op(OP.f64Ne).when().f64(Number.NaN).op(OP.return).end();
  body.get(x).f64(0).op(OP.f64Lt).when().f64(Number.NaN).op(OP.return).end();
  body.get(x).f64(0).op(OP.f64Eq).when().f64(Number.NEGATIVE_INFINITY).op(OP.return).end();
  body.get(x).f64(Number.POSITIVE_INFINITY).op(OP.f64Eq).when().get(x).op(OP.return).end();
  body.f64(0).set(k);
  body
    .get(x)
    .f64(2.2250738585072014e-308)
    .op(OP.f64Lt)
    .when()
    .get(x)
    .f64(18014398509481984)
    .op(OP.f64Mul)
    .set(x)
    .f64(-54)
    .set(k)
    .end();
  body
    .get(k)
    .get(x)
    .op(OP.i64ReinterpretF64)
    .i64(52n)
    .op(OP.i64ShrU, OP.f64ConvertI64)
    .f64(1023)
    .op(OP.f64Sub, OP.f64Add)
    .set(k);
  body
    .get(x)
    .op(OP.i64ReinterpretF64)
    .i64(0xfffffffffffffn)
    .op(OP.i64And)
    .i64(0x3ff0000000000000n)
    .op(OP.i64Or, OP.f64ReinterpretI64)
    .set(m);
  body
    .get(m)
    .f64(2 * CONSTANTS.ROOT_HALF)
    .op(OP.f64Gt)
    .when();
  body.get(m).f64(0.5).op(OP.f64Mul).set(m).get(k).f64(1).op(OP.f64Add).set(k).end();
  body.get(m).f64(1).op(OP.f64Sub).set(f);
  body.get(f).f64(2).get(f).op(OP.f64Add, OP.f64Div).set(s);
  body.get(s).get(s).op(OP.f64Mul).set(z);
  body.get(z);
  polynomial(body, z, LN_L).op(OP.f64Mul).set(r);
  body.f64(0.5).get(f).op(OP.f64Mul).get(f).op(OP.f64Mul).set(square);
  // k * LN2_HIGH - (square - (s * (square + r) + k * LN2_LOW) - f)
  body
    .get(k)
    .f64(CONSTANTS.LN2_HIGH)
    .op(OP.f64Mul)
    .get(square)
    .get(s)
    .get(square)
    .get(r)
    .op(OP.f64Add, OP.f64Mul);
  body.get(k).f64(CONSTANTS.LN2_LOW).op(OP.f64Mul, OP.f64Add, OP.f64Sub).get(f).op(OP.f64Sub, OP.f64Sub);
  return body;
}

/** `exp` and `ln` are the indices of those functions, `whole` that of whole powers. */
export function powerBody(exp: number, ln: number, whole: number): Body {
  const body = new Body(2);
  const [x, y] = [0, 1];
  body.get(y).f64(0).op(OP.f64Eq).when().f64(1).op(OP.return).end();
  body.get(y).get(y).op(OP.f64Floor, OP.f64Eq).when();
  body
    .get(y)
    .f64(0)
    .op(OP.f64Gt)
    .get(y)
    .f64(64)
    .op(OP.f64Le, OP.i32And)
    .when()
    .get(x)
    .get(y)
    .call(whole)
    .op(OP.return)
    .end();
  body
    .get(y)
    .f64(0)
    .op(OP.f64Lt)
    .get(y)
    .f64(-64)
    .op(OP.f64Ge, OP.i32And)
    .when()
    .f64(1)
    .get(x)
    .get(y)
    .op(OP.f64Neg)
    .call(whole)
    .op(OP.f64Div, OP.return)
    .end();
  body.end();
  body
    .get(x)
    .f64(0)
    .op(OP.f64Eq)
    .when()
    .f64(0)
    .f64(Number.POSITIVE_INFINITY)
    .get(y)
    .f64(0)
    .op(OP.f64Gt, OP.select, OP.return)
    .end();
  body.get(x).f64(1).op(OP.f64Eq).when().f64(1).op(OP.return).end();
  return body.get(y).get(x).call(ln).op(OP.f64Mul).call(exp);
}

/** Whole powers by squaring. */
export function wholePowerBody(): Body {
  const body = new Body(2);
  const [base, left, result, half] = [0, 1, body.local(), body.local()];
  body.f64(1).set(result);
  body.op(OP.block, 0x40, OP.loop, 0x40).get(left).f64(0).op(OP.f64Gt, OP.i32Eqz, OP.brIf, 1);
  body.get(left).f64(2).op(OP.f64Div, OP.f64Floor).set(half);
  body
    .get(left)
    .f64(2)
    .get(half)
    .op(OP.f64Mul, OP.f64Sub)
    .f64(1)
    .op(OP.f64Eq)
    .when()
    .get(result)
    .get(base)
    .op(OP.f64Mul)
    .set(result)
    .end();
  body.get(base).get(base).op(OP.f64Mul).set(base).get(half).set(left).op(OP.br, 0, OP.end, OP.end);
  return body.get(result);
}
