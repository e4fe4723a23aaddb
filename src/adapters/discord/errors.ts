/**
 * Classifies Discord's errors, here alone: transient ones are retried, an invalid body calls for
 * a smaller one, refusals are never retried. Codes: discord-api-docs
 * `topics/opcodes-and-status-codes`.
 */
import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { EditLater, MessageGone } from '../../chat/port.js';
import { isRefusedByServer } from './refusals.js';

/** Nobody can see the message any longer. */
const deleted: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
];

/**
 * Maps an edit's failure to the chat port's errors; transient ones stay as they are.
 * Refusals are never retried: 10,000 of them in ten minutes would ban this machine's address.
 */
export function editFailure(error: unknown): unknown {
  if (error instanceof RateLimitError) return new EditLater(Math.ceil(error.retryAfter));
  if (!(error instanceof DiscordAPIError)) return error;
  if (deleted.includes(error.code)) return new MessageGone('deleted');
  const isFinal = isRefusal(error) || isBodyRefused(error) || isRefusedByServer(error);
  return isFinal ? new MessageGone('unreachable') : error;
}

/** A smaller body may be accepted. */
export function isBodyRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && ofBodies.includes(error.code);
}

const ofBodies: readonly (string | number)[] = [
  RESTJSONErrorCodes.InvalidFormBodyOrContentType,
  RESTJSONErrorCodes.CannotSendAnEmptyMessage,
  RESTJSONErrorCodes.RequestEntityTooLarge,
  RESTJSONErrorCodes.FileUploadedExceedsMaximumSize,
];

/** The token is no longer valid, whatever its age. */
export function isTokenDead(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (isRefusal(error) || error.code === RESTJSONErrorCodes.InvalidWebhookToken) &&
    !deleted.includes(error.code)
  );
}

/** Too late, or already answered: Discord no longer accepts a first answer. */
export function isAnswerRefused(error: unknown): boolean {
  const isLate =
    error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownInteraction;
  return isLate || isAcknowledgedAlready(error);
}

export function isAcknowledgedAlready(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}

/** A proxy in front of Discord answered with success, but not as Discord does. */
export class NotDiscordError extends Error {
  override readonly name = 'NotDiscordError';
}

/** A server or network fault. Whether the request took effect is unknown. */
export function isPassing(error: unknown): boolean {
  if (error instanceof HTTPError) return error.status >= 500;
  if (error instanceof NotDiscordError) return true;
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return error.name === 'AbortError' || passing.includes(code);
}

const passing: readonly unknown[] = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'UND_ERR_SOCKET'];

function isRefusal({ status }: DiscordAPIError): boolean {
  return status === 401 || status === 403 || status === 404;
}

/** Replying with a reference needs permission to read the message. */
export function cannotRefer(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory
  );
}
