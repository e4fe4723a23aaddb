/** The concepts with a card. */
export const concepts = [
  'epoch',
  'iteration',
  'batch_size',
  'steps_per_epoch',
  'last_partial_batch',
  'progress_bar',
  'loss',
  'accuracy',
  'baseline',
  'weights',
  'forward_backward_pass',
  'gradient',
  'optimizer',
  'learning_rate',
  'shuffle',
  'randomness',
  'validation_split',
  'overfitting',
  'early_stopping',
  'memory',
  'training_time',
] as const;

export type Concept = (typeof concepts)[number];
