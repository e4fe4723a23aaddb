/** The live message of a run. */
export const run = {
  'run.folded':
    '… {count, plural, one {epoch {from, number}} other {epochs {from, number}–{to, number}}} hidden: loss {lossFrom} → {lossTo}, {metric} {metricFrom} → {metricTo}',

  'run.lossLine':
    'loss {thinned, select, yes {over {epochs, number} epochs} other {per epoch}}: {first} <code>{bars}</code> {last}',
  'run.head':
    'Run <code>{run}</code> · learning to predict <b>{target}</b> from the rows of <b>{data}</b>.',
  'run.rows':
    '{training, number} rows to learn from, {test, number} kept aside for the test at the end.',
  'run.rowsValidation':
    '{training, number} rows to learn from, {validation, number} for validation, {test, number} kept aside for the test at the end.',
  'run.network': 'Network {shape} (inputs → layers → output) · {settings} · runs on {backend}.',
  'run.linear':
    'Network {shape} (inputs → output, no hidden layer) · {settings} · runs on {backend}.',
  'run.backend.fused': 'the tutor’s own engine (quick, and checked against TensorFlow)',
  'run.backend.node': 'TensorFlow (native)',
  'run.backend.cpu': 'TensorFlow.js (plain JavaScript)',
  'run.backend.wasm': 'TensorFlow.js (WebAssembly)',
  'run.leftOut': 'Columns left out: {columns}.',
  'run.leftOutColumn': '{column} ({reason})',
  'run.leftOutMore': '{count, number} more',
  'run.leftOut.sequence': 'only numbers the rows',
  'run.leftOut.unique-text': 'different in nearly every row',
  'run.leftOut.constant': 'always the same',
  'run.leftOut.empty': 'empty',
  'run.leftOut.too-many-values': 'too many different values',
  'run.leftOut.unwanted': 'you left it out',
  'run.dropped':
    '{rows, plural, one {# row} other {# rows}} without a target {rows, plural, one {was} other {were}} dropped.',
  'run.filled': 'In {rows, plural, one {# row} other {# rows}} gaps were filled.',

  'fit.noPing':
    '{platform, select, discord {The tutor is no member here, so it cannot mention you when the run is over; <code>/runs</code> tells you.} other {<code>ping</code> does nothing here, as nobody is mentioned: the run’s own message shows when it is over.}}',
  'run.queued': 'Training starts in a moment.',
  'run.waiting':
    '{before, plural, =0 {It starts by itself as soon as another run ends.} one {# run comes before it. It starts by itself when its turn comes.} other {# runs come before it. It starts by itself when its turn comes.}}',
  'run.crowd':
    '{others, plural, one {# other run is} other {# other runs are}} shown here at the same time, and this chat allows only so many message edits a minute. So this message changes about every {time}, not with every epoch; <code>/runs</code> always shows how far it is.',
  'run.goesOnIn':
    'Several people are training here now, so this run continues live in the message “{title}”, on the line with its owner’s name. This message changes again when the run is over, with the chart and files.',
  'run.late':
    '<b>{others, plural, one {# other run is} other {# other runs are}} training</b> now, so epochs wait for their turn. {bound, select, most {At most about} other {About}} {time} to go.',
  'run.waitsForSpace':
    '<b>Waiting for disk space</b>: what was just trained cannot be saved. The run continues by itself once there is space again; nothing is lost.',
  'run.waitsForWorkers':
    '<b>Waiting for a computer to train on</b>: none can be reached right now. The run continues by itself once there is one; nothing is lost.',
  'run.epochOf':
    '<b>Epoch {epoch, number} of {limit, select, most {at most } other {}}{epochs, number}</b>: the {epoch, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} trip through all {rows, number} training rows.',
  'run.epochDone':
    '<b>Epoch {epoch, number} of {limit, select, most {at most } other {}}{epochs, number}</b> is done: {epoch, plural, one {all {rows, number} training rows have been used once.} =2 {all {rows, number} training rows have been used twice so far.} other {all {rows, number} training rows have been used # times so far.}}',
  'run.iterationsEven':
    '{rows, number} rows ÷ batch_size {batch, number} = <b>{steps, plural, one {# iteration} other {# iterations}}</b> in each epoch, with one weight update each.',
  'run.iterationsUneven':
    '{rows, number} rows ÷ batch_size {batch, number} → <b>{steps, number} iterations</b> in each epoch, with one weight update each. The last batch has only {last, plural, one {# row} other {# rows}}.',
  'run.iterationsOne':
    'batch_size {batch, number} holds all {rows, number} rows at once: <b>1 iteration</b> in each epoch, so one weight update.',
  'run.updates':
    'Weight updates so far: <b>{done, number}</b> of {limit, select, most {at most } other {}}{all, number} ({epochs, number} × {steps, number}).',
  'run.testing': 'All epochs are done. Now come the test rows, which it has never seen.',
  'run.testingEarly':
    'val_loss has not improved for {patience, plural, one {# epoch} other {# epochs}}, so early stopping ends training here. Now come the test rows, which it has never seen.',
  'run.patience.watching':
    'Early stopping: training ends after {patience, plural, one {# epoch} other {# epochs}} in a row without a lower val_loss.',
  'run.patience.lowest':
    'Early stopping: epoch {epoch, number} has the lowest val_loss so far ({value}); training ends after {patience, plural, one {# epoch} other {# epochs}} without a lower one.',
  'run.patience.waiting':
    'Early stopping: val_loss has not improved for <b>{waited, plural, one {# epoch} other {# epochs}}</b>{lowest, select, known { (lowest: {value} in epoch {epoch, number})} other {}}; training ends after {patience, number}.',
  'run.dropout':
    'Dropout leaves out about {percent} % of the hidden units in each iteration, at random. So loss and {metric} are measured with units missing; {validated, select, yes {val_loss, val_{metric} and the test use} other {the test uses}} all of them.',
  'run.l2':
    'Every loss here includes the L2 penalty, {l2} × the sum of the squared weights, as in Keras; {metric} does not.',
  'run.stopping': 'Stopping after the current iteration.',
  'run.pausing': 'Pausing after epoch {epoch, number}, the current one.',
  'run.paused':
    '<b>Paused</b> {epochs, plural, =0 {before the end of the first epoch} other {after epoch {epochs, number}}}. Nothing is lost, even if the tutor restarts; <code>/resume {run}</code> or the button continues from here.',
  'run.resumed':
    'The program restarted after epoch {epoch, number}. The run continued from there; nothing was lost.',
  'run.resumedAtStart':
    'The program restarted before the first epoch had ended. The run started over.',
  'run.outlastsMessage':
    'This may take longer than the message can be updated here (15 minutes). The run continues anyway: <code>/runs</code> shows its result, as run {run}.',
  'run.restElsewhere':
    '<b>This message cannot be updated any longer</b> (15 minutes are over). The run continues: <code>/runs</code> shows its result, as run {run}; <code>/stop</code> ends it.',
  'run.notFinite':
    '<b>The loss is {loss}</b>: the numbers grew until they overflowed, usually because learning_rate {lr} takes steps that are too big. It happens to everyone. More epochs cannot fix it; a smaller learning_rate can.',

  'run.completed':
    '<b>Done.</b> {epochs, plural, one {# epoch} other {# epochs}} × {steps, plural, one {# iteration} other {# iterations}} = <b>{updates, plural, one {# weight update} other {# weight updates}}</b>, in {time} of training.',
  'run.endedEarly':
    '<b>Done</b> after epoch {epoch, number} of {epochs, number}: val_loss had not improved for {patience, plural, one {# epoch} other {# epochs}}, so early stopping ended training. {epoch, plural, one {# epoch} other {# epochs}} × {steps, plural, one {# iteration} other {# iterations}} = <b>{updates, plural, one {# weight update} other {# weight updates}}</b>, in {time} of training.',
  'run.kept':
    '{lowest, select, known {Kept, and used for the test: the weights of {last, select, yes {the last epoch, which has} other {<b>epoch {epoch, number}</b>, which had}} the lowest val_loss ({value}).} other {Kept, and used for the test: the weights of epoch 1, as val_loss was never a number.}}',
  'run.stoppedIn':
    '<b>Stopped</b> in epoch {epoch, number} of {epochs, number}, after iteration {step, number} of {steps, number}: {updates, plural, one {# weight update} other {# weight updates}}, in {time} of training.',
  'run.stoppedAfter':
    '<b>Stopped</b> after epoch {epoch, number} of {epochs, number}: {updates, plural, one {# weight update} other {# weight updates}}, in {time} of training.',
  'run.stoppedBefore': '<b>Stopped</b> before the first iteration. Nothing was learned yet.',
  'run.failed':
    '<b>Something broke on our side</b>, not in what you typed. Fault id: <code>{fault}</code>. {epochs, plural, =0 {No epoch had ended.} one {# epoch had ended.} other {# epochs had ended.}}',
  'run.readOtherwise':
    '<b>This run ends here</b>: the tutor has been updated since it began and now reads its file more carefully, so what the network has learned no longer fits. <code>/fit like:{run}</code> trains it again.',
  'run.learned': 'Latest from training: loss {loss}, {metric} {value}.',
  'run.learnedValidation':
    'Latest from training: loss {loss}, {metric} {value}; val_loss {valLoss}, val_{metric} {valValue}.',
  'run.testAccuracy':
    'On {rows, number} test rows it never trained on: <b>{right, number} right</b>, accuracy <b>{value}</b> (loss {loss}). Always giving the most common answer: {baseline}.',
  'run.testMae':
    'On {rows, number} test rows it never trained on: mae <b>{value}</b> (loss {loss}). Always answering the mean: {baseline}. Smaller is better.',
  'run.rareFound':
    'Of {rows, plural, one {the # test row} other {# test rows}} with {target} = <b>{class}</b>, {found, plural, =0 {none was} one {<b>1</b> was} other {<b>{found, number}</b> were}} found.',
  'run.testMaeAmount':
    'So it is <b>{value} off</b> on average; always answering the mean is {baseline} off.',
  'run.testMaeUnit': 'In the unit of {target}: about {value}, against {baseline}.',
  'run.notBetter': 'So it has not learned more than that yet.',
  'run.time.ms': '{ms, number} ms',
  'run.time.seconds': '{seconds} s',
  'run.time.wholeMinutes': '{minutes, number} min',
  'run.time.minutes': '{minutes, number} min {seconds, number} s',

  'check.title':
    '<b>Beside run <code>{run}</code></b>, the same training by the tutor’s own engine:',
  'check.equal':
    '{epochs, plural, one {In the one epoch} other {In all {epochs, number} epochs}} not a single number differs.',
  'check.close':
    'Largest difference in {epochs, plural, one {the one epoch} other {all {epochs, number} epochs}}: <b>{size}</b>, in {what} of epoch {epoch, number}. To four decimals, as Keras prints, that is the same: both do the same arithmetic and only round in another order.',
  'check.apart':
    '{same, plural, =0 {The numbers differ from epoch 1 on} one {The same to four decimals in epoch 1, then the numbers drift apart} other {The same to four decimals up to epoch {same, number}, then the numbers drift apart}}: by <b>{size}</b> at most, in {what} of epoch {epoch, number}. Both round the last of about seven digits in another order; in some trainings every update makes that a little larger.',
  'check.test':
    'On the test rows, {metric}: {here} in run <code>{run}</code>, {there} in this one.',
  'check.times':
    'Time of training: {here} in run <code>{run}</code>, {there} with TensorFlow.js, which is {times} times as long.',

  'run.next': 'What to try next:',
  'run.next.batchUp':
    'A larger batch: {steps, plural, one {# iteration} other {# iterations}} per epoch instead of {stepsNow, number}, so fewer weight updates.',
  'run.next.batchDown':
    'A smaller batch: {steps, plural, one {# iteration} other {# iterations}} per epoch instead of {stepsNow, number}, so more weight updates.',
  'run.next.epochsUp': 'More epochs: the loss was still falling.',
  'run.next.epochsOne': 'More epochs: one trip through the rows is seldom enough.',
  'run.next.epochsDown':
    'Fewer epochs: val_loss was lowest in epoch {epoch, number} and rose after it.',
  'run.next.patience':
    'Early stopping: training ends by itself after {patience, number} epochs without a lower val_loss, and the best weights are kept.',
  'run.next.validation':
    'Validation: keep 20 % of the training rows out and watch val_loss, the loss on rows it does not train on.',
  'run.next.lrDown': 'A smaller learning_rate, so that the numbers stay finite.',
  'run.next.lrUp': 'A larger learning_rate: the loss hardly moved.',
  'run.next.layers': 'Another network with hidden layers {layers}: see what its size changes.',
  'run.next.label.batch': 'batch {batch, number}',
  'run.next.label.epochs': 'epochs {epochs, number}',
  'run.next.label.patience': 'patience {patience, number}',
  'run.next.label.validation': 'validation {validation}',
  'run.next.label.lr': 'lr {lr}',
  'run.next.label.layers': 'layers {layers}',

  'run.button.stop': 'Stop',
  'run.button.pause': 'Pause',
  'run.button.resume': 'Resume',
  'run.threadsDied':
    '<b>This run ends here</b>: in epoch {next, number} its training {died, select, memory {ran out of memory} other {crashed}} three times in a row. A smaller network or batch_size may help. Fault id: <code>{fault}</code>.',
  'run.button.mistakes': 'Where is it wrong?',
  'run.button.check': 'Check with TensorFlow.js',
  'run.button.view.compact': 'Narrow, for phones',
  'run.button.view.keras': 'As Keras prints it',
  'run.button.share': 'Share',
  'run.button.again': 'Run again',
  'run.explanations': 'What does … mean?',
  'run.button.epoch': 'epoch',
  'run.button.iteration': 'iteration',
  'run.button.batch_size': 'batch_size',
  'run.button.baseline': 'baseline {value}',

  'run.spoken.queued': 'Run {run} on {data} is getting ready.',
  'run.spoken.waiting':
    'Run {run} on {data} is waiting for a free place: it is {place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} in the queue.',
  'run.spoken.waitsForSpace':
    'Run {run} on {data} is waiting for disk space after {epochs, plural, one {# epoch} other {# epochs}}, and continues by itself.',
  'run.spoken.waitsForWorkers':
    'Run {run} on {data} is waiting for a computer to train on{epochs, plural, =0 {; it starts by itself} one {, after # epoch; it continues by itself} other {, after # epochs; it continues by itself}}.',
  'run.spoken.paused': 'Run {run} is paused after epoch {epoch, number} of {epochs, number}.',
  'run.spoken.started':
    'Run {run}: epoch {epoch, number} of {limit, select, most {at most } other {}}{epochs, number} is starting.',
  'run.spoken.progress':
    'Run {run}: epoch {epoch, number} of {limit, select, most {at most } other {}}{epochs, number}, iteration {step, number} of {steps, number}, {updates, number} of {limit, select, most {at most } other {}}{all, number} weight updates, {metrics}.',
  'run.spoken.completed':
    'Run {run} is done: {epochs, plural, one {# epoch} other {# epochs}}, {updates, plural, one {# weight update} other {# weight updates}} in {time} of training, {metrics}{kept}{test}.',
  'run.spoken.endedEarly':
    'Run {run} is done after epoch {epoch, number} of {epochs, number}, because val_loss had not improved for {patience, plural, one {# epoch} other {# epochs}}: {updates, plural, one {# weight update} other {# weight updates}} in {time} of training, {metrics}{kept}{test}.',
  'run.spoken.kept': ', the weights of epoch {best, number} were kept',
  'run.spoken.stopped':
    'Run {run} was stopped in epoch {epoch, number} of {epochs, number} after iteration {step, number} of {steps, number}: {updates, plural, one {# weight update} other {# weight updates}} in {time} of training, {metrics}{test}.',
  'run.spoken.stoppedBefore': 'Run {run} was stopped before its first iteration.',
  'run.spoken.failed':
    'Run {run} broke on our side after {epochs, plural, one {# epoch} other {# epochs}}; the fault id is {fault}.',
  'run.spoken.test': ', test {metric} {value} against {baseline} without learning',
} as const;
