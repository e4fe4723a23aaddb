import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { splitRows } from '../../src/datasets/split.js';
import type { Activation, Checkpoint, OptimizerName, TaskType } from '../../src/runs/protocol.js';
import { slotCount } from '../../workers/engines/checkpoint.js';
import { engineFor } from '../../workers/engines/engines.js';
import { trainEpoch } from '../../workers/engines/epoch.js';
import { backends } from '../support/backends.js';

/** One fit as Keras 2.15 recorded it: unshuffled, from given weights. */
interface RecordedFit {
  readonly rows: number;
  readonly features: number;
  readonly hidden: readonly number[];
  readonly activation: Activation;
  readonly target: TaskType;
  readonly classes: number | null;
  readonly optimizer: OptimizerName;
  readonly learning_rate: number;
  readonly batch_size: number;
  readonly epochs: number;
  readonly validation_split: number;
  readonly metric: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly initial_weights: readonly (readonly number[])[];
  readonly history: Readonly<Record<string, readonly number[]>>;
  readonly final_weights: readonly (readonly number[])[];
}

const fits = readFileSync(new URL('../fixtures/keras-training.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as RecordedFit);

const named = fits.map((fit) => ({
  fit,
  name: `${fit.target} ${fit.features}-${fit.hidden.join('-')} ${fit.activation} ${fit.optimizer} batch ${fit.batch_size}`,
}));

/** Relative to the size of the number; below 0.01 absolute, where float32 carries no more. */
function expectClose(actual: number | undefined, expected: number | undefined, what: string): void {
  if (actual === undefined || expected === undefined) {
    expect(actual, what).toBe(expected);
    return;
  }
  const scale = Math.max(Math.abs(expected), 1e-2);
  expect(
    Math.abs(actual - expected) / scale,
    `${what}: ${actual} for Keras' ${expected}`,
  ).toBeLessThan(1e-4);
}

describe.each(backends)('on the backend %s', (backend) => {
  test.each(named)('Keras 2.15 fits $name alike', async ({ fit }) => {
    const engine = await engineFor(backend);
    const x = Float32Array.from(fit.x);
    const y = Float32Array.from(fit.y);
    const { training } = splitRows(fit.rows, fit.validation_split);
    const at = training * fit.features;
    const weights = Float32Array.from(fit.initial_weights.flat());
    let checkpoint: Checkpoint = {
      epoch: 0,
      step: 0,
      weights,
      slots: Array.from({ length: slotCount(fit) }, () => new Float32Array(weights.length)),
      shuffle: [1, 2, 3, 4],
    };
    for (let epoch = 0; epoch < fit.epochs; epoch += 1) {
      const outcome = trainEpoch({
        engine,
        training: {
          network: {
            units: [fit.features, ...fit.hidden, fit.classes ?? 1],
            activation: fit.activation,
            task: fit.target,
          },
          rows: { x: x.subarray(0, at), y: y.subarray(0, training) },
          settings: {
            batchSize: fit.batch_size,
            optimizer: fit.optimizer,
            learningRate: fit.learning_rate,
          },
          shuffle: false,
        },
        validation: { x: x.subarray(at), y: y.subarray(training) },
        checkpoint,
        onProgress: () => undefined,
        shouldStop: () => false,
      });
      const { logs } = outcome;
      expectClose(logs.loss, fit.history.loss?.[epoch], 'loss');
      expectClose(logs.metric, fit.history[fit.metric]?.[epoch], fit.metric);
      expectClose(logs.valLoss, fit.history.val_loss?.[epoch], 'val_loss');
      expectClose(logs.valMetric, fit.history[`val_${fit.metric}`]?.[epoch], `val_${fit.metric}`);
      expect(outcome.steps).toBe(Math.ceil(training / fit.batch_size));
      checkpoint = outcome.checkpoint;
    }
    const final = fit.final_weights.flat();
    expect(checkpoint.weights).toHaveLength(final.length);
    final.forEach((weight, index) => {
      expectClose(checkpoint.weights[index], weight, `weight ${index}`);
    });
  });
});
