/** Options that every command which trains has: one name, one range, everywhere. */
import { builtinNames } from '../src/datasets/builtin.js';
import type { OptionSpec } from '../src/dispatch/spec.js';
import { MAX_BATCH_SIZE, MAX_EPOCHS } from '../src/runs/limits.js';
import { datasetLabel } from './choice-labels.js';
import { MAX_RUN_ID } from './find-run.js';
import { MAX_SEED } from './fit-settings.js';

export const trainingOptions = {
  epochs: { type: 'integer', min: 1, max: MAX_EPOCHS, aliases: ['에폭'] },
  batch: {
    type: 'integer',
    min: 1,
    max: MAX_BATCH_SIZE,
    aliases: ['batch_size', 'batchsize', '배치크기'],
  },
  data: { type: 'choice', choices: builtinNames, labels: datasetLabel },
  seed: { type: 'integer', min: 0, max: MAX_SEED },
  like: { type: 'string', maxLength: MAX_RUN_ID, suggests: 'runs' },
} as const satisfies Readonly<Record<string, OptionSpec>>;
