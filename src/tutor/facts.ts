/** The numbers used in a card: a run's own, or the lesson's. */
import type { CardValues } from '../content/card-values.js';
import { metricValue, perStepText, secondsPerStep } from '../render/keras-numbers.js';
import { remainingText, timesText } from '../render/progress-bar.js';
import { MAX_BATCH_SIZE, MAX_EPOCHS, MAX_ROW_EPOCHS } from '../runs/limits.js';
import type { DataSummary } from '../runs/dataset.js';
import type { FitSettings } from '../runs/protocol.js';
import { isOver, stepsPerEpoch, type FinishedEpoch, type RunState } from '../runs/run.js';

export interface Facts {
  /** The run that the numbers are from; missing for the lesson's. */
  readonly run?: { readonly id: string; readonly seed: number };
  readonly values: CardValues;
}

type CountedSettings = Pick<
  FitSettings,
  'batchSize' | 'epochs' | 'layers' | 'optimizer' | 'learningRate'
>;
type CountedData = Pick<
  DataSummary,
  'rows' | 'inputs' | 'outputs' | 'classes' | 'task' | 'metric' | 'baseline'
>;

/** `/fit epochs:20 batch:10` on the bank churn data, before anything has been measured. */
export const lessonFacts: Facts = {
  values: countedValues(
    { batchSize: 10, epochs: 20, layers: [6, 6], optimizer: 'adam', learningRate: 0.001 },
    {
      rows: { read: 10_000, dropped: 0, filled: 0, training: 8_000, validation: 0, test: 2_000 },
      inputs: 11,
      outputs: 1,
      classes: ['0', '1'],
      task: 'binary',
      metric: 'accuracy',
      baseline: 0.796,
    },
  ),
};

/** Undefined while a run's rows have not been counted yet. */
export function factsOf(state: RunState): Facts | undefined {
  const { data, record, finished, test } = state;
  if (!data) return undefined;
  const { id, settings } = record;
  return {
    run: { id, seed: settings.seed },
    values: {
      ...countedValues(settings, data, epochsOf(state)),
      ...measuredValues(id, data, finished),
      ...validatedValues(finished),
      ...(test && { test_metric: metricValue(test.metric) }),
      ...valuesNow(state, data),
    },
  };
}

/** Epochs skipped by early stopping, or by its owner, were never trained. */
function epochsOf(state: RunState): number {
  const { finished, record } = state;
  return isOver(state) && finished.length > 0 ? finished.length : record.settings.epochs;
}

function countedValues(
  settings: CountedSettings,
  data: CountedData,
  epochs = settings.epochs,
): CardValues {
  const { batchSize: batch } = settings;
  const { rows: counted, task, classes, baseline } = data;
  const rows = counted.training;
  const steps = stepsPerEpoch(rows, batch);
  const last = rows - (steps - 1) * batch;
  const otherBatch = otherBatchSize(rows, batch);
  const otherSteps = stepsPerEpoch(rows, otherBatch);
  const sizes = [data.inputs, ...settings.layers, data.outputs];
  const parameters = layerParameters(sizes);
  const regression = task === 'regression';
  return {
    rows,
    test_rows: counted.test,
    validation_rows: counted.validation,
    batch,
    epochs,
    planned_epochs: settings.epochs,
    planned_updates: steps * settings.epochs,
    steps,
    updates: steps * epochs,
    last,
    division: steps === 1 ? 'one' : last < batch ? 'uneven' : 'even',
    full: Math.floor(rows / batch),
    steps_plus_one: steps + 1,
    product: steps * batch,
    rowsSeen: rows * epochs,
    other_batch: otherBatch,
    other_steps: otherSteps,
    other_updates: otherSteps * epochs,
    other_epochs: otherEpochs(rows, epochs),
    other_lr: decimal(otherLearningRate(settings.learningRate), 3),
    other_layers: Math.max(0, ...settings.layers) >= 32 ? '6,6' : '32,16',
    ...unevenValues(rows, batch),
    network: sizes.join(' → '),
    inputs: data.inputs,
    parameters: parameters.reduce((sum, count) => sum + count, 0),
    parameters_sum: parameters.join(' + '),
    optimizer: settings.optimizer,
    learning_rate: decimal(settings.learningRate, 6),
    task,
    metric: data.metric,
    classes: classes.length,
    // The target is standardized on the training rows, so always answering their mean has an mse of 1.
    guess_loss: regression ? '1' : metricValue(Math.log(classes.length)),
    baseline: metricValue(baseline),
    baseline_right: regression ? 0 : Math.round(baseline * counted.test),
    one_row: decimal(1 / rows, 3),
  };
}

function measuredValues(
  run: string,
  data: DataSummary,
  finished: readonly FinishedEpoch[],
): Partial<CardValues> {
  const first = finished[0];
  const last = finished.at(-1);
  if (!first || !last) return {};
  const seconds = finished.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0) / 1000;
  const perStep = secondsPerStep({ ...last, step: last.steps });
  return {
    run,
    done_epochs: finished.length,
    loss_first: metricValue(first.logs.loss),
    loss_last: metricValue(last.logs.loss),
    metric_first: metricValue(first.logs.metric),
    metric_last: metricValue(last.logs.metric),
    ...(data.task !== 'regression' && {
      right_last: Math.round(last.logs.metric * data.rows.training),
    }),
    ms_per_step: threeDigits(perStep * 1000),
    per_step: perStepText(perStep),
    times: timesText({ ...last, step: last.steps }),
    seconds: threeDigits(seconds),
  };
}

function validatedValues(finished: readonly FinishedEpoch[]): Partial<CardValues> {
  const losses = finished.map(({ logs }) => logs.valLoss ?? NaN);
  const last = losses.at(-1);
  const best = Math.min(...losses.filter((loss) => !Number.isNaN(loss)));
  const bestEpoch = finished[losses.indexOf(best)];
  if (last === undefined || !bestEpoch) return {};
  return {
    val_loss_best: metricValue(best),
    val_loss_best_epoch: bestEpoch.epoch,
    val_loss_last: metricValue(last),
  };
}

/** Of the current epoch; after a stop, of the one it cut off. */
function valuesNow(state: RunState, { rows }: DataSummary): Partial<CardValues> {
  const progress = state.current?.progress;
  if (!progress) return {};
  const { epoch, step } = progress;
  const target = stepsPerEpoch(rows.training, state.record.settings.batchSize);
  return {
    epoch_now: epoch,
    step_now: step,
    loss_now: metricValue(progress.loss),
    metric_now: metricValue(progress.metric),
    ...(!isOver(state) && {
      left_now: target - step,
      ms_now: threeDigits(secondsPerStep(progress) * 1000),
      eta: remainingText({ ...progress, target }),
    }),
  };
}

/** Weights and biases of dense layers: inputs × units, and one bias per unit. */
function layerParameters(sizes: readonly number[]): readonly number[] {
  return sizes.slice(1).map((units, index) => ((sizes[index] ?? 0) + 1) * units);
}

/** The next larger batch_size, or else the smallest, that leaves a remainder of rows. */
function unevenValues(rows: number, batchSize: number): Partial<CardValues> {
  const most = Math.min(rows - 1, MAX_BATCH_SIZE);
  for (let batch = batchSize < most ? batchSize + 1 : 2; batch <= most; batch += 1) {
    const last = rows % batch;
    if (last > 0) {
      const steps = stepsPerEpoch(rows, batch);
      return { uneven_batch: batch, uneven_steps: steps, uneven_last: last };
    }
  }
  return {};
}

/** Ten times the batch size if an epoch has enough rows, else a tenth; for few rows all of them. */
export function otherBatchSize(rows: number, batchSize: number): number {
  const larger = batchSize * 10;
  if (larger <= Math.min(rows, MAX_BATCH_SIZE)) return larger;
  return batchSize > 1
    ? Math.max(1, Math.floor(Math.min(batchSize, rows) / 10))
    : Math.min(rows, MAX_BATCH_SIZE);
}

/** Twice as many if /fit allows that, else half. */
function otherEpochs(rows: number, epochs: number): number {
  const allowed = Math.min(MAX_EPOCHS, MAX_ROW_EPOCHS / rows);
  return epochs * 2 <= allowed ? epochs * 2 : Math.ceil(epochs / 2);
}

/** Ten times as large, but a tenth above 0.1, where losses overflow. */
function otherLearningRate(learningRate: number): number {
  return Number((learningRate > 0.1 ? learningRate / 10 : learningRate * 10).toPrecision(3));
}

/** Enough digits to compare, without false precision: `2.07`, `0.113`, `128`. */
function threeDigits(value: number): string {
  return value >= 100 ? value.toFixed(0) : decimal(value, 3);
}

/** Without an exponent: `0.0000125`. */
function decimal(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits));
  return rounded === 0 || rounded >= 1e-6
    ? String(rounded)
    : rounded.toFixed(12).replace(/0+$/, '');
}
