/** What else beginners ask around fit. */
export const around = {
  'answer.readWeights':
    '<code>model.get_weights()</code> returns them as a list of arrays: kernel, bias, kernel, bias …, layer by layer; <code>model.layers[0].get_weights()</code> those of one layer. Single values mean little to a person; that they change from epoch to epoch is what learning is.',
  'answer.kerasAndTensorflow':
    '<b>TensorFlow</b> does the arithmetic (tensors, gradients, CPU and GPU); <b>Keras</b> is the friendly way to build and train networks with it, with <code>compile</code>, <code>fit</code> and <code>evaluate</code>. Keras 3 also runs on PyTorch and JAX. Epoch, iteration and batch_size mean the same in all of them.',
  'answer.callback':
    'A callback is something that Keras calls while <code>fit</code> runs, for example at the end of every epoch or batch. EarlyStopping ends the run, ModelCheckpoint saves the model, ReduceLROnPlateau lowers the learning rate; pass them as <code>callbacks=[…]</code>.',
  'answer.momentum':
    'Momentum lets an update go on in the direction of the ones before, like a ball rolling downhill: noise of single batches averages out and flat stretches are passed faster. In Keras <code>SGD(learning_rate=0.01, momentum=0.9)</code>; Adam has something like it built in.',
  'answer.epochIsCount':
    'An epoch is a <b>count</b>, not a time: one trip through all training rows, however long that takes, and only whole numbers from 1 on make sense for <code>epochs</code>. (Unix time’s “epoch” is another thing with the same name.) People say “EP-ock” or “EE-pock”.',
  'answer.doubleBoth':
    'Twice the batch halves the iterations per epoch, so twice the epochs bring you back to about the <b>same number of updates</b>. In {whose}: batch {batch, number} × {epochs, number} epochs = {updates, number} updates; batch {doubleBatch, number} × {doubleEpochs, number} epochs = {doubleUpdates, number}. But every row is then seen twice as often, so it is not quite the same training.',
  'answer.stepTimeGrows':
    'Because a step then works on more rows: with a larger batch each <b>step</b> takes longer, but there are fewer of them, so the <b>epoch</b> usually gets shorter. In {whose}: batch {small, number} → {smallSteps, number} steps, batch {large, number} → {largeSteps, number}. Compare the seconds per epoch, not ms/step.',
  'answer.crash':
    'Usually the memory ran out: the kernel dies without a message. Make <code>batch_size</code> smaller, load less data at once, close other notebooks, and restart the kernel. If it happens at the import already, it is the installation instead.',
  'answer.readResult':
    'Loss is how far the predictions are from the truth (smaller is better), accuracy the share of rows that were right (0.8564 is 85.64 %); both are averages over the training rows of that epoch. To judge them compare with the first epoch (has loss fallen?) and with the baseline, {baseline} in {whose}: only accuracy above it has been learned. What counts in the end is the number on validation or test rows.',
  'answer.lossVsLossFunction':
    'The <b>loss function</b> is the formula that you choose in <code>compile</code> (binary_crossentropy, mse …); the <b>loss</b> is the number that it gives for these predictions. What the bar prints is its mean over the rows of the epoch so far.',
  'answer.splitAndTest':
    'Yes, they go together: <code>train_test_split</code> first sets the test rows aside, and <code>validation_split</code> then takes its share off the end of what is left for training. From 10,000 rows with a 20 % test, {lessonRows, number} remain; validation_split=0.2 then leaves {lessonTrainRows, number} for training and {lessonValRows, number} for validation.',
  'answer.deepLearning':
    '<b>Machine learning</b> is letting a program find rules from examples; <b>deep learning</b> is doing that with neural networks of several layers. Training such a network is what epochs, batches and iterations are about.',
  'answer.outputMeaning':
    'A single sigmoid output is read as a probability: 0.7 means “class 1 with 70 %”, and above 0.5 it counts as class 1. For two classes one such unit is enough, since the other class has the rest; several classes need one unit each, with softmax.',
  'answer.maxEpochs':
    'Keras sets no limit for <code>epochs</code>; sense does, because val_loss stops falling at some point. Here in the tutor <code>/fit</code> takes up to 500. Give plenty and let EarlyStopping find the end; {epochs, number} epochs in {whose} are {updates, number} updates already.',
  'answer.earlyStoppingEpochs':
    'With EarlyStopping <code>epochs</code> is only the upper limit: give plenty, 100 or more, so that it is EarlyStopping that ends the run. If all epochs are used up, val_loss was still improving and you can give more.',
  'answer.whyLongTail':
    'Because the easy part is learned first: early on many predictions are badly wrong, the gradients are large and the loss falls fast; later only small corrections are left. That is the usual shape of the curve and no fault.',
  'answer.iterationsMore':
    'To make more iterations (updates), either give <b>more epochs</b> or a <b>smaller batch_size</b>: iterations in all = ceil(rows / batch_size) × epochs. In {whose} that is {steps, number} × {epochs, number} = {updates, number}; with batch {small, number} it would be {smallUpdates, number}.',
  'answer.batchUsesSameData':
    'No: every epoch uses <b>all rows</b>, whatever the batch size. A larger batch only groups them differently, which makes fewer updates: in {whose}, batch {small, number} makes {smallSteps, number} updates per epoch and batch {large, number} makes {largeSteps, number}, both from the same {rows, number} rows.',
  'answer.firstEpochWorse':
    'Because training starts from random weights: the first epoch begins knowing nothing, and its printed loss and accuracy are averages that include this beginning. Each later epoch starts where the one before ended, so its numbers are better. In {whose} the first epoch alone already makes {steps, number} updates.',
  'answer.gradientAverage':
    'They are <b>averaged</b>: every row of the batch gives its own gradient, and their mean makes one update, {batch, number} rows for each in {whose}. So rows of a batch act together on the weights, but each prediction is made from its own row alone (batch normalization is the exception). The mean of few rows is a rough estimate, the mean of many a calm one.',
  'answer.interrupted':
    'Everything learned up to that moment is still in the model: weights change after every batch, so an interrupted <code>fit</code> (Ctrl+C, or stopping the cell) keeps them, and another call of <code>fit</code> goes on from there. Only when the program or kernel itself ends are they gone, unless saved with <code>model.save</code> or ModelCheckpoint.',
  'answer.changeBatchBetween':
    'Yes: batch_size is only an argument of each <code>fit</code> call, it is not part of the model. The next call goes on from the same weights with the new size: in {whose}, batch {small, number} makes {smallSteps, number} updates per epoch, batch {large, number} makes {largeSteps, number}. Within one call it stays the same.',
  'answer.evaluateOnTraining':
    'It tells how well the model fits the rows it learned from, and it is useful next to the validation number: a large gap between the two is overfitting. As a measure of quality it is worthless, because a model that only memorised would score best.',
  'answer.whereToStart':
    'No worry, three words carry most of it: an <b>epoch</b> is once through all rows, a <b>batch</b> is the group of rows taken together, an <b>iteration</b> is one batch with one weight update. Press <code>/fit epochs:20 batch:10</code> and watch: {lessonRows, number} rows make {evenSteps, number} iterations in each epoch. Then change one number and compare.',
  'answer.halveBatch':
    'Half the batch makes <b>twice as many</b> iterations per epoch (and twice the batch half as many), apart from rounding up. In {whose}: batch {batch, number} → {steps, number}, batch {doubleBatch, number} → {doubleBatchSteps, number}, batch {halfBatch, number} → {halfBatchSteps, number} iterations per epoch.',
} as const;
