/** Losses and metrics from the logits, by the formulas of `tensorflow/losses.ts`. */
import { exponential, logarithm, logOnePlus } from './functions';
import {
  BINARY,
  MULTICLASS,
  deltaOf,
  layers,
  outputOf,
  targets,
  task,
  unitsOf,
  widthOf,
} from './network';

/** Sums over all rows since `clearSums`. */
export let lossSum: f64 = 0;
export let metricSum: f64 = 0;

export function clearSums(): void {
  lossSum = 0;
  metricSum = 0;
}

/** Sets the sums of the epoch's earlier rows: later rows are added one by one as usual. */
export function setSums(loss: f64, metric: f64): void {
  lossSum = loss;
  metricSum = metric;
}

/** Adds a penalty, weighted by this many rows as in Keras. */
export function addPenalty(penalty: f64, rows: i32): void {
  lossSum += penalty * <f64>rows;
}

/**
 * Sums up the losses of a portion's rows and computes the derivative of the batch's mean loss by each logit.
 * @param batchRows rows in the whole batch
 */
export function takeLoss(rows: i32, batchRows: i32): void {
  if (task === MULTICLASS) categorical(rows, batchRows);
  else fourByFour(rows, batchRows);
}

/** −log softmax(z)[y]; right if y has the largest logit. */
function categorical(rows: i32, batchRows: i32): void {
  const units = unitsOf(layers);
  const width = widthOf(layers);
  const step = (<usize>width) << 2;
  for (let row = 0; row < rows; row++) {
    const z = outputOf(layers) + <usize>row * step;
    const d = deltaOf(layers) + <usize>row * step;
    let highest = load<f32>(z);
    let best = 0;
    for (let unit = 1; unit < units; unit++) {
      const sum = load<f32>(z + ((<usize>unit) << 2));
      if (sum > highest) {
        highest = sum;
        best = unit;
      }
    }
    for (let unit = 0; unit < units; unit += 4) {
      const at = (<usize>unit) << 2;
      v128.store(d + at, exponential(f32x4.sub(v128.load(z + at), f32x4.splat(highest))));
    }
    let total: f64 = 0;
    for (let unit = 0; unit < units; unit++) total += <f64>load<f32>(d + ((<usize>unit) << 2));
    const target = <i32>load<f32>(targets + ((<usize>row) << 2));
    const loss = logarithm(total) + <f64>highest - <f64>load<f32>(z + ((<usize>target) << 2));
    lossSum += loss;
    // A NaN loss comes from NaN logits: there is no prediction.
    if (best === target && loss === loss) metricSum += 1;
    for (let unit = 0; unit < width; unit++) {
      const at = d + ((<usize>unit) << 2);
      const share = <f64>load<f32>(at) / total - (unit === target ? 1 : 0);
      store<f32>(at, unit < units ? <f32>(share / <f64>batchRows) : 0);
    }
  }
}

/** For tasks with one output unit: four rows at a time. */
function fourByFour(rows: i32, batchRows: i32): void {
  const step = (<usize>widthOf(layers)) << 2;
  const share = f32x4.splat(<f32>(1 / <f64>batchRows));
  for (let row = 0; row < rows; row += 4) {
    const at = <usize>row * step;
    const z = outputOf(layers) + at;
    let sums = v128.load32_zero(z);
    sums = v128.load32_lane(z + step, sums, 1);
    sums = v128.load32_lane(z + 2 * step, sums, 2);
    sums = v128.load32_lane(z + 3 * step, sums, 3);
    const y = v128.load(targets + ((<usize>row) << 2));
    if (task === BINARY) crossEntropy(sums, y);
    else squaredError(sums, y);
    const slopes = f32x4.mul(slope, share);
    const d = deltaOf(layers) + at;
    const left = rows - row;
    count(
      f32x4.extract_lane(loss, 0),
      f32x4.extract_lane(metric, 0),
      d,
      f32x4.extract_lane(slopes, 0),
    );
    if (left > 1)
      count(
        f32x4.extract_lane(loss, 1),
        f32x4.extract_lane(metric, 1),
        d + step,
        f32x4.extract_lane(slopes, 1),
      );
    if (left > 2)
      count(
        f32x4.extract_lane(loss, 2),
        f32x4.extract_lane(metric, 2),
        d + 2 * step,
        f32x4.extract_lane(slopes, 2),
      );
    if (left > 3)
      count(
        f32x4.extract_lane(loss, 3),
        f32x4.extract_lane(metric, 3),
        d + 3 * step,
        f32x4.extract_lane(slopes, 3),
      );
  }
}

function count(rowLoss: f32, rowMetric: f32, delta: usize, rowSlope: f32): void {
  lossSum += <f64>rowLoss;
  metricSum += <f64>rowMetric;
  v128.store(delta, f32x4.replace_lane(f32x4.splat(0), 0, rowSlope));
}

let loss: v128 = i32x4.splat(0);
let metric: v128 = i32x4.splat(0);
let slope: v128 = i32x4.splat(0);

/** max(z, 0) − z·y + log(1 + e^−|z|), which cannot overflow; right if σ(z) > ½ agrees with y. */
function crossEntropy(z: v128, y: v128): void {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const e = exponential(f32x4.neg(f32x4.abs(z)));
  loss = f32x4.add(f32x4.sub(f32x4.max(z, zero), f32x4.mul(z, y)), logOnePlus(e));
  const answered = f32x4.gt(z, zero);
  metric = v128.andnot(one, v128.xor(answered, f32x4.gt(y, f32x4.splat(0.5))));
  const probability = f32x4.div(v128.bitselect(one, e, f32x4.ge(z, zero)), f32x4.add(e, one));
  slope = f32x4.sub(probability, y);
}

/** (z − y)²; the metric is |z − y|. */
function squaredError(z: v128, y: v128): void {
  const error = f32x4.sub(z, y);
  loss = f32x4.mul(error, error);
  metric = f32x4.abs(error);
  slope = f32x4.mul(f32x4.splat(2), error);
}
