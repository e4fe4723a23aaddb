/** The board of a channel in which more is trained than the platform has edits for. */
import type { TopicWords } from './topic.js';

export const channelTopic: TopicWords = {
  title: (_board, t) => t.text('board.channel.title'),
  intro: (_board, t) => [t.text('board.channel.intro')],
  conclude: (board, states, t) => ({
    blocks: [],
    spoken: t.plain('board.channel.over', { runs: states.length }),
    charts: [],
  }),
  outlivesMessage: true,
  gathers: true,
};
