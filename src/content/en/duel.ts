/** Two settings against each other. */
export const duel = {
  'command.duel': 'Train two settings against each other, live, and see which wins and why',
  'command.duel.epochs': 'How many times all training rows are used (20 if left out)',
  'command.duel.batch': 'Rows per iteration: two values, as in 10,100',
  'command.duel.lr': 'Learning rate: two values, as in 0.001,0.01',
  'command.duel.layers': 'Units of each hidden layer: two networks, as in 6,6|32',
  'command.duel.optimizer': 'What updates the weights: two of adam, sgd and rmsprop',
  'command.duel.activation': 'Of the hidden layers: two of relu, tanh and sigmoid',
  'command.duel.dropout': 'Share of the units left out in training: two values, as in 0,0.3',
  'command.duel.data': 'A built-in data set; see /data (churn if left out)',
  'command.duel.csv': 'A table of your own, with a header row',
  'command.duel.target': 'The column to predict in your CSV (otherwise I guess it and say so)',
  'command.duel.task': 'Is the target something to tell apart (classes) or an amount?',
  'command.duel.use': 'The only columns to learn from; all if left out',
  'command.duel.drop': 'Columns not to learn from',
  'command.duel.l2': 'Penalty on large weights in both; none if left out',
  'command.duel.momentum': 'Of sgd, in both; none if left out',
  'command.duel.validation': 'Share of the rows that only validates; none if left out',
  'command.duel.seed': 'Same seed, same duel; a new one if left out',
  'command.duel.like': 'Start from the settings of an earlier run, by its id',

  'error.duelTwoOptions':
    'Two options have several values ({options}); a duel is about one, or nobody could tell which of them did it.',
  'error.duelThreeValues':
    '<code>{option}</code> has {count, number} values, and a duel is between two; <code>/sweep</code> takes up to 8.',
  'error.duelBesideRun':
    'A duel trains two runs side by side, and you have one going ({runs}); wait until it ends or stop it with <code>/stop</code>.',
  'error.duelNoBet':
    'There is nothing to bet on any more: betting was open until epoch {epoch, number} of one of them was over.',
  'error.duelOwnBet': 'You are one of the two; bets are for the others.',
  'error.duelNoBoard': 'There is no duel <code>{board}</code> here.',

  'duel.title': 'Duel: {first} against {second}',
  'duel.name': '{who} ({setting})',
  'duel.intro':
    'Same seed ({seed}), same {rows, number} training rows of <b>{data}</b>, {epochs, plural, one {# epoch} other {# epochs}} each.',
  'duel.ownRates':
    'Each optimizer trains with its own <code>learning_rate</code>: {values}, in this order.',
  'duel.bets':
    'Which one will end with the lower training loss? {by, select, others {All but the two can bet} other {Bet}} with a button until epoch {epoch, number} of one of them is over. Only you see your bet.',

  'duel.epochsAhead': '<b>At equal epochs</b> {name} is ahead.',
  'duel.epochsEqual': '<b>At equal epochs</b> they are practically equal.',
  'duel.updatesAhead': '<b>At about equal weight updates</b> {name} is ahead.',
  'duel.updatesEqual': '<b>At about equal weight updates</b> they are practically equal.',
  'duel.updatesUnclear':
    '<b>At equal weight updates</b> these numbers do not tell which one is ahead.',
  'duel.updatesSame':
    'Every epoch makes equally many weight updates in both, so that holds <b>at equal updates</b>, too.',
  'duel.because':
    'Both made equally many weight updates from one seed, so here it was <code>{setting}</code> that made the difference.',
  'duel.maybeChance':
    'That is less than 5 % apart and only one seed: another seed may turn it round.',
  'duel.cutShort':
    '{name} ended after {done, number} of {epochs, plural, one {# epoch} other {# epochs}}: up to there they can be compared, but how they would have ended cannot be told.',
  'duel.noEpoch':
    '{name} ended before its first epoch did, so there is nothing to compare the other one with.',
  'duel.notStarted': 'One of the two could not be started, so there is nothing to compare.',

  'duel.betCount':
    '{count, plural, =0 {Nobody bet.} one {One person bet, and was {right, plural, =0 {wrong} other {right}}.} other {# people bet, {right, number} of them right.}} Right was: {answer}.',
  'duel.betVoid':
    '{count, plural, =0 {Nobody bet.} one {One person bet, but what the bet was about was not measured.} other {# people bet, but what the bets were about was not measured.}}',
  'duel.button.mine': 'How did I bet?',
} as const;
