/** The comments in the scripts that the tutor writes. */
export const lessons = {
  'code.title': 'Run {run} as a Keras script',
  'code.versions': 'Runs with Keras 2.15 (TensorFlow 2.15) and with Keras 3.',
  'code.close':
    'The split and the random numbers differ from the tutor’s, so results will be close, not equal.',
  'code.seed': 'The same start and shuffling every time.',
  'code.read': 'The file goes in the same folder as this script.',
  'code.readBuiltin':
    'The file goes in the same folder as this script; it came with the same message, and /data {name} gives it, too.',
  'code.leftOutWhy': 'Left out, and why:',
  'code.gaps': 'Cells that say there is no value.',
  'code.inputs': 'What the network gets to see: numbers, parts of dates, categories.',
  'code.splitSame':
    'The same rows for training (80 %) and for the test as in the tutor: shuffled the same way, with every class in the same share.',
  'code.exact':
    'Rows, inputs and split are the tutor’s own; only the random start of the weights differs, so results are close, not equal.',
  'code.download': 'Downloaded from where the tutor got it.',
  'code.standIn':
    'The tutor generates its own rows. These stand in for them: same shape, different rows, so different results.',
  'code.shapes': 'Points in the plane, drawn as the tutor draws them, with different noise.',
  'code.target': 'What to predict; rows without it are of no use.',
  'code.leftOut': 'Columns that say nothing about a new row.',
  'code.oneHot': 'A column of 0 and 1 for each category except the first.',
  'code.split': '80 % for training, 20 % kept aside for the test.',
  'code.fill': 'Gaps get the median of the training rows, or their most frequent category.',
  'code.scale':
    'Numbers are scaled to mean 0, standard deviation 1, as measured on the training rows.',
  'code.scaleTarget': 'The target, too: loss and mae are in standard deviations.',
  'code.model': 'The network: {shape}.',
  'code.fit':
    '{rows, number} rows ÷ batch_size {batch, number} → {steps, plural, one {# iteration} other {# iterations}} per epoch.',
  'code.validation': 'validation_split takes the last rows, before any shuffling.',
  'code.dropout': 'Dropout leaves units out in training only, not for val_loss and the test.',
  'code.l2': 'L2 adds λ × the sum of squared weights to the loss that is printed.',
  'code.patience':
    'Training ends once val_loss has not fallen below its lowest for {patience, plural, one {# epoch} other {# epochs}}.',
  'code.restore':
    'Then the best weights are put back: in Keras 2.15 only if training ended early, in Keras 3 always.',
  'code.torch.title': 'Run {run} as a PyTorch loop',
  'code.torch.versions': 'Runs with PyTorch 2.',
  'code.torch.batch':
    'BATCH: the DataLoader hands out {batch, number} of the {rows, number} rows at a time, in a new order in every epoch.',
  'code.torch.sums': 'No {activation} at its end: the loss function applies it.',
  'code.torch.start':
    'Weights start as in Keras: glorot_uniform, which is called xavier_uniform here, and biases at 0.',
  'code.torch.epoch':
    'EPOCH: each turn of this loop uses all {rows, number} training rows once; {epochs, plural, one {# turn} other {# turns}}.',
  'code.torch.iteration':
    'ITERATION: each turn of this loop uses one batch; {steps, plural, one {# turn} other {# turns}} per epoch.',
  'code.torch.forward': 'Forward pass: predictions, and how wrong they are.',
  'code.torch.backward': 'Backward pass: the gradient of each weight.',
  'code.torch.update': 'The weights change, once per iteration.',
  'code.torch.mean': 'What is printed is the mean over the rows so far, as in Keras.',
  'code.torch.restore': 'The weights of the epoch with the lowest val_loss are put back.',
  'code.test': 'Rows the network has never seen.',
} as const;
