/** What a log's counter tells about the rows, the batches and the updates. */
import { stepsPerEpoch } from '../../runs/run.js';
import type { LoggedFit } from './training-log.js';

/** Keras' own (`batch_size=None`), and so only a guess where the log does not say it. */
const DEFAULT_BATCH_SIZE = 32;

export interface Counting {
  /** Iterations, and so weight updates, of one epoch; a guess where the batch size is one. */
  readonly steps: number;
  readonly batchSize: number;
  /** Keras' default was put in for a batch size that the log does not say. */
  readonly assumed: boolean;
  /** Training rows. A counter of batches leaves open how full the last one was. */
  readonly rows: { readonly least: number; readonly most: number };
}

/** Undefined while the counter's end is unknown. */
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
