/** Overfitting, and when to stop. */
export const stopping = {
  'answer.stoppedEarly':
    'Most likely <b>EarlyStopping</b> ended it, not an error: val_loss had not improved for <code>patience</code> epochs. Unless <code>restore_best_weights=True</code> is set, the model keeps the weights of the <b>last</b> epoch, not of the best. If there is no such callback, look for an error message or an interrupted cell.',
  'answer.useEarlyStopping':
    'Pass it to fit: <code>callbacks=[EarlyStopping(monitor="val_loss", patience=5, restore_best_weights=True)]</code>, together with a validation_split. Then give plenty of epochs; training ends when val_loss has not improved for 5 epochs, and goes back to the best weights.',
  'answer.patience':
    '<code>patience</code> is how many epochs without improvement EarlyStopping waits before it ends the run; the default is 0, so the first worse epoch would end it. 3 to 10 is usual: val_loss wobbles, and one bad epoch proves nothing. It counts epochs, not iterations.',
  'answer.restoreBest':
    '<code>restore_best_weights=True</code> puts the weights of the best epoch (lowest val_loss) back into the model when EarlyStopping ends the run. The default is False: then the weights of the last epoch stay, which are <code>patience</code> epochs past the best.',
  'answer.monitor':
    'Usually <code>val_loss</code>: it moves in small steps and notices growing false certainty, which val_accuracy does not. Never the training loss, which keeps falling while the model overfits. If only the share of right answers counts, <code>val_accuracy</code> (mode max) is fine.',
  'answer.fixOverfitting':
    'In this order: stop at the lowest val_loss (EarlyStopping), get more or more varied data, use a smaller network, then dropout or weight decay (L2). More epochs make it worse. Choosing another batch size helps only a little.',
  'answer.detectOverfitting':
    'Watch both curves: the training loss goes on falling while <b>val_loss</b> stops and then rises, or the training accuracy is far above val_accuracy. The epoch where val_loss turns is where memorising begins. Without validation rows you cannot see it.',
  'answer.smallGap':
    'A small gap between training and validation is normal and no reason to worry; it is overfitting when the gap <b>grows</b> because val_loss rises. As long as val_loss still falls, go on.',
  'answer.checkpointing':
    '<code>ModelCheckpoint("best.keras", monitor="val_loss", save_best_only=True)</code> writes the model to a file whenever val_loss is better than before, so the best epoch survives even a crash. EarlyStopping ends the run; the two are often used together.',
  'answer.noEarlyStopping':
    'EarlyStopping only ends the run if its metric does not improve for <code>patience</code> epochs. Check that it is in <code>callbacks=[…]</code> of fit, that there are validation rows for val_loss, and that the metric is not still improving by tiny amounts (then set <code>min_delta</code>).',
  'answer.regularisation':
    'Regularisation is all that keeps a network from memorising: L2 (weight decay) adds a price for large weights to the loss, dropout switches units off at random, EarlyStopping ends in time. It usually raises the training loss a little and lowers val_loss.',
} as const;
