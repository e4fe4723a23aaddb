/** Chance, order, and which rows are for what. */
export const data = {
  'answer.testNotTrained':
    'No, test rows are <b>never learned from</b>: <code>fit</code> trains only on the rows you give it, and <code>evaluate</code> just predicts the test rows and counts. That is why their score tells how well the network does on new rows. If test rows got into the training, the score would be worth nothing.',
  'answer.resultsDiffer':
    'That is normal: the initial weights, the order of the rows and dropout are drawn at random each time. Call <code>keras.utils.set_random_seed(42)</code> before the model is built and they are fixed. On a GPU <code>tf.config.experimental.enable_op_determinism()</code> may be needed as well; tiny differences in the last digits come from parallel sums.',
  'answer.seedNotEnough':
    'There is more than one source of chance: Python, NumPy and TensorFlow each have their own, and <code>np.random.seed</code> sets only NumPy’s. <code>keras.utils.set_random_seed(0)</code> sets all three; call it before the model is built, and start the notebook’s kernel anew. Parallel sums on a GPU may still differ in the last digits unless <code>enable_op_determinism()</code> is on.',
  'answer.whichSeed':
    'Any whole number will do; 42 is a joke, not better than 0 or 7. A seed makes chance repeatable: the same seed gives the same initial weights and the same order of rows. Do not pick the seed with the best result, that only picks luck; for a fair picture run several.',
  'answer.compareRuns':
    'Small differences can be pure chance: the same settings with another seed end a little differently. Run each setting with three to five seeds and compare the means; what is smaller than the spread between seeds shows nothing. With the same seed both at least start from the same weights.',
  'answer.shuffleWhy':
    'So that every batch is a fair mixture: if rows came sorted (first all who stayed, then all who left), each batch would pull the weights one-sidedly and the last ones would win. <code>fit</code> mixes the training rows before every epoch by default (<code>shuffle=True</code>); the rows stay the same, only their order and so the batches change.',
  'answer.shuffleOff':
    'With <code>shuffle=False</code> the rows come in the given order in every epoch. That is needed when order carries meaning between batches (stateful RNNs); for ordinary tables it only makes learning worse if rows are sorted. For time series what matters most is the split: validate on the latest rows, never on a random mixture.',
  'answer.shuffleWhen':
    '<code>fit</code> mixes the training rows before <b>every</b> epoch, after the validation rows were taken off the end. Validation rows are never mixed, and inputs and labels always move together, so no pair is torn apart.',
  'answer.splitLastRows':
    '<code>validation_split</code> takes the <b>last</b> rows, before any shuffling, and the same ones in every epoch; it does not draw at random. For example, with {split} of {wholeRows, number} rows that is the last {valRows, number}, and {trainRows, number} remain for training. If your data is sorted, mix it yourself first, or use <code>train_test_split(shuffle=True)</code>. That shuffle=True mixes before the split is a common mistake.',
  'answer.splitSize':
    'Usually 0.1 to 0.2. With {split} of {wholeRows, number} rows, {valRows, number} validate and {trainRows, number} train, which makes {splitSteps, number} iterations per epoch at batch {batch, number}. More makes val_loss steadier but leaves less to learn from; with very many rows a smaller share is enough.',
  'answer.validationNotTrained':
    'Nothing is learned from validation rows: they are only predicted at the end of each epoch: no gradients, no weight update. They show how the model does on rows it does not learn from. But once you choose settings by val_loss, they are no longer quite unseen; keep a test set for the end.',
  'answer.bothValidations':
    'Use one of them: <code>validation_data=(X_val, y_val)</code> gives rows of your own choice, <code>validation_split</code> takes the last rows of the training data. If both are given, Keras uses validation_data and ignores the split.',
  'answer.validationWhen':
    'At the end of each epoch, after its last batch, with the weights as they are then. During that the bar stands still; then val_loss and val_accuracy are printed once. <code>validation_freq=5</code> would do it every fifth epoch only.',
  'answer.noValLoss':
    'val_loss exists only if there are validation rows: pass <code>validation_split=0.2</code> or <code>validation_data=(X_val, y_val)</code> to fit. Otherwise EarlyStopping on val_loss warns that the metric is not available, and does nothing.',
  'answer.crossValidation':
    'K-fold cross-validation splits the rows into k parts and trains k fresh models, each validated on another part; the mean is a steadier estimate than one split, for k times the time. Each fold is a whole run: with 5 folds of {rows, number} rows each trains on {foldRows, number}, {foldSteps, number} iterations per epoch at batch {batch, number}. Build the model anew for each.',
  'answer.leak':
    'A leak means that knowledge about validation or test rows reaches the training, so results look better than they are. Typical: fitting the scaler on all rows before the split, duplicates in both parts, or a column made from the answer. Split first, then fit scalers and choices on training rows only.',
  'answer.needTest':
    'Rows that the network never saw tell how well it does on new ones, so test rows are kept apart and looked at once, at the very end. Validation rows are for choosing (epochs, settings), which makes their number a little too good. Common shares: 60–80 % training, 10–20 % validation, 10–20 % test.',
  'answer.valRows':
    '<code>validation_split={split}</code> of {wholeRows, number} rows leaves {trainRows, number} for training and {valRows, number} for validation. So the bar counts {splitSteps, number} iterations per epoch at batch {batch, number}, not {wholeSteps, number}: the validation rows make no iterations.',
  'answer.missingValues':
    'Fill or drop them before training: one nan in an input turns the loss to nan. For columns with few gaps use the median or the most frequent value of the <b>training</b> rows; drop rows without a target.',
  'answer.howMuchData':
    'There is no fixed number; a table with ten columns can start with a few hundred rows, images want thousands. Watch the gap: if val_loss stays well above the training loss, more rows would help; if both are high, rather a better model. In {whose} there are {rows, number} training rows for {steps, number} updates per epoch.',
} as const;
