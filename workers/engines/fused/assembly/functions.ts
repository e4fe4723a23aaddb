/**
 * exp, log and tanh of four floats at a time, using only additions, multiplications and divisions:
 * those are bit-identical on every machine, unlike a platform's libm.
 */

/** a·b + c, rounded twice: not every machine has a fused multiply-add. */
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(c, f32x4.mul(a, b));
}

/**
 * eˣ within 2 ulp, with x clamped to ±88 (the range of a float): Cephes' expf (S. Moshier).
 * x = n·ln 2 + r with |r| ≤ ln 2 / 2; ln 2 is subtracted in two parts, so that r stays exact.
 */
export function exponential(power: v128): v128 {
  const x = f32x4.max(f32x4.min(power, f32x4.splat(88.37)), f32x4.splat(-87.33));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.1219444e-4)));
  let p = f32x4.splat(1.98756915e-4);
  p = multiplyAdd(p, r, f32x4.splat(1.3981999507e-3));
  p = multiplyAdd(p, r, f32x4.splat(8.3334519073e-3));
  p = multiplyAdd(p, r, f32x4.splat(4.1665795894e-2));
  p = multiplyAdd(p, r, f32x4.splat(1.6666665459e-1));
  p = multiplyAdd(p, r, f32x4.splat(5.0000001201e-1));
  p = f32x4.add(multiplyAdd(p, f32x4.mul(r, r), r), f32x4.splat(1));
  const exponent = i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127));
  return f32x4.mul(p, i32x4.shl(exponent, 23));
}

/** log(1 + e) for 0 ≤ e ≤ 1, as 2·artanh(e / (2 + e)): eight terms of its series are enough. */
export function logOnePlus(e: v128): v128 {
  const s = f32x4.div(e, f32x4.add(e, f32x4.splat(2)));
  const q = f32x4.mul(s, s);
  let p = f32x4.splat(2.0 / 15);
  p = multiplyAdd(p, q, f32x4.splat(2.0 / 13));
  p = multiplyAdd(p, q, f32x4.splat(2.0 / 11));
  p = multiplyAdd(p, q, f32x4.splat(2.0 / 9));
  p = multiplyAdd(p, q, f32x4.splat(2.0 / 7));
  p = multiplyAdd(p, q, f32x4.splat(2.0 / 5));
  p = multiplyAdd(p, q, f32x4.splat(2.0 / 3));
  p = multiplyAdd(p, q, f32x4.splat(2));
  return f32x4.mul(p, s);
}

/** 1 / (1 + e⁻ˣ), from e^−|x|, which cannot overflow. */
export function sigmoid(x: v128): v128 {
  const e = exponential(f32x4.neg(f32x4.abs(x)));
  const one = f32x4.splat(1);
  return f32x4.div(v128.bitselect(one, e, f32x4.ge(x, f32x4.splat(0))), f32x4.add(e, one));
}

/** Cephes' tanhf: a polynomial near 0, where 1 − e^−2|x| would lose precision; that formula elsewhere. */
export function hyperbolicTangent(x: v128): v128 {
  const size = f32x4.abs(x);
  const q = f32x4.mul(x, x);
  let p = f32x4.splat(-5.70498872745e-3);
  p = multiplyAdd(p, q, f32x4.splat(2.06390887954e-2));
  p = multiplyAdd(p, q, f32x4.splat(-5.37397155531e-2));
  p = multiplyAdd(p, q, f32x4.splat(1.33314422036e-1));
  p = multiplyAdd(p, q, f32x4.splat(-3.33332819422e-1));
  const near = multiplyAdd(f32x4.mul(p, q), x, x);
  const e = exponential(f32x4.mul(size, f32x4.splat(-2)));
  const one = f32x4.splat(1);
  const far = f32x4.div(f32x4.sub(one, e), f32x4.add(one, e));
  const sign = v128.and(x, i32x4.splat(0x80000000));
  return v128.bitselect(near, v128.or(far, sign), f32x4.lt(size, f32x4.splat(0.625)));
}

/** ln x of a positive double: its exponent times ln 2, plus artanh's series for the mantissa. */
export function logarithm(x: f64): f64 {
  const bits = reinterpret<i64>(x);
  let exponent = <i32>((bits >> 52) & 0x7ff) - 1023;
  let m = reinterpret<f64>((bits & 0xfffffffffffff) | 0x3ff0000000000000);
  // The series converges fastest within √½ … √2.
  if (m > 1.4142135623730951) {
    m *= 0.5;
    exponent += 1;
  }
  const s = (m - 1) / (m + 1);
  const q = s * s;
  let p: f64 = 2.0 / 19;
  p = p * q + 2.0 / 17;
  p = p * q + 2.0 / 15;
  p = p * q + 2.0 / 13;
  p = p * q + 2.0 / 11;
  p = p * q + 2.0 / 9;
  p = p * q + 2.0 / 7;
  p = p * q + 2.0 / 5;
  p = p * q + 2.0 / 3;
  p = p * q + 2;
  return p * s + <f64>exponent * 0.6931471805599453;
}

/** baseⁿ by squaring. */
export function power(base: f64, n: i32): f64 {
  let result: f64 = 1;
  let square = base;
  for (let left = n; left > 0; left >>= 1) {
    if (left & 1) result *= square;
    square *= square;
  }
  return result;
}
