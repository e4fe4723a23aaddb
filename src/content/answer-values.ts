/**
 * What a written answer may say in braces besides a card's values (card-values.ts): sums around the
 * asker's rows, batch_size and epochs, and whose numbers they are.
 */
import { cardValues, computedValues, type CardValues } from './card-values.js';
import { wayNames } from './way-names.js';

const workedValues = {
  /** `in your run ab12`, `in your example`, `for example`; `Here` begins a sentence with it. */
  here: 'word',
  Here: 'word',
  /** rows / batch before it is rounded up. */
  quotient: 'word',
  /** The baseline in percent. */
  baseline_percent: 'word',
  /** Rows a part when the rows are cut into `batch` parts. */
  part_rows: 'number',
  /** Two batch sizes side by side, a hundred times apart where the rows allow it. */
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
  /** Iterations with Keras' own batch_size of 32. */
  default_steps: 'number',
  /** A validation_split of the rows: the asker's, else a fifth. */
  split: 'word',
  whole_rows: 'number',
  train_rows: 'number',
  val_rows: 'number',
  val_row_share: 'word',
  whole_steps: 'number',
  split_steps: 'number',
  val_steps: 'number',
  /** One of five folds kept aside. */
  fold_rows: 'number',
  fold_steps: 'number',
  /** Four batches whose gradients are added up before an update. */
  accumulated_rows: 'number',
  accumulated_updates: 'number',
  /** What a batch takes at 200 µs a row, in ms. */
  per_sample_ms: 'word',
  /** What all updates take at 2 ms each, in s. */
  updates_seconds: 'word',
} as const;

/** There once a run's weights have been tried on the test rows. */
const judgedValues = {
  /** How the test metric stands to the baseline: `better`, or `other` (not better). */
  run_verdict: 'word',
} as const;

/** How the asker's platform does it (`en/ways.ts`). */
const wayValues = Object.fromEntries(wayNames.map((name) => [`way_${name}`, 'word' as const]));

/** There for everybody. */
export const answerValuesAlways = { ...computedValues, ...workedValues, ...wayValues };
/** Those of a run too; a paragraph that speaks of one is left out where there is none. */
export const answerValues = { ...cardValues, ...workedValues, ...wayValues, ...judgedValues };

export type WorkedValues = {
  readonly [Name in keyof typeof workedValues]: (typeof workedValues)[Name] extends 'number'
    ? number
    : string;
};
export type AnswerValues = CardValues & WorkedValues & { readonly run_verdict?: string };
