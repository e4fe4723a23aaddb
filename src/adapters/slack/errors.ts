/**
 * Classifies Slack's errors: the one place that tells a transient fault from a
 * refusal that no retry changes. Names: the `errors` on each method's page on docs.slack.dev.
 */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { EditLater, MessageGone } from '../../chat/port.js';

/**
 * `passing`: the same call may succeed later. `body`: Slack will never accept this content, but perhaps less of
 * it. `deleted`: nobody can see the message any longer. `closed`: nothing can be edited there any longer, whatever
 * it is. `operator`: only the operator can fix it.
 */
export type Fault =
  | { readonly kind: 'passing'; readonly retryAfterMs?: number }
  | { readonly kind: 'body' | 'deleted' | 'closed' | 'operator' };

/** Slack's own faults. */
const passing: readonly string[] = [
  ...['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'],
  ...['ratelimited', 'rate_limited', 'accesslimited', 'team_added_to_org'],
];

const deleted: readonly string[] = ['message_not_found', 'thread_not_found'];

/** The bot can no longer post there, or not edit this message. */
const closed: readonly string[] = [
  ...['channel_not_found', 'not_in_channel', 'is_archived', 'is_inactive'],
  ...['restricted_action', 'restricted_action_read_only_channel'],
  ...['restricted_action_non_threadable_channel', 'messages_tab_disabled'],
  ...['cant_update_message', 'edit_window_closed', 'streaming_state_conflict'],
];

/** The token itself is invalid. */
const badToken: readonly string[] = [
  ...['invalid_auth', 'not_authed', 'token_revoked', 'token_expired'],
  ...['account_inactive', 'user_removed_from_team', 'team_disabled', 'team_access_not_granted'],
];

/** The token is valid, but lacks permission for this. */
const badForThis: readonly string[] = ['missing_scope', 'not_allowed_token_type', 'no_permission'];

/** The bot is not a member where it was asked to answer. */
const notThere: readonly string[] = ['not_in_channel', 'channel_not_found'];

/** Its admins let only some people post there, or nobody any longer. */
const readOnly: readonly string[] = [
  ...['is_archived', 'restricted_action', 'restricted_action_read_only_channel'],
  ...['restricted_action_non_threadable_channel', 'messages_tab_disabled'],
];

/** Slack's error code; undefined for anything else, such as a network fault. */
export function slackError(error: unknown): string | undefined {
  return error instanceof WebAPIPlatformError ? error.data.error : undefined;
}

/** The missing scope, where that was the error: Slack names it in the response. */
export function missingScope(error: unknown): string | undefined {
  if (!(error instanceof WebAPIPlatformError) || error.data.error !== 'missing_scope') {
    return undefined;
  }
  const { needed } = error.data as { readonly needed?: unknown };
  return typeof needed === 'string' && needed !== '' ? needed : undefined;
}

/** A short text for the log. */
export function reason(error: unknown): string {
  return slackError(error) ?? (error instanceof Error ? error.message : String(error));
}

/** Classifies a failed call. Refusals not listed here are taken as permanent. */
export function faultOf(error: unknown): Fault {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'passing', retryAfterMs: error.retryAfter * 1_000 };
  }
  if (error instanceof WebAPIHTTPError) return ofStatus(error.statusCode);
  const name = slackError(error);
  // The request or its response got lost, or a proxy in front of Slack answered: the SDK takes
  // the proxy's page as an error code.
  if (name === undefined || !/^\w+$/.test(name) || passing.includes(name)) {
    return { kind: 'passing' };
  }
  if (deleted.includes(name)) return { kind: 'deleted' };
  if (closed.includes(name)) return { kind: 'closed' };
  return { kind: badToken.includes(name) || badForThis.includes(name) ? 'operator' : 'body' };
}

/** The status of a response that comes from a proxy, not from the Web API. */
function ofStatus(status: number): Fault {
  const isOurs = status >= 400 && status < 500 && status !== 408 && status !== 429;
  return { kind: isOurs ? 'body' : 'passing' };
}

/** Maps an edit's failure to the chat port's errors; transient ones stay as they are. */
export function editFailure(error: unknown): unknown {
  const fault = faultOf(error);
  switch (fault.kind) {
    case 'passing':
      return fault.retryAfterMs === undefined ? error : new EditLater(fault.retryAfterMs);
    case 'deleted':
      return new MessageGone('deleted');
    case 'closed':
    case 'operator':
    case 'body':
      return new MessageGone('unreachable', 'for all');
  }
}

export function isTokenRefused(error: unknown): error is WebAPIPlatformError {
  return badToken.includes(slackError(error) ?? '');
}

/** Slack's answers after the app was removed, whether or not it told us (docs.slack.dev: auth.test, errors). */
export const removedNames: readonly string[] = ['account_inactive', 'token_revoked'];

export function mayBeRemoved(error: unknown): boolean {
  return removedNames.includes(slackError(error) ?? '');
}

export function isNotThere(error: unknown): boolean {
  return notThere.includes(slackError(error) ?? '');
}

export function mayNotWrite(error: unknown): boolean {
  return readOnly.includes(slackError(error) ?? '');
}
