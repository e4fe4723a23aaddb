/** Whole fits as Keras 2.15 recorded them, plain ones and (`scripts/record-keras-fits.py`) regularized ones. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { splitRows } from '../../src/datasets/split.js';
import { earlyStopping } from '../../src/runs/early-stopping.js';
import type { TaskType } from '../../src/runs/dataset.js';
import type { Activation, Checkpoint, OptimizerName } from '../../src/runs/protocol.js';
import { slotCount } from '../../workers/engines/checkpoint.js';
import type { Engine } from '../../workers/engines/engine.js';
import { engineFor } from '../../workers/engines/engines.js';
import { trainEpoch } from '../../workers/engines/epoch.js';
import type { DropoutMasks } from '../../workers/engines/tensorflow/passes.js';
import { tensorflowEngine } from '../../workers/engines/tensorflow/tensorflow-engine.js';
import { backends, tensorflowBackends } from '../support/backends.js';

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
  /** null stands for a number that is not finite. */
  readonly history: Readonly<Record<string, readonly (number | null)[]>>;
  readonly final_weights: readonly (readonly number[])[];
  readonly l2?: number | null;
  readonly dropout?: number | null;
  readonly momentum?: number | null;
  readonly patience?: number | null;
  /** By step over all epochs and by hidden layer: one character per output, `0` for dropped. */
  readonly masks?: readonly (readonly string[])[] | null;
  readonly best_weights?: readonly (readonly number[])[] | null;
}

const fits = ['keras-training', 'keras-regularized'].flatMap((recording) =>
  readFileSync(new URL(`../fixtures/${recording}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RecordedFit),
);

const named = fits.map((fit, index) => {
  const { l2, dropout, momentum, patience } = fit;
  const set = Object.entries({ l2, dropout, momentum, patience }).flatMap(([name, value]) =>
    typeof value === 'number' ? [`${name} ${value}`] : [],
  );
  const network = [fit.features, ...fit.hidden].join('-');
  const how = [fit.activation, fit.optimizer, `batch ${fit.batch_size}`, ...set].join(', ');
  return { fit, name: `${index + 1}: ${fit.target} ${network} ${how}` };
});

/** Relative to the number's size; absolute below 0.01, the limit of float32's precision. */
function expectClose(
  actual: number | undefined,
  expected: number | null | undefined,
  what: string,
): void {
  // Keras sums in float32 and overflows where a sum in float64 is still a large number.
  if (expected === null) {
    expect(Number.isFinite(actual) && Math.abs(actual ?? 0) < 1e30, what).toBe(false);
    return;
  }
  if (actual === undefined || expected === undefined) {
    expect(actual, what).toBe(expected);
    return;
  }
  const scale = Math.max(Math.abs(expected), 1e-2);
  const difference = Math.abs(actual - expected) / scale;
  expect(difference, `${what}: ${actual} for Keras' ${expected}`).toBeLessThan(1e-4);
}

describe.each(backends)('on the backend %s', (backend) => {
  // The fused engine drops outputs with its own generator; fused-engine.test.ts checks that it then treats
  // them as TensorFlow.js does.
  const shown = named.filter(({ fit }) => backend !== 'fused' || !fit.masks);
  test.each(shown)('Keras 2.15 fits $name alike', async ({ fit }) => {
    await engineFor(backend);
    const x = Float32Array.from(fit.x);
    const y = Float32Array.from(fit.y);
    const { training } = splitRows(fit.rows, fit.validation_split);
    const at = training * fit.features;
    const weights = Float32Array.from(fit.initial_weights.flat());
    const momentum = fit.momentum ?? 0;
    const slots = slotCount({ optimizer: fit.optimizer, momentum });
    let checkpoint: Checkpoint = {
      ...{ epoch: 0, step: 0, weights, shuffle: [1, 2, 3, 4] },
      slots: Array.from({ length: slots }, () => new Float32Array(weights.length)),
    };
    const valLosses: number[] = [];
    let best: Float32Array = weights;
    const ran = fit.history.loss?.length ?? 0;
    for (let epoch = 0; epoch < ran; epoch += 1) {
      const { step } = checkpoint;
      const tensorflow = tensorflowBackends.find((name) => name === backend);
      const engine: Engine =
        tensorflow && fit.masks
          ? tensorflowEngine(tensorflow, (made) => masksOf(fit, step + made))
          : await engineFor(backend);
      const outcome = trainEpoch({
        engine,
        training: {
          network: {
            units: [fit.features, ...fit.hidden, fit.classes ?? 1],
            activation: fit.activation,
            task: fit.target,
            l2: fit.l2 ?? 0,
          },
          rows: { x: x.subarray(0, at), y: y.subarray(0, training) },
          settings: {
            batchSize: fit.batch_size,
            optimizer: fit.optimizer,
            learningRate: fit.learning_rate,
            momentum,
          },
          shuffle: false,
        },
        validation: { x: x.subarray(at), y: y.subarray(training) },
        checkpoint,
        onProgress: () => undefined,
        shouldStop: () => false,
      });
      const { logs } = outcome;
      ({ checkpoint } = outcome);
      expectClose(logs.loss, fit.history.loss?.[epoch], 'loss');
      expectClose(logs.metric, fit.history[fit.metric]?.[epoch], fit.metric);
      expectClose(logs.valLoss, fit.history.val_loss?.[epoch], 'val_loss');
      expectClose(logs.valMetric, fit.history[`val_${fit.metric}`]?.[epoch], `val_${fit.metric}`);
      expect(outcome.steps).toBe(Math.ceil(training / fit.batch_size));
      if (typeof fit.patience === 'number') {
        valLosses.push(logs.valLoss ?? NaN);
        const { bestEpoch, isDue } = earlyStopping(valLosses, fit.patience);
        if (bestEpoch === epoch + 1) best = checkpoint.weights;
        expect(isDue).toBe(epoch + 1 === ran && ran < fit.epochs);
      }
    }
    const kept = fit.best_weights ?? fit.final_weights;
    const reached = fit.best_weights ? best : checkpoint.weights;
    expect(reached).toHaveLength(kept.flat().length);
    kept.flat().forEach((weight, index) => {
      expectClose(reached[index], weight, `weight ${index}`);
    });
  });
});

function masksOf({ masks, dropout }: RecordedFit, step: number): DropoutMasks {
  const kept = 1 / (1 - (dropout ?? 0));
  return (masks?.[step] ?? []).map((bits) =>
    Float32Array.from(bits, (bit) => (bit === '1' ? kept : 0)),
  );
}
