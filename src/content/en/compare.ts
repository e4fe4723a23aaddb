/** Runs side by side. */
export const compare = {
  'command.compare': 'Two or three runs side by side: chart, table, and what it shows',
  'command.compare.runs': 'Their ids, as in k3f9qd,ab12cd; your two newest if left out',

  'error.compareNothing':
    'You have {count, plural, =0 {no run} one {# run} other {# runs}} with a finished epoch so far; <code>/compare</code> needs two, and <code>/fit</code> trains one.',
  'error.compareCount':
    '<code>runs</code> named {count, plural, =0 {no run} one {# run} other {# different runs}}; name two or three, as in <code>/compare k3f9qd,ab12cd</code>.',
  'error.compareGoing': 'Run <code>{run}</code> is still going; compare it once it is over.',
  'error.compareEmpty':
    'Run <code>{run}</code> ended before it finished an epoch, so there is nothing to compare.',

  'compare.title': 'Side by side: {runs}',
  'compare.differs': 'What differs, in this order:',
  'compare.difference': '<code>{name}</code> {values}',
  'compare.sameSettings': 'All settings are the same, including the seed.',

  'compare.epochs':
    'After {epochs, plural, one {# epoch} other {# epochs}} each, the training loss is {values}: lowest for <b>{best}</b>.',
  'compare.epochsClose':
    'After {epochs, plural, one {# epoch} other {# epochs}} each, the training loss is {values}: practically equal.',
  'compare.epochsSame':
    'After {epochs, plural, one {# epoch} other {# epochs}} each, the training loss is {values}: exactly equal, because up to there they do exactly the same thing.',
  'compare.updates':
    '{more} made {updatesMore, number} weight updates in all, {fewer} only {updatesFewer, number}. <b>At about equal updates</b> ({fewer} after {updatesFewer, number}, {more} after {updates, number}, its epoch {epoch, number}) the loss is {lossFewer} against {lossMore}.',
  'compare.nextEpoch':
    '(An epoch’s loss is its mean, so by the end of that epoch the loss was nearer to the {loss} of the next.)',
  'compare.noEqualUpdates':
    '{more} made {updatesMore, number} weight updates in all, {fewer} only {updatesFewer, number}. No epoch of {more} ended near that count (they end every {stepsMore, number}), so these two cannot be compared at equal updates yet.',
  'compare.dueToUpdates':
    'So most of the gap comes from the number of updates, not from the size of the batch itself.',
  'compare.notOnlyUpdates': 'So the number of updates explains only part of the gap.',
  'compare.fewerAhead': 'So update for update {fewer} is ahead; what it lacks is updates.',
  'compare.otherData':
    'They learned from different data, so neither their losses nor their results can be compared: a lower loss may only mean an easier task.',
  'compare.otherMetric':
    'One is measured by accuracy (higher is better), another by mae (lower is better): those are different things.',
  'compare.againstBaseline':
    'What can be compared is each with its own baseline, the score without learning. Test rows / baseline: {values}.',
  'compare.otherTraining':
    'Their validation_split differs, so they trained on different numbers of rows ({rows}), and their training losses are not over the same rows; the test rows are the same.',
  'compare.otherDropout':
    'Their dropout differs, and training loss is measured with that share of the units missing: compare them on the test rows, where all units work.',
  'compare.otherL2':
    'Their l2 differs, and each loss includes its own penalty: compare them by the metric on the test rows, which has none.',
  'compare.lost':
    'The loss of {run} became {loss}: with learning_rate {lr} its numbers overflowed, so there is nothing to compare it with.',
  'compare.onlySeed':
    'Only the seed differs, so the gap of {gap} is pure chance (starting weights, shuffling). Another setting has to move the loss by more than that to mean anything.',
  'compare.maybeChance':
    'Their seeds differ, and a gap as small as {gap} may be chance; give both <code>seed:{seed}</code> to be fair.',
  'compare.otherSeeds':
    'Their seeds differ, so part of the gap of {gap} may be chance; give both <code>seed:{seed}</code> to be fair.',
  'compare.otherBackend':
    'They were computed by different engines, which round differently in the last digits.',
  'compare.several':
    'More than one setting differs, so this cannot show which one made the difference; change one at a time.',
  'compare.test': 'On {rows, number} test rows: {metric} {values}; without learning, {baseline}.',

  'compare.kept':
    '{run} took the test with the weights of its epoch {epoch, number}, which early stopping kept.',

  'compare.button.catchUp': '{run} with {epochs, number} epochs',
  'compare.button.newest': 'Compare the two newest',
  'compare.chart.title': 'Training loss: {runs}',
  'compare.chart.updates': 'weight updates',
  'compare.chart.updatesLog': 'weight updates (logarithmic)',
  'compare.alt': 'Chart of the training loss. {curves}.',
  'compare.altCurve':
    '{run}: from {from} to {to} in {epochs, plural, one {# epoch} other {# epochs}}, {updates, plural, one {# weight update} other {# weight updates}}',
} as const;
