/**
 * Placeholders in written answers besides a card's values (card-values.ts): calculations with the
 * asker's rows, batch_size and epochs, and the source of the numbers.
 */
import { cardValues, computedValues, type CardValues } from './card-values.js';
import { wayNames } from './way-names.js';

const workedValues = {
  /** `in your run ab12`, `in your example`, `for example`; `Here` is capitalized. */
  here: 'word',
  Here: 'word',
  /** rows / batch before it is rounded up. */
  quotient: 'word',
  /** The baseline in percent. */
  baseline_percent: 'word',
  /** Rows per part if split into `batch` parts. */
  part_rows: 'number',
  /** Two batch sizes to compare, a factor of a hundred apart where the rows allow it. */
  small: 'number',
  small_steps: 'number',
  small_updates: 'number',
  large: 'number',
  large_steps: 'number',
  large_updates: 'number',
  double_steps: 'number',
  double_batch: 'number',
  double_batch_steps: 'number',
  double_epochs: 'number',
  double_updates: 'number',
  double_both_updates: 'number',
  half_batch: 'number',
  half_batch_steps: 'number',
  /** Iterations with Keras' default batch_size of 32. */
  default_steps: 'number',
  /** A validation_split: the asker's, or a fifth. */
  split: 'word',
  whole_rows: 'number',
  train_rows: 'number',
  val_rows: 'number',
  val_row_share: 'word',
  whole_steps: 'number',
  split_steps: 'number',
  val_steps: 'number',
  /** One of five folds held out. */
  fold_rows: 'number',
  fold_steps: 'number',
  /** Four batches whose gradients are added up before an update. */
  accumulated_rows: 'number',
  accumulated_updates: 'number',
  /** Time per batch at 200 µs per row, in ms. */
  per_sample_ms: 'word',
  /** Time of all updates at 2 ms each, in s. */
  updates_seconds: 'word',
} as const;

/** Available once a run has been tested. */
const judgedValues = {
  /** The test metric compared with the baseline: `better`, or `other` (not better). */
  run_verdict: 'word',
} as const;

/** The asker's platform's ways (`en/ways.ts`). */
const wayValues = Object.fromEntries(wayNames.map((name) => [`way_${name}`, 'word' as const]));

/** Always available. */
export const answerValuesAlways = { ...computedValues, ...workedValues, ...wayValues };
/** Including a run's values; paragraphs that use unavailable values are omitted. */
export const answerValues = { ...cardValues, ...workedValues, ...wayValues, ...judgedValues };

export type WorkedValues = {
  readonly [Name in keyof typeof workedValues]: (typeof workedValues)[Name] extends 'number'
    ? number
    : string;
};
export type AnswerValues = CardValues & WorkedValues & { readonly run_verdict?: string };
