import { describe, expect, test } from 'vitest';
import { plain } from '../../src/content/text.js';
import { translator } from '../../src/content/translator.js';
import type { FitSettings } from '../../src/runs/protocol.js';
import { gradeLowest, type Grade } from '../../src/tutor/predict/grade.js';
import { answerCount, lowestPrediction } from '../../src/tutor/predict/prediction.js';
import { answerWords, questionWords, setupWords } from '../../src/tutor/predict/words.js';
import { settings } from '../support/run-samples.js';

const t = translator('en');

function graded(
  changes: readonly Partial<FitSettings>[],
  measured: readonly ({ loss: number; updates?: number } | undefined)[],
): Grade | undefined {
  const prediction = lowestPrediction(
    'p1',
    changes.map((change) => ({ ...settings(), ...change })),
    { name: 'churn', rows: 8000 },
  );
  return gradeLowest(
    prediction,
    measured.map((one) => one && { epochs: 20, updates: 100, ...one }),
    t,
  );
}

const said = (grade: Grade | undefined): string => (grade?.reasons ?? []).map(plain).join(' ');

const batches = [1, 10, 32, 100, 1000, 2000, 4000, 8000].map((batchSize) => ({ batchSize }));

test('asks about up to 8 settings, with “about equal” after them', () => {
  const prediction = lowestPrediction(
    'p1',
    batches.map((change) => ({ ...settings(), ...change })),
    { name: 'churn', rows: 8000 },
  );
  expect(answerCount(prediction)).toBe(9);
  expect([0, 7, 8].map((index) => answerWords(prediction, index, t))).toEqual([
    'batch_size 1',
    'batch_size 8000',
    'about equal',
  ]);
  expect(plain(questionWords(prediction, t))).toContain('the lowest training loss?');
  expect(plain(setupWords(prediction, t))).toMatch(
    /^8 networks are about to train .* They differ in batch_size: 1 · 10 · .*8000\.$/,
  );
  expect(() => lowestPrediction('p', [settings()], { name: 'churn', rows: 8000 })).toThrow(
    RangeError,
  );
  expect(() =>
    lowestPrediction('p', Array<FitSettings>(9).fill(settings()), { name: 'churn', rows: 8000 }),
  ).toThrow(RangeError);
});

describe('the lowest of several', () => {
  const three = batches.slice(1, 4);
  const updates = [800, 250, 80];
  const losses = (...values: number[]): { loss: number; updates: number }[] =>
    values.map((loss, index) => ({ loss, updates: updates[index] ?? 0 }));

  test('with the most updates', () => {
    const grade = graded(three, losses(0.3, 0.4, 0.5));
    expect(grade?.right).toBe(0);
    expect(said(grade)).toMatch(/^The smallest batch made the most weight updates/);
    expect(plain(grade?.measured ?? [])).toBe(
      'Measured after 20 epochs: loss 0.3000 with batch_size 10 (800 updates), loss 0.4000 with batch_size 32 (250 updates), loss 0.5000 with batch_size 100 (80 updates).',
    );
  });

  test('with fewer updates', () => {
    const grade = graded(three, losses(0.5, 0.3, 0.4));
    expect(grade?.right).toBe(1);
    expect(said(grade)).toMatch(/^A larger batch won with fewer/);
  });

  test('the two lowest closer than 1 % are equal, whatever the others', () => {
    expect(graded(three, losses(0.3, 0.9, 0.302))?.right).toBe(3);
    expect(graded(three, losses(0.3, 0.9, 0.304))?.right).toBe(0);
  });

  test('one that overflowed does not compete; with one left, there is none at all', () => {
    const grade = graded(three, losses(NaN, 0.3, 0.4));
    expect(grade?.right).toBe(1);
    expect(said(grade)).toMatch(/^The loss of batch_size 10 overflowed/);
    expect(graded(three, losses(NaN, 0.3, Infinity))).toBeUndefined();
  });

  test('one that was not trained to its end leaves all ungraded', () => {
    expect(graded(three, [...losses(0.5, 0.3), undefined])).toBeUndefined();
    expect(graded(three, losses(0.5, 0.3))).toBeUndefined();
  });
});

test.each([
  [[{ layers: [6] }, { layers: [32] }], 'it was layers that made the difference'],
  [
    [
      { optimizer: 'adam', learningRate: 0.001 },
      { optimizer: 'sgd', learningRate: 0.01 },
    ],
    'but learning_rate differs, too (0.001 · 0.01, in this order)',
  ],
  [[{}, { dropout: 0.3 }], 'the test rows show how much'],
  [[{ learningRate: 0.1 }, { learningRate: 0.001 }], 'it was learning_rate that'],
] as const)('the reason, calculated: %j', (changes, words) => {
  expect(said(graded(changes, [{ loss: 0.3 }, { loss: 0.4 }]))).toContain(words);
});
