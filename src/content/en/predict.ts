/** Guessing first, then training. */
export const predict = {
  'command.predict': 'Guess first, then train: your guess is graded by what is measured',
  'command.predict.about': 'What to guess; a surprise if left out',
  'command.predict.epochs': 'How many times all training rows are used (20 if left out)',
  'command.predict.batch': 'Rows per iteration, batch_size in Keras (10 if left out)',
  'command.predict.data': 'A built-in data set; see /data (churn if left out)',
  'command.predict.seed': 'Same seed, same run; a new one if left out',
  'command.predict.like': 'Start from the settings of an earlier run, by its id or its code',

  'error.predictNoGame':
    '<code>guess</code> and <code>action</code> belong to a game; press its buttons, or type <code>/predict</code> for a new one.',
  'error.predictNoSuchGame':
    'There is no game <code>{game}</code>; <code>/predict</code> starts a new one.',
  'error.predictNoAnswer':
    '<code>guess</code> was {given, number}; this game has answers 1 to {most, number}.',
  'error.predictGuessFirst': 'Guess first, then start the training: that is the game.',
  'error.predictStarted':
    'The training of this game has already started ({runs}), so its answer is no longer a secret; <code>/predict</code> starts a new one.',
  'error.predictNotOver':
    'Your guess has not been checked yet; this button works once the training is over.',
  'error.predictTwoRuns':
    'This game trains two runs at once, and you have one going ({runs}); wait until it ends or stop it with <code>/stop</code>.',

  'predict.title': 'What do you expect?',
  'predict.setup':
    '<code>model.fit(…, batch_size={batch}, epochs={epochs})</code> is about to train on the {rows, number} training rows of <b>{data}</b>.',
  'predict.setupSome':
    '{count, plural, =2 {Two networks} other {# networks}} are about to train on the {rows, number} training rows of <b>{data}</b>, for {epochs, plural, one {# epoch} other {# epochs}} each, with the same seed ({seed}). They differ in <code>{setting}</code>: {values}.',
  'predict.iterations': 'How many iterations will each epoch have?',
  'predict.updates': 'How many times will the weights be updated in all?',
  'predict.lowest':
    '{count, plural, =2 {Which one will end with the lower training loss? (Less than 1 % apart counts as equal.)} other {Which one will end with the lowest training loss? (If the two lowest are less than 1 % apart, they count as equal.)}}',
  'predict.how':
    'Everybody may guess, and change their guess until the training starts. Guesses are private.',
  'predict.guessed':
    'Your guess: <b>{answer}</b>. Start the training to see, or press another answer before it starts.',
  'predict.bet':
    'Your bet: <b>{answer}</b>. Only you see this; until betting closes you can press another answer.',
  'predict.lowest.isEqual': 'about equal',

  'predict.measured.iterations':
    '<b>Measured:</b> {steps, plural, one {# iteration} other {# iterations}} in each epoch of run <code>{run}</code>.',
  'predict.measured.updates':
    '<b>Measured:</b> {updates, plural, one {# weight update} other {# weight updates}} in run <code>{run}</code>.',
  'predict.measured.lowest':
    '<b>Measured</b> after {epochs, plural, one {# epoch} other {# epochs}}: {values}.',
  'predict.measuredOne':
    'loss {loss} with {setting} ({updates, plural, one {# update} other {# updates}})',
  'predict.lowest.more':
    '{count, plural, =2 {The smaller batch made more weight updates in the same epochs, and here that got it further.} other {The smallest batch made the most weight updates in the same epochs, and here that got it furthest.}}',
  'predict.lowest.fewer':
    '{count, plural, =2 {The larger batch} other {A larger batch}} won with fewer weight updates: more updates do not always mean a lower loss, as those of small batches are noisier.',
  'predict.lowest.setting':
    '{count, plural, =2 {Both} other {All}} made the same number of weight updates from the same seed, so here it was <code>{setting}</code> that made the difference.',
  'predict.lowest.also':
    'They made the same number of weight updates from the same seed, but <code>{also}</code> differs, too ({values}, in this order), so it was the two together that made the difference.',
  'predict.lowest.dropout':
    'With dropout the training loss is measured while that share of the units is missing, so it ends higher even where more was learned; the test rows show how much.',
  'predict.lowest.l2':
    'Each loss includes its own l2 penalty on large weights, so a larger l2 ends higher even where just as much was learned. To compare, look at accuracy (or mae) on the test rows: it has no penalty in it.',
  'predict.lowest.equal': 'That is less than 1 % apart, so it counts as equal.',
  'predict.lowest.lost': 'The loss of {settings} overflowed, so it cannot be the lowest.',
  'predict.count':
    '{guessed, plural, one {One person guessed, and was {right, plural, =0 {wrong} other {right}}.} other {# people guessed, {right, number} of them right.}}',
  'predict.notMeasured':
    'The training ({runs}) ended early or its loss overflowed, so the guesses could not be checked; <code>/predict</code> starts a new game.',
  'predict.mine.right': '<b>You were right:</b> {answer}.',
  'predict.mine.wrong': 'You guessed {answer}. <b>It was {right}.</b>',
  'predict.mine.none': 'You did not guess. It was {right}.',

  'predict.button.start': 'Start the training',
  'predict.button.mine': 'How did I guess?',
  'predict.button.compare': 'Compare the two',
} as const;
