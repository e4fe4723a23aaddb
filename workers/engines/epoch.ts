/** One epoch over given rows: batches, running means, validation. Knows no files, threads or screens. */
import type {
  Checkpoint,
  EpochLogs,
  FitSettings,
  StepProgress,
  TaskType,
  TestResult,
} from '../../src/runs/protocol.js';
import type { Engine, Matrix, NetworkShape } from './engine.js';
import { batchLoss, type BatchSums } from './losses.js';
import { optimizers } from './optimizers.js';
import { generatorFrom, shuffledRows } from './random.js';

/** Rows to train or evaluate on: x is rows × inputs, row-major; y has one number per row. */
export interface Rows {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export interface EpochJob {
  readonly engine: Engine;
  readonly shape: NetworkShape;
  readonly task: TaskType;
  readonly settings: Pick<FitSettings, 'batchSize' | 'optimizer' | 'learningRate'>;
  readonly training: Rows;
  readonly validation: Rows;
  readonly checkpoint: Checkpoint;
  /** Keras' `shuffle=False` is only for comparing with recorded fits. */
  readonly shuffle: boolean;
  readonly onStep: (progress: StepProgress) => void;
  readonly shouldStop: () => boolean;
}

export interface EpochOutcome {
  readonly stopped: boolean;
  readonly logs: EpochLogs;
  readonly steps: number;
  readonly elapsedMs: number;
  readonly firstStepMs: number;
  readonly checkpoint: Checkpoint;
}

/** Evaluation runs in chunks so that a large set never becomes one huge tensor. */
const EVALUATION_ROWS = 1024;

export function trainEpoch(job: EpochJob): EpochOutcome {
  const { engine, shape, task, settings, training, checkpoint } = job;
  const startMs = performance.now();
  const width = shape.units.at(-1) ?? 1;
  const count = training.y.length;
  const optimizer = optimizers[settings.optimizer];
  const weights = checkpoint.weights.slice();
  const slots = checkpoint.slots.map((slot) => slot.slice());
  const gradients = new Float32Array(weights.length);
  const generator = generatorFrom(checkpoint.shuffle);
  const order = job.shuffle ? shuffledRows(count, generator) : undefined;
  const epoch = checkpoint.epoch + 1;

  let seen = 0;
  let steps = 0;
  let loss = 0;
  let metric = 0;
  let firstStepMs = 0;
  let stopped = false;
  while (seen < count && !stopped) {
    const rows = Math.min(settings.batchSize, count - seen);
    const batch = pickRows(training, order, seen, rows);
    let sums: BatchSums = { loss: 0, metric: 0 };
    engine.backward(
      shape,
      weights,
      batch.x,
      (outputs) => {
        const found = batchLoss(task, outputs, batch.y, width);
        sums = found;
        return found.gradient;
      },
      gradients,
    );
    optimizer.update(weights, gradients, slots, checkpoint.step + steps, settings.learningRate);
    seen += rows;
    steps += 1;
    loss += sums.loss;
    metric += sums.metric;
    const elapsedMs = performance.now() - startMs;
    if (steps === 1) firstStepMs = elapsedMs;
    job.onStep({
      epoch,
      step: steps,
      loss: loss / seen,
      metric: metric / seen,
      elapsedMs,
      firstStepMs,
    });
    stopped = seen < count && job.shouldStop();
  }

  const validated =
    stopped || job.validation.y.length === 0
      ? undefined
      : evaluate(engine, shape, task, weights, job.validation);
  return {
    stopped,
    logs: {
      loss: loss / seen,
      metric: metric / seen,
      ...(validated && { valLoss: validated.loss, valMetric: validated.metric }),
    },
    steps,
    elapsedMs: performance.now() - startMs,
    firstStepMs,
    checkpoint: {
      epoch: stopped ? checkpoint.epoch : epoch,
      step: checkpoint.step + steps,
      weights,
      slots,
      shuffle: generator.getState(),
    },
  };
}

/** Mean loss and metric of these weights over the rows. */
export function evaluate(
  engine: Engine,
  shape: NetworkShape,
  task: TaskType,
  weights: Float32Array,
  rows: Rows,
): TestResult {
  const width = shape.units.at(-1) ?? 1;
  const count = rows.y.length;
  let loss = 0;
  let metric = 0;
  for (let start = 0; start < count; start += EVALUATION_ROWS) {
    const chunk = pickRows(rows, undefined, start, Math.min(EVALUATION_ROWS, count - start));
    const sums = batchLoss(task, engine.forward(shape, weights, chunk.x), chunk.y, width);
    loss += sums.loss;
    metric += sums.metric;
  }
  return { loss: loss / count, metric: metric / count };
}

/** `count` rows from `start`, in the given order or their own. */
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
