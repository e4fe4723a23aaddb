import { describe, expect, test } from 'vitest';
import { translator } from '../../src/content/translator.js';
import { LiveField } from '../../src/live/live-field.js';
import type { PlaneField, PlaneTask } from '../../src/runs/plane.js';
import type { RunState } from '../../src/runs/run.js';
import { recordedState } from '../support/recorded-runs.js';
import { summary, twoNumberInputs } from '../support/run-samples.js';
import { deferred } from '../support/scripted-port.js';

/** As large as possible: seven classes with the longest names, and all points. */
function answered({ side }: PlaneTask): PlaneField {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => letter.repeat(40));
  const axis = { name: '가'.repeat(40), least: -1234.5, most: 1234.5 };
  const bytes = (count: number): string => Buffer.alloc(count, 6).toString('base64');
  return {
    plane: {
      ...{ task: 'multiclass', classes: names, axes: [axis, axis] },
      rows: { training: 1600, test: 400 },
    },
    shape: {
      kind: 'classes',
      areas: names.map(() => 3),
      enclosed: [0, 1, 2, 3, 4, 5, 6],
      bend: 0.2,
    },
    ...{ side, cells: bytes(side ** 2), points: bytes(3 * 150), drawn: 150, shades: 5 },
    colours: Array.from({ length: 35 }, () => '#123456'),
    marks: names.map(() => ({ colour: '#123456', shape: 'rectRot', turned: 270 })),
  };
}

/** A run in progress, with some epochs finished. */
function going(more: Partial<RunState> = {}, layers: readonly number[] = [8]): RunState {
  const state = recordedState('overfitted', ({ kind }) => kind === 'epoch-ended');
  const settings = { ...state.record.settings, layers };
  return { ...state, record: { ...state.record, settings }, data: twoNumberInputs(), ...more };
}

function live() {
  const clock = { ms: 0 };
  const asked: PlaneTask[] = [];
  const failures: unknown[] = [];
  const answers: ((task: PlaneTask) => Promise<PlaneField | undefined>)[] = [];
  const weights = { read: 0 };
  const field = new LiveField({
    t: translator('en'),
    nowMs: () => clock.ms,
    onFailure: (error) => failures.push(error),
    weights: () => {
      weights.read += 1;
      const checkpoint = { epoch: 7, step: 1, slots: [], shuffle: [] };
      return Promise.resolve({ ...checkpoint, weights: new Float32Array(3) });
    },
    planeField: (task) => {
      asked.push(task);
      return (answers.shift() ?? ((one) => Promise.resolve(answered(one))))(task);
    },
  });
  return { field, clock, asked, failures, answers, weights };
}

describe('a network’s answers during training', () => {
  test('belong to the epoch of its weights, and are small enough to be sent often', async () => {
    const { field } = live();
    expect(field.newest).toBe(undefined);
    await field.ask(going());
    expect(field.newest?.title).toMatch(/^circles: epoch 7 of \d+$/);
    expect(field.newest?.pointsLabel).toBe('150 of 400 test points');
    expect(Buffer.byteLength(JSON.stringify(field.newest))).toBeLessThan(8_000);
  });

  test('are requested one at a time, and at most twice a second', async () => {
    const { field, clock, asked, answers } = live();
    const slow = deferred();
    answers.push(async (task) => {
      await slow.promise;
      return answered(task);
    });
    const first = field.ask(going());
    clock.ms = 5000;
    await field.ask(going());
    expect(asked).toHaveLength(1);
    slow.resolve();
    await first;
    await field.ask(going());
    clock.ms = 5449;
    await field.ask(going());
    expect(asked).toHaveLength(2);
    clock.ms = 5450;
    await field.ask(going());
    expect(asked).toHaveLength(3);
  });

  test.each([
    ['other inputs', going({ data: summary() })],
    ['no epoch yet', going({ finished: [] })],
    ['a run that is over', going({ phase: 'completed' })],
    ['a very wide network', going({}, [512])],
  ])('cost nothing for %s', async (_, state) => {
    const { field, weights } = live();
    await field.ask(state);
    expect(weights.read).toBe(0);
  });

  test('stay unchanged if an answer is no number, and are given up if asking fails', async () => {
    const { field, clock, asked, answers, failures } = live();
    await field.ask(going());
    const before = field.newest;
    answers.push(
      () => Promise.resolve(undefined),
      () => Promise.reject(new Error('no thread')),
    );
    for (clock.ms = 500; clock.ms <= 2000; clock.ms += 500) await field.ask(going());
    expect(field.newest).toBe(before);
    expect(asked).toHaveLength(3);
    expect(failures).toEqual([new Error('no thread')]);
  });
});
