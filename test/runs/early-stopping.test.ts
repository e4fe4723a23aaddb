import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { earlyStopping } from '../../src/runs/early-stopping.js';

/** What Keras 2.15's EarlyStopping did in a fit; see scripts/record-keras-fits.py. */
interface RecordedFit {
  readonly epochs: number;
  readonly patience: number | null;
  /** A null stands for a number that is not finite. */
  readonly history: { readonly val_loss?: readonly (number | null)[] };
  readonly stopped: boolean;
  readonly best_epoch: number;
}

const fits = readFileSync(new URL('../fixtures/keras-regularized.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as RecordedFit)
  .flatMap(({ patience, history, ...fit }) =>
    patience === null
      ? []
      : [{ ...fit, patience, valLosses: (history.val_loss ?? []).map((loss) => loss ?? NaN) }],
  );

describe('early stopping ends a fit where Keras does', () => {
  test.each(fits)(
    'patience $patience, $valLosses.length of $epochs epochs, the best $best_epoch',
    ({ patience, valLosses, stopped, best_epoch }) => {
      const due = valLosses.map(
        (_, index) => earlyStopping(valLosses.slice(0, index + 1), patience).isDue,
      );
      expect(due).toEqual(valLosses.map((_, index) => stopped && index === valLosses.length - 1));
      const { bestEpoch } = earlyStopping(valLosses, patience);
      expect(bestEpoch).toBe(best_epoch);
    },
  );

  test('the recorded fits cover every way to end', () => {
    expect(fits.map(({ patience }) => patience)).toEqual(expect.arrayContaining([0, 1, 2, 3]));
    expect(fits.some(({ stopped }) => !stopped)).toBe(true);
    expect(fits.some(({ valLosses }) => valLosses.some(Number.isNaN))).toBe(true);
    expect(fits.some(({ valLosses }) => new Set(valLosses).size === 1)).toBe(true);
  });
});

test('counts the epochs since the best one', () => {
  expect(earlyStopping([0.5, 0.4, 0.4, 0.41], 3)).toEqual({
    bestEpoch: 2,
    waited: 2,
    isDue: false,
  });
});
