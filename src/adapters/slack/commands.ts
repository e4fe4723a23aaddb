/** Slash commands. Slack does not offer them inside threads. */
import type { App } from '@slack/bolt';
import type { CommandSpec } from '../../dispatch/spec.js';
import { audienceOf } from './audience.js';
import { askForCsv, wantsCsv } from './csv-form.js';
import { unescapeText } from './unescape.js';
import { requestedIn } from './intake.js';
import { invocationOf, type InboundIn, type Whisper } from './inbound.js';
import { slashName } from './slash-name.js';

export function onCommands(app: App, specs: readonly CommandSpec[], inboundIn: InboundIn): void {
  for (const spec of specs) {
    app.command(`/${slashName(spec.name)}`, async ({ command, ack, respond, context }) => {
      await ack();
      const inbound = inboundIn(context);
      const line = `/${spec.name} ${unescapeText(command.text)}`.trim();
      const where = { channel: command.channel_id };
      const { user_id: userId, trigger_id: trigger, response_url: responseUrl } = command;
      const whisper: Whisper = (message) => respond({ ...message, response_type: 'ephemeral' });
      const requested = requestedIn(context);
      if (wantsCsv(spec, line)) {
        const request = { requested, userId, trigger, line, where, responseUrl, whisper };
        await askForCsv(request, inbound);
        return;
      }
      const heard = {
        ...{ requested, userId, where, pressed: false, whisper },
        ...audienceOf(spec.name, line),
      };
      const invocation = await invocationOf(heard, inbound);
      await inbound.dispatcher.text(line, invocation);
    });
  }
}
