/**
 * An epoch made in pieces equals a run's epoch, bit by bit; and what is shown of an iteration is what it did.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import type { TaskType } from '../../src/runs/dataset.js';
import type { Checkpoint, FitSettings } from '../../src/runs/protocol.js';
import type { SlowState } from '../../src/runs/slow-motion.js';
import { initialCheckpoint } from '../../workers/engines/checkpoint.js';
import type { Rows, Training } from '../../workers/engines/engine.js';
import { engineFor } from '../../workers/engines/engines.js';
import { trainEpoch } from '../../workers/engines/epoch.js';
import { makeIterations, type Iterations } from '../../workers/engines/iterations.js';
import { optimizers } from '../../workers/engines/tensorflow/optimizers.js';

const engines = { fused: await engineFor('fused'), cpu: await engineFor('cpu') };
const inputs = 7;
const outputsOf = (task: TaskType): number => (task === 'multiclass' ? 4 : 1);

function rowsFor(task: TaskType, count: number): Rows {
  const generator = xoroshiro128plus(11);
  const random = (): number => 2 * uniformFloat64(generator) - 1;
  const x = Float32Array.from({ length: count * inputs }, () => 1.5 * random());
  const y = Float32Array.from({ length: count }, (_, row) => {
    const sum = x.subarray(row * inputs, (row + 1) * inputs).reduce((a, b) => a + b, 0);
    if (task === 'regression') return sum / 2 + 0.1 * random();
    if (task === 'binary') return sum > 0 ? 1 : 0;
    return Math.min(3, Math.max(0, Math.floor(sum + 2)));
  });
  return { x, y };
}

type Case = Pick<FitSettings, 'optimizer' | 'momentum' | 'dropout' | 'batchSize' | 'l2'> & {
  readonly task: TaskType;
  readonly hidden: readonly number[];
  readonly engine?: 'fused' | 'cpu';
};

const cases: readonly Case[] = [
  { task: 'binary', optimizer: 'adam', hidden: [6, 6], batchSize: 10 },
  { task: 'binary', optimizer: 'sgd', hidden: [], batchSize: 61 },
  { task: 'multiclass', optimizer: 'rmsprop', hidden: [9], batchSize: 16, l2: 0.01 },
  { task: 'regression', optimizer: 'sgd', momentum: 0.9, hidden: [5, 3], batchSize: 1 },
  { task: 'binary', optimizer: 'adam', hidden: [8, 4], batchSize: 7, dropout: 0.4, l2: 0.001 },
  { task: 'multiclass', optimizer: 'adam', hidden: [6], batchSize: 9, dropout: 0.3, engine: 'cpu' },
];

function jobFor({ task, hidden, l2, engine = 'fused', ...settings }: Case) {
  const all = rowsFor(task, 76);
  const training: Training = {
    network: {
      ...{ units: [inputs, ...hidden, outputsOf(task)], activation: 'tanh', task },
      ...(l2 !== undefined && { l2 }),
    },
    rows: { x: all.x.subarray(0, 61 * inputs), y: all.y.subarray(0, 61) },
    settings: { ...settings, learningRate: 0.01 },
    shuffle: true,
  };
  const validation = { x: all.x.subarray(61 * inputs), y: all.y.subarray(61) };
  const begin = initialCheckpoint(training.network.units, { ...settings, seed: 5 });
  return { engine: engines[engine], training, validation, begin };
}

/** Two epochs, one press at a time. */
function pressed(one: Case, presses: readonly number[]): readonly Iterations[] {
  const { begin, ...job } = jobFor(one);
  let state: SlowState | { readonly checkpoint: Checkpoint } = { checkpoint: begin };
  const all: Iterations[] = [];
  for (let turn = 0; all.filter(({ ended }) => ended).length < 2; turn += 1) {
    const steps = presses[turn % presses.length] ?? 1;
    const made = makeIterations({ ...job, state, steps, forMs: Infinity });
    all.push(made);
    ({ state } = made);
  }
  return all;
}

describe.each(cases)('$task $optimizer $hidden batch $batchSize dropout $dropout', (one) => {
  test.each([[[1]], [[1, 1, 10, 1000]], [[3, 2]], [[Infinity]]])(
    'in presses of %j: the same weights, totals and validation as a run',
    (presses) => {
      const { begin, ...job } = jobFor(one);
      const ends = pressed(one, presses).filter(({ ended }) => ended);
      let checkpoint = begin;
      for (const { state, epoch, ended } of ends) {
        const whole = trainEpoch({
          ...{ ...job, checkpoint },
          ...{ onProgress: () => undefined, shouldStop: () => false },
        });
        const { rows, loss, metric } = epoch.sums;
        const logs = { loss: loss / rows, metric: metric / rows };
        const { valLoss, valMetric } = ended ?? {};
        expect({ ...logs, valLoss, valMetric }).toEqual(whole.logs);
        expect(state.checkpoint).toEqual(whole.checkpoint);
        expect(epoch.steps).toBe(whole.steps);
        ({ checkpoint } = whole);
      }
    },
  );

  test('the gradient and the optimizer explain the change of every weight', () => {
    const { training, begin } = jobFor(one);
    const { optimizer, learningRate, momentum = 0 } = training.settings;
    let before = begin;
    for (const { state, gradients, weightsBefore } of pressed(one, [1])) {
      const weights = weightsBefore.slice();
      const slots = before.slots.map((slot) => slot.slice());
      optimizers[optimizer](weights, gradients, slots, before.step, learningRate, momentum);
      const after = state.checkpoint.weights;
      weights.forEach((weight, at) => {
        expect(Math.abs(weight - (after[at] ?? NaN))).toBeLessThan(2e-6);
      });
      before = state.checkpoint;
    }
  });

  test('an epoch uses every row once, and the next one in another order', () => {
    const [first] = pressed(one, [Infinity]);
    const { order = new Uint32Array(), ended } = first ?? {};
    expect(order.toSorted()).toEqual(Uint32Array.from({ length: 61 }, (_, row) => row));
    expect(ended?.next).not.toEqual(order);
    const [, second] = pressed(one, [Infinity]);
    expect(second?.order).toEqual(ended?.next);
  });
});

test('the last batch is smaller, and counts for its rows', () => {
  const all = pressed({ task: 'binary', optimizer: 'adam', hidden: [6], batchSize: 25 }, [1]);
  const [, , last] = all;
  expect(last?.epoch.losses.map(({ rows }) => rows)).toEqual([25, 25, 11]);
  const sum = last?.epoch.losses.reduce((total, { loss, rows }) => total + loss * rows, 0);
  expect(sum).toBeCloseTo(last?.epoch.sums.loss ?? NaN, 10);
});

test('when its time is over it makes one more iteration, and says so', () => {
  const { begin, ...job } = jobFor({
    ...{ task: 'binary', optimizer: 'adam', hidden: [6], batchSize: 1 },
  });
  const made = makeIterations({ ...job, state: { checkpoint: begin }, steps: 50, forMs: -1 });
  expect(made).toMatchObject({ made: 1, outOfTime: true, epoch: { steps: 1 } });
});

test('the watched weight is in the first layer, and stays the same one', () => {
  const all = pressed({ task: 'multiclass', optimizer: 'sgd', hidden: [9, 5], batchSize: 8 }, [1]);
  const watched = all.map(({ state }) => state.watched);
  expect(new Set(watched).size).toBe(1);
  expect(watched[0]).toBeLessThan(inputs * 9);
});
