/** Commands' descriptions and answers. Descriptions have at most 100 characters (Discord's limit). */
export const commands = {
  'command.fit': 'Train a real neural network and watch every epoch',
  'command.fit.epochs': 'How many times all training rows are used (20 if left out)',
  'command.fit.batch': 'Rows per iteration, batch_size in Keras (32 if left out)',
  'command.fit.data': 'A built-in data set; see /data (churn if left out)',
  'command.fit.csv': 'Your own CSV file to learn from',
  'command.fit.target': 'The column of your CSV to predict (its last one if left out)',
  'command.fit.task': 'Are its values classes or amounts? (guessed if left out)',
  'command.fit.use': 'The only columns to learn from, separated by commas: Age,Balance',
  'command.fit.drop': 'Columns not to learn from, separated by commas: Id,Name; or none',
  'command.fit.layers':
    'Hidden units per layer: 6,6 or 32,16; up to 4 layers of 512; none for no hidden layer',
  'command.fit.activation': 'What hidden units do with their sum (relu if left out)',
  'command.fit.dropout':
    'Share of the hidden units left out at random in each iteration: 0.2; 0 for none',
  'command.fit.l2': 'Penalty for large weights, added to the loss: 0.001; 0 for none',
  'command.fit.optimizer': 'How weights are updated (adam if left out)',
  'command.fit.lr': 'learning_rate: how big each step of the weights is',
  'command.fit.momentum':
    'With optimizer sgd: how much of each step carries over into the next, such as 0.9',
  'command.fit.validation': 'Share of the training rows kept for val_loss: 0.2 is 20 %',
  'command.fit.patience':
    'Early stopping: end after this many epochs without a lower val_loss; needs validation',
  'command.fit.seed': 'Same seed, same run; a new one if left out',
  'command.fit.pace': 'watch shows every epoch, fast does not wait for the message',
  'command.fit.engine':
    'What computes the run: tensorflow, or auto for the fastest available (auto if left out)',
  'command.fit.view': 'keras prints like Keras, compact is for phones; remembered',
  'command.fit.ping': 'on: mentions you once, when the run is over (off if left out)',
  'command.fit.like':
    'The settings of an earlier run, by its id; or a code from /share: the same run, bit for bit',
  'command.stop': 'Stop your run and keep its result',
  'command.stop.run': 'Which run, by its id; yours if you have just one going',
  'command.pause': 'Pause your run after the current epoch; /resume continues it',
  'command.pause.run': 'Which run, by its id; yours if you have just one going',
  'command.resume': 'Continue a paused run from where it was',
  'command.resume.run': 'Which run, by its id; yours if you have just one paused',
  'command.runs': 'Your runs: what, when, result',
  'command.data': 'The data sets and where they come from, or what is in your own CSV file',
  'command.data.name': 'One data set, its first rows and its CSV; all of them if left out',
  'command.data.csv': 'Your own CSV file: what is in it, before anything trains',
  'command.data.private': 'yes: only you can see the answer',
  'command.data.target': 'The column of your CSV to predict (its last one if left out)',
  'command.data.task': 'Are its values classes or amounts? (guessed if left out)',
  'command.data.use': 'The only columns to learn from, separated by commas: Age,Balance',
  'command.data.drop': 'Columns not to learn from, separated by commas: Id,Name; or none',
  'command.explain': 'Explain a training term or number, with the numbers of your last run',
  'command.explain.concept': 'The word to explain',
  'command.explain.run': 'The run whose numbers to use; your last one if left out',
  'command.explain.private': 'yes: only you can see the answer',
  'command.code': 'The Keras script, or PyTorch loop, that does what your run did',
  'command.code.run': 'Which run, by its id; your last one if left out',
  'command.code.in': 'keras or pytorch (keras if left out)',
  'command.code.private': 'yes: only you can see the answer',
  'command.check': 'Train a run again on TensorFlow.js and compare every number',
  'command.check.run': 'Which run, by its id; your last one if left out',
  'command.language': 'The language I answer you in',
  'command.language.language': 'en, ko, or auto for the language of your chat',
  'command.help': 'What you can do here',
  'command.help.command': 'One command, with all its options',

  'error.noSuchRun':
    'You have no run <code>{run}</code>, and none was posted here; <code>/runs</code> lists yours.',
  'error.noRuns': 'You have no runs yet; <code>/fit epochs:20 batch:10</code> starts the first.',
  'error.noCodeYet':
    'Run <code>{run}</code> has not read its data yet; ask again once it has started.',
  'error.checkReadOtherwise':
    'Run {run} began before the tutor learned to read its file more carefully; trained again, it would see different inputs. Train it again with <code>/fit like:{run}</code> and check that.',
  'error.checkNotOver': 'Run <code>{run}</code> is still going; it can be checked when it is over.',
  'error.checkNoEpoch':
    'Run <code>{run}</code> did not finish an epoch, so there is nothing to compare; choose another one (<code>/runs</code>).',
  'error.checkIsTensorflow':
    'TensorFlow.js itself computed run <code>{run}</code>, so there is nothing to check; choose one that the tutor’s own engine computed.',
  'error.layers':
    '<code>layers</code> was “{given}”; give up to {most} sizes from 1 to {units}, as in <code>6,6</code>, or <code>none</code>.',
  'error.momentumNeedsSgd':
    '<code>momentum</code> was {given}, but only <code>optimizer:sgd</code> takes one, and the optimizer is {optimizer}; add <code>optimizer:sgd</code> or leave momentum out.',
  'error.dropoutNeedsLayers':
    '<code>dropout</code> was {given}; it leaves out hidden units, and this network has no hidden layer: give it one, as in <code>layers:6,6</code>, or leave dropout out.',
  'error.patienceNeedsValidation':
    '<code>patience</code> was {given, number}; it watches val_loss, and without validation rows there is none: add <code>validation:0.2</code> (above 0, up to 0.9).',
  'error.csvAndData':
    'You gave both a CSV file and <code>data:{data}</code>; choose one of the two.',
  'error.targetNeedsCsv':
    '<code>target</code> was “{target}”; it names a column of your own CSV, and the data set <code>{data}</code> already has its target.',
  'error.taskNeedsCsv':
    '<code>task</code> was <code>{task}</code>; it is for a column of your own CSV, and the data set <code>{data}</code> already has its task.',
  'error.choicesNeedFile':
    '<code>{option}</code> is for the columns of your own file: {way_fitTable}.',
  'error.previewGone':
    'That file is no longer here: files are kept for a day, only for the person who sent them. Please send it again.',
  'error.nothingToStop': 'You have no run going, so there is nothing to stop.',
  'error.notYourRun': 'Run <code>{run}</code> belongs to {owner}; only its owner may stop it.',

  'error.nothingToPause': 'You have no run that can be paused right now.',
  'error.nothingToResume': 'You have no paused run to resume; <code>/runs</code> lists your runs.',
  'error.notYourRunToPause':
    'Run <code>{run}</code> belongs to {owner}; only its owner may pause or resume it.',

  'error.notYourView':
    'Run <code>{run}</code> belongs to {owner}, so only they can change how it is drawn; your own runs have the button, too.',

  'stop.which': 'You have more than one run going. Which one should stop?',
  'stop.button': 'Stop {run}',
  'stop.stopping': 'Run <code>{run}</code> stops after the current iteration; its result is kept.',
  'stop.unqueued': 'Run <code>{run}</code> was taken out of the queue; it had not started.',
  'stop.waitsForSpace':
    'Run <code>{run}</code> is waiting for disk space; it stops and keeps its result once there is some.',
  'stop.nothingYet': 'Run <code>{run}</code> stops. No epoch was finished, so there is no result.',
  'stop.waitsForWorkers':
    'Run <code>{run}</code> is waiting for a computer to train on; once there is one, it tests what it has learned and stops.',
  'stop.overAlready': 'Run <code>{run}</code> was already over.',

  'pause.which': 'Which of your runs should be paused?',
  'pause.button': 'Pause {run}',
  'pause.pausing':
    'Run <code>{run}</code> pauses after epoch {epoch, number}, the current one. <code>/resume {run}</code> continues it; until then it counts as one of your runs.',
  'pause.paused':
    'Run <code>{run}</code> is paused. <code>/resume {run}</code> continues it from there; until then it counts as one of your runs.',
  'pause.overAlready': 'Run <code>{run}</code> is over or ending, so it cannot be paused.',
  'resume.which': 'Which of your paused runs should continue?',
  'resume.button': 'Resume {run}',
  'resume.goesOn': 'Run <code>{run}</code> continues from where it was.',
  'resume.notPaused': 'Run <code>{run}</code> is not paused.',

  'runs.title': 'Your runs, newest first',
  'runs.suggestion': '{run} · {data} · epochs {epochs, number} · batch {batch, number} · {when}',
  'runs.line':
    '<code>{run}</code> · <b>{data}</b>, epochs {epochs, number}, batch {batch, number} · {when} ·',
  'runs.phase.queued': 'waiting for its turn.',
  'runs.waitsForSpace':
    'waiting for disk space, {done, plural, one {# epoch} other {# epochs}} done.',
  'runs.waitsForWorkers':
    'waiting for a computer to train on, {done, plural, one {# epoch} other {# epochs}} done.',
  'runs.paused': 'paused, {done, plural, one {# epoch} other {# epochs}} done.',
  'runs.phase.training': 'training, {done, plural, one {# epoch} other {# epochs}} done.',
  'runs.phase.stopping': 'stopping, {done, plural, one {# epoch} other {# epochs}} done.',
  'runs.phase.completed': 'done.',
  'runs.phase.stopped': 'stopped after {done, plural, one {# epoch} other {# epochs}}.',
  'runs.endedEarly': 'done, ended early after {done, plural, one {# epoch} other {# epochs}}.',
  'runs.failed': 'broke on our side (fault id <code>{fault}</code>).',
  'runs.result': 'loss {loss}, {metric} {value}',
  'runs.resultTest': 'loss {loss}, {metric} {value}, test {metric} {test}',
  'runs.view':
    'Run <code>{run}</code> is drawn {view, select, compact {in narrow lines} other {as Keras prints it}} from now on, and so are your next runs. The same button switches back.',
  'runs.viewOutOfReach':
    'The message of run <code>{run}</code> can no longer be changed; your next runs are drawn {view, select, compact {in narrow lines} other {as Keras prints}}.',
  'runs.button.again': 'Run {run} again',
  'runs.button.code': 'Code of {run}',

  'data.title': 'Data to learn from',
  'data.line': '<b>{name}</b>: {rows, number} rows; predicts <code>{target}</code>, {task}.',
  'data.look': 'To see what rows look like: <code>/data penguins</code>.',
  'data.firstRows': 'Its columns, with the values of the first three rows:',
  'data.firstPictures':
    'Its first two rows as pictures; in the file each is {pixels, number} numbers, row by row, and then the digit:',
  'data.ownCsv': 'Your own: {way_table}. You will see what is in it before anything trains.',
  'data.button': 'Train on {name}',
  'data.file': 'All {rows, number} rows as a CSV file: <code>{file}</code>.',

  'code.intro':
    'Run <code>{run}</code> as a Keras script; it runs where Keras and pandas are installed, with the data’s CSV file beside it.',
  'code.torch.intro':
    'Run <code>{run}</code> as a PyTorch loop; it runs where PyTorch and pandas are installed, with the data’s CSV file beside it.',
  'code.torch.where': 'Where to find the three words in it:',
  'code.torch.where.epoch':
    '<b>epoch</b>: one turn of the outer loop, <code>for epoch in range(1, {epochs} + 1)</code>. It takes all {rows, number} training rows once.',
  'code.torch.where.iteration':
    '<b>iteration</b>: one turn of the inner loop, <code>for x_batch, y_batch in loader</code>: {steps, plural, one {# turn} other {# turns}} per epoch. Each turn changes the weights once, at <code>optimizer.step()</code>.',
  'code.torch.where.batch':
    '<b>batch</b>: what the loader hands out for one turn, <code>DataLoader(rows, batch_size={batch}, shuffle=True)</code>{last, select, whole {.} other {; the last one of an epoch has only {last} rows.}}',
  'code.button.pytorch': 'In PyTorch',
  'code.button.keras': 'In Keras',

  'language.set': 'I’ll answer you in English from now on.',
  'language.auto': 'I’ll answer you in the language of your chat from now on.',

  'help.title': 'Learn how neural networks learn',
  'help.welcome':
    'Type <code>/fit epochs:20 batch:10</code> and watch a real network train: you will see what an epoch, an iteration and batch_size are.',
  'help.options':
    'Options are written <code>name:value</code>, and you can leave any of them out; <code>/help fit</code> lists them. A longer example: <code>/fit data:penguins epochs:50 batch:16 layers:16,8 dropout:0.2 validation:0.2 patience:5</code>',
  'help.noOptions': 'It has no options.',
  'help.ways': 'A file: {way_file}. {way_commands}',
  'help.keras':
    'Keras code works too: paste <code>model.fit(X_train, y_train, batch_size=10, epochs=20)</code>.',
  'help.secondOpinion':
    'If I am not sure what you mean, your question also goes to a language model, which only picks one of the answers I already have.',
} as const;
