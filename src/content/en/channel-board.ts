/** Boards that runs join by themselves where a channel is crowded. */
export const channelBoard = {
  'board.channel.title': 'Runs in this channel',
  'board.channel.intro':
    'Several people train here at once, so their runs share this message, a line each. Each run ends with a message of its own: chart, files and buttons.',
  'board.channel.over': 'All of these runs are over; each has a message of its own below.',
  'board.joined':
    'Several people train here at once, so run <code>{run}</code> is on the channel’s board “Runs in this channel”: line {place, number} for now. When it is over it gets a message of its own, with chart, files and buttons. <code>/runs</code> shows it to you alone.',
  'board.button.runs': 'My runs',
} as const;
