/** What accuracy says, and against what to hold it. */
export const accuracy = {
  'answer.accuracyTenth':
    'With ten equally frequent classes 0.1 is what <b>guessing</b> gives, so nothing has been learned yet. Check in this order: pixels scaled to 0–1 (divide by 255), softmax with 10 units at the end, a loss that fits the labels (<code>sparse_categorical_crossentropy</code> for whole numbers), and then the learning rate.',
  'answer.accuracyStuck':
    'It probably gives every row the same answer: if {baselinePercent} % of the rows belong to one class, always naming that class already scores {baseline}. So an accuracy near {baseline} ({whose}) means nothing has been learned <b>yet</b>. Scale the inputs, train longer, try another learning rate, and see whether the loss falls: it moves first.',
  'answer.accuracyGood':
    'Compare it with the <b>baseline</b>, the accuracy of always naming the most frequent class: {baseline} in {whose}. Only what lies above that has been learned, so 0.86 is good where the baseline is 0.80 and poor where it is 0.90. And judge by rows the network has not seen (validation or test), not by the training rows.',
  'answer.accuracyPerfect':
    '100 % on the <b>training</b> rows often means memorised, not understood. Look at val_accuracy or the test: if it is clearly lower, it is overfitting. If that is perfect as well, check for a leak: the answer, or a column made from it, among the inputs, or the same rows in training and test.',
  'answer.imbalance':
    'Then accuracy flatters: with {baselinePercent} % of one class, always naming it scores {baseline}. Look at precision, recall and the confusion matrix, too, or give the rare class more weight: <code>fit(…, class_weight=…)</code>. Split so that both parts hold the same shares (<code>stratify=y</code>).',
  'answer.accuracyHalf':
    'With two equally frequent classes 0.5 is pure guessing, so nothing has been learned yet. Check that rows and labels still belong together (shuffled separately?), that the last layer is one sigmoid with <code>binary_crossentropy</code>, that inputs are scaled, and try another learning rate.',
  'answer.testLower':
    'A <b>large</b> gap between training and new rows is <b>overfitting</b>: the training rows were learned by heart. A small one is normal, because the weights were fitted to the training rows. Against a large one stop earlier (EarlyStopping on val_loss), use a smaller network or dropout, or get more data. Only the test number says how good it is on new rows.',
  'answer.accuracyRegression':
    'Accuracy makes no sense for predicting numbers: it counts exact hits, and a prediction of 3.02 for 3.0 is none, so it stays near 0. Use <code>mae</code> (the mean distance from the truth) or <code>mse</code> as metric instead.',
  'answer.accuracyFraction':
    'Accuracy is the share of rows answered correctly, from 0 to 1: <code>0.8564</code> means 85.64 % right. In the bar it is the share among the rows of this epoch so far.',
  'answer.improveAccuracy':
    'In this order: scale the inputs, train until val_loss stops falling, try learning rates (0.01, 0.001, 0.0001), then units and layers, then batch size; and more or better data, which usually helps most. Change <b>one</b> thing at a time, with the same seed, and judge by val_accuracy against the baseline ({baseline} in {whose}).',
  'answer.lastEpochBest':
    'Not necessarily: <code>fit</code> leaves the weights of the <b>last</b> epoch in the model, not of the best. If val_loss was lowest earlier, use <code>EarlyStopping(restore_best_weights=True)</code> or <code>ModelCheckpoint(save_best_only=True)</code>. A slightly worse last epoch may just be noise.',
  'answer.accuracyJumps':
    'Accuracy counts right and wrong, so it moves in jumps when rows cross 0.5, and each epoch ends with other weights. Small drops between epochs are normal. If it swings widely, lower the learning rate or use a larger batch.',
  'answer.accuracyTooEarly':
    'That can happen with an easy task or many updates: {whose} makes {steps, number} updates in the first epoch alone. Compare it with the baseline ({baseline}) first: it may be all that was reached.',
  'answer.threshold':
    'The network gives a number between 0 and 1, and for accuracy Keras calls everything above <b>0.5</b> class 1. You may move that threshold afterwards, for example <code>predict(x) > 0.3</code> to miss fewer of the rare class; the loss does not depend on it.',
} as const;
