/**
 * Placeholders in cards, and whether each is a number (`{steps, number}`, plurals) or a string
 * (`{loss_last}`, `{division, select, …}`).
 */

/** Available for the lesson and for every run whose rows have been counted. */
const countedValues = {
  /** Training rows, without validation and test rows. */
  rows: 'number',
  /** Rows held out for the test at the end. */
  test_rows: 'number',
  /** Validation rows; 0 without validation_split. */
  validation_rows: 'number',
  batch: 'number',
  /** As requested, or those done if the run ended early. */
  epochs: 'number',
  /** As requested. */
  planned_epochs: 'number',
  /** steps × planned_epochs. */
  planned_updates: 'number',
  /** Iterations per epoch: ceil(rows / batch). */
  steps: 'number',
  /** steps × epochs. */
  updates: 'number',
  /** Rows in an epoch's last batch. */
  last: 'number',
  /** How rows divide into batches: `even`, `uneven` (a smaller last one) or `one` (all at once). */
  division: 'word',
  /** Number of full batches. */
  full: 'number',
  steps_plus_one: 'number',
  /** steps × batch: more than the rows where the last batch is smaller. */
  product: 'number',
  /** rows × epochs. */
  rowsSeen: 'number',
  /** Another batch_size to compare with, and its steps and updates. */
  other_batch: 'number',
  other_steps: 'number',
  other_updates: 'number',
  /** Another number of epochs to compare with. */
  other_epochs: 'number',
  other_lr: 'word',
  /** Units of other hidden layers: `32,16`. */
  other_layers: 'word',
  /** `11 → 6 → 6 → 1`. */
  network: 'word',
  inputs: 'number',
  /** Weights and biases of the whole network. */
  parameters: 'number',
  /** The same layer by layer: `72 + 42 + 7`. */
  parameters_sum: 'word',
  optimizer: 'word',
  learning_rate: 'word',
  /** `binary`, `multiclass` or `regression`. */
  task: 'word',
  /** `accuracy` or `mae`. */
  metric: 'word',
  /** Number of classes; 0 for regression. */
  classes: 'number',
  /** Cross-entropy of uniform guessing: ln(classes); 1 for regression. */
  guess_loss: 'word',
  /** The baseline's metric on the test rows. */
  baseline: 'word',
  /** Test rows that the most common answer gets right; 0 for regression. */
  baseline_right: 'number',
  /** One row's contribution to accuracy: 1 / rows. */
  one_row: 'word',
} as const;

/** A batch_size with a smaller last batch; missing if there are too few rows. */
const unevenValues = {
  uneven_batch: 'number',
  uneven_steps: 'number',
  uneven_last: 'number',
} as const;

/** Values available without any measurements. */
export const computedValues = { ...countedValues, ...unevenValues };

/** Available once a run has finished an epoch. */
const measuredValues = {
  run: 'word',
  done_epochs: 'number',
  loss_first: 'word',
  loss_last: 'word',
  metric_first: 'word',
  metric_last: 'word',
  /** Training rows that were right in the last finished epoch; only for classes. */
  right_last: 'number',
  /** Mean time per iteration of the last finished epoch, as Keras counts it, in ms. */
  ms_per_step: 'word',
  /** The same as printed in the bar: `2ms/step`. */
  per_step: 'word',
  /** The last finished epoch as printed in the bar: `2s 2ms/step`. */
  times: 'word',
  /** Sum of all finished epochs' times, in seconds. */
  seconds: 'word',
} as const;

/** Available once a run with validation rows has finished an epoch. */
const validatedValues = {
  val_loss_best: 'word',
  val_loss_best_epoch: 'number',
  val_loss_last: 'word',
} as const;

/** Available during an epoch, and in one cut off by a stop. */
const unfinishedValues = {
  epoch_now: 'number',
  /** Iterations done in it. */
  step_now: 'number',
  loss_now: 'word',
  metric_now: 'word',
} as const;

/** Available while a run is training. */
const runningValues = {
  /** Iterations left in the epoch. */
  left_now: 'number',
  /** Mean time per iteration in this epoch, in ms. */
  ms_now: 'word',
  /** As printed in the bar: `1s`. */
  eta: 'word',
} as const;

/** Available once a run has been tested. */
const testedValues = {
  test_metric: 'word',
} as const;

export const cardValues = {
  ...computedValues,
  ...measuredValues,
  ...validatedValues,
  ...testedValues,
  ...unfinishedValues,
  ...runningValues,
};

type Valued<Kinds> = {
  readonly [Name in keyof Kinds]: Kinds[Name] extends 'number' ? number : string;
};

export type CardValues = Valued<typeof countedValues> & Partial<Valued<typeof cardValues>>;
