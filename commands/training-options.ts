/** Options shared by all training commands, with the same names and ranges. */
import { builtinDatasets, builtinNames } from '../src/datasets/builtin.js';
import type { OptionSpec } from '../src/dispatch/spec.js';
import { MAX_BATCH_SIZE, MAX_EPOCHS } from '../src/runs/limits.js';
import { choicesCalled, datasetLabel } from './choice-labels.js';
import { optimizerNames, optimizers } from '../src/runs/optimizers.js';
import { codePattern, MAX_CODE } from '../src/runs/shared-code.js';
import { MAX_SEED } from './fit-settings.js';

export const trainingOptions = {
  epochs: { type: 'integer', min: 1, max: MAX_EPOCHS, aliases: ['에폭'] },
  batch: {
    type: 'integer',
    min: 1,
    max: MAX_BATCH_SIZE,
    aliases: ['batch_size', 'batchsize', '배치크기'],
  },
  data: {
    type: 'choice',
    choices: builtinNames,
    valueAliases: choicesCalled(builtinDatasets),
    labels: datasetLabel,
  },
  seed: { type: 'integer', min: 0, max: MAX_SEED },
  like: { type: 'string', maxLength: MAX_CODE, looksLike: codePattern, suggests: 'runs' },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Synonyms for the choices of `engine`. */
const engineWords = {
  ...{ tf: 'tensorflow', tfjs: 'tensorflow', 'tensorflow.js': 'tensorflow' },
  ...{ 텐서플로: 'tensorflow', 텐서플로우: 'tensorflow' },
} as const;

/** Options about a whole run. */
export const runOptions = {
  patience: {
    type: 'integer',
    min: 1,
    max: MAX_EPOCHS,
    aliases: ['early_stopping', 'early-stopping', 'earlystopping', '인내', '페이션스'],
  },
  seed: trainingOptions.seed,
  pace: { type: 'choice', choices: ['watch', 'fast'] },
  engine: {
    type: 'choice',
    choices: ['auto', 'tensorflow'],
    aliases: ['backend'],
    valueAliases: engineWords,
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** The network and how it is trained. */
export const networkOptions = {
  layers: { type: 'string', maxLength: 60, aliases: ['레이어'] },
  activation: {
    type: 'choice',
    choices: ['relu', 'tanh', 'sigmoid'],
    valueAliases: { 렐루: 'relu' },
  },
  // Keras accepts anything below 1; beyond 0.9 hardly anything is left to learn with.
  dropout: { type: 'number', min: 0, max: 0.9, aliases: ['dropout_rate'] },
  l2: { type: 'number', min: 0, max: 1, aliases: ['kernel_regularizer', '규제'] },
  optimizer: { type: 'choice', choices: optimizerNames, valueAliases: choicesCalled(optimizers) },
  lr: { type: 'number', min: 0.000_001, max: 10, aliases: ['learning_rate'] },
  momentum: { type: 'number', min: 0, max: 0.99, aliases: ['관성'] },
  validation: { type: 'number', min: 0, max: 0.9, aliases: ['validation_split'] },
} as const satisfies Readonly<Record<string, OptionSpec>>;
