/** /ask: the words around an answer. */
export const asking = {
  'command.ask': 'Ask anything about training, in your own words and with your own numbers',
  'command.ask.question': 'Your question: “60000 rows, batch 128, 5 epochs: how many updates?”',
  'command.ask.run': 'The run whose numbers to use; your last one if left out',
  'command.ask.private': 'yes: only you can see the answer',

  'ask.whose.question': 'your example',
  'ask.whose.run': 'your run {run}',
  'ask.whose.lesson': 'the lesson’s example',

  'ask.here.question': 'in your example',
  'ask.here.run': 'in your run {run}',
  'ask.here.example': 'for example',

  'ask.button.simpler': 'Simpler',
  'ask.button.example': 'Example',

  'ask.likely': 'I am not sure I understood you. If you mean “{question}”:',
  'ask.doubt':
    '{taken, select, none {I couldn’t tell what {left} counts, so I left it out.} r {I took {rows, number} to be the rows} b {I took {batch, number} to be the batch_size} other {I took {rows, number} to be the rows and {batch, number} the batch_size}}{taken, select, none {} other {{some, select, yes {, and left out {left}.} other {.}}}} If that’s wrong, tell me which number is which.',
  'ask.readAs': 'I read your numbers as {numbers}. If that’s wrong, tell me which number is which.',
  'ask.welcome':
    'Ask me something about training, in your own words, for example “what is an epoch?” or “60000 rows, batch 128, 5 epochs: how many updates?”.',
  'ask.unsure':
    'I am not sure what you mean, and I would rather not guess. Is it one of these? You can also ask again in other words.',
  'ask.example.epoch': 'What is an epoch?',
  'ask.example.sum': '60000 rows, batch 128?',
  'ask.example.nan': 'My loss is nan',
  'ask.example.run': 'Train one now',
  'ask.command.sum': '/ask 60000 rows, batch 128, 5 epochs: how many updates?',
  'ask.command.nan': '/ask my loss is nan',
} as const;
