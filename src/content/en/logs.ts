/** What the tutor says about a pasted training log. */
export const logs = {
  'command.log': 'Explain a training log or an error: what happened, what to try',
  'command.log.text': 'What Keras, PyTorch or another program printed, pasted as it is',
  'command.log.file': 'The same as a text file, for example train.log',
  'command.log.onMessage': 'Explain this log',
  'error.noLog':
    'I see no training log there, and no error message that I know; a log has lines like <code>Epoch 1/20</code> and <code>800/800 [====] - 2s 2ms/step - loss: 0.5123 - accuracy: 0.7931</code>.',
  'error.noLogInFile':
    'I read {name}, but it holds neither a training log nor an error message that I know; paste the lines that you mean.',
  'error.logNotText':
    'The file is not text; save what was printed as a .txt file, or paste it as it is.',

  'log.sum.epochs':
    'From epoch {from, number} to epoch {to, number} the loss went from <b>{first}</b> to <b>{last}</b>.',
  'log.sum.epochsMetric':
    'From epoch {from, number} to epoch {to, number} the loss went from <b>{first}</b> to <b>{last}</b>, and {metric} from <b>{metricFirst}</b> to <b>{metricLast}</b>.',
  'log.sum.one': 'This is one finished epoch: loss <b>{last}</b>.',
  'log.sum.oneMetric':
    'This is one finished epoch: loss <b>{last}</b>, {metric} <b>{metricLast}</b>.',
  'log.sum.unfinished':
    'Epoch {epoch, number} is still going: its loss so far is <b>{loss}</b>, the mean since it began.',

  'log.sum.lost':
    '{count, plural, one {The one epoch has} other {None of the # epochs has}} {count, plural, one {no} other {a}} usable loss.',

  'log.verdict.impossible':
    '<b>The loss is negative</b>: a crossentropy cannot be negative, so the labels are probably not 0 and 1 but, say, −1 or 2.',
  'log.verdict.overflowed':
    '<b>It diverged</b>: the loss grew until it overflowed, to <b>{loss}</b> in epoch {epoch, number}, so the steps of the weights are too big.',
  'log.verdict.notFinite':
    'In epoch {epoch, number} the loss became <b>{loss}</b>: a number overflowed or the data has gaps in it, and more epochs cannot fix that.',
  'log.verdict.notFiniteFirst':
    'The loss is <b>{loss}</b> from the start: most often the data has gaps or is not scaled, and more epochs cannot fix that.',
  'log.verdict.diverged':
    '<b>It diverged</b>: the loss was lowest in epoch {epoch, number} ({lowest}) and grew after it, so the steps of the weights are too big.',
  'log.verdict.guessing':
    '<b>That is guessing</b>: chance among {classes, number} equally frequent classes has loss ln {classes, number} = {chanceLoss} and accuracy {chanceAccuracy}.',
  'log.verdict.still':
    '<b>The loss hardly moved</b>, by less than {percent} %: either it had already learned, or it is not learning.',
  'log.verdict.overfitting':
    '<b>It overfits</b>: val_loss was lowest in epoch {epoch, number} ({lowest}) and ended at {last}, while the training loss went on falling.',
  'log.verdict.gap':
    '<b>It knows its training rows better than others</b>: {metric} {training}, but val_{metric} only {validation}.',
  'log.verdict.oneEpoch':
    'One epoch is one trip through the rows, so there is nothing yet to compare it with.',
  'log.verdict.plateau':
    '<b>It reached a plateau</b>: from epoch {epoch, number} on the loss stayed within 2 % of {last}.',
  'log.verdict.learning':
    '<b>It was still learning</b>: at the end the loss was falling, so more epochs may help.',
  'log.verdict.learningAlone':
    '<b>The training loss was still falling</b>, but val_loss was lowest in epoch {epoch, number} ({lowest}): too little yet to say whether it overfits.',
  'log.verdict.settled':
    'In {epochs, plural, one {the last epoch} other {the last # epochs}} it hardly fell any more, by less than 1 %.',
  'log.verdict.sorted':
    '<b>The rows are most likely sorted by class</b>: {metric} {training}, but val_{metric} {validation}. The validation rows, often simply the last ones, then hold a class that the training never showed.',
  'log.verdict.unfinished': 'Judge it when the epoch is over.',

  'log.style.keras3': '<b>Keras 3</b> prints like this.',
  'log.style.keras2': '<b>Keras 2</b> (TensorFlow 2.2 to 2.15) prints like this.',
  'log.style.samples': '<b>TensorFlow 2.1 or older</b> prints like this.',
  'log.style.rows': '<b>Keras 2.3 or older</b> prints like this.',
  'log.style.bare': 'An <b>old Keras</b> with verbose=2 prints like this, without a counter.',
  'log.style.barRows':
    'A <b>Keras of 2017 or older</b> prints like this: a bar without the time per step.',
  'log.style.torch':
    'A <b>hand-written loop</b>, usually in PyTorch, prints like this; what its numbers mean is up to its author.',
  'log.style.tqdm': '<b>tqdm</b> draws this bar, usually around a PyTorch loop.',
  'log.style.trainer': 'The <b>Trainer of Hugging Face</b> prints like this.',
  'log.counts.batches':
    '<code>{end}/{end}</code> counts <b>batches</b> (iterations), not rows; since TensorFlow 2.2 Keras always does.',
  'log.counts.rows':
    '<code>{end}/{end}</code> counts <b>rows</b>; newer versions count batches instead.',
  'log.counts.unknown': 'The counter counts batches; how many an epoch has was not known yet.',
  'log.unit.batch': '<code>{unit}</code> is the mean time for one batch.',
  'log.unit.row': '<code>{unit}</code> is the mean time for one row.',

  'log.phase.span': 'Epochs {from, number}–{to, number}',
  'log.phase.epoch': 'Epoch {from, number}',
  'log.phase.learned': '{span}: loss {first} → {last}; it learned.',
  'log.phase.learnedBoth':
    '{span}: loss {first} → {last}, val_loss {valFirst} → {valLast}; it learned what holds for other rows, too.',
  'log.phase.overfitted':
    '{span}: loss {first} → {last}, but val_loss {valFirst} → {valLast}; it learned its own rows by heart.',
  'log.phase.fast': '{span}: loss {first} → {last}; {percent} % of the whole fall.',
  'log.phase.slow': '{span}: loss {first} → {last}; slower.',
  'log.phase.flat': '{span}: loss {first} → {last}; nearly flat.',
  'log.phase.grew': '{span}: loss {first} → {last}; it grew.',

  'log.stopped':
    'EarlyStopping ended it after epoch {epoch, number} of {planned, number}: it saw no new best value for a while.',
  'log.restored': 'The weights kept are those of epoch {epoch, number}, not of the last line.',
  'log.restoredBest': 'The weights kept are those of its best epoch, not of the last line.',
  'log.cutOff':
    'The log ends after epoch {epoch, number} of {planned, number}: it was stopped, or not pasted in full.',
  'log.unfinished':
    'Epoch {epoch, number} is unfinished ({current, number} of {end, number}); its loss {loss} is only the mean so far.',
  'log.unfinishedUnknown':
    'Epoch {epoch, number} is unfinished; its loss {loss} is only the mean so far.',
  'log.missing':
    '{count, plural, one {One epoch in between is} other {# epochs in between are}} not in the text.',
  'log.unnumbered':
    'There are no lines like “Epoch 1/20”, so I count the lines. Keras leaves them out with epochs=1.',
  'log.validation':
    'On the validation rows: val_loss {first} → {last}, lowest in epoch {epoch, number}.',
  'log.validationOne': 'On the validation rows: val_loss {last}.',
  'log.validationNotFinite':
    'val_loss became {loss} in epoch {epoch, number} while the loss stayed finite: look for gaps in the validation rows.',
  'log.validationBetter':
    'The validation numbers are better than the training ones. That is usual early on: training numbers are means over the epoch while the weights still improve (with dropout on, too), validation comes after it.',
  'log.noisy':
    'val_loss swings a lot from epoch to epoch: few validation rows, or a big learning_rate. Don’t read much into single epochs.',
  'log.rates':
    'The learning_rate was changed in {count, plural, one {epoch {epoch, number}} other {# epochs, last in epoch {epoch, number}}}, to {rate}.',
  'log.evaluated': 'An evaluation follows it: {readings}.',
  'log.evaluatedReading': '{name} {value}',
  'log.fits':
    'The text holds {count, number} trainings; this is about the last. A second fit continues with the weights of the first unless the model is built again.',

  'log.rows.stated':
    '{steps, plural, one {# batch} other {# batches}} of batch_size {batch, number} → {least, number} to {most, number} training rows; the last batch may be smaller.',
  'log.rows.assumed':
    'batch_size is not in the text. If it is Keras’ default {batch, number}: {least, number} to {most, number} training rows.',
  'log.rows.exact':
    '{rows, number} training rows ÷ batch_size {batch, number} → {steps, plural, one {# batch} other {# batches}} per epoch.',
  'log.rows.exactAssumed':
    'batch_size is not in the text. If it is Keras’ default {batch, number}: {rows, number} rows → {steps, plural, one {# batch} other {# batches}} per epoch.',
  'log.updates':
    '{steps, plural, one {# batch} other {# batches}} × {epochs, plural, one {# epoch} other {# epochs}} = <b>{updates, plural, one {# weight update} other {# weight updates}}</b>.',
  'log.updatesAssumed':
    'That would be {steps, plural, one {# batch} other {# batches}} × {epochs, plural, one {# epoch} other {# epochs}} = {updates, plural, one {# weight update} other {# weight updates}}.',
  'log.time.batch':
    'Time of the last epoch: {count, plural, one {# batch} other {# batches}} × {unit} ≈ {product} s, shown as {seconds, number} s.',
  'log.time.row':
    'Time of the last epoch: {count, number} rows × {unit} ≈ {product} s, shown as {seconds, number} s.',
  'log.baseline':
    'Is {metric} {value} good? Compare it with the share of the largest class: always answering that class takes no learning.',

  'log.other.place': 'Epoch {epoch, number}',
  'log.other.placeOf': 'Epoch {epoch, number} of {planned, number}',
  'log.other.stands.batches':
    '{where}: {current, number} of {end, number} iterations (batches), <b>{percent} %</b> of the epoch.',
  'log.other.stands.rows':
    '{where}: {current, number} of {end, number} rows seen, <b>{percent} %</b> of the epoch.',
  'log.other.standsBar': 'The bar is at {current, number} of {end, number}, <b>{percent} %</b>.',
  'log.other.standsAt':
    'It is at <b>epoch {stands}</b>: {percent} % of epoch {epoch, number} is done.',
  'log.other.standsEvaluated': 'It has only evaluations, and no training loss.',
  'log.other.lossNow':
    'The loss printed there is <b>{loss}</b>; one line alone does not show whether it learns.',
  'log.other.lossCourse':
    'The losses printed in this epoch begin at <b>{first}</b>, and their mean is <b>{mean}</b>; judge it when the epoch is over.',
  'log.other.noLoss': 'It shows no training loss, so whether it learns cannot be seen here.',
  'log.other.counts.batches':
    '<code>{current}/{end}</code> counts <b>iterations</b> (batches): {end, number} of them make one epoch.',
  'log.other.counts.rows':
    '<code>{current}/{end}</code> counts <b>rows</b>: {end, number} of them make one epoch.',
  'log.other.counts.bar':
    '<code>{current}/{end}</code> counts the turns of the loop: around a DataLoader these are <b>iterations</b> (batches), {end, number} for one epoch.',
  'log.other.counts.trainer':
    '<code>epoch</code> is a fraction there (0.53 is 53 % of the first pass), and each loss is the mean since the line before.',
  'log.other.noCounter': 'How many iterations an epoch has is not printed.',
  'log.other.averaged':
    'Here an epoch’s loss is the mean of the lines printed in it; a single line usually shows just one batch, so it jumps around.',
  'log.other.fromZero': 'The log counts its epochs from 0, this explanation from 1.',
  'log.other.unnumbered': 'No line names its epoch; each time the bar restarts is counted as one.',
  'log.other.rowsIf':
    'batch_size is not in the text. If it were {batch, number}, {steps, number} batches would be up to {rows, number} rows.',
  'log.other.batchesIf':
    'batch_size is not in the text. If it were {batch, number}, {rows, number} rows would be {steps, number} batches per epoch.',
  'log.other.totals':
    'Its last line comes to {updates, plural, one {# weight update} other {# weight updates}} in {epochs, plural, one {# epoch} other {# epochs}}: about {rows, number} rows each, so about {batch, plural, one {# row} other {# rows}} per update.',

  'log.mistake.accuracyOfNumbers':
    '<b>accuracy never gets above {most}</b>: if the target is a number, it counts exact hits only. Use <code>mae</code>.',
  'log.mistake.sameAccuracy':
    '<b>{metric} is {value} in every epoch</b>: most likely every row gets the same answer, and this is that class’s share.',
  'log.mistake.notScaled':
    '<b>The loss begins at {first}</b>: a crossentropy that large usually means inputs that are not scaled.',
  'log.mistake.oneBatch':
    '<b>1/1</b>: one batch holds all rows, so each epoch updates the weights only once.',
  'log.mistake.tooGood':
    '<b>Every answer right from the first epoch</b>: check that the target is not among the inputs.',

  'log.try': 'Try:',
  'log.try.notFinite':
    'look for gaps with <code>np.isnan(X).any()</code>, scale the inputs, then take a tenth of the learning_rate.',
  'log.try.impossible': '<code>np.unique(y)</code>; for two classes it should show 0 and 1.',
  'log.try.accuracyOfNumbers':
    '<code>metrics=["mae"]</code>, if the target is a number; otherwise look at the labels with <code>np.unique(y)</code>.',
  'log.try.notScaled': 'scaled inputs: pixels ÷ 255, columns to mean 0, deviation 1.',
  'log.try.sameAccuracy':
    '<code>np.unique(y, return_counts=True)</code>: is that accuracy just the share of the largest class?',
  'log.try.oneBatch': '<code>batch_size=32</code>: more updates in each epoch.',
  'log.try.tooGood': 'a fit without the column that you suspect.',
  'log.try.diverged': 'a tenth of the learning_rate, and inputs scaled to mean 0, deviation 1.',
  'log.try.guessing':
    'check that labels and rows still belong together, scale the inputs, and make sure that the loss fits the last layer.',
  'log.try.still': 'scaled inputs, then ten times the learning_rate.',
  'log.try.overfitting':
    '<code>EarlyStopping(monitor="val_loss", patience=3, restore_best_weights=True)</code> with Keras’ <code>callbacks</code>, or a smaller network.',
  'log.try.gap': 'more rows, Dropout or a smaller network.',
  'log.try.oneEpoch': '<code>epochs=10</code>, and watch whether the loss goes on falling.',
  'log.try.plateau':
    'a tenth of the learning_rate from there on, or a larger network; more epochs alone change little.',
  'log.try.learning': 'twice the epochs; stop when val_loss rises.',
  'log.try.learningUnseen':
    'twice the epochs, with <code>validation_split=0.2</code>, so that val_loss shows when to stop.',
  'log.try.settled': 'a few more epochs to see whether it stays there.',
  'log.try.stopped':
    'a larger <code>patience</code> only if val_loss was still swinging downwards; otherwise this is where to stop.',

  'log.try.sorted':
    'shuffled rows: <code>train_test_split(X, y, test_size=0.2, stratify=y)</code>, or <code>df.sample(frac=1)</code> before <code>fit</code>.',
  'log.tryOther.overfitting':
    'stop at that epoch: keep the weights with the lowest validation loss (<code>torch.save</code>), or take a smaller network.',
  'log.tryOther.oneEpoch': 'ten epochs, and watch whether the loss goes on falling.',
  'log.tryOther.learningUnseen':
    'twice the epochs, and print the loss on rows kept aside: it shows when to stop.',
  'log.tryOther.learningTested': 'twice the epochs; stop when the test numbers get worse.',
  'log.tryOther.accuracyOfNumbers':
    'the mean absolute error, if the target is a number; otherwise look at the labels.',
  'log.tryOther.oneBatch':
    'a DataLoader with <code>batch_size=32</code>: more updates in each epoch.',

  'log.card.accuracy': 'Accuracy',
  'log.card.baseline': 'Baseline',
  'log.card.batch_size': 'batch_size',
  'log.card.early_stopping': 'Early stopping',
  'log.card.epoch': 'Epoch',
  'log.card.iteration': 'Iteration',
  'log.card.learning_rate': 'learning_rate',
  'log.card.loss': 'Loss',
  'log.card.overfitting': 'Overfitting',
  'log.card.progress_bar': 'Progress bar',
  'log.card.steps_per_epoch': 'Steps per epoch',
  'log.card.validation_split': 'validation_split',
} as const;
