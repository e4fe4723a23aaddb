/** Fine points, asked once the first words are clear. */
export const finePoints = {
  'answer.gradientZero':
    'A gradient of 0 only says that it is <b>flat</b> here: a small change of the weights does not change the loss, so this update moves nothing. That can be the bottom, where everything is learned, but just as well a flat stretch or units that have died. The next batch usually has another gradient; judge by whether val_loss still falls.',
  'answer.gradientSize':
    'A large gradient is neither good nor bad, it says that it is <b>steep</b>: the loss would change a lot with these weights. At the start gradients are usually large, near the end small. Very large ones make steps that are too big (the loss jumps or turns nan); then lower the learning rate, scale the inputs or set <code>clipnorm=1.0</code>.',
  'answer.gradientFresh':
    'It is not kept: for every batch the gradient is worked out <b>anew</b>, from that batch’s rows and with the weights as they are then. Only the optimizer remembers something: momentum and Adam keep a running average of past gradients. In {whose} that makes {steps, number} fresh gradients per epoch.',
  'answer.mathNeeded':
    'You can use Keras without any calculus: it works out all gradients itself in every <code>fit</code>. It helps to know what they are for: the gradient says in which direction the loss would rise, and the weights go a small step the other way. You choose data, epochs, batch_size and learning rate.',
  'answer.betterSeed':
    'A seed makes results repeatable, not better. If the accuracy changes with another seed, that is <b>luck</b>: other starting weights and another order of the rows, and the best of many seeds will not be as good on new rows. Train with three to five seeds and give the mean; an improvement counts if it is larger than the spread between seeds.',
  'answer.dropoutKeep':
    'A lower <b>training</b> accuracy is what dropout is meant to cause: it switches units off at random while training, so rows are harder to learn by heart. Decide by val_accuracy or val_loss, where dropout is off: if they got better, keep it; if they got worse, lower the rate (0.5 → 0.2) or take it out. A small network often needs none.',
  'answer.splitWaste':
    'It costs some rows to learn from, but it is well spent: without validation rows you cannot see overfitting, nor when to stop. With {split} of {wholeRows, number} rows, {trainRows, number} still train and {valRows, number} validate. When the settings are found you may train once more on all rows; with very little data use k-fold cross-validation.',
  'answer.reach100':
    'On the <b>training</b> rows perhaps, if the network is large enough to learn them by heart; on new rows hardly ever. Inputs seldom tell everything about the answer, so some rows cannot be got right except by luck. Many more epochs mostly mean overfitting: val_accuracy stays or falls.',
  'answer.lossNotZero':
    'It does not have to be zero, and mostly cannot be: rows with nearly the same inputs have different answers, so the network can never be quite sure. A loss of 0 would mean every row right with full certainty, which usually means memorised. What counts is that val_loss is low and no longer falls.',
  'answer.shuffleTwice':
    'It is no longer needed for the order itself, but leave <code>shuffle=True</code> on: your own shuffle mixes <b>once</b>, fit’s mixes anew before <b>every</b> epoch, so the batches differ each time. Your own does one thing that fit’s cannot: it mixes before validation_split takes the last rows.',
  'answer.nanStays':
    'More epochs do not help: once a weight is nan, everything computed with it is nan, so it stays that way. Stop, build the model anew, and remove the cause: missing values in the data, inputs that are not scaled, or a learning rate that is too high (try 0.0001 instead of 0.001).',
  'answer.compileKeepsWeights':
    'Compiling again is not enough: <code>compile</code> keeps the weights, it only makes a new optimizer. Build the model again (run the cell that makes it); only then new random weights are drawn.',
  'answer.smallGeneralise':
    'There is something to it, but less than often said: small batches make noisy steps, and that noise can help a little against memorising. Most of the difference people see comes from comparing at equal epochs: in {whose}, batch {small, number} makes {smallUpdates, number} updates and batch {large, number} only {largeUpdates, number}. With equal updates and a fitting learning rate little of it is left.',
  'answer.scaleTarget':
    'For classification do not scale the target: labels have to stay <b>0 and 1</b> (or class numbers), otherwise crossentropy makes no sense and the loss may even become negative. Scale the inputs only. In regression scaling the target is fine and often helps; turn predictions back with <code>inverse_transform</code>.',
  'answer.reduceLrVsStop':
    'Both watch val_loss and wait <code>patience</code> epochs: <b>ReduceLROnPlateau</b> then goes on with a smaller learning rate, <b>EarlyStopping</b> ends the run. They are often used together, with the shorter patience for ReduceLROnPlateau (for example 3 and 10), so that smaller steps are tried first.',
  'answer.weightsAfterStop':
    'A run that EarlyStopping ends at epoch {stoppedAt, number} with patience {patience, number} was best at <b>epoch {bestEpoch, number}</b>: {stoppedAt, number} − {patience, number}, as that many epochs brought nothing better. The model holds the weights of the last epoch, {stoppedAt, number}, unless <code>restore_best_weights=True</code> is set; then it holds those of epoch {bestEpoch, number}.',
  'answer.belowBaseline':
    'Below the baseline ({baseline} in {whose}) the network does worse than always giving the most frequent answer. At the start that can happen and passes; if it stays, rows and labels no longer belong together (shuffled or sorted separately), the labels are turned round (0 for 1), or the learning rate is too large. Two classes and an accuracy far below 0.5 point to labels turned round.',
  'answer.weightRange':
    'Weights can be any numbers: positive, negative or near 0, and they are not limited to 0 to 1. A negative weight means that a larger input makes the unit’s sum smaller. They start small and random, and training moves each up or down; <code>model.get_weights()</code> shows them.',
  'answer.weightVsParameter':
    'Nearly the same: the <b>parameters</b> are all numbers that training changes, which is weights and biases together. In everyday talk “the weights” often means both. The lesson’s network has {lessonParameters, number} parameters, most of them weights, and one bias for each unit.',
  'answer.normaliseVsStandardise':
    '<b>Normalising</b> (MinMaxScaler) brings each column between 0 and 1; <b>standardising</b> (StandardScaler) brings it to mean 0 and deviation 1. Networks learn well with either; images are usually divided by 255, tables standardised. What matters is that all inputs are of a similar size, and that the scaler is fitted on training rows only.',
  'answer.noValidation':
    'Without rows that it does not learn from you cannot see overfitting while it trains: the training loss only ever falls. Give it <code>validation_split=0.2</code> and watch val_loss. A test at the very end also shows it, as an accuracy clearly below that of training, but then it is too late to stop in time.',
  'answer.scheduleNeeded':
    'A learning-rate schedule is not necessary: for small networks Adam with a fixed 0.001 is usually good enough. It is worth trying when the loss has gone flat or still swings near the end; then <code>ReduceLROnPlateau(factor=0.5, patience=3)</code> is the simplest.',
  'answer.stopsTooSoon':
    'Probably too soon: val_loss wobbles, and with a small <code>patience</code> (the default is 0) one worse epoch already ends the run. Give it 5 to 10, and <code>restore_best_weights=True</code> so that waiting costs nothing. If it still ends as early, the model overfits at once or the learning rate is too high.',
  'answer.baselineOfClasses':
    'The baseline is the share of the most frequent class. If the classes are equally frequent, it is 1 ÷ their number: 50 % for two, {thirdPercent} % for three, 10 % for ten. If not, count the labels: in {whose} the larger class has {baselinePercent} %, so always naming it scores {baseline}.',
  'answer.biggerBatchGradient':
    'The mean over more rows is a <b>steadier</b> estimate of the gradient, so larger batches zigzag less. But it pays less and less: four times the rows only halve the noise, and there are fewer updates. In {whose}, batch {small, number} makes {smallSteps, number} updates per epoch, batch {large, number} only {largeSteps, number}; many roughly right steps usually get further than a few exact ones.',
  'answer.stillFalling':
    'If val_loss was still falling too, train on: call <code>fit</code> again, and it goes on from the weights it has. If only the training loss still falls and val_loss does not, stop; more epochs would just memorise. To leave that to Keras, give plenty of epochs and <code>EarlyStopping(patience=5, restore_best_weights=True)</code>.',
  'answer.changeOptimizer':
    'Another optimizer does not erase what was learned: compile again with it, and the weights stay, so <code>fit</code> goes on from there. Only the optimizer’s own memory (averages of past gradients) begins anew. To compare two optimizers fairly, build the model again for each, with the same seed.',
  'answer.dropoutAndStopping':
    'Dropout and early stopping go well together: dropout makes memorising harder, early stopping ends the run before it begins in earnest. With dropout val_loss wobbles more and falls more slowly, so give a somewhat larger <code>patience</code> (for example 10) and more epochs.',
  'answer.adamVsRmsprop':
    'Both give every weight a step of its own, smaller where its gradients have been large. <b>Adam</b> also keeps a running average of the direction (momentum), <b>RMSprop</b> does not. In practice they are close: both start from a learning rate of 0.001; take Adam first.',
  'answer.shuffleBeforeSplit':
    'Mix rows and labels yourself, together, before fit: <code>i = np.random.permutation(len(X)); X, y = X[i], y[i]</code>. validation_split then takes the last of the mixed rows. <code>train_test_split(X, y)</code> mixes as well; hand its second part to fit as <code>validation_data</code>.',
  'answer.otherMachine':
    'A seed makes results repeat on the <b>same</b> machine with the same versions. Another processor or GPU, or another version of TensorFlow, adds numbers in another order and rounds differently, and over thousands of updates ({updates, number} in {whose}) that becomes visible. Compare only runs from one machine, or means over several seeds.',
  'answer.allLayers':
    'Every update changes the weights of <b>all</b> layers, the first ones as well: the backward pass carries the gradient from the loss through the last layer to the first. Only layers set to <code>trainable=False</code> stay as they are. In {whose} that happens {steps, number} times per epoch.',
  'answer.scalerOnTest':
    'On test and validation rows only <code>transform</code>, never <code>fit</code>: the scaler takes mean and deviation from the training rows and applies those same numbers everywhere. Fitting it again would scale them differently, and fitting it on all rows leaks what the test should not give away.',
  'answer.whyValFalls':
    'val_loss falls because what the network learns from the training rows is true of other rows as well: it finds what they have in common. That is what training is for. When it begins to learn what holds for the training rows only, val_loss stops falling and rises (overfitting).',
  'answer.whatIsStored':
    'The tutor keeps your runs, uploaded CSV files, your language, quiz results and predictions, on the machine it runs on; the study room also keeps what was said there. Questions you ask in Discord or Slack are answered and not stored by it. Nobody’s questions or data train anything but your own runs.',
} as const;
