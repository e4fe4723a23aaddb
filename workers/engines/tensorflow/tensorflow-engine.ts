/** The TensorFlow.js engine: its forward and backward passes with our losses and optimizers, step by step. */
import type { Checkpoint, TensorflowBackend } from '../../../src/runs/protocol.js';
import type { Engine, Epoch, Midway, Network, Rows, Sums, Training } from '../engine.js';
import { layersOf } from '../layers.js';
import { generatorFrom, shuffledRows } from '../random.js';
import { drawMasks } from './dropout.js';
import { batchLoss, type BatchSums } from './losses.js';
import { optimizers } from './optimizers.js';
import { backward, forward, type DropoutMasks, type Matrix } from './passes.js';

/** Evaluation runs in chunks so that a large set never becomes one huge tensor. */
const EVALUATION_ROWS = 1024;

/** @param masks used instead of drawn ones: the dropout masks of the epoch's step, counted from 0 */
export function tensorflowEngine(
  backend: TensorflowBackend,
  masks?: (step: number) => DropoutMasks,
): Engine {
  return {
    backend,
    begin: (training, from, midway) => new TensorflowEpoch(training, from, masks, midway),
    evaluate: (network, weights, rows) => {
      const count = rows.y.length;
      const width = network.units.at(-1) ?? 1;
      let loss = penalty(network, weights) * count;
      let metric = 0;
      for (let start = 0; start < count; start += EVALUATION_ROWS) {
        const size = Math.min(EVALUATION_ROWS, count - start);
        const chunk = pickRows(rows, undefined, start, size);
        const outputs = forward(network, weights, chunk.x);
        const sums = batchLoss(network.task, outputs, chunk.y, width);
        loss += sums.loss;
        metric += sums.metric;
      }
      return { loss: loss / count, metric: metric / count };
    },
    answer: (network, weights, rows) => {
      const count = rows.y.length;
      const width = network.units.at(-1) ?? 1;
      const sums = new Float32Array(count * width);
      for (let start = 0; start < count; start += EVALUATION_ROWS) {
        const chunk = pickRows(rows, undefined, start, Math.min(EVALUATION_ROWS, count - start));
        sums.set(forward(network, weights, chunk.x), start * width);
      }
      return sums;
    },
  };
}

class TensorflowEpoch implements Epoch {
  readonly #training: Training;
  readonly #generator;
  readonly #order: Uint32Array | undefined;
  readonly #weights: Float32Array;
  readonly #slots: readonly Float32Array[];
  readonly #gradients: Float32Array;
  readonly #firstStep: number;
  readonly #givenMasks: ((step: number) => DropoutMasks) | undefined;
  #step: number;
  #seen = 0;
  #loss = 0;
  #metric = 0;

  constructor(
    training: Training,
    from: Checkpoint,
    masks: ((step: number) => DropoutMasks) | undefined,
    midway: Midway | undefined,
  ) {
    this.#training = training;
    this.#generator = generatorFrom(from.shuffle);
    const { shuffle, rows } = training;
    const ofOrder = midway ? generatorFrom(midway.shuffle) : this.#generator;
    this.#order = shuffle ? shuffledRows(rows.y.length, ofOrder) : undefined;
    if (midway) {
      this.#seen = midway.sums.rows;
      this.#loss = midway.sums.loss;
      this.#metric = midway.sums.metric;
    }
    this.#weights = from.weights.slice();
    this.#slots = from.slots.map((slot) => slot.slice());
    this.#gradients = new Float32Array(from.weights.length);
    this.#firstStep = from.step;
    this.#step = from.step;
    this.#givenMasks = masks;
  }

  train(steps: number): number {
    const count = this.#training.rows.y.length;
    let made = 0;
    while (made < steps && this.#seen < count) {
      this.#trainBatch(Math.min(this.#training.settings.batchSize, count - this.#seen));
      made += 1;
    }
    return made;
  }

  sums(): Sums {
    return { rows: this.#seen, loss: this.#loss, metric: this.#metric };
  }

  state(): Pick<Checkpoint, 'step' | 'weights' | 'slots' | 'shuffle'> {
    return {
      step: this.#step,
      weights: this.#weights.slice(),
      slots: this.#slots.map((slot) => slot.slice()),
      shuffle: this.#generator.getState(),
    };
  }

  #trainBatch(size: number): void {
    const { network, rows, settings } = this.#training;
    const batch = pickRows(rows, this.#order, this.#seen, size);
    const width = network.units.at(-1) ?? 1;
    this.#loss += penalty(network, this.#weights) * size;
    backward(
      network,
      this.#weights,
      batch.x,
      this.#masks(size),
      (outputs) => {
        const found = batchLoss(network.task, outputs, batch.y, width);
        this.#add(found);
        return found.gradient;
      },
      this.#gradients,
    );
    addPenaltyGradient(network, this.#weights, this.#gradients);
    const { optimizer, learningRate, momentum = 0 } = settings;
    const update = optimizers[optimizer];
    update(this.#weights, this.#gradients, this.#slots, this.#step, learningRate, momentum);
    this.#seen += size;
    this.#step += 1;
  }

  #masks(rows: number): DropoutMasks {
    if (this.#givenMasks) return this.#givenMasks(this.#step - this.#firstStep);
    const { network, settings } = this.#training;
    const { dropout = 0 } = settings;
    if (dropout === 0) return [];
    return drawMasks(network.units.slice(1, -1), rows, dropout, this.#generator);
  }

  #add({ loss, metric }: BatchSums): void {
    this.#loss += loss;
    this.#metric += metric;
  }
}

/** λ·Σw² over all kernels, as added to the loss by Keras' `kernel_regularizer=l2(λ)`. */
function penalty({ units, l2 = 0 }: Network, weights: Float32Array): number {
  if (l2 === 0) return 0;
  let sum = 0;
  for (const { kernel } of layersOf(units)) {
    for (const weight of weights.subarray(kernel.start, kernel.end)) sum += weight * weight;
  }
  return l2 * sum;
}

function addPenaltyGradient(
  { units, l2 = 0 }: Network,
  weights: Float32Array,
  gradients: Float32Array,
): void {
  if (l2 === 0) return;
  for (const { kernel } of layersOf(units)) {
    for (let index = kernel.start; index < kernel.end; index += 1) {
      gradients[index] = (gradients[index] ?? 0) + 2 * l2 * (weights[index] ?? 0);
    }
  }
}

/** `count` rows from `start`, in the given order or the original one. */
function pickRows(
  { x, y }: Rows,
  order: Uint32Array | undefined,
  start: number,
  count: number,
): { x: Matrix; y: Float32Array } {
  const columns = x.length / y.length;
  if (!order) {
    const values = x.slice(start * columns, (start + count) * columns);
    return { x: { values, rows: count, columns }, y: y.slice(start, start + count) };
  }
  const values = new Float32Array(count * columns);
  const targets = new Float32Array(count);
  for (let index = 0; index < count; index += 1) {
    const row = order[start + index] ?? 0;
    values.set(x.subarray(row * columns, (row + 1) * columns), index * columns);
    targets[index] = y[row] ?? 0;
  }
  return { x: { values, rows: count, columns }, y: targets };
}
