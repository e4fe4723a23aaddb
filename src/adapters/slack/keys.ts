/** What places and messages are remembered by: JSON that the next process can still use. */
import { z } from 'zod';
import type { MessageRef, Place } from '../../chat/port.js';

const placeSchema = z.object({
  channel: z.string(),
  /** Answers stay in the thread under this message. */
  thread: z.string().optional(),
});

const messageSchema = z.object({
  channel: z.string(),
  ts: z.string(),
  thread: z.string().optional(),
  /** Only one person saw it, and Slack lets nobody edit it. */
  isEphemeral: z.boolean().optional(),
});

export type SlackPlace = z.infer<typeof placeSchema>;
export type SlackMessageKey = z.infer<typeof messageSchema>;

/** A thread is seen by all who see its channel. */
export function place(of: SlackPlace, team: string): Place {
  return {
    platform: 'slack',
    key: JSON.stringify(of),
    channel: of.channel,
    home: homeOf(team),
  };
}

export function homeOf(team: string): string {
  return `slack:${team}`;
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
