/** What is one person's own is not said where a platform lets others read along. */
import { textMessage } from '../src/chat/message.js';
import type { CommandContext } from '../src/dispatch/spec.js';

/** Offers a command as a button: who presses one is answered alone. */
export async function whereNobodyReadsAlong(
  command: 'forget' | 'mydata',
  { invocation, t }: CommandContext,
): Promise<void> {
  await invocation.reply(
    {
      ...textMessage(t.text('whisper.press')),
      buttons: [{ label: t.plain(`whisper.button.${command}`), command: `/${command}` }],
    },
    'everyone',
  );
}
