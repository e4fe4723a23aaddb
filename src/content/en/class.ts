/** A class lab: a teacher's round, in which everyone trains one of the values. */
export const classLab = {
  'command.class':
    'A lab for a whole class: everyone who joins trains one of your values, all on one board',
  'command.class.action':
    'start opens a class; next is its next round; close ends joining; end ends it',
  'command.class.batch': 'Rows per iteration; several to deal out: 10,32,100,1000',
  'command.class.lr': 'learning_rate; several to deal out: 0.1,0.01,0.001',
  'command.class.layers': 'Hidden units per layer; several networks to deal out: 6,6|32|none',
  'command.class.optimizer': 'How weights are updated; several to deal out: adam,sgd,rmsprop',
  'command.class.activation': 'What hidden units do with their sum; several to deal out: relu,tanh',
  'command.class.dropout':
    'Share of hidden units left out at random; several to deal out: 0,0.2,0.5',
  'command.class.l2': 'Penalty on large weights; several to deal out: 0,0.001,0.01',
  'command.class.momentum': 'Momentum, with optimizer:sgd; several to deal out: 0,0.5,0.9',
  'command.class.epochs': 'How many times all training rows are used (20 if left out)',
  'command.class.data': 'A built-in data set; see /data (churn if left out)',
  'command.class.seed': 'The first seed of its runs; a new one if left out',
  'command.class.minutes': 'How long people may join (5 if left out)',
  'command.class.question': 'What the class is to find out, in your own words',

  'error.classNone':
    'There is no class in this channel right now; <code>/class start batch:10,100</code> opens one.',
  'error.classHere':
    '{teacher} has a class going here (round {number, number}), and a channel can have only one at a time; the person who opened it, or a moderator, can end it with <code>/class end</code>.',
  'error.classNotYours': 'Only {teacher}, who opened this class, or a moderator can do that.',
  'error.classTable': 'Only {teacher}, who opened this class, gets its table.',
  'error.classGone': 'There is no such round here; it may have been deleted.',
  'error.classOver':
    'Joining round {number, number} is over (it was open for {minutes, plural, one {# minute} other {# minutes}} at most); watch the board, and join the next round.',
  'error.classFull':
    'This round is full ({most, number} people); watch the board, and join the next round.',
  'error.classLeftOften':
    'You have left this round {times, number} times, so you cannot come back to it; watch the board, and join the next round.',
  'error.classNextIsOpen': 'The next round is already open, further down.',
  'error.classNotIn': 'You have not joined this round; press <b>Join</b> on its board.',
  'error.classRunOver': 'Your run is already over, and it counts, so you can no longer leave.',
  'error.classGuessLate': 'Your run is over: guesses count only before that.',
  'error.classNoGuess':
    '<code>guess</code> was {given, number}; this round has answers 1 to {most, number}.',
  'error.classNotOver':
    'The round is not over yet; this button works once its board shows the result.',
  'error.classSeveral':
    'A class deals out the values of one option, but two have several values ({first}, {second}); give one of them just one value.',
  'error.classTooMany':
    '<code>{option}</code> has {given, number} values; a class deals {most, number} at most.',
  'error.classOptions':
    '<code>{option}</code> belongs to <code>/class start</code> and <code>/class next</code>.',
  'error.classAction':
    '<code>/class</code> needs an action, as in <code>/class start batch:10,32,100,1000 epochs:20 minutes:5</code>; it can be {actions}.',

  'class.title': 'Class lab of {teacher}, round {number, number}',
  'class.question': '<b>{question}</b>',
  'class.setup':
    'Whoever joins is dealt one value of <code>{option}</code> ({values}) and trains it for {epochs, plural, one {# epoch} other {# epochs}} on <b>{data}</b>. Everything else is the same except the seed (starting weights, order of rows).',
  'class.open':
    'Press <b>Join</b>: {minutes, plural, =0 {less than a minute is} one {# minute is} other {# minutes are}} left.',
  'class.closed': 'Joining is over.',
  'class.yours':
    'You were dealt <b>{setting}</b>: your run of {epochs, plural, one {# epoch} other {# epochs}} (seed {seed}) is on the board. Only you see this.',
  'class.expect':
    'What do you expect: which value will end with the lowest training loss, averaged over everyone who has it? (If the two lowest are less than 1 % apart, they count as equal.) Your first answer counts. {teacher} can see it in a table; the others cannot.',
  'class.guessed': 'You expect: <b>{answer}</b>. The board will show.',
  'class.guessedBefore': 'Your first answer counts, and that was <b>{answer}</b>.',
  'class.left':
    'You have left: your run stops, and does not count. While joining is open you can come back; you will be dealt <b>{setting}</b> again.',
  'class.leftForGood':
    'You have left: your run stops, and does not count. You have left this round {times, number} times, so you cannot come back to it; join the next one.',
  'class.closing': 'Joining this round is over; runs in progress are trained to the end.',
  'class.ended':
    'This class has ended; runs in progress are trained to the end. Anybody can open the next one here.',
  'class.next': 'Round {number, number} is open.',
  'class.table': 'Everyone who joined round {number, number}, as CSV. Only you get it.',

  'class.nobody': 'Nobody joined, so there is nothing to compare.',
  'class.chart.title': 'Training loss by {option}: means over everyone with that value',
  'class.counts': 'Runs that count, by value: {counts}.',
  'class.guesses':
    '{guessed, plural, one {One person said what they expected} other {# people said what they expected}}, and {right, plural, =0 {nobody was} one {one was} other {# were}} right: <b>{answer}</b>.',
  'class.notMeasured':
    'The guesses could not be checked, because fewer than two values were trained to the end.',
  'class.mine.trained':
    'Your run <code>{run}</code> with {setting}: loss {loss} after {epochs, plural, one {# epoch} other {# epochs}}.',
  'class.mine.notTrained': 'You have no run in this round.',

  'class.button.join': 'Join',
  'class.button.leave': 'Leave',
  'class.button.close': 'End joining (teacher)',
  'class.button.mine': 'How did I do?',
  'class.button.table': 'Table (teacher)',
  'class.button.next': 'Next round (teacher)',
  'class.button.end': 'End the class (teacher)',
} as const;
