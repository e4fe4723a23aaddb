/** Calculations with the learner's own numbers. Each opens with its result. */
export const sums = {
  'sum.unit.ms': '{value} ms',
  'sum.unit.s': '{value} s',
  'sum.unit.min': '{minutes, number} min{rest, plural, =0 {} other { # s}}',
  'sum.unit.h': '{hours, number} h{minutes, plural, =0 {} other { # min}}',

  'sum.default': 'You gave no batch_size, so I took Keras’ default, {batch, number}.',
  'sum.ofRun':
    'That is with {which, select, r {the {rows, number} rows} b {the batch_size {batch, number}} e {the {epochs, plural, one {# epoch} other {# epochs}}} rb {the {rows, number} rows and the batch_size {batch, number}} re {the {rows, number} rows and {epochs, plural, one {# epoch} other {# epochs}}} be {the batch_size {batch, number} and {epochs, plural, one {# epoch} other {# epochs}}} other {the {rows, number} rows, batch_size {batch, number} and {epochs, plural, one {# epoch} other {# epochs}}}} of your run {run}.',
  'sum.guess.yes': '<b>Yes, {right, number}.</b>',
  'sum.guess.no':
    '{first, select, no {<b>No, {right, number}</b>: {guess, number}} choice {<b>{right, number}</b>: {guess, number}} other {And {guess, number}}} {mistake, select, floor {would forget the smaller last batch.} plusOne {is one too many, because it divides evenly.} perEpoch {would be one update per epoch, but weights are updated after every batch.} perRow {would be one update per row, but weights are updated after every batch.} other {is not what comes out.}}',

  'sum.steps':
    '<b>{steps, plural, one {# iteration} other {# iterations}} per epoch</b>: {rows, number} rows ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {, rounded up} other {}}.',
  'sum.steps.plain':
    'An epoch has {steps, plural, one {# iteration} other {# iterations}}: {rows, number} rows ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {, rounded up} other {}}.',
  'sum.steps.again':
    'With {epochs, plural, one {# epoch} other {# epochs}} that makes {updates, plural, one {# iteration} other {# iterations}} in all; each one updates the weights once.',
  'sum.steps.ofUpdates':
    '<b>{quotient} iterations per epoch</b>: {updates, number} in all ÷ {epochs, plural, one {# epoch} other {# epochs}}.',
  'sum.updates':
    '<b>{updates, plural, one {# weight update} other {# weight updates}}</b> in all, one for each iteration: {steps, plural, one {# iteration} other {# iterations}} per epoch × {epochs, plural, one {# epoch} other {# epochs}}.',
  'sum.updates.steps':
    'Iterations per epoch: {rows, number} rows ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {, rounded up to {steps, number}} other {}}.',
  'sum.last.uneven':
    'The last batch has <b>{last, plural, one {# row} other {# rows}}</b>, {full, plural, one {the one before it} other {each of the # before it}} {batch, number}.',
  'sum.last.even':
    'It divides evenly, so the last batch is a full one of <b>{batch, plural, one {# row} other {# rows}}</b>.',
  'sum.last.bar':
    'The bar counts it as a whole step: it ends at {steps, number}/{steps, number}, the same as if the last batch were full.',
  'sum.last.only': 'All <b>{rows, plural, one {# row} other {# rows}}</b> fit into one batch.',
  'sum.dropped':
    '<b>{whole, plural, one {# iteration} other {# iterations}} per epoch</b>: {rows, number} rows ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {, rounded <b>down</b>, as dropping the remainder leaves {rest, plural, one {# row} other {# rows}} out} other {, which divides evenly, so nothing is left out}}.',
  'sum.dropped.updates':
    'With {epochs, plural, one {# epoch} other {# epochs}} that makes {updates, plural, one {# update} other {# updates}}.',

  'sum.made':
    '{which, select, validation {<b>{rows, number} rows</b> are left for training and <b>{aside, number}</b> validate: {how} = {rows, number}.} test {<b>{rows, number} rows</b> are left for training and <b>{aside, number}</b> are for the test: {how} = {rows, number}.} split {<b>{rows, number} rows</b> train, <b>{aside, number}</b> validate and <b>{test, number}</b> are for the test.} removed {<b>{rows, number} rows</b> are left: {how} = {rows, number}.} other {<b>{rows, number} rows</b> in all: {how} = {rows, number}.}}',
  'sum.setAside':
    '{which, select, validation {validation_split {split} keeps {aside, number} of {wholeRows, number} rows back} test {A test share of {testShare} takes {aside, number} of {wholeRows, number} rows away} other {Test and validation take {aside, number} of {wholeRows, number} rows away}}, so {rows, number} train.',
  'sum.validation':
    '{which, select, validation {<b>{rows, number} rows</b> train and <b>{aside, number}</b> validate: validation_split {split} of {wholeRows, number} rows, taken from the end.} test {<b>{rows, number} rows</b> are left for training and <b>{aside, number}</b> are for the test: {testShare} of {wholeRows, number}, rounded up.} other {<b>{rows, number} rows</b> train, <b>{aside, number}</b> validate and <b>{testRows, number}</b> are for the test: first the test takes {testShare} of {wholeRows, number}, then validation_split {split} of what is left.}}',
  'sum.validation.share': '<b>{share}</b>: {part, number} rows ÷ {whole, number} rows in all.',
  'sum.validation.seen':
    '<b>{before, number} × (1 − {split}) = {after, number}</b>: validation_split {split} keeps that share of the rows back for validation, so {aside, number} fewer are left for training.',
  'sum.setSteps.fewer':
    '<b>{seen, plural, one {# row} other {# rows}}</b> in each such “epoch”, not all {rows, number}: {steps, plural, one {# step} other {# steps}} × batch_size {batch, number}. For all of them leave <code>steps_per_epoch</code> out; Keras counts the {needed, number} steps itself.',
  'sum.setSteps.same':
    '<b>All {rows, number} rows</b>: {steps, number} steps of batch_size {batch, number} are just one trip through them. Without <code>steps_per_epoch</code> Keras counts the same.',
  'sum.setSteps.more':
    '<b>At most {rows, number} rows</b>: with batch_size {batch, number} they make {needed, number} steps, so {steps, number} steps aren’t possible. Keras warns that the input “ran out of data” and ends the training; leave <code>steps_per_epoch</code> out.',
  'sum.setSteps.seen':
    '<b>{seen, plural, one {# row} other {# rows}}</b> in each such epoch: {steps, plural, one {# step} other {# steps}} × batch_size {batch, number}.',

  'sum.why':
    '<b>{steps, number}</b> is the number of batches in an epoch: {rows, number} rows ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {, rounded up} other {}}{default, select, yes { ({batch, number} is Keras’ default when you give none)} other {}}. It counts batches, not rows; all {rows, number} rows are used once in every epoch.',
  'sum.why.range':
    '<b>{from, number} to {to, number} training rows</b>, if batch_size is {batch, number}{default, select, yes { (Keras’ default when you give none)} other {}}: {steps, number} counts the batches of an epoch, and the last batch may be smaller.',
  'sum.why.mnist':
    'The usual case is MNIST: {rows, number} images ÷ {batch, number} = {steps, number}.',
  'sum.batchFor.range':
    'Any batch_size from <b>{from, number} to {to, number}</b> makes {steps, number} iterations of {rows, number} rows, because steps are rounded up: ceil({rows, number} ÷ {from, number}) = {steps, number}.',
  'sum.batchFor.one':
    'Only <b>batch_size {from, number}</b> makes {steps, plural, one {# iteration} other {# iterations}} of {rows, number} rows: {rows, number} ÷ {from, number} = {quotient}{rounded, select, yes {, rounded up} other {}}.',
  'sum.batchFor.all':
    'Every <b>batch_size from {from, number} on</b> holds all {rows, number} rows at once, which makes 1 iteration.',
  'sum.batchFor.none':
    '<b>No batch_size</b> makes exactly {steps, number} iterations of {rows, number} rows: batch_size {above, number} makes {aboveSteps, number}, batch_size {below, number} already {belowSteps, number}.',
  'sum.rowsBehind':
    '<b>{from, number} to {to, number} rows</b>: {steps, number} iterations of batch_size {batch, number}, of which the last may hold fewer. If it divides evenly, it is {steps, number} × {batch, number} = {to, number}.',
  'sum.epochs':
    '<b>{epochs, plural, one {# epoch} other {# epochs}}</b>: {updates, number} iterations ÷ {steps, number} per epoch.',
  'sum.epochs.seen':
    '<b>{whole, plural, one {# epoch} other {# epochs}}</b> finished: each one goes through all {rows, number} rows, and {seen, number} ÷ {rows, number} = {quotient}.',
  'sum.epochs.part':
    '<b>{epochs, plural, one {# whole epoch} other {# whole epochs}}</b> and {rest, plural, one {# iteration} other {# iterations}} of the next: {updates, number} iterations ÷ {steps, number} per epoch = {quotient}.',
  'sum.whichEpoch':
    '<b>In epoch {inEpoch, number}</b>, as its iteration {place, number} of {steps, number}: {epochs, plural, one {# epoch} other {# epochs}} of {steps, number} iterations {epochs, plural, one {is} other {are}} over by then.',

  'sum.soFar.updates':
    '<b>{done, plural, one {# weight update} other {# weight updates}}</b> so far: {before, plural, one {# finished epoch} other {# finished epochs}} × {steps, plural, one {# iteration} other {# iterations}}{within, plural, =0 {} other { + # in this one}}.',
  'sum.soFar.between':
    'From <b>{from, number} to {to, number} weight updates</b>: {before, plural, one {# epoch} other {# epochs}} of {steps, plural, one {# iteration} other {# iterations}} before epoch {epoch, number} began, and {steps, number} more by its end.',
  'sum.soFar.inEpoch':
    '<b>{done, plural, one {# weight update} other {# weight updates}}</b> in this epoch, one for each finished batch. Every epoch before it added {steps, number}.',
  'sum.soFar.rows':
    '<b>{seen, plural, one {# row} other {# rows}}</b> of this epoch: {done, plural, one {# finished batch} other {# finished batches}} × batch_size {batch, number}.',
  'sum.soFar.again':
    'With the {before, plural, one {epoch} other {# epochs}} before it that is {exact, select, yes {} other {at most }}{all, plural, one {# row} other {# rows}}, counting each one every time.',
  'sum.left.epoch': 'About <b>{left}</b> more for this epoch; a whole one takes {one}.',
  'sum.left.epochs':
    'About <b>{all}</b> left: {after, plural, one {# epoch} other {# epochs}} × {one}.',
  'sum.left.all':
    'About <b>{all}</b> left: {part} for the rest of this epoch, then {after, plural, one {# epoch} other {# epochs}} × {one}.',
  'sum.left.between':
    'From <b>{least} to {most}</b>: {after, plural, one {# epoch follows} other {# epochs follow}} the one it is in, each takes {one}.',
  'sum.left.count':
    '<b>{after, plural, one {# epoch} other {# epochs}}</b> left{isIn, select, yes { after the one it is in} other {}}: {epochs, number} − {epoch, number}.',
  'sum.left.steps':
    '<b>{rest, plural, one {# iteration} other {# iterations}}</b> left in this epoch: {steps, number} − {done, number}.',
  'sum.left.steps.all':
    '<b>{all, plural, one {# iteration} other {# iterations}}</b> left: {rest, number} in this epoch + {after, plural, one {# epoch} other {# epochs}} × {steps, number}.',
  'sum.scaled.steps':
    '<b>{after, plural, one {# iteration} other {# iterations}} per epoch</b> instead of {before, number}: {rows, number} rows ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {, rounded up} other {}}.',
  'sum.scaled.updates':
    '<b>{after, plural, one {# weight update} other {# weight updates}}</b> in all instead of {before, number} ({change, number, ::sign-always}): {steps, plural, one {# iteration} other {# iterations}} per epoch × {epochs, plural, one {# epoch} other {# epochs}}.',
  'sum.scaled.updatesOnly':
    '<b>{after, plural, one {# weight update} other {# weight updates}}</b> instead of {before, number}: the iterations of an epoch stay the same, so {factor} times the epochs make {factor} times the updates.',
  'sum.scaled.batch':
    '<b>{after, plural, one {# iteration} other {# iterations}} per epoch</b>{which, select, same {, as before: how many epochs there are does not change what one of them has} certain { instead of {before, number}: {before, number} ÷ {factor}, rounded up where it does not divide evenly} other { instead of {before, number}: with {factor} times the batch_size it is {before, number} ÷ {factor}, or down to {least, number} if the last batch was not full}}.',
  'sum.scaled.time':
    'About <b>{all}</b> instead of {before}: {factor} times as much to work through takes about {factor} times as long.',

  'sum.rowsBehind.last':
    '<b>{rows, plural, one {# row} other {# rows}}</b>: {full, plural, one {# full batch} other {# full batches}} × {batch, number} + {last, number} in the last.',
  'sum.dropped.again':
    'Without dropping it is {steps, plural, one {# iteration} other {# iterations}}, the smaller last batch included.',
  'sum.baseline':
    '<b>{share}</b>, that is {percent} %: {most, number} of {rows, number} rows are of the larger class, so always naming that class is right that often. A model has to do better than this.',
  'sum.memory':
    'About <b>{size} {unit}</b>: {rows, plural, one {# row} other {# rows}} × {numbers, plural, one {# number} other {# numbers}} × {bytes, plural, one {# byte} other {# bytes}} ({type}) = {all, plural, one {# byte} other {# bytes}}. Copies made on the way need as much again.',
  'sum.stop':
    '<b>After epoch {stop, number}</b>: the best was epoch {best, number}, and with patience {patience, number} the training ends when {patience, plural, one {# epoch} other {# epochs}} in a row are no better.',
  'sum.stop.best':
    '<b>Epoch {best, number}</b>: it stopped after epoch {stop, number}, when patience {patience, number} was used up: {stop, number} − {patience, number}.',
  'sum.initialEpoch':
    '<b>{more, plural, one {# epoch} other {# epochs}}</b>: epochs={epochs, number} is the number of the last one, not how many more there are, and initial_epoch={initialEpoch, number} says how many are done.',
  'sum.dropout':
    'About <b>{off}</b> of {units, plural, one {# unit} other {# units}} are off in each training step and {on} work: {dropout} × {units, number}. It is a mean, as each unit is drawn by chance; in a test none is off.',
  'sum.folds':
    '<b>{steps, plural, one {# iteration} other {# iterations}} per epoch</b> in each of the {count, number} trainings: {rows, number} rows − {out, number} of the fold that is left out = {training, number}, ÷ batch_size {batch, number}, rounded up where it does not divide evenly.',
  'sum.folds.rows':
    '<b>{training, plural, one {# row} other {# rows}}</b> train and <b>{out, number}</b> test in each of the {count, number} trainings: one fold of {rows, number} ÷ {count, number} is left out.',
  'sum.folds.again':
    'With {epochs, plural, one {# epoch} other {# epochs}} that makes {one, number} updates in one training and {all, number} in all {count, number}.',

  'sum.repeats':
    '<b>{epochs, plural, one {Once} other {# times}}</b>: every row is used once in each epoch{hasBatch, select, yes {. batch_size {batch, number} changes how many rows are used at once, not how often} other {}}.',
  'sum.repeats.again':
    'For all {rows, plural, one {# row} other {# rows}} that makes {seen, number} uses.',
  'sum.seen':
    '<b>{seen, plural, one {# row} other {# rows}}</b>, counting each one every time: {rows, number} rows × {epochs, plural, one {# epoch} other {# epochs}}. They are always the same {rows, number} rows, each used {epochs, plural, one {once} other {# times}}.',
  'sum.seen.steps':
    '<b>{seen, plural, one {# row} other {# rows}}</b>: {steps, plural, one {# iteration} other {# iterations}} × batch_size {batch, number}{epochs, plural, one {} other { × # epochs}}; a little fewer if a last batch is smaller.',
  'sum.right':
    '<b>{right, number} of {rows, number} rows</b> are right and {wrong, number} wrong: accuracy is the share of right answers, {accuracy} × {rows, number} = {right, number}.',
  'sum.right.change':
    '<b>{count, plural, one {# row} other {# rows}} {sign, select, fewer {fewer} other {more}}</b> right: {after, number} of {rows, number}, before {before, number}. accuracy is the share of right answers.',
  'sum.accuracy':
    '<b>{accuracy}</b>, that is {percent} %: {right, number} right ÷ {rows, plural, one {# row} other {# rows}}.',

  'sum.time.oneStep':
    'About <b>{one}</b> per step: {all} ÷ {steps, plural, one {# step} other {# steps}}.',
  'sum.time.epoch':
    'About <b>{one}</b> per epoch: {steps, plural, one {# iteration} other {# iterations}} × {ms}.{epochs, plural, one {} other { # epochs take about {all}.}}',
  'sum.time.all':
    'About <b>{all}</b> in all: {steps, plural, one {# iteration} other {# iterations}} × {ms} = {one} per epoch, × {epochs, plural, one {# epoch} other {# epochs}}.',
  'sum.time.oneEpoch':
    'About <b>{one}</b> per epoch: {all} ÷ {epochs, plural, one {# epoch} other {# epochs}}.',
  'sum.time.epochs':
    'About <b>{all}</b> in all: {epochs, plural, one {# epoch} other {# epochs}} × {one}.',
  'sum.time.unit':
    '<b>{ms} ms per step</b>: one batch took that long on average, about {perSecond} batches a second. 1 ms is 1,000 us, and 1,000 ms are 1 s.',
  'sum.time.unitRow':
    '<b>{ms} ms per row</b>: one row took that long on average, about {perSecond} rows a second. Older versions of Keras counted rows; newer ones print the time of a batch, <code>ms/step</code>.',

  'sum.parameters':
    '<b>{all, plural, one {# parameter} other {# parameters}}</b> in {network}: {bias, select, no {without biases each layer has inputs × units.} other {each layer has (inputs + 1) × units, the 1 for the bias.}} {how} = {sum}.',
  'sum.parameters.run':
    '<b>{all, plural, one {# parameter} other {# parameters}}</b> in the network of your run {run}, {network}: {sum}, for each layer (inputs + 1) × units, the 1 for the bias.',
  'sum.embedding':
    '<b>{all, plural, one {# parameter} other {# parameters}}</b>: {words, plural, one {# word} other {# words}} × {size, plural, one {# number} other {# numbers}} for each; an embedding has no bias.',
  'sum.convolution':
    '<b>{all, plural, one {# parameter} other {# parameters}}</b>: ({height, number} × {width, number} × {channels, plural, one {# channel} other {# channels}} + 1) × {filters, plural, one {# filter} other {# filters}}, the 1 for the bias. How large the picture is does not matter.',
  'sum.evaluate':
    '<b>{steps, plural, one {# batch} other {# batches}}</b>: {rows, number} rows ÷ {batch, number} = {quotient}{rounded, select, yes {, rounded up} other {}}. {default, select, yes {<code>evaluate</code> and <code>predict</code> take batches of {batch, number} unless you give them a batch_size of their own; that of <code>fit</code> does not count here.} other {}}',
  'sum.twoBatches':
    'With {rows, number} rows, batch_size {batch, number} makes <b>{steps, plural, one {# iteration} other {# iterations}} per epoch</b>, batch_size {other, number} <b>{otherSteps, number}</b>. Each iteration updates the weights once.',
  'sum.twoBatches.more':
    'batch_size {batch, number} makes <b>{steps, plural, one {# iteration} other {# iterations}}</b>.',
  'sum.twoBatches.difference':
    '<b>{count, plural, one {# iteration} other {# iterations}} {sign, select, fewer {fewer} other {more}}</b> per epoch: {other, number} instead of {steps, number}.',
  'sum.twoBatches.updates':
    'In {epochs, plural, one {# epoch} other {# epochs}} that is {updates, number} against {otherUpdates, plural, one {# update} other {# updates}}: <b>{count, number} {sign, select, fewer {fewer} other {more}}</b>.',
  'sum.accumulation':
    '<b>{effective, plural, one {# row} other {# rows}} per update</b>: {accumulated, number} batches of {batch, number}, whose gradients are added up before the weights change.',
  'sum.accumulation.updates':
    '<b>{updates, plural, one {# update} other {# updates}} per epoch</b>: {steps, plural, one {# batch} other {# batches}} of {batch, number} ÷ {accumulated, number} accumulated, so {effective, number} rows go into each update.{epochs, plural, one {} other { In # epochs: {all, number}.}}',
  'sum.accumulation.steps':
    '<b>{updates, plural, one {# update} other {# updates}} per epoch</b>: {steps, plural, one {# batch} other {# batches}} ÷ {accumulated, number}, because the weights change only once for every {accumulated, number} batches.{epochs, plural, one {} other { In # epochs: {all, number}.}}',
  'sum.gpus':
    '<b>{perGpu, plural, one {# row} other {# rows}} per GPU</b>: each batch of {batch, number} is dealt to {gpus, number} GPUs.',
  'sum.gpus.steps':
    '<b>{steps, plural, one {# iteration} other {# iterations}} per epoch</b>, as with one GPU: {rows, number} rows ÷ batch_size {batch, number}; the {gpus, number} GPUs share each batch.{epochs, plural, one {} other { In # epochs: {updates, number}.}}',
  'sum.oldBar':
    '<b>{rows, plural, one {# row} other {# rows}}</b>: a bar without a time per step is from Keras 2.1 or older, which counted rows. A newer Keras would show {steps, plural, one {# batch} other {# batches}} of {batch, number} for the same epoch.',
  'sum.bars.rows':
    '<b>Both are the same epoch</b>: {rows, number} counts rows, as TensorFlow before 2.2 did, {steps, number} counts batches: {rows, number} ÷ batch_size {batch, number}, rounded up where it does not divide evenly.',
  'sum.bars.two':
    '<b>Two batch sizes</b>: on the same rows {most, number} batches are smaller ones than {least, number}. {known, select, yes {With {rows, number} rows} other {If the one with {most, number} has Keras’ default, there are about {rows, number} rows, and}} batch_size {batch, number} makes {most, number} and batch_size {other, number} makes {least, number}.',
  'sum.wrong':
    '<b>{wrong, number} of {rows, number} rows</b> are wrong and {right, number} right: accuracy is the share of right answers, {accuracy} × {rows, number} = {right, number}.',
  'sum.validation.given':
    '<b>{steps, plural, one {# validation step} other {# validation steps}}</b>: {aside, number} rows ÷ batch_size {batch, number}{rounded, select, yes {, rounded up} other {}}.',
  'sum.validation.steps':
    '<b>{steps, plural, one {# validation step} other {# validation steps}}</b>: validation_split {split} of {wholeRows, number} rows is {aside, number} rows ÷ batch_size {batch, number}, rounded up where it does not divide evenly.',
  'sum.gpus.whole':
    '<b>batch_size {batch, number}</b>: {perGpu, plural, one {# row} other {# rows}} per GPU × {gpus, number} GPUs.',
  'sum.inputs':
    '<b>{inputs, plural, one {# input} other {# inputs}}</b>: a dense layer has (inputs + 1) × units parameters, and {parameters, number} ÷ {units, number} − 1 = {inputs, number}.',
  'sum.units':
    '<b>{units, plural, one {# unit} other {# units}}</b>: a dense layer has (inputs + 1) × units parameters, and {parameters, number} ÷ ({inputs, number} + 1) = {units, number}.',
  'sum.units.hidden':
    '<b>{units, plural, one {# hidden unit} other {# hidden units}}</b>: ({inputs, number} + 1) × {units, number} + ({units, number} + 1) × {outputs, number} = {parameters, number} parameters.',
  'sum.units.noBias':
    '<b>{units, plural, one {# unit} other {# units}}</b>, if the layer has no bias: {parameters, number} ÷ {inputs, number} = {units, number}. With a bias it would be {parameters, number} ÷ ({inputs, number} + 1), which is not a whole number.',
  'sum.units.none':
    '<b>No number of units</b> gives that: a dense layer has (inputs + 1) × units parameters, and {parameters, number} ÷ ({inputs, number} + 1) is not a whole number, so one of the two belongs to something else.',
  'sum.time.perSecond':
    'About <b>{rows} rows per second</b>: {count, plural, one {# row} other {# rows}} in {ms}.',
  'sum.time.fit':
    '<b>{epochs, plural, one {# epoch} other {# epochs}}</b>: {all} ÷ {one} per epoch, whole ones only.',
  'sum.time.steps': 'About <b>{steps} steps</b>: {all} ÷ {ms} per step.',
} as const;
