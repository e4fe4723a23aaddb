/** Keras 2.15's optimizers, by the formulas of `tensorflow/optimizers.ts`, and its L2 penalty. */
import { power } from './functions';
import {
  biasOffset,
  firstSlot,
  gradients,
  kernelOffset,
  l2,
  layers,
  secondSlot,
  weightCount,
  weights,
} from './network';

/** The host's codes. */
const ADAM = 0;
const RMSPROP = 1;

const BETA_1 = 0.9;
const BETA_2 = 0.999;
const RHO = 0.9;
const EPSILON: f32 = 1e-7;

/**
 * One update of all weights.
 * @param made the number of earlier updates
 * @param momentum for sgd; 0 for none
 */
export function update(optimizer: i32, made: i32, learningRate: f64, momentum: f64): void {
  if (optimizer === ADAM) adam(made + 1, learningRate);
  else if (optimizer === RMSPROP) rmsprop(<f32>learningRate);
  else if (momentum > 0) sgdWithMomentum(<f32>learningRate, <f32>momentum);
  else sgd(<f32>learningRate);
}

/** βᵗ is computed as β to the low eight bits of t, times β to the rest. */
const LOW_DIGITS = 8;
const LOW_MASK = (1 << LOW_DIGITS) - 1;
const lowPowers1 = memory.data(sizeof<f64>() << LOW_DIGITS);
const lowPowers2 = memory.data(sizeof<f64>() << LOW_DIGITS);
let highDigits: i32 = -1;
let highPower1: f64 = 1;
let highPower2: f64 = 1;

/** Cached powers: squaring would take a tenth of a small network's step. */
function preparePowers(t: i32): void {
  if (highDigits === -1) {
    for (let n = 0; n <= LOW_MASK; n++) {
      store<f64>(lowPowers1 + ((<usize>n) << 3), power(BETA_1, n));
      store<f64>(lowPowers2 + ((<usize>n) << 3), power(BETA_2, n));
    }
  }
  highDigits = t >> LOW_DIGITS;
  highPower1 = power(BETA_1, highDigits << LOW_DIGITS);
  highPower2 = power(BETA_2, highDigits << LOW_DIGITS);
}

function adam(t: i32, learningRate: f64): void {
  if (t >> LOW_DIGITS !== highDigits) preparePowers(t);
  const low = (<usize>(t & LOW_MASK)) << 3;
  const power1 = highPower1 * load<f64>(lowPowers1 + low);
  const power2 = highPower2 * load<f64>(lowPowers2 + low);
  const rate = (learningRate * sqrt<f64>(1 - power2)) / (1 - power1);
  const alpha = f32x4.splat(<f32>rate);
  const rest1 = f32x4.splat(<f32>(1 - BETA_1));
  const rest2 = f32x4.splat(<f32>(1 - BETA_2));
  const epsilon = f32x4.splat(EPSILON);
  const bytes = (<usize>weightCount) << 2;
  for (let at: usize = 0; at < bytes; at += 16) {
    const g = v128.load(gradients + at);
    let m = v128.load(firstSlot + at);
    let v = v128.load(secondSlot + at);
    m = f32x4.add(m, f32x4.mul(f32x4.sub(g, m), rest1));
    v = f32x4.add(v, f32x4.mul(f32x4.sub(f32x4.mul(g, g), v), rest2));
    v128.store(firstSlot + at, m);
    v128.store(secondSlot + at, v);
    const step = f32x4.div(f32x4.mul(m, alpha), f32x4.add(f32x4.sqrt(v), epsilon));
    v128.store(weights + at, f32x4.sub(v128.load(weights + at), step));
  }
}

function rmsprop(learningRate: f32): void {
  const rate = f32x4.splat(learningRate);
  const rho = f32x4.splat(<f32>RHO);
  const rest = f32x4.splat(<f32>(1 - RHO));
  const epsilon = f32x4.splat(EPSILON);
  const bytes = (<usize>weightCount) << 2;
  for (let at: usize = 0; at < bytes; at += 16) {
    const g = v128.load(gradients + at);
    const kept = f32x4.mul(rho, v128.load(firstSlot + at));
    const v = f32x4.add(kept, f32x4.mul(f32x4.mul(rest, g), g));
    v128.store(firstSlot + at, v);
    const step = f32x4.div(f32x4.mul(rate, g), f32x4.sqrt(f32x4.add(v, epsilon)));
    v128.store(weights + at, f32x4.sub(v128.load(weights + at), step));
  }
}

function sgd(learningRate: f32): void {
  const rate = f32x4.splat(learningRate);
  const bytes = (<usize>weightCount) << 2;
  for (let at: usize = 0; at < bytes; at += 16) {
    const step = f32x4.mul(rate, v128.load(gradients + at));
    v128.store(weights + at, f32x4.sub(v128.load(weights + at), step));
  }
}

function sgdWithMomentum(learningRate: f32, momentum: f32): void {
  const rate = f32x4.splat(learningRate);
  const kept = f32x4.splat(momentum);
  const bytes = (<usize>weightCount) << 2;
  for (let at: usize = 0; at < bytes; at += 16) {
    const step = f32x4.mul(rate, v128.load(gradients + at));
    const m = f32x4.sub(f32x4.mul(kept, v128.load(firstSlot + at)), step);
    v128.store(firstSlot + at, m);
    v128.store(weights + at, f32x4.add(v128.load(weights + at), m));
  }
}

/** λ·Σw² over all kernels. */
export function penalty(): f64 {
  if (l2 === 0) return 0;
  let sum: f64 = 0;
  for (let layer = 0; layer < layers; layer++) {
    const end = weights + biasOffset(layer);
    for (let at = weights + kernelOffset(layer); at < end; at += 4) {
      const w = <f64>load<f32>(at);
      sum += w * w;
    }
  }
  return l2 * sum;
}

/** Adds the penalty's derivative, 2·λ·w, to the kernels' gradients. */
export function addPenaltyGradients(): void {
  if (l2 === 0) return;
  const factor = f32x4.splat(<f32>(2 * l2));
  for (let layer = 0; layer < layers; layer++) {
    const end = biasOffset(layer);
    for (let at = kernelOffset(layer); at < end; at += 16) {
      const slope = f32x4.mul(factor, v128.load(weights + at));
      v128.store(gradients + at, f32x4.add(v128.load(gradients + at), slope));
    }
  }
}
