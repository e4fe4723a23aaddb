/** Shared dependencies of the code that handles Slack's events. */
import type { WebClient } from '@slack/web-api';
import { textMessage, type ChatMessage } from '../../chat/message.js';
import type { Audience, Invocation, MessageRef, Requested } from '../../chat/port.js';
import { shown } from '../../content/shown.js';
import type { Text } from '../../content/text.js';
import { translator, type Translator } from '../../content/translator.js';
import { UserError } from '../../errors.js';
import type { Dispatcher } from '../../dispatch/dispatcher.js';
import type { CommandSpec } from '../../dispatch/spec.js';
import { SHOW_TO_EVERYONE, slackMessage } from './blocks.js';
import { asFarAsTaken, persistently } from './calls.js';
import type { SlackPort } from './chat-port.js';
import { isNotThere, mayNotWrite, missingScope } from './errors.js';
import type { HomeTab } from './home.js';
import type { FileAccess } from './incoming-file.js';
import type { ForThreads } from './in-threads.js';
import {
  homeOf,
  isDirect,
  messageRef,
  place,
  readMessage,
  teamIn,
  type SlackPlace,
  type Team,
} from './keys.js';
import { MAX_BUTTON_VALUE } from './limits.js';
import type { SlackLog } from './log.js';
import type { People } from './people.js';
import { serverOf } from './server.js';

export interface Inbound {
  readonly dispatcher: Dispatcher;
  readonly specs: readonly CommandSpec[];
  readonly client: WebClient;
  readonly port: SlackPort;
  readonly people: People;
  readonly files: FileAccess;
  readonly log: SlackLog;
  /** The bot's name here: `@tutor`. */
  readonly botName: () => string;
  readonly forThreads: ForThreads;
  readonly home: HomeTab;
  /** The workspace that the bot was installed in. */
  readonly team: Team;
  /** Aborted when we stop waiting for anything. */
  readonly closing: AbortSignal;
}

/** The workspace that an event comes from, according to Bolt. */
export type InboundIn = (context: { readonly teamId?: string }) => Inbound;

/** Posts mrkdwn that only the asker sees. */
export type Whisper = (message: ReturnType<typeof slackMessage>) => Promise<unknown>;

export interface Heard {
  readonly requested: Requested;
  readonly userId: string;
  readonly where: SlackPlace;
  /** The answer starts the thread: until then Slack cannot show anything private in it. */
  readonly opensThread?: boolean;
  readonly pressed: boolean;
  /** The command line being answered: public answers say who asked what. */
  readonly quoted?: string;
  /** Public answers go to the asker first, who may then show them to everyone. */
  readonly alone?: boolean;
  readonly files?: Invocation['files'];
  /** Slack's `response_url` for this; without one, the asker gets a message. */
  readonly whisper?: Whisper;
}

export async function invocationOf(heard: Heard, inbound: Inbound): Promise<Invocation> {
  const { requested, userId, where, pressed, files = [] } = heard;
  const person = await inbound.people.find(userId);
  const { name, locale, localeIsGuess, isAdmin } = person;
  const server = serverOf(where, person, inbound);
  const user = { id: personId(userId, inbound.team), name };
  const reply = async (message: ChatMessage, audience: Audience): Promise<MessageRef> => {
    if (audience === 'asker') return quietly(message, heard, inbound);
    const asker = { user, locale, localeIsGuess, server };
    if (heard.alone && heard.quoted !== undefined && !isDirect(where)) {
      const t = translator(await inbound.dispatcher.localeOf(asker), 'slack');
      return quietly(withShow(message, heard.quoted, t), heard, inbound);
    }
    tellToWait(asker, heard, inbound);
    return spoken(quoting(message, heard), where, inbound);
  };
  const invocation: Invocation = {
    requested,
    user,
    place: place(where, inbound.team),
    locale,
    localeIsGuess,
    server,
    moderates: isAdmin,
    pressed,
    files,
    reply,
  };
  if (isDirect(where) || where.thread !== undefined) return invocation;
  return {
    ...invocation,
    openThread: async (_title, opening) => {
      const { ts } = readMessage(await reply(opening, 'everyone'));
      const inThread = { ...where, thread: ts };
      const { quoted: _, ...rest } = heard;
      return invocationOf({ ...rest, where: inThread, opensThread: true }, inbound);
    },
  };
}

/** Checks the workspace that the bot was installed in, whichever one Slack names in an event. */
export function personId(userId: string, team: Team): string {
  return `${homeOf(team.id)}:${userId}`;
}

/** The longest command line quoted, in characters. */
const QUOTED_CHARACTERS = 200;

/** Who asked what, before a public answer. */
function quoting(message: ChatMessage, { quoted, userId, where }: Heard): ChatMessage {
  if (quoted === undefined || isDirect(where)) return message;
  const text: Text = [
    { text: `<@${userId}>`, style: 'person' },
    { text: ' · ' },
    { text: shown(quoted, QUOTED_CHARACTERS), style: 'code' },
  ];
  return { ...message, blocks: [{ kind: 'text', text }, ...message.blocks] };
}

function withShow(message: ChatMessage, line: string, t: Translator): ChatMessage {
  const command = `${SHOW_TO_EVERYONE}${line}`;
  // A button's value cannot be longer.
  if (command.length > MAX_BUTTON_VALUE) return message;
  const show = { label: t.plain('slack.button.show'), command };
  return { ...message, buttons: [...(message.buttons ?? []), show] };
}

/** The longest wait without any sign, in ms. */
const SILENT_FOR_MS = 2_000;

/** Tells the asker when other posts are queued ahead of their public answer; the answer does not wait for that. */
function tellToWait(
  asker: Parameters<Inbound['dispatcher']['localeOf']>[0],
  heard: Heard,
  inbound: Inbound,
): void {
  const { port, team, botName, dispatcher, log } = inbound;
  const { ahead, waitMs } = port.line(place(heard.where, team));
  if (isDirect(heard.where) || waitMs <= SILENT_FOR_MS) return;
  const tell = async (): Promise<void> => {
    const t = translator(await dispatcher.localeOf(asker), 'slack');
    const params = { place: ahead + 1, seconds: Math.ceil(waitMs / 1_000), bot: botName() };
    await whispered(textMessage(t.text('slack.inLine', params)), heard, inbound);
  };
  tell().catch((err: unknown) => {
    log.info({ err }, 'Slack: somebody who waits could not be told so');
  });
}

/** Posts it so that nobody else sees it. */
async function quietly(message: ChatMessage, heard: Heard, inbound: Inbound): Promise<MessageRef> {
  if (!isDirect(heard.where)) return whispered(message, heard, inbound);
  try {
    return await spoken(message, heard.where, inbound);
  } catch (error) {
    if (!heard.whisper || !(error instanceof UserError)) throw error;
    return whispered(message, heard, inbound);
  }
}

/** @throws UserError where the bot is not a member, or may not post */
async function spoken(
  message: ChatMessage,
  where: SlackPlace,
  { port, botName, team }: Inbound,
): Promise<MessageRef> {
  try {
    return await port.post(place(where, team), message);
  } catch (error) {
    const scope = missingScope(error);
    if (scope !== undefined) throw new UserError('slack.missingScope', { scope });
    if (mayNotWrite(error)) throw new UserError('slack.mayNotWrite', { bot: botName() });
    if (!isNotThere(error)) throw error;
    const key = isDirect(where) ? 'slack.notInConversation' : 'slack.notInChannel';
    throw new UserError(key, { bot: botName() });
  }
}

/** Code sent as a file is shown in the message, too. */
function saysItsFiles(message: ChatMessage): boolean {
  const codes = message.blocks.flatMap((block) => (block.kind === 'code' ? [block.text] : []));
  return (message.attachments ?? []).every(({ bytes }) =>
    codes.includes(Buffer.from(bytes).toString()),
  );
}

async function whispered(
  message: ChatMessage,
  { userId, where, whisper, opensThread = false }: Heard,
  { client, log, port, team, closing, forThreads }: Inbound,
): Promise<MessageRef> {
  // A thread that the answer starts does not exist yet.
  const here = {
    ...forThreads(message, opensThread ? { channel: where.channel } : where),
    attachments: [],
  };
  // Files cannot be shared with one person in a channel: what the text does not say goes to them
  // in a direct message, which needs only `chat:write` (chat.postMessage: a user's id as channel).
  const said = slackMessage(here);
  if (!saysItsFiles(message)) await port.post(place({ channel: userId }, team), message);
  const ref = messageRef({ ...teamIn(team), channel: where.channel, ts: '', isEphemeral: true });
  if (whisper) {
    try {
      await whisper(said);
      return ref;
    } catch (err) {
      log.info({ err }, 'Slack: an answer by its response URL was refused, it goes another way');
    }
  }
  await asFarAsTaken(here, log, (words) =>
    persistently(
      () =>
        client.chat.postEphemeral({
          ...{ channel: where.channel, user: userId, ...slackMessage(words) },
          ...(where.thread !== undefined && !opensThread && { thread_ts: where.thread }),
        }),
      closing,
    ),
  );
  return ref;
}
