/** Which card stands behind a word of the trade. */
import type { Concept } from '../../content/concepts.js';
import type { Term } from '../../content/lexicon/lexicon.js';

const conceptOfTerm: Readonly<Partial<Record<Term, Concept>>> = {
  epoch: 'epoch',
  iteration: 'iteration',
  step: 'iteration',
  update: 'iteration',
  batch_size: 'batch_size',
  batch: 'batch_size',
  minibatch: 'batch_size',
  full_batch: 'batch_size',
  steps_per_epoch: 'steps_per_epoch',
  last_batch: 'last_partial_batch',
  divisible: 'last_partial_batch',
  progress_bar: 'progress_bar',
  eta: 'progress_bar',
  ms_per_step: 'progress_bar',
  loss: 'loss',
  train_loss: 'loss',
  crossentropy: 'loss',
  accuracy: 'accuracy',
  train_accuracy: 'accuracy',
  test_accuracy: 'accuracy',
  baseline: 'baseline',
  weight: 'weights',
  parameter: 'weights',
  bias: 'weights',
  forward: 'forward_backward_pass',
  backward: 'forward_backward_pass',
  gradient: 'gradient',
  gradient_descent: 'gradient',
  derivative: 'gradient',
  optimizer: 'optimizer',
  adam: 'optimizer',
  sgd: 'optimizer',
  rmsprop: 'optimizer',
  momentum: 'optimizer',
  learning_rate: 'learning_rate',
  shuffle: 'shuffle',
  random: 'randomness',
  seed: 'randomness',
  reproducible: 'randomness',
  validation: 'validation_split',
  validation_split: 'validation_split',
  val_loss: 'validation_split',
  val_accuracy: 'validation_split',
  overfitting: 'overfitting',
  early_stopping: 'early_stopping',
  patience: 'early_stopping',
  memory: 'memory',
  slow: 'training_time',
};

/** The concepts that terms speak of, in their order, each once. */
export function conceptsOf(terms: readonly Term[]): readonly Concept[] {
  const found = terms.map((term) => conceptOfTerm[term]).filter((one) => one !== undefined);
  return [...new Set(found)];
}
