/**
 * Batches, iterations and updates. Keras takes batches of 32 where no batch_size is given, and counts a
 * smaller last batch as a step (keras v2.15.0, engine/training.py, `fit`).
 */
import { stepsPerEpoch } from '../../../../runs/run.js';
import { batchSizesFor, counting as counted, type Range } from '../arithmetic.js';
import { KERAS_BATCH_SIZE } from '../given.js';
import { equation, rounded, sameAs, type Equation } from './equation.js';
import { by, minus, times } from './operations.js';

/** Where one batch_size fits, it is a number; where several do, it is a range. */
const onlyBatch = (rows: number, steps: number): number | undefined => {
  const range = batchSizesFor(rows, steps);
  return range?.from === range?.to ? range?.from : undefined;
};
const someBatches = (rows: number, steps: number): Range | undefined => {
  const range = batchSizesFor(rows, steps);
  return range && range.from < range.to && range.to < Infinity ? range : undefined;
};
const allAtOnce = (rows: number, steps: number): Range | undefined =>
  steps === 1 ? batchSizesFor(rows, steps) : undefined;
const ofSteps = { unless: ['lastRows'], isRough: true } as const;

function lastOf(rows: number, steps: number, batch: number): number | undefined {
  const sum = counted(rows, batch, 1);
  return sum.steps === steps ? sum.last : undefined;
}

const batches: readonly Equation[] = [
  equation('batch', ['perGpu', 'gpus'], times, 'perGpu × gpus', { note: 'sum.solve.note.gpus' }),
  equation('batch', ['effective', 'accumulated'], by, 'effective ÷ accumulated'),
  equation(
    'batch',
    ['trainRows', 'lastRows', 'steps'],
    (rows, last, steps) => (rows - last) / (steps - 1),
    '(trainRows − lastRows) ÷ (#steps − 1)',
    { given: ['lastRows'], note: 'sum.solve.note.last' },
  ),
  equation('batch', ['trainRows', 'steps'], onlyBatch, 'trainRows ÷ steps', {
    exact: by,
    note: 'sum.solve.note.onlyBatch',
    ...ofSteps,
  }),
  equation('batch', ['trainRows', 'steps'], someBatches, 'trainRows ÷ steps', {
    note: 'sum.solve.note.someBatches',
    ...ofSteps,
  }),
  equation('batch', ['trainRows', 'steps'], allAtOnce, 'trainRows ÷ steps', {
    note: 'sum.solve.note.allAtOnce',
    ...ofSteps,
  }),
  rounded('batch', ['msPerStep', 'msPerRow'], by, Math.round, 'msPerStep ÷ msPerRow', {
    given: ['msPerStep', 'msPerRow'],
    isRough: true,
  }),
  rounded('batch', ['seenRows', 'updates'], by, Math.ceil, 'seenRows ÷ updates', {
    given: ['seenRows', 'updates'],
    unless: ['accumulated'],
    isRough: true,
  }),
  {
    gives: 'batch',
    from: [],
    value: () => KERAS_BATCH_SIZE,
    assumes: 'sum.default',
    // With these a batch_size is asked for, never taken for granted.
    unless: ['perGpu', 'gpus'],
  },
  equation('effective', ['batch', 'accumulated'], times, 'batch × accumulated', {
    note: 'sum.solve.note.effective',
  }),
  rounded('perGpu', ['batch', 'gpus'], by, Math.ceil, 'batch ÷ gpus', {
    note: 'sum.solve.note.gpus',
  }),
  equation('gpus', ['batch', 'perGpu'], by, 'batch ÷ perGpu'),
  equation('accumulated', ['effective', 'batch'], by, 'effective ÷ batch'),
];

const steps: readonly Equation[] = [
  equation('steps', ['trainRows', 'batch'], stepsPerEpoch, 'trainRows ÷ batch', { exact: by }),
  // Beside epochs, updates may be those so far, so rows and batch_size say it better.
  equation('steps', ['updates', 'ran'], by, 'updates ÷ ran', {
    given: ['updates'],
    unless: ['accumulated', 'folds'],
    isRough: true,
  }),
  rounded('steps', ['msPerEpoch', 'msPerStep'], by, Math.round, 'msPerEpoch ÷ msPerStep', {
    isRough: true,
  }),
  rounded('steps', ['msInAll', 'msPerStep'], by, Math.round, 'msInAll ÷ msPerStep', {
    isRough: true,
    unless: ['epochs', 'updates', 'msPerEpoch'],
  }),
  equation(
    'lastRows',
    ['trainRows', 'steps', 'batch'],
    lastOf,
    'trainRows − (#steps − 1) × batch',
    {
      note: 'sum.solve.note.last',
    },
  ),
  rounded('fullBatches', ['trainRows', 'batch'], by, Math.floor, 'trainRows ÷ batch', {
    note: 'sum.solve.note.dropped',
  }),
  equation(
    'dropped',
    ['trainRows', 'fullBatches', 'batch'],
    (rows, full, batch) => rows - full * batch,
    'trainRows − #fullBatches × batch',
  ),
  equation('stepsLeft', ['steps', 'barNow'], minus, 'steps − barNow'),
  equation('seenInEpoch', ['barNow', 'batch'], times, 'barNow × batch'),
  rounded('valSteps', ['valRows', 'batch'], by, Math.ceil, 'valRows ÷ batch'),
  rounded('valSteps', ['testRows', 'batch'], by, Math.ceil, 'testRows ÷ batch', {
    unless: ['valRows', 'validationSplit', 'folds'],
  }),
  rounded('valSteps', ['rows', 'batch'], by, Math.ceil, 'rows ÷ batch', {
    given: ['rows'],
    unless: ['valRows', 'validationSplit', 'folds', 'testRows', 'testShare'],
  }),
];

const updates: readonly Equation[] = [
  sameAs('updatesPerEpoch', 'steps', { unless: ['accumulated'] }),
  rounded('updatesPerEpoch', ['steps', 'accumulated'], by, Math.ceil, 'steps ÷ accumulated', {
    note: 'sum.solve.note.accumulated',
  }),
  equation('updates', ['steps', 'ran'], times, 'steps × ran', {
    unless: ['accumulated', 'folds'],
    note: 'sum.solve.note.updates',
  }),
  equation('updates', ['updatesPerEpoch', 'ran'], times, 'updatesPerEpoch × ran', {
    unless: ['folds'],
  }),
  equation('updates', ['updatesPerEpoch', 'ran', 'folds'], times, 'updatesPerEpoch × ran × folds'),
  rounded('updates', ['msInAll', 'msPerStep'], by, Math.round, 'msInAll ÷ msPerStep', {
    given: ['msInAll'],
    note: 'sum.solve.note.updates',
    unless: ['accumulated'],
    isRough: true,
  }),
  rounded('updates', ['seenRows', 'batch'], by, Math.ceil, 'seenRows ÷ batch', {
    given: ['seenRows'],
    note: 'sum.solve.note.updates',
    unless: ['accumulated'],
    isRough: true,
  }),
  equation('updatesLeft', ['epochsLeft', 'steps'], times, 'epochsLeft × steps', {
    unless: ['accumulated', 'barNow'],
  }),
  equation(
    'updatesLeft',
    ['stepsLeft', 'epochsLeft', 'steps'],
    (rest, left, each) => rest + left * each,
    'stepsLeft + epochsLeft × steps',
    { unless: ['accumulated'] },
  ),
  equation(
    'updatesSoFar',
    ['epochNow', 'steps', 'barNow'],
    (epoch, each, done) => (epoch - 1) * each + done,
    '(#epochNow − 1) × steps + barNow',
    { unless: ['accumulated'], note: 'sum.solve.note.soFar' },
  ),
];

export const counting: readonly Equation[] = [...batches, ...steps, ...updates];
