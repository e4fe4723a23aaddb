/**
 * Losses and metrics of one batch, from the logits, as in Keras 2.15:
 * binary_crossentropy and sparse_categorical_crossentropy `from_logits`, which Keras itself
 * recovers from a sigmoid or softmax output (`backend.py`, `_get_logits`), and mse.
 */
import type { TaskType } from '../../../src/runs/dataset.js';

/** Sums over a batch's rows; divide by the rows for the mean. */
export interface BatchSums {
  readonly loss: number;
  /** Right answers, or absolute errors. */
  readonly metric: number;
}

export interface BatchLoss extends BatchSums {
  /** The derivative of the batch's mean loss by each output, rows × outputs. */
  readonly gradient: Float32Array;
}

/**
 * @param outputs rows × `width`, row-major
 * @param targets one per row: 0 or 1, a class index, or a number
 */
export function batchLoss(
  task: TaskType,
  outputs: Float32Array,
  targets: Float32Array,
  width: number,
): BatchLoss {
  switch (task) {
    case 'binary':
      return binaryCrossentropy(outputs, targets);
    case 'multiclass':
      return categoricalCrossentropy(outputs, targets, width);
    case 'regression':
      return meanSquaredError(outputs, targets);
  }
}

/** −y·log σ(z) − (1−y)·log(1−σ(z)), in a form that cannot overflow; right if σ(z) > 0.5 agrees with y. */
function binaryCrossentropy(outputs: Float32Array, targets: Float32Array): BatchLoss {
  const gradient = new Float32Array(outputs.length);
  let loss = 0;
  let metric = 0;
  outputs.forEach((z, row) => {
    const y = targets[row] ?? 0;
    loss += Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z)));
    metric += z > 0 === y > 0.5 ? 1 : 0;
    gradient[row] = (1 / (1 + Math.exp(-z)) - y) / outputs.length;
  });
  return { loss, metric, gradient };
}

/** −log softmax(z)[y]; right if y has the largest output. */
function categoricalCrossentropy(
  outputs: Float32Array,
  targets: Float32Array,
  width: number,
): BatchLoss {
  const gradient = new Float32Array(outputs.length);
  const rows = outputs.length / width;
  let loss = 0;
  let metric = 0;
  for (let row = 0; row < rows; row += 1) {
    const logits = outputs.subarray(row * width, (row + 1) * width);
    const target = targets[row] ?? 0;
    const highest = Math.max(...logits);
    const sum = logits.reduce((total, z) => total + Math.exp(z - highest), 0);
    loss += Math.log(sum) + highest - (logits[target] ?? 0);
    metric += logits.indexOf(highest) === target ? 1 : 0;
    logits.forEach((z, index) => {
      const probability = Math.exp(z - highest) / sum;
      gradient[row * width + index] = (probability - (index === target ? 1 : 0)) / rows;
    });
  }
  return { loss, metric, gradient };
}

/** (z − y)²; the metric is |z − y|. */
function meanSquaredError(outputs: Float32Array, targets: Float32Array): BatchLoss {
  const gradient = new Float32Array(outputs.length);
  let loss = 0;
  let metric = 0;
  outputs.forEach((z, row) => {
    const error = z - (targets[row] ?? 0);
    loss += error * error;
    metric += Math.abs(error);
    gradient[row] = (2 * error) / outputs.length;
  });
  return { loss, metric, gradient };
}
