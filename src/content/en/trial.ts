/** Asking a trained network, and exporting it. */
export const trial = {
  'command.try': 'Ask a trained network about a row that you make up',
  'command.try.values': 'The row: age:40 balance:0; anything you leave out is set to its mean',
  'command.try.run': 'Whose network, by the run’s id; your last run’s if left out',

  'error.tryWords':
    'I cannot tell which column “{given}” is about; write <code>column:value</code>, as in <code>/try age:40 balance:0</code>.',
  'error.tryTarget':
    '<code>{column}</code> is what this network predicts, so you can’t set it; you can set <code>{names}</code>{more, plural, =0 {} other { and # more}}.',
  'error.tryLeftOut':
    'This network did not learn from <code>{column}</code>, but from <code>{names}</code>{more, plural, =0 {} other { and # more}}.',
  'error.tryColumn':
    'There is no column “{given}”{near, select, none {.} other {; did you mean <code>{near}</code>?}} This network learned from <code>{names}</code>{more, plural, =0 {} other { and # more}}.',
  'error.tryNumber':
    '<code>{column}</code> was “{given}”, but has to be a number, such as <code>{example}</code>.',
  'error.tryDate':
    '<code>{column}</code> was “{given}”, but has to be a date or time, such as <code>{example}</code>.',
  'error.tryCategory':
    '<code>{column}</code> was “{given}”, but has to be one of: {values}{more, plural, =0 {} other { and # more}}.',
  'error.otherInputs':
    'Run <code>{run}</code> began before the tutor learned to read its file more carefully; its network would see different inputs now. Train it again with <code>/fit like:{run}</code> and ask the new run.',
  'error.noWeights':
    'Run <code>{run}</code> has no trained weights yet; ask again when its first epoch is done.',

  'try.answer.class':
    'The network of run <code>{run}</code> says <b>{target}: {answer}</b>, with a probability of <b>{percent} %</b>.',
  'try.answer.amount': 'The network of run <code>{run}</code> says <b>{target}: {amount}</b>.',
  'try.probability': '{answer}: {percent} %',
  'try.underWay':
    'These are its weights after epoch {epoch, number}; the run is still going, so its answer will change.',
  'try.given': 'You gave: {columns}.',
  'try.mean': 'Left out, so set to the mean of the training rows: {columns}.',
  'try.usual': 'Left out, so set to what most training rows have: {columns}.',
  'try.more': '{count, number} more',
  'try.outside':
    '<b>{column}</b>: no training row has {value}; they go from {least} to {most}, so its answer for that is a guess.',
  'try.nearest.classes':
    'In fact, of the {rows, plural, one {training row} other {# training rows}} most like it: {counts}.',
  'try.nearest.count': '{rows, number} × {answer}',
  'try.nearest.amount':
    'In fact, the {rows, plural, one {training row} other {# training rows}} most like it had {least} to {most}, {mean} on average.',
  'try.right':
    'How far to trust it: it was right for {percent} % of the test rows; the same answer for all would be right for {baseline} %.',
  'try.off': 'How far to trust it: on the test rows it was off by {amount} on average.',
  'command.model': 'The weights of a trained network, for TensorFlow.js and Keras',
  'command.model.run': 'Whose network, by the run’s id; your last run’s if left out',
  'model.intro':
    'The network of run <code>{run}</code> to take with you, with its {weights, number} weights. Keep the three files in one folder:',
  'model.file.json':
    '<code>model.json</code>: its layers; TensorFlow.js reads it with <code>tf.loadLayersModel</code>.',
  'model.file.bin': '<code>model.weights.bin</code>: its weights, float32.',
  'model.file.py':
    '<code>{script}</code>: builds it in Keras, and checks that it predicts the same for {rows, plural, one {# test row} other {# test rows}}.',
  'model.py.title':
    'The network of run {run}, in Keras; its weights go in the same folder as this script.',
  'model.py.inputs':
    'Its inputs: for numbers the mean and the deviation, and (value - mean) / deviation goes in; for categories the value for which 1 goes in, else 0.',
  'model.py.target': 'Its answer × deviation + mean is in the target’s own unit.',
  'model.py.build': 'The layers. Dropout and L2 play no part in predicting.',
  'model.py.weights': 'The trained weights, layer by layer: kernel, then bias.',
  'model.py.check': 'Test rows as the network takes them, and what the tutor’s engine answers.',
  'model.py.same': 'The same as in the tutor.',
  'try.how': 'Give any columns you like: <code>{command}</code>',
} as const;
