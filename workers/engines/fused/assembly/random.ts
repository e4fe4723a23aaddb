/**
 * The generator for shuffling and dropout: xoroshiro128+ and uniform integers exactly as in the
 * package pure-rand (8.4), so that both engines shuffle and drop out identically.
 */

let s01: i32 = 0;
let s00: i32 = 0;
let s11: i32 = 0;
let s10: i32 = 0;

/** Restores a state from pure-rand's `getState`. */
export function setGenerator(first: i32, second: i32, third: i32, fourth: i32): void {
  s01 = first;
  s00 = second;
  s11 = third;
  s10 = fourth;
}

/** One of the state's words, 0 to 3. */
export function generatorWord(index: i32): i32 {
  if (index === 0) return s01;
  if (index === 1) return s00;
  return index === 2 ? s11 : s10;
}

/** pure-rand's `next()`, shifted from −2³¹ … 2³¹−1 to 0 … 2³²−1. */
function next(): u32 {
  const out = s00 + s10;
  const a0 = s10 ^ s00;
  const a1 = s11 ^ s01;
  const o0 = s00;
  const o1 = s01;
  s00 = (o0 << 24) ^ (<i32>((<u32>o1) >> 8)) ^ a0 ^ (a0 << 16);
  s01 = (o1 << 24) ^ (<i32>((<u32>o0) >> 8)) ^ a1 ^ ((a1 << 16) | (<i32>((<u32>a0) >> 16)));
  s10 = (a1 << 5) ^ (<i32>((<u32>a0) >> 27));
  s11 = (a0 << 5) ^ (<i32>((<u32>a1) >> 27));
  return (<u32>out) ^ 0x80000000;
}

/** Uniform in 0 … size−1: numbers that would cause a bias are redrawn. */
function below(size: u32): u32 {
  let drawn = next();
  // The 2³² mod size largest numbers are excess; all others avoid a division.
  while (drawn > 0xffffffff - size && drawn > 0xffffffff - ((<u32>0 - size) % size)) drawn = next();
  return drawn % size;
}

/** A random permutation of the rows 0 … count−1, as 32-bit numbers; Fisher–Yates from the end. */
export function shuffle(order: usize, count: i32): void {
  for (let row = 0; row < count; row++) store<i32>(order + ((<usize>row) << 2), row);
  for (let last = count - 1; last > 0; last--) {
    const at = order + ((<usize>last) << 2);
    const other = order + ((<usize>below(<u32>last + 1)) << 2);
    const row = load<i32>(at);
    store<i32>(at, load<i32>(other));
    store<i32>(other, row);
  }
}

/**
 * Fills `count` floats with `scale` or, where the number drawn is below `threshold`, with 0.
 * @param threshold the share dropped, out of 2³²
 */
export function drawMask(mask: usize, count: i32, threshold: u32, scale: f32): void {
  for (let index = 0; index < count; index++) {
    store<f32>(mask + ((<usize>index) << 2), next() >= threshold ? scale : 0);
  }
}
