/** Calculated counts must match counting by hand: rows are dealt into batches one by one. */
import { describe, expect, test } from 'vitest';
import {
  batchSizesFor,
  counting,
  rowsFor,
  rowsWithoutTest,
  trainingRows,
} from '../../../../src/tutor/questions/sums/arithmetic.js';
import { summed } from '../../../support/summed.js';

/** Batches as a data adapter makes them: full ones while rows last, then the rest. */
function dealt(rows: number, batch: number): readonly number[] {
  const batches: number[] = [];
  for (let left = rows; left > 0; left -= batch) batches.push(Math.min(batch, left));
  return batches;
}

const someRows = [1, 2, 9, 10, 11, 31, 32, 33, 99, 100, 768, 1000, 8000, 8005];
const someBatches = [1, 2, 3, 7, 10, 32, 33, 100, 128, 999, 10_000];

test.each(someRows)('%i rows form batches as they are dealt', (rows) => {
  for (const batch of someBatches) {
    const batches = dealt(rows, batch);
    expect(counting(rows, batch, 3)).toEqual({
      rows,
      batch,
      epochs: 3,
      steps: batches.length,
      updates: batches.length * 3,
      last: batches.at(-1),
    });
  }
});

test.each([1, 10, 97, 100, 250])('every batch_size for %i rows is found, and no other', (rows) => {
  for (let steps = 1; steps <= rows; steps += 1) {
    const found = batchSizesFor(rows, steps);
    for (let batch = 1; batch <= 2 * rows; batch += 1) {
      const isIn = found !== undefined && batch >= found.from && batch <= found.to;
      expect(isIn, `${rows} rows, batch ${batch}, ${steps} steps`).toBe(
        dealt(rows, batch).length === steps,
      );
    }
  }
});

test('the rows behind steps and batch_size are found, and no others', () => {
  for (const batch of [1, 3, 10, 32]) {
    for (const steps of [1, 2, 7, 25]) {
      const { from, to } = rowsFor(steps, batch);
      const fitting = Array.from({ length: 1000 }, (_, index) => index + 1).filter(
        (rows) => dealt(rows, batch).length === steps,
      );
      expect([from, to]).toEqual([fitting[0], fitting.at(-1)]);
    }
  }
});

test('a validation_split is floored in binary floating point, as Keras does', () => {
  expect(trainingRows(10_000, 0.8)).toBe(1999);
  expect(trainingRows(8000, 0.33)).toBe(5359);
  expect(trainingRows(8000, 0.2)).toBe(6400);
});

test('test rows are rounded up, as scikit-learn does', () => {
  expect(rowsWithoutTest(10_000, 0.2)).toBe(8000);
  expect(rowsWithoutTest(1797, 0.2)).toBe(1437);
});

describe('said in answers', () => {
  const grouped = (value: number): string => value.toLocaleString('en');

  test.each(someRows)('%i rows, in either language and order', (rows) => {
    for (const batch of someBatches) {
      const { length: steps } = dealt(rows, batch);
      const updates = grouped(steps * 7);
      expect(
        summed(`${rows} rows, batch_size ${batch}, 7 epochs: how many updates?`).words,
      ).toMatch(new RegExp(`^${updates} weight updates`));
      expect(
        summed(`에포크 7번, 배치 ${batch}, 데이터 ${rows}개면 총 몇 번 고쳐요?`).words,
      ).toMatch(new RegExp(`^가중치를 모두 ${updates}번`));
    }
  });

  test.each([
    [60_000, 1875],
    [8000, 800],
    [1000, 7],
    [100, 34],
  ])('which batch_size makes %i rows %i steps', (rows, steps) => {
    const { words } = summed(`which batch size gives ${steps} steps for ${rows} rows?`);
    const fitting = Array.from({ length: rows }, (_, index) => index + 1).filter(
      (batch) => dealt(rows, batch).length === steps,
    );
    const ends = [fitting[0] ?? 0, fitting.at(-1) ?? 0];
    for (const end of ends) expect(words).toContain(grouped(end));
  });

  test('a number of steps that no batch_size gives is said to be impossible', () => {
    expect(summed('which batch size gives 60 steps for 100 rows?').words).toBe(
      'No batch_size makes exactly 60 iterations of 100 rows: batch_size 2 makes 50, batch_size 1 already 100.',
    );
  });
});
