/** A board: several runs in one message. */
export const board = {
  'board.channel.title': 'Runs going on here',
  'board.channel.ended': 'Runs that were trained here',
  'board.channel.intro':
    'Several people train here at once, so their runs share this message, a line each. Each gets a message of its own when it is over.',
  'board.channel.over':
    '{runs, plural, one {The run is} other {All # runs are}} over; each has a message of its own.',
  'board.joined':
    'Several people train here at once, so run <code>{run}</code> goes on in the message “{title}”: as number {place, number} there, under your name. When it is over it gets a message of its own, with chart, files and buttons. <code>/runs</code> shows it to you alone.',
  'board.button.runs': 'My runs',
  'board.waiting': 'waiting',
  'board.waitsForWorkers':
    '<b>Waiting for a computer to train on</b>: none can be reached right now. The runs go on by themselves once there is one; nothing is lost.',
  'board.stopped': 'stopped',
  'board.failed': 'broke off',
  'board.paused': 'paused',
  'board.refused': 'not started',
  'board.more':
    '{count, plural, one {# more run is} other {# more runs are}} not shown here; the file at the end has every epoch of every run.',
  'board.spoken':
    '{runs, plural, one {# run} other {# runs}}, {over, plural, =0 {none} other {#}} of them over.',
  'board.ahead':
    'Lowest loss so far: {name}, {loss} after {done, number} of {epochs, plural, one {# epoch} other {# epochs}}.',
  'board.button.stop': 'Stop all',
  'error.noSuchBoard': 'There is no board <code>{board}</code> here.',
  'error.notYourBoard':
    'Only the person who started these runs, or a moderator, can stop them all; you can stop your own with <code>/stop</code>.',
  'stop.board': 'All runs of this board are being stopped; what they have learned so far is kept.',
  'stop.boardOver': 'These runs are over already.',
} as const;
