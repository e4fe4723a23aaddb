/** What Keras prints while it trains. */
export const progress = {
  'answer.epochTimesVary':
    'Small differences are normal: the computer does other things meanwhile, and the <b>first epoch</b> also builds the graph and reads the data. The work is the same in every epoch, {steps, number} iterations in {whose}. If each epoch takes longer than the one before, something grows that should not.',
  'answer.barsDiffer':
    'Both numbers count <b>batches</b>, so with the same rows the <code>batch_size</code> differs. For example {pairRows, number} rows: batch_size {pairBatch, number} makes {pairMost, number} iterations, batch_size {pairOther, number} makes {pairLeast, number}. Other rows, for example after a <code>validation_split</code>, change the number as well. Either way an epoch uses every row once; only the updates differ.',
  'answer.epochLine':
    'The first number says <b>which epoch</b> is running, the second how many were asked for with <code>epochs=</code>. In {whose}, <code>Epoch 1/{epochs}</code> is the first of {epochs, number}. The line below it counts the batches of this one epoch, up to <code>{steps}/{steps}</code>.',
  'answer.barParts':
    'Left to right: the batches done of all batches of this epoch, the bar, the time, and the numbers of this epoch so far. <code>{steps}/{steps}</code> counts <b>batches</b>, not rows; <code>=</code> is done, <code>></code> is where it stands, <code>.</code> is still to do. While it runs, <code>ETA</code> is the time left; at the end stand the seconds of the epoch and the mean time per batch (<code>2ms/step</code>). loss and accuracy are averages since the epoch began.',
  'answer.barCounter':
    '<code>{steps}/{steps}</code> means that {steps, number} of {steps, number} <b>batches</b> (iterations) of this epoch are done. It does not count rows or epochs: in {whose}, {rows, number} rows ÷ batch_size {batch, number} makes {steps, number} batches, and so {steps, number} weight updates per epoch.',
  'answer.msPerStep':
    'The epoch took about {epochSeconds}s, and one <b>batch</b> (step) {msPerStep}ms on average; it is not the time per row. {steps, number} × {msPerStep}ms = {stepsSeconds}s, and Keras rounds. It leaves the slow first step out of the average, but counts the time of the validation in.',
  'answer.eta':
    '<code>ETA</code> is the estimated time left in this epoch: time per step × steps still to do. After step 1 only that step is known, and it is slow because Keras first builds the graph: {etaFirst} s × {stepsLeft, number} steps left = {eta}. From step 2 on Keras leaves step 1 out of the average, so the estimate drops at once.',
  'answer.oldFormat':
    'Nothing is wrong: it is a difference of <b>versions</b>. Old Keras and tf.keras before 2.2 counted rows ({barRows, number}/{barRows, number}), newer ones count batches: {barRows, number} / {barBatch, number} → {barSteps, number}{barRest, plural, =0 {} one {, rounded up (the last batch has # row)} other {, rounded up (the last batch has # rows)}}. As much is learned in both.',
  'answer.noEpochLine':
    'Keras prints the line <code>Epoch 1/N</code> only when N is greater than 1. With <code>epochs=1</code> you see just the bar, and the training is the same.',
  'answer.lossJumpsAtEpoch':
    'Because the average starts anew: the printed loss is the mean over the batches of <b>this epoch so far</b>. At the end of an epoch that is the mean of {steps, number} batches (in {whose}), at the start of the next only of 1 to 3, which can lie far off. The weights did not jump and nothing was reset.',
  'answer.lossIsAverage':
    'It is the <b>average since the epoch began</b>, weighted by rows, not the loss of the last batch. In {whose} the number at the end of an epoch is the mean over {steps, number} batches, including early ones from before the weights were improved. So it lags a little behind the model as it is then.',
  'answer.barHangs':
    'It is measuring the validation rows. During that Keras prints nothing, so the bar stays at {steps}/{steps} with <code>ETA: 0s</code>; then val_loss appears. The seconds and ms/step of the final line include that time.',
  'answer.verbose':
    '<code>verbose</code> sets how much <code>fit</code> prints: 0 nothing, 1 the progress bar, 2 one line per epoch. The default <code>"auto"</code> is nearly always 1. It changes nothing in the training.',
  'answer.keras3Bar':
    'That is Keras 3: its bar is 20 cells of <code>━</code>, without brackets, <code>></code> or the word ETA, and the metrics stand in alphabetical order (accuracy before loss). The count in front is still batches, {steps, number} per epoch in {whose}; the training is the same.',
  'answer.perSample':
    '<code>us/sample</code> is the time per <b>row</b> in microseconds, as old tf.keras printed it; newer versions print the time per batch, <code>ms/step</code>. To compare, multiply by the batch size: 200us/sample × {batch, number} rows = {perSampleMs} ms per step.',
  'answer.firstEpochSlow':
    'The first step builds and compiles the computation (the graph), and data is fetched for the first time. That happens once, so the first epoch looks slower and the ones after it do not; the training itself is no different.',
  'answer.slowTraining':
    'The time of an epoch is about steps × time per step, so <b>a larger batch_size</b> is the first thing to try: in {whose}, batch {large, number} makes {largeSteps, number} steps instead of {smallSteps, number} with batch {small, number} (but fewer updates, so check the loss). Next: fewer epochs with EarlyStopping, a smaller network, a GPU for large ones, and less printing (<code>verbose=2</code>).',
  'answer.gpuNotFaster':
    'For a small network and small batches that is normal: each step has so little arithmetic that starting work on the GPU costs more than it saves. Use a larger batch_size or a larger network before expecting a gain; small tables are often faster on the CPU.',
  'answer.history':
    '<code>history = model.fit(…)</code> keeps every epoch’s numbers: <code>history.history["loss"]</code>, and <code>"val_loss"</code> if there is validation, one value per epoch ({epochs, number} in {whose}). Plot them with <code>plt.plot(history.history["loss"])</code>. Read it so: both falling is learning, val_loss rising is overfitting, flat is finished or stuck.',
  'answer.unknownSteps':
    'Keras does not know yet how many batches there are: a generator or dataset without a length shows its count only after the first epoch. From the second epoch on the total is printed.',
  'answer.exponent':
    '<code>9.0000e-04</code> is scientific notation: 9 × 10⁻⁴ = 0.0009. Keras writes numbers of 0.001 and smaller that way. For a loss it simply means very small.',
  'answer.trainingTime':
    'Roughly: epochs × steps per epoch × time per step. In {whose}, {epochs, number} × {steps, number} = {updates, number} steps; at 2 ms each that would be {updatesSeconds} s. Twice the epochs take twice the time; a larger batch makes fewer but longer steps.',
} as const;
