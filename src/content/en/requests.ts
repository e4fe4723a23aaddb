/** What somebody asked for in their own words, before it is done. */
export const requests = {
  'request.fit':
    'Train {epochs, plural, one {# epoch} other {# epochs}} with a batch size of {batch, number} on <b>{data}</b>{also, select, none {} other { (<code>{also}</code>)}}?',
  'request.button.fit': 'Start the training',
  'request.stop':
    'Stop run <code>{run}</code> after {done, plural, =0 {less than one epoch} one {# of {epochs, number} epochs} other {# of {epochs, number} epochs}}? Its result so far is kept.',
  'request.mydata': 'Shall I send you everything I keep about you, as a file? Only you can see it.',
} as const;
