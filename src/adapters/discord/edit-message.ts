/** Edits a message, by the interaction's token or by the bot's, and keeps its attachments. */
import { Routes, type RouteLike } from 'discord.js';
import type { ChatMessage } from '../../chat/message.js';
import { MessageGone } from '../../chat/port.js';
import { outgoingEdit, type AttachmentEntry } from './body.js';
import type { ObservedLimit } from './bucket.js';
import type { Way } from './edit-budget.js';
import { isTokenDead } from './errors.js';
import type { DiscordMessage } from './keys.js';
import type { Requests } from './requests.js';
import { sentMessage } from './responses.js';

/** @returns the rate limit in the response's headers, if any */
export async function editMessage(
  requests: Requests,
  target: DiscordMessage,
  way: Way,
  message: ChatMessage,
): Promise<ObservedLimit | undefined> {
  const route = routeOf(target, way);
  if (!route) throw new MessageGone('unreachable');
  const as = way === 'token' ? 'interaction' : 'bot';
  const hasFiles = (message.attachments ?? []).length > 0;
  const kept = hasFiles ? await attached(requests, route, as) : [];
  const { body, files } = outgoingEdit(message, kept);
  const { limit } = await requests.once({ method: 'PATCH', route, as, body, files });
  return limit;
}

/** Attachments an edit must list, or Discord would remove them. */
async function attached(
  requests: Requests,
  route: RouteLike,
  as: 'bot' | 'interaction',
): Promise<readonly AttachmentEntry[]> {
  try {
    const asked = { method: 'GET', route, as, schema: sentMessage } as const;
    return (await requests.once(asked)).json.attachments;
  } catch (error) {
    // Fetching needs the Read Message History permission; editing does not.
    if (as === 'bot' && isTokenDead(error)) return [];
    throw error;
  }
}

function routeOf(
  { channelId, messageId, interaction }: DiscordMessage,
  way: Way,
): RouteLike | undefined {
  if (way === 'none') return undefined;
  if (way === 'bot' || !interaction) return Routes.channelMessage(channelId, messageId);
  return Routes.webhookMessage(interaction.applicationId, interaction.token, messageId);
}
