/** What Slack's refusals mean. Names: the `errors` of each method's page on docs.slack.dev. */
import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { EditLater, MessageGone } from '../../chat/port.js';

/** Nobody can see the message any more. */
const deleted: readonly string[] = ['message_not_found', 'thread_not_found'];

/** The bot can no longer write there, or not to this message, or nowhere at all. */
const unreachable: readonly string[] = [
  ...['invalid_auth', 'account_inactive', 'token_revoked', 'token_expired', 'missing_scope'],
  ...['channel_not_found', 'not_in_channel', 'is_archived', 'is_inactive', 'restricted_action'],
  ...['cant_update_message', 'edit_window_closed', 'streaming_state_conflict'],
];

/** The bot is not where it was asked to answer. */
const notThere: readonly string[] = ['not_in_channel', 'channel_not_found'];

/** Its admins let only some people write there, or nobody any more. */
const readOnly: readonly string[] = [
  ...['is_archived', 'restricted_action', 'restricted_action_read_only_channel'],
  ...['restricted_action_non_threadable_channel', 'messages_tab_disabled'],
];

/** Slack's name for what went wrong; undefined when it was something else, as a network fault. */
export function slackError(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

/** In a few words for the log. */
export function reason(error: unknown): string {
  return slackError(error) ?? (error instanceof Error ? error.message : String(error));
}

/** An edit's failure in the chat port's words; what may go better next time stays as it is. */
export function editFailure(error: unknown): unknown {
  if (error instanceof WebAPIRateLimitedError) return new EditLater(error.retryAfter * 1_000);
  const name = slackError(error) ?? '';
  if (deleted.includes(name)) return new MessageGone('deleted');
  return unreachable.includes(name) ? new MessageGone('unreachable') : error;
}

export function isNotThere(error: unknown): boolean {
  return notThere.includes(slackError(error) ?? '');
}

export function mayNotWrite(error: unknown): boolean {
  return readOnly.includes(slackError(error) ?? '');
}
