/** The numbers that an explanation is worked with: a run's own, or the lesson's. */
import type { MetricName } from '../runs/protocol.js';
import { stepsPerEpoch, type RunState } from '../runs/run.js';

export interface LessonNumbers {
  /** Training rows, without validation and test rows. */
  readonly rows: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly metric: MetricName;
  /** Whose numbers these are; missing for the lesson's. */
  readonly run?: { readonly id: string; readonly seed: number };
}

/** The bank-churn lesson: `/fit epochs:20 batch:10`. */
export const lessonNumbers: LessonNumbers = {
  rows: 8000,
  batchSize: 10,
  epochs: 20,
  metric: 'accuracy',
};

/** Undefined while a run's data has not been counted yet. */
export function numbersOf({ data, record }: RunState): LessonNumbers | undefined {
  if (!data) return undefined;
  const { batchSize, epochs, seed } = record.settings;
  return {
    rows: data.rows.training,
    batchSize,
    epochs,
    metric: data.metric,
    run: { id: record.id, seed },
  };
}

export interface Counts {
  /** Iterations, and so weight updates, of one epoch. */
  readonly steps: number;
  readonly updates: number;
  readonly lastBatchRows: number;
}

export function counts({ rows, batchSize, epochs }: LessonNumbers): Counts {
  const steps = stepsPerEpoch(rows, batchSize);
  return { steps, updates: steps * epochs, lastBatchRows: rows - (steps - 1) * batchSize };
}

/** Ten times as many rows a batch where an epoch has them, else a tenth; all of them for a few rows. */
export function otherBatchSize({ rows, batchSize }: LessonNumbers): number {
  const larger = batchSize * 10;
  if (larger <= rows) return larger;
  return batchSize > 1 ? Math.max(1, Math.floor(Math.min(batchSize, rows) / 10)) : rows;
}
