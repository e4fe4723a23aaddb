/** What comes up when one trains for oneself: errors, hardware, reports. */
export const practice = {
  'answer.gpuChangesTime':
    'No: a GPU only makes each step <b>faster</b>. How many epochs and iterations there are is up to <code>epochs</code>, the rows and <code>batch_size</code>: {steps, number} × {epochs, number} in {whose}, with or without a GPU. What is learned is the same, too, but for tiny rounding differences.',
  'answer.dataTooLarge':
    'Then do not load it whole: hand <code>fit</code> a <b>tf.data Dataset</b> or a generator that reads one batch at a time from disk. Only the batch under way has to fit into memory, {batch, plural, one {# row} other {# rows}} in {whose}; <code>batch_size</code> is then set where the batches are made.',
  'answer.validationBatches':
    'Yes, validation rows are worked on in batches of the same size, but only forward: no gradients, no updates. So the size changes the speed, not val_loss. With {valRows, number} validation rows and batch {batch, number} that is {valSteps, number} steps at the end of each epoch, which the bar does not count. Another size can be given as <code>validation_batch_size</code>.',
  'answer.growingTime':
    'That is not normal: every epoch does the same work ({steps, number} iterations in {whose}), so each should take about as long, apart from the slower first one. Growing times point outside the training: memory filling up, other programs, a hot machine slowing down, or results piling up in a callback or loop of your own.',
  'answer.needGpu':
    'No: small networks on tables train well on a CPU or laptop, often faster than on a GPU. In {whose}, {updates, number} updates take seconds to a minute. A GPU pays off for images, text and large networks; epochs, iterations and results are the same on both.',
  'answer.dataErrors':
    'These errors are about the data, not about training. <b>cardinality is ambiguous</b>: x and y have different numbers of rows. <b>could not convert string to float</b> or <b>failed to convert a NumPy array to a Tensor</b>: there is text or an empty cell in the inputs, turn categories into numbers (one-hot) first. <b>shape mismatch</b>: the number of columns is not that of the first layer, or labels do not fit the last layer. <code>print(x.shape, y.shape, x.dtype)</code> usually shows which.',
  'answer.oldNames':
    'Those are names of old Keras: <code>nb_epoch</code> is now <code>epochs</code>, <code>samples_per_epoch</code> became <code>steps_per_epoch</code> (batches, not rows!), and <code>fit_generator</code> is simply <code>fit</code>. They mean the same training; just rename them.',
  'answer.resetWeights':
    'Build the model again (and compile it): that draws new random weights. <code>keras.models.clone_model(model)</code> does the same from an existing one; compile alone does not, it keeps the weights. In a notebook run the cell that builds the model before fit, or each fit goes on from the last.',
  'answer.reportAccuracy':
    'Report the accuracy on the <b>test</b> rows, measured once at the end with <code>model.evaluate(X_test, y_test)</code>, and the baseline beside it ({baseline} in {whose}). Training accuracy shows how well it knows its own rows, validation accuracy was used for choosing; both look a little too good.',
  'answer.whatMattersMost':
    'Most of all the <b>learning rate</b>: ten times too large and nothing is learned, ten times too small and it takes forever. Then the number of updates, which epochs and batch_size decide together ({updates, number} in {whose}); let EarlyStopping choose the epochs, and leave batch_size at 32 at first.',
  'answer.lateStart':
    'At first the network may sit on a flat stretch where gradients are small, for example while it answers the same for every row; once a few units begin to separate the classes, the loss falls quickly. That is nothing bad. If the flat part is long, scale the inputs or raise the learning rate a little.',
  'answer.mseLarge':
    'mse is in the <b>square</b> of the target’s unit, so large numbers are normal: an mse of 25,000 is a typical error of √25,000 ≈ {rootMse}. Judge it against the target’s spread, or read mae instead. Scaling the target (StandardScaler) makes mse about 1 for always guessing the mean.',
} as const;
