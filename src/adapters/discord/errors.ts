/**
 * What Discord's errors mean, decided here alone: what passes is tried again, what is wrong with a body
 * asks for a smaller one, what is refused is never tried again. Codes: discord-api-docs
 * `topics/opcodes-and-status-codes`.
 */
import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { EditLater, MessageGone } from '../../chat/port.js';
import { isRefusedByServer } from './refusals.js';

/** Nobody can see the message any more. */
const deleted: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
];

/**
 * An edit's failure in the chat port's words; what may go better next time stays as it is.
 * Refusals are never tried again: 10,000 of them in ten minutes would ban this machine's address.
 */
export function editFailure(error: unknown): unknown {
  if (error instanceof RateLimitError) return new EditLater(Math.ceil(error.retryAfter));
  if (!(error instanceof DiscordAPIError)) return error;
  if (deleted.includes(error.code)) return new MessageGone('deleted');
  const isFinal = isRefusal(error) || isBodyRefused(error) || isRefusedByServer(error);
  return isFinal ? new MessageGone('unreachable') : error;
}

/** Another body may be taken: a smaller one. */
export function isBodyRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && ofBodies.includes(error.code);
}

const ofBodies: readonly (string | number)[] = [
  RESTJSONErrorCodes.InvalidFormBodyOrContentType,
  RESTJSONErrorCodes.CannotSendAnEmptyMessage,
  RESTJSONErrorCodes.RequestEntityTooLarge,
  RESTJSONErrorCodes.FileUploadedExceedsMaximumSize,
];

/** The token is not good any more, whatever we thought of its age. */
export function isTokenDead(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (isRefusal(error) || error.code === RESTJSONErrorCodes.InvalidWebhookToken) &&
    !deleted.includes(error.code)
  );
}

/** It came too late, or an answer is there already: Discord takes no first answer any more. */
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

/** What stands in front of Discord answered that all is well, and not as Discord does. */
export class NotDiscordError extends Error {
  override readonly name = 'NotDiscordError';
}

/** The other side or the way to it stumbled. Whether the request took effect is not known. */
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

/** Without the right to read what was said, nothing can be answered with a reference to it. */
export function cannotRefer(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory
  );
}
