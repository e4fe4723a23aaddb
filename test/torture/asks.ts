/** What people ask on each platform, whether it was accepted, and the answers they get. */
import type { WireEntry } from '../../src/adapters/web/wire.js';
import { blockText } from '../support/message-text.js';
import { Visitor } from '../support/scripted-room.js';
import { Person as SlackPerson } from '../support/slack/person.js';
import { buttonsOf } from '../support/slack/block-rules.js';
import { shownText, type Channel as SlackChannel } from '../support/slack/world.js';
import { pressables, type Channel as DiscordChannel } from '../support/discord/world.js';
import type { Stage } from './stage.js';

export interface Shown {
  readonly text: string;
  readonly buttons: readonly string[];
}

/** A command line as the room and Slack take it, or split up for Discord. */
export interface Wish {
  readonly command: string;
  readonly options: Readonly<Record<string, string | number>>;
}

export interface Ask {
  /** `Discord: /fit epochs:3`. */
  readonly what: string;
  readonly platform: 'room' | 'Discord' | 'Slack';
  readonly wish: Wish;
  /** The platform got our acknowledgement. */
  isAccepted(): boolean;
  /** Its answers so far, as shown now. */
  answers(): Promise<readonly Shown[]>;
}

export function lineOf({ command, options }: Wish): string {
  const given = Object.entries(options).map(([name, value]) => `${name}:${value}`);
  return [`/${command}`, ...given].join(' ');
}

/** @param channel where nobody else asks meanwhile */
export function askOnDiscord({ discord }: Stage, channel: DiscordChannel, wish: Wish): Ask {
  const learner = discord.person();
  const before = new Set(learner.answers(channel));
  const interaction = learner.slash(channel, wish.command, wish.options);
  return {
    platform: 'Discord',
    what: `Discord: ${lineOf(wish)}`,
    wish,
    isAccepted: () => interaction.isAcknowledged,
    answers: () =>
      Promise.resolve(
        learner
          .answers(channel)
          .filter((message) => !before.has(message) && !message.isPlaceholder)
          .map(({ content, rows }) => ({
            text: content,
            buttons: pressables({ rows }).map(({ label }) => label),
          })),
      ),
  };
}

/** @param channel where nobody else asks meanwhile */
export function askOnSlack({ slack }: Stage, channel: SlackChannel, wish: Wish): Ask {
  let envelope = '';
  const send = (one: Parameters<typeof slack.socket.send>[0]): void => {
    envelope = slack.socket.send(one);
  };
  const learner = new SlackPerson(slack.state, send, {});
  const before = new Set(learner.messages(channel));
  learner.slash(channel, `/${wish.command}`, lineOf(wish).replace(/^\/\S+\s?/, ''));
  return {
    platform: 'Slack',
    what: `Slack: ${lineOf(wish)}`,
    wish,
    isAccepted: () => slack.socket.acknowledged.includes(envelope),
    answers: () =>
      Promise.resolve(
        learner
          .messages(channel)
          .filter((one) => !before.has(one) && one.author === 'tutor' && one.files.length === 0)
          .map((one) => ({
            text: shownText(one.text, one.blocks),
            buttons: buttonsOf(one).map(({ text }) => text.text),
          })),
      ),
  };
}

/** @param person who asks for nothing else meanwhile */
export async function askInRoom(person: Visitor, wish: Wish, file?: string): Promise<Ask> {
  const before = Math.max(0, ...(await entries(person)).map(({ id }) => id));
  let status: number | undefined;
  // A killed program does not answer.
  person.type(lineOf(wish), file === undefined ? {} : { file }).then(
    (response) => (status = response.status),
    () => undefined,
  );
  const seen = calmly(() => entries(person));
  return {
    platform: 'room',
    what: `room: ${lineOf(wish)}${file === undefined ? '' : ' with a file'}`,
    wish,
    isAccepted: () => status === 202,
    answers: async () =>
      (await seen()).flatMap(({ id, isMine, body }) => {
        if (id <= before || !isMine || body.kind !== 'answer') return [];
        const text = [body.spoken, ...body.blocks.map(blockText)].join('\n');
        return [{ text, buttons: body.buttons.map(({ label }) => label) }];
      }),
  };
}

/** The room lets a person connect once a second (`streamRate`), and a disconnected page retries as often. */
const ROOM_LOOK_EVERY_MS = 1_000;

/** Looks no more often than that; in between it returns what it last saw. */
function calmly<T>(look: () => Promise<T>): () => Promise<T> {
  let last: { readonly atMs: number; readonly seen: Promise<T> } | undefined;
  return () => {
    const nowMs = performance.now();
    if (!last || nowMs - last.atMs >= ROOM_LOOK_EVERY_MS) last = { atMs: nowMs, seen: look() };
    return last.seen;
  };
}

/** Everything the person sees in the room now. */
export async function entries(person: Visitor): Promise<readonly WireEntry[]> {
  const stream = await person.listen();
  try {
    const heard = await stream.untilCaughtUp();
    return heard.flatMap(({ event, data }) => (event === 'entry' ? [data as WireEntry] : []));
  } finally {
    stream.close();
  }
}
