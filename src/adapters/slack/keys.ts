/** What places and messages are remembered by: JSON that the next process can still use. */
import { z } from 'zod';
import type { MessageRef, Place } from '../../chat/port.js';

/** Which of many workspaces: missing where there is only one. */
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
  /** Only one person saw it, and Slack lets nobody edit it. */
  isEphemeral: z.boolean().optional(),
});

export type SlackPlace = z.infer<typeof placeSchema>;
export type SlackMessageKey = z.infer<typeof messageSchema>;

/** A workspace. */
export interface Team {
  readonly id: string;
  /** What is remembered of it says which it is: channels and messages of two may have the same ids. */
  readonly isOneOfMany: boolean;
}

/** A thread is seen by all who see its channel. */
export function place({ channel, thread }: SlackPlace, team: Team): Place {
  const inThread = thread === undefined ? {} : { thread };
  return {
    platform: 'slack',
    key: JSON.stringify({ ...teamIn(team), channel, ...inThread }),
    channel: team.isOneOfMany ? `${team.id}/${channel}` : channel,
    home: homeOf(team.id),
  };
}

/** Of the key of a place or message in it. */
export function teamIn({ id, isOneOfMany }: Team): { readonly team?: string } {
  return isOneOfMany ? { team: id } : {};
}

export function homeOf(team: string): string {
  return `slack:${team}`;
}

/** @param home one of Slack's */
export function teamOfHome(home: string): string {
  return home.slice(homeOf('').length);
}

export function isHome(home: string): boolean {
  return home.startsWith(homeOf(''));
}

export function messageRef(of: SlackMessageKey): MessageRef {
  return { platform: 'slack', key: JSON.stringify(of) };
}

/** Between two: mostly the asker and the bot, but people may ask in a conversation of their own. */
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
