/** Keys of places and messages: JSON that the next process can still use. */
import { z } from 'zod';
import type { MessageRef, Place } from '../../chat/port.js';

/** The workspace; missing where there is only one. */
const team = z.string().optional();

const placeSchema = z.object({
  team,
  channel: z.string(),
  /** Answers stay in the thread under this message. */
  thread: z.string().optional(),
});

const messageSchema = z.object({
  team,
  channel: z.string(),
  ts: z.string(),
  thread: z.string().optional(),
  /** Private to one person, and Slack does not allow edits to it. */
  isEphemeral: z.boolean().optional(),
});

export type SlackPlace = z.infer<typeof placeSchema>;
export type SlackMessageKey = z.infer<typeof messageSchema>;

/** A workspace. */
export interface Team {
  readonly id: string;
  /** Stored keys name the workspace: two may have channels and messages with the same ids. */
  readonly isOneOfMany: boolean;
}

/** A thread is visible to everyone who sees its channel. */
export function place({ channel, thread }: SlackPlace, team: Team): Place {
  const inThread = thread === undefined ? {} : { thread };
  return {
    platform: 'slack',
    key: JSON.stringify({ ...teamIn(team), channel, ...inThread }),
    channel: team.isOneOfMany ? `${team.id}/${channel}` : channel,
    home: homeOf(team.id),
  };
}

/** The workspace in the key of a place or message. */
export function teamIn({ id, isOneOfMany }: Team): { readonly team?: string } {
  return isOneOfMany ? { team: id } : {};
}

export function homeOf(team: string): string {
  return `slack:${team}`;
}

/** @param home a Slack home */
export function teamOfHome(home: string): string {
  return home.slice(homeOf('').length);
}

export function isHome(home: string): boolean {
  return home.startsWith(homeOf(''));
}

export function messageRef(of: SlackMessageKey): MessageRef {
  return { platform: 'slack', key: JSON.stringify(of) };
}

/** A direct message: usually with the bot, but people may also ask in their own conversation. */
export function isDirect({ channel }: SlackPlace): boolean {
  return channel.startsWith('D');
}

/** @throws ZodError or SyntaxError when the key is not one of ours */
export function readPlace({ key }: Place): SlackPlace {
  return placeSchema.parse(JSON.parse(key));
}

/** @throws ZodError or SyntaxError when the key is not one of ours */
export function readMessage({ key }: MessageRef): SlackMessageKey {
  return messageSchema.parse(JSON.parse(key));
}
