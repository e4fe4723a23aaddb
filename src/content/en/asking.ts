/** /ask: sums that are worked out for the asker, and what frames an answer. */
export const asking = {
  'command.ask': 'Ask anything about training, in your own words and with your own numbers',
  'command.ask.question': 'Your question: “60000 rows, batch 128, 5 epochs: how many updates?”',
  'command.ask.run': 'The run whose numbers to use; your last one if left out',

  'ask.whose.question': 'your example',
  'ask.whose.run': 'your run {run}',
  'ask.whose.lesson': 'the lesson’s example',

  'ask.welcome':
    'Ask me something about training, in your own words, for example “what is an epoch?” or “60000 rows, batch 128, 5 epochs: how many updates?”.',
  'ask.boundary':
    'That is outside of what I know: I only explain how neural networks train, with epochs, iterations, batch_size, loss, accuracy and what Keras prints. Ask me something about that, or press one of these.',
  'ask.unsure':
    'I am not sure what you mean, so I would rather not guess. Is it one of these? You can also ask again in other words, with the numbers you see.',
  'ask.both': 'These are two things; here is each in short:',
  'ask.example.epoch': 'What is an epoch?',
  'ask.example.sum': '60000 rows, batch 128?',
  'ask.example.nan': 'My loss is nan',
  'ask.example.run': 'Train one now',
  'ask.command.sum': '/ask 60000 rows, batch 128, 5 epochs: how many updates?',
  'ask.command.nan': '/ask my loss is nan',

  'sum.steps':
    '<b>{steps, plural, one {# iteration} other {# iterations}} per epoch</b>: {rows, number} rows ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {, rounded up} other {}}.',
  'sum.updates':
    '<b>{updates, plural, one {# weight update} other {# weight updates}}</b> in all: {steps, plural, one {# iteration} other {# iterations}} per epoch × {epochs, plural, one {# epoch} other {# epochs}}.',
  'sum.stepsAgain':
    '{rows, number} rows ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {, rounded up to {steps, number}} other {}} per epoch.',
  'sum.updatesAgain':
    '× {epochs, plural, one {# epoch} other {# epochs}} = {updates, plural, one {# weight update} other {# weight updates}} in all, one for each iteration.',
  'sum.lastUneven':
    'The last batch has {last, plural, one {# row} other {# rows}}, {full, plural, one {the one before it} other {each of the # before it}} {batch, number}.',
  'sum.lastFull':
    'It divides evenly, so the last batch is a full one of {batch, plural, one {# row} other {# rows}}.',
  'sum.lastOnly': 'All {rows, number} rows fit into one batch.',
  'sum.validation':
    'validation_split {split} keeps {valRows, number} of {wholeRows, number} rows aside for validation, so {rows, number} train.',
  'sum.validationFirst':
    '<b>{rows, number} rows</b> train and <b>{valRows, number}</b> validate: validation_split {split} of {wholeRows, number} rows, taken from the end.',
  'sum.guess.right': '{guess, number} is right.',
  'sum.guess.floor':
    'Not {guess, number}: that would forget the smaller last batch of {last, plural, one {# row} other {# rows}}.',
  'sum.guess.plusOne':
    'Not {guess, number}: rows // batch_size + 1 is one too many here, because it divides evenly.',
  'sum.guess.perEpoch':
    'Not {guess, number}: weights are updated after every batch, not once per epoch.',
  'sum.guess.perRow':
    'Not {guess, number}: weights are updated after every batch, not after every row.',
  'sum.assumed.rows': 'You gave no rows, so I took those of {whose}: {rows, number}.',
  'sum.assumed.batch':
    'You gave no batch_size, so I took {default, select, yes {Keras’ default} other {that of {whose}}}: {batch, number}.',
  'sum.assumed.epochs': 'You gave no epochs, so I took those of {whose}: {epochs, number}.',
  'sum.why':
    '<b>{steps, number}</b> is the number of batches in an epoch: {rows, number} rows / batch_size {batch, number} = {quotient}{rounded, select, yes {, rounded up} other {}}{default, select, yes {; 32 is Keras’ default when you give none} other {}}. The counter counts batches, not rows; all {rows, number} rows are used once in every epoch.',
  'sum.dropped':
    '<b>{whole, plural, one {# iteration} other {# iterations}} per epoch</b>: {rows, number} rows ÷ batch_size {batch, number} = {quotient}{rounded, select, yes {, rounded <b>down</b>, as <code>drop_remainder=True</code> leaves the last {rest, plural, one {# row} other {# rows}} out} other {, which divides evenly, so <code>drop_remainder=True</code> leaves nothing out}}.',
  'sum.setSteps.fewer':
    '<b>Not all of the rows</b>: an epoch of {steps, plural, one {# step} other {# steps}} × batch_size {batch, number} sees {seen, plural, one {# row} other {# rows}} of {rows, number}. For all of them leave <code>steps_per_epoch</code> out; Keras counts the {needed, number} steps itself.',
  'sum.setSteps.same':
    '<b>Yes, all rows</b>: {steps, number} steps of batch_size {batch, number} are just one trip through the {rows, number} rows. Without <code>steps_per_epoch</code> Keras counts the same.',
  'sum.setSteps.more':
    '<b>More than there is</b>: {rows, number} rows with batch_size {batch, number} make {needed, number} steps, so {steps, number} cannot be had. Keras warns that the input “ran out of data” and ends the training; leave <code>steps_per_epoch</code> out.',
  'sum.whyRange':
    '<b>{steps, number}</b> counts batches: so many iterations make one epoch. With batch_size {batch, number}{default, select, yes { (Keras’ default)} other {}} that means {from, number} to {to, number} training rows, because the last batch may be smaller.',
  'sum.whyMnist':
    'The usual case is MNIST: {rows, number} images / {batch, number} = {steps, number}.',
  'sum.batch.range':
    'Any batch_size from <b>{from, number} to {to, number}</b> makes {steps, number} iterations of {rows, number} rows, because steps are rounded up: ceil({rows, number} / {from, number}) = {steps, number}.',
  'sum.batch.one':
    'Only <b>batch_size {from, number}</b> makes {steps, plural, one {# iteration} other {# iterations}} of {rows, number} rows: {rows, number} / {from, number} = {quotient}{rounded, select, yes {, rounded up} other {}}.',
  'sum.batch.all':
    'Every <b>batch_size from {from, number} on</b> holds all {rows, number} rows at once, which makes 1 iteration.',
  'sum.batch.mnist':
    'With {mnistRows, number} rows, as in MNIST, batch_size <b>{from, number}</b> makes {steps, number} iterations. With the {rows, number} rows here none does; tell me your number of rows and I work it out.',
  'sum.batch.none':
    'No batch_size makes exactly {steps, number} iterations of {rows, number} rows: batch_size {above, number} makes {aboveSteps, number}, batch_size {below, number} already {belowSteps, number}.',
  'sum.rows':
    'There are <b>{from, number} to {to, number} rows</b>: {steps, number} iterations of batch_size {batch, number}, of which the last may hold fewer. If it divides evenly, it is {steps, number} × {batch, number} = {to, number}.',
  'sum.epochs':
    '<b>{epochs, plural, one {# epoch} other {# epochs}}</b>: {updates, number} updates ÷ {steps, number} iterations per epoch.',
  'sum.epochsPart':
    '<b>{epochs, plural, one {# whole epoch} other {# whole epochs}}</b> and {rest, plural, one {# iteration} other {# iterations}} of the next: {updates, number} updates ÷ {steps, number} iterations per epoch = {quotient}.',
  'sum.time.steps':
    'About <b>{seconds} s</b> per epoch: {steps, number} iterations × {ms} ms.{epochs, plural, one {} other { # epochs take about {allSeconds} s.}}',
  'sum.right':
    '<b>{right, number} of {rows, number} rows</b>: accuracy is the share of right answers, here {accuracy} of {rows, number}.',
  'sum.time.oneStep':
    'About <b>{ms} ms</b> per step: {seconds} s ÷ {steps, plural, one {# step} other {# steps}}.',
  'sum.time.epochs':
    'About <b>{allSeconds} s</b>: {epochs, plural, one {# epoch} other {# epochs}} × {seconds} s.',
  'sum.seen':
    '<b>{seen, number} rows</b>, counting each one every time: {rows, number} rows × {epochs, plural, one {# epoch} other {# epochs}}. They are always the same {rows, number} rows, each used {epochs, plural, one {once} other {# times}}.',
  'sum.perEpoch':
    '<b>{quotient} iterations per epoch</b>: {updates, number} updates ÷ {epochs, plural, one {# epoch} other {# epochs}}.',
  'sum.twoBatches':
    'With {rows, number} rows, batch_size {batch, number} makes <b>{steps, plural, one {# iteration} other {# iterations}} per epoch</b>, batch_size {other, number} <b>{otherSteps, number}</b>. Each iteration updates the weights once.',
} as const;
