/** The numbers in answers are recomputed here, for a lesson, a run and a question. */
import { describe, expect, test } from 'vitest';
import { translator } from '../../../src/content/translator.js';
import { lessonFacts, type Facts } from '../../../src/tutor/facts.js';
import { answerValues } from '../../../src/tutor/questions/worked-values.js';

const t = translator('en');
const { values } = lessonFacts;
/** 8,000 rows, a fifth of them for validation. */
const validated: Facts = {
  run: { id: 'ab12', seed: 1 },
  values: { ...values, rows: 6400, validation_rows: 1600 },
};
const ofSplit = new Set(['split', 'whole_rows', 'val_rows']);

describe('twice as much', () => {
  const worked = answerValues(new Set(['double_updates']), {}, lessonFacts, t);

  test('twice the epochs are twice the updates', () => {
    expect(worked).toMatchObject({ double_epochs: 40, double_updates: 2 * 16_000 });
  });

  test('with twice the batch as well, it is the same number again', () => {
    expect(worked).toMatchObject({ double_batch: 20, double_both_updates: 16_000 });
  });
});

test('an example has the question’s epochs, a run its own', () => {
  const names = new Set(['epochs', 'rows']);
  expect(answerValues(names, { epochs: 30 }, lessonFacts, t)).toMatchObject({
    ...{ epochs: 30, rows: 8000, Here: 'For example' },
  });
  expect(answerValues(names, { epochs: 30 }, validated, t)).toMatchObject({ epochs: 20 });
});

describe('a validation_split', () => {
  test('of a run is the one it had, for all its rows', () => {
    expect(answerValues(ofSplit, {}, validated, t)).toMatchObject({
      ...{ Here: 'In your run ab12', split: '0.2' },
      ...{ whole_rows: 8000, train_rows: 6400, val_rows: 1600, whole_steps: 800, split_steps: 640 },
    });
  });

  test('is an example’s if the run had none', () => {
    const facts = { ...validated, values };
    expect(answerValues(ofSplit, {}, facts, t)).toMatchObject({ Here: 'For example' });
  });

  test('is an example’s if the question gives another than the run had', () => {
    expect(answerValues(ofSplit, { validationSplit: 0.5 }, validated, t)).toMatchObject({
      ...{ Here: 'For example', split: '0.5' },
      ...{ whole_rows: 8000, train_rows: 4000, val_rows: 4000 },
    });
  });

  test('for the question’s own rows applies to all of them', () => {
    const given = { rows: 1000, batch: 50, epochs: 3, validationSplit: 0.1 };
    expect(answerValues(ofSplit, given, validated, t)).toMatchObject({
      ...{ whole_rows: 1000, train_rows: 900, val_rows: 100, split_steps: 18, val_steps: 2 },
    });
  });
});
