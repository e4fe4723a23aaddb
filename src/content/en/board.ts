/** A board: several runs in one message. */
export const board = {
  'board.channel.title': 'Runs in progress here',
  'board.channel.ended': 'Runs that were trained here',
  'board.channel.intro':
    'Several people are training here at once, so their runs share this message, one line each. Each run gets its own message when it is over.',
  'board.channel.over':
    '{runs, plural, one {The run is over; it has its own message.} other {All # runs are over; each has its own message.}}',
  'board.joined':
    'Several people are training here at once, so run <code>{run}</code> continues in the message “{title}”, as number {place, number} there, under your name. When it is over, it gets its own message with the chart, files and buttons. <code>/runs</code> shows it to you alone.',
  'board.button.runs': 'My runs',
  'board.waiting': 'waiting',
  'board.waitsForWorkers':
    '<b>Waiting for a computer to train on</b>: none can be reached right now. The runs continue by themselves once there is one; nothing is lost.',
  'board.stopped': 'stopped',
  'board.failed': 'failed',
  'board.paused': 'paused',
  'board.refused': 'not started',
  'board.more':
    '{count, plural, one {# more run is} other {# more runs are}} not shown here; the file at the end has every epoch of every run.',
  'board.spoken':
    '{runs, plural, one {# run} other {# runs}}, {over, plural, =0 {none} other {#}} finished.',
  'board.ahead':
    'Lowest loss so far: {name}, {loss} after {done, number} of {epochs, plural, one {# epoch} other {# epochs}}.',
  'board.button.stop': 'Stop all',
  'error.noSuchBoard': 'There is no board <code>{board}</code> here.',
  'error.notYourBoard':
    'Only the person who started these runs, or a moderator, can stop them all; you can stop your own with <code>/stop</code>.',
  'stop.board': 'All runs of this board are being stopped; what they have learned so far is kept.',
  'stop.boardOver': 'These runs are already over.',
} as const;
