/**
 * What a card may say in braces, and whether it is a number (`{steps, number}`, plurals) or a word
 * that stands as it is (`{loss_last}`, `{division, select, …}`).
 */

/** There for the lesson and for every run whose rows have been counted. */
const countedValues = {
  /** Training rows, without validation and test rows. */
  rows: 'number',
  /** Rows kept aside for the test at the end. */
  test_rows: 'number',
  /** Rows that only validate; 0 without validation_split. */
  validation_rows: 'number',
  batch: 'number',
  /** Asked for, or of a run that ended before these: made. */
  epochs: 'number',
  /** Asked for. */
  planned_epochs: 'number',
  /** steps × planned_epochs. */
  planned_updates: 'number',
  /** Iterations per epoch: ceil(rows / batch). */
  steps: 'number',
  /** steps × epochs. */
  updates: 'number',
  /** Rows in an epoch's last batch. */
  last: 'number',
  /** How an epoch's rows fill its batches: `even`, `uneven` (a smaller last one) or `one` (all at once). */
  division: 'word',
  /** Batches with all `batch` rows. */
  full: 'number',
  steps_plus_one: 'number',
  /** steps × batch: more than the rows where the last batch is smaller. */
  product: 'number',
  /** rows × epochs. */
  rowsSeen: 'number',
  /** Another batch_size to compare with, and what it makes of steps and updates. */
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
  /** Possible answers; 0 where a number is predicted. */
  classes: 'number',
  /** Cross-entropy of a network that gives each answer the same chance: ln(classes); regression's: 1. */
  guess_loss: 'word',
  /** The metric on the test rows without learning. */
  baseline: 'word',
  /** Test rows that the most common answer gets right; 0 where a number is predicted. */
  baseline_right: 'number',
  /** What one right row adds to accuracy: 1 / rows. */
  one_row: 'word',
} as const;

/** A batch_size that leaves a smaller last batch; missing where the rows are too few for one. */
const unevenValues = {
  uneven_batch: 'number',
  uneven_steps: 'number',
  uneven_last: 'number',
} as const;

/** What a card may say without anything having been measured. */
export const computedValues = { ...countedValues, ...unevenValues };

/** There once a run has finished an epoch. */
const measuredValues = {
  run: 'word',
  done_epochs: 'number',
  loss_first: 'word',
  loss_last: 'word',
  metric_first: 'word',
  metric_last: 'word',
  /** Training rows that were right in the last finished epoch; only where answers are classes. */
  right_last: 'number',
  /** Mean time per iteration of the last finished epoch, as Keras counts it, in ms. */
  ms_per_step: 'word',
  /** The same as the bar prints it: `2ms/step`. */
  per_step: 'word',
  /** The last finished epoch as the bar prints it: `2s 2ms/step`. */
  times: 'word',
  /** Sum of all finished epochs' times, in seconds. */
  seconds: 'word',
} as const;

/** There once a run with validation rows has finished an epoch. */
const validatedValues = {
  val_loss_best: 'word',
  val_loss_best_epoch: 'number',
  val_loss_last: 'word',
} as const;

/** There while an epoch is under way, and in one that a stop cut off. */
const unfinishedValues = {
  epoch_now: 'number',
  /** Iterations made in it. */
  step_now: 'number',
  loss_now: 'word',
  metric_now: 'word',
} as const;

/** There while a run is training. */
const runningValues = {
  /** Iterations that the epoch still has to make. */
  left_now: 'number',
  /** Mean time per iteration in this epoch, in ms. */
  ms_now: 'word',
  /** As the bar prints it: `1s`. */
  eta: 'word',
} as const;

/** There once a run's weights have been tried on the test rows. */
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
