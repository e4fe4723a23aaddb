/** Two settings against each other. */
export const duel = {
  'command.duel': 'Train two settings against each other, live, and see which wins and why',
  'command.duel.epochs': 'How many times all training rows are used (20 if left out)',
  'command.duel.batch': 'Rows per iteration: two values, as in 10,100',
  'command.duel.lr': 'Learning rate: two values, as in 0.001,0.01',
  'command.duel.layers': 'Units of each hidden layer: two networks, as in 6,6|32',
  'command.duel.optimizer': 'What updates the weights: two of adam, sgd and rmsprop',
  'command.duel.activation': 'Activation of the hidden layers: two of relu, tanh and sigmoid',
  'command.duel.dropout': 'Share of the units left out in training: two values, as in 0,0.3',
  'command.duel.data': 'A built-in data set; see /data (churn if left out)',
  'command.duel.csv': 'A table of your own, with a header row',
  'command.duel.target': 'The column to predict in your CSV (otherwise I guess it and say so)',
  'command.duel.task': 'Are the target’s values classes or amounts? (guessed if left out)',
  'command.duel.use': 'The only columns to learn from; all if left out',
  'command.duel.drop': 'Columns not to learn from',
  'command.duel.l2': 'Penalty on large weights: two values, as in 0,0.01, or one for both',
  'command.duel.momentum': 'Momentum, with optimizer:sgd: two values, as in 0,0.9, or one for both',
  'command.duel.validation': 'Share of the training rows kept for val_loss; none if left out',
  'command.duel.seed': 'Same seed, same duel; a new one if left out',
  'command.duel.like': 'Start from the settings of an earlier run, by its id',

  'error.duelTwoOptions':
    'Two options have several values ({options}); a duel is about one, or nobody could tell which of them made the difference.',
  'error.duelThreeValues':
    '<code>{option}</code> has {count, number} values, and a duel is between two; <code>/sweep</code> takes up to 8.',
  'error.duelBesideRun':
    'A duel trains two runs side by side, and you have one going ({runs}); wait until it ends or stop it with <code>/stop</code>.',
  'error.duelNoBet':
    'Betting is over: it was open until one of the two had finished epoch {epoch, number}.',
  'error.duelOwnBet': 'You are in this duel yourself; betting is for the others.',
  'error.duelNoBoard': 'There is no duel <code>{board}</code> here.',

  'duel.title': 'Duel: {first} against {second}',
  'duel.name': '{who} ({setting})',
  'duel.intro':
    'Same seed ({seed}), same {rows, number} training rows of <b>{data}</b>, {epochs, plural, one {# epoch} other {# epochs}} each.',
  'duel.ownRates':
    'Each optimizer trains with its own <code>learning_rate</code>: {values}, in this order.',
  'duel.soon': 'Training starts about {seconds, number} seconds after this message.',
  'duel.bets':
    'Which one will end with the lower training loss? {by, select, others {Everybody but the two can bet} other {Bet}} with a button until one of them has finished epoch {epoch, number}. Only you can see your bet.',

  'duel.epochsAhead': '<b>At equal epochs</b> {name} is ahead.',
  'duel.epochsEqual': '<b>At equal epochs</b> they are practically equal.',
  'duel.updatesAhead': '<b>At about equal weight updates</b> {name} is ahead.',
  'duel.updatesEqual': '<b>At about equal weight updates</b> they are practically equal.',
  'duel.updatesUnclear':
    '<b>At equal weight updates</b> these numbers do not show which one is ahead.',
  'duel.updatesSame':
    'Every epoch makes the same number of weight updates in both, so that also holds <b>at equal updates</b>.',
  'duel.because':
    'Both made the same number of weight updates from the same seed, so here it was <code>{setting}</code> that made the difference.',
  'duel.maybeChance':
    'They are less than 5 % apart, and this is only one seed: another seed may reverse the order.',
  'duel.cutShort':
    '{name} ended after {done, number} of {epochs, plural, one {# epoch} other {# epochs}}: they can be compared up to there, but nobody can tell how they would have ended.',
  'duel.noEpoch':
    '{name} ended before it finished an epoch, so there is nothing to compare the other one with.',
  'duel.notStarted': 'One of the two could not be started, so there is nothing to compare.',

  'duel.betCount':
    '{count, plural, =0 {Nobody bet.} one {One person bet, and was {right, plural, =0 {wrong} other {right}}.} other {# people bet, {right, number} of them right.}} The right answer was: {answer}.',
  'duel.betVoid':
    '{count, plural, =0 {Nobody bet.} one {One person bet, but the bet could not be decided.} other {# people bet, but the bets could not be decided.}}',
  'duel.button.mine': 'How did I bet?',

  'command.duel.with': 'A friend to duel: each of you picks one value, as in batch:10 with:@friend',
  'error.invitationOneOption':
    'With a friend, name just one option with your own value, as in <code>batch:10 with:@friend</code>; the friend picks theirs. It can be {options}.',
  'error.invitationCsv':
    'A duel with a friend is about a built-in data set (<code>/data</code>), as both of you train on it.',
  'error.invitationYourself':
    'You cannot duel yourself; <code>/duel batch:10,100</code> trains both for you.',
  'error.invitationTooMany':
    'You have sent {most} invitations within an hour; wait until the first of them is an hour old.',
  'error.invitationAgain':
    'You invited them less than an hour ago, and that duel has not started; wait until the hour is over.',
  'error.invitationGone':
    'That invitation is no longer open: invitations last an hour, and only where they were sent.',
  'error.invitationBegun': 'That duel has already started.',
  'error.invitationDeclined': 'That invitation was declined or taken back.',
  'error.invitationOwn': 'That is your own invitation; somebody else has to accept it.',
  'error.invitationNotYours': 'That invitation is for somebody else.',
  'error.invitationTaken': '{who} has already accepted that invitation.',
  'error.invitationOwnerBusy':
    '{who} has as many runs going as one person may; press again when one of them is over.',
  'error.invitationOneValue': 'Pick one value, with one of the buttons.',
  'error.invitationSameValue':
    '<code>{option}</code> {value} is what you are up against; pick another.',
  'invitation.title': 'Invitation to a duel with {who}',
  'invitation.asks':
    '{who} trains <b>{data}</b> for {epochs, plural, one {# epoch} other {# epochs}} with <code>{option}:{setting}</code>. Who will train against it, with another <code>{option}</code>?',
  'invitation.how':
    '{to, select, one {Accept, and pick your value.} other {{name, select, none {The first to accept picks the other value.} other {For {name}: accept, and pick your value.}}}} The invitation is open for an hour.',
  'invitation.tell': '{who} invites you to a duel.',
  'invitation.pick':
    'You are up against <code>{option}:{setting}</code> of {who}. Both start from the same seed. Which value do you choose?',
  'invitation.declined': '{who} declined the duel with {owner}.',
  'invitation.takenBack': '{who} took the invitation back.',
  'invitation.button.accept': 'Accept',
  'invitation.button.decline': 'Decline',
} as const;
