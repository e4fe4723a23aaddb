/** Many values of one option, side by side. */
export const sweep = {
  'sweep.chart.title':
    'Training loss by {options}{seeds, plural, =0 {} =1 {} other {: means of # seeds}}',
  'sweep.table':
    'loss: on the training rows, in the last epoch. test: {metric} on the {rows, number} test rows.',
  'sweep.table.spread': '±: how far the seeds differ (standard deviation).',

  'sweep.loss.best':
    '<b>{best}</b> has the lowest training loss{epochs, plural, =0 {} one { after # epoch} other { after # epochs each}}: {value} on average. The next, {next}, is {gap} behind; chance alone explains no more than {noise}, so this is not luck.',
  'sweep.loss.tied':
    'The lowest training loss{epochs, plural, =0 {} one { after # epoch} other { after # epochs each}} is that of {best}, {value} on average, but {rivalCount, plural, one {{rivals} is} other {{rivals} are}} no further behind than chance explains (to {next}: {gap}, chance up to {noise}). So <b>none of these can be called the best</b>.',
  'sweep.loss.unmeasured':
    'This time, the lowest training loss{epochs, plural, =0 {} one { after # epoch} other { after # epochs each}} is that of {best}: {value}; then comes {next} with {nextValue}.',
  'sweep.test.best':
    'On {rows, number} rows that none trained on, <b>{best}</b> has the best {name}: {value} on average (without learning: {baseline}). The next, {next}, is {gap} behind, more than chance explains ({noise}).',
  'sweep.test.tied':
    'On {rows, number} rows that none trained on, {best} has the best {name}, {value} on average (without learning: {baseline}), but {rivalCount, plural, one {{rivals} is} other {{rivals} are}} no further behind than chance explains (to {next}: {gap}, chance up to {noise}): <b>no winner there</b>.',
  'sweep.test.unmeasured':
    'On {rows, number} rows that none trained on, {best} has the best {name} this time: {value} (without learning: {baseline}); then comes {next} with {nextValue}.',

  'sweep.trend.rises':
    'From {from} to {to}, every larger <code>{option}</code> has a higher {where, select, test {{name} on the test rows} other {training loss}} ({fromValue} to {toValue}), each step by more than chance.',
  'sweep.trend.falls':
    'From {from} to {to}, every larger <code>{option}</code> has a lower {where, select, test {{name} on the test rows} other {training loss}} ({fromValue} to {toValue}), each step by more than chance.',
  'sweep.trend.ends':
    'The two ends, {from} and {to}, differ in {where, select, test {{name} on the test rows} other {training loss}} by more than chance ({fromValue} and {toValue}), but not every step between them does: a difference, not a rule for every value.',

  'sweep.updates':
    'Equal epochs are not equal work: {most} made {mostUpdates, number} weight updates, {few} only {fewUpdates, number}. <b>At about as many updates as {few}</b> (loss {fewLoss}) stood: {others}. (An epoch’s loss is its mean, which flatters whoever needed more epochs for it.)',
  'sweep.updates.one': '{label} {loss} after {updates, number}',
  'sweep.updates.noneNear':
    'Equal epochs are not equal work: {most} made {mostUpdates, number} weight updates, {few} only {fewUpdates, number}, a {times, number}th of that. No other value ended an epoch near that count, so what the size of the batch itself does cannot be told here.',
  'sweep.updates.gapLeft':
    'Some gap is left there that is more than chance: the number of updates does not explain everything.',
  'sweep.updates.noGap':
    'There, no gap is left that is more than chance: what differs at equal epochs is how often the weights were updated.',

  'sweep.ownRates':
    'Each optimizer has Keras’ own learning rate ({rates}), so two things differ at once; with <code>lr:0.001</code> it is only the optimizer.',
  'sweep.diverged':
    '<b>{label}</b>: {count, plural, one {the loss became {loss} in epoch {epoch, number}} other {# of its {all} runs lost their numbers, the first in epoch {epoch, number} ({loss})}}: the steps were too large and the numbers overflowed.{rest, plural, =0 {} other { Its other {rest, plural, one {run counts} other {runs count}}.}}',
  'sweep.leftOut':
    '{label}: {count, plural, one {one run} other {# runs}} of {all} did not come to the end and {count, plural, one {is} other {are}} left out{rest, plural, =0 {, so it is not compared} other {}}.',
  'sweep.tooFew':
    '{count, plural, =0 {No value} other {Only one value}} came to its end with numbers, so there is nothing to compare.',
  'sweep.rule':
    '“More than chance” is strict: with these {values} values, chance alone would make one such gap in at most {percent} of 100 sweeps (rule of Games and Howell, from the ± of both).',
  'sweep.fewSeeds':
    'Of some values only one run counts, so <b>chance was not measured</b> for them: with other starting weights the order may be another one. What is close together here is no law.',
  'sweep.oneSeed':
    'Each was trained with one seed, so <b>chance was not measured</b>: with other starting weights the order may be another one. What is close together here is no law.',
} as const;
