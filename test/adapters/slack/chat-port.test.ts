import type { Dispatcher } from '../../../src/dispatch/dispatcher.js';
import { readMessage } from '../../../src/adapters/slack/keys.js';
import type { Invocation } from '../../../src/chat/port.js';
import { chatPortContract } from '../../contract/chat-port.js';
import { tutorOnSlack } from '../../support/slack/tutor-on-slack.js';

chatPortContract('Slack', async () => {
  let hear: (invocation: Invocation) => void = () => undefined;
  const heard = new Promise<Invocation>((resolve) => {
    hear = resolve;
  });
  const dispatcher: Dispatcher = {
    localeOf: ({ locale }) => Promise.resolve(locale),
    typed: () => Promise.resolve(),
    text: (_line, invocation) => {
      hear(invocation);
      return Promise.resolve();
    },
  };
  const on = await tutorOnSlack({ dispatcher });
  const { slack, platform } = on;
  const learner = slack.person();
  learner.slash(slack.channel, '/help');
  return {
    port: platform.port,
    invocation: await heard,
    see: () => Promise.resolve(learner.sees(slack.channel)),
    trouble: {
      rateLimitNextEdit: (retryAfterMs) => {
        const retryAfterSeconds = Math.ceil(retryAfterMs / 1_000);
        slack.trouble('chat.update', { kind: 'rate-limit', retryAfterSeconds });
      },
      delete: (ref) => {
        const { channel, ts } = readMessage(ref);
        const message = slack.world.message(channel, ts);
        if (message) message.isDeleted = true;
      },
      cutOff: () => {
        slack.channel.botIsMember = false;
      },
    },
    close: () => on.close(),
  };
});
