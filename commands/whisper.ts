/** Keeps private content out of places where others could read it. */
import { textMessage } from '../src/chat/message.js';
import type { CommandContext } from '../src/dispatch/spec.js';

/** Offers a command as a button, as button presses are answered privately. */
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
