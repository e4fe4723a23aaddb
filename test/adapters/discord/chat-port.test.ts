import { PermissionFlagsBits } from 'discord.js';
import type { Dispatcher } from '../../../src/dispatch/dispatcher.js';
import { readMessage } from '../../../src/adapters/discord/keys.js';
import type { Invocation, MessageRef } from '../../../src/chat/port.js';
import { chatPortContract } from '../../contract/chat-port.js';
import { usualPermissions } from '../../support/discord/world.js';
import { tutorOnDiscord } from '../../support/discord/tutor-on-discord.js';

chatPortContract('Discord', async () => {
  let hear: (invocation: Invocation) => void = () => undefined;
  const heard = new Promise<Invocation>((resolve) => {
    hear = resolve;
  });
  const dispatcher: Dispatcher = {
    localeOf: ({ locale }) => Promise.resolve(locale),
    typed: (_command, _values, invocation) => {
      hear(invocation);
      return Promise.resolve();
    },
    text: () => Promise.resolve(),
  };
  const on = await tutorOnDiscord({ dispatcher });
  const { discord, platform } = on;
  const learner = discord.person();
  learner.slash(discord.channel, 'help');
  const messageId = (ref: MessageRef): string => readMessage(ref).messageId;
  return {
    port: platform.port,
    invocation: await heard,
    see: () => Promise.resolve(learner.sees(discord.channel)),
    trouble: {
      rateLimitNextEdit: (retryAfterMs) => {
        discord.trouble('PATCH', /\/messages\//, { kind: 'rate-limit', retryAfterMs });
      },
      delete: (ref) => {
        const message = discord.world.message(messageId(ref));
        if (message) message.isDeleted = true;
      },
      cutOff: () => {
        discord.channel.botPermissions = usualPermissions & ~PermissionFlagsBits.ViewChannel;
      },
    },
    close: () => on.close(),
  };
});
