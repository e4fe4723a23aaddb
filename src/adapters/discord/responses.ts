/**
 * Schemas of the parts of Discord's responses that are read: a response may come without a
 * body (204), from a proxy, or from a Discord that has changed. Fields as in discord-api-docs `resources/`.
 */
import { MessageFlags } from 'discord.js';
import { z } from 'zod';

/** A message that was created or fetched. */
export const sentMessage = z.object({
  id: z.string(),
  /** MessageFlags. */
  flags: z.number().default(0),
  attachments: z
    .array(z.object({ id: z.string(), filename: z.string().optional() }))
    .default([])
    .readonly(),
});

export type SentMessage = z.infer<typeof sentMessage>;

/** An acknowledgement requested with `with_response`. Undefined: it came without a body. */
export const acknowledgement = z
  .object({
    resource: z
      .object({ message: z.object({ id: z.string() }).optional().catch(undefined) })
      .optional()
      .catch(undefined),
  })
  .optional()
  .catch(undefined);

export const openedChannel = z.object({ id: z.string() });

export const guildChannels = z.array(z.object({ id: z.string(), type: z.number() })).readonly();

export const thisApplication = z.object({ id: z.string() });

export const gatewayInfo = z.object({
  /** The recommended number of shards. */
  shards: z.number().int().positive(),
  session_start_limit: z.object({
    remaining: z.number().int().nonnegative(),
    /** Until the session starts are reset, in ms. */
    reset_after: z.number().nonnegative(),
    max_concurrency: z.number().int().positive(),
  }),
});

export const ownGuilds = z.array(z.object({ id: z.string() })).readonly();

export const thisUser = z.object({ username: z.string() });

/** "… is thinking": acknowledged, but without content yet. */
export function isPlaceholder({ flags }: SentMessage): boolean {
  return (flags & MessageFlags.Loading) !== 0;
}

export function isForAskerOnly({ flags }: SentMessage): boolean {
  return (flags & MessageFlags.Ephemeral) !== 0;
}
