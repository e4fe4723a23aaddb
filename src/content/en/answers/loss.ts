/** What the loss says, and what is the matter when it does not fall. */
export const loss = {
  'answer.lossDirection':
    '<b>Lower is better</b>: the loss says how wrong the predictions are, and 0 would be perfect. Training changes the weights so that it falls. Accuracy goes the other way, where higher is better. Judge both by rows that were not trained on (val_loss).',
  'answer.nanLoss':
    'A number overflowed, or your data holds nan. Check in this order: missing values in the data, scale the inputs (StandardScaler), lower the learning rate (0.001 → 0.0001), check the label range. More epochs will not repair it: once weights are nan they stay nan, so build the model anew and start again.',
  'answer.lossDownAccFlat':
    'That is possible because loss measures <b>how sure</b> the answer is, accuracy only whether it is right. If for a row whose answer is 1 the prediction goes from 0.30 to 0.45, its loss falls ({lossLow} → {lossMid}), but 0.45 is still below 0.5 and still wrong. Often accuracy follows a little later; compare it with the baseline, too.',
  'answer.lossNotFalling':
    'The usual causes: the learning rate is too small or far too large, the inputs are not scaled, or there have been too few updates ({whose}: {steps, number} per epoch). Try in this order: scale the inputs, change the learning rate by ten (0.001 is the start for Adam), train more epochs, then a larger network. Also check that labels, last layer and loss function fit together.',
  'answer.lossGood':
    'There is no fixed good value: loss depends on the task and the loss function, and it can be above 1. Compare: for two classes {lossHalf} is what pure guessing (0.5 for every row) gives, so less than that has learned something. What counts is that it falls, and that val_loss falls with it.',
  'answer.lossZero':
    'A training loss near 0 means that the model is almost sure and right on every <b>training</b> row, which is often memorising. Look at val_loss: if it is low, too, all is well (or the task is easy); if it is much higher, it is overfitting. A suspiciously perfect val_loss can mean that the answer is among the inputs (a leak).',
  'answer.negativeLoss':
    'A negative loss points to labels that do not fit: crossentropy is never below 0 if labels lie between 0 and 1. Check that labels are 0 and 1 (not 1 and 2, not scaled by StandardScaler), and that the last layer is a sigmoid or softmax.',
  'answer.lossRises':
    'If the <b>training</b> loss rises, the steps are too big: lower the learning rate (for example to a tenth), scale the inputs, and start with fresh weights. A little up and down between epochs is normal noise. If only <b>val_loss</b> rises while the training loss falls, it is overfitting instead.',
  'answer.lossNoisy':
    'A little up and down is normal: every update follows the gradient of just one batch ({batch, number} rows in {whose}), which is only an estimate, and the order is mixed anew each epoch. Larger batches and a smaller learning rate make it calmer. Worry only when the trend over several epochs is not downwards.',
  'answer.evaluateDiffers':
    'No bug: fit’s number is an average taken <b>while</b> the weights were being improved (and with dropout on); <code>evaluate</code> uses the final weights for every row, with dropout off. So evaluate on the training rows is usually lower. In {whose}, fit’s last number is the mean of {steps, number} batches, the early ones from weights that were not as good.',
  'answer.valLossHigher':
    'A val_loss <b>somewhat</b> above the training loss is normal, as the validation rows were never learned from; several times as high is <b>overfitting</b>. What matters most is the direction: both falling is fine; if val_loss rises for several epochs while the training loss falls, the model is overfitting, and the best epoch is the one with the lowest val_loss.',
  'answer.valBetter':
    'That is quite common and no mistake. The training number is an average over the epoch, early worse weights included, while validation uses the weights of its end; dropout weakens the model only in training; and a small validation set may simply be easier by chance. If the gap is large, check that the split is not sorted or overlapping.',
  'answer.valLossRises':
    'That is overfitting: the model goes on improving on its training rows (loss falls) and gets worse on rows it has not seen (val_loss rises). Keep the epoch with the lowest val_loss: <code>EarlyStopping(monitor="val_loss", patience=3, restore_best_weights=True)</code>. More data, dropout or a smaller network help against it; more epochs do not.',
  'answer.valLossUpAccSame':
    'A few wrong answers given with great certainty raise the loss a lot, while accuracy counts each only once. So val_loss can rise and val_accuracy stay or even go up: the model is getting too sure of itself, an early sign of overfitting. If you need probabilities go by val_loss, if you only need the class by val_accuracy.',
  'answer.valNoisy':
    'The validation set is small, so a few rows decide the number: with {valRows, number} rows, one row changes val_accuracy by {valRowShare} percentage points. Add that the weights move in every epoch. Look at the trend over several epochs; a lower learning rate or more validation rows calm it.',
  'answer.whichLoss':
    'Two classes: <code>binary_crossentropy</code> with one sigmoid output. Several classes: <code>categorical_crossentropy</code> for one-hot labels, <code>sparse_categorical_crossentropy</code> for whole numbers, with softmax. Numbers to predict (regression): <code>mse</code> or <code>mae</code>, with no activation at the end.',
  'answer.firstLoss':
    'Because an untrained network does not know anything yet: for two classes it says about 0.5 for every row, and -ln(0.5) = {lossHalf}. For ten classes it would be ln(10) = {lossTen}. The first printed value lies near that, and a first epoch that ends lower has already learned.',
  'answer.plateau':
    'The model has learned what it can with these settings (it has converged), or it is stuck. If val_loss is flat as well, more epochs bring nothing: lower the learning rate (ReduceLROnPlateau), or give the network more units or better inputs. Compare accuracy with the baseline to see whether it has learned at all. EarlyStopping ends the run at such a plateau.',
  'answer.lossNotPercent':
    'Loss is not a percentage and not the share of wrong answers: that is 1 − accuracy. Loss measures how far the predicted probabilities are from the truth; for one row whose answer is 1, a prediction of 0.7 costs -ln(0.7) = {lossSure}. So loss and accuracy do not add up to 1.',
  'answer.howLossComputed':
    'For each row the loss compares prediction and truth: with crossentropy it is -ln(probability given to the right answer), so 0.9 costs {lossNine}, 0.5 costs {lossHalf} and 0.1 costs {lossOne}. The batch’s loss is the mean over its {batch, number} rows, and what is printed is the mean over the epoch so far.',
  'answer.spike':
    'A single spike is usually one unlucky batch or a step that was too big. If it comes back down within an epoch, ignore it; if spikes repeat or grow, lower the learning rate, scale the inputs, look for odd rows, or clip gradients (<code>clipnorm=1.0</code>).',
  'answer.lossAccNotOpposite':
    'They usually move in opposite directions (loss down, accuracy up), but not always, because they measure different things. Loss looks at how sure each prediction is, accuracy only at which side of 0.5 it lies. Training minimises the loss; accuracy follows.',
} as const;
