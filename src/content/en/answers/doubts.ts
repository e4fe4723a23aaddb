/** What learners have heard somewhere, half believe, and see not come true on their own screen. */
export const doubts = {
  'answer.worseAfterEpoch':
    'If it gets worse on validation rows from there on, the model has begun to memorise its training rows (<b>overfitting</b>); if it only stays as it is, it has learned what it can. Either way more epochs bring nothing: <code>EarlyStopping(patience=5, restore_best_weights=True)</code> ends the run and goes back to the epoch with the lowest val_loss. Only if the training loss rises as well is it something else: then lower the learning rate.',
  'answer.onlyTrainingImproves':
    'If accuracy rises and val_accuracy does not, that is <b>overfitting</b>: the model learns its training rows by heart, and nothing that would help with rows it has not seen. More epochs do not change that. Stop where val_loss was lowest (EarlyStopping), and get more data, a smaller network or dropout.',
  'answer.lowerLossBetter':
    'Not always: a low <b>training</b> loss may only mean that the rows were learned by heart. What counts is the loss on rows that the model has not seen, so compare <b>val_loss</b>. And two losses can be compared only if they come from the same loss function and the same rows.',
  'answer.freeBaseline':
    '{baselinePercent} % comes for free: that many rows belong to one class, so whoever always gives that one answer is right that often without having learned anything. It is called the <b>baseline</b> ({baseline} in {whose}). Only what lies above it has been learned.',
  'answer.shuffleWhat':
    'Only the order of the <b>rows</b> changes: the columns stay where they are, and each row keeps its own label, so X and y cannot get apart. <code>fit</code> does it anew before every epoch; validation rows are left alone.',
  'answer.seedOnGpu':
    'A GPU adds many numbers at the same time, in an order that varies from run to run, and so the rounding in the last digits varies, seed or not. Over many updates that grows into a visible difference. Call <code>keras.utils.set_random_seed(0)</code> and then <code>tf.config.experimental.enable_op_determinism()</code> before the model is built; it trains a little slower, but always the same.',
  'answer.patienceIsNotEpochs':
    '<code>patience</code> does not say how many epochs are trained, but how many epochs <b>in a row without improvement</b> are put up with. Each time val_loss reaches a new low, counting begins again from 0. So with patience 5 a run may well last 50 epochs; <code>epochs</code> is the upper limit.',
  'answer.batchOneNotBest':
    'Batch size 1 makes the most updates, but not the most exact ones: a single row decides the direction each time, while a batch averages over its rows. In {whose} it makes {rows, number} shaky updates per epoch instead of {batch, plural, =1 {{largeSteps, number} calmer ones with batch {large, number}} other {{steps, number} calmer ones with batch {batch, number}}}, and takes much longer. Something like 32 is a better start.',
  'answer.stuckAtGuessing':
    'A loss that stays near {lossHalf} means that the network still <b>guesses</b>: two classes with 0.5 for each cost -ln(0.5) = {lossHalf}. Check in this order: are the inputs scaled, do rows and labels belong together (labels 0 and 1), is the last layer one sigmoid with <code>binary_crossentropy</code>, then try a learning rate ten times smaller or larger.',
  'answer.backpropVsDescent':
    '<b>Backpropagation</b> works out the gradient, that is, for every weight, how the loss would change with it; <b>gradient descent</b> uses the gradient to move the weights a step downhill. First one, then the other, after every batch: {steps, number} times per epoch in {whose}.',
  'answer.forwardUpdates':
    'The forward pass changes no weights: it only works out the prediction and the loss. Then the backward pass works out the gradients, and only after that the optimizer changes the weights, once per batch.',
  'answer.lrConstant':
    'By itself <code>learning_rate</code> stays what you set it to, from the first update to the last. It changes only if you ask for it, with <code>ReduceLROnPlateau</code> or a schedule. Adam does fit each weight’s step to its past gradients, but it multiplies all of them by the same, unchanged learning rate.',
  'answer.seedPlace':
    'At the very top, <b>before the model is built</b>: <code>keras.utils.set_random_seed(42)</code>. The first weights are drawn when the model is made, so before compile or fit is too late for them. In a notebook put it into the cell that builds the model, and run that cell again each time.',
  'answer.sortedSplit':
    'With sorted rows the validation rows are all of one kind, because <code>validation_split</code> takes the <b>last</b> rows as they stand, before any shuffling. So the model is tested on a class that it hardly ever saw in training, and val_accuracy is near 0 or near 1 by accident. Mix the rows yourself before fit, or use <code>train_test_split(X, y, stratify=y)</code>.',
  'answer.batchQuality':
    'After the same number of <b>epochs</b> the smaller batch is usually ahead, simply because it made more updates: in {whose}, {epochs, number} epochs are {smallUpdates, number} updates with batch {small, number} and {largeUpdates, number} with batch {large, number}. After the same number of <b>updates</b> the two are much closer. So neither is better as such; compare at equal updates, or give the larger batch more epochs or a higher learning rate.',
  'answer.goodAccuracyHighLoss':
    'High accuracy and a high loss go together when the few wrong answers are given with great certainty. For a row whose answer is 1, a prediction of 0.1 costs {lossOne}, one of 0.45 only {lossMid}, and both count as one mistake in accuracy. Look at val_loss: if it rises, the model is getting too sure of itself.',
  'answer.notSavedByItself':
    'Keras saves nothing by itself: after <code>fit</code> the model holds the weights of the <b>last</b> epoch, in memory only. For the best ones use <code>EarlyStopping(restore_best_weights=True)</code>; for a file <code>ModelCheckpoint("best.keras", save_best_only=True)</code> or <code>model.save("my.keras")</code>.',
  'answer.whatIsMinimised':
    'Training makes the <b>loss</b> smaller; accuracy is only shown to you and changes nothing. It could not be used for learning: it counts right and wrong, and that does not move when a weight changes a little, so there would be no gradient. The loss does move.',
  'answer.noOptimizer':
    'Without an optimizer of your own, <code>compile</code> takes <b>rmsprop</b>, so it trains all the same. <code>optimizer="adam"</code> with its default learning rate of 0.001 is the more usual choice and mostly works as well or better. There is always one: it is what changes the weights after every batch.',
  'answer.higherLrFaster':
    'Only up to a point: a higher learning rate makes larger steps, so the loss falls faster at first, but too large a step overshoots, and the loss swings, rises or turns nan. Try three or ten times as much and keep it only if the loss still falls calmly; 0.001 is the start for Adam.',
  'answer.gradientIsDerivative':
    'It is the derivative, one for every weight: how fast the loss would grow if that weight grew a little and all others stayed (a partial derivative). All of them together are called the gradient. You need not work it out yourself; Keras does it in every backward pass.',
  'answer.whichRunIsRight':
    'Both are right: each run begins with other random weights and mixes the rows otherwise, so it ends a little differently. Neither is <b>the</b> accuracy. Train with three to five seeds and give the mean and the spread; <code>keras.utils.set_random_seed(42)</code> makes one run repeatable.',
  'answer.realPeople':
    'No real people are in the lesson’s data: its bank customers are made up, drawn so that they are like a well-known teaching example. <code>/data</code> says of every data set where it comes from.',
} as const;
