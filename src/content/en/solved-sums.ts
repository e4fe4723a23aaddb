/**
 * How a derived sum is told (`solve/derivation-lines.ts`): `is` is a number as a result, `of` the same in a formula.
 * `sum.formula` are those that `solve/formulas.ts` works out, with a result, its percents and how it was come by.
 */
export const solvedSums = {
  'sum.solve.how':
    ': {how}{rounding, select, up { = {exact}, rounded up} down { = {exact}, rounded down} other {}}.',
  'sum.solve.then':
    '{how}{rounding, select, up { = {exact}, rounded up to} down { = {exact}, rounded down to} other { =}} {result}.',
  'sum.solve.about': 'This is an estimate: the time per step varies a little.',
  'sum.solve.assumed.bytesEach':
    'I took {bytesEach, plural, one {# byte} other {# bytes}} for each number, as in float32, the usual type.',

  'sum.solve.is.rows': '<b>{value, plural, one {# row} other {# rows}}</b>',
  'sum.solve.is.rows.range': '<b>{from, number} to {to, number} rows</b>',
  'sum.solve.is.fitRows':
    '<b>{value, plural, one {# row} other {# rows}}</b> without the test rows',
  'sum.solve.is.trainRows': '<b>{value, plural, one {# training row} other {# training rows}}</b>',
  'sum.solve.is.valRows':
    '<b>{value, plural, one {# validation row} other {# validation rows}}</b>',
  'sum.solve.is.testRows': '<b>{value, plural, one {# test row} other {# test rows}}</b>',
  'sum.solve.is.judged': '<b>{value, plural, one {# row} other {# rows}}</b>',
  'sum.solve.is.batch': '<b>batch_size {value, number}</b>',
  'sum.solve.is.batch.range': '<b>batch_size {from, number} to {to, number}</b>',
  'sum.solve.is.batch.from': '<b>batch_size {from, number}</b> or more',
  'sum.solve.is.effective': '<b>{value, plural, one {# row} other {# rows}} per update</b>',
  'sum.solve.is.perGpu': '<b>{value, plural, one {# row} other {# rows}} per GPU</b>',
  'sum.solve.is.gpus': '<b>{value, plural, one {# GPU} other {# GPUs}}</b>',
  'sum.solve.is.accumulated': '<b>{value, plural, one {# batch} other {# batches}} per update</b>',
  'sum.solve.is.steps': '<b>{value, plural, one {# iteration} other {# iterations}} per epoch</b>',
  'sum.solve.is.stepsLeft':
    '<b>{value, plural, one {# iteration} other {# iterations}}</b> left in this epoch',
  'sum.solve.is.fullBatches':
    '<b>{value, plural, one {# full batch} other {# full batches}}</b> per epoch',
  'sum.solve.is.dropped': '<b>{value, plural, one {# row} other {# rows}}</b> left over',
  'sum.solve.is.lastRows': '<b>{value, plural, one {# row} other {# rows}}</b> in the last batch',
  'sum.solve.is.updates': '<b>{value, plural, one {# weight update} other {# weight updates}}</b>',
  'sum.solve.is.updatesPerEpoch':
    '<b>{value, plural, one {# weight update} other {# weight updates}} per epoch</b>',
  'sum.solve.is.updatesSoFar':
    '<b>{value, plural, one {# weight update} other {# weight updates}}</b> so far',
  'sum.solve.is.updatesLeft':
    '<b>{value, plural, one {# weight update} other {# weight updates}} left</b>',
  'sum.solve.is.valSteps':
    '<b>{value, plural, one {# batch} other {# batches}}</b> to go through them all once',
  'sum.solve.is.epochs': '<b>{value, plural, one {# epoch} other {# epochs}}</b>',
  'sum.solve.is.ran': '<b>{value, plural, one {# epoch} other {# epochs}}</b>',
  'sum.solve.is.epochsLeft': '<b>{value, plural, one {# epoch} other {# epochs}} left</b>',
  'sum.solve.is.whichEpoch': '<b>Epoch {value, number}</b>',
  'sum.solve.is.repeats': '<b>Each row is used {value, plural, one {# time} other {# times}}</b>',
  'sum.solve.is.seenRows':
    '<b>{value, plural, one {# row} other {# rows}}</b>, counted again in every epoch',
  'sum.solve.is.seenInEpoch': '<b>{value, plural, one {# row} other {# rows}}</b> of this epoch',
  'sum.solve.is.accuracy': '<b>accuracy {value} ({percent}%)</b>',
  'sum.solve.is.share': '<b>{value} ({percent}%)</b>',
  'sum.solve.is.right': '<b>{value, plural, one {# row} other {# rows}} right</b>',
  'sum.solve.is.mistaken': '<b>{value, plural, one {# row} other {# rows}} wrong</b>',
  'sum.solve.is.parameters': '<b>{value, plural, one {# parameter} other {# parameters}}</b>',
  'sum.solve.is.inputs': '<b>{value, plural, one {# input} other {# inputs}}</b>',
  'sum.solve.is.units': '<b>{value, plural, one {# unit} other {# units}}</b>',
  'sum.solve.is.classes': '<b>{value, plural, one {# class} other {# classes}}</b>',
  'sum.solve.is.bytes':
    '<b>{value, plural, one {# byte} other {# bytes}}</b>{unit, select, B {} other { ({size} {unit})}}',
  'sum.solve.is.msPerRow': '<b>{value} per row</b>',
  'sum.solve.is.msPerStep': '<b>{value} per step</b>',
  'sum.solve.is.msPerEpoch': '<b>{value} per epoch</b>',
  'sum.solve.is.msInAll': '<b>{value} in all</b>',
  'sum.solve.is.msOther': '<b>{value} in all</b>',
  'sum.solve.is.msLeft': '<b>{value} left</b>',
  'sum.solve.is.msLeftInEpoch': '<b>{value} left</b> in this epoch',
  'sum.solve.is.rowsPerSecond': '<b>{value} rows per second</b>',
  'sum.solve.is.stepsPerSecond': '<b>{value} steps per second</b>',

  'sum.solve.of.rows': '{value, plural, one {# row} other {# rows}}',
  'sum.solve.of.fitRows': '{value, plural, one {# row} other {# rows}}',
  'sum.solve.of.trainRows': '{value, plural, one {# training row} other {# training rows}}',
  'sum.solve.of.valRows': '{value, plural, one {# validation row} other {# validation rows}}',
  'sum.solve.of.testRows': '{value, plural, one {# test row} other {# test rows}}',
  'sum.solve.of.judged': '{value, plural, one {# row} other {# rows}}',
  'sum.solve.of.lastRows': '{value, number} in the last batch',
  'sum.solve.of.seenRows': '{value, plural, one {# row} other {# rows}} seen',
  'sum.solve.of.validationSplit': 'validation_split {value}',
  'sum.solve.of.testShare': 'test share {value}',
  'sum.solve.of.trainShare': 'training share {value}',
  'sum.solve.of.folds': '{value, plural, one {# fold} other {# folds}}',
  'sum.solve.of.batch': 'batch_size {value, number}',
  'sum.solve.of.effective': '{value, plural, one {# row} other {# rows}} per update',
  'sum.solve.of.perGpu': '{value, plural, one {# row} other {# rows}} per GPU',
  'sum.solve.of.gpus': '{value, plural, one {# GPU} other {# GPUs}}',
  'sum.solve.of.accumulated': '{value, plural, one {# batch} other {# batches}} per update',
  'sum.solve.of.steps': '{value, plural, one {# iteration} other {# iterations}} per epoch',
  'sum.solve.of.stepsLeft': '{value, plural, one {# iteration} other {# iterations}} left',
  'sum.solve.of.barNow': '{value, plural, one {# finished batch} other {# finished batches}}',
  'sum.solve.of.updates': '{value, plural, one {# iteration} other {# iterations}}',
  'sum.solve.of.updatesPerEpoch': '{value, plural, one {# update} other {# updates}} per epoch',
  'sum.solve.of.epochs': '{value, plural, one {# epoch} other {# epochs}}',
  'sum.solve.of.ran': '{value, plural, one {# epoch} other {# epochs}}',
  'sum.solve.of.planned': '{value, plural, one {# planned epoch} other {# planned epochs}}',
  'sum.solve.of.otherEpochs': '{value, plural, one {# epoch} other {# epochs}}',
  'sum.solve.of.epochsLeft': '{value, plural, one {# epoch} other {# epochs}} left',
  'sum.solve.of.initialEpoch': '{value, plural, one {# epoch} other {# epochs}} already done',
  'sum.solve.of.epochNow': '{value, plural, one {# epoch} other {# epochs}} so far',
  'sum.solve.of.accuracy': 'accuracy {value}',
  'sum.solve.of.right': '{value, number} right',
  'sum.solve.of.mistaken': '{value, number} wrong',
  'sum.solve.of.parameters': '{value, plural, one {# parameter} other {# parameters}}',
  'sum.solve.of.inputs': '{value, plural, one {# input} other {# inputs}}',
  'sum.solve.of.units': '{value, plural, one {# unit} other {# units}}',
  'sum.solve.of.classes': '{value, plural, one {# class} other {# classes}}',
  'sum.solve.of.bytesEach': '{value, plural, one {# byte} other {# bytes}} each',
  'sum.solve.of.msPerRow': '{value} per row',
  'sum.solve.of.msPerStep': '{value} per step',
  'sum.solve.of.msPerEpoch': '{value} per epoch',
  'sum.solve.of.msInAll': '{value} in all',
  'sum.solve.of.valSteps': '{value, plural, one {# batch} other {# batches}}',
  'sum.solve.of.msLeftInEpoch': '{value} for the rest of this epoch',

  'sum.solve.note.updates': 'Each iteration updates the weights once.',
  'sum.solve.note.accumulated':
    'The weights change only once for every {accumulated, number} batches.',
  'sum.solve.note.effective':
    'The gradients of those batches are combined before the weights change.',
  'sum.solve.note.gpus': 'The GPUs share each batch.',
  'sum.solve.note.last': 'All batches before the last one are full.',
  'sum.solve.note.dropped': 'Only full batches count here; a smaller last one is dropped.',
  'sum.solve.note.rowsFor':
    'If the last batch is full, too, it is exactly {to, number}; otherwise there are fewer.',
  'sum.solve.note.onlyBatch':
    'No other batch_size gives exactly {steps, plural, one {# iteration} other {# iterations}}.',
  'sum.solve.note.someBatches':
    'Iterations are rounded up, so {trainRows, number} ÷ {from, number} and {trainRows, number} ÷ {to, number} both give {steps, number}, and so does every size in between.{even, plural, =0 {} other { With # nothing is left over.}}',
  'sum.solve.note.allAtOnce': 'One batch holds all rows then.',
  'sum.solve.note.soFar':
    'That is all finished epochs, then the batches that are done in this one.',
  'sum.solve.note.initialEpoch':
    '<code>epochs</code> is the number of the last epoch, not how many more there are; <code>initial_epoch</code> says how many are already done.',
  'sum.solve.note.epochsLeft': 'Epoch {epochNow, number} itself is not counted.',
  'sum.solve.note.repeats': 'Every row is used once in each epoch.',
  'sum.solve.note.seen': 'It is a little less if the last batch of an epoch is smaller.',
  'sum.solve.note.folds': 'Each training leaves one fold out, to check with.',
  'sum.solve.note.accuracy': 'accuracy is the share of right answers.',
  'sum.solve.note.bias': 'Each unit has one weight per input and one bias; the 1 is that bias.',

  'sum.formula.newWeight':
    '<b>New weight: {result}</b>. Plain gradient descent takes learning rate × gradient off the weight: {how}.',
  'sum.formula.learningRate':
    '<b>Learning rate {result}</b>: {how}, as by then it has been lowered {times, plural, one {once} other {# times}}.',
  'sum.formula.neuron':
    '<b>Output {result}</b>: each input times its weight, all added up, with the bias if there is one: {how}.',
  'sum.formula.sigmoid': '<b>{result} ({percent})</b>: sigmoid is 1 ÷ (1 + e^−x), here {how}.',
  'sum.formula.softmax':
    '<b>{result} ({percent})</b>: e to the power of each output, divided by the sum of them all, {how}. Together they make 1.',
  'sum.formula.crossEntropy':
    '<b>Loss {result}</b>: {how}. Cross-entropy is minus the natural logarithm (ln) of the probability that the right answer got.',
  'sum.formula.mse': '<b>MSE {result}</b>, the mean of the squared errors: {how}.',
  'sum.formula.mae': '<b>MAE {result}</b>, the mean of the errors without their signs: {how}.',
  'sum.formula.rmse':
    '<b>RMSE {result}</b>, the square root of the mean of the squared errors: {how}.',
  'sum.formula.mean': '<b>Mean {result}</b>: all added up, divided by how many there are, {how}.',
  'sum.formula.weightedMean':
    '<b>Mean {result}</b>: each value counts as often as it has rows, {how}.',
  'sum.formula.change':
    '<b>{direction, select, down {{percent} less} up {{percent} more} other {No change}}</b>: the difference, divided by what it was before, {how}.',
  'sum.formula.standardised':
    '<b>{result}</b>: (value − mean) ÷ standard deviation, here {how}. It says how many standard deviations a value lies above the mean, or below it with a minus.',
  'sum.formula.scaledValue':
    '<b>{result}</b>: (value − smallest) ÷ (largest − smallest), here {how}. The smallest becomes 0 and the largest 1.',
  'sum.formula.precision':
    '<b>Precision {result} ({percent})</b>, the share of what was called positive that really is: {how}.',
  'sum.formula.recall':
    '<b>Recall {result} ({percent})</b>, the share of what really is positive that was found: {how}.',
  'sum.formula.f1':
    '<b>F1 {result} ({percent})</b>, 2 × precision × recall ÷ (precision + recall): {how}.',
  'sum.formula.accuracy':
    '<b>accuracy {result} ({percent})</b>, the share of right answers: {how}.',
  'sum.formula.specificity':
    '<b>Specificity {result} ({percent})</b>, the share of what really is negative that was called so: {how}.',
  'sum.formula.percentOf': '<b>{percent}</b>: the part divided by the whole, {how}.',
  'sum.formula.partOf':
    '<b>{result}</b>{rest, plural, =0 {} other {, and {rest, number} are left}}: the whole times the share, {how}.',
  'sum.formula.wholeOf': '<b>{result}</b> in all: the part divided by its share, {how}.',
  'sum.formula.gain':
    '<b>A difference of {result}</b>: the gap between the two shares, times the whole, {how}.',
  'sum.formula.timeAtRate':
    '<b>{result} seconds</b>: the number in all, divided by the number per second, {how}.',
  'sum.formula.also': 'From the same numbers: {others}.',

  'sum.formula.of.weight': 'weight {value}',
  'sum.formula.of.gradient': 'gradient {value}',
  'sum.formula.of.truth': 'truth {value}',
  'sum.formula.of.prediction': 'prediction {value}',
  'sum.formula.of.input': 'input {value}',
  'sum.formula.of.error': 'error {value}',
  'sum.formula.of.value': 'value {value}',
  'sum.formula.of.count': 'rows {value}',
  'sum.formula.of.learningRate': 'learning rate {value}',
  'sum.formula.of.bias': 'bias {value}',
  'sum.formula.of.mean': 'mean {value}',
  'sum.formula.of.deviation': 'standard deviation {value}',
  'sum.formula.of.least': 'smallest {value}',
  'sum.formula.of.most': 'largest {value}',
  'sum.formula.of.truePositives': 'true positives {value}',
  'sum.formula.of.falsePositives': 'false positives {value}',
  'sum.formula.of.falseNegatives': 'false negatives {value}',
  'sum.formula.of.trueNegatives': 'true negatives {value}',
  'sum.formula.of.precision': 'precision {value}',
  'sum.formula.of.recall': 'recall {value}',
  'sum.formula.of.positives': 'really positive {value}',
  'sum.formula.of.flagged': 'called positive {value}',
  'sum.formula.of.part': 'part {value}',
  'sum.formula.of.whole': 'whole {value}',
  'sum.formula.of.ofWhole': 'share {value}',
  'sum.formula.of.rate': '{value} a second',
  'sum.formula.of.amount': '{value} in all',
  'sum.formula.of.factor': 'factor {value}',
  'sum.formula.of.interval': 'every so many epochs: {value}',
  'sum.formula.of.before': 'before {value}',
  'sum.formula.of.after': 'after {value}',
  'sum.formula.of.epochs': 'epochs {value}',
  'sum.formula.of.epochNow': 'epoch {value}',
} as const;
