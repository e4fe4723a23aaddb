/** The counting behind epoch, iteration and batch_size, forwards and backwards. Whole, positive numbers. */
import { stepsPerEpoch } from '../../../runs/run.js';

export interface Counting {
  readonly rows: number;
  readonly batch: number;
  readonly epochs: number;
  /** Iterations of one epoch. */
  readonly steps: number;
  /** Weight updates of the whole run. */
  readonly updates: number;
  /** Rows in the last batch of an epoch. */
  readonly last: number;
}

export function counting(rows: number, batch: number, epochs: number): Counting {
  const steps = stepsPerEpoch(rows, batch);
  return { rows, batch, epochs, steps, updates: steps * epochs, last: rows - (steps - 1) * batch };
}

export interface Range {
  readonly from: number;
  /** Infinity where nothing bounds it. */
  readonly to: number;
}

/** Every batch_size with ceil(rows / batch_size) = steps; undefined when no whole number does it. */
export function batchSizesFor(rows: number, steps: number): Range | undefined {
  const from = Math.ceil(rows / steps);
  const to = steps === 1 ? Infinity : Math.ceil(rows / (steps - 1)) - 1;
  return from <= to ? { from, to } : undefined;
}

/** How many rows there can be when an epoch has so many iterations of this batch_size. */
export function rowsFor(steps: number, batch: number): Range {
  return { from: (steps - 1) * batch + 1, to: steps * batch };
}

/**
 * Rows left for training by `validation_split`: floor(n × (1 - split)) in binary floating point, as
 * Keras' `train_validation_split` counts (keras v2.15.0, engine/data_adapter.py).
 */
export function trainingRows(rows: number, validationSplit: number): number {
  return Math.floor(rows * (1 - validationSplit));
}

/** Rows that scikit-learn's `train_test_split(test_size=…)` takes for the test: it rounds them up. */
export function testRows(rows: number, testShare: number): number {
  return Math.ceil(rows * testShare);
}

/** Rows that it leaves. */
export function rowsWithoutTest(rows: number, testShare: number): number {
  return rows - testRows(rows, testShare);
}
