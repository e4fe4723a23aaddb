/** Where a trained network is wrong. */
export const mistakes = {
  'command.mistakes': 'Where a trained network is wrong: what it mixes up, and its worst rows',
  'command.mistakes.run': 'Which run, by its id; your last run if left out',

  'error.mistakesNotFinite':
    'The network of run <code>{run}</code> gives no numbers as answers: its weights grew until they overflowed, so there is nothing to compare. A smaller learning rate helps: <code>/fit like:{run} lr:{lr}</code>.',
  'error.weightsGone':
    'The weights of run <code>{run}</code> are no longer kept, so its network cannot be asked. <code>/fit like:{run} seed:{seed}</code> trains it again.',

  'mistakes.classes':
    'Run <code>{run}</code> on the {rows, plural, one {test row} other {<b>{rows, number} test rows</b>}}, which it never trained on: <b>{right, number} right, {wrong, number} wrong</b>.',
  'mistakes.found':
    'Of {rows, plural, one {the # test row} other {# test rows}} with {target} = <b>{class}</b> it found {found, plural, =0 {none} other {<b>{found, number}</b>}}.',
  'mistakes.hardest':
    'Hardest for it is {target} = <b>{class}</b>: of {rows, plural, one {the # test row} other {# test rows}} it found {found, plural, =0 {none} other {<b>{found, number}</b>}}.',
  'mistakes.often':
    'Most often it says <b>{said}</b> where {target} is <b>{class}</b>: in {count, number} of {rows, number} rows.',
  'mistakes.never':
    'It never says <b>{classes}</b>{more, plural, =0 {} one { or # more} other { or # others}}.',
  'mistakes.none': 'There is no mistake to show: it got every one of them right.',
  'mistakes.read':
    'How to read the picture: each row is a true answer, each column what the network said. What it got right is on the diagonal (blue, framed); every other number counts mistakes (orange, darker where they are a larger share of their row). Such a table is called a <b>confusion matrix</b>.',
  'mistakes.amounts':
    'Run <code>{run}</code> on the {rows, plural, one {test row} other {<b>{rows, number} test rows</b>}}, which it never trained on: for {target} it is <b>{off} off</b> on average.',
  'mistakes.sides': 'It said too much for {high, number} of them and too little for {low, number}.',
  'mistakes.readAmount':
    'How to read the picture: each dot is a test row. The further right, the larger the true answer; the higher, the larger what the network said. On the line both are the same; dots above it were guessed too high, dots below it too low.',
  'mistakes.worst.classes': 'Where it was most wrong, thinking the true answer least likely:',
  'mistakes.worst.amount': 'Where it was furthest off:',
  'mistakes.row.classes':
    'Row {row, number} ({cells}): {target} is <b>{answer}</b>, it said <b>{said}</b> ({percent} %).',
  'mistakes.row.amount':
    'Row {row, number} ({cells}): {target} is <b>{answer}</b>, it said <b>{said}</b>.',
  'mistakes.emptyCell': '(empty)',
  'mistakes.worstPictures':
    '{count, plural, one {The one that it was most wrong about is} other {The {count, number} that it was most wrong about are}} at the bottom of the picture, with how sure it was, from 0 to 1.',
  'mistakes.rowsPrivate':
    'The rows themselves are from somebody’s own file, so only the owner of the run can see them.',

  'mistakes.chart.title':
    '{data}, run {run}: {target} of its {rows, plural, one {# test row} other {# test rows}}',
  'mistakes.chart.said': 'test rows: the network said',
  'mistakes.chart.answer': 'true answer',
  'mistakes.chart.all': 'rows',
  'mistakes.chart.others': '{count, number} others',
  'mistakes.chart.folded':
    'The {classes, number} classes that are mixed up least are shown as one: {right, number} of their {rows, number} rows are right.',
  'mistakes.chart.true': 'true: {answer}',
  'mistakes.chart.instead': 'said: {said} ({probability})',
  'mistakes.chart.trueAmount': 'true answer: {target}',
  'mistakes.chart.saidAmount': 'the network said',
  'mistakes.chart.dots': '{rows, plural, one {# test row} other {# test rows}}',
  'mistakes.chart.line': 'said = true',
  'mistakes.chart.beyond': '{rows, number} further out',
  'mistakes.alt': 'Table of true answers against what the network said. Found: {classes}.',
  'mistakes.altClass': '{class}: {found, number} of {rows, number}',
  'mistakes.altAmount':
    'A dot for each test row, true answer against what the network said: {off} off on average over {rows, number} rows, too high for {high, number}, too low for {low, number}.',
  'mistakes.altPictures': 'Below, the pictures it was most wrong about: {pictures}.',
} as const;
