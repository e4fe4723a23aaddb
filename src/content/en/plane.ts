/** The picture and the film of a network with two numeric inputs. */
export const plane = {
  'plane.title': '{data}: the network’s answer for {target}',
  'plane.frame': '{data}: epoch {epoch, number} of {epochs, number}',
  'plane.training': 'training points',
  'plane.training.some': '{drawn, number} of {rows, number} training points',
  'plane.test': 'test points',
  'plane.test.some': '{drawn, number} of {rows, number} test points',
  'plane.boundary': 'boundary',

  'plane.alt.classes':
    'The plane of {x} and {y}, coloured by what the network says of {target} at each point; the paler, the less sure.',
  'plane.alt.right':
    'It puts {right, number} of {rows, number} test points on the right side of {classes, plural, =2 {its boundary} other {its boundaries}}.',
  'plane.alt.one': 'It says {class} everywhere, so there is no boundary.',
  'plane.alt.straight':
    '{classes, plural, =2 {The boundary is a straight line} other {The boundaries are straight lines}}, to within {percent} % of the picture’s side.',
  'plane.alt.bends':
    '{classes, plural, =2 {The boundary bends: it strays} other {The boundaries bend: they stray}} up to {percent} % of the picture’s side from the straight line that fits best.',
  'plane.alt.enclosed': 'An area of {classes} is closed: the boundary runs all the way round it.',
  'plane.alt.areas': 'Areas by class: {areas}.',
  'plane.alt.amount':
    'The plane of {x} and {y}, coloured by the {target} that the network answers: from {least} (where {x} is {leastX} and {y} is {leastY}) to {most} (where {x} is {mostX} and {y} is {mostY}).',
  'plane.alt.flat':
    'The answers rise evenly in one direction, like a tilted board, to within {percent} % of their range.',
  'plane.alt.curved':
    'The answers are not flat like a tilted board: they stray from one by up to {percent} % of their range.',

  'run.button.film': 'Film',
  'command.film': 'A film: how the boundary of a network with two number inputs changed by epoch',
  'command.film.run': 'Which run, by its id; your last one if left out',
  'film.intro':
    'Run <code>{run}</code>, trained again from seed {seed}: every epoch came out the same, bit for bit. {frames, number} of its {epochs, plural, one {# epoch} other {# epochs}} are in the film.',
  'film.alt': 'A film of the plane of {x} and {y} in {frames, number} pictures.',
  'film.epoch': 'Epoch {epoch, number}: {words}',
  'error.noPlane':
    'A picture of the boundary needs exactly two inputs, both columns of numbers, and at most 7 classes; run <code>{run}</code> has others. Train one with <code>/fit data:circles</code>, or name two columns of your own table with <code>use:</code>.',
  'error.filmNotOver': 'Run <code>{run}</code> is still going; ask for its film when it is over.',
  'error.filmShort':
    'Run <code>{run}</code> has {epochs, plural, =0 {no finished epoch} other {one finished epoch}}; a film needs at least two.',
  'error.filmLong':
    'For a film, run <code>{run}</code> has to be trained again. That took {seconds, number} s of computing; films are made of runs with up to {max, number} s.',
  'error.filmDiffers':
    'Trained again, run <code>{run}</code> came out differently: epoch {epoch, number} had a loss of {again}, not {before}. A film would show another training, so there is none.',
  'error.filmWeights':
    'Trained again, run <code>{run}</code> ended with other weights. A film would show another training, so there is none.',
  'error.filmNoNumbers':
    'The network of run <code>{run}</code> answers nan: there is nothing to draw. A smaller <code>lr:</code> helps.',
} as const;
