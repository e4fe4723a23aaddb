/** Many values of one option, side by side. */
import { commands } from './commands.js';

export const sweep = {
  'command.sweep': 'Train many values of one option side by side: what matters, and what is chance',
  'command.sweep.batch': 'Rows per weight update, several: 1,10,100',
  'command.sweep.lr': 'Learning rates: 0.001,0.01,0.1',
  'command.sweep.layers': 'Networks, with | between them: 6,6|32|none',
  'command.sweep.optimizer': 'Several of adam, sgd, rmsprop: adam,sgd',
  'command.sweep.activation': 'Several of relu, tanh, sigmoid: relu,tanh',
  'command.sweep.dropout': 'Shares of units left out while training: 0,0.2,0.5',
  'command.sweep.l2': 'Penalties on large weights: 0,0.001,0.01',
  'command.sweep.momentum': 'Momentum, with optimizer:sgd: 0,0.5,0.9',
  'command.sweep.epochs': commands['command.fit.epochs'],
  'command.sweep.data': commands['command.fit.data'],
  'command.sweep.csv': commands['command.fit.csv'],
  'command.sweep.target': commands['command.fit.target'],
  'command.sweep.task': commands['command.fit.task'],
  'command.sweep.use': commands['command.fit.use'],
  'command.sweep.drop': commands['command.fit.drop'],
  'command.sweep.seed': 'The first seed; more of them follow it',
  'command.sweep.like': 'Everything else as in this run',
  'command.sweep.pace': 'fast (default), or watch: each epoch is shown before the next begins',

  'error.sweepTooMany':
    '<code>{option}</code> has {count, number} values; a sweep takes 2 to {most, number} of one option.',
  'error.sweepTooManyPairs':
    '{options} have {counts} values; with two options, a sweep takes up to {most, number} of each.',
  'error.sweepOptions':
    '{options} have several values each; a sweep varies one option, or two with up to {most, number} values each.',
  'error.sweepTooLarge':
    '{runs, number} runs of <code>epochs:{epochs, number}</code> over {rows, number} training rows are too much for one sweep (rows × epochs of all runs may be at most {max, number}); {largest, plural, =0 {take fewer values} other {with these values up to <code>epochs:{largest, number}</code> is fine}}.',

  'sweep.title': 'Sweep over {options}',
  'sweep.introFirst':
    '{values} values, {epochs, plural, one {one epoch} other {# epochs}} each, all from the same seed. If that is quick, each is trained with {most} seeds (other starting weights, another order of rows), to see what chance alone does.',
  'sweep.intro':
    '{values} values, {epochs, plural, one {one epoch} other {# epochs}} each, {seeds, plural, one {one seed} other {with # seeds each: other starting weights, another order of rows}}.',
  'sweep.seeds.three':
    'One seed of every value took {first} s of training, so there was time for <b>{seeds} seeds each</b>.',
  'sweep.seeds.slow':
    'One seed of every value took {first} s of training; {more} more would have taken about {rest} s, too long to wait for: <b>one seed each</b>.',
  'sweep.seeds.stopped': 'Not every run came to its end, so no further seeds were trained.',
  'sweep.seeds.cut': '{seeds} seeds of each were begun, but not every run came to its end.',
  'sweep.button.again': 'Run {value} again',
  'sweep.button.ends': 'Compare {from} and {to}',
  'sweep.button.chance': 'What is chance here?',

  'sweep.chart.title':
    'Training loss by {options}{seeds, plural, =0 {} =1 {} other {: means of # seeds}}',
  'sweep.chart.logLoss': 'loss (logarithmic)',
  'sweep.table':
    'loss: on the training rows, in the last epoch. test: {metric} on the {rows, number} test rows.',
  'sweep.table.spread': '±: how far the seeds differ (standard deviation).',

  'sweep.loss.best':
    '<b>{best}</b> has the lowest training loss{epochs, plural, =0 {} one { after # epoch} other { after # epochs each}}: {value} on average. The next, {next}, is {gap} behind; chance alone explains no more than {noise}, so this is not luck.',
  'sweep.loss.tied':
    'The lowest training loss{epochs, plural, =0 {} one { after # epoch} other { after # epochs each}} is that of {best}: {value} on average. No further behind than chance explains: {rivals} ({next}: {gap}; chance alone, up to {noise}). So <b>none of these can be called the best</b>.',
  'sweep.loss.unmeasured':
    'This time, the lowest training loss{epochs, plural, =0 {} one { after # epoch} other { after # epochs each}} is that of {best}: {value}; then comes {next} with {nextValue}.',
  'sweep.test.best':
    'On {rows, number} rows that none trained on, <b>{best}</b> has the best {name}: {value} on average (without learning: {baseline}). The next, {next}, is {gap} behind, more than chance explains ({noise}).',
  'sweep.test.tied':
    'On {rows, number} rows that none trained on, {best} has the best {name}: {value} on average (without learning: {baseline}). No further behind than chance explains: {rivals} ({next}: {gap}; chance alone, up to {noise}). So <b>no winner there</b>.',
  'sweep.test.unmeasured':
    'On {rows, number} rows that none trained on, {best} has the best {name} this time: {value} (without learning: {baseline}); then comes {next} with {nextValue}.',

  'sweep.trend.rises':
    'From {from} to {to}, every larger <code>{option}</code> has a higher {where, select, test {{name} on the test rows} other {training loss}} ({fromValue} to {toValue}), each step by more than chance.',
  'sweep.trend.falls':
    'From {from} to {to}, every larger <code>{option}</code> has a lower {where, select, test {{name} on the test rows} other {training loss}} ({fromValue} to {toValue}), each step by more than chance.',
  'sweep.trend.ends':
    'The two ends, {from} and {to}, do differ by more than chance ({fromValue} and {toValue}), but not every step between them: a difference, not a rule for every value.',

  'sweep.updates':
    'Equal epochs are not equal work: {most} made {mostUpdates, number} weight updates, {few} only {fewUpdates, number}. The others <b>at about as many updates as {few}</b> (loss {fewLoss}): {others}. (An epoch’s loss is its mean: where it ended lies between the two numbers.)',
  'sweep.updates.one': '{label} at {loss} after {updates, number}, {next} an epoch later',
  'sweep.updates.noneNear':
    'Equal epochs are not equal work: {most} made {mostUpdates, number} weight updates, {times, number} times as many as {few} with {fewUpdates, number}. No other value ended an epoch near that count, so this does not show what the size of the batch itself does.',
  'sweep.updates.behind':
    'Even there it is behind by more than chance: the number of updates does not explain everything.',
  'sweep.updates.ahead':
    'Update for update it is ahead by more than chance: what it lacks at equal epochs is updates.',
  'sweep.updates.noGap':
    'There, no gap is left that is more than chance: the gap at equal epochs may be nothing but the number of updates.',

  'sweep.ownRates':
    'Each optimizer has Keras’ own learning rate ({rates}), so two things differ at once; with <code>lr:0.001</code> it is only the optimizer.',
  'sweep.diverged':
    '<b>{label}</b>: the numbers overflowed {all, plural, =1 {} other {with {count, number} of its # seeds }}(loss {loss} from epoch {epoch, number} on), because the steps were too large. It is not compared.',
  'sweep.leftOut':
    '{label}: {count, plural, one {one run} other {# runs}} of {all} did not come to the end and {count, plural, one {is} other {are}} left out{compared, select, no {, so it is not compared} other {}}.',
  'sweep.tooFew':
    '{count, plural, =0 {No value was} other {Only one value was}} trained to the end without its numbers overflowing, so there is nothing to compare.',
  'sweep.rule':
    '“Chance” is measured: it is what other seeds do. A gap is called more than chance where seeds alone would make it in at most 5 of 100 tries (Welch’s test, from the ± of both).',
  'sweep.fewSeeds':
    'For some values only one run counts, so <b>chance was not measured</b> for them: with other starting weights the order may change. Don’t read much into small gaps here.',
  'sweep.oneSeed':
    'Each was trained with one seed, so <b>chance was not measured</b>: with other starting weights the order may change. Don’t read much into small gaps here.',
} as const;
