/** Buttons and menus under our messages, and message shortcuts. */
import type {
  App,
  BlockButtonAction,
  BlockStaticSelectAction,
  MessageShortcut,
  RespondArguments,
} from '@slack/bolt';
import { z } from 'zod';
import { withoutChannels } from '../../dispatch/channels.js';
import { filesFor } from '../../dispatch/files-for.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import { BUTTON_ACTION, MENU_ACTION, SHOW_TO_EVERYONE } from './blocks.js';
import { directMessagesOf } from './home.js';
import { incomingFiles, sharedFileSchema } from './incoming-file.js';
import { requestedIn } from './intake.js';
import { invocationOf, type InboundIn, type Whisper } from './inbound.js';
import type { SlackPlace } from './keys.js';
import { messageText } from './message-text.js';

type Pressed = BlockButtonAction | BlockStaticSelectAction;
type Respond = (message: RespondArguments) => Promise<unknown>;

/** The parts of a message that a shortcut needs. */
const messageSchema = z.object({
  thread_ts: z.string().nullish(),
  files: z.array(sharedFileSchema).nullish(),
});

export function onActions(app: App, specs: readonly CommandSpec[], inboundIn: InboundIn): void {
  const ours = new RegExp(`^(?:${BUTTON_ACTION}|${MENU_ACTION})`);
  app.action<Pressed>(ours, async ({ ack, body, action, respond, context }) => {
    await ack();
    const inbound = inboundIn(context);
    // The Home tab has no channel: answers go to the app's Messages tab.
    const alone = body.view && directMessagesOf(body.view.private_metadata);
    const where = placeOf(alone ?? body.channel?.id ?? '', threadOf(body));
    const { value = '' } = action.type === 'button' ? action : action.selected_option;
    const shows = value.startsWith(SHOW_TO_EVERYONE);
    const line = shows ? value.slice(SHOW_TO_EVERYONE.length) : value;
    const invocation = await invocationOf(
      {
        requested: requestedIn(context),
        userId: body.user.id,
        where,
        // Then it is as if they had asked in public.
        pressed: !shows,
        ...(shows && { quoted: line }),
        ...(alone === undefined && { whisper: whisperBy(respond, where) }),
      },
      inbound,
    );
    await inbound.dispatcher.text(line, invocation);
    if (alone !== undefined) await inbound.home.draw(body.user.id, alone);
  });

  for (const spec of specs) {
    const { name, onMessage } = spec;
    if (onMessage === undefined) continue;
    const constraints = { type: 'message_action', callback_id: name } as const;
    app.shortcut<MessageShortcut>(constraints, async ({ ack, shortcut, respond, context }) => {
      await ack();
      const inbound = inboundIn(context);
      const message = messageSchema.parse(shortcut.message);
      const where = placeOf(shortcut.channel.id, message.thread_ts ?? undefined);
      const invocation = await invocationOf(
        {
          requested: requestedIn(context),
          userId: shortcut.user.id,
          where,
          pressed: true,
          files: filesFor(spec, await incomingFiles(message.files ?? [], inbound.files)),
          whisper: whisperBy(respond, where),
        },
        inbound,
      );
      const text = withoutChannels(messageText(shortcut.message, context.botUserId));
      await inbound.dispatcher.typed(name, text === '' ? {} : { [onMessage]: text }, invocation);
    });
  }
}

function placeOf(channel: string, thread: string | undefined): SlackPlace {
  return { channel, ...(thread !== undefined && { thread }) };
}

/** The pressed message's thread, if any. */
function threadOf({ message, container }: Pressed): string | undefined {
  const { thread_ts } = z
    .object({ thread_ts: z.string().optional() })
    .parse({ ...container, ...message });
  return thread_ts;
}

function whisperBy(respond: Respond, { thread }: SlackPlace): Whisper {
  return (message) =>
    respond({
      ...message,
      response_type: 'ephemeral',
      replace_original: false,
      ...(thread !== undefined && { thread_ts: thread }),
    });
}
