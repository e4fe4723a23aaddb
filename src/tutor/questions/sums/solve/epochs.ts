/**
 * Epochs, and how often rows are used in them. Keras reads `epochs` as the number of the last one, not how
 * many more there are (keras v2.15.0, engine/training.py, `fit`).
 */
import { equation, rounded, sameAs, type Equation } from './equation.js';
import { by, minus, plus, times } from './operations.js';

/** Times are no whole numbers, so a quotient may miss one by a hair. */
const wholeEpochs = (epochs: number): number => Math.floor(epochs + 1e-9);

export const epochs: readonly Equation[] = [
  sameAs('ran', 'epochs', { unless: ['initialEpoch'] }),
  equation('ran', ['epochs', 'initialEpoch'], minus, 'epochs − initialEpoch', {
    note: 'sum.solve.note.initialEpoch',
  }),
  rounded('ran', ['updates', 'updatesPerEpoch'], by, Math.floor, 'updates ÷ updatesPerEpoch', {
    given: ['updates'],
    unless: ['folds'],
  }),
  rounded('ran', ['seenRows', 'trainRows'], by, Math.floor, 'seenRows ÷ trainRows', {
    given: ['seenRows'],
    note: 'sum.solve.note.repeats',
  }),
  rounded('ran', ['msInAll', 'msPerEpoch'], by, wholeEpochs, 'msInAll ÷ msPerEpoch', {
    given: ['msInAll'],
  }),
  sameAs('epochs', 'ran', { unless: ['initialEpoch'] }),
  equation('epochs', ['ran', 'initialEpoch'], plus, 'ran + initialEpoch', {
    note: 'sum.solve.note.initialEpoch',
  }),
  equation('epochsLeft', ['planned', 'epochNow'], minus, 'planned − epochNow', {
    note: 'sum.solve.note.epochsLeft',
  }),
  equation('epochsLeft', ['planned', 'epochs'], minus, 'planned − epochs', {
    given: ['epochs'],
    unless: ['epochNow'],
  }),
  equation('epochsLeft', ['epochs', 'epochNow'], minus, 'epochs − epochNow', {
    given: ['epochs'],
    unless: ['planned'],
    note: 'sum.solve.note.epochsLeft',
  }),
  rounded(
    'whichEpoch',
    ['updates', 'updatesPerEpoch'],
    by,
    Math.ceil,
    'updates ÷ updatesPerEpoch',
    {
      given: ['updates'],
    },
  ),
  rounded('whichEpoch', ['seenRows', 'trainRows'], by, Math.ceil, 'seenRows ÷ trainRows', {
    given: ['seenRows'],
    unless: ['updates'],
  }),
  equation('repeats', ['ran'], (ran) => ran, 'ran', {
    unless: ['otherEpochs', 'seenRows'],
    note: 'sum.solve.note.repeats',
  }),
  equation('repeats', ['ran', 'otherEpochs'], plus, 'ran + otherEpochs', {
    note: 'sum.solve.note.repeats',
  }),
  equation('repeats', ['seenRows', 'trainRows'], by, 'seenRows ÷ trainRows', {
    given: ['seenRows'],
  }),
  equation('seenRows', ['trainRows', 'ran'], times, 'trainRows × ran', {
    note: 'sum.solve.note.repeats',
  }),
  equation('seenRows', ['updates', 'batch'], times, 'updates × batch', {
    unless: ['accumulated'],
    isRough: true,
    note: 'sum.solve.note.seen',
  }),
  equation('seenRows', ['updates', 'effective'], times, '#updates × effective', {
    isRough: true,
    note: 'sum.solve.note.seen',
  }),
];
