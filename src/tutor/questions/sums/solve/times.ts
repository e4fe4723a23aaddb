/** How long steps and epochs take, and what is done in a second. Times are in ms. */
import { equation, type Equation } from './equation.js';
import { by, times } from './operations.js';

const inSecond = (count: number, ms: number): number => (1000 * count) / ms;

export const durations: readonly Equation[] = [
  equation('msPerEpoch', ['msPerStep', 'steps'], times, 'steps × msPerStep'),
  equation('msPerEpoch', ['msPerRow', 'trainRows'], times, 'trainRows × msPerRow', {
    unless: ['msPerStep'],
  }),
  equation('msPerEpoch', ['msInAll', 'ran'], by, 'msInAll ÷ ran', { given: ['msInAll'] }),
  equation('msInAll', ['msPerEpoch', 'ran'], times, 'ran × msPerEpoch', { unless: ['folds'] }),
  equation('msInAll', ['msPerEpoch', 'ran', 'folds'], times, 'ran × msPerEpoch × folds'),
  equation('msInAll', ['msPerStep', 'updates'], times, 'updates × msPerStep', {
    given: ['updates'],
    unless: ['accumulated'],
  }),
  equation('msOther', ['otherEpochs', 'msPerEpoch'], times, 'otherEpochs × msPerEpoch'),
  equation('msInAll', ['valSteps', 'msPerStep'], times, 'valSteps × msPerStep', {
    unless: ['rows', 'trainRows', 'steps', 'updates', 'epochs'],
  }),
  equation('msLeft', ['epochsLeft', 'msPerEpoch'], times, 'epochsLeft × msPerEpoch', {
    unless: ['barNow'],
  }),
  equation(
    'msLeft',
    ['msLeftInEpoch', 'epochsLeft', 'msPerEpoch'],
    (rest, left, each) => rest + left * each,
    'msLeftInEpoch + epochsLeft × msPerEpoch',
  ),
  equation('msLeftInEpoch', ['stepsLeft', 'msPerStep'], times, 'stepsLeft × msPerStep'),
  equation(
    'msLeftInEpoch',
    ['msPerEpoch', 'stepsLeft', 'steps'],
    (all, left, steps) => (all * left) / steps,
    'msPerEpoch × stepsLeft ÷ steps',
    { unless: ['msPerStep'] },
  ),

  equation('msPerStep', ['msPerEpoch', 'steps'], by, 'msPerEpoch ÷ steps'),
  equation('msPerStep', ['msInAll', 'updates'], by, 'msInAll ÷ updates', {
    given: ['updates'],
    unless: ['accumulated'],
  }),
  equation('msPerStep', ['msInAll', 'steps'], by, 'msInAll ÷ steps', {
    unless: ['epochs', 'updates', 'msPerEpoch'],
  }),
  equation('msPerStep', ['msPerRow', 'batch'], times, 'batch × msPerRow'),
  equation('msPerRow', ['msPerStep', 'batch'], by, 'msPerStep ÷ batch'),
  equation('msPerRow', ['msPerEpoch', 'trainRows'], by, 'msPerEpoch ÷ trainRows'),
  equation('msPerRow', ['msInAll', 'trainRows'], by, 'msInAll ÷ trainRows', {
    unless: ['epochs', 'updates', 'msPerEpoch'],
  }),

  equation('stepsPerSecond', ['msPerStep'], (ms) => 1000 / ms, 'second ÷ msPerStep'),
  equation('stepsPerSecond', ['steps', 'msPerEpoch'], inSecond, 'steps ÷ msPerEpoch'),
  equation('stepsPerSecond', ['updates', 'msInAll'], inSecond, 'updates ÷ msInAll', {
    given: ['updates', 'msInAll'],
  }),
  equation('rowsPerSecond', ['msPerRow'], (ms) => 1000 / ms, 'second ÷ msPerRow'),
  equation('rowsPerSecond', ['batch', 'msPerStep'], inSecond, 'batch ÷ msPerStep'),
  equation('rowsPerSecond', ['trainRows', 'msPerEpoch'], inSecond, 'trainRows ÷ msPerEpoch'),
  equation('rowsPerSecond', ['trainRows', 'msInAll'], inSecond, 'trainRows ÷ msInAll', {
    unless: ['epochs', 'msPerEpoch'],
  }),
  equation('rowsPerSecond', ['judged', 'msInAll'], inSecond, 'judged ÷ msInAll', {
    unless: ['rows', 'trainRows', 'epochs', 'msPerEpoch'],
  }),
  equation('rowsPerSecond', ['seenRows', 'msInAll'], inSecond, 'seenRows ÷ msInAll', {
    given: ['seenRows', 'msInAll'],
  }),
];
