/** Forward and backward passes of a portion of rows. */
import { hyperbolicTangent, sigmoid } from './functions';
import {
  RELU,
  TANH,
  activation,
  biasOffset,
  deltaOf,
  dropThreshold,
  gradients,
  keptScale,
  kernelOffset,
  layers,
  maskOf,
  outputOf,
  passedOn,
  turned,
  unitsOf,
  weights,
  widthOf,
  zeros,
} from './network';
import { product, transpose } from './product';
import { drawMask } from './random';

/** @param isTraining dropout applies only in training */
export function forward(rows: i32, isTraining: bool): void {
  for (let layer = 0; layer < layers; layer++) {
    const width = widthOf(layer + 1);
    const row = (<usize>width) << 2;
    const output = outputOf(layer + 1);
    const taken = isTraining ? passedOn(layer) : outputOf(layer);
    product(
      rows,
      width,
      unitsOf(layer),
      taken,
      (<usize>widthOf(layer)) << 2,
      4,
      weights + kernelOffset(layer),
      row,
      output,
      row,
      weights + biasOffset(layer),
      0,
    );
    if (layer + 1 === layers) break;
    activate(output, rows * width);
    if (isTraining && dropThreshold > 0) leaveOut(layer + 1, rows);
  }
}

/** A sigmoid's padding outputs ½, but no weight uses it. */
function activate(at: usize, floats: i32): void {
  const end = at + ((<usize>floats) << 2);
  if (activation === RELU) {
    const zero = f32x4.splat(0);
    for (; at < end; at += 16) v128.store(at, f32x4.max(v128.load(at), zero));
  } else if (activation === TANH) {
    for (; at < end; at += 16) v128.store(at, hyperbolicTangent(v128.load(at)));
  } else {
    for (; at < end; at += 16) v128.store(at, sigmoid(v128.load(at)));
  }
}

/** Inverted dropout: kept outputs are scaled up, so that the next layer's sums keep their magnitude. */
function leaveOut(layer: i32, rows: i32): void {
  const row = (<usize>widthOf(layer)) << 2;
  const mask = maskOf(layer);
  for (let index = 0; index < rows; index++) {
    drawMask(mask + <usize>index * row, unitsOf(layer), dropThreshold, keptScale);
  }
  const bytes = <usize>rows * row;
  const from = outputOf(layer);
  const to = passedOn(layer);
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(to + at, f32x4.mul(v128.load(from + at), v128.load(mask + at)));
  }
}

/** @param isFirst the batch's first portion sets the gradients, later ones add to them */
export function backward(rows: i32, isFirst: bool): void {
  for (let layer = layers - 1; layer >= 0; layer--) {
    const units = unitsOf(layer);
    const row = (<usize>widthOf(layer)) << 2;
    const nextWidth = widthOf(layer + 1);
    const nextRow = (<usize>nextWidth) << 2;
    const delta = deltaOf(layer + 1);
    const ofKernel = gradients + kernelOffset(layer);
    product(
      units,
      nextWidth,
      rows,
      passedOn(layer),
      4,
      row,
      delta,
      nextRow,
      ofKernel,
      nextRow,
      isFirst ? zeros : ofKernel,
      isFirst ? 0 : nextRow,
    );
    addRows(rows, nextRow, delta, gradients + biasOffset(layer), isFirst);
    if (layer === 0) break;
    transpose(units, unitsOf(layer + 1), weights + kernelOffset(layer), nextRow, turned, row);
    const back = deltaOf(layer);
    product(
      rows,
      widthOf(layer),
      unitsOf(layer + 1),
      delta,
      nextRow,
      4,
      turned,
      row,
      back,
      row,
      zeros,
      0,
    );
    throughActivation(layer, rows);
  }
}

/** Column sums of a matrix. */
function addRows(rows: i32, row: usize, from: usize, to: usize, isFirst: bool): void {
  for (let column: usize = 0; column < row; column += 16) {
    let sum = isFirst ? f32x4.splat(0) : v128.load(to + column);
    let p = from + column;
    for (let index = 0; index < rows; index++, p += row) sum = f32x4.add(sum, v128.load(p));
    v128.store(to + column, sum);
  }
}

/** delta ← delta · mask · f′, with f′ computed from f's output. */
function throughActivation(layer: i32, rows: i32): void {
  const bytes = (<usize>(rows * widthOf(layer))) << 2;
  const delta = deltaOf(layer);
  const end = delta + bytes;
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  if (dropThreshold > 0) {
    const mask = maskOf(layer);
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(delta + at, f32x4.mul(v128.load(delta + at), v128.load(mask + at)));
    }
  }
  let output = outputOf(layer);
  if (activation === RELU) {
    for (let d = delta; d < end; d += 16, output += 16) {
      v128.store(d, v128.and(v128.load(d), f32x4.gt(v128.load(output), zero)));
    }
  } else if (activation === TANH) {
    for (let d = delta; d < end; d += 16, output += 16) {
      const f = v128.load(output);
      v128.store(d, f32x4.mul(v128.load(d), f32x4.sub(one, f32x4.mul(f, f))));
    }
  } else {
    for (let d = delta; d < end; d += 16, output += 16) {
      const f = v128.load(output);
      v128.store(d, f32x4.mul(v128.load(d), f32x4.sub(f, f32x4.mul(f, f))));
    }
  }
}
