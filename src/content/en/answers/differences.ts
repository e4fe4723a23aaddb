/** Two things that are often taken for one another. */
export const differences = {
  'answer.epochVsIteration':
    'An <b>epoch</b> is one trip through all training rows; an <b>iteration</b> (step) is the work on one batch, with one weight update. So an epoch consists of many iterations: in {whose}, {rows, number} rows ÷ {batch, number} = {steps, number} iterations make one epoch, and {epochs, number} epochs are {updates, number} iterations.',
  'answer.iterationVsBatch':
    '<b>batch_size</b> is how many rows are worked on together; an <b>iteration</b> is doing that once, for one batch. Their product covers the data: in {whose}, {rows, number} rows with batch_size {batch, number} take {steps, number} iterations per epoch. A larger batch means fewer iterations.',
  'answer.stepVsIteration':
    'In Keras’ fit they mean the same: one batch worked on = 1 step = 1 iteration = 1 weight update, and <code>steps_per_epoch</code> is how many of them make an epoch ({steps, number} in {whose}). Only with gradient accumulation do they part: then several steps share one update.',
  'answer.epochVsBatch':
    'An <b>epoch</b> says how often all rows are gone through, <b>batch_size</b> how many rows are taken at a time while doing so. In {whose}, {epochs, number} epochs with batch_size {batch, number}: {epochs, number} times through {rows, number} rows, {batch, number} at a time, {updates, number} updates in all. More epochs means longer; a larger batch means fewer updates.',
  'answer.lossVsAccuracy':
    '<b>loss</b> measures how far predictions are from the truth, also how sure they are; it is what training makes smaller. <b>accuracy</b> is only the share of right answers, for people to read. So loss can fall while accuracy stands still: a prediction that goes from 0.30 to 0.45 for a 1 lowers its loss ({lossLow} → {lossMid}) and is still wrong.',
  'answer.valLossVsLoss':
    '<b>loss</b> is measured on the training rows, as an average while the epoch runs; <b>val_loss</b> on validation rows, which are never learned from, with the weights at the epoch’s end. Both falling: it learns. loss falling and val_loss rising: overfitting.',
  'answer.valAccuracyVsAccuracy':
    '<b>accuracy</b> is the share of right answers among the training rows, <b>val_accuracy</b> among validation rows that the network does not learn from. The second says more about new data; if it is far lower, the model is overfitting.',
  'answer.batchSizeVsBatchNorm':
    'They are unrelated and only share a word. <b>batch_size</b> is how many rows go into one weight update; <b>batch normalization</b> is a layer that rescales values using the mean and variance of the current batch in training. So a very small batch makes its statistics noisy, which is the only link.',
  'answer.overfittingVsEarlyStopping':
    '<b>Overfitting</b> is the trouble: the model memorises its training rows and val_loss rises. <b>Early stopping</b> is a remedy: it ends training when val_loss has not improved for some epochs (<code>patience</code>).',
  'answer.shuffleVsSplit':
    '<b>shuffle</b> changes the order of the training rows before every epoch; <b>validation_split</b> sets rows aside for good. The split comes first and takes the last rows unmixed; only what remains is shuffled.',
  'answer.validationVsTest':
    '<b>Validation</b> rows are measured after every epoch, to choose when to stop and which settings; <b>test</b> rows once at the very end, to see how good the result really is. Neither is learned from, but what you choose by validation fits it a little too well, hence the test.',
  'answer.trainVsValidation':
    '<b>Training</b> rows change the weights; <b>validation</b> rows are only predicted, to see how it does on rows it does not learn from. With {split} of {wholeRows, number} rows set aside, {trainRows, number} train and {valRows, number} validate.',
  'answer.optimizerVsLr':
    'The <b>optimizer</b> is the method that turns gradients into weight changes (Adam, SGD …); the <b>learning rate</b> is one of its settings, how large each change is. Adam’s default is 0.001, SGD’s 0.01.',
  'answer.gradientVsWeights':
    '<b>Weights</b> are the numbers the network keeps and learns; the <b>gradient</b> says, for one batch, in which direction and how strongly each weight would change the loss. It is used for one update and thrown away: new weight = weight − learning_rate × gradient.',
  'answer.gradientVsLr':
    'The <b>gradient</b> is computed from the data and says which way and how steep; the <b>learning rate</b> is a number you choose and says how far to go. The step is their product (in plain SGD): learning_rate × gradient.',
  'answer.forwardVsBackward':
    '<b>Forward</b> goes from input to prediction and gives the loss; <b>backward</b> goes from the loss back through the layers and gives the gradient of every weight. Each batch does both once, then the weights are updated; <code>predict</code> and <code>evaluate</code> only go forward.',
  'answer.lossVsGradient':
    'The <b>loss</b> is one number: how wrong the predictions are. The <b>gradient</b> is one number per weight: how that loss would change if the weight changed. The first says how bad it is, the second what to do about it.',
  'answer.overVsUnder':
    '<b>Overfitting</b>: very good on training rows, clearly worse on new ones (loss low, val_loss rising). <b>Underfitting</b>: not even good on the training rows (both high). The first wants to stop earlier or a smaller model, the second longer training or a larger one.',
  'answer.batchVsMinibatch':
    'Today both usually mean the same: a group of rows for one update. Strictly, <b>batch</b> gradient descent uses all rows at once and <b>mini-batch</b> a part of them. Keras’ batch_size is the size of a mini-batch: {batch, number} of {rows, number} rows in {whose}.',
  'answer.sgdVsAdam':
    '<b>SGD</b> moves every weight by learning_rate × gradient; <b>Adam</b> also remembers the mean and the size of past gradients and so gives each weight its own step. Adam learns fast with its default 0.001; SGD (0.01, with momentum) needs tuning and can end a little better.',
  'answer.parameterVsHyperparameter':
    '<b>Parameters</b> (weights and biases) are learned from the data; <b>hyperparameters</b> you choose before: epochs, batch_size, learning_rate, layers. Training never changes a hyperparameter by itself.',
  'answer.evaluateVsPredict':
    '<b>evaluate</b> compares predictions with the right answers and returns loss and metrics; <b>predict</b> only returns predictions and needs no answers. Neither changes the weights.',
  'answer.fitVsEvaluate':
    '<b>fit</b> trains: it changes the weights after every batch. <b>evaluate</b> only measures loss and metrics with the weights as they are. That is why the numbers differ even on the same rows: fit’s are averages taken during the epoch.',
  'answer.weightVsBias':
    'A <b>weight</b> says how strongly an input counts; a <b>bias</b> is a number added regardless of inputs, which shifts the point where the unit responds. Both are parameters and learned the same way; a unit with 11 inputs has 11 weights and 1 bias.',
  'answer.lossVsMetric':
    'The <b>loss</b> is what training minimises and must have a gradient; a <b>metric</b> such as accuracy or mae is only shown, for people, and does not influence the weights. Sometimes one is both, as mse in regression.',
  'answer.mseVsMae':
    '<b>mse</b> is the mean of the squared errors, so a few large errors count very much; <b>mae</b> is the mean distance and is in the unit of the target, easier to read. An error of 10 counts 100 in mse and 10 in mae.',
  'answer.sigmoidVsSoftmax':
    '<b>sigmoid</b> gives one number from 0 to 1, for two classes (or several labels at once); <b>softmax</b> gives one number per class, which add up to 1, for exactly one of several classes. With binary_crossentropy use the first, with categorical_crossentropy the second.',
  'answer.regressionVsClassification':
    '<b>Classification</b> picks one of some classes (leaves or stays) and is judged by accuracy; <b>regression</b> predicts a number (a price) and is judged by mae or mse. Epochs, batches and iterations are the same for both.',
  'answer.accuracyVsBaseline':
    '<b>accuracy</b> is the share of right answers; the <b>baseline</b> is the accuracy of always naming the most frequent class, without looking at the row: {baseline} in {whose}. Only accuracy above the baseline has been learned.',
  'answer.earlyStoppingVsCheckpoint':
    '<b>EarlyStopping</b> ends training when val_loss no longer improves; <b>ModelCheckpoint</b> saves the model to a file along the way. The first saves time, the second the best weights; they are often used together.',
  'answer.seedVsShuffle':
    '<b>shuffle</b> mixes the rows before each epoch; the <b>seed</b> decides which random order (and which initial weights) come out. With the same seed they are mixed in the same way every run.',
  'answer.stepsVsBatch':
    '<b>batch_size</b> is rows per batch, <b>steps_per_epoch</b> is batches per epoch: one is the size, the other the count. steps_per_epoch = rows ÷ batch_size, rounded up: {rows, number} ÷ {batch, number} = {steps, number} in {whose}.',
} as const;
