/** Slash commands. Slack offers none of them inside threads. */
import type { App } from '@slack/bolt';
import { openCsvForm, wantsCsv } from './csv-form.js';
import { heardText } from './heard.js';
import { invocationOf, type Inbound, type Whisper } from './inbound.js';

export function onCommands(app: App, inbound: Inbound): void {
  for (const spec of inbound.specs) {
    app.command(`/${spec.name}`, async ({ command, ack, respond }) => {
      await ack();
      const line = `/${spec.name} ${heardText(command.text)}`.trim();
      const where = { channel: command.channel_id };
      const asker = { team: command.team_id, userId: command.user_id };
      if (wantsCsv(spec, line)) {
        await openCsvForm({ ...asker, trigger: command.trigger_id, line, where }, inbound);
        return;
      }
      const whisper: Whisper = (message) => respond({ ...message, response_type: 'ephemeral' });
      const invocation = await invocationOf({ ...asker, where, pressed: false, whisper }, inbound);
      await inbound.dispatcher.text(line, invocation);
    });
  }
}
