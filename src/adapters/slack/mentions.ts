/** Mentions of the bot in channels, and direct messages to it. */
import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Requested } from '../../chat/port.js';
import { withoutChannels } from '../../dispatch/channels.js';
import { unescapeText } from './unescape.js';
import { incomingFiles, sharedFileSchema } from './incoming-file.js';
import { requestedIn } from './intake.js';
import { invocationOf, type Inbound, type InboundIn } from './inbound.js';
import { messageText } from './message-text.js';

const eventSchema = z.object({
  user: z.string(),
  text: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  channel: z.string(),
  channel_type: z.string().optional(),
  /** Some say how a message was sent (`told`); others report changes. */
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  team: z.string().optional(),
  files: z
    .array(sharedFileSchema)
    .nullish()
    .transform((files) => files ?? []),
});

/** With files, with `/me`, or broadcast from a thread to its channel (docs.slack.dev, message event). */
const told: readonly (string | undefined)[] = [
  ...[undefined, 'file_share', 'me_message', 'thread_broadcast'],
];

export function onMentions(app: App, inboundIn: InboundIn): void {
  app.event('app_mention', async ({ event, context }) => {
    await hear(event, requestedIn(context), inboundIn(context));
  });
  app.event('message', async ({ event, context }) => {
    if (event.channel_type === 'im') await hear(event, requestedIn(context), inboundIn(context));
  });
}

async function hear(event: object, requested: Requested, inbound: Inbound): Promise<void> {
  const heard = eventSchema.safeParse(event);
  if (!heard.success) return;
  const { data } = heard;
  if (!told.includes(data.subtype) || data.bot_id !== undefined) return;
  const { channel, channel_type, ts, thread_ts } = data;
  // In a channel the answer goes in the question's thread, so that two conversations do not mix.
  const thread = channel_type === 'im' ? thread_ts : (thread_ts ?? ts);
  const where = { channel, ...(thread !== undefined && { thread }) };
  const files = await incomingFiles(data.files, inbound.files);
  const opensThread = thread !== thread_ts;
  const asked = { requested, userId: data.user, where, opensThread, pressed: false, files };
  const invocation = await invocationOf(asked, inbound);
  // A message forwarded without any comment is in an attachment.
  const line = unescapeText(data.text) || withoutChannels(messageText(event, undefined));
  const isEmpty = line === '' && files.length === 0;
  await inbound.dispatcher.text(isEmpty ? '/help' : line, invocation);
}
