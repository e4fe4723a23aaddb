/** A card's numbers, counted again the slow way. */
import { describe, expect, it, test } from 'vitest';
import { loadDataset } from '../../src/datasets/load.js';
import { factsOf, lessonFacts } from '../../src/tutor/facts.js';
import { countedState, factsOfRun, runningState } from '../support/facts-samples.js';
import { recordedNames, recordedState } from '../support/recorded-runs.js';

/** The sizes of an epoch's batches, filled row by row. */
function batches(rows: number, batchSize: number): readonly number[] {
  const sizes: number[] = [];
  let open = 0;
  for (let row = 0; row < rows; row += 1) {
    open += 1;
    if (open === batchSize || row === rows - 1) {
      sizes.push(open);
      open = 0;
    }
  }
  return sizes;
}

describe.each(recordedNames)('the run %s', (name) => {
  const state = recordedState(name);
  const { values } = factsOfRun(state);
  const { settings } = state.record;
  const { finished, data } = state;

  it('counts batches, updates and rows as they are made', () => {
    const sizes = batches(data?.rows.training ?? 0, settings.batchSize);
    expect(values.steps).toBe(sizes.length);
    expect(values.last).toBe(sizes.at(-1));
    expect(values.full).toBe(sizes.filter((size) => size === settings.batchSize).length);
    expect(values.division).toBe(
      values.full === sizes.length
        ? sizes.length === 1
          ? 'one'
          : 'even'
        : sizes.length === 1
          ? 'one'
          : 'uneven',
    );
    let planned = 0;
    for (let epoch = 0; epoch < settings.epochs; epoch += 1) planned += sizes.length;
    expect([values.planned_epochs, values.planned_updates]).toEqual([settings.epochs, planned]);
    // Whatever ended a run early, its owner is told how many epochs there really were.
    expect(values.epochs).toBe(finished.length);
    expect(values.updates).toBe(finished.length * sizes.length);
    const others = batches(values.rows, values.other_batch);
    expect(values.other_steps).toBe(others.length);
    expect(values.other_updates).toBe(others.length * finished.length);
    const uneven = batches(values.rows, values.uneven_batch ?? 1);
    expect(values.uneven_steps).toBe(uneven.length);
    expect(values.uneven_last).toBe(uneven.at(-1));
    expect(values.uneven_last).toBeLessThan(values.uneven_batch ?? 0);
  });

  it('counts one weight for each input of a unit, and its bias', () => {
    let count = 0;
    let from = data?.inputs ?? 0;
    for (const units of [...settings.layers, data?.outputs ?? 0]) {
      for (let unit = 0; unit < units; unit += 1) count += from + 1;
      from = units;
    }
    expect(values.parameters).toBe(count);
    const sum = values.parameters_sum.split(' + ').reduce((all, part) => all + Number(part), 0);
    expect(sum).toBe(count);
  });

  it('distinguishes the first epoch from the last, and the best from both', () => {
    if (finished.length === 0) {
      expect(values.loss_first).toBeUndefined();
      return;
    }
    const loss = finished[0]?.logs.loss ?? 0;
    if (Number.isFinite(loss)) expect(Number(values.loss_first)).toBeCloseTo(loss, 3);
    else expect(values.loss_first).toMatch(/^(nan|inf)$/);
    expect(values.done_epochs).toBe(finished.length);
    const ms = finished.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
    expect(Number(values.seconds) * 1000).toBeCloseTo(ms, -2);
    const best = finished.toSorted((a, b) => (a.logs.valLoss ?? 0) - (b.logs.valLoss ?? 0))[0];
    expect(values.val_loss_best_epoch).toBe(settings.validationSplit > 0 ? best?.epoch : undefined);
  });
});

test("the lesson's numbers are those of its rows", () => {
  const { rows, test_rows, inputs, classes, baseline } = lessonFacts.values;
  const {
    summary,
    trainRows,
    rows: allRows,
  } = loadDataset({ kind: 'builtin', name: 'churn' }, '.');
  expect(summary.classes).toHaveLength(classes);
  expect(summary.inputs).toBe(inputs);
  expect(summary.baseline.toFixed(4)).toBe(baseline);
  expect(trainRows).toBe(rows);
  expect(allRows - trainRows).toBe(test_rows);
});

test('there are none until the rows have been counted', () => {
  expect(factsOf(recordedState('lesson', ({ kind }) => kind === 'queued'))).toBeUndefined();
});

test('nothing is measured before an epoch has ended', () => {
  const { values } = factsOfRun(runningState('lesson', 1));
  expect(values.loss_first).toBeUndefined();
  expect(values.epoch_now).toBe(1);
  expect((values.step_now ?? 0) + (values.left_now ?? 0)).toBe(800);
});

test('a small learning_rate is not written in exponents', () => {
  const state = countedState(8000, 10, 20);
  const settings = { ...state.record.settings, learningRate: 0.000001 };
  const { values } = factsOfRun({ ...state, record: { ...state.record, settings } });
  expect(values.learning_rate).toBe('0.000001');
  expect(values.other_lr).toBe('0.00001');
});
