/** Which Keras version printed a log, and thus what its counter counts. */
import { stepsPerEpoch } from '../../runs/run.js';
import type { Tail } from './read-tail.js';
import type { LoggedFit, LogStyle } from './training-log.js';

/** A counter and the text after it; old Keras with verbose=2 prints no counter. */
export interface Line {
  readonly current?: number;
  readonly end?: number;
  readonly tail: Tail;
}

/**
 * No TensorFlow batch takes less: calling the compiled step alone takes longer. Keras 3 on
 * JAX can be faster, but shows a different bar.
 */
const FASTEST_BATCH_S = 200e-6;

/** Facts from the text around the lines. */
export interface Stated {
  /** From `Train on 60000 samples`. */
  readonly samples?: number;
  /** From `8,000 rows ÷ batch_size 10`. */
  readonly rows?: number;
  readonly batchSize?: number;
}

export function countsOf(lines: readonly Line[], stated: Stated): LoggedFit['counts'] {
  if (lines.some(isKeras3)) return 'batches';
  const ends = lines.flatMap(({ end }) => end ?? []);
  const { samples, rows, batchSize } = stated;
  if (samples !== undefined && ends.includes(samples)) return 'rows';
  // The tutor itself can be faster than TensorFlow, and its message says what it counts.
  if (rows && batchSize && ends.includes(stepsPerEpoch(rows, batchSize))) return 'batches';
  if (lines.some(({ current, end }) => current === 1 && end !== 1)) return 'batches';
  if (lines.some(({ tail }) => tail.unitTime?.unit === 'sample')) return 'rows';
  // Old Keras versions wrote `48us/step` for a row, or no time per step at all.
  return lines.some((line) => tooFastForBatches(line) || isTimeless(line)) ? 'rows' : 'batches';
}

function tooFastForBatches({ current, end, tail }: Line): boolean {
  if (end === undefined || current !== end || tail.remaining) return false;
  const { unitTime, seconds } = tail;
  const each = unitTime?.seconds ?? (seconds ? seconds / end : Infinity);
  return each > 0 && each < FASTEST_BATCH_S;
}

/** A full bar with only the epoch's seconds: every Keras that counts batches adds the time per batch. */
function isTimeless({ current, end, tail }: Line): boolean {
  const isWhole = end !== undefined && current === end && !tail.remaining;
  return isWhole && tail.bar === 'cells' && tail.seconds !== undefined && !tail.unitTime;
}

function isKeras3({ tail }: Line): boolean {
  return tail.bar === 'line' || tail.asKeras3;
}

export function styleOf(lines: readonly Line[], counts: LoggedFit['counts']): LogStyle {
  if (lines.some(isKeras3)) return 'keras3';
  if (lines.every(({ current }) => current === undefined)) return 'bare';
  if (lines.some(({ tail }) => tail.unitTime?.unit === 'sample')) return 'samples';
  if (counts !== 'rows') return 'keras2';
  return lines.some(isTimeless) ? 'barRows' : 'rows';
}

/**
 * A counter of rows is at batch_size after the first update, which Keras always draws, and at a
 * multiple of it after any other. Undefined if the log does not show that.
 */
export function batchSeen(lines: readonly Line[]): number | undefined {
  const between = lines.flatMap(({ current, end }) =>
    current !== undefined && end !== undefined && current < end ? [current] : [],
  );
  const smallest = Math.min(...between);
  return between.length > 0 && smallest > 0 && between.every((rows) => rows % smallest === 0)
    ? smallest
    : undefined;
}
