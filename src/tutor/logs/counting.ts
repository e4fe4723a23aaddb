/** What a log's counter says about rows, batches and updates. */
import { stepsPerEpoch } from '../../runs/run.js';
import type { LoggedFit } from './training-log.js';

/** Keras' default (`batch_size=None`), so only a guess where the log does not state it. */
const DEFAULT_BATCH_SIZE = 32;

export interface Counting {
  /** Iterations, and thus weight updates, per epoch; a guess if the batch size is. */
  readonly steps: number;
  readonly batchSize: number;
  /** Whether Keras' default was assumed, as the log does not state the batch size. */
  readonly assumed: boolean;
  /** Training rows. A counter of batches does not say how full the last one was. */
  readonly rows: { readonly least: number; readonly most: number };
}

/** Undefined if the counter's end is unknown. */
export function countingOf({ counts, batchSize, rows, ...fit }: LoggedFit): Counting | undefined {
  const end = endOf(fit);
  if (end === undefined) return undefined;
  const size = Math.max(1, batchSize ?? DEFAULT_BATCH_SIZE);
  const assumed = batchSize === undefined;
  if (counts === 'rows') {
    return {
      steps: stepsPerEpoch(end, size),
      batchSize: size,
      assumed,
      rows: { least: end, most: end },
    };
  }
  const exact = rows !== undefined && stepsPerEpoch(rows, size) === end;
  return {
    steps: end,
    batchSize: size,
    assumed,
    rows: exact ? { least: rows, most: rows } : { least: (end - 1) * size + 1, most: end * size },
  };
}

/** The counter's end, from the newest epoch that shows one. */
export function endOf({
  epochs,
  unfinished,
}: Pick<LoggedFit, 'epochs' | 'unfinished'>): number | undefined {
  const ends = [...epochs, ...(unfinished ? [unfinished] : [])].flatMap(
    ({ counter }) => counter?.end ?? [],
  );
  return ends.at(-1);
}
