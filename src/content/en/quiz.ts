/** The quiz: questions, answers, and why each answer is right or wrong. */
export const quiz = {
  'command.quiz': 'Rounds of ten questions, in three levels; what you miss comes back',
  'command.quiz.about': 'What to ask about; your round goes on if left out',

  'error.quizNoQuestion':
    '<code>pick</code> answers a question; press one of its buttons, or type <code>/quiz</code> for a new one.',
  'error.quizNoAnswer':
    '<code>pick</code> was {given, number}; this question has answers 1 to {most, number}.',

  'quiz.title': 'Quiz',
  'quiz.threadTitle': 'Quiz: epochs, iterations, batches',
  'quiz.opening':
    'A quiz about training, in the thread below. Everybody may answer; only you can see how you did. Ten answers are a round, and everybody has a round of their own.',
  'quiz.option': '<b>{letter}</b> {answer}',
  'quiz.isRight': '<b>Right.</b>',
  'quiz.isWrong': '<b>Not quite.</b> You chose “{answer}”.',
  'quiz.answerWas': 'The right answer is <b>{answer}</b>.',
  'quiz.score':
    'Your score, all in all: {right, number} of {answered, plural, one {# question} other {# questions}} right{streak, plural, =0 {} =1 {} other {, the last # in a row}}.',
  'quiz.counted': 'You have already answered this one, so it does not count again.',
  'quiz.outside':
    'This question is at level {level, number}: it counts towards your score, not your round.',
  'quiz.position': '{done, number}/{of, number} · level {level, number}.',
  'quiz.progress':
    '{done, number}/{of, number} · level {level, number} · your score: {right, number} of {answered, number} right',
  'quiz.next': 'Next question',
  'quiz.nextIsThere': 'The next question is already here, further down.',

  'quiz.again': 'You missed one like this before; the numbers are new, and only you see it.',
  'quiz.againSince': 'You missed one like this {missed}; the numbers are new, and only you see it.',
  'quiz.again.later': 'It comes back once more in {days, plural, one {# day} other {# days}}.',
  'quiz.again.done': 'You have got it right three times now, days apart, so it does not come back.',

  'quiz.round.over':
    '<b>That was your round: {right, number} of {of, number} right</b> at level {level, select, 1 {1, the bar and the words} 2 {2, counting} other {3, judging runs}}.',
  'quiz.round.up':
    'Your next round is at level {level, select, 2 {2: counting} other {3: judging runs}}.',
  'quiz.round.same': 'With {enough, number} or more right, your next round is a level higher.',
  'quiz.round.highest': 'There is no higher level; the numbers stay fresh.',
  'quiz.round.missed': 'Missed, and when it comes back:',
  'quiz.round.earlier': 'Still to come back from earlier:',
  'quiz.round.item': '{what} ({days, plural, =0 {next} one {in # day} other {in # days}})',
  'quiz.round.when':
    'From then on it comes with new numbers when you use <code>/quiz</code>; I never remind you.',
  'quiz.round.read': 'Where to read',
  'quiz.round.next': 'Next round',

  'quiz.kind.steps_even': 'How many iterations make an epoch',
  'quiz.kind.steps_uneven': 'Iterations of an epoch with rows left over',
  'quiz.kind.last_batch': 'How many rows the last batch has',
  'quiz.kind.updates': 'Weight updates of a whole training',
  'quiz.kind.rows_range': 'How many rows a finished bar can mean',
  'quiz.kind.rows_after': 'How many rows have been used so far',
  'quiz.kind.epochs_done': 'How many epochs are finished',
  'quiz.kind.which_batch': 'Which batch_size gives so many iterations',
  'quiz.kind.equal_updates': 'The same number of updates with another batch_size',
  'quiz.kind.ms_per_step': 'What ms/step says',
  'quiz.kind.epoch_time': 'How long an epoch takes',
  'quiz.kind.new_epoch': 'Which weights a new epoch begins with',
  'quiz.kind.validation_steps': 'Iterations with a validation split',
  'quiz.kind.validation_which': 'Which rows are for validation',
  'quiz.kind.baseline': 'What was learned beyond the baseline',
  'quiz.kind.overfitting': 'After which epoch to stop',

  'quiz.count': '{value, number}',
  'quiz.exactly': 'exactly {value, number}',
  'quiz.fromTo': '{from, number} to {to, number}',
  'quiz.seconds': '{value, plural, one {# second} other {# seconds}}',
  'quiz.milliseconds': '{value, plural, one {# millisecond} other {# milliseconds}}',

  'quiz.steps':
    '{rows, number} training rows, <code>batch_size={batch}</code>. How many iterations make one epoch?',
  'quiz.steps.even':
    '{rows, number} ÷ {batch, number} = {steps, number} batches, and each batch is one iteration.',
  'quiz.steps.uneven':
    '{full, number} full batches of {batch, number}, then a last one of {rest, plural, one {# row} other {# rows}}, which counts, too: {steps, number} iterations.',
  'quiz.steps.plusOne':
    'One more (rows // batch_size + 1) is right only when rows are left over; {rows, number} divides evenly.',
  'quiz.steps.floor':
    'Rounding down would throw {rest, plural, one {# row} other {# rows}} away. Keras rounds up.',
  'quiz.steps.rest':
    'The {rest, plural, one {# row} other {# rows}} left over are one small batch together, not one iteration each.',
  'quiz.steps.perEpoch':
    'One iteration per epoch would be one batch of all rows; here a batch has {batch, number}.',
  'quiz.steps.batchAsCount':
    '{batch, number} is how many rows one batch has, not how many batches there are.',
  'quiz.steps.perRow':
    'One iteration for each row would be batch_size 1; here an iteration takes {batch, number} rows at once.',

  'quiz.last':
    '{rows, number} training rows, <code>batch_size={batch}</code>. How many rows are in the last batch of an epoch?',
  'quiz.last.right':
    '{full, number} full batches use {full, number} × {batch, number} rows; {rest, number} of {rows, number} are left over, and they are the last batch.',
  'quiz.last.full':
    'Only if it divided evenly. Keras does not fill up the last batch with rows from the next epoch.',
  'quiz.last.missing':
    'That many are missing from a full batch. The last batch holds what is left over.',
  'quiz.last.none':
    'An empty batch would be no batch. No row is dropped, so those left over make a small one.',

  'quiz.updates':
    '{rows, number} training rows, <code>batch_size={batch}</code>, <code>epochs={epochs}</code>. How many times are the weights updated in all?',
  'quiz.updates.right':
    '{steps, number} iterations per epoch × {epochs, plural, one {# epoch} other {# epochs}}, and each iteration updates the weights once.',
  'quiz.updates.perEpoch':
    'Weights change once per iteration, not once per epoch: {steps, number} times in each.',
  'quiz.updates.oneEpoch': 'That is a single epoch; there are {epochs, number}.',
  'quiz.updates.perRow':
    'That is once per row. A batch of {batch, number} rows makes one update together, by their mean gradient.',
  'quiz.updates.floor':
    'Nearly: the smaller last batch of each epoch updates the weights, too. So round up first, then multiply.',

  'quiz.range':
    'The bar ends with <code>{steps}/{steps}</code> and <code>batch_size={batch}</code>. How many training rows can there be?',
  'quiz.range.right':
    '{fewer, number} full batches and a last one with 1 to {batch, number} rows: {from, number} to {to, number}.',
  'quiz.range.exact':
    'Only if the last batch is full. With {from, number} rows the bar counts just as far.',
  'quiz.range.floor':
    'One row more than {from, number} would already need another iteration, as Keras rounds up.',
  'quiz.range.stepIsRow':
    'The bar counts batches, not rows; each of them has up to {batch, number} rows.',

  'quiz.rowsAfter':
    '{rows, number} training rows, <code>batch_size={batch}</code>. The bar says <code>{done}/{steps}</code>. How many rows has this epoch used so far?',
  'quiz.rowsAfter.right':
    '{done, number} batches × {batch, number} rows; all {rows, number} only at {steps}/{steps}.',
  'quiz.rowsAfter.stepIsRow':
    'The bar counts batches. {done, number} of them hold more rows than that.',
  'quiz.rowsAfter.wholeData':
    'An iteration uses one batch, not all {rows, number} rows; all of them are an epoch.',
  'quiz.rowsAfter.left': 'Those are the rows still to come in this epoch.',

  'quiz.epochsDone':
    '{rows, number} training rows, <code>batch_size={batch}</code>. The weights have been updated {done, number} times. How many epochs are finished?',
  'quiz.epochsDone.right':
    'An epoch is {steps, number} updates here, so {epochs, number} are finished and {rest, plural, one {# update} other {# updates}} of the next one done.',
  'quiz.epochsDone.begun':
    'That epoch has begun, but it is not finished: {rest, number} of {steps, number}.',
  'quiz.epochsDone.stepIsEpoch':
    'An update is one iteration; an epoch here is {steps, number} of them.',
  'quiz.epochsDone.byBatch':
    'Divide by the iterations of an epoch, {steps, number}, not by batch_size.',

  'quiz.whichBatch':
    '{rows, number} training rows, and the bar should end at <code>{steps}/{steps}</code>. Which <code>batch_size</code> does that?',
  'quiz.whichBatch.right': '{rows, number} ÷ {batch, number}, rounded up, is {steps, number}.',
  'quiz.whichBatch.countAsSize':
    '{steps, number} is how many batches there should be. As their size it gives {gives, plural, one {# iteration} other {# iterations}}.',
  'quiz.whichBatch.larger':
    'Larger batches mean fewer of them: {value, number} gives {gives, plural, one {# iteration} other {# iterations}}.',
  'quiz.whichBatch.smaller':
    'Smaller batches mean more of them: {value, number} gives {gives, plural, one {# iteration} other {# iterations}}.',

  'quiz.equalUpdates':
    '{rows, number} training rows. <code>batch_size={small}</code> ran for {epochs, number} epochs. How many epochs does <code>batch_size={large}</code> need for the same number of weight updates?',
  'quiz.equalUpdates.right':
    '{steps, number} × {epochs, number} = {updates, number} updates. With {large, number} an epoch has {fewer, number}, so it takes {times, number} times as many epochs.',
  'quiz.equalUpdates.same':
    'Equal epochs are not equal updates: {fewer, number} instead of {steps, number} in each, so only {updatesFewer, number} instead of {updates, number}.',
  'quiz.equalUpdates.inverse':
    'The wrong way round: a larger batch makes fewer updates per epoch, so it needs more epochs.',
  'quiz.equalUpdates.added':
    'Multiply, don’t add: {large, number} is {times, number} × {small, number}.',

  'quiz.perStep':
    'The bar says <code>{steps}/{steps} - {seconds}s {ms}ms/step</code>, with <code>batch_size={batch}</code>. What does <code>{ms}ms/step</code> say?',
  'quiz.perStep.is.batch': 'One batch took about {ms, number} ms',
  'quiz.perStep.is.row': 'One row took about {ms, number} ms',
  'quiz.perStep.is.epoch': 'One epoch took about {ms, number} ms',
  'quiz.perStep.is.left': 'About {ms, number} ms are left',
  'quiz.perStep.right':
    'A step is one iteration: one batch forward, backward, and one weight update. {steps, number} of them take about {seconds, number} s.',
  'quiz.perStep.row': 'A step is a whole batch, here {batch, number} rows.',
  'quiz.perStep.epoch': 'The whole epoch took the {seconds, number} s in front of it.',
  'quiz.perStep.left':
    'What is left is the ETA, shown only while the epoch runs; at {steps}/{steps} nothing is left.',

  'quiz.epochTime':
    'An epoch is {steps, number} iterations with <code>batch_size={batch}</code>, at <code>{ms}ms/step</code>. About how long does it take?',
  'quiz.epochTime.right':
    '{steps, number} × {ms, number} ms, as each step is one iteration; 1,000 ms are one second.',
  'quiz.epochTime.perRow':
    'That is {ms, number} ms for each of the {rows, number} rows; but {batch, number} rows go through together in one step.',
  'quiz.epochTime.epoch': '{ms, number} ms is a single step; an epoch has {steps, number}.',
  'quiz.epochTime.unit': 'Mind the unit: {steps, number} × {ms, number} are milliseconds.',

  'quiz.newEpoch':
    'Epoch {epoch, number} has ended, after {updates, number} weight updates. With which weights does epoch {next, number} begin?',
  'quiz.newEpoch.is.kept': 'Those after update {updates, number}',
  'quiz.newEpoch.is.reset': 'Fresh random ones',
  'quiz.newEpoch.is.mean': 'The mean of all {epoch, number} epochs',
  'quiz.newEpoch.is.best': 'Those of the best epoch so far',
  'quiz.newEpoch.right':
    'Training simply goes on: an epoch only marks that all rows have been used once more.',
  'quiz.newEpoch.reset':
    'Then it would forget everything {epoch, number} times. Only the printed loss starts over, because it is a mean over the epoch.',
  'quiz.newEpoch.mean': 'Gradients of one batch are averaged; weights of epochs are not.',
  'quiz.newEpoch.best':
    'Going back to the best epoch happens only at the end, and only if you ask for it (<code>EarlyStopping</code> with <code>restore_best_weights=True</code>).',

  'quiz.validationSteps':
    'You hand {rows, number} rows to <code>fit</code>, with <code>validation_split={share}</code> and <code>batch_size={batch}</code>. How many iterations does the bar count per epoch?',
  'quiz.validationSteps.right':
    '{validation, number} rows are set aside, {training, number} are trained on: {training, number} ÷ {batch, number}, rounded up.',
  'quiz.validationSteps.all':
    'Those are all {rows, number}; the {validation, number} for validation are not trained on.',
  'quiz.validationSteps.held':
    'That is the part set aside, {validation, number} rows; training gets the other {training, number}.',
  'quiz.validationSteps.both':
    'Validation comes after the training of each epoch, and its batches are not counted by the bar.',

  'quiz.validationWhich':
    '<code>validation_split={share}</code> of {rows, number} rows. Which ones are the {validation, number} validation rows?',
  'quiz.validationWhich.is.last': 'The last: {from, number} to {rows, number}',
  'quiz.validationWhich.is.random': '{validation, number} drawn at random, once',
  'quiz.validationWhich.is.anew': '{validation, number} drawn anew each epoch',
  'quiz.validationWhich.is.first': 'The first: 1 to {validation, number}',
  'quiz.validationWhich.right':
    'Keras cuts the end off, before any shuffling, and keeps the same rows in every epoch. If your data is sorted, shuffle it yourself first.',
  'quiz.validationWhich.random':
    'A common belief, but nothing is drawn: shuffling comes after the cut and mixes only the training rows.',
  'quiz.validationWhich.anew':
    'Then every row would be trained on sooner or later, and val_loss would tell you nothing. They stay the same.',
  'quiz.validationWhich.first':
    'It is the other end: the first {training, number} are for training.',

  'quiz.baseline':
    'Of {rows, number} test rows {majority, number} are “stays”. The network gets {correct, number} right (accuracy {accuracy}). How many more is that than without learning anything?',
  'quiz.baseline.right':
    'Always saying “stays” gets {majority, number} right: that is the baseline. {correct, number} − {majority, number} is what was learned.',
  'quiz.baseline.all':
    'Most of these come for free: always saying “stays” already gets {majority, number} right.',
  'quiz.baseline.half':
    'Half would be the baseline only if both answers were equally frequent; “stays” is more frequent.',
  'quiz.baseline.failed': 'That is how many it gets wrong.',

  'quiz.overfitting':
    'loss: {losses}. val_loss: {valLosses}. After which epoch would you have liked to stop?',
  'quiz.overfitting.right':
    'val_loss is lowest there ({lowest}). From epoch {after, number} on it rises while loss goes on falling: overfitting.',
  'quiz.overfitting.last':
    'loss is lowest there, but on rows it has seen. On unseen rows (val_loss) it was better before.',
  'quiz.overfitting.first':
    'loss and val_loss are close there, but both still fall: it has not learned enough yet.',
  'quiz.overfitting.risen': 'val_loss has already risen there; the epoch before was better.',
} as const;
