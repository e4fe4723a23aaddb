/**
 * One update of what the chooser learns, four numbers at a time. The host lays out the memory: all vectors
 * are rows of `width` floats, and `width` is a multiple of four.
 */

/** A target this unlikely is right to be so; its vector stays. */
const NEGLIGIBLE: f32 = 1e-3;
/** A target's bias follows more slowly than its vector: few questions say how common it is. */
const BIAS_RATE: f32 = 0.1;

let width: f32 = 0;
/** A run's numbers count as -1, 0 or 1 times this multiple of their root mean square, as they are stored. */
let ternaryScale: f32 = 0;
let rowBytes: usize = 0;
let targets: i32 = 0;

/** The learned vectors and biases, and AdaGrad's sum of squares for each vector. */
let runs: usize = 0;
let runSquares: usize = 0;
let outputs: usize = 0;
let outputSquares: usize = 0;
let bias: usize = 0;

/** The question: where its runs are, and how much each counts. */
let places: usize = 0;
let shares: usize = 0;

let hidden: usize = 0;
let gradient: usize = 0;
let powers: usize = 0;

/** The first byte that is free for the host. */
export function free(): usize {
  return __heap_base;
}

/** Says how wide a vector is, how coarse a run's numbers are, and where each array begins, in bytes. */
export function place(
  vectorWidth: i32,
  targetCount: i32,
  scale: f32,
  ofRuns: usize,
  ofRunSquares: usize,
  ofOutputs: usize,
  ofOutputSquares: usize,
  ofBias: usize,
  ofPlaces: usize,
  ofShares: usize,
  ofHidden: usize,
  ofGradient: usize,
  ofPowers: usize,
): void {
  width = <f32>vectorWidth;
  ternaryScale = scale;
  rowBytes = (<usize>vectorWidth) << 2;
  targets = targetCount;
  runs = ofRuns;
  runSquares = ofRunSquares;
  outputs = ofOutputs;
  outputSquares = ofOutputSquares;
  bias = ofBias;
  places = ofPlaces;
  shares = ofShares;
  hidden = ofHidden;
  gradient = ofGradient;
  powers = ofPowers;
}

/**
 * Softmax regression through a narrow layer, by AdaGrad (Duchi et al. 2011), on the first `heard` runs. Runs are
 * heard as coarse as they will be stored, and corrected as if they were not (the straight-through estimator,
 * Bengio et al. 2013): so the others learn to make up for what rounding takes from each.
 */
export function step(heard: i32, meant: i32, rate: f32): void {
  memory.fill(hidden, 0, rowBytes);
  memory.fill(gradient, 0, rowBytes);
  for (let run = 0; run < heard; run++) addRounded(hidden, runAt(run), at(shares, run));
  const all = score();
  const hiddenSquare = dot(hidden, hidden) / width;
  for (let target = 0; target < targets; target++) {
    const slope = at(powers, target) / all - (target === meant ? <f32>1 : <f32>0);
    if (abs(slope) < NEGLIGIBLE) continue;
    const square = at(outputSquares, target) + slope * slope * hiddenSquare;
    put(outputSquares, target, square);
    const output = outputs + <usize>target * rowBytes;
    addTo(gradient, output, slope);
    addTo(output, hidden, (-rate * slope) / sqrt(square));
    put(bias, target, at(bias, target) - BIAS_RATE * rate * slope);
  }
  const gradientSquare = dot(gradient, gradient) / width;
  for (let run = 0; run < heard; run++) {
    const share = at(shares, run);
    const index = load<i32>(places + ((<usize>run) << 2));
    const square = at(runSquares, index) + gradientSquare * share * share;
    put(runSquares, index, square);
    addTo(runAt(run), gradient, (-rate * share) / sqrt(square));
  }
}

/** Fills `powers` with e to each target's score, less the highest one; returns their sum. */
function score(): f32 {
  let highest = -f32.MAX_VALUE;
  for (let target = 0; target < targets; target++) {
    const one = at(bias, target) + dot(hidden, outputs + <usize>target * rowBytes);
    put(powers, target, one);
    highest = max(highest, one);
  }
  let all: f32 = 0;
  for (let target = 0; target < targets; target++) {
    const power = Mathf.exp(at(powers, target) - highest);
    put(powers, target, power);
    all += power;
  }
  return all;
}

function at(array: usize, index: i32): f32 {
  return load<f32>(array + ((<usize>index) << 2));
}

function put(array: usize, index: i32, value: f32): void {
  store<f32>(array + ((<usize>index) << 2), value);
}

function runAt(run: i32): usize {
  return runs + <usize>load<i32>(places + ((<usize>run) << 2)) * rowBytes;
}

/** to += by · from */
function addTo(to: usize, from: usize, by: f32): void {
  const factor = f32x4.splat(by);
  for (let byte: usize = 0; byte < rowBytes; byte += 16) {
    v128.store(
      to + byte,
      f32x4.add(v128.load(to + byte), f32x4.mul(factor, v128.load(from + byte))),
    );
  }
}

/** to += by · from, each number of it rounded. */
function addRounded(to: usize, from: usize, by: f32): void {
  const scale = ternaryScale * sqrt(dot(from, from) / width);
  if (scale === 0) return;
  const inverse = f32x4.splat(1 / scale);
  const factor = f32x4.splat(by * scale);
  const most = f32x4.splat(1);
  const least = f32x4.splat(-1);
  for (let byte: usize = 0; byte < rowBytes; byte += 16) {
    const whole = f32x4.nearest(f32x4.mul(inverse, v128.load(from + byte)));
    const one = f32x4.max(least, f32x4.min(most, whole));
    v128.store(to + byte, f32x4.add(v128.load(to + byte), f32x4.mul(factor, one)));
  }
}

function dot(one: usize, other: usize): f32 {
  let sums = f32x4.splat(0);
  for (let byte: usize = 0; byte < rowBytes; byte += 16) {
    sums = f32x4.add(sums, f32x4.mul(v128.load(one + byte), v128.load(other + byte)));
  }
  return (
    f32x4.extract_lane(sums, 0) +
    f32x4.extract_lane(sums, 1) +
    f32x4.extract_lane(sums, 2) +
    f32x4.extract_lane(sums, 3)
  );
}
