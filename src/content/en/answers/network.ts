/** Weights, gradients, optimizers, and the network itself. */
export const network = {
  'answer.lowerLr':
    'A smaller learning_rate makes smaller steps: the loss falls more <b>steadily</b> and can settle closer to the lowest point, but it takes <b>more updates</b> to get there. Lower it to a third or a tenth when the loss jumps, rises or turns nan; when it falls smoothly but slowly, raise it.',
  'answer.whatLearns':
    'Learning means changing the <b>weights</b>: numbers inside the network that decide how inputs become an answer. For each batch the network predicts, the loss says how wrong that was, the gradient says in which direction each weight would make it less wrong, and the optimizer takes a small step there. In {whose} that happens {steps, number} times per epoch.',
  'answer.parameterCount':
    'A dense layer has inputs × units weights plus one bias per unit. The lesson’s network 11 → 6 → 6 → 1 has {lessonFirst} + {lessonSecond} + {lessonThird} = <b>{lessonParameters, number} parameters</b>. That number depends neither on epochs nor on batch_size; <code>model.summary()</code> prints it.',
  'answer.initialWeights':
    'They start at small random values (Keras’ Dense: glorot_uniform, biases 0). If all weights started equal, all units of a layer would compute and learn the same, so chance has to tell them apart. That is also why two runs end differently unless the seed is set.',
  'answer.saveModel':
    '<code>model.save("my.keras")</code> keeps network, weights and optimizer state; <code>keras.models.load_model("my.keras")</code> brings them back, for predicting or to go on training. Without saving, everything learned is gone when the program ends.',
  'answer.fitTwice':
    'It continues: a second call of <code>fit</code> starts from the weights that the first one left, so 10 + 10 epochs are much like 20. The counter begins at 1 again unless you pass <code>initial_epoch</code>. For a fresh start build (and compile) the model again.',
  'answer.hiddenUnits':
    'Start small: one or two hidden layers with 6 to 64 units for a table with about ten columns. Too few units cannot fit the pattern (underfitting: training loss stays high), too many memorise it (overfitting: val_loss rises). Grow until val_loss stops getting better.',
  'answer.activation':
    'An activation is what a unit does with its sum before handing it on; without one, all layers together could only do what one straight line can. <code>relu</code> (negative becomes 0) is usual in hidden layers, <code>sigmoid</code> at the end for two classes (a number from 0 to 1), <code>softmax</code> for several, none for regression.',
  'answer.dropout':
    'Dropout switches off a random share of the units in each training step, so that the network cannot lean on a few of them; that works against overfitting. It is on only during <code>fit</code>, off in <code>evaluate</code> and <code>predict</code>, which is one reason why training loss can look worse than val_loss.',
  'answer.scaling':
    'Scaling is needed because inputs of very different size (age 40, balance 80,000) give gradients of very different size, and no single learning rate suits them all: learning gets slow, or the loss turns nan. <code>StandardScaler</code> brings each column to mean 0 and deviation 1. Fit it on the training rows only, then transform validation and test rows with it.',
  'answer.predictChangesNothing':
    '<code>predict</code> and <code>evaluate</code> change nothing: they only do the forward pass, with no gradients and no update. Only <code>fit</code> (or train_on_batch) changes them.',
  'answer.vanishing':
    'Going backward, the gradient is multiplied layer by layer. If the factors are below 1 it fades (vanishing: the first layers hardly learn, typical of many sigmoid layers), if above 1 it grows (exploding: loss jumps or nan). relu, good initial weights and batch normalization help against the first; a smaller learning rate and <code>clipnorm</code> against the second.',
  'answer.underfitting':
    'Underfitting means the model has not even learned the training rows well: loss and val_loss are both high and close together. Train more epochs, use more units or layers, a higher learning rate, or better inputs. It is the opposite of overfitting, where only the training loss is good.',
  'answer.localMinimum':
    'Rarely a real problem: a network has so many weights that there is nearly always a direction further down, and the noise of mini-batches helps to leave flat places. If the loss does not move, look first at the learning rate, the scaling of inputs and the initial weights (another seed).',
  'answer.lrTooLarge':
    'With a learning rate that is too large each update overshoots: the loss swings, rises or turns nan. Divide it by ten (0.001 is the start for Adam) and begin with fresh weights.',
  'answer.lrTooSmall':
    'With a learning rate that is too small the loss falls evenly but very slowly, and after all epochs it is still high: {updates, number} updates in {whose} may not be enough then. Multiply it by 3 or 10 until the loss begins to swing, then go one step back.',
  'answer.chooseLr':
    'Start with the optimizer’s default, <b>0.001</b> for Adam (0.01 for SGD), and try factors of ten: 0.01, 0.001, 0.0001. Too large: the loss swings, rises or turns nan. Too small: it falls evenly but hardly. Take the largest that still falls calmly.',
  'answer.lrSchedule':
    'Large steps at the start, small ones near the end: a schedule lowers the learning rate while training. Simple ways in Keras: <code>ReduceLROnPlateau(factor=0.5, patience=3)</code>, or <code>ExponentialDecay</code>, whose <code>decay_steps</code> count iterations, not epochs ({steps, number} make an epoch in {whose}).',
  'answer.whichOptimizer':
    'Take <b>Adam</b> with its default 0.001 to begin with: it adapts the step for every weight and forgives much. SGD with momentum can end a little better but wants its learning rate tuned; RMSprop lies between (compile takes it when you name none). Compare at the same seed and the same number of updates.',
  'answer.sgdKinds':
    'They differ in how many rows each update looks at: <b>batch</b> gradient descent all of them (1 update per epoch), <b>stochastic</b> (SGD) one ({rows, number} updates per epoch in {whose}), <b>mini-batch</b> a few ({steps, number} with {batch, number}). Keras’ optimizer called SGD does mini-batches of your batch_size.',
  'answer.howGradient':
    'The gradient says, for every weight, how the loss would change if that weight grew a little. Keras computes it for all rows of the batch, averages it, and the optimizer moves each weight a small step the other way: new weight = weight − learning_rate × gradient (plain SGD). Backpropagation is how it is computed, from the last layer to the first.',
  'answer.compile':
    '<code>compile</code> chooses how to learn, it does not train yet: the optimizer (how weights are changed), the loss (what is minimised) and metrics such as accuracy (what is only shown). <code>fit</code> then trains. Calling compile again gives a new optimizer but keeps the weights.',
  'answer.fitLine':
    '<code>model.fit(X_train, y_train, batch_size={batch}, epochs={epochs})</code> trains the network: it goes through all rows of X_train {epochs, number} times (epochs), {batch, number} rows at a time (batch_size), and after each batch corrects the weights so that predictions come closer to y_train. In {whose}: {steps, number} iterations per epoch, {updates, number} in all.',
  'answer.xy':
    '<code>X</code> are the inputs, one row per example and one column per feature; <code>y</code> are the right answers, one per row. <code>X_train, y_train</code> are for learning, <code>X_test, y_test</code> are kept aside to see how it does on rows it has never seen.',
  'answer.pytorch':
    'The words mean the same in PyTorch: <code>DataLoader(batch_size={batch}, shuffle=True)</code> makes the batches, <code>len(loader)</code> is the number of iterations per epoch ({steps, number} in {whose}), and you write the loops yourself: for each epoch, for each batch, <code>optimizer.step()</code> is one update. Gradients add up there until <code>zero_grad()</code>; drop_last=True leaves out a smaller last batch.',
  'answer.dense':
    'A layer takes numbers in and gives numbers out; in a Dense layer each unit (neuron) adds up all inputs times its weights, plus a bias, and sends the sum through an activation. Several in a row make a network. The lesson’s 11 → 6 → 6 → 1: 11 inputs, two hidden layers of 6 units, 1 output.',
  'answer.oneHot':
    'A network can only calculate with numbers, so categories become columns of 0 and 1 (one-hot): one per category. Numbering them 1, 2, 3 would claim an order and distances that do not exist. For labels: one-hot goes with <code>categorical_crossentropy</code>, whole numbers with <code>sparse_categorical_crossentropy</code>.',
  'answer.deadRelu':
    'A relu unit whose sum is negative for every row gives 0, has gradient 0 and stops learning (“dead”). A few are harmless. If many die, lower the learning rate, scale the inputs, or use leaky relu.',
} as const;
