/** Keys of places and messages: JSON that the next process can still use. */
import { z } from 'zod';
import type { MessageRef, Place } from '../../chat/port.js';

const placeSchema = z.object({
  channelId: z.string(),
  /** Whether the bot itself can post there, not only answer interactions. */
  botReaches: z.boolean(),
});

const messageSchema = z.object({
  channelId: z.string(),
  messageId: z.string(),
  /** Whether the bot itself can edit it: not where it is not a member, nor a private answer. */
  botReaches: z.boolean(),
  /** An interaction's answer can be edited with the interaction's token while that lives. */
  interaction: z
    .object({ applicationId: z.string(), token: z.string(), usableUntilMs: z.number() })
    .optional(),
});

export type DiscordPlace = z.infer<typeof placeSchema>;
export type DiscordMessage = z.infer<typeof messageSchema>;
export type InteractionToken = NonNullable<DiscordMessage['interaction']>;

/** @param guildId its server; undefined in direct and group messages */
export function place(of: DiscordPlace, guildId: string | undefined): Place {
  const home = guildId === undefined ? {} : { home: homeOf(guildId) };
  return { platform: 'discord', key: JSON.stringify(of), channel: of.channelId, ...home };
}

export function homeOf(guildId: string): string {
  return `discord:${guildId}`;
}

/**
 * Whether this shard, of so many, receives the server's events (`events/gateway`, Sharding).
 */
export function isHomeOf([shard, shards]: readonly [number, number], home: string): boolean {
  const [, guildId] = /^discord:(\d+)$/.exec(home) ?? [];
  return guildId !== undefined && (BigInt(guildId) >> 22n) % BigInt(shards) === BigInt(shard);
}

export function messageRef(of: DiscordMessage): MessageRef {
  return { platform: 'discord', key: JSON.stringify(of) };
}

/** @throws ZodError or SyntaxError when the key is not one of ours */
export function readPlace({ key }: Place): DiscordPlace {
  return placeSchema.parse(JSON.parse(key));
}

/** @throws ZodError or SyntaxError when the key is not one of ours */
export function readMessage({ key }: MessageRef): DiscordMessage {
  return messageSchema.parse(JSON.parse(key));
}
