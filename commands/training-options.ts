/** Options that every command which trains has: one name, one range, everywhere. */
import { builtinNames } from '../src/datasets/builtin.js';
import type { OptionSpec } from '../src/dispatch/spec.js';
import { MAX_BATCH_SIZE, MAX_EPOCHS } from '../src/runs/limits.js';
import { datasetLabel } from './choice-labels.js';
import { MAX_RUN_ID } from './find-run.js';
import { MAX_SEED } from './fit-settings.js';

export const trainingOptions = {
  epochs: { type: 'integer', min: 1, max: MAX_EPOCHS, aliases: ['에포크', '에폭'] },
  batch: {
    type: 'integer',
    min: 1,
    max: MAX_BATCH_SIZE,
    aliases: ['batch_size', 'batchsize', '배치', '배치크기'],
  },
  data: { type: 'choice', choices: builtinNames, aliases: ['데이터'], labels: datasetLabel },
  seed: { type: 'integer', min: 0, max: MAX_SEED, aliases: ['시드'] },
  like: { type: 'string', maxLength: MAX_RUN_ID, suggests: 'runs' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** The network and how it is trained. */
export const networkOptions = {
  layers: { type: 'string', maxLength: 60, aliases: ['레이어', '층'] },
  activation: { type: 'choice', choices: ['relu', 'tanh', 'sigmoid'], aliases: ['활성화'] },
  // Keras takes up to, not including, 1; past 0.9 hardly anything is left to learn with.
  dropout: { type: 'number', min: 0, max: 0.9, aliases: ['dropout_rate', '드롭아웃'] },
  l2: { type: 'number', min: 0, max: 1, aliases: ['kernel_regularizer', '규제', 'l2규제'] },
  optimizer: { type: 'choice', choices: ['adam', 'sgd', 'rmsprop'], aliases: ['옵티마이저'] },
  lr: { type: 'number', min: 0.000_001, max: 10, aliases: ['learning_rate', '학습률'] },
  momentum: { type: 'number', min: 0, max: 0.99, aliases: ['모멘텀', '관성'] },
  validation: { type: 'number', min: 0, max: 0.9, aliases: ['validation_split', '검증'] },
} as const satisfies Readonly<Record<string, OptionSpec>>;
