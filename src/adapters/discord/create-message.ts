/** Creates a message in a channel by the bot's token, once however often the request has to be sent. */
import { Routes } from 'discord.js';
import { randomBytes } from 'node:crypto';
import type { Outgoing } from './body.js';
import { cannotRefer } from './errors.js';
import type { Requests } from './requests.js';
import { sentMessage } from './responses.js';

interface Created {
  readonly body: object;
  readonly files: Outgoing['files'];
}

/**
 * @param inReplyTo the message to reply to, where the bot may read it
 * @returns the message's id
 */
export async function createMessage(
  requests: Requests,
  channelId: string,
  { body, files }: Created,
  inReplyTo?: string,
): Promise<string> {
  if (inReplyTo === undefined) return create(requests, channelId, { body, files });
  const reply = { message_reference: reference(inReplyTo) };
  try {
    return await create(requests, channelId, { body: { ...body, ...reply }, files });
  } catch (error) {
    if (!cannotRefer(error)) throw error;
    return create(requests, channelId, { body, files });
  }
}

async function create(
  requests: Requests,
  channelId: string,
  { body, files }: Created,
): Promise<string> {
  const { json } = await requests.persistently({
    method: 'POST',
    route: Routes.channelMessages(channelId),
    as: 'bot',
    // Otherwise a request whose response got lost would be posted twice.
    body: { nonce: nonce(), enforce_nonce: true, ...body },
    files,
    schema: sentMessage,
  });
  return json.id;
}

function reference(messageId: string): object {
  return { message_id: messageId, fail_if_not_exists: false };
}

/** At most 25 characters. */
function nonce(): string {
  return randomBytes(16).toString('base64url');
}
