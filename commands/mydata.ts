import { textMessage } from '../src/chat/message.js';
import { defineCommand } from '../src/dispatch/spec.js';
import type { Services } from './services.js';
import { whereNobodyReadsAlong } from './whisper.js';

/** Exports everything stored about the asker on this platform, as a private file. */
export const mydata = defineCommand(
  { name: 'mydata', everywhere: true, options: {} },
  async (_args, context, { personalData }: Services) => {
    const { invocation, t, answerPrivately } = context;
    if (invocation.overheard) return whereNobodyReadsAlong('mydata', context);
    const { platform } = invocation.place;
    await answerPrivately({
      ...textMessage(t.text('mydata.here', { platform })),
      attachments: [
        {
          name: 'my-data.json',
          mediaType: 'application/json',
          bytes: await personalData.export(invocation.user.id),
        },
      ],
      buttons: [{ label: t.plain('mydata.button.forget'), command: '/forget' }],
    });
  },
  async (_args, context) => {
    const { invocation, t } = context;
    if (invocation.overheard) return whereNobodyReadsAlong('mydata', context);
    const button = { label: t.plain('whisper.button.mydata'), command: '/mydata' };
    await context.answerPrivately({ ...textMessage(t.text('request.mydata')), buttons: [button] });
  },
);
