/** Confirmation of a request made in somebody's own words. */
export const requests = {
  'request.fit':
    'Train {epochs, plural, one {# epoch} other {# epochs}} with a batch size of {batch, number} on <b>{data}</b>{also, select, none {} other { (<code>{also}</code>)}}?',
  'request.button.fit': 'Start the training',
  'request.sweep':
    'Train several values of <code>{option}</code> side by side ({values}), to see what it changes and what is just chance?',
  'request.button.sweep': 'Start the sweep',
  'request.class':
    'Open a class lab here? Whoever presses Join trains one value of <code>{option}</code> ({values}), all on one board; you are its teacher.',
  'request.button.class': 'Open the class',
  'request.stop':
    'Stop run <code>{run}</code> after {done, plural, =0 {less than one epoch} one {# of {epochs, number} epochs} other {# of {epochs, number} epochs}}? Its result so far is kept.',
  'request.mydata': 'Shall I send you everything I keep about you, as a file? Only you can see it.',
} as const;
