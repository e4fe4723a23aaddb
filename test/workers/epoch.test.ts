import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { loadDataset } from '../../src/datasets/load.js';
import type { Checkpoint, FitSettings, StepProgress } from '../../src/runs/protocol.js';
import { initialCheckpoint } from '../../workers/engines/checkpoint.js';
import type { Training } from '../../workers/engines/engine.js';
import { engineFor } from '../../workers/engines/engines.js';
import { trainEpoch, type EpochJob, type EpochOutcome } from '../../workers/engines/epoch.js';
import { tensorflowBackends } from '../support/backends.js';

const settings: FitSettings = {
  dataset: { kind: 'builtin', name: 'moons' },
  epochs: 3,
  batchSize: 100,
  validationSplit: 0,
  layers: [6, 6],
  activation: 'relu',
  optimizer: 'adam',
  learningRate: 0.01,
  seed: 42,
  pace: 'fast',
};
const moons = loadDataset(settings.dataset, 'no uploads');
const units = [moons.inputs, ...settings.layers, moons.outputs];
/** 730 rows: seven batches of 100 and one of 30. */
const rows = 730;
const training: Training = {
  network: { units, activation: 'relu', task: moons.task },
  rows: { x: moons.x.subarray(0, rows * moons.inputs), y: moons.y.subarray(0, rows) },
  settings,
  shuffle: true,
};

async function epoch(
  checkpoint: Checkpoint,
  changes: Partial<EpochJob> = {},
): Promise<EpochOutcome> {
  return trainEpoch({
    engine: await engineFor('fused'),
    training,
    validation: { x: new Float32Array(), y: new Float32Array() },
    checkpoint,
    onProgress: () => undefined,
    shouldStop: () => false,
    ...changes,
  });
}

async function history(start: Checkpoint, epochs: number): Promise<EpochOutcome[]> {
  const outcomes: EpochOutcome[] = [];
  for (let index = 0; index < epochs; index += 1) {
    outcomes.push(await epoch(outcomes.at(-1)?.checkpoint ?? start));
  }
  return outcomes;
}

const start = (seed = settings.seed): Checkpoint => initialCheckpoint(units, { ...settings, seed });

test('the same seed gives the same history, another seed another', async () => {
  const [one, two, other] = [
    await history(start(), 3),
    await history(start(), 3),
    await history(start(7), 3),
  ];
  const logs = (outcomes: EpochOutcome[]): unknown => outcomes.map((outcome) => outcome.logs);
  expect(logs(two)).toEqual(logs(one));
  expect(two.at(-1)?.checkpoint).toEqual(one.at(-1)?.checkpoint);
  expect(logs(other)).not.toEqual(logs(one));
});

test('an epoch from a copied checkpoint is the epoch from the checkpoint, bit for bit', async () => {
  const [first, second] = await history(start(), 2);
  if (!first) throw new Error('two epochs were trained');
  const again = await epoch(structuredClone(first.checkpoint));
  expect(again.checkpoint).toEqual(second?.checkpoint);
  expect(again.logs).toEqual(second?.logs);
});

test('a checkpoint is not changed by the epoch that starts from it', async () => {
  const from = start();
  const before = structuredClone(from);
  await epoch(from);
  expect(from).toEqual(before);
});

test('every epoch goes through the rows in another order', async () => {
  const from = start();
  const unshuffled = await epoch(from, { training: { ...training, shuffle: false } });
  const shuffled = await epoch(from);
  expect(shuffled.logs).not.toEqual(unshuffled.logs);
  expect(shuffled.checkpoint.shuffle).not.toEqual(from.shuffle);
});

test('the last, smaller batch is one iteration, and means are by rows', async () => {
  // Without learning, the mean over the epoch is the plain mean over all rows.
  const still = { ...settings, learningRate: 0 };
  const outcome = await epoch(start(), { training: { ...training, settings: still } });
  expect(outcome.steps).toBe(8);
  const atOnce = { ...training, settings: { ...still, batchSize: 100_000 } };
  const whole = await epoch(start(), { training: atOnce });
  expect(whole.steps).toBe(1);
  expect(outcome.logs.loss).toBeCloseTo(whole.logs.loss, 5);
  expect(outcome.logs.metric).toBeCloseTo(whole.logs.metric, 10);
});

test('reports go from the first iteration to the last, which is the whole epoch', async () => {
  const seen: StepProgress[] = [];
  const outcome = await epoch(start(), { onProgress: (step) => seen.push(step) });
  expect(seen[0]).toMatchObject({ epoch: 1, step: 1 });
  const { loss, metric } = outcome.logs;
  expect(seen.at(-1)).toMatchObject({ step: 8, loss, metric });
  expect(seen.every(({ step }, index) => step > (seen[index - 1]?.step ?? 0))).toBe(true);
});

test('a stop ends the epoch after the current iterations, with the numbers up to there', async () => {
  const seen: StepProgress[] = [];
  const outcome = await epoch(start(), {
    onProgress: (step) => seen.push(step),
    shouldStop: () => true,
  });
  expect(outcome).toMatchObject({ stopped: true, steps: 1 });
  expect(outcome.checkpoint).toMatchObject({ epoch: 0, step: 1 });
  const { loss, metric } = seen.at(-1) ?? {};
  expect(outcome.logs).toEqual({ loss, metric });
});

test('a stop that comes with the last iteration finds the epoch finished', async () => {
  const atOnce = { ...training, settings: { ...settings, batchSize: rows } };
  const outcome = await epoch(start(), { training: atOnce, shouldStop: () => true });
  expect(outcome).toMatchObject({ stopped: false, steps: 1, checkpoint: { epoch: 1, step: 1 } });
});

describe.each(tensorflowBackends)('on the backend %s', (backend) => {
  test('200 epochs leave no tensor behind', async () => {
    const engine = await engineFor(backend);
    const few = { x: moons.x.subarray(0, 40), y: moons.y.subarray(0, 20) };
    const changes = { engine, training: { ...training, rows: few }, validation: few };
    await epoch(start(), changes);
    const before = tf.memory().numTensors;
    for (let task = 0; task < 200; task += 1) await epoch(start(), changes);
    expect(tf.memory().numTensors).toBe(before);
  });
});

test('weights start from glorot_uniform, biases from zero', () => {
  const { weights } = initialCheckpoint([300, 200, 1], settings);
  const kernel = weights.subarray(0, 60_000);
  const limit = Math.sqrt(6 / 500);
  expect(Math.max(...kernel)).toBeLessThanOrEqual(limit);
  expect(Math.min(...kernel)).toBeGreaterThanOrEqual(-limit);
  const mean = kernel.reduce((sum, weight) => sum + weight, 0) / kernel.length;
  const variance = kernel.reduce((sum, weight) => sum + (weight - mean) ** 2, 0) / kernel.length;
  expect(mean).toBeCloseTo(0, 2);
  // A uniform distribution within ±limit has a variance of limit² / 3.
  expect(variance / (limit ** 2 / 3)).toBeCloseTo(1, 1);
  expect(weights.subarray(60_000, 60_200).every((bias) => bias === 0)).toBe(true);
});
