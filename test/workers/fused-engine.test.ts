/** The fused engine against TensorFlow.js, step by step, and against itself, bit by bit. */
import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import type { TaskType } from '../../src/runs/dataset.js';
import type { Activation, Checkpoint, OptimizerName } from '../../src/runs/protocol.js';
import { initialCheckpoint } from '../../workers/engines/checkpoint.js';
import type { Engine, Rows, Training } from '../../workers/engines/engine.js';
import { engineFor } from '../../workers/engines/engines.js';

const fused = await engineFor('fused');
const tensorflow = await engineFor('cpu');

interface Case {
  readonly task: TaskType;
  readonly activation: Activation;
  readonly optimizer: OptimizerName;
  readonly hidden: readonly number[];
  readonly batchSize: number;
  readonly l2?: number;
  readonly dropout?: number;
  readonly momentum?: number;
}

const inputs = 7;
const classes = 5;
const rowCount = 61;

function rowsFor(task: TaskType, count = rowCount): Rows {
  const generator = xoroshiro128plus(11);
  const random = (): number => 2 * uniformFloat64(generator) - 1;
  const x = Float32Array.from({ length: count * inputs }, () => 1.5 * random());
  const y = Float32Array.from({ length: count }, (_, row) => {
    const sum = x.subarray(row * inputs, (row + 1) * inputs).reduce((a, b) => a + b, 0);
    if (task === 'regression') return sum / 2 + 0.1 * random();
    if (task === 'binary') return sum > 0 ? 1 : 0;
    return Math.min(classes - 1, Math.max(0, Math.floor(sum + classes / 2)));
  });
  return { x, y };
}

function trainingFor(one: Case, rows = rowsFor(one.task)): Training {
  const { task, activation, hidden, l2 } = one;
  const learningRate = one.optimizer === 'sgd' ? 0.01 : 0.001;
  return {
    network: {
      ...{ units: [inputs, ...hidden, task === 'multiclass' ? classes : 1], activation, task },
      ...(l2 !== undefined && { l2 }),
    },
    rows,
    settings: { ...one, learningRate },
    shuffle: true,
  };
}

const startFor = ({ network, settings }: Training, seed = 5): Checkpoint =>
  initialCheckpoint(network.units, { ...settings, seed });

/**
 * The largest difference, relative to the number's size or, for small ones, to 0.1, about the size of a
 * weight: Adam takes a full step even for a gradient near zero, so its last digits matter.
 */
function difference(one: ArrayLike<number>, other: ArrayLike<number>): number {
  expect(one.length).toBe(other.length);
  return Array.from(one).reduce((largest, value, index) => {
    const expected = other[index] ?? NaN;
    const here = Math.abs(value - expected) / Math.max(Math.abs(expected), 0.1);
    return Number.isNaN(here) ? NaN : Math.max(largest, here);
  }, 0);
}

const cases: Case[] = [];
for (const task of ['binary', 'multiclass', 'regression'] as const) {
  for (const activation of ['relu', 'tanh', 'sigmoid'] as const) {
    for (const optimizer of ['adam', 'sgd', 'rmsprop'] as const) {
      const common = { task, activation, optimizer };
      cases.push({ ...common, hidden: [6, 6], batchSize: 10 });
      cases.push({ ...common, hidden: [], batchSize: 7 });
      cases.push({ ...common, hidden: [1, 9, 4, 13], batchSize: 61 });
      cases.push({ ...common, hidden: [16, 8], batchSize: 1, l2: 0.01 });
      cases.push({ ...common, hidden: [5, 12], batchSize: 16, dropout: 0.3 });
      cases.push({ ...common, hidden: [8], batchSize: 100, l2: 0.001, dropout: 0.5 });
    }
    cases.push({
      ...{ task, activation, optimizer: 'sgd', hidden: [6, 6], batchSize: 10 },
      ...{ momentum: 0.9, l2: 0.001, dropout: 0.2 },
    });
  }
}

describe('beside TensorFlow.js', () => {
  test.each(cases)(
    '$task $activation $optimizer $hidden batch $batchSize l2 $l2 dropout $dropout momentum $momentum: every step is the same',
    (one) => {
      const training = trainingFor(one);
      let from = startFor(training);
      for (let step = 0; step < Math.ceil(rowCount / one.batchSize); step += 1) {
        // Each step starts from identical weights: only one step's arithmetic is compared.
        const [mine, theirs] = [fused, tensorflow].map((engine) =>
          stepFrom(engine, training, from),
        );
        if (!mine || !theirs) throw new Error('two engines');
        expect(mine.rows).toBe(theirs.rows);
        expect(difference([mine.loss], [theirs.loss])).toBeLessThan(1e-5);
        expect(difference([mine.metric], [theirs.metric])).toBeLessThan(1e-5);
        expect(difference(mine.state.weights, theirs.state.weights)).toBeLessThan(1e-5);
        expect(mine.state.slots).toHaveLength(theirs.state.slots.length);
        expect(mine.state.shuffle).toEqual(theirs.state.shuffle);
        expect(mine.state.step).toBe(theirs.state.step);
        from = { epoch: 0, ...theirs.state };
      }
      const [mine, theirs] = [fused, tensorflow].map((engine) =>
        engine.evaluate(training.network, from.weights, training.rows),
      );
      expect(difference([mine?.loss ?? NaN], [theirs?.loss ?? 0])).toBeLessThan(1e-5);
      expect(difference([mine?.metric ?? NaN], [theirs?.metric ?? 0])).toBeLessThan(1e-5);
    },
  );

  test('a batch processed in portions drops out and learns the same', () => {
    const one: Case = {
      ...{ task: 'binary', activation: 'tanh', optimizer: 'adam', hidden: [9, 5] },
      ...{ batchSize: 700, dropout: 0.4, l2: 0.01 },
    };
    const training = trainingFor(one, rowsFor('binary', 1500));
    const from = startFor(training);
    const [mine, theirs] = [fused, tensorflow].map((engine) => {
      const epoch = engine.begin(training, from);
      expect(epoch.train(Infinity)).toBe(3);
      return { ...epoch.sums(), ...epoch.state() };
    });
    expect(mine?.shuffle).toEqual(theirs?.shuffle);
    expect(difference([mine?.loss ?? NaN], [theirs?.loss ?? 0])).toBeLessThan(1e-5);
    expect(difference(mine?.weights ?? [], theirs?.weights ?? [0])).toBeLessThan(1e-4);
  });
});

function stepFrom(engine: Engine, training: Training, from: Checkpoint) {
  const epoch = engine.begin(training, from);
  expect(epoch.train(1)).toBe(1);
  return { ...epoch.sums(), state: epoch.state() };
}

const lesson: Case = {
  ...{ task: 'binary', activation: 'relu', optimizer: 'adam', hidden: [6, 6], batchSize: 10 },
};
const everything: Case = {
  ...{ task: 'multiclass', activation: 'tanh', optimizer: 'sgd', hidden: [33, 7], batchSize: 9 },
  ...{ l2: 0.01, dropout: 0.25, momentum: 0.9 },
};

function afterEpochs(one: Case, epochs: number, stretch: (made: number) => number): Checkpoint {
  const training = trainingFor(one);
  let checkpoint = startFor(training);
  for (let done = 0; done < epochs; done += 1) {
    const epoch = fused.begin(training, checkpoint);
    let made = 0;
    for (let more = -1; more !== 0; made += more) more = epoch.train(stretch(made));
    checkpoint = { epoch: done + 1, ...epoch.state() };
  }
  return checkpoint;
}

test.each([lesson, everything])('dividing an epoch into stretches changes no bit: %o', (one) => {
  const whole = afterEpochs(one, 3, () => Infinity);
  expect(afterEpochs(one, 3, () => 1)).toEqual(whole);
  expect(afterEpochs(one, 3, (made) => (made % 3) + 1)).toEqual(whole);
});

test('an epoch is not affected by earlier work on other rows and networks', () => {
  const whole = afterEpochs(everything, 2, () => Infinity);
  const wide = trainingFor({ ...lesson, hidden: [256, 256] }, rowsFor('binary', 3000));
  fused.begin(wide, startFor(wide)).train(20);
  fused.evaluate(wide.network, startFor(wide).weights, wide.rows);
  expect(afterEpochs(everything, 2, () => Infinity)).toEqual(whole);
});

/** Changes only when results change: it is the same on every machine and every version of Node. */
test('the results have the same bits everywhere', () => {
  const hash = createHash('sha256');
  const golden: readonly Case[] = [
    lesson,
    everything,
    { ...lesson, task: 'regression', activation: 'sigmoid', optimizer: 'rmsprop', hidden: [12] },
  ];
  for (const one of golden) {
    const { weights, slots, shuffle } = afterEpochs(one, 60, () => Infinity);
    for (const numbers of [weights, ...slots, Int32Array.from(shuffle)]) {
      hash.update(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
    }
    const { network, rows } = trainingFor(one);
    const { loss, metric } = fused.evaluate(network, weights, rows);
    hash.update(new Uint8Array(Float64Array.of(loss, metric).buffer));
  }
  expect(hash.digest('hex')).toMatchInlineSnapshot(
    `"1d7c8408b5ac4c5c5888d762f8539b6d8a6739a5a3b3fb45aea09704348bf8da"`,
  );
});

test('a loss that overflows becomes what it becomes in Keras, and nothing is counted as right', () => {
  const training = trainingFor({ ...lesson, task: 'multiclass', optimizer: 'sgd' });
  const settings = { ...training.settings, learningRate: 1e30 };
  for (const engine of [fused, tensorflow]) {
    const epoch = engine.begin({ ...training, settings }, startFor(training));
    epoch.train(Infinity);
    const { network, rows } = training;
    const result = engine.evaluate(network, epoch.state().weights, rows);
    expect(result).toEqual({ loss: NaN, metric: 0 });
  }
});
