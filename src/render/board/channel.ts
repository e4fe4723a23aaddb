/** The board of a channel with more runs than the platform's edit limit allows. */
import { plain } from '../../content/text.js';
import type { TopicWords } from './topic.js';

export const channelTopic: TopicWords = {
  title: ({ isClosed }, t) => t.text(isClosed ? 'board.channel.ended' : 'board.channel.title'),
  intro: ({ isClosed }, t) => (isClosed ? [] : [t.text('board.channel.intro')]),
  conclude: (_board, states, t) => {
    const over = t.text('board.channel.over', { runs: states.length });
    return { blocks: [{ kind: 'text', text: over }], spoken: plain(over), charts: [] };
  },
  outlivesMessage: true,
  gathers: true,
};
