/** Slash commands. Slack offers none of them inside threads. */
import type { App } from '@slack/bolt';
import { askForCsv, wantsCsv } from './csv-form.js';
import { heardText } from './heard.js';
import { invocationOf, type Inbound, type Whisper } from './inbound.js';

export function onCommands(app: App, inbound: Inbound): void {
  for (const spec of inbound.specs) {
    app.command(`/${spec.name}`, async ({ command, ack, respond }) => {
      await ack();
      const line = `/${spec.name} ${heardText(command.text)}`.trim();
      const where = { channel: command.channel_id };
      const { user_id: userId, trigger_id: trigger, response_url: responseUrl } = command;
      const whisper: Whisper = (message) => respond({ ...message, response_type: 'ephemeral' });
      if (wantsCsv(spec, line)) {
        await askForCsv({ userId, trigger, line, where, responseUrl, whisper }, inbound);
        return;
      }
      const invocation = await invocationOf({ userId, where, pressed: false, whisper }, inbound);
      await inbound.dispatcher.text(line, invocation);
    });
  }
}
