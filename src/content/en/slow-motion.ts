/** A training in slow motion, one iteration at a time. */
import { commands } from './commands.js';

export const slowMotion = {
  'command.step': 'Train in slow motion: one iteration at a time, with all its numbers',
  'command.step.epochs': commands['command.fit.epochs'],
  'command.step.batch': commands['command.fit.batch'],
  'command.step.data': commands['command.fit.data'],
  'command.step.csv': commands['command.fit.csv'],
  'command.step.target': commands['command.fit.target'],
  'command.step.task': commands['command.fit.task'],
  'command.step.use': commands['command.fit.use'],
  'command.step.drop': commands['command.fit.drop'],
  'command.step.layers': commands['command.fit.layers'],
  'command.step.activation': commands['command.fit.activation'],
  'command.step.dropout': commands['command.fit.dropout'],
  'command.step.l2': commands['command.fit.l2'],
  'command.step.optimizer': commands['command.fit.optimizer'],
  'command.step.lr': commands['command.fit.lr'],
  'command.step.momentum': commands['command.fit.momentum'],
  'command.step.validation': commands['command.fit.validation'],
  'command.step.seed': 'Same seed, same training; that of the run in like, else a new one',
  'command.step.like': 'An earlier run, by its id or its code: the very same training, only slower',

  'error.stepGone':
    'This slow motion is no longer kept: I keep your latest {most, number}. <code>/step</code> begins a new one.',
  'error.stepNotYours':
    'This slow motion belongs to {owner}, so only they can use its buttons; <code>/step</code> starts one of your own.',
  'error.stepByButtons':
    'Those are for the buttons under a slow motion; <code>/step batch:10</code> begins one.',
  'error.stepReadOtherwise':
    'This slow motion began before the tutor learned to read its file more carefully, so it cannot go on; <code>/step</code> begins a new one.',

  'step.head':
    '{isRun, select, yes {Run <code>{run}</code> <b>in slow motion</b>} other {<b>In slow motion</b>}} · learning to predict <b>{target}</b> from the rows of <b>{data}</b>.',
  'step.rows':
    '{training, number} training rows ÷ batch_size {batch, number} {last, plural, =0 {=} other {→}} {steps, plural, one {# iteration} other {# iterations}} in each epoch{last, plural, =0 {} other {{steps, plural, one {} other {, the last with {last, plural, one {# row} other {# rows}}}}}}.{validation, plural, =0 {} other { # more rows are only for val_loss and never in a batch.}}',
  'step.start':
    'Nothing is learned yet: all {weights, number} weights are random. Press <b>Next</b>: the network looks at one <b>batch</b> ({rows, plural, one {# row} other {# rows}}), and every weight changes a little. That is one <b>iteration</b>.',
  'step.iteration':
    '<b>Iteration {step, number} of {steps, number}</b>{epochs, plural, =1 {} other { in epoch {epoch, number} of {epochs, number}}}: the weights have now changed <b>{updates, plural, one {once} other {# times}}</b>.{first, select, yes { (An iteration: one batch goes in, and every weight changes once.)} other {}}',
  'step.made': '{made, number} iterations were made at once; what you see is the last one.',
  'step.outOfTime': 'No more fit into the time for one press; press again to go on.',
  'step.batch':
    '<b>The batch</b>{first, select, yes { (the rows that are looked at together)} other {}}: {rows, plural, one {row {from, number}} other {rows {from, number}–{to, number}}} of this epoch’s order. What the network said before it changed:',
  'step.row.class':
    '<b>row {row, number}</b> ({values}): {target} {predicted}, {percent} % sure; {is, select, right {✓ right} other {✗ it is {right}}}',
  'step.row.amount': '<b>row {row, number}</b> ({values}): {target} {predicted}; it is {right}',
  'step.right':
    '{rows, plural, one {Its one row was {right, plural, =0 {wrong} other {right}}.} other {Of all its {rows, number} rows, {right, plural, =0 {none was} one {1 was} other {{right, number} were}} right.}}',
  'step.dropout':
    'Dropout left out some hidden units at random while it learned. The answers above are the whole network’s; the loss below is that of the network with gaps.',
  'step.loss':
    '<b>Loss</b>{first, select, yes { (how far off the answers are; smaller is better)} other {}} of this batch: <b>{loss}</b>.',
  'step.mean.one': 'The bar shows the mean of the epoch so far: with one batch, the same.',
  'step.mean.first':
    'The bar shows the mean of these {count, number} batches: ({terms}) / {count} {sign} <b>{mean}</b>.',
  'step.mean.later':
    'The bar shows the mean of the epoch so far, {before, number} rows at {mean0} and {rows, plural, one {this one} other {these #}} at {loss}: ({mean0} × {before} + {loss} × {rows}) / {all} {sign} <b>{mean}</b>.{isShort, select, yes { This last batch is smaller, so it counts for less.} other {}}',
  'step.mean.rows':
    'The bar shows the mean over the epoch’s {rows, number} rows. The last batch is smaller, so it counts for less: ({terms}) / {rows} {sign} <b>{mean}</b>.',
  'step.gradient':
    '<b>Gradient</b>{first, select, yes { (for each weight: how the loss would change if the weight grew)} other {}}: mean size {size} over {weights, number} weights.',
  'step.weight':
    'One weight, from <b>{from}</b> to {to, select, neuron {neuron {unit, number} of the first hidden layer} class {the output for {target}} other {the output}}: {before} → <b>{after}</b>{moved, select, yes {} other { (no change in six decimals)}}, with gradient {gradient}.',
  'step.weight.sgd': 'sgd: {before} − learning_rate {lr} × {gradient} {sign} {after}.',
  'step.weight.momentum': 'sgd with momentum: part of the step before carries over into this one.',
  'step.weight.adam': 'adam makes each step from this gradient and those before it.',
  'step.weight.rmsprop':
    'rmsprop divides each gradient by the recent size of this weight’s gradients.',
  'step.ended':
    '<b>Epoch {epoch, number} is over</b>: all {rows, number} training rows were used once, in {steps, plural, one {# iteration} other {# iterations}}. Its numbers are those that <code>/fit</code> shows for this training.',
  'step.asInRun':
    'Run <code>{run}</code> came to exactly these numbers in epoch {epoch, number}: the same training, only slower.',
  'step.order':
    'Before each epoch the rows are <b>shuffled</b>. This one began with rows {order} …; the next one {isLast, select, yes {would begin} other {begins}} with {next} …',
  'step.playing': '<b>Playing</b>, at most to the end of the epoch.',
  'step.stopped':
    '<b>Stopped.</b> {updates, plural, =0 {No weight was changed.} one {The weights changed once.} other {The weights changed # times.}}',
  'step.done':
    '<b>Done.</b> {epochs, plural, one {# epoch} other {# epochs}} × {steps, plural, one {# iteration} other {# iterations}} = <b>{updates, plural, one {# change} other {# changes}} of the weights</b>.',
  'step.spoken':
    'Slow motion on {data}: iteration {step, number} of {steps, number} in epoch {epoch, number} of {epochs, number}. Loss of this batch {loss}, mean so far {mean}. The weights have changed {updates, plural, one {once} other {# times}}.',
  'step.button.next': 'Next',
  'step.button.ten': 'Next 10',
  'step.button.end': 'To the end of the epoch',
  'step.button.play': 'Play',
  'step.button.pause': 'Pause',
  'step.button.stop': 'Stop',
  'step.button.again': 'In slow motion again',
  'run.button.slow': 'In slow motion',
} as const;
