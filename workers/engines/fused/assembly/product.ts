/** The matrix product for the forward pass, the gradients and the backward pass. */
import { multiplyAdd } from './functions';

/**
 * C[m×n] = start + A[m×k]·B[k×n]. A block of four rows by eight columns stays in registers over all k, so that
 * each loaded float is used at least four times. Every sum is computed in the order of k, whatever
 * block its element is in. All strides are in bytes; n is a multiple of 4.
 * @param aRow stride between rows of A; exchanged with `aStep`, A is read transposed
 * @param start initial values of the sums, row by row: `startRow` 0 repeats one row
 */
export function product(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bRow: usize,
  c: usize,
  cRow: usize,
  start: usize,
  startRow: usize,
): void {
  let j = 0;
  for (; j + 8 <= n; j += 8) {
    const column = (<usize>j) << 2;
    let i = 0;
    for (; i + 4 <= m; i += 4) {
      let p0 = a + <usize>i * aRow;
      let p1 = p0 + aRow;
      let p2 = p1 + aRow;
      let p3 = p2 + aRow;
      let q = b + column;
      let s = start + <usize>i * startRow + column;
      let c00 = v128.load(s);
      let c01 = v128.load(s, 16);
      s += startRow;
      let c10 = v128.load(s);
      let c11 = v128.load(s, 16);
      s += startRow;
      let c20 = v128.load(s);
      let c21 = v128.load(s, 16);
      s += startRow;
      let c30 = v128.load(s);
      let c31 = v128.load(s, 16);
      for (let step = 0; step < k; step++) {
        const b0 = v128.load(q);
        const b1 = v128.load(q, 16);
        let x = v128.load32_splat(p0);
        c00 = multiplyAdd(x, b0, c00);
        c01 = multiplyAdd(x, b1, c01);
        x = v128.load32_splat(p1);
        c10 = multiplyAdd(x, b0, c10);
        c11 = multiplyAdd(x, b1, c11);
        x = v128.load32_splat(p2);
        c20 = multiplyAdd(x, b0, c20);
        c21 = multiplyAdd(x, b1, c21);
        x = v128.load32_splat(p3);
        c30 = multiplyAdd(x, b0, c30);
        c31 = multiplyAdd(x, b1, c31);
        p0 += aStep;
        p1 += aStep;
        p2 += aStep;
        p3 += aStep;
        q += bRow;
      }
      let o = c + <usize>i * cRow + column;
      v128.store(o, c00);
      v128.store(o, c01, 16);
      o += cRow;
      v128.store(o, c10);
      v128.store(o, c11, 16);
      o += cRow;
      v128.store(o, c20);
      v128.store(o, c21, 16);
      o += cRow;
      v128.store(o, c30);
      v128.store(o, c31, 16);
    }
    for (; i < m; i++) {
      let p = a + <usize>i * aRow;
      let q = b + column;
      const s = start + <usize>i * startRow + column;
      let c0 = v128.load(s);
      let c1 = v128.load(s, 16);
      for (let step = 0; step < k; step++) {
        const x = v128.load32_splat(p);
        c0 = multiplyAdd(x, v128.load(q), c0);
        c1 = multiplyAdd(x, v128.load(q, 16), c1);
        p += aStep;
        q += bRow;
      }
      const o = c + <usize>i * cRow + column;
      v128.store(o, c0);
      v128.store(o, c1, 16);
    }
  }
  if (j < n)
    lastColumns(
      m,
      k,
      a,
      aRow,
      aStep,
      b + ((<usize>j) << 2),
      bRow,
      c + ((<usize>j) << 2),
      cRow,
      start + ((<usize>j) << 2),
      startRow,
    );
}

/** The remaining four columns if n is an odd multiple of four. */
function lastColumns(
  m: i32,
  k: i32,
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bRow: usize,
  c: usize,
  cRow: usize,
  start: usize,
  startRow: usize,
): void {
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    let p0 = a + <usize>i * aRow;
    let p1 = p0 + aRow;
    let p2 = p1 + aRow;
    let p3 = p2 + aRow;
    let q = b;
    let s = start + <usize>i * startRow;
    let c0 = v128.load(s);
    s += startRow;
    let c1 = v128.load(s);
    s += startRow;
    let c2 = v128.load(s);
    s += startRow;
    let c3 = v128.load(s);
    for (let step = 0; step < k; step++) {
      const x = v128.load(q);
      c0 = multiplyAdd(v128.load32_splat(p0), x, c0);
      c1 = multiplyAdd(v128.load32_splat(p1), x, c1);
      c2 = multiplyAdd(v128.load32_splat(p2), x, c2);
      c3 = multiplyAdd(v128.load32_splat(p3), x, c3);
      p0 += aStep;
      p1 += aStep;
      p2 += aStep;
      p3 += aStep;
      q += bRow;
    }
    let o = c + <usize>i * cRow;
    v128.store(o, c0);
    o += cRow;
    v128.store(o, c1);
    o += cRow;
    v128.store(o, c2);
    o += cRow;
    v128.store(o, c3);
  }
  for (; i < m; i++) {
    let p = a + <usize>i * aRow;
    let q = b;
    let sum = v128.load(start + <usize>i * startRow);
    for (let step = 0; step < k; step++) {
      sum = multiplyAdd(v128.load32_splat(p), v128.load(q), sum);
      p += aStep;
      q += bRow;
    }
    v128.store(c + <usize>i * cRow, sum);
  }
}

/** to[n×m] = from[m×n] transposed; rows of `to` are zero-padded to a multiple of 4. */
export function transpose(
  m: i32,
  n: i32,
  from: usize,
  fromRow: usize,
  to: usize,
  toRow: usize,
): void {
  let i = 0;
  for (; i + 4 <= m; i += 4) {
    for (let j = 0; j < n; j += 4) {
      const p = from + <usize>i * fromRow + ((<usize>j) << 2);
      const a = v128.load(p);
      const b = v128.load(p + fromRow);
      const c = v128.load(p + 2 * fromRow);
      const d = v128.load(p + 3 * fromRow);
      const lowAB = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
      const highAB = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
      const lowCD = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
      const highCD = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
      const t = to + <usize>j * toRow + ((<usize>i) << 2);
      v128.store(t, v128.shuffle<f32>(lowAB, lowCD, 0, 1, 4, 5));
      if (j + 1 < n) v128.store(t + toRow, v128.shuffle<f32>(lowAB, lowCD, 2, 3, 6, 7));
      if (j + 2 < n) v128.store(t + 2 * toRow, v128.shuffle<f32>(highAB, highCD, 0, 1, 4, 5));
      if (j + 3 < n) v128.store(t + 3 * toRow, v128.shuffle<f32>(highAB, highCD, 2, 3, 6, 7));
    }
  }
  if (i === m) return;
  for (let j = 0; j < n; j++) {
    const t = to + <usize>j * toRow;
    v128.store(t + ((<usize>i) << 2), i32x4.splat(0));
    for (let row = i; row < m; row++) {
      store<f32>(
        t + ((<usize>row) << 2),
        load<f32>(from + <usize>row * fromRow + ((<usize>j) << 2)),
      );
    }
  }
}
