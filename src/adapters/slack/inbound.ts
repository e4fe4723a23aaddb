/** What the parts that listen to Slack work with. */
import type { WebClient } from '@slack/web-api';
import type { ChatMessage } from '../../chat/message.js';
import type { Audience, Invocation, MessageRef } from '../../chat/port.js';
import { UserError } from '../../errors.js';
import type { Dispatcher } from '../../dispatch/dispatcher.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import { slackMessage } from './blocks.js';
import { persistently } from './calls.js';
import type { SlackPort } from './chat-port.js';
import { isNotThere } from './errors.js';
import type { FileAccess } from './incoming-file.js';
import { messageRef, place, readMessage, type SlackPlace } from './keys.js';
import type { SlackLog } from './log.js';
import type { People } from './people.js';

export interface Inbound {
  readonly dispatcher: Dispatcher;
  readonly specs: readonly CommandSpec[];
  readonly client: WebClient;
  readonly port: SlackPort;
  readonly people: People;
  readonly files: FileAccess;
  readonly log: SlackLog;
  /** What the bot is called here: `@tutor`. */
  readonly botName: string;
}

/** Says something that only the asker sees, in words of Slack's. */
export type Whisper = (message: ReturnType<typeof slackMessage>) => Promise<unknown>;

export interface Heard {
  readonly team: string;
  readonly userId: string;
  readonly where: SlackPlace;
  readonly pressed: boolean;
  readonly files?: Invocation['files'];
  /** The way that Slack opens for an answer to this; without one, a message to the asker. */
  readonly whisper?: Whisper;
}

export async function invocationOf(heard: Heard, inbound: Inbound): Promise<Invocation> {
  const { team, userId, where, pressed, files = [] } = heard;
  const { name, locale, isAdmin } = await inbound.people.find(userId);
  const reply = (message: ChatMessage, audience: Audience): Promise<MessageRef> =>
    audience === 'asker' && !isAlone(where)
      ? whispered(message, heard, inbound)
      : spoken(message, where, inbound);
  const invocation: Invocation = {
    user: { id: `slack:${team}:${userId}`, name },
    place: place(where),
    locale,
    moderates: isAdmin,
    pressed,
    files,
    reply,
  };
  if (isAlone(where) || where.thread !== undefined) return invocation;
  return {
    ...invocation,
    openThread: async (_title, opening) => {
      const { ts } = readMessage(await reply(opening, 'everyone'));
      const inThread = { ...where, thread: ts };
      return invocationOf({ ...heard, where: inThread }, inbound);
    },
  };
}

/** With the bot alone: everything said there is between the two. */
function isAlone({ channel }: SlackPlace): boolean {
  return channel.startsWith('D');
}

/** @throws UserError where the bot is no member */
async function spoken(
  message: ChatMessage,
  where: SlackPlace,
  { port, botName }: Inbound,
): Promise<MessageRef> {
  try {
    return await port.post(place(where), message);
  } catch (error) {
    if (isNotThere(error)) throw new UserError('slack.notInChannel', { bot: botName });
    throw error;
  }
}

async function whispered(
  message: ChatMessage,
  { userId, where, whisper }: Heard,
  { client, log }: Inbound,
): Promise<MessageRef> {
  const said = slackMessage(message);
  const ref = messageRef({ channel: where.channel, ts: '', isEphemeral: true });
  if (whisper) {
    try {
      await whisper(said);
      return ref;
    } catch (err) {
      log.info({ err }, 'Slack: an answer by its response URL was refused, it goes another way');
    }
  }
  await persistently(() =>
    client.chat.postEphemeral({
      ...{ channel: where.channel, user: userId, text: said.text, blocks: said.blocks },
      ...(where.thread !== undefined && { thread_ts: where.thread }),
    }),
  );
  return ref;
}
