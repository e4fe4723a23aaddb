/** Epochs, iterations and batches: what is counted, and how. */
export const counting = {
  'answer.wholeNumbers':
    '<code>epochs</code> and <code>batch_size</code> are <b>whole numbers from 1 on</b>: with 0 epochs nothing would be trained, and a batch of 0 rows has no gradient. Keras refuses a <code>batch_size</code> of 0, and <code>epochs=0</code> returns at once with an empty history.',
  'answer.batchContents':
    'A batch is a handful of <b>rows with their labels</b>: in {whose}, {batch, plural, one {# row} other {# rows}} with all their columns and the right answers to them. They go through the network together, their gradients are averaged, and the weights change once. <code>fit</code> mixes the rows before every epoch, so each batch is a random handful.',
  'answer.epochEnds':
    'An epoch is over when <b>every training row has been used once</b>. In {whose} that is after {steps, plural, one {# iteration} other {# iterations}}, when the counter reaches <code>{steps}/{steps}</code>: Keras prints the loss and accuracy of this epoch, measures the validation rows if there are any, and the next epoch begins with the weights as they are.',
  'answer.needNotDivide':
    'No, any <code>batch_size</code> will do: where it does not divide the rows evenly, <b>the last batch is just smaller</b>. In {whose}, {rows, number} rows with batch_size {batch, number} make {steps, plural, one {# batch} other {# batches}}, the last with {last, plural, one {# row} other {# rows}}. Nothing is lost, and nothing goes wrong.',
  'answer.epochIterationBatch':
    'An <b>epoch</b> is one trip through all rows, a <b>batch</b> is the group of rows worked on together, and an <b>iteration</b> (step) is the work on one batch, with one weight update. So iterations per epoch = rows ÷ <code>batch_size</code>, rounded up. In {whose}: {rows, number} rows ÷ {batch, number} = {steps, number} iterations per epoch; × {epochs, number} epochs = {updates, number} updates.',
  'answer.updatesPerBatch':
    'Weights are updated after every <b>batch</b>: not after each row, and not once per epoch. In {whose}, <code>batch_size={batch}</code> means the gradient is averaged over {batch, number} rows and one update is made, so {rows, number} rows give {steps, number} updates per epoch. Only with <code>batch_size=1</code> is it every row ({rows, number} updates), and only with <code>batch_size={rows}</code>, all rows at once, is it once per epoch.',
  'answer.stepsFormula':
    'It is <b>ceil(rows / batch_size)</b>: divide and round up. In {whose}, {rows, number} / {batch, number} = {quotient}, so {steps, number} iterations. The formula <code>rows // batch_size + 1</code> is wrong whenever it divides evenly: for 8,000 rows and batch 10 it would say {evenPlus, number} instead of {evenSteps, number}. Plain <code>rows // batch_size</code> forgets the smaller last batch: 8,005 rows make {unevenSteps, number} iterations, not {evenSteps, number}.',
  'answer.batchTimesSteps':
    '<code>batch_size × iterations = rows</code> is true only when it divides evenly, because the last batch may be smaller. The exact rule is iterations = ceil(rows / batch_size). For example, 55,000 rows with batch 32 make {unevenBarSteps, number} iterations, and {unevenBarSteps, number} × 32 = {unevenBarProduct, number}, because the last batch has only {unevenBarLast, number} rows. In {whose}: {steps, number} × {batch, number} = {product, number} for {rows, number} rows.',
  'answer.rowsNotSkipped':
    'Nothing is skipped: the number in front of the bar counts <b>batches</b>, not rows. With {barRows, number} rows and <code>batch_size={barBatch}</code>, {barRows, number} / {barBatch, number} makes {barSteps, number} batches, and 32 is the default when you give none. Every row is used once per epoch. Setting <code>batch_size={barRows}</code> would not use more data, it would leave just 1 update per epoch.',
  'answer.batchIsNotCount':
    'No, <code>batch_size</code> is how many rows go into <b>one</b> batch, not how many batches there are. In {whose}, <code>batch_size={batch}</code> makes {rows, number} / {batch, number} = {steps, number} batches of {batch, number} rows. To cut the data into {batch, number} parts you would set <code>batch_size={partRows}</code>.',
  'answer.epochIsNotPart':
    'No, the rows are not divided by the epochs: <b>each epoch goes through all of them</b>, once. In {whose}, {epochs, number} epochs are {epochs, number} trips through {rows, number} rows. What divides the rows is <code>batch_size</code>: {batch, number} at a time makes {steps, number} batches per epoch.',
  'answer.sameRowsAgain':
    'Every epoch uses <b>the same training rows</b>, all of them, once; only their order is mixed anew (<code>shuffle=True</code>). In {whose} that is {rows, number} rows, seen again in each of {epochs, number} epochs. They are worth another look because the weights have changed meanwhile; too many looks, and the network learns them by heart (overfitting), which <code>val_loss</code> shows.',
  'answer.epochsOrIterations':
    'Iterations are not set by hand, they follow from epochs and batch_size; so what you change is <b>epochs</b>. Iterations in all = ceil(rows / batch_size) × epochs, in {whose} {steps, number} × {epochs, number} = {updates, number}. A smaller <code>batch_size</code> makes more of them, too, but each sees fewer rows. Stop adding when <code>val_loss</code> no longer falls.',
  'answer.epochIsNotOnePass':
    'An epoch holds one forward and one backward pass <b>per batch</b>, not one in all, unless all rows are one batch: in {whose}, {rows, number} rows with <code>batch_size={batch}</code> make {steps, number} forward and {steps, number} backward passes per epoch. What is true: each <b>row</b> goes forward and backward once per epoch.',
  'answer.modelNotReset':
    'Between epochs nothing is reset: the weights and the optimizer’s state carry on from one epoch to the next, so each epoch goes on improving the same model. Only the printed loss and accuracy start anew, because they are averages of the current epoch.',
  'answer.lastBatch':
    'It is used like any other: the last batch simply holds the rows that are left, it is not dropped and not filled up, and it counts as one iteration. In {whose}, {rows, number} rows with <code>batch_size={batch}</code> make {steps, plural, one {# batch} other {# batches}}, the last with {last, plural, one {# row} other {# rows}}. Keras averages over the rows that are there, so a smaller one does no harm. Only <code>drop_remainder=True</code> in tf.data leaves it out.',
  'answer.rowOncePerEpoch':
    '<b>Once per epoch</b>: in one epoch every training row is used exactly once, none is left out and none comes twice. Keras mixes the order anew before each epoch and then deals the rows out in batches. In {whose}, {epochs, number} epochs show each of the {rows, number} rows {epochs, number} times.',
  'answer.batchesReshuffled':
    'No, the batches are not the same each time: <code>fit</code> mixes the training rows before every epoch (<code>shuffle=True</code> is the default), so other rows share a batch. Their number stays: {steps, number} per epoch in {whose}.',
  'answer.batchTooLarge':
    'That works: a <code>batch_size</code> larger than the data simply holds all rows, so there is <b>1 iteration</b> and 1 update per epoch. In {whose}, any batch_size from {rows, number} on does that, and {epochs, number} epochs would make only {epochs, number} updates; learning gets slow in epochs. Use a smaller batch.',
  'answer.batchOne':
    'With <code>batch_size=1</code> the weights are updated after every single row: in {whose} that is {rows, number} updates per epoch instead of {batch, plural, =1 {{largeSteps, number} with batch {large, number}} other {{steps, number} with batch {batch, number}}}. It is noisy (one row decides each step) and slow per epoch, because nothing is computed in parallel. This is what stochastic gradient descent originally meant.',
  'answer.fullBatch':
    'With all rows in one batch there is <b>1 update per epoch</b>, made with the exact mean gradient: in {whose}, <code>batch_size={rows}</code> makes {epochs, number} updates in {epochs, number} epochs instead of {updates, number}. It uses no more data than small batches do, needs much more memory, and usually needs many more epochs to get equally far.',
  'answer.defaults':
    'In Keras’ <code>fit</code> the default is <code>batch_size=32</code> and <code>epochs=1</code>. With {rows, number} rows that would be {defaultSteps, number} iterations in all. Other defaults: <code>shuffle=True</code>, <code>validation_split=0.0</code>, <code>verbose="auto"</code>. For a tf.data Dataset or a generator do not pass <code>batch_size</code>: that data is already batched.',
  'answer.howManyEpochs':
    'There is no fixed number: train as long as <code>val_loss</code> keeps falling, and stop when it has stopped for a few epochs. In practice give plenty (say 100) and let <code>EarlyStopping(patience=5, restore_best_weights=True)</code> end it. What matters is the number of updates, not epochs alone: {whose} makes {steps, number} per epoch, so {epochs, number} epochs are already {updates, number} updates.',
  'answer.moreEpochsBetter':
    'More epochs are better only up to a point: they keep lowering the <b>training</b> loss, but sooner or later <code>val_loss</code> rises: the model is memorising its rows (overfitting). Keep the epoch with the lowest val_loss, for example with <code>EarlyStopping(restore_best_weights=True)</code>. That more epochs prevent overfitting is a mistake; it is the other way round.',
  'answer.oneEpochEnough':
    'Usually not: one epoch is {steps, number} updates in {whose}, and each is a small step, so the weights are rarely finished after one look at the rows. The same rows help again because the weights have changed meanwhile. With very many rows one epoch can be enough; watch whether the loss still falls.',
  'answer.whyRepeat':
    'Because each update is only a small step (the learning rate keeps it small), one look at every row does not bring the weights to where they should be. In the next epoch the same rows meet better weights and still have something to correct. In {whose}, {epochs, number} epochs make {updates, number} such steps instead of {steps, number}.',
  'answer.whyBatches':
    'Because a batch gives an update early and fits into memory: the mean gradient of a few dozen rows already points roughly the right way, so it is worth stepping without looking at all rows first. In {whose} batches of {batch, number} give {steps, number} updates per epoch; all rows at once would give 1, for about the same arithmetic. Single rows would be noisy and slow.',
  'answer.chooseBatch':
    'Start with <b>32</b>, Keras’ default; 16 to 128 is usual for small tables. Smaller batches make more, noisier updates per epoch and take longer per epoch; larger ones run faster but make fewer updates, so they need more epochs or a higher learning rate. In {whose}: batch {small, number} → {smallSteps, number} updates per epoch, batch {large, number} → {largeSteps, number}. If memory runs out, halve it.',
  'answer.powersOfTwo':
    'No, <code>batch_size</code> can be any whole number from 1 on; 10 or 100 work as well as 32. Powers of two are a habit: they sometimes fit a GPU’s memory and units a little better, and they make comparing easy. Results do not depend on it.',
  'answer.biggerBatchWorse':
    'Because you made <b>fewer updates</b>: the same number of epochs has fewer iterations when each takes more rows. In {whose}, {rows, number} rows × {epochs, number} epochs make {smallUpdates, number} updates with batch {small, number} but only {largeUpdates, number} with batch {large, number}. Train more epochs or raise the learning rate (often in proportion to the batch), and compare at equal updates. Large batches are not simply bad.',
  'answer.biggerBatchFaster':
    'An epoch gets faster, because there are fewer iterations and the rows of a batch are computed together: in {whose} {largeSteps, number} instead of {smallSteps, number} when batch {large, number} replaces {small, number}. But it also makes fewer updates, so it may need more epochs to reach the same loss. Compare the time until a certain val_loss, not the time per epoch.',
  'answer.smallerBatch':
    'A smaller batch makes <b>more updates per epoch</b>, each from fewer rows: noisier, and slower per epoch. In {whose}, batch {small, number} means {smallSteps, number} updates per epoch, batch {large, number} only {largeSteps, number}. The loss often falls in fewer epochs but wobbles more; a little noise can even help new data. It also needs less memory.',
  'answer.epochsAndMemory':
    'No: epochs come one after the other, so their number changes only the <b>time</b>. Memory is needed for one batch at a time and for the weights, so what saves it is a smaller <code>batch_size</code>: {batch, number} rows at once in {whose}, in every epoch.',
  'answer.outOfMemory':
    'Make <code>batch_size</code> smaller: halve it until it fits. A step must keep the values of all layers for every row of its batch until the backward pass is done, so this memory grows in proportion to the batch size. With half the batch there are twice as many iterations per epoch, and the same rows are used. Smaller layers or images help, too; more epochs need no more memory.',
  'answer.batchAndLearningRate':
    'A common start: when you multiply the batch size, multiply the learning rate by the same factor. A larger batch averages more rows, so its gradient is less noisy and a larger step is safe, and it makes up for the fewer updates: in {whose}, batch {small, number} → {smallSteps, number} per epoch, batch {large, number} → {largeSteps, number}. It is a rule of thumb; if the loss jumps or turns nan, go back.',
  'answer.equalUpdates':
    'Compare at the <b>same number of weight updates</b>, not at the same epochs. In {whose}, {epochs, number} epochs are {smallUpdates, number} updates with batch {small, number} and {largeUpdates, number} with batch {large, number}; equal epochs favour the small batch. Keep seed, learning rate and validation rows the same, and look at val_loss.',
  'answer.setStepsPerEpoch':
    '<code>steps_per_epoch</code> says how many batches count as one epoch; with arrays leave it out, Keras works out ceil(rows / batch_size) itself, {steps, number} in {whose}. It is for generators and endless datasets that have no end of their own. If the data ends earlier, Keras warns that the input “ran out of data”: then use <code>.repeat()</code> or a smaller number. If set smaller, an “epoch” sees only a part of the rows.',
  'answer.accumulation':
    'Gradient accumulation adds up the gradients of several batches and only then makes <b>one update</b>, so a step is no longer an update. In {whose}, batch {batch, number} accumulated over {accumulated, number} steps works like a batch of {accumulatedRows, number}: still {steps, number} steps per epoch, but {accumulatedUpdates, number} updates. It imitates a large batch where memory is short. Keras 3 has <code>gradient_accumulation_steps</code> in its optimizers; without it, 1 step = 1 update.',
  'answer.multiGpu':
    'With Keras and MirroredStrategy, fit’s <code>batch_size</code> is the <b>total</b> over all GPUs. <code>batch_size={gpuBatch}</code> on {gpus, number} GPUs gives each {perGpu, number} rows per step; {rows, number} rows are still {gpuSteps, number} steps per epoch, because a step is one update from all GPUs together. Other libraries often mean the batch per GPU.',
  'answer.batchedDataset':
    'Leave <code>batch_size</code> out: a tf.data Dataset or generator brings batches already, and Keras refuses the argument. Set it where the data is made, <code>dataset.batch(32)</code>; steps per epoch are then the number of its batches.',
  'answer.countUpdates':
    'After training, <code>model.optimizer.iterations</code> holds the number of updates made. In {whose} it would be {steps, number} × {epochs, number} = {updates, number}.',
  'answer.predictBatch':
    'In <code>predict</code> and <code>evaluate</code> the batch size only decides how many rows are computed together; the results stay the same (but for rounding), because no weights change. A larger one is faster until memory is full; the default is 32 there, too.',
  'answer.stepOrder':
    'One iteration goes: take a batch → forward pass (predict) → compute the loss → backward pass (gradients) → update the weights once. An epoch repeats that for all batches: {steps, number} times in {whose}; then, if there is validation, it is measured, and the next epoch begins.',
  'answer.tenTimesEpochs':
    'The updates grow in proportion to the epochs: {steps, number} per epoch in {whose}, so {epochs, number} epochs make {updates, number} and twice as many epochs twice that. The steps per epoch do not change: they depend only on rows and batch_size.',
  'answer.moreData':
    'With more rows each epoch gets longer: iterations per epoch = rows ÷ batch_size, rounded up. In {whose} {rows, number} rows make {steps, number}; twice the rows would make {doubleSteps, number} with the same batch. More different rows are the surest help against overfitting, and fewer epochs may be enough.',
} as const;
