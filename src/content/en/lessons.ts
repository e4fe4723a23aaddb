/** What the tutor explains, and the comments in the scripts it writes. */
export const lessons = {
  'lesson.from.run': 'With the numbers of run <code>{run}</code>:',
  'lesson.from.lesson': 'With the numbers of the lesson, {rows, number} rows:',
  'lesson.try': 'Try it:',

  'lesson.epoch.title': 'Epoch',
  'lesson.epoch.answer':
    'One <b>epoch</b> is one trip through <b>all training rows</b>: every row goes forward and backward through the network once. The rows go batch by batch, and each batch is one iteration.',
  'lesson.epoch.perEpoch':
    '1 epoch = {rows, number} rows = {steps, plural, one {# iteration, so # weight update} other {# iterations, so # weight updates}}.',
  'lesson.epoch.all':
    '{epochs, plural, one {# epoch} other {# epochs}} × {steps, number} = {updates, plural, one {<b># weight update</b>} other {<b># weight updates</b>}} in the whole run.',
  'lesson.epoch.seen':
    'By the end each row has been used {epochs, plural, one {once} other {# times}}.',
  'lesson.epoch.not':
    'The network is not reset when an epoch begins: its weights carry on. Only the printed loss and {metric} start anew, as they are means over the epoch so far.',
  'lesson.epoch.try':
    'With {epochs, plural, one {# epoch} other {# epochs}}: see where the loss goes.',
  'lesson.epoch.label': 'epochs {epochs, number}',

  'lesson.iteration.title': 'Iteration',
  'lesson.iteration.answer':
    'One <b>iteration</b> (Keras says step) is the work on <b>one batch</b>: predict, measure the loss, go backward, change the weights once. The counter in front of the bar counts them.',
  'lesson.iteration.even':
    '{rows, number} rows ÷ batch_size {batch, number} = <b>{steps, plural, one {# iteration} other {# iterations}}</b> per epoch.',
  'lesson.iteration.uneven':
    '{rows, number} rows ÷ batch_size {batch, number}, rounded up = <b>{steps, number} iterations</b> per epoch: {full, plural, one {# batch} other {# batches}} of {batch, number}, then a last one of {last, plural, one {# row} other {# rows}}.',
  'lesson.iteration.one':
    'batch_size {batch, number} holds all {rows, number} rows, so there is <b>1 iteration</b> per epoch.',
  'lesson.iteration.all':
    '{steps, number} × {epochs, plural, one {# epoch} other {# epochs}} = {updates, plural, one {<b># iteration</b>} other {<b># iterations</b>}} in the whole run.',
  'lesson.iteration.notEven':
    'Weights do not change once per epoch, nor once per row: they change once per iteration. And no row is skipped: 1/{steps, number} is one batch done, not one row.',
  'lesson.iteration.notUneven':
    'iterations × batch_size = rows is true only without a remainder: here {steps, number} × {batch, number} = {product, number}, not {rows, number}. The smaller last batch counts as one iteration, too.',
  'lesson.iteration.try':
    'With batch_size {batch, number} the bar counts to {steps, number} instead of {stepsNow, number}.',

  'lesson.batch_size.title': 'batch_size',
  'lesson.batch_size.answer':
    '<b>batch_size</b> is how many rows one iteration works on before the weights change, once, by the mean of what these rows ask for. It is the size of a batch, not the number of batches.',
  'lesson.batch_size.now':
    'batch_size {batch, number}: {steps, plural, one {# iteration} other {# iterations}} × {epochs, plural, one {# epoch} other {# epochs}} = {updates, plural, one {<b># weight update</b>} other {<b># weight updates</b>}}.',
  'lesson.batch_size.last':
    'The last batch of each epoch has only {last, plural, one {# row} other {# rows}}: what is left over.',
  'lesson.batch_size.not':
    'A larger batch does not use more rows: every epoch uses all {rows, number}. It makes fewer updates, so the loss often falls less in the same number of epochs. Compare at equal updates.',
  'lesson.batch_size.label': 'batch {batch, number}',

  'code.title': 'Run {run} as a Keras script',
  'code.versions': 'Runs with Keras 2.15 (TensorFlow 2.15) and with Keras 3.',
  'code.close':
    'The split and the random numbers differ from the tutor, so results will be close, not equal.',
  'code.seed': 'The same start and shuffling every time.',
  'code.read': 'The file lies beside this script.',
  'code.download': 'Downloaded from where the tutor has it, too.',
  'code.standIn':
    'The tutor makes up its rows itself. These stand in for them: same shape, other rows, so other results.',
  'code.shapes': 'Points in the plane, drawn as the tutor draws them, with other noise.',
  'code.target': 'What to predict; rows without it are of no use.',
  'code.leftOut': 'Columns that say nothing about a new row.',
  'code.oneHot': 'For each category a column of 0 and 1; the first needs none.',
  'code.split': '80 % for training, 20 % kept aside for the test.',
  'code.fill': 'Gaps get the median of the training rows, or their most frequent category.',
  'code.scale': 'Numbers to mean 0, standard deviation 1, as measured on the training rows.',
  'code.scaleTarget': 'The target likewise: loss and mae are in standard deviations.',
  'code.model': 'The network: {shape}.',
  'code.fit':
    '{rows, number} rows ÷ batch_size {batch, number} → {steps, plural, one {# iteration} other {# iterations}} per epoch.',
  'code.validation': 'validation_split takes the last rows, before any shuffling.',
  'code.test': 'Rows the network has never seen.',
} as const;
